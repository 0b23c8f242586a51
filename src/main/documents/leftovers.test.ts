import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeLeftovers, temporaryName } from './leftovers';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-leftovers-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The name of a temporary file of a process that has ended. */
function deadName(): string {
  const { pid } = spawnSync(process.execPath, ['--version']);
  return temporaryName('00').replace(`-${process.pid}-`, `-${pid}-`);
}

it('removes what dead processes left, and nothing else', async () => {
  const kept = [
    temporaryName('ab'),
    deadName().replace(/^(\.tracebook-)[0-9a-f]{8}/, '$100000000'),
    '.tracebook-notes.tmp',
    'lab.tracebook.md',
  ];
  for (const name of [...kept, deadName()]) await writeFile(path.join(folder, name), 'x');
  await removeLeftovers(folder);
  expect((await readdir(folder)).toSorted()).toEqual(kept.toSorted());
});

it('minds no folder that is gone', async () => {
  await rm(folder, { recursive: true });
  await expect(removeLeftovers(folder)).resolves.toBeUndefined();
});
