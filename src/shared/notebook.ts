/**
 * A notebook in memory. It changes by operations only, and every operation has an inverse, so that undo,
 * drafts and the two processes that hold a copy never disagree.
 */
export type CellKind =
  'markdown' | 'topology' | 'edit' | 'console' | 'expect' | 'scenario' | 'predict' | 'observed';

export const CELL_KINDS: readonly CellKind[] = [
  'markdown',
  'topology',
  'edit',
  'console',
  'expect',
  'scenario',
  'predict',
  'observed',
];

/** The bytes a cell was read from; written back as they are while the cell is as it was read. */
export interface CellOrigin {
  readonly kind: CellKind;
  readonly text: string;
  readonly attributes: string;
  /** The exact source: fence lines, content, line endings, and the blank lines up to the next cell. */
  readonly source: string;
  /** Place in the file as read, from 0: cells that were neighbours there are written back without a seam. */
  readonly index: number;
}

export interface Cell {
  /** Short, unique in the notebook, stable from one opening to the next while the cell is unchanged. */
  readonly id: string;
  readonly kind: CellKind;
  /** The cell's content with LF line ends, without fences and without a final newline. */
  readonly text: string;
  /** What follows the kind on the opening fence line, kept verbatim. Empty for Markdown. */
  readonly attributes: string;
  readonly origin: CellOrigin | null;
}

export interface Notebook {
  /** Everything before the first cell, verbatim (BOM, front matter, its line endings). */
  readonly head: string;
  readonly formatVersion: number;
  readonly title: string | null;
  /** Seed of jitter, 0 to 2^32-1. */
  readonly seed: number;
  /** Dominant line ending of the file, used for what is written anew. */
  readonly eol: '\n' | '\r\n';
  readonly cells: readonly Cell[];
  /** Written by a newer Tracebook: shown, never saved over. */
  readonly readOnly: boolean;
}

export type Operation =
  | { readonly type: 'insert'; readonly cell: Cell; readonly after: string | null }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly after: string | null }
  | { readonly type: 'set-text'; readonly id: string; readonly text: string }
  | { readonly type: 'set-kind'; readonly id: string; readonly kind: CellKind }
  | { readonly type: 'set-attributes'; readonly id: string; readonly attributes: string };
