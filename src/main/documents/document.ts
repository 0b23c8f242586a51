/** An open document as a value: the notebook, what its file holds, and what the window is told about both. */
import { applyOperation } from '../../shared/document';
import type { DiskState, DocumentSnapshot, DocumentState, PageView } from '../../shared/ipc';
import type { Notebook, Operation } from '../../shared/notebook';
import { strings } from '../../shared/strings';
import { parseNotebook, serializeNotebook } from '../engine/notebook/format';
import { conflictLines } from '../../shared/conflict';
import { contentHash, fileName } from './read';

export interface OpenDocument {
  /** Absolute path, null for a notebook never saved. */
  readonly path: string | null;
  readonly name: string;
  readonly notebook: Notebook;
  /** The notebook as the text a save writes. */
  readonly text: string;
  /** What a save would not change: the file's content, or the starter of a new notebook. Null if gone. */
  readonly savedText: string | null;
  /** Hash of the file's content that the work started from; null for a notebook never saved. */
  readonly baseHash: string | null;
  /** Number of operations applied since it was opened. */
  readonly revision: number;
  readonly notice: string | null;
  /** What the file holds now, compared with `baseHash`. */
  readonly disk: DiskState;
}

/** The window's copy and main's copy differ: the operations were made on top of another revision. */
export class RevisionError extends Error {
  override readonly name = 'RevisionError';
}

export function newDocument(name: string, starter: string): OpenDocument {
  return { ...fromText(starter), path: null, name, savedText: starter, baseHash: null };
}

export function openedDocument(path: string, text: string): OpenDocument {
  return { ...fromText(text), path, name: fileName(path), savedText: text, baseHash: contentHash(text) };
}

/** Work that is not what its file holds: read back from a draft, or from an earlier version. */
export function restoredDocument(
  work: Pick<OpenDocument, 'path' | 'name' | 'text' | 'baseHash' | 'savedText' | 'disk' | 'notice'>,
): OpenDocument {
  return { ...fromText(work.text), ...work };
}

/** Throws RevisionError on a mismatch, and what applyOperation throws for an operation that does not fit. */
export function withOperations(
  document: OpenDocument,
  revision: number,
  operations: readonly Operation[],
): OpenDocument {
  if (revision !== document.revision)
    throw new RevisionError(`the document is at revision ${document.revision}, not ${revision}`);
  const notebook = operations.reduce(
    (notebook, operation) => applyOperation(notebook, operation).notebook,
    document.notebook,
  );
  return {
    ...document,
    notebook,
    text: serializeNotebook(notebook),
    revision: revision + operations.length,
  };
}

/** The document after `text` was written to `path`; work done since the save began stays unsaved. */
export function withSaved(document: OpenDocument, path: string, text: string): OpenDocument {
  return {
    ...document,
    path,
    name: fileName(path),
    savedText: text,
    baseHash: contentHash(text),
    notice: document.notebook.readOnly ? document.notice : null,
    disk: 'same',
  };
}

/** The document once it is known that its file holds something else, or is gone and so saves nothing. */
export function withDisk(document: OpenDocument, disk: DiskState): OpenDocument {
  return { ...document, disk, ...(disk === 'missing' ? { savedText: null } : {}) };
}

/** The document as work on top of what its file holds now: a save replaces that without a question. */
export function withBase(document: OpenDocument, content: string): OpenDocument {
  return { ...document, disk: 'same', savedText: content, baseHash: contentHash(content) };
}

export function withNotice(document: OpenDocument, notice: string | null): OpenDocument {
  return { ...document, notice };
}

export function isDirty(document: OpenDocument): boolean {
  return document.text !== document.savedText;
}

/** A new notebook nobody has touched: opening a file may take its place. */
export function isPristine(document: OpenDocument): boolean {
  return document.path === null && document.revision === 0 && !isDirty(document);
}

export function stateOf(document: OpenDocument): DocumentState {
  const { path, name, notice, disk } = document;
  return { path, name, dirty: isDirty(document), notice, disk };
}

export function snapshotOf(document: OpenDocument, view: PageView | null): DocumentSnapshot {
  return { ...stateOf(document), revision: document.revision, notebook: document.notebook, view };
}

function fromText(text: string): Pick<OpenDocument, 'notebook' | 'text' | 'revision' | 'notice' | 'disk'> {
  const { notebook, problems } = parseNotebook(text);
  const notice = problems.map(({ line, message, hint }) =>
    strings.dialogs.notices.problem(line, message, hint),
  );
  const conflicts = conflictLines(text);
  if (conflicts.length > 0) notice.unshift(strings.dialogs.notices.conflicts(conflicts));
  return {
    notebook,
    text,
    revision: 0,
    notice: notice.length === 0 ? null : notice.join('\n'),
    disk: 'same',
  };
}
