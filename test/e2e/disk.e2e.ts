/** Saving on a disk that fails: calls to it in the main process are answered as such a disk answers them. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { appStrings as words } from '../../src/shared/strings/app';
import { strings } from '../../src/shared/strings';
import { expect, test } from './app';
import { answerBoxes, chooseTarget, drafted, titles, write } from './notebook';
import { settled } from './window';

test.use({ notebook: null });

const { saving } = strings.dialogs;
const NAME = 'lab.tracebook.md';
const TEXT = '# Lab\n\nWords.\n';

/**
 * From now on nothing can be written below the folder: a file cannot be made (`open`), or what is written into
 * it stops half-way (`write`). Without a code the disk works again.
 */
async function breakDisk(
  app: ElectronApplication,
  folder: string,
  code: string | null,
  at: 'open' | 'write' = 'open',
): Promise<void> {
  await app.evaluate(
    (_, fault) => {
      const disk = process.mainModule?.require('node:fs/promises');
      const open = Reflect.get(globalThis, 'openWhole') ?? disk.open;
      Object.assign(globalThis, { openWhole: open });
      disk.open = async (file: string, flags: string, mode: unknown) => {
        const writes = fault.code !== null && flags !== 'r' && file.startsWith(fault.folder);
        if (!writes) return open(file, flags, mode);
        const error = Object.assign(new Error(`${fault.code}: simulated`), { code: fault.code });
        if (fault.at === 'open') throw error;
        const handle = await open(file, flags, mode);
        const { writeFile: whole } = handle;
        handle.writeFile = async (content: string) => {
          await Reflect.apply(whole, handle, [content.slice(0, content.length / 2)]);
          throw error;
        };
        return handle;
      };
    },
    { folder, code, at },
  );
}

/** A notebook in a folder of its own, which can be broken alone. */
async function makeLab(folder: string): Promise<{ readonly labs: string; readonly file: string }> {
  const labs = path.join(folder, 'labs');
  const file = path.join(labs, NAME);
  await mkdir(labs);
  await writeFile(file, TEXT);
  return { labs, file };
}

/** Types, and looks that all of it is there and told to be unsaved. */
async function expectUnsaved(app: ElectronApplication, page: Page, text: string): Promise<void> {
  await expect(page.locator('.cell-markdown').first()).toContainText(text);
  await expect(page.getByText(words.header.unsaved)).toBeVisible();
  expect(await titles(app)).toEqual([`• ${NAME} — Tracebook`]);
}

test('a disk that is full, forbidden or read-only leaves the file whole and the work in the window', async ({
  start,
  folder,
}) => {
  const { labs, file } = await makeLab(folder);
  const { app, page } = await start(file);
  await settled(page);
  await write(page, ' Kept.');
  const shown = await answerBoxes(app, 'OK');
  const notice = page.getByRole('alert', { name: words.notice.label });

  const faults = [
    { code: 'ENOSPC', at: 'write', reason: saving.noSpace },
    { code: 'EACCES', at: 'open', reason: saving.noAccess(labs) },
    { code: 'EROFS', at: 'open', reason: saving.readOnlyDisk },
  ] as const;
  for (const [index, { code, at, reason }] of faults.entries()) {
    await breakDisk(app, labs, code, at);
    await page.keyboard.press('ControlOrMeta+S');
    await expect.poll(shown).toHaveLength(index + 1);
    expect((await shown())[index]).toBe(`${saving.failed(NAME)}\n${reason}\n\n${saving.kept}`);
    await expect(notice).toContainText(saving.notice(reason));
    await expectUnsaved(app, page, 'Kept.');
    expect(await readFile(file, 'utf8')).toBe(TEXT);
    expect(await readdir(labs)).toEqual([NAME]);
    await drafted(folder, ' Kept.');
  }

  // The box offers another place, which has room.
  await answerBoxes(app, strings.dialogs.saveAs);
  const other = path.join(folder, 'other.tracebook.md');
  await chooseTarget(app, other);
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => titles(app)).toEqual(['other.tracebook.md — Tracebook']);
  await expect(notice).toHaveCount(0);
  expect(await readFile(other, 'utf8')).toContain(' Kept.');
  expect(await readFile(file, 'utf8')).toBe(TEXT);
});

test('a disk that is full while a notebook saves itself asks nothing, tells, and is written once it has room', async ({
  start,
  folder,
}) => {
  const { labs, file } = await makeLab(folder);
  const { app, page } = await start(file);
  await settled(page);
  await page.keyboard.press('ControlOrMeta+Comma');
  await page.getByLabel(words.editing.settings.autosave).selectOption({ index: 1 });
  await page.keyboard.press('Escape');
  const shown = await answerBoxes(app, 'OK');

  await breakDisk(app, labs, 'ENOSPC', 'write');
  await write(page, ' Kept.');
  await expect(page.getByRole('alert', { name: words.notice.label })).toContainText(
    saving.notice(saving.noSpace),
  );
  await expectUnsaved(app, page, 'Kept.');
  await drafted(folder, ' Kept.');
  expect(await readFile(file, 'utf8')).toBe(TEXT);
  expect(await readdir(labs)).toEqual([NAME]);

  await breakDisk(app, labs, null);
  await write(page, ' More.');
  await expect.poll(() => readFile(file, 'utf8')).toContain(' Kept. More.');
  await expect.poll(() => titles(app)).toEqual([`${NAME} — Tracebook`]);
  await expect(page.getByRole('alert', { name: words.notice.label })).toHaveCount(0);
  expect(await shown()).toEqual([]);
});
