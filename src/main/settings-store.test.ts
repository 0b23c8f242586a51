import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../shared/settings';
import { createSettingsStore } from './settings-store';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-settings-'));
  file = path.join(folder, 'settings.json');
});

afterEach(() => rm(folder, { recursive: true }));

it('has defaults where there is no file, and keeps what is set', async () => {
  const told: Settings[] = [];
  const store = createSettingsStore(file, (settings) => void told.push(settings));
  await store.load();
  expect(store.get()).toEqual(DEFAULT_SETTINGS);
  expect(store.problem()).toBeNull();
  const wished: Settings = {
    ...DEFAULT_SETTINGS,
    autosave: 'onBlur',
    language: 'ja',
    zoom: 125,
    keys: { 'cell.delete': ['Delete'] },
  };
  await store.set(wished);
  expect(told).toEqual([DEFAULT_SETTINGS, wished]);

  const again = createSettingsStore(file, () => undefined);
  await again.load();
  expect(again.get()).toEqual(wished);
});

it('takes over what a person writes into the file, and keeps aside what is wrong there', async () => {
  const told: Settings[] = [];
  const store = createSettingsStore(file, (settings) => void told.push(settings));
  await store.load();
  await store.set({ ...DEFAULT_SETTINGS, zoom: 125 });
  await store.look();
  expect(told).toHaveLength(2);

  await writeFile(file, '{ "zoom": 150, "keys": { "cell.delete": ["Delete"] } }');
  await store.look();
  expect(told.at(-1)).toMatchObject({ zoom: 150, keys: { 'cell.delete': ['Delete'] } });

  // Half-written: what holds goes on, and the text is kept aside once a setting is changed.
  await writeFile(file, '{ "zoom": 15');
  await store.look();
  expect(store.get().zoom).toBe(150);
  await store.set({ ...store.get(), autosave: 'onBlur' });
  expect(await readFile(path.join(folder, 'settings.wrong.json'), 'utf8')).toBe('{ "zoom": 15');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ zoom: 150, autosave: 'onBlur' });
});

it('tells what is wrong in the file, and keeps that file aside when something is set', async () => {
  await writeFile(file, '{"autosave":"always"}');
  const store = createSettingsStore(file, () => undefined);
  await store.load();
  expect(store.get()).toEqual(DEFAULT_SETTINGS);
  expect(store.problem()?.()).toContain('autosave');
  await store.set({ ...DEFAULT_SETTINGS, autosave: 'afterDelay' });
  expect(store.problem()).toBeNull();
  expect(await readFile(path.join(folder, 'settings.wrong.json'), 'utf8')).toBe('{"autosave":"always"}');
  expect(await readFile(file, 'utf8')).toContain('afterDelay');
});
