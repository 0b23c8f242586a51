/** What people do to cells, as operations anchored by cell id. */
import { createCell } from '../../shared/document';
import type { CellKind, Operation } from '../../shared/notebook';
import { cellIndex, perform, selectCell, type AppState } from './state';

/** A new cell after `after` (null: at the top), selected and ready to be typed into. */
export function insertCell(state: AppState, kind: CellKind, after: string | null, at: number): AppState {
  const cell = createCell(kind, '', state.notebook.cells);
  const next = perform(state, [{ type: 'insert', cell, after }], at);
  return next === state ? state : selectCell(next, cell.id, 'editor');
}

export function deleteCell(state: AppState, id: string, at: number): AppState {
  const index = cellIndex(state, id);
  const { cells } = state.notebook;
  const neighbour = cells[index + 1] ?? cells[index - 1] ?? null;
  const next = perform(state, [{ type: 'delete', id }], at);
  if (next === state) return state;
  return neighbour === null ? { ...next, selected: null } : selectCell(next, neighbour.id);
}

/** Moves a cell one place up (-1) or down (1); at the end of the page nothing happens. */
export function moveCell(state: AppState, id: string, by: -1 | 1, at: number): AppState {
  const index = cellIndex(state, id);
  const { cells } = state.notebook;
  const target = index + by;
  if (index < 0 || target < 0 || target >= cells.length) return state;
  const after = (by === 1 ? cells[target] : cells[target - 1])?.id ?? null;
  const next = perform(state, [{ type: 'move', id, after }], at);
  if (next === state) return state;
  return selectCell(next, id, state.editing === id ? 'editor' : 'cell');
}

export function setKind(state: AppState, id: string, kind: CellKind, at: number): AppState {
  const cell = state.notebook.cells[cellIndex(state, id)];
  if (cell === undefined || cell.kind === kind) return state;
  return perform(state, [{ type: 'set-kind', id, kind }], at);
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

/** Goes to the next cell; after the last one a new cell of the same kind is made, as notebooks do. */
export function advance(state: AppState, id: string, at: number): AppState {
  const index = cellIndex(state, id);
  const next = state.notebook.cells[index + 1];
  if (next !== undefined) return selectCell(state, next.id);
  const kind = state.notebook.cells[index]?.kind ?? 'markdown';
  return insertCell(state, kind, id, at);
}
