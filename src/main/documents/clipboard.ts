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

/** A line of a notebook's front matter; nothing else between lines of hyphens has one. */
const NOTEBOOK = /^tracebook[ \t]*:/m;

/** The cells a text makes; any text makes some, but blanks alone make none. */
export function cellsFromText(text: string): readonly CellContent[] {
  const { notebook } = parseNotebook(text);
  // Front matter is no cell and would be lost: below a line of its own it is text like any other.
  const isText = notebook.head.trim() !== '' && !NOTEBOOK.test(notebook.head);
  const { cells } = isText ? parseNotebook(`\n${text}`).notebook : notebook;
  return cells.map(({ kind, text: content, attributes }) => ({ kind, text: content, attributes }));
}
