/** What a screen reader is told when results arrive: one short sentence for each evaluation, not each cell. */
import type { EvaluationMessage } from '../../shared/ipc';
import { cellState } from './results';
import { cellIndex, type AppState } from './state';
import { words } from './strings';

export function announce(state: AppState, message: EvaluationMessage): AppState {
  if (message.phase !== 'finished' || message.outputs.length === 0) return state;
  const outputs = message.outputs.filter((output) => output.kind !== 'markdown');
  const [only] = outputs;
  if (only === undefined) return state;
  // A question says itself how its answer is.
  if (outputs.length === 1 && only.kind === 'predict') return state;
  if (outputs.length === 1) {
    const index = cellIndex(state, only.cellId);
    const cell = state.notebook.cells[index];
    if (cell === undefined) return state;
    const name = words.cell.name(cell.kind, index + 1);
    return say(state, words.announce.cell(name, cellState(state, cell)));
  }
  const failed = outputs.filter((output) => output.status === 'failed').length;
  const errors = outputs.filter((output) => output.status === 'error').length;
  const attention = words.announce.attention(failed, errors);
  const updated = words.announce.cells(outputs.length);
  return say(state, attention === '' ? updated : `${updated}: ${attention}`);
}

/** Words that are the same as the last ones would not be read again: a blank at their end makes them others. */
function say(state: AppState, text: string): AppState {
  return { ...state, announcement: text === state.announcement ? `${text}\u00a0` : text };
}
