import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDraftStore, newDraftId, type Draft } from './drafts';
import { failingDisk } from './failing-disk';
import { TEMPORARY_PREFIX } from './leftovers';
import { SaveError } from './save';

const draft: Draft = {
  path: '/lab.md',
  name: 'lab.md',
  baseHash: 'abc',
  savingHash: null,
  savedAt: 1000,
  text: '# Größe\r\n',
};

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'tracebook-drafts-'));
  folder = path.join(parent, 'drafts');
});

afterEach(() => rm(parent, { recursive: true }));

describe('drafts', () => {
  it('come back as they were written, oldest first', async () => {
    const store = createDraftStore(folder);
    await store.write('second', { ...draft, savedAt: 2000, path: null, baseHash: null });
    await store.write('first', draft);
    expect(await createDraftStore(folder).list()).toEqual([
      { id: 'first', draft },
      { id: 'second', draft: { ...draft, savedAt: 2000, path: null, baseHash: null } },
    ]);
  });

  it('are replaced and removed by their id', async () => {
    const store = createDraftStore(folder);
    await store.write('a', draft);
    await store.write('a', { ...draft, text: 'newer' });
    expect((await store.list()).map(({ draft }) => draft.text)).toEqual(['newer']);
    await store.remove('a');
    await store.remove('a');
    expect(await store.list()).toEqual([]);
  });

  it('are none before the first one', async () => {
    expect(await createDraftStore(folder).list()).toEqual([]);
  });

  it.each(['', '{"version":1', '{"version":2}', '[]'])('leave a damaged file (%j) alone', async (content) => {
    const store = createDraftStore(folder);
    await store.write('good', draft);
    await writeFile(path.join(folder, 'bad.draft.json'), content);
    expect((await store.list()).map(({ id }) => id)).toEqual(['good']);
    expect(await readFile(path.join(folder, 'bad.draft.json'), 'utf8')).toBe(content);
  });

  it('clean up what a crash left of a write', async () => {
    const store = createDraftStore(folder);
    await store.write('a', draft);
    await writeFile(path.join(folder, `${TEMPORARY_PREFIX}0123.tmp`), '{"version":1,"te');
    expect((await store.list()).map(({ id }) => id)).toEqual(['a']);
    expect(await readdir(folder)).toEqual(['a.draft.json']);
  });

  it('keep the older draft when a newer one cannot be written, whichever call fails', async () => {
    const store = createDraftStore(folder);
    await store.write('a', draft);
    const probe = failingDisk(null, 'ENOSPC');
    await createDraftStore(folder, probe.fs).write('a', draft);
    for (let index = probe.calls.indexOf('lstat'); index <= probe.calls.indexOf('rename'); index++) {
      const failing = createDraftStore(folder, failingDisk(index, 'ENOSPC').fs);
      await expect(failing.write('a', { ...draft, text: 'newer' })).rejects.toThrow(SaveError);
      expect(await store.list()).toEqual([{ id: 'a', draft }]);
    }
  });

  it('have ids of their own', () => {
    expect(newDraftId()).not.toBe(newDraftId());
  });
});
