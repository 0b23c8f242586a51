import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { appStrings as words } from '../../src/shared/strings/app';
import { expect, test } from './app';
import { enter } from './cells';
import { root } from './launch';
import { answerBoxes, choose, chooseTarget, drafted, drafts, titles, write } from './notebook';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

/** The lines that differ between two texts of the same number of lines. */
function changedLines(before: string, after: string): string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  expect(now).toHaveLength(old.length);
  return now.filter((line, index) => line !== old[index]);
}

test('saves a change as one changed line', async ({ app, page, file, folder }) => {
  const before = await readFile(file ?? '', 'utf8');
  await write(page, ' Welcome.');
  await expect.poll(() => titles(app)).toEqual(['• first-steps.tracebook.md — Tracebook']);
  await choose(app, 'file.save');
  await expect.poll(() => titles(app)).toEqual(['first-steps.tracebook.md — Tracebook']);
  const changed = changedLines(before, await readFile(file ?? '', 'utf8'));
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(/ Welcome\.$/);
  await expect.poll(() => drafts(folder)).toEqual([]);
});

test('saves from the menu what was typed the moment before', async ({ app, page, file }) => {
  await enter(page, page.locator('.cell-markdown').first());
  await page.keyboard.type(' Last');
  await choose(app, 'file.save');
  // The title says nothing yet of what main has not heard of.
  await expect.poll(() => readFile(file ?? '', 'utf8')).toContain(' Last');
  await expect.poll(() => titles(app)).toEqual(['first-steps.tracebook.md — Tracebook']);
});

test('keeps the work when saving fails, says why, and saves once it can', async ({ start, folder }) => {
  const labs = path.join(folder, 'labs');
  const file = path.join(labs, 'lab.tracebook.md');
  const original = path.join(root, 'notebooks/first-steps.tracebook.md');
  await mkdir(labs);
  await copyFile(original, file);
  const { app, page } = await start(file);
  await write(page, ' Kept.');
  await rm(labs, { recursive: true });

  const shown = await answerBoxes(app, 'OK');
  await choose(app, 'file.save');
  await expect.poll(shown).toHaveLength(1);
  expect((await shown())[0]).toMatch(/lab\.tracebook\.md was not saved[^]*The folder .*labs is gone/);
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved.' })).toBeVisible();
  await expect(page.locator('.cell-markdown').first()).toContainText('Kept.');
  expect(await titles(app)).toEqual(['• lab.tracebook.md — Tracebook']);
  await drafted(folder, ' Kept.');

  await mkdir(labs);
  await choose(app, 'file.save');
  await expect.poll(() => titles(app)).toEqual(['lab.tracebook.md — Tracebook']);
  expect(changedLines(await readFile(original, 'utf8'), await readFile(file, 'utf8'))).toHaveLength(1);
});

test('does not write over what another program wrote without asking', async ({ app, page, file }) => {
  await write(page, ' Mine.');
  await writeFile(file ?? '', '# Theirs\n');
  const shown = await answerBoxes(app, 'Cancel');
  await choose(app, 'file.save');
  await expect.poll(shown).toHaveLength(1);
  expect((await shown())[0]).toContain('has changed on the disk');
  expect(await readFile(file ?? '', 'utf8')).toBe('# Theirs\n');
});

test('starts with a new notebook, which is saved under a name and opens again', async ({ start, folder }) => {
  const first = await start(null);
  await expect.poll(() => titles(first.app)).toEqual(['Untitled — Tracebook']);
  await write(first.page, ' Mine.');
  const target = path.join(folder, 'mine.tracebook.md');
  const shown = await chooseTarget(first.app, target);
  await choose(first.app, 'file.save');
  await expect.poll(() => titles(first.app)).toEqual(['mine.tracebook.md — Tracebook']);
  // Without it Linux writes over any file that is chosen.
  expect(await shown()).toEqual([['showOverwriteConfirmation']]);
  await first.kill();

  const second = await start(target);
  await expect(second.page.locator('.cell-markdown').first()).toContainText('Mine.');
  expect(await titles(second.app)).toEqual(['mine.tracebook.md — Tracebook']);
});

