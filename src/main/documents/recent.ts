/** The list of notebooks opened last, newest first, in a file of its own. A damaged list is an empty list. */
import { z } from 'zod';
import { fileSystem, type FileSystem } from './file-system';
import { saveFile } from './save';

const MAX_RECENT = 10;

const listSchema = z.array(z.string().min(1)).max(1000);

export async function readRecent(file: string, fs: FileSystem = fileSystem): Promise<readonly string[]> {
  try {
    return listSchema.parse(JSON.parse(await fs.readFile(file, 'utf8'))).slice(0, MAX_RECENT);
  } catch {
    return [];
  }
}

export async function writeRecent(
  file: string,
  recent: readonly string[],
  fs: FileSystem = fileSystem,
): Promise<void> {
  await saveFile(file, JSON.stringify(recent), fs);
}

/** The list with `path` at its top. */
export function addRecent(recent: readonly string[], path: string): readonly string[] {
  return [path, ...recent.filter((other) => other !== path)].slice(0, MAX_RECENT);
}
