/** Monaco with our languages and theme, set up once; what the page imports when the first editor is needed. */
import type { Surroundings } from './complete';
import { registerLanguages } from './languages';
import { borrow, caret, cellIdOf, setLineNumbers } from './pool';
import { followTheme } from './theme';

export interface EditorRuntime {
  readonly borrow: typeof borrow;
  readonly caret: typeof caret;
  readonly setLineNumbers: typeof setLineNumbers;
}

export function createRuntime(surroundingsAt: (cellId: string) => Surroundings): EditorRuntime {
  registerLanguages((model) => surroundingsAt(cellIdOf(model)));
  followTheme();
  return { borrow, caret, setLineNumbers };
}
