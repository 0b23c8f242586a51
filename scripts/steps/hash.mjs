// @ts-check
/** Content hashes that tell whether something must be built again. */
import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from './paths.mjs';

/**
 * The hash of the sources below some paths of the project; tests are not sources. A path that is not there
 * counts as empty.
 * @param {readonly string[]} paths files or folders, relative to the project
 */
export async function hashOf(paths) {
  const files = (await Promise.all(paths.map(filesBelow)))
    .flat()
    .filter((file) => !/\.test\.tsx?$/.test(file));
  const contents = await Promise.all(files.map((file) => readFile(inProject(file))));
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${file}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}

/**
 * @param {string} name
 * @returns {Promise<string[]>} with forward slashes, in the same order everywhere
 */
async function filesBelow(name) {
  const found = await stat(inProject(name)).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [name];
  const entries = await readdir(inProject(name), { withFileTypes: true });
  const below = await Promise.all(entries.map((entry) => filesBelow(path.posix.join(name, entry.name))));
  return below.flat().toSorted();
}
