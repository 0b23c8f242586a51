/**
 * Each call to the disk fails in turn, with each error, for everything that is written: nothing that was kept
 * is lost, nothing is half-written, and it works once the disk does.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../shared/settings';
import { parseSettings } from '../shared/settings-schema';
import { strings } from '../shared/strings';
import { isDirty, openedDocument } from './documents/document';
import { createDraftStore, type Draft } from './documents/drafts';
import { failingDisk, type Failing } from './documents/failing-disk';
import type { FileSystem } from './documents/file-system';
import { readNotebookFile } from './documents/read';
import { createRecentFiles } from './documents/recent';
import { restoreDraft } from './documents/restore';
import { saveFile, SaveError } from './documents/save';
import { createSession, type Session } from './documents/session';
import { createVersionStore } from './documents/versions';
import { createSettingsStore } from './settings-store';
import { createWindowMemory } from './window-memory';

const FAULTS = ['ENOSPC', 'EACCES', 'EIO'].flatMap((code) =>
  (['before', 'halfway'] as const).map((how): readonly [string, Failing] => [code, how]),
);

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-faults-'));
  file = path.join(folder, 'lab.tracebook.md');
});

afterEach(() => rm(folder, { recursive: true }));

/** Does something again and again, on a disk whose first, second, ... call fails, as many calls as it makes. */
async function failEach(
  [code, how]: readonly [string, Failing],
  attempt: (fs: FileSystem, call: string, mend: () => void) => Promise<void>,
): Promise<readonly string[]> {
  const whole = failingDisk(null, code);
  await attempt(whole.fs, 'none', whole.mend);
  for (const [index, call] of whole.calls.entries()) {
    const { fs, calls, mend } = failingDisk(index, code, how);
    await attempt(fs, `${call} (${index})`, mend);
    expect(calls.length, `${call} (${index}) was reached`).toBeGreaterThan(index);
  }
  return whole.calls;
}

const OLD = '# Title\n';
const NEW = '# Title\n\nMuch more than there was.\n';

function open(fs: FileSystem): { readonly session: Session; readonly type: (text: string) => void } {
  const session = createSession(openedDocument(file, OLD), {
    drafts: createDraftStore(path.join(folder, 'drafts'), fs),
    read: (wanted) => readNotebookFile(wanted, fs),
    save: (wanted, content) => saveFile(wanted, content, fs),
    now: () => 1000,
    onSaved: () => undefined,
    onState: () => undefined,
  });
  const type = (text: string): void => {
    const { revision, notebook } = session.document();
    session.apply(revision, [{ type: 'set-text', id: notebook.cells[0]?.id ?? '', text }]);
  };
  return { session, type };
}

