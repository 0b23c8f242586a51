/**
 * What becomes of a document when another program writes its file, and of its earlier versions. Whatever takes
 * the place of unsaved work keeps that work as a version first.
 */
import type { Comparison, VersionInfo } from '../shared/ipc';
import { strings } from '../shared/strings';
import {
  isDirty,
  openedDocument,
  restoredDocument,
  withNotice,
  type OpenDocument,
} from './documents/document';
import { keepIds } from './engine/notebook/keep-ids';
import type { VersionStore } from './documents/versions';
import { contentHash } from './documents/read';
import { lines } from './documents/words';
import type { Entry } from './workspace-entry';

/** ms between versions of a notebook that saves itself while one types. */
const AUTOSAVED_GAP = 60_000;

export interface DiskFlowPorts {
  readonly versions: VersionStore;
  readonly read: (file: string) => Promise<string>;
  /** ms since 1970. */
  readonly now: () => number;
  readonly replace: (entry: Entry, document: OpenDocument) => void;
  /** Resolves once everything typed in the window so far has arrived. */
  readonly caughtUp: (entry: Entry) => Promise<void>;
}

export interface DiskFlow {
  /** Looks at the file: what changed there is taken in where nothing here is unsaved. Throws OpenError. */
  readonly look: (entry: Entry) => Promise<void>;
  /** Takes in what the file holds. Throws OpenError, SaveError where unsaved work cannot be kept. */
  readonly reload: (entry: Entry) => Promise<void>;
  readonly compare: (entry: Entry) => Promise<Comparison>;
  /** Keeps a saved text as a version, and before it what the file held where that was not saved here. */
  readonly keepSaved: (file: string, text: string, before: string | null, auto: boolean) => void;
  readonly list: (entry: Entry) => Promise<readonly VersionInfo[]>;
  readonly compareWithVersion: (entry: Entry, id: string) => Promise<Comparison>;
  readonly restoreVersion: (entry: Entry, id: string) => Promise<void>;
}

export function createDiskFlow({ versions, read, now, replace, caughtUp }: DiskFlowPorts): DiskFlow {
  /** Hash of what was last saved here, by file. */
  const saved = new Map<string, string>();

  /** Whether a text that a file held was not saved here, as far as is known. */
  function isForeign(file: string, held: string | null): held is string {
    return held !== null && saved.get(file) !== contentHash(held);
  }

  /**
   * Puts a document in the place of another one of the same file, cells that are the same with the same ids. The
   * window must not take it for the old.
   */
  function putInPlace(entry: Entry, document: OpenDocument): void {
    const { revision, notebook } = entry.session.document();
    const cells = keepIds(notebook.cells, document.notebook.cells);
    replace(entry, { ...document, notebook: { ...document.notebook, cells }, revision: revision + 1 });
  }

  async function keepUnsaved(entry: Entry): Promise<void> {
    const document = entry.session.document();
    if (document.path === null || !isDirty(document)) return;
    await versions.add(document.path, document.text, 'replaced', now());
    await entry.session.discard();
  }

  return {
    async look(entry) {
      if ((await entry.session.checkDisk()) === null) return;
      // What is typed and not sent yet is unsaved work, too.
      await caughtUp(entry);
      const content = await entry.session.checkDisk();
      const { path, name } = entry.session.document();
      if (content === null || path === null) return;
      const document = openedDocument(path, content);
      const reloaded = (): string => strings.dialogs.notices.reloaded(name);
      putInPlace(entry, withNotice(document, lines(reloaded, document.notice)));
    },

    async reload(entry) {
      const file = pathOf(entry);
      const content = await read(file);
      await keepUnsaved(entry);
      putInPlace(entry, openedDocument(file, content));
    },

    async compare(entry) {
      await caughtUp(entry);
      return { theirs: await read(pathOf(entry)), mine: entry.session.document().text };
    },

    keepSaved(file, text, before, auto) {
      const at = now();
      const foreign = isForeign(file, before) ? before : null;
      saved.set(file, contentHash(text));
      const keep = async (): Promise<void> => {
        if (foreign !== null) await versions.add(file, foreign, 'saved', at);
        await versions.add(file, text, 'saved', at, auto ? AUTOSAVED_GAP : 0);
      };
      // The file is saved all the same: a version that cannot be kept is no failure of saving.
      keep().catch(() => undefined);
    },

    async list(entry) {
      const { path } = entry.session.document();
      return path === null ? [] : versions.list(path);
    },

    async compareWithVersion(entry, id) {
      await caughtUp(entry);
      return { theirs: await versions.read(pathOf(entry), id), mine: entry.session.document().text };
    },

    async restoreVersion(entry, id) {
      const file = pathOf(entry);
      const text = await versions.read(file, id);
      await caughtUp(entry);
      const { name, baseHash, savedText, disk } = entry.session.document();
      // What another program wrote is in no version yet.
      if (isForeign(file, savedText)) await versions.add(file, savedText, 'saved', now());
      await keepUnsaved(entry);
      const work = { path: file, name, baseHash, text, savedText, disk };
      putInPlace(entry, restoredDocument({ ...work, notice: null }));
    },
  };
}

function pathOf(entry: Entry): string {
  const { path } = entry.session.document();
  if (path === null) throw new Error('a notebook never saved has no file');
  return path;
}
