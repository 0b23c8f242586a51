/**
 * The ways a notebook changes: pure functions that the window and the main process share, so that both hold
 * the same document. Every operation comes with its inverse.
 */
import type { Cell, CellKind, Notebook, Operation } from './notebook';

/** An operation that does not fit the notebook, such as one on a cell that is not there. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
}

export interface Applied {
  readonly notebook: Notebook;
  /** Undoes the operation: applied to `notebook` it gives an equal of the notebook before. */
  readonly inverse: Operation;
}

/** Throws an OperationError for an unknown cell, an id already in use, or a read-only notebook. */
export function applyOperation(notebook: Notebook, operation: Operation): Applied {
  if (notebook.readOnly) throw new OperationError('The notebook is read-only');
  const { cells } = notebook;
  const changed = (next: readonly Cell[], inverse: Operation): Applied => ({
    notebook: { ...notebook, cells: next },
    inverse,
  });

  switch (operation.type) {
    case 'insert': {
      const { cell, after } = operation;
      if (cells.some(({ id }) => id === cell.id))
        throw new OperationError(`Cell ${cell.id} is there already`);
      const at = placeAfter(cells, after);
      const inserted = { ...cell, text: withLineFeeds(cell.text) };
      return changed(cells.toSpliced(at, 0, inserted), { type: 'delete', id: cell.id });
    }
    case 'delete': {
      const [at, cell] = find(cells, operation.id);
      return changed(cells.toSpliced(at, 1), { type: 'insert', cell, after: idBefore(cells, at) });
    }
    case 'move': {
      const { id, after } = operation;
      const [at, cell] = find(cells, id);
      if (after === id) throw new OperationError(`Cell ${id} cannot stand after itself`);
      const others = cells.toSpliced(at, 1);
      const inverse: Operation = { type: 'move', id, after: idBefore(cells, at) };
      return changed(others.toSpliced(placeAfter(others, after), 0, cell), inverse);
    }
    case 'set-text': {
      const [at, cell] = find(cells, operation.id);
      const text = withLineFeeds(operation.text);
      return changed(cells.with(at, { ...cell, text }), { ...operation, text: cell.text });
    }
    case 'set-kind': {
      // Attributes stay with the cell, unwritten while it is Markdown, so that the way back restores them.
      const [at, cell] = find(cells, operation.id);
      return changed(cells.with(at, { ...cell, kind: operation.kind }), { ...operation, kind: cell.kind });
    }
    case 'set-attributes': {
      const [at, cell] = find(cells, operation.id);
      const attributes = onOneLine(operation.attributes);
      return changed(cells.with(at, { ...cell, attributes }), { ...operation, attributes: cell.attributes });
    }
  }
}

/** A new cell with the first id of the form `new-N` that no existing cell has. */
export function createCell(kind: CellKind, text: string, existing: readonly Cell[]): Cell {
  const taken = new Set(existing.map(({ id }) => id));
  let number = existing.length + 1;
  while (taken.has(`new-${number}`)) number += 1;
  return { id: `new-${number}`, kind, text: withLineFeeds(text), attributes: '', origin: null };
}

function find(cells: readonly Cell[], id: string): readonly [number, Cell] {
  const at = cells.findIndex((cell) => cell.id === id);
  const cell = cells[at];
  if (cell === undefined) throw new OperationError(`There is no cell ${id}`);
  return [at, cell];
}

/** Index for a cell that is to stand after another, or first for null. */
function placeAfter(cells: readonly Cell[], after: string | null): number {
  return after === null ? 0 : find(cells, after)[0] + 1;
}

function idBefore(cells: readonly Cell[], at: number): string | null {
  return at === 0 ? null : (cells[at - 1]?.id ?? null);
}

/** Attributes as they are read back from a fence: on its line, without blanks around them. */
function onOneLine(attributes: string): string {
  return attributes.replaceAll(/[\r\n]+/g, ' ').replaceAll(/^[ \t]+|[ \t]+$/g, '');
}

/** Cell texts have LF line ends only. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
