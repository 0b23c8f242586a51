import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFile } from './watch-file';

const posix = process.platform !== 'win32';
let folder: string;
let stop: () => void;
const told = vi.fn<() => void>();

beforeEach(async () => {
  told.mockReset();
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-watch-'));
  await mkdir(path.join(folder, 'labs'));
  await writeFile(path.join(folder, 'labs', 'lab.md'), 'one');
});

afterEach(async () => {
  stop();
  await rm(folder, { recursive: true });
});

async function tellsOf(act: () => Promise<void>): Promise<void> {
  // What was made just before may still be told.
  await new Promise((resolve) => setTimeout(resolve, 400));
  told.mockReset();
  await act();
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), { timeout: 5000 });
}

it('tells of a write, a replacement and an end, and of nothing else', async () => {
  const file = path.join(folder, 'labs', 'lab.md');
  stop = watchFile(file, told);
  await tellsOf(() => writeFile(file, 'two'));
  await writeFile(`${file}.other`, 'three');
  await tellsOf(() => rename(`${file}.other`, file));
  await tellsOf(() => rm(file));
  await new Promise((resolve) => setTimeout(resolve, 400));
  told.mockReset();
  await writeFile(path.join(folder, 'labs', 'another.md'), '');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(told).not.toHaveBeenCalled();
});

it.runIf(posix)('tells of what a link leads to, and of a link that leads elsewhere', async () => {
  const real = path.join(folder, 'labs', 'lab.md');
  const linked = path.join(folder, 'link.md');
  await symlink(real, linked);
  stop = watchFile(linked, told);
  await tellsOf(() => writeFile(real, 'two'));
  const other = path.join(folder, 'labs', 'other.md');
  await writeFile(other, 'three');
  await tellsOf(async () => {
    await rm(linked);
    await symlink(other, linked);
  });
  await tellsOf(() => writeFile(other, 'four'));
});

it.runIf(posix)('tells of a folder that is moved, and goes on in one made anew', async () => {
  const labs = path.join(folder, 'labs');
  const file = path.join(labs, 'lab.md');
  stop = watchFile(file, told);
  await tellsOf(() => rename(labs, path.join(folder, 'moved')));
  await tellsOf(async () => {
    await mkdir(labs);
    await writeFile(file, 'anew');
  });
  await tellsOf(() => writeFile(file, 'more'));
  await tellsOf(() => rm(labs, { recursive: true }));
  await tellsOf(async () => {
    await mkdir(labs);
    await writeFile(file, 'again');
  });
  await tellsOf(() => writeFile(file, 'and again'));
});
