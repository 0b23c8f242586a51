import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecentFiles } from './recent';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-recent-'));
  file = path.join(folder, 'recent.json');
});

afterEach(() => rm(folder, { recursive: true }));

describe('recent files', () => {
  it('stand newest first, each once, and are there at the next start', async () => {
    const onChange = vi.fn();
    const recent = createRecentFiles(file, onChange);
    await recent.load();
    recent.add('/a.md');
    recent.add('/b.md');
    recent.add('/a.md');
    expect(recent.list()).toEqual(['/a.md', '/b.md']);
    expect(onChange).toHaveBeenCalledTimes(4);
    await recent.settled();
    const next = createRecentFiles(file, () => undefined);
    await next.load();
    expect(next.list()).toEqual(['/a.md', '/b.md']);
  });

  it('are ten at most', () => {
    const recent = createRecentFiles(file, () => undefined);
    for (let n = 1; n <= 12; n++) recent.add(`/${n}.md`);
    expect(recent.list()).toHaveLength(10);
    expect(recent.list()[0]).toBe('/12.md');
  });

  it('can be removed and cleared', async () => {
    const recent = createRecentFiles(file, () => undefined);
    recent.add('/a.md');
    recent.add('/b.md');
    recent.remove('/a.md');
    expect(recent.list()).toEqual(['/b.md']);
    recent.clear();
    await recent.settled();
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([]);
  });

  it.each(['', '{', '{"a":1}', '[1]', '[""]', 'null', '["/a.md"'])(
    'are none where the list is %j',
    async (damaged) => {
      await writeFile(file, damaged);
      const recent = createRecentFiles(file, () => undefined);
      await recent.load();
      expect(recent.list()).toEqual([]);
      recent.add('/a.md');
      await recent.settled();
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(['/a.md']);
    },
  );

  it('go on where the list cannot be written', async () => {
    const recent = createRecentFiles(path.join(folder, 'gone', 'recent.json'), () => undefined);
    recent.add('/a.md');
    await recent.settled();
    expect(recent.list()).toEqual(['/a.md']);
  });
});
