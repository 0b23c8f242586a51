/** How a notebook window looks before and around its page. */
import type { DocumentState } from '../shared/ipc';
import { strings } from '../shared/strings';

/** `--color-bg` of the renderer's tokens, shown until the page is there: no white flash. */
export const BACKGROUND = { light: '#f5f6f8', dark: '#14181e' };

/** `name — Tracebook`, with a mark in front while there are unsaved changes. */
export function windowTitle({ name, dirty }: Pick<DocumentState, 'name' | 'dirty'>): string {
  return `${dirty ? '• ' : ''}${name} — ${strings.dialogs.appName}`;
}
