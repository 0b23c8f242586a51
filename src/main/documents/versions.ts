/**
 * Earlier texts of each notebook, kept in the profile: one for each save, and one for unsaved work that
 * something else took the place of. The file itself stays what it is; nothing here is needed to read it.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { VersionInfo } from '../../shared/ipc';
import { fileSystem, ifExists, type FileSystem } from './file-system';
import { saveFile } from './save';

/** Versions kept of each notebook. */
export const MOST_VERSIONS = 50;

/**
 * `1767225600000-0.saved.md`: its place among the others (ms), why. The place is when it was kept, but never before
 * another's: a clock that goes back must neither drop nor bury a version. Then the true time stands behind it:
 * `1767225600001-0.1767225500000.saved.md`.
 */
const NAME = /^((\d{1,16})-(\d{1,4}))(?:\.(\d{1,16}))?\.(saved|replaced)\.md$/;

interface StoredVersion extends VersionInfo {
  readonly name: string;
  /** Its place among the others, ms, and among those of the same. */
  readonly place: number;
  readonly number: number;
}

export interface VersionStore {
  /**
   * Keeps a text as the newest version, unless the newest already is that text, or is younger than `gap` ms.
   * Throws SaveError.
   */
  add(
    file: string,
    text: string,
    reason: VersionInfo['reason'],
    savedAt: number,
    gap?: number,
  ): Promise<void>;
  /** Newest first. */
  list(file: string): Promise<readonly VersionInfo[]>;
  /** The text of a version. Throws where there is none. */
  read(file: string, id: string): Promise<string>;
}

export function createVersionStore(root: string, fs: FileSystem = fileSystem): VersionStore {
  // Two notebooks never share a folder, however alike their names.
  const folderOf = (file: string): string =>
    path.join(root, createHash('sha256').update(file, 'utf8').digest('hex').slice(0, 32));
  let writing: Promise<unknown> = Promise.resolve();

  async function stored(file: string): Promise<readonly StoredVersion[]> {
    const folder = folderOf(file);
    const names = (await ifExists(fs.readdir(folder))) ?? [];
    const found = names.flatMap((name) => {
      const [, id, place, number, savedAt, reason] = NAME.exec(name) ?? [];
      if (id === undefined || (reason !== 'saved' && reason !== 'replaced')) return [];
      return [
        { name, id, place: Number(place), number: Number(number), savedAt: Number(savedAt ?? place), reason },
      ] as const;
    });
    const versions = await Promise.all(
      found.map(async (version) => {
        // One that is added just now may take the oldest away.
        const stats = await ifExists(fs.stat(path.join(folder, version.name)));
        return stats === null ? [] : [{ ...version, bytes: stats.size }];
      }),
    );
    return versions.flat().toSorted((a, b) => b.place - a.place || b.number - a.number);
  }

  async function read(file: string, id: string): Promise<string> {
    const version = (await stored(file)).find((each) => each.id === id);
    if (version === undefined) throw new Error(`there is no version ${id}`);
    return fs.readFile(path.join(folderOf(file), version.name), 'utf8');
  }

  async function add(
    file: string,
    text: string,
    reason: VersionInfo['reason'],
    savedAt: number,
    gap: number,
  ): Promise<void> {
    const before = await stored(file);
    const [newest] = before;
    // Where the clock went back nobody knows how young the newest is.
    if (newest !== undefined && newest.savedAt <= savedAt && newest.savedAt > savedAt - gap) return;
    if (newest !== undefined && newest.bytes === Buffer.byteLength(text, 'utf8')) {
      if ((await read(file, newest.id)) === text) return;
    }
    const folder = folderOf(file);
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const place = Math.max(savedAt, newest === undefined ? 0 : newest.place + 1);
    const time = place === savedAt ? '' : `.${savedAt}`;
    await saveFile(path.join(folder, `${place}-0${time}.${reason}.md`), text, fs);
    for (const old of before.slice(MOST_VERSIONS - 1)) await fs.unlink(path.join(folder, old.name));
  }

  return {
    async list(file) {
      const versions = await stored(file);
      return versions.map(({ id, savedAt, reason, bytes }) => ({ id, savedAt, reason, bytes }));
    },
    read,
    add(file, text, reason, savedAt, gap = 0) {
      const added = writing.then(() => add(file, text, reason, savedAt, gap));
      writing = added.catch(() => undefined);
      return added;
    },
  };
}
