/** Work is kept: saved by itself, versioned, brought back, and never lost to what another program writes. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { temporaryName } from '../../src/main/documents/leftovers';
import { createVersionStore, MOST_VERSIONS } from '../../src/main/documents/versions';
import { expect, test } from './app';
import { cells, enter } from './cells';
import { drafted, titles as titlesOf, write } from './notebook';
import { appStrings as words } from '../../src/shared/strings/app';
import { resize, settled } from './window';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

const { bar, history } = words.keeping;
const NAME = 'first-steps.tracebook.md';

test('a file that another program writes is read again, or asked about', async ({ running, file }) => {
  const { page, choose, titles } = running;
  await settled(page);
  const before = await readFile(file ?? '', 'utf8');
  await page.getByRole('article').nth(1).focus();

  // Nothing unsaved: what changed is taken in and marked.
  await writeFile(file ?? '', before.replace('## 1. Describe a network', '## 1. Describe it'));
  await expect(page.getByRole('heading', { name: '1. Describe it' })).toBeVisible();
  await expect(page.getByRole('alert', { name: words.notice.label })).toContainText('read again');
  await expect(page.getByRole('article').nth(1)).toBeFocused();
  expect(await titles()).toEqual([`${NAME} — Tracebook`]);
  await page.getByRole('button', { name: words.notice.dismiss }).click();

  // Something unsaved: a bar with three ways.
  await write(page, ' Mine.');
  await writeFile(file ?? '', `${before}\nTheirs.\n`);
  const shown = page.getByRole('alert', { name: bar.label });
  await expect(shown).toContainText(NAME);
  await shown.getByRole('button', { name: bar.compare }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.diff-added')).toContainText(['Describe it', 'Mine.']);
  await expect(dialog.locator('.diff-removed').last()).toContainText('Theirs.');
  await page.keyboard.press('Escape');
  await shown.getByRole('button', { name: bar.keepMine }).click();
  await expect(shown).toHaveCount(0);
  await choose('file.save');
  await expect.poll(() => titles()).toEqual([`${NAME} — Tracebook`]);
  expect(await readFile(file ?? '', 'utf8')).toContain(' Mine.');

  await write(page, ' Lost?');
  await writeFile(file ?? '', before);
  await shown.getByRole('button', { name: bar.reload }).click();
  await expect.poll(() => titles()).toEqual([`${NAME} — Tracebook`]);
  await expect(page.locator('.cell-markdown').first()).not.toContainText('Lost?');

  // What was replaced is a version, and comes back.
  await choose('file.history');
  const versions = page.getByRole('list', { name: history.list });
  await versions.getByRole('button', { name: history.replaced }).first().click();
  await expect(dialog.locator('.diff-removed').filter({ hasText: 'Lost?' })).toHaveCount(1);
  await dialog.getByRole('button', { name: history.restore }).click();
  await expect(page.locator('.cell-markdown').first()).toContainText('Lost?');
  expect(await titles()).toEqual([`• ${NAME} — Tracebook`]);
  expect(await readFile(file ?? '', 'utf8')).toBe(before);
});

test('letters stay text while the file is read again, and an undo takes that back, too', async ({
  page,
  file,
}) => {
  await settled(page);
  const before = await readFile(file ?? '', 'utf8');
  const count = await page.getByRole('article').count();
  const cell = cells(page, 'console').first();
  await enter(page, cell);
  await writeFile(file ?? '', before.replace('alice> tracert bob', 'alice> ping bob'));
  await expect(cell.locator('.code')).toContainText('alice> ping bob');
  await expect(cell.locator('.monaco-editor.focused')).toBeVisible();
  // On a cell these would cut, delete and insert.
  await page.keyboard.type('xddb');
  await expect(cell.locator('.code')).toContainText('xddb');
  await expect(page.getByRole('article')).toHaveCount(count);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell.locator('.code')).not.toContainText('xddb');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell.locator('.code')).toContainText('alice> tracert bob');
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => readFile(file ?? '', 'utf8')).toBe(before);
});

test('saves by itself when set so, and clears away what a save that was cut off left', async ({
  start,
  file,
  folder,
}) => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const left = temporaryName('00').replace(`-${process.pid}-`, `-${pid}-`);
  await writeFile(path.join(folder, left), 'half a notebook');
  const { page, titles } = await start();
  await settled(page);
  await expect.poll(() => readdir(folder)).not.toContain(left);

  await page.keyboard.press('ControlOrMeta+Comma');
  await page.getByLabel(words.editing.settings.autosave).selectOption({ index: 1 });
  await page.keyboard.press('Escape');
  await write(page, ' By itself.');
  await expect.poll(() => readFile(file ?? '', 'utf8')).toContain(' By itself.');
  await expect.poll(() => titles()).toEqual([`${NAME} — Tracebook`]);
  expect(await readFile(path.join(folder, 'profile', 'settings.json'), 'utf8')).toContain('afterDelay');
});

test(
  'saves when one turns to another window, when set so',
  { tag: '@electron' },
  async ({ app, page, file }) => {
    await settled(page);
    await page.keyboard.press('ControlOrMeta+Comma');
    await page.getByLabel(words.editing.settings.autosave).selectOption({ index: 2 });
    await page.keyboard.press('Escape');
    await write(page, ' Left.');
    expect(await readFile(file ?? '', 'utf8')).not.toContain(' Left.');
    // Under Xvfb no window manager takes the focus away.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('blur'));
    await expect.poll(() => readFile(file ?? '', 'utf8')).toContain(' Left.');
  },
);

test(
  'windows come back with what was read and selected, after kill -9 too',
  { tag: '@electron' },
  async ({ start, file, folder }) => {
    const other = path.join(folder, 'other.tracebook.md');
    await writeFile(other, '# Other\n');
    const first = await start();
    await settled(first.page);
    const target = cells(first.page, 'expect').last();
    await target.focus();
    await target.scrollIntoViewIfNeeded();
    await first.page.keyboard.press('ControlOrMeta+Shift+O');
    const id = await target.getAttribute('data-cell-id');
    const opened = first.app.waitForEvent('window');
    await first.app.evaluate(
      ({ app }, argv) => app.emit('second-instance', {}, argv, '/'),
      ['tracebook', other],
    );
    await expect((await opened).locator('.cell-markdown')).toContainText('Other');
    const memory = path.join(folder, 'profile', 'windows.json');
    await expect.poll(() => readFile(memory, 'utf8').catch(() => '')).toContain(`"selected":"${id}"`);
    await expect.poll(() => readFile(memory, 'utf8')).toContain('other.tracebook.md');
    await first.kill();

    const second = await start(null);
    await expect
      .poll(async () => (await titlesOf(second.app)).toSorted((a, b) => a.localeCompare(b)))
      .toEqual([`${NAME} — Tracebook`, 'other.tracebook.md — Tracebook']);
    const pages = second.app.windows();
    const lab = await (async () => {
      for (const page of pages) if ((await page.locator('.header').innerText()).includes(NAME)) return page;
      throw new Error('the notebook did not come back');
    })();
    await settled(lab);
    await expect(lab.locator(`[data-cell-id="${id}"]`)).toHaveAttribute('aria-current', 'true');
    await expect(lab.locator(`[data-cell-id="${id}"]`)).toBeInViewport();
    await expect(lab.getByRole('navigation', { name: words.editing.outline.label })).toBeVisible();
    expect(file).not.toBeNull();
  },
);

test('both sides of a Git conflict open as text, and the rest of the notebook works', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'conflict.tracebook.md');
  const base = await readFile(path.join(import.meta.dirname, '../fixtures/small.tracebook.md'), 'utf8');
  const conflict = '<<<<<<< HEAD\nMine\n=======\nTheirs\n>>>>>>> branch\n';
  const code = '```console\n<<<<<<< HEAD\na> ping b\n=======\na> ping c\n>>>>>>> branch\n```\n';
  await writeFile(file, `${base}\n${conflict}\n${code}`);
  const { page, choose, titles } = await start(file);
  await expect(page.getByRole('alert', { name: words.notice.label })).toContainText('Git conflict markers');
  const prose = page.locator('.markdown-conflict');
  await expect(prose).toContainText('Mine');
  await expect(prose).toContainText('Theirs');
  await expect(prose.getByRole('heading')).toHaveCount(0);
  const cell = cells(page, 'console').last();
  await expect(cell).toHaveAccessibleName(/error|blocked/);
  await expect(cell).toContainText('a> ping c');
  await enter(page, cell);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await expect.poll(() => titles()).toEqual(['• conflict.tracebook.md — Tracebook']);
  await choose('file.save');
  await expect.poll(() => readFile(file, 'utf8')).not.toContain('a> ping c');
  expect(await readFile(file, 'utf8')).toContain(conflict);
});

test('keeps the last 50 versions of a notebook, newest first', async ({ start, folder, file }) => {
  const notebook = file ?? '';
  const versions = createVersionStore(path.join(folder, 'profile', 'versions'));
  const begin = Date.UTC(2026, 0, 1);
  for (let index = 1; index <= MOST_VERSIONS; index += 1)
    await versions.add(notebook, `# Version ${index}\n`, 'saved', begin + index * 60_000);
  const { page, choose, titles } = await start();
  await settled(page);
  await write(page, ' The newest.');
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => titles()).toEqual([`${NAME} — Tracebook`]);
  await expect
    .poll(async () => (await versions.list(notebook)).map(({ savedAt }) => savedAt).at(-1))
    .toBe(begin + 3 * 60_000);
  await choose('file.history');
  const entries = page.getByRole('list', { name: history.list }).getByRole('button');
  await expect(entries).toHaveCount(MOST_VERSIONS);
  await entries.first().press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.keeping.compare.same);
  await entries.last().press('Enter');
  await expect(dialog.locator('.diff-removed').first()).toContainText('Version 3');
});

test('a file dropped on a window opens', { tag: '@electron' }, async ({ app, page, folder }) => {
  await settled(page);
  const other = path.join(folder, 'dropped.tracebook.md');
  await writeFile(other, '# Dropped\n');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [other], dragOperationsMask: 1 };
  const opened = app.waitForEvent('window');
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await expect((await opened).locator('.cell-markdown')).toContainText('Dropped');
});

test('damaged settings are told, not used, and kept aside', async ({ start, folder }) => {
  const settings = path.join(folder, 'profile', 'settings.json');
  await writeFile(settings, '{ "autosave": "sometimes" }');
  const { page } = await start();
  await expect(page.getByRole('alert', { name: words.notice.label })).toContainText('autosave');
  await settled(page);
  await write(page, ' Draft.');
  await drafted(folder, ' Draft.');
  expect(await readFile(settings, 'utf8')).toContain('sometimes');
});

/** Whether all of what an element says has room in it. */
async function isWhole(element: Locator): Promise<boolean> {
  return element.evaluate(
    ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
      scrollWidth <= clientWidth && scrollHeight <= clientHeight,
  );
}

