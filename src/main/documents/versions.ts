/**
 * Earlier texts of each notebook, kept in the profile: one for each save, and one for unsaved work that
 * something else took the place of. The file itself stays what it is; nothing here is needed to read it.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { VersionInfo } from '../../shared/ipc';
import { errorCode, fileSystem, type FileSystem } from './file-system';
import { saveFile } from './save';

/** Versions kept of each notebook. */
export const MOST_VERSIONS = 50;

/** `1767225600000-0.saved.md`: when (ms), which of that moment, why. */
const NAME = /^((\d{1,16})-\d{1,4})\.(saved|replaced)\.md$/;

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

  async function list(file: string): Promise<readonly VersionInfo[]> {
    const folder = folderOf(file);
    let names: readonly string[];
    try {
      names = await fs.readdir(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
    const found = names.flatMap((name) => {
      const [, id, savedAt, reason] = NAME.exec(name) ?? [];
      if (id === undefined || savedAt === undefined || reason === undefined) return [];
      return [
        { name, id, savedAt: Number(savedAt), reason: reason === 'saved' ? 'saved' : 'replaced' } as const,
      ];
    });
    const versions = await Promise.all(
      found.map(async ({ name, ...version }) => ({
        ...version,
        bytes: (await fs.stat(path.join(folder, name))).size,
      })),
    );
    return versions.toSorted((a, b) => b.savedAt - a.savedAt || order(b.id) - order(a.id));
  }

  async function read(file: string, id: string): Promise<string> {
    const version = (await list(file)).find((each) => each.id === id);
    if (version === undefined) throw new Error(`there is no version ${id}`);
    return fs.readFile(path.join(folderOf(file), nameOf(version)), 'utf8');
  }

  async function add(
    file: string,
    text: string,
    reason: VersionInfo['reason'],
    savedAt: number,
    gap: number,
  ): Promise<void> {
    const before = await list(file);
    const [newest] = before;
    if (newest !== undefined && newest.savedAt > savedAt - gap) return;
    if (newest !== undefined && newest.bytes === Buffer.byteLength(text, 'utf8')) {
      if ((await read(file, newest.id)) === text) return;
    }
    const folder = folderOf(file);
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const same = before.filter((version) => version.savedAt === savedAt).length;
    await saveFile(path.join(folder, nameOf({ id: `${savedAt}-${same}`, reason })), text, fs);
    for (const old of before.slice(MOST_VERSIONS - 1)) await fs.unlink(path.join(folder, nameOf(old)));
  }

  return {
    list,
    read,
    add(file, text, reason, savedAt, gap = 0) {
      const added = writing.then(() => add(file, text, reason, savedAt, gap));
      writing = added.catch(() => undefined);
      return added;
    },
  };
}

function nameOf({ id, reason }: Pick<VersionInfo, 'id' | 'reason'>): string {
  return `${id}.${reason}.md`;
}

function order(id: string): number {
  return Number(id.split('-')[1]);
}
