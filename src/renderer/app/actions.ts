/** What people do to cells, as operations anchored by cell id. Times are in ms. */
import { createCell } from '../../shared/document';
import type { CellContent } from '../../shared/ipc';
import type { Cell, CellKind, Operation } from '../../shared/notebook';
import { hiddenCells, sectionEnd } from './outline';
import { selectedIds } from './selection';
import { cellIndex, openSections, perform, requestFocus, selectCell, type AppState } from './state';
import { words } from './strings';

/** A new cell after `after` and what is folded with it (null: at the top), selected and ready to be typed into. */
export function insertCell(state: AppState, kind: CellKind, after: string | null, at: number): AppState {
  const { cells } = state.notebook;
  const cell = createCell(kind, '', cells);
  const above = cells[endOfFolded(state, cellIndex(state, after))]?.id ?? null;
  const next = perform(state, [{ type: 'insert', cell, after: above }], at);
  return next === state ? state : selectCell(next, cell.id, 'editor');
}

/** A new cell of the kind of the selected one, above or below it and what is folded with it; the cell has the keyboard. */
export function insertBeside(state: AppState, side: 'above' | 'below', at: number): AppState {
  const { cells } = state.notebook;
  const index = state.selected === null ? cells.length - 1 : cellIndex(state, state.selected);
  const kind = cells[index]?.kind ?? 'markdown';
  const beside = side === 'above' ? index - 1 : endOfFolded(state, index);
  const after = cells[beside]?.id ?? null;
  const cell = createCell(kind, '', cells);
  const next = perform(state, [{ type: 'insert', cell, after }], at);
  return next === state ? state : selectCell(next, cell.id);
}

/** The index of the last cell that is folded away with one that is seen; its own where there is none. */
export function endOfFolded(state: AppState, index: number): number {
  const { cells } = state.notebook;
  const hidden = hiddenCells(cells, state.folds.sections);
  let end = index;
  while (hidden.has(cells[end + 1]?.id ?? '')) end += 1;
  return end;
}

/** Puts cells with these contents after `after`, selected as a range. */
export function pasteCells(
  state: AppState,
  contents: readonly CellContent[],
  after: string | null,
  at: number,
): AppState {
  const cells: Cell[] = [];
  for (const { kind, text, attributes } of contents) {
    cells.push({ ...createCell(kind, text, [...state.notebook.cells, ...cells]), attributes });
  }
  const operations = cells.map((cell, index): Operation => ({
    type: 'insert',
    cell,
    after: cells[index - 1]?.id ?? after,
  }));
  const next = perform(state, operations, at, 'whole');
  const last = cells.at(-1);
  if (next === state || last === undefined) return state;
  return { ...selectCell(next, last.id), anchor: cells[0]?.id ?? last.id };
}

/** Deletes the selected cells, and offers a way back. */
export function deleteSelected(state: AppState, at: number): AppState {
  const ids = selectedIds(state);
  const { cells } = state.notebook;
  const [first] = ids;
  if (first === undefined) return state;
  const next = perform(
    state,
    ids.map((id) => ({ type: 'delete', id })),
    at,
  );
  if (next === state) return state;
  const left = cells.filter((cell) => !ids.includes(cell.id));
  const neighbour = left[Math.min(cellIndex(state, first), left.length - 1)];
  const toast = { text: words.editing.toast.deleted(ids.length), step: next.undo.length };
  if (neighbour === undefined) return { ...next, selected: null, anchor: null, toast };
  return { ...selectCell(next, neighbour.id), toast };
}

export function deleteCell(state: AppState, id: string, at: number): AppState {
  return deleteSelected({ ...state, selected: id, anchor: id }, at);
}

/** Moves cells, which keep their order, to after `after` (null: to the top). */
export function moveCells(
  state: AppState,
  ids: readonly string[],
  after: string | null,
  at: number,
): AppState {
  if (after !== null && ids.includes(after)) return state;
  const operations = ids.map((id, index): Operation => ({
    type: 'move',
    id,
    after: ids[index - 1] ?? after,
  }));
  const next = perform(state, operations, at, 'whole');
  const changed = next.notebook.cells.some((cell, index) => cell !== state.notebook.cells[index]);
  if (!changed || state.selected === null) return state;
  // In a section that is folded they would be gone from sight.
  const shown = openSections(next, ids.slice(0, 1));
  return requestFocus(shown, state.selected, state.editing === state.selected ? 'editor' : 'cell');
}

/** Moves the selected cells one place up (-1) or down (1); at the end of the page nothing happens. */
export function moveSelected(state: AppState, by: -1 | 1, at: number): AppState {
  const ids = selectedIds(state);
  return moveBlock(state, ids, by, 1, at);
}

