/** The command line as tests run it: what it says, and nothing of the world but what they hand in. */
import type { Io } from './io';
import { main } from './main';
import { readTextFile } from './read-file';
import { writeTextFile } from './write-file';
import { writeFolder } from './write-folder';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type World = Pick<Io, 'read' | 'writeFolder' | 'writeFile'>;

/** The files there are, and a real file system's own. */
export const ON_DISK: World = { read: readTextFile, writeFolder, writeFile: writeTextFile };

/** Files that exist in memory only; nothing can be written. */
export function inMemory(files: Readonly<Record<string, string>>): World {
  return {
    read: (file) => {
      const text = files[file];
      return text === undefined ? { ok: false, message: 'There is no such file' } : { ok: true, text };
    },
    writeFolder: () => 'Nothing is written in tests',
    writeFile: () => 'Nothing is written in tests',
  };
}

export function runIn(
  world: World,
  args: readonly string[],
  more: Pick<Io, 'environment' | 'png'> = {},
): Outcome {
  const said = { out: '', err: '' };
  const code = main(args, {
    version: '1.2.3',
    ...world,
    ...more,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}
