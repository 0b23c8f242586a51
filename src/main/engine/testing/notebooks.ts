/** Notebooks read from their text, and looked into, for tests. */
import type { Cell, CellKind, Notebook } from '../../../shared/notebook';
import { parseNotebook } from '../notebook/format';

export function read(text: string): Notebook {
  return parseNotebook(text).notebook;
}

export function brief({ cells }: Notebook): readonly (readonly [CellKind, string])[] {
  return cells.map(({ kind, text }) => [kind, text] as const);
}

export function cellAt(notebook: Notebook, index: number): Cell {
  const cell = notebook.cells[index];
  if (cell === undefined) throw new Error(`no cell ${index}`);
  return cell;
}
