/** Writes a text file whole or not at all, or says in one sentence why that is not possible. */
import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeFailure } from './write-errors';

/** @param force writes over a file that is there; a link is followed, what it leads to is written */
export function writeTextFile(file: string, text: string, force: boolean): string | null {
  try {
    const present = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
    if (present && !force) return 'There is such a file already; --force writes over it';
    const target = present ? realpathSync(file) : file;
    const old = present ? statSync(target) : null;
    if (old !== null && !old.isFile()) return 'This is no file that can be written over';
    replace(target, text, old === null ? 0o666 : old.mode & 0o7777);
    return null;
  } catch (error) {
    return writeFailure(error, 'The folder does not exist');
  }
}

/** Whoever reads meanwhile sees all of the old text or all of the new. */
function replace(target: string, text: string, mode: number): void {
  const temporary = path.join(path.dirname(target), `.tracebook-${process.pid}-${path.basename(target)}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
