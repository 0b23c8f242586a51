/** Writes files into a folder, or says in one sentence why that is not possible. */
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeFailure } from './write-errors';

/**
 * @param files contents by relative path with forward slashes, at most one folder deep
 * @param force writes into a folder that holds something, over files of the same names; others stay
 */
export function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  force: boolean,
): string | null {
  try {
    makeFolder(folder);
    if (!force && readdirSync(folder).length > 0)
      return 'The folder is not empty; --force writes into it all the same';
    for (const [name, text] of files) {
      const target = path.join(folder, ...name.split('/'));
      const inner = path.dirname(target);
      if (inner !== path.normalize(folder)) {
        if (!existsSync(inner)) mkdirSync(inner);
        // What is written stays in the folder.
        if (!lstatSync(inner).isDirectory()) return `${inner} leads out of the folder`;
      }
      if (existsSync(target) || isLink(target)) rmSync(target);
      writeFileSync(target, text, { flag: 'wx' });
    }
    return null;
  } catch (error) {
    return writeFailure(error, 'No folder can be made there');
  }
}

/** With the folders around it, one by one: where none can be made (/proc), Node's own way to make all never ends. */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) missing.unshift(at);
  for (const each of missing) mkdirSync(each);
}

function isLink(target: string): boolean {
  return lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
