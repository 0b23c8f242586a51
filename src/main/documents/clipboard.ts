/** Cells on the clipboard: the same Markdown as in a file, so that they can be pasted anywhere. */
import { createCell } from '../../shared/document';
import type { CellContent } from '../../shared/ipc';
import type { Cell } from '../../shared/notebook';
import { parseNotebook, serializeNotebook } from '../engine/notebook/format';

export function cellsToText(contents: readonly CellContent[]): string {
  const cells: Cell[] = [];
  for (const { kind, text, attributes } of contents)
    cells.push({ ...createCell(kind, text, cells), attributes });
  const { notebook } = parseNotebook('');
  return serializeNotebook({ ...notebook, cells });
}

/** The cells a text makes; any text makes some, but blanks alone make none. */
export function cellsFromText(text: string): readonly CellContent[] {
  return parseNotebook(text).notebook.cells.map(({ kind, text, attributes }) => ({ kind, text, attributes }));
}