describe.each(FAULTS)('with %s, %s', (...fault) => {
  it('a notebook is saved whole or not at all, tells, and has its work in the file or a draft', async () => {
    const calls = await failEach(fault, async (fs, call, mend) => {
      await rm(path.join(folder, 'drafts'), { recursive: true, force: true });
      await writeFile(file, OLD);
      const { session, type } = open(fs);
      type(NEW.trimEnd());
      const outcome = await session.save(file, false);
      const { notice } = session.document();
      await session.flush();
      const content = await readFile(file, 'utf8');
      expect([OLD, NEW], call).toContain(content);
      if (outcome.kind === 'saved') expect(content, call).toBe(NEW);
      else {
        expect(outcome.kind, call).toBe('failed');
        expect(isDirty(session.document()), call).toBe(true);
        expect(notice?.(), call).toContain(strings.dialogs.saving.notice('').trim());
      }
      // The draft's time has come, and then a crash: what comes back, of the file and the drafts, is all of the work.
      const restored = await Promise.all(
        (await createDraftStore(path.join(folder, 'drafts')).list()).map(({ draft }) => restoreDraft(draft)),
      );
      expect([content, ...restored.map((document) => document?.text)], call).toContain(NEW);
      expect(
        restored.every((document) => document === null || document.disk === 'same'),
        call,
      ).toBe(true);
      expect(
        (await readdir(folder)).filter((name) => name !== 'drafts'),
        call,
      ).toEqual(['lab.tracebook.md']);

      mend();
      expect(await session.save(file, false), call).toEqual({ kind: 'saved' });
      expect(await readFile(file, 'utf8'), call).toBe(NEW);
      expect(session.document(), call).toMatchObject({ notice: null, disk: 'same' });
      expect(await createDraftStore(path.join(folder, 'drafts')).list(), call).toEqual([]);
    });
    expect(calls).toEqual(expect.arrayContaining(['mkdir', 'open', 'writeFile', 'sync', 'rename', 'unlink']));
  });

  it('a draft is replaced whole or not at all', async () => {
    const draft: Draft = { path: file, name: 'lab', baseHash: null, savingHash: null, savedAt: 1, text: OLD };
    await failEach(fault, async (fs, call) => {
      const place = path.join(folder, 'drafts');
      await createDraftStore(place).write('a', draft);
      const newer = { ...draft, savedAt: 2, text: NEW };
      const failed = await createDraftStore(place, fs)
        .write('a', newer)
        .then(
          () => null,
          (error: unknown) => error,
        );
      const [stored, ...others] = await createDraftStore(place).list();
      expect(others, call).toEqual([]);
      expect(failed === null ? [newer] : [draft, newer], call).toContainEqual(stored?.draft);
      expect(await readdir(place), call).toEqual(['a.draft.json']);
    });
  });

  it('a version is added whole or not at all, and those before it stay', async () => {
    await failEach(fault, async (fs, call) => {
      const place = path.join(folder, 'versions');
      await rm(place, { recursive: true, force: true });
      const versions = createVersionStore(place);
      await versions.add(file, OLD, 'saved', 1);
      const failed = await createVersionStore(place, fs)
        .add(file, NEW, 'saved', 2)
        .then(
          () => null,
          (error: unknown) => error,
        );
      const texts = await Promise.all((await versions.list(file)).map(({ id }) => versions.read(file, id)));
      expect(failed === null ? [[NEW, OLD]] : [[OLD], [NEW, OLD]], call).toContainEqual(texts);
    });
  });

  it('settings are replaced whole or not at all', async () => {
    const place = path.join(folder, 'settings.json');
    await failEach(fault, async (fs, call, mend) => {
      await writeFile(place, JSON.stringify(DEFAULT_SETTINGS));
      const store = createSettingsStore(place, () => undefined, fs);
      const changed = { ...DEFAULT_SETTINGS, autosave: 'onBlur' } as const;
      const failed = await store.set(changed).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failed === null || failed instanceof SaveError, call).toBe(true);
      expect(store.get(), call).toEqual(changed);
      const kept = parseSettings(await readFile(place, 'utf8'));
      expect(failed === null ? [changed] : [DEFAULT_SETTINGS, changed], call).toContainEqual(kept);
      mend();
      await store.set(changed);
      expect(parseSettings(await readFile(place, 'utf8')), call).toEqual(changed);
      expect(await readdir(folder), call).toEqual(['settings.json']);
    });
  });

  it('settings that a person wrote wrongly are kept aside before they are replaced', async () => {
    const place = path.join(folder, 'settings.json');
    await failEach(fault, async (fs, call) => {
      await rm(path.join(folder, 'settings.wrong.json'), { force: true });
      await writeFile(place, '{ "autosave": "sometimes" }');
      const store = createSettingsStore(place, () => undefined, fs);
      await store.load();
      const failed = await store.set(DEFAULT_SETTINGS).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failed === null || failed instanceof SaveError, call).toBe(true);
      const texts = await Promise.all(
        (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')),
      );
      expect(texts.filter((text) => text.includes('sometimes')).length, call).toBe(1);
    });
  });

  it('recent files and windows are replaced whole or not at all, without a word', async () => {
    await failEach(fault, async (fs, call) => {
      const recent = createRecentFiles(path.join(folder, 'recent.json'), () => undefined, fs);
      recent.add(file);
      await recent.settled();
      const memory = createWindowMemory(path.join(folder, 'windows.json'), fs);
      memory.keep([{ path: file, bounds: null, view: null }]);
      await memory.settled();
      for (const name of await readdir(folder))
        expect(JSON.parse(await readFile(path.join(folder, name), 'utf8')), call).toHaveLength(1);
    });
  });
});
