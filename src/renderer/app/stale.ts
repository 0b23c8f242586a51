/**
 * Which outputs an operation makes stale. Topology and edit cells change the network that the cells below them
 * see, scenarios and observed cells what these may compare with; a change of any other cell touches its own output alone.
 */
import type { Cell, CellKind, Notebook, Operation } from '../../shared/notebook';

function changesNetwork(kind: CellKind): boolean {
  return kind === 'topology' || kind === 'edit' || kind === 'scenario' || kind === 'observed';
}

/** Cells stale after `operation` turned `before` into `after`, given those stale already. */
export function staleAfter(
  stale: ReadonlySet<string>,
  before: Notebook,
  after: Notebook,
  operation: Operation,
): ReadonlySet<string> {
  const id = operation.type === 'insert' ? operation.cell.id : operation.id;
  const result = new Set(stale);
  const was = before.cells.findIndex((cell) => cell.id === id);
  const is = after.cells.findIndex((cell) => cell.id === id);
  const reach = [before.cells[was], after.cells[is]].some(
    (cell) => cell !== undefined && changesNetwork(cell.kind),
  );
  const first = Math.min(...[was, is].filter((index) => index >= 0));
  const touched: readonly Cell[] = reach
    ? after.cells.slice(first)
    : after.cells.filter((cell) => cell.id === id);
  for (const cell of touched) if (cell.kind !== 'markdown') result.add(cell.id);
  if (is < 0 || after.cells[is]?.kind === 'markdown') result.delete(id);
  return result;
}
