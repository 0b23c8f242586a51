/** Writes files into a folder, or says in one sentence why that is not possible. */
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
    mkdirSync(folder, { recursive: true });
    if (!force && readdirSync(folder).length > 0)
      return 'The folder is not empty; --force writes into it all the same';
    for (const [name, text] of files) {
      const target = path.join(folder, ...name.split('/'));
      const inner = path.dirname(target);
      if (inner !== path.normalize(folder)) {
        mkdirSync(inner, { recursive: true });
        // What is written stays in the folder.
        if (!lstatSync(inner).isDirectory()) return `${inner} leads out of the folder`;
      }
      if (existsSync(target) || isLink(target)) rmSync(target);
      writeFileSync(target, text, { flag: 'wx' });
    }
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return `The files cannot be written (${code})`;
  }
}

function isLink(target: string): boolean {
  return lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
