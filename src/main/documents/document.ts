/** An open document as a value: the notebook, what its file holds, and what the window is told about both. */
import { applyOperation } from '../../shared/document';
import type { DiskState, DocumentSnapshot, DocumentState, PageView } from '../../shared/ipc';
import type { Notebook, Operation } from '../../shared/notebook';
import { strings } from '../../shared/strings';
import { parseNotebook, serializeNotebook } from '../engine/notebook/format';
import { conflictLines } from '../../shared/conflict';
import { contentHash, fileName } from './read';
import { lines, onceInEach, type Words } from './words';

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
  readonly notice: Words | null;
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

export function withNotice(document: OpenDocument, notice: Words | null): OpenDocument {
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
  const told = notice === null ? null : { id: idOf(notice), text: notice() };
  return { path, name, dirty: isDirty(document), notice: told, disk };
}

const ids = new WeakMap<Words, number>();
let lastId = 0;

function idOf(notice: Words): number {
  const id = ids.get(notice) ?? (lastId += 1);
  ids.set(notice, id);
  return id;
}

export function snapshotOf(document: OpenDocument, view: PageView | null): DocumentSnapshot {
  return { ...stateOf(document), revision: document.revision, notebook: document.notebook, view };
}

/** What is wrong with the text of a file, in the language spoken now. */
function problemsOf(text: string): string {
  const { problem } = strings.dialogs.notices;
  const told = parseNotebook(text).problems.map(({ line, message, hint }) => problem(line, message, hint));
  return told.join('\n');
}

function fromText(text: string): Pick<OpenDocument, 'notebook' | 'text' | 'revision' | 'notice' | 'disk'> {
  const { notebook, problems } = parseNotebook(text);
  const conflicts = conflictLines(text);
  const { notices } = strings.dialogs;
  return {
    notebook,
    text,
    revision: 0,
    notice: lines(
      conflicts.length === 0 ? null : () => notices.conflicts(conflicts),
      problems.length === 0 ? null : onceInEach(() => problemsOf(text)),
    ),
    disk: 'same',
  };
}
