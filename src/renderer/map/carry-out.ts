/** Carries a gesture out: writes it into the text of the cell whose map it was made on. */
import type { TracebookApi } from '../../shared/ipc';
import type { NetworkView } from '../../shared/network-view';
import { reasonOf } from '../app/session';
import type { AppState } from '../app/state';
import type { Store } from '../app/store';
import { linesOf, takeWritten, writeLines, type Gesture } from './gestures';

function textOf({ notebook }: AppState, cellId: string): string | null {
  const cell = notebook.cells.find(({ id }) => id === cellId);
  return cell?.kind === 'topology' ? cell.text : null;
}

export async function carryOut(
  store: Store,
  api: Pick<TracebookApi, 'writeEdits'>,
  cellId: string,
  gesture: Gesture,
  network: NetworkView,
): Promise<void> {
  const lines = linesOf(gesture, network);
  const topology = textOf(store.get(), cellId);
  if (topology === null) return store.update((state) => writeLines(state, cellId, lines));
  const written = await api
    .writeEdits(topology, lines)
    .catch((error: unknown) => ({ kind: 'refused', reason: reasonOf(error) }) as const);
  // Somebody typed in the meantime: the answer is about a text that is gone.
  if (textOf(store.get(), cellId) !== topology) return carryOut(store, api, cellId, gesture, network);
  return store.update((state) => takeWritten(state, cellId, lines, written));
}