function moveBlock(
  state: AppState,
  ids: readonly string[],
  by: -1 | 1,
  places: number,
  at: number,
): AppState {
  const { cells } = state.notebook;
  const first = cellIndex(state, ids[0] ?? null);
  if (first < 0) return state;
  const last = first + ids.length - 1;
  if (by === -1 && first === 0) return state;
  if (by === 1 && last === cells.length - 1) return state;
  // What is folded away goes with its heading, as one place.
  const hidden = hiddenCells(cells, state.folds.sections);
  const above = cells[first - places];
  const heading = cellIndex(state, hidden.get(above?.id ?? '') ?? null);
  const before = heading < 0 ? first - places : heading;
  const after = by === -1 ? cells[before - 1] : cells[endOfFolded(state, last + places)];
  return moveCells(state, ids, after?.id ?? null, at);
}

/** The ids of the section that a cell begins, or of the cell alone. */
export function sectionIds(state: AppState, id: string): readonly string[] {
  const index = cellIndex(state, id);
  const end = sectionEnd(state.notebook.cells, index) ?? index + 1;
  return state.notebook.cells.slice(index, end).map((cell) => cell.id);
}

/** Moves the section that the selected cell begins over the section beside it, else over one cell. */
export function moveSection(state: AppState, by: -1 | 1, at: number): AppState {
  if (state.selected === null) return state;
  const { cells } = state.notebook;
  const ids = sectionIds(state, state.selected);
  const first = cellIndex(state, state.selected);
  const last = first + ids.length - 1;
  if (by === 1) {
    const end = sectionEnd(cells, last + 1) ?? last + 2;
    return moveBlock(state, ids, 1, end - last - 1, at);
  }
  // The section above is the one that ends where this one begins.
  const above = cells.findIndex((_, index) => index < first && sectionEnd(cells, index) === first);
  return moveBlock(state, ids, -1, above < 0 ? 1 : first - above, at);
}

export function setKind(state: AppState, id: string, kind: CellKind, at: number): AppState {
  return setKinds(state, [id], kind, at);
}

export function setKinds(state: AppState, ids: readonly string[], kind: CellKind, at: number): AppState {
  const changing = ids.filter((id) => state.notebook.cells[cellIndex(state, id)]?.kind !== kind);
  return perform(
    state,
    changing.map((id) => ({ type: 'set-kind', id, kind })),
    at,
  );
}

export function setText(state: AppState, id: string, text: string, at: number): AppState {
  const cell = state.notebook.cells[cellIndex(state, id)];
  if (cell === undefined || cell.text === text) return state;
  const operation: Operation = { type: 'set-text', id, text };
  return perform(state, [operation], at);
}

export function setAttributes(state: AppState, id: string, attributes: string, at: number): AppState {
  const cell = state.notebook.cells[cellIndex(state, id)];
  if (cell === undefined || cell.attributes === attributes) return state;
  return perform(state, [{ type: 'set-attributes', id, attributes }], at);
}

/** Joins the selected cells into the first of them; one cell alone takes in the next. */
export function mergeSelected(state: AppState, at: number): AppState {
  const { cells } = state.notebook;
  const selected = selectedIds(state);
  const first = cellIndex(state, selected[0] ?? null);
  const joined = cells.slice(first, first + Math.max(2, selected.length));
  const [into, ...rest] = joined;
  if (first < 0 || into === undefined || rest.length === 0) return state;
  // Paragraphs stay paragraphs; commands stand line under line.
  const seam = into.kind === 'markdown' ? '\n\n' : '\n';
  const text = joined
    .map((cell) => cell.text)
    .filter((each) => each !== '')
    .join(seam);
  const next = perform(
    state,
    [
      { type: 'set-text', id: into.id, text },
      ...rest.map((cell): Operation => ({ type: 'delete', id: cell.id })),
    ],
    at,
  );
  if (next === state) return state;
  const toast = { text: words.editing.toast.merged(joined.length), step: next.undo.length };
  return { ...selectCell(next, into.id), toast };
}

/** Splits a cell before the character at `offset`; the line ends there go. The keyboard stays in the text. */
export function splitCell(state: AppState, id: string, offset: number, at: number): AppState {
  const cell = state.notebook.cells[cellIndex(state, id)];
  if (cell === undefined) return state;
  const above = cell.text.slice(0, offset).replace(/\n+$/, '');
  const below = cell.text.slice(offset).replace(/^\n+/, '');
  const added = createCell(cell.kind, below, state.notebook.cells);
  const next = perform(
    state,
    [
      { type: 'set-text', id, text: above },
      { type: 'insert', cell: added, after: id },
    ],
    at,
  );
  return next === state ? state : selectCell(next, added.id, 'editor');
}

/** Goes to the next cell; after the last one a new cell of the same kind is made, as notebooks do. */
export function advance(state: AppState, id: string, at: number): AppState {
  const index = cellIndex(state, id);
  const next = state.notebook.cells[endOfFolded(state, index) + 1];
  if (next !== undefined) return selectCell(state, next.id);
  const kind = state.notebook.cells[index]?.kind ?? 'markdown';
  return insertCell(state, kind, id, at);
}