test('the smallest window cuts off no words', { tag: '@electron' }, async ({ start, folder, file }) => {
  const versions = createVersionStore(path.join(folder, 'profile', 'versions'));
  await versions.add(file ?? '', '# Before\n', 'saved', Date.UTC(2026, 0, 1));
  for (const language of ['en', 'ja'] as const) {
    const { app, page, choose, kill } = await start(file, language);
    await settled(page);
    await resize(app, page, 640, 480);
    await write(page, ' More.');
    await choose('view.outline');
    await expect(page.locator('.outline')).toBeVisible();
    const [saved, state] = [page.locator('.header-dirty'), page.locator('.header-state')];
    const [left, right] = [await saved.boundingBox(), await state.boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    expect(await page.evaluate(() => document.body.scrollWidth <= document.body.clientWidth)).toBe(true);
    await choose('view.outline');
    await choose('file.history');
    await page.locator('.history-entry').first().click();
    const restore = page.locator('.history-version .button-main');
    await expect(restore).toBeInViewport({ ratio: 1 });
    expect(await isWhole(restore)).toBe(true);
    await page.keyboard.press('Escape');
    await choose('file.settings');
    const last = page.locator('.key-row').last();
    await page.locator('.settings h3').hover();
    await page.mouse.wheel(0, 20_000);
    await expect(last).toBeInViewport({ ratio: 1 });
    await kill();
  }
});
