import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failingDisk } from './failing-disk';
import { SaveError } from './save';
import { createVersionStore, MOST_VERSIONS } from './versions';

const LAB = '/labs/lab.md';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-versions-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('lists what is left while the oldest is taken away', async () => {
  const store = createVersionStore(folder);
  await store.add(LAB, 'one', 'saved', 1000);
  const [own = ''] = await readdir(folder);
  // A name that is there to be listed and leads nowhere, as one that vanishes once it was listed.
  await symlink(path.join(folder, 'gone'), path.join(folder, own, '500-0.saved.md'));
  expect((await store.list(LAB)).map(({ savedAt }) => savedAt)).toEqual([1000]);
});

it('keeps each text once, newest first, notebooks apart', async () => {
  const store = createVersionStore(folder);
  await store.add(LAB, 'one', 'saved', 1000);
  await store.add(LAB, 'two\r\n', 'saved', 2000);
  await store.add(LAB, 'two\r\n', 'saved', 3000);
  await store.add(LAB, 'six', 'replaced', 3000);
  await store.add('/labs/other.md', 'other', 'saved', 1500);
  const versions = await store.list(LAB);
  expect(versions.map(({ savedAt, reason, bytes }) => [savedAt, reason, bytes])).toEqual([
    [3000, 'replaced', 3],
    [2000, 'saved', 5],
    [1000, 'saved', 3],
  ]);
  expect(await store.read(LAB, versions[1]?.id ?? '')).toBe('two\r\n');
});

it('tells versions of one moment apart', async () => {
  const store = createVersionStore(folder);
  await Promise.all(['a', 'b', 'c'].map((text) => store.add(LAB, text, 'saved', 7)));
  const versions = await store.list(LAB);
  expect(await Promise.all(versions.map(({ id }) => store.read(LAB, id)))).toEqual(['c', 'b', 'a']);
});

it('keeps one a minute where it is told so', async () => {
  const store = createVersionStore(folder);
  for (const at of [0, 30_000, 70_000, 100_000]) await store.add(LAB, `${at}`, 'saved', at, 60_000);
  expect((await store.list(LAB)).map(({ savedAt }) => savedAt)).toEqual([70_000, 0]);
});

it('keeps every version, in their order and with their times, while the clock goes back', async () => {
  const store = createVersionStore(folder);
  const texts = async (): Promise<string[]> => {
    const versions = await store.list(LAB);
    return Promise.all(versions.map(({ id }) => store.read(LAB, id)));
  };
  await store.add(LAB, 'ahead', 'saved', 1_000_000);
  await store.add(LAB, 'back', 'replaced', 5000);
  await store.add(LAB, 'saved by itself', 'saved', 4000, 60_000);
  expect(await texts()).toEqual(['saved by itself', 'back', 'ahead']);
  expect((await store.list(LAB)).map(({ savedAt }) => savedAt)).toEqual([4000, 5000, 1_000_000]);
  for (let at = 1; at <= MOST_VERSIONS; at += 1) await store.add(LAB, `text ${at}`, 'saved', at);
  expect(await texts()).toEqual(
    Array.from({ length: MOST_VERSIONS }, (_, index) => `text ${MOST_VERSIONS - index}`),
  );
});

it('keeps the last fifty', async () => {
  const store = createVersionStore(folder);
  for (let at = 1; at <= MOST_VERSIONS + 5; at += 1) await store.add(LAB, `text ${at}`, 'saved', at);
  const versions = await store.list(LAB);
  expect(versions).toHaveLength(MOST_VERSIONS);
  expect(versions.at(-1)?.savedAt).toBe(6);
});

it('has no versions of a notebook it does not know, and none of another name', async () => {
  const store = createVersionStore(folder);
  expect(await store.list(LAB)).toEqual([]);
  await store.add(LAB, 'x', 'saved', 1);
  await expect(store.read(LAB, '../../x')).rejects.toThrow('no version');
});

it('loses no version when one cannot be written', async () => {
  await createVersionStore(folder).add(LAB, 'one', 'saved', 1);
  const probe = failingDisk(null, 'ENOSPC');
  await createVersionStore(folder, probe.fs).add(LAB, 'two', 'saved', 2);
  const opens = probe.calls.indexOf('open');
  const store = createVersionStore(folder, failingDisk(opens, 'ENOSPC').fs);
  await expect(store.add(LAB, 'three', 'saved', 3)).rejects.toThrow(SaveError);
  const [kept] = await readdir(folder);
  expect(await readdir(path.join(folder, kept ?? ''))).toEqual(['1-0.saved.md', '2-0.saved.md']);
});
