/** What Monaco says itself (`No suggestions.`, the count of problems) in the language of the page. */
import { language } from '../../shared/strings';

/** To be awaited before Monaco is loaded: it reads its words then, and keeps them for as long as the window is open. */
export async function loadEditorWords(): Promise<void> {
  if (language() === 'ja') await import('monaco-editor/nls/lang/ja');
}
