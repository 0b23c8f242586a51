import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWindowMemory, type RememberedWindow } from './window-memory';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-windows-'));
  file = path.join(folder, 'windows.json');
});

afterEach(() => rm(folder, { recursive: true }));

const WINDOW: RememberedWindow = {
  path: '/labs/a.md',
  bounds: { x: 10, y: -20, width: 800, height: 600 },
  view: { cell: 'a', offset: 12.5, selected: 'b', outline: true },
};

it('keeps the last state of the windows', async () => {
  const memory = createWindowMemory(file);
  expect(await memory.load()).toEqual([]);
  memory.keep([]);
  memory.keep([WINDOW]);
  await memory.settled();
  expect(await createWindowMemory(file).load()).toEqual([WINDOW]);
});

it('takes a damaged file for none', async () => {
  await writeFile(file, '[{"path":3}]');
  expect(await createWindowMemory(file).load()).toEqual([]);
});
