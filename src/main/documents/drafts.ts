/**
 * Drafts: unsaved work, written beside the user's files (never into them) soon after each change, so that a
 * crash loses nothing. One JSON file a document, replaced atomically.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, fileSystem, type FileSystem } from './file-system';
import { TEMPORARY_PREFIX } from './leftovers';
import { saveFile } from './save';

const draftSchema = z.strictObject({
  version: z.literal(1),
  /** The file the work belongs to, null for a notebook never saved. */
  path: z.string().min(1).nullable(),
  name: z.string().min(1),
  /** Hash of the text the work started from; null for a notebook never saved. */
  baseHash: z.string().nullable(),
  /** Hash of a text that a save was writing to the file: where the file holds it, the work is on top of that. */
  savingHash: z.string().nullable().default(null),
  /** ms since 1970. */
  savedAt: z.number(),
  text: z.string(),
});

export type Draft = Omit<z.infer<typeof draftSchema>, 'version'>;

export interface StoredDraft {
  readonly id: string;
  readonly draft: Draft;
}

export interface DraftStore {
  /** Writes or replaces a draft. Throws SaveError. */
  write(id: string, draft: Draft): Promise<void>;
  /** Removes a draft; no error where there is none. */
  remove(id: string): Promise<void>;
  /** All drafts, oldest first. A file that is not a draft is left alone and not listed. */
  list(): Promise<readonly StoredDraft[]>;
}

const EXTENSION = '.draft.json';

export function newDraftId(): string {
  return randomUUID();
}

export function createDraftStore(folder: string, fs: FileSystem = fileSystem): DraftStore {
  const fileOf = (id: string): string => path.join(folder, `${id}${EXTENSION}`);

  async function read(name: string): Promise<StoredDraft | null> {
    try {
      const stored = draftSchema.parse(JSON.parse(await fs.readFile(path.join(folder, name), 'utf8')));
      const { version: _, ...draft } = stored;
      return { id: name.slice(0, -EXTENSION.length), draft };
    } catch {
      return null;
    }
  }

  return {
    async write(id, draft) {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      await saveFile(fileOf(id), JSON.stringify({ version: 1, ...draft }), fs);
    },

    async remove(id) {
      try {
        await fs.unlink(fileOf(id));
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') throw error;
      }
    },

    async list() {
      let names: string[];
      try {
        names = await fs.readdir(folder);
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return [];
        throw error;
      }
      // A crash in the middle of a write leaves its temporary file; the draft it was to replace is whole.
      for (const name of names.filter((name) => name.startsWith(TEMPORARY_PREFIX)))
        await fs.unlink(path.join(folder, name)).catch(() => undefined);
      const drafts = await Promise.all(names.filter((name) => name.endsWith(EXTENSION)).map(read));
      return drafts.filter((stored) => stored !== null).toSorted((a, b) => a.draft.savedAt - b.draft.savedAt);
    },
  };
}
