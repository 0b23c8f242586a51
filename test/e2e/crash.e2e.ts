import { readFile, writeFile } from 'node:fs/promises';
import { appStrings as words } from '../../src/shared/strings/app';
import { dialogStrings } from '../../src/shared/strings/dialogs';
import { expect, test } from './app';
import { choose, drafted, drafts, titles, write } from './notebook';
import { settled } from './window';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

test('unsaved work survives kill -9', async ({ start, file, folder }) => {
  const before = await readFile(file ?? '', 'utf8');
  const first = await start();
  await write(first.page, ' Unsaved.');
  await drafted(folder, ' Unsaved.');
  await first.kill();
  expect(await readFile(file ?? '', 'utf8')).toBe(before);

  const second = await start();
  await expect(second.page.locator('.cell-markdown').first()).toContainText('Unsaved.');
  await expect(second.page.getByRole('alert').filter({ hasText: 'Restored unsaved changes' })).toBeVisible();
  expect(await titles(second.app)).toEqual(['• first-steps.tracebook.md — Tracebook']);
  expect(await readFile(file ?? '', 'utf8')).toBe(before);

  await choose(second.app, 'file.save');
  await expect.poll(() => titles(second.app)).toEqual(['first-steps.tracebook.md — Tracebook']);
  expect(await readFile(file ?? '', 'utf8')).toContain(' Unsaved.');
  expect(await drafts(folder)).toEqual([]);
});

test('a notebook never saved survives kill -9', async ({ start, folder }) => {
  const first = await start(null);
  await write(first.page, ' Unsaved.');
  await drafted(folder, ' Unsaved.');
  await first.kill();

  const second = await start(null);
  await expect(second.page.locator('.cell-markdown').first()).toContainText('Unsaved.');
  expect(await titles(second.app)).toEqual(['• Untitled — Tracebook']);
});

test('tells that the file was changed by another program meanwhile', async ({ start, file, folder }) => {
  const first = await start();
  await write(first.page, ' Unsaved.');
  await drafted(folder, ' Unsaved.');
  await first.kill();
  await writeFile(file ?? '', '# Theirs\n');

  const second = await start();
  await expect(second.page.locator('.cell-markdown').first()).toContainText('Unsaved.');
  // Once: the bar of the changed file tells so, the notice only what came back.
  await expect(second.page.getByRole('alert', { name: 'The file has changed' })).toBeVisible();
  await expect(second.page.getByRole('alert', { name: words.notice.label })).toHaveText(
    /^Restored unsaved changes from [^.]*\.$/,
  );
  expect(await readFile(file ?? '', 'utf8')).toBe('# Theirs\n');
});

test('quitting keeps unsaved work without a question', async ({ start, folder }) => {
  const first = await start();
  await write(first.page, ' Unsaved.');
  await expect.poll(() => titles(first.app)).toEqual(['• first-steps.tracebook.md — Tracebook']);
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  await choose(first.app, 'file.close');
  expect(await ended).toBe(0);
  expect((await drafts(folder))[0]).toContain(' Unsaved.');

  const second = await start();
  await expect(second.page.locator('.cell-markdown').first()).toContainText('Unsaved.');
});

test(
  'a window whose page ends by itself begins anew with the work in it',
  { tag: '@electron' },
  async ({ start, folder }) => {
    const { app, page, problems } = await start();
    await settled(page);
    await write(page, ' Written before.');
    // The last letters are in the page alone for a moment.
    await expect.poll(async () => (await drafts(folder))[0] ?? '').toContain('Written before.');
    const shown = (): Promise<string> =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return '';
        // A page that ends in the midst of it never answers.
        const patience = new Promise<string>((resolve) => setTimeout(resolve, 1000, ''));
        const text: Promise<string> = contents.executeJavaScript('document.body.innerText');
        return Promise.race([text, patience]);
      });
    const crash = (): Promise<void> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      );
    await crash();
    await expect.poll(shown).toContain('Written before.');
    expect(await shown()).toContain(dialogStrings.notices.pageGone);
    await crash();
    await expect.poll(shown).toContain('Written before.');
    problems.length = 0;
  },
);
