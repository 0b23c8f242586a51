/** How the whole notebook stands: the one thing about it that matters most now. */
import { cellState } from './results';
import type { AppState } from './state';

export type Summary =
  | { readonly kind: 'running' | 'cancelled' | 'crashed' | 'waiting' | 'fresh' | 'empty' }
  | { readonly kind: 'errors' | 'failed' | 'blocked'; readonly count: number };

export function summarize(state: AppState): Summary {
  if (state.evaluation !== 'idle') return { kind: state.evaluation };
  const states = state.notebook.cells.map((cell) => cellState(state, cell));
  if (states.includes('stale')) return { kind: 'waiting' };
  const count = (wanted: string): number => states.filter((each) => each === wanted).length;
  for (const [kind, wanted] of [
    ['errors', 'error'],
    ['failed', 'failed'],
    ['blocked', 'blocked'],
  ] as const) {
    if (count(wanted) > 0) return { kind, count: count(wanted) };
  }
  const computed = state.notebook.cells.some(
    (cell, at) => cell.kind !== 'markdown' && states[at] === 'fresh',
  );
  return { kind: computed ? 'fresh' : 'empty' };
}

/** How many cells are done of those to be computed; null where there is no count to give. */
export function progressOf(state: AppState): { readonly done: number; readonly total: number } | null {
  const computed = state.notebook.cells.filter((cell) => cell.kind !== 'markdown');
  if (computed.length < 2) return null;
  return { done: computed.filter((cell) => !state.stale.has(cell.id)).length, total: computed.length };
}
