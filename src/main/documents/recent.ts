/** The list of notebooks opened last, newest first, in a file of its own. A damaged list is an empty list. */
import { z } from 'zod';
import { fileSystem, type FileSystem } from './file-system';
import { saveFile } from './save';

const MAX_RECENT = 10;

const listSchema = z.array(z.string().min(1)).max(1000);

export interface RecentFiles {
  /** Absolute paths, newest first. */
  readonly list: () => readonly string[];
  /** Reads the list of the last time; what was added since the start stays on top. */
  readonly load: () => Promise<void>;
  readonly add: (path: string) => void;
  readonly remove: (path: string) => void;
  readonly clear: () => void;
  /** Resolves when all changes are written. A list that cannot be written is forgotten, no more. */
  readonly settled: () => Promise<void>;
}

export function createRecentFiles(
  file: string,
  onChange: () => void,
  fs: FileSystem = fileSystem,
): RecentFiles {
  let recent: readonly string[] = [];
  let writing: Promise<void> = Promise.resolve();

  function set(next: readonly string[]): void {
    recent = [...new Set(next)].slice(0, MAX_RECENT);
    onChange();
  }

  function change(next: readonly string[]): void {
    set(next);
    writing = writing.then(() => saveFile(file, JSON.stringify(recent), fs)).catch(() => undefined);
  }

  return {
    list: () => recent,
    async load() {
      set([...recent, ...(await read(file, fs))]);
    },
    add: (path) => change([path, ...recent]),
    remove: (path) => change(recent.filter((other) => other !== path)),
    clear: () => change([]),
    settled: () => writing,
  };
}

async function read(file: string, fs: FileSystem): Promise<readonly string[]> {
  try {
    return listSchema.parse(JSON.parse(await fs.readFile(file, 'utf8')));
  } catch {
    return [];
  }
}