test('says why a file cannot be opened and opens the window all the same', async ({ start, folder }) => {
  const file = path.join(folder, 'latin1.tracebook.md');
  await writeFile(file, Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
  const { app } = await start();
  const shown = await answerBoxes(app, 'OK');
  await app.evaluate(({ app }, argv) => app.emit('second-instance', {}, argv, '/'), ['tracebook', file]);
  await expect.poll(shown).toHaveLength(1);
  expect((await shown())[0]).toMatch(/latin1\.tracebook\.md cannot be opened[^]*offset 2/);
  expect(await titles(app)).toEqual(['first-steps.tracebook.md — Tracebook']);
  expect(await readFile(file)).toEqual(Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
});

test('starts with a window that says why what it was started with cannot be opened', async ({
  start,
  folder,
}) => {
  const large = path.join(folder, 'large.tracebook.md');
  await writeFile(large, '# Large\n');
  await truncate(large, 51 * 1024 * 1024);
  const binary = path.join(folder, 'binary.tracebook.md');
  await writeFile(binary, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00]));
  const missing = path.join(folder, 'missing.tracebook.md');
  for (const [file, reason] of [
    [large, '51.0 MiB'],
    [binary, 'offset 4'],
    [missing, 'There is no such file.'],
    [folder, 'This is not a file.'],
  ] as const) {
    const { app, page, kill } = await start(file);
    const notice = page.getByRole('alert', { name: words.notice.label });
    await expect(notice).toContainText(`${path.basename(file)} cannot be opened.`);
    await expect(notice).toContainText(reason);
    expect(await titles(app)).toEqual(['Untitled — Tracebook']);
    await expect(page.getByRole('article').first()).toBeVisible();
    await kill();
  }
});

test('a second instance hands its file to the first and ends', async ({ app, page, folder }) => {
  await expect(page.locator('.cell').first()).toBeVisible();
  const other = path.join(folder, 'other.tracebook.md');
  await writeFile(other, '# Other\n');
  const executable = await app.evaluate(() => process.execPath);
  const opened = app.waitForEvent('window');
  const second = spawn(
    executable,
    [root, `--user-data-dir=${path.join(folder, 'profile')}`, '--disable-gpu', '--log-level=3', other],
    { stdio: 'ignore', env: { ...process.env, TRACEBOOK_TEST: '1' } },
  );
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect((await opened).locator('.cell-markdown')).toContainText('Other');
  expect((await titles(app)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'first-steps.tracebook.md — Tracebook',
    'other.tracebook.md — Tracebook',
  ]);
});

test('plain Markdown opens, what is too large or too new says so, and the menu knows what was opened last', async ({
  app,
  page,
  folder,
}) => {
  await expect(page.locator('.cell').first()).toBeVisible();
  const shown = await answerBoxes(app, 'OK');
  const open = async (name: string, write: (file: string) => Promise<void>): Promise<void> => {
    const file = path.join(folder, name);
    await write(file);
    await app.evaluate(({ app }, argv) => app.emit('second-instance', {}, argv, '/'), ['tracebook', file]);
  };
  const inWindow = async (act: () => Promise<void>): Promise<Page> => {
    const opened = app.waitForEvent('window');
    await act();
    return opened;
  };

  const plain = await inWindow(() =>
    open('plain.md', (file) => writeFile(file, '# Plain\n\n```sh\nls\n```\n')),
  );
  await expect(plain.getByRole('heading', { name: 'Plain' })).toBeVisible();
  await expect(plain.getByRole('article')).toHaveCount(1);

  await open('large.tracebook.md', async (file) => {
    await writeFile(file, '# Large\n');
    await truncate(file, 51 * 1024 * 1024);
  });
  await expect
    .poll(shown)
    .toEqual([expect.stringMatching(/large\.tracebook\.md cannot be opened[^]*51\.0 MiB/)]);

  const newer = await inWindow(() =>
    open('newer.tracebook.md', (file) => writeFile(file, '---\ntracebook: 99\n---\n\n# Newer\n')),
  );
  await expect(newer.getByText(words.header.readOnly, { exact: true })).toBeVisible();
  await newer.getByRole('article').first().focus();
  await newer.keyboard.press('b');
  await expect(newer.getByRole('article')).toHaveCount(1);

  const recent = (): Promise<string[]> =>
    app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      const found = items.find(({ submenu }) => submenu?.items.some(({ label }) => label === 'plain.md'));
      return (found?.submenu?.items ?? []).map(({ label }) => label);
    });
  await expect.poll(recent).toEqual(expect.arrayContaining(['newer.tracebook.md', 'plain.md']));
  expect(await recent()).not.toContain('large.tracebook.md');
  await plain.close();
  const again = await inWindow(() =>
    app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      const entries = items.flatMap(({ submenu }) => submenu?.items ?? []);
      entries.find(({ label }) => label === 'plain.md')?.click();
    }),
  );
  await expect(again.getByRole('heading', { name: 'Plain' })).toBeVisible();
});

test('names a file that cannot be read when it starts, and stands open with a new notebook', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'picture.tracebook.md');
  const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  await writeFile(file, bytes);
  const { page } = await start(file);
  await expect(page.getByText('picture.tracebook.md cannot be opened.')).toBeVisible();
  await expect(page.getByText(/not UTF-8 text/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'New notebook' })).toBeVisible();
  expect(new Uint8Array(await readFile(file))).toEqual(bytes);
});
