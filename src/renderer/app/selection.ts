/** Which cells are selected: a range that ends at the cell with the keyboard. */
import { hiddenCells } from './outline';
import { cellIndex, requestFocus, selectCell, type AppState } from './state';
import { words } from './strings';

interface Known {
  readonly state: Pick<AppState, 'notebook' | 'folds' | 'selected' | 'anchor'>;
  readonly ids: readonly string[];
  readonly set: ReadonlySet<string>;
}
let known: Known | null = null;

/** The answer of the last time, where it is of the same cells: every cell of the page asks. */
function remembered(state: AppState): Known {
  const same =
    known !== null &&
    known.state.notebook === state.notebook &&
    known.state.folds.sections === state.folds.sections &&
    known.state.selected === state.selected &&
    known.state.anchor === state.anchor;
  if (!same || known === null) {
    const ids = idsOf(state);
    known = { state, ids, set: new Set(ids) };
  }
  return known;
}

/** The ids of the selected cells in the notebook's order, also those that folded headings among them hide. */
export function selectedIds(state: AppState): readonly string[] {
  return remembered(state).ids;
}

/** Whether a cell is one of several that are selected. */
export function isInRange(state: AppState, id: string): boolean {
  const { ids, set } = remembered(state);
  return ids.length > 1 && set.has(id);
}

function idsOf(state: AppState): readonly string[] {
  const end = cellIndex(state, state.selected);
  if (end < 0) return [];
  const begin = cellIndex(state, state.anchor);
  const from = Math.min(begin < 0 ? end : begin, end);
  const to = Math.max(begin, end);
  const { cells } = state.notebook;
  const chosen = new Set(cells.slice(from, to + 1).map((cell) => cell.id));
  for (const [id, heading] of hiddenCells(cells, state.folds.sections))
    if (chosen.has(heading)) chosen.add(id);
  return cells.filter((cell) => chosen.has(cell.id)).map((cell) => cell.id);
}

/** The next cell that is seen, up (-1) or down (1). */
function neighbour(state: AppState, by: 1 | -1): string | null {
  const { cells } = state.notebook;
  const hidden = hiddenCells(cells, state.folds.sections);
  for (let at = cellIndex(state, state.selected) + by; at >= 0 && at < cells.length; at += by) {
    const id = cells[at]?.id ?? '';
    if (!hidden.has(id)) return id;
  }
  return null;
}

export function selectNeighbour(state: AppState, by: 1 | -1): AppState {
  const id = neighbour(state, by);
  if (id !== null) return selectCell(state, id);
  // At the end of the page a range becomes its last cell again.
  return state.selected === null ? state : selectCell(state, state.selected);
}

/** Moves the end of the range that has the keyboard. */
export function extendSelection(state: AppState, by: 1 | -1): AppState {
  const id = neighbour(state, by);
  return id === null ? state : told(requestFocus({ ...state, selected: id }, id, 'cell'));
}

/** Tells a screen reader how many cells are selected. */
function told(state: AppState): AppState {
  return { ...state, announcement: words.editing.selectedCells(selectedIds(state).length) };
}

/** Extends the range to a cell, as a click with Shift does. */
export function extendTo(state: AppState, id: string): AppState {
  return told(requestFocus({ ...state, selected: id, anchor: state.anchor ?? id }, id, 'cell'));
}

/** The first or the last cell that is seen. */
function endOf(state: AppState, end: 'first' | 'last'): string | null {
  const { cells } = state.notebook;
  const hidden = hiddenCells(cells, state.folds.sections);
  const seen = cells.filter((cell) => !hidden.has(cell.id));
  return (end === 'first' ? seen[0] : seen.at(-1))?.id ?? null;
}

export function selectEnd(state: AppState, end: 'first' | 'last'): AppState {
  const id = endOf(state, end);
  return id === null ? state : selectCell(state, id);
}

/** Extends the range to an end of the page. */
export function extendToEnd(state: AppState, end: 'first' | 'last'): AppState {
  const id = endOf(state, end);
  return id === null ? state : extendTo(state, id);
}

export function selectAll(state: AppState): AppState {
  const first = endOf(state, 'first');
  const last = endOf(state, 'last');
  if (first === null || last === null) return state;
  return told(requestFocus({ ...state, anchor: first, selected: last }, last, 'cell'));
}
