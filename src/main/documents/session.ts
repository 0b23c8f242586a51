/**
 * One open document and its effects: applying operations, drafting unsaved work, saving. It knows neither
 * windows nor dialogs.
 */
import type { Operation } from '../../shared/notebook';
import { strings } from '../../shared/strings';
import { NOTEBOOK_SIZE_LIMIT } from '../engine/notebook/format';
import {
  isDirty,
  stateOf,
  withBase,
  withDisk,
  withNotice,
  withOperations,
  withSaved,
  type OpenDocument,
} from './document';
import { newDraftId, type DraftStore } from './drafts';
import { errorText } from './file-system';
import { contentHash, OpenError, readNotebookFile } from './read';
import { saveFile, SaveError } from './save';
import type { Words } from './words';

/** ms from a change to its draft; with the time of writing it stays under a second. */
const DRAFT_DELAY = 250;

/** ms after which a draft that could not be written is tried again. */
const DRAFT_RETRY = 3000;

export interface SessionPorts {
  readonly drafts: DraftStore;
  readonly read: (file: string) => Promise<string>;
  readonly save: (file: string, content: string) => Promise<void>;
  /** ms since 1970. */
  readonly now: () => number;
  /** Called with each text that reached the file, and what the file held before; null where that was no notebook. */
  readonly onSaved: (path: string, text: string, before: string | null) => void;
  /** The document's state, not its content, has changed. */
  readonly onState: (document: OpenDocument) => void;
}

/** What a save found: `changed` means the file was changed by someone else and nothing was written. */
export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Session {
  readonly document: () => OpenDocument;
  /** Applies operations; the answer is the new revision. Throws RevisionError, and for ill-fitting operations. */
  readonly apply: (revision: number, operations: readonly Operation[]) => number;
  /** Writes the document to `path`. With `overwrite` false a file changed meanwhile is not touched. */
  readonly save: (path: string, overwrite: boolean) => Promise<SaveOutcome>;
  /**
   * Looks at the file. The answer is its content where it is not what was read or written last and nothing
   * here is unsaved, so that it may take the document's place; else null, and the state tells.
   */
  readonly checkDisk: () => Promise<string | null>;
  /** Takes the file's content as what the work here is on top of. Throws OpenError. */
  readonly keepMine: () => Promise<void>;
  readonly notify: (notice: Words) => void;
  /** Brings the draft up to date now. False where unsaved work could not be drafted. */
  readonly flush: () => Promise<boolean>;
  /** Ends the session without its draft: what is not saved is gone. */
  readonly discard: () => Promise<void>;
}

export const sessionDefaults = { read: readNotebookFile, save: saveFile, now: Date.now } as const;

/** A file that could not be opened again must not take the place of one that can. Throws SaveError. */
function refuseTooLarge(text: string): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes <= NOTEBOOK_SIZE_LIMIT) return;
  const MIB = 1024 * 1024;
  const mib = (bytes / MIB).toFixed(1);
  throw new SaveError(() => strings.dialogs.saving.tooLarge(mib, NOTEBOOK_SIZE_LIMIT / MIB));
}

