/** Undo steps: what to do to go back, what to do to go forth again. */
import type { Cell, Operation } from '../../shared/notebook';

export interface HistoryStep {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
  /** What was typed: a cell's text or its name; null for any other change. */
  readonly typed: string | null;
  /** When it was last extended, ms. */
  readonly at: number;
}

/** Typing that goes on within this time (ms) belongs to one step. */
const TYPING_PAUSE = 500;

/** Steps kept; each holds two texts of one cell at most, so the bound is on memory only. */
const LIMIT = 1000;

/** Adds a step; typing into the same cell without a pause extends the last one. */
export function extendHistory(steps: readonly HistoryStep[], step: HistoryStep): readonly HistoryStep[] {
  const last = steps.at(-1);
  const continues =
    last !== undefined &&
    step.typed !== null &&
    last.typed === step.typed &&
    step.at - last.at <= TYPING_PAUSE;
  if (continues) return [...steps.slice(0, -1), { ...last, redo: step.redo, at: step.at }];
  return [...steps, step].slice(-LIMIT);
}

/** What makes other cells of these, those with the same id of each other. */
export function operationsBetween(before: readonly Cell[], after: readonly Cell[]): readonly Operation[] {
  const wanted = new Set(after.map(({ id }) => id));
  const known = new Map(before.map((cell) => [cell.id, cell]));
  const operations: Operation[] = before
    .filter(({ id }) => !wanted.has(id))
    .map(({ id }) => ({ type: 'delete', id }));
  // Those that stay, in the order they have by then.
  const order = before.map(({ id }) => id).filter((id) => wanted.has(id));
  for (const [index, cell] of after.entries()) {
    const { id } = cell;
    const old = known.get(id);
    const place = after[index - 1]?.id ?? null;
    if (old === undefined) {
      operations.push({ type: 'insert', cell, after: place });
      order.splice(index, 0, id);
      continue;
    }
    if (order[index] !== id) {
      operations.push({ type: 'move', id, after: place });
      order.splice(order.indexOf(id), 1);
      order.splice(index, 0, id);
    }
    if (old.kind !== cell.kind) operations.push({ type: 'set-kind', id, kind: cell.kind });
    if (old.attributes !== cell.attributes)
      operations.push({ type: 'set-attributes', id, attributes: cell.attributes });
    if (old.text !== cell.text) operations.push({ type: 'set-text', id, text: cell.text });
  }
  return operations;
}
