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
  if (outputs.length === 1) {
    const index = cellIndex(state, only.cellId);
    const cell = state.notebook.cells[index];
    if (cell === undefined) return state;
    const name = words.cell.name(cell.kind, index + 1);
    return { ...state, announcement: words.announce.cell(name, cellState(state, cell)) };
  }
  const failed = outputs.filter((output) => output.status === 'failed').length;
  const errors = outputs.filter((output) => output.status === 'error').length;
  const attention = words.announce.attention(failed, errors);
  const updated = words.announce.cells(outputs.length);
  return { ...state, announcement: attention === '' ? updated : `${updated}: ${attention}` };
}