/** `draftId` is that of the draft the document was restored from, if it was. */
export function createSession(initial: OpenDocument, ports: SessionPorts, draftId = newDraftId()): Session {
  let document = initial;
  let discarded = false;
  let timer: NodeJS.Timeout | null = null;
  let retry: NodeJS.Timeout | null = null;
  /** What the draft holds but for its time, null where there is none: the same is not written twice. */
  let drafted: string | null = null;
  /** Hash of a text whose save is under way, or failed half-way: it may stand in the file already. */
  let savingHash: string | null = null;
  /** What the reader was told when drafting failed; taken back when it works again. */
  let complaint: Words | null = null;
  /** Draft writes and saves follow one another. */
  let drafting: Promise<boolean> = Promise.resolve(true);
  let saving: Promise<unknown> = Promise.resolve();

  function update(next: OpenDocument): void {
    const told = JSON.stringify(stateOf(document));
    document = next;
    if (JSON.stringify(stateOf(next)) !== told) ports.onState(next);
  }

  async function bringDraftUpToDate(): Promise<void> {
    if (discarded || !isDirty(document)) {
      await ports.drafts.remove(draftId);
      drafted = null;
      return;
    }
    const { path, name, baseHash, text } = document;
    const draft = { path, name, baseHash, savingHash, text };
    const content = JSON.stringify(draft);
    if (content === drafted) return;
    await ports.drafts.write(draftId, { ...draft, savedAt: ports.now() });
    drafted = content;
  }

  async function writeDraft(): Promise<boolean> {
    try {
      await bringDraftUpToDate();
      if (complaint !== null && document.notice === complaint) update(withNotice(document, null));
      complaint = null;
      return true;
    } catch (error) {
      const reason = errorText(error);
      complaint = () => strings.dialogs.notices.draftFailed(reason);
      update(withNotice(document, complaint));
      retry ??= setTimeout(() => void flush(), DRAFT_RETRY);
      return false;
    }
  }

  function flush(): Promise<boolean> {
    for (const each of [timer, retry]) if (each !== null) clearTimeout(each);
    timer = retry = null;
    drafting = drafting.then(writeDraft);
    return drafting;
  }

  /** The delay counts from the first change, so that steady typing does not put the draft off. */
  function scheduleDraft(): void {
    timer ??= setTimeout(() => void flush(), DRAFT_DELAY);
  }

  function isOurs(hash: string): boolean {
    return hash === document.baseHash || hash === savingHash;
  }

  /** What a file holds before it is written: null where it holds no notebook, or is not there. */
  async function heldBy(
    path: string,
  ): Promise<{ readonly content: string | null; readonly missing: boolean }> {
    try {
      return { content: await ports.read(path), missing: false };
    } catch (error) {
      if (!(error instanceof OpenError)) throw error;
      // Where the disk fails nobody knows what the file holds.
      if (!error.missing && error.cause !== undefined) throw error;
      return { content: null, missing: error.missing };
    }
  }

  async function save(path: string, overwrite: boolean): Promise<SaveOutcome> {
    const { text } = document;
    let before: string | null;
    try {
      refuseTooLarge(text);
      // What is written over on purpose need not be readable.
      const held = await heldBy(path).catch((error: unknown) => {
        if (overwrite) return { content: null, missing: false };
        throw error;
      });
      before = held.content;
      const known = held.missing || (before !== null && (before === text || isOurs(contentHash(before))));
      if (!overwrite && !known) return { kind: 'changed' };
      // A crash once the file is replaced must not find a draft older than it, nor take it for another's.
      savingHash = contentHash(text);
      await flush();
      await ports.save(path, text);
    } catch (error) {
      const told = error instanceof SaveError || error instanceof OpenError;
      const reason = told ? error.words : (): string => strings.dialogs.saving.other(errorText(error));
      update(withNotice(document, () => strings.dialogs.saving.notice(reason())));
      return { kind: 'failed', reason: reason() };
    }
    savingHash = null;
    update(withSaved(document, path, text));
    ports.onSaved(path, text, before);
    await flush();
    return { kind: 'saved' };
  }

  async function checkDisk(): Promise<string | null> {
    const { path, baseHash } = document;
    if (path === null) return null;
    let content: string;
    try {
      content = await ports.read(path);
    } catch (error) {
      if (!(error instanceof OpenError)) throw error;
      // A file that cannot be read just now may be half written: the next change or look tells.
      if (error.missing && document.disk !== 'missing') {
        update(withDisk(document, 'missing'));
        await flush();
      }
      return null;
    }
    // What was written here meanwhile is no news.
    if (document.path !== path || document.baseHash !== baseHash) return null;
    if (content === document.text) update(withBase(document, content));
    else if (isOurs(contentHash(content))) {
      if (document.disk !== 'same' || contentHash(content) !== baseHash) update(withBase(document, content));
    } else if (!isDirty(document)) return content;
    else update(withDisk(document, 'changed'));
    return null;
  }

  return {
    document: () => document,

    apply(revision, operations) {
      update(withOperations(document, revision, operations));
      scheduleDraft();
      return document.revision;
    },

    save(path, overwrite) {
      const outcome = saving.then(() => save(path, overwrite));
      saving = outcome;
      return outcome;
    },

    // After a save under way: what it writes is no change by another.
    checkDisk() {
      const checked = saving.then(checkDisk);
      saving = checked.catch(() => null);
      return checked;
    },

    async keepMine() {
      const { path } = document;
      if (path === null) return;
      update(withBase(document, await ports.read(path)));
      await flush();
    },

    notify: (notice) => update(withNotice(document, notice)),

    flush,

    async discard() {
      discarded = true;
      await flush();
    },
  };
}
