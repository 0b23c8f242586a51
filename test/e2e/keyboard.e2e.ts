/** Command mode: the keys that notebooks share, each on cells as a whole. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { cells, code, enter, leave } from './cells';
import { appStrings as words } from '../../src/shared/strings/app';
import { settled } from './window';

const NOTEBOOK = `# Keys

\`\`\`topology
routers: { r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office } } } }
lans: { office: {} }
hosts: { alice: { lan: office, address: 10.1.0.10/24 } }
\`\`\`

## Ask

\`\`\`console
alice> ping r1
\`\`\`

## End

Text.
`;

/** The cells as the page has them: kind and first words. */
async function order(page: Page): Promise<string[]> {
  const names = await page
    .getByRole('article')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.split(' ')[0] ?? '');
}

test('the keys of notebooks work on cells, and everything can be undone', async ({ start, folder }) => {
  const file = path.join(folder, 'keys.tracebook.md');
  await writeFile(file, NOTEBOOK);
  const { page, clipboardText } = await start(file);
  await settled(page);
  const all = page.getByRole('article');
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const before = ['Markdown', 'Topology', 'Markdown', 'Console', 'Markdown'];
  expect(await order(page)).toEqual(before);

  // Where nothing has the focus yet, the page has it.
  const read = (): Promise<number> => page.evaluate(() => document.body.scrollTop);
  // Chromium loses a key that meets the last moment of its own smooth scrolling: the page comes to rest first.
  const atRest = await page.evaluateHandle(() => ({
    rest: new Promise((rest) => document.body.addEventListener('scrollend', rest, { once: true })),
  }));
  await press('PageDown');
  await atRest.evaluate(({ rest }) => rest.then(() => null));
  expect(await read()).toBeGreaterThan(0);
  await press('PageUp');
  await expect.poll(read).toBe(0);

  // Going about: J, K, arrows, Home, End.
  await all.first().focus();
  await press('j', 'ArrowDown', 'j');
  await expect(all.nth(3)).toBeFocused();
  await press('k', 'ArrowUp');
  await expect(all.nth(1)).toBeFocused();
  await press('End');
  await expect(all.nth(4)).toBeFocused();
  await press('Home');
  await expect(all.first()).toBeFocused();

  // Inserting and changing the kind.
  await press('b', 'y');
  expect((await order(page)).slice(0, 3)).toEqual(['Markdown', 'Console', 'Topology']);
  await press('e');
  expect((await order(page))[1]).toBe('Edit');
  await press('t', 'm', 'a');
  expect((await order(page)).slice(0, 4)).toEqual(['Markdown', 'Markdown', 'Markdown', 'Topology']);

  // Deleting a range, with a toast that takes it back.
  await press('Shift+ArrowDown');
  await expect(all.nth(2)).toHaveAccessibleName(/selected/);
  await press('d', 'd');
  await expect(all).toHaveCount(5);
  const toast = page.getByRole('status').filter({ hasText: words.editing.toast.deleted(2) });
  await toast.getByRole('button', { name: words.editing.toast.undo }).click();
  await expect(all).toHaveCount(7);
  await expect(page.locator('.cell-flash')).toHaveCount(2);
  await all.nth(1).focus();
  for (let step = 0; step < 8; step += 1) await press('z');
  await expect.poll(() => order(page)).toEqual(before);
  await press('Shift+Z');
  await expect(all).toHaveCount(6);
  await press('z');

  // Moving, also with a range; copying, cutting and pasting.
  await all.nth(3).focus();
  await press('Alt+ArrowUp');
  await expect.poll(() => order(page)).toEqual(['Markdown', 'Topology', 'Console', 'Markdown', 'Markdown']);
  await press('z', 'c', 'v');
  await expect.poll(async () => (await order(page)).filter((kind) => kind === 'Console')).toHaveLength(2);
  expect(await clipboardText()).toContain('```console\nalice> ping r1');
  await press('x');
  await expect.poll(() => order(page)).toEqual(before);
  await press('Shift+V');
  await expect.poll(async () => (await order(page)).filter((kind) => kind === 'Console')).toHaveLength(2);
  await press('z');
  await expect.poll(() => order(page)).toEqual(before);

  // Copying as Markdown takes the results along.
  await cells(page, 'console').first().focus();
  await press('Shift+C');
  await expect.poll(clipboardText).toContain('Reply from 10.1.0.1');

  // Merging and splitting.
  await all.nth(4).focus();
  await press('k', 'k', 'Shift+ArrowUp');
  await cells(page, 'console').first().focus();
  await enter(page, cells(page, 'console').first());
  await page.keyboard.insertText('\nalice> ping 10.1.0.1');
  await press('Home', 'ControlOrMeta+Shift+Minus');
  await expect.poll(async () => (await order(page)).filter((kind) => kind === 'Console')).toHaveLength(2);
  await expect(cells(page, 'console').nth(1).locator('.monaco-editor.focused')).toBeVisible();
  await leave(page, cells(page, 'console').nth(1));
  await press('k', 'Shift+M');
  await expect.poll(async () => (await order(page)).filter((kind) => kind === 'Console')).toHaveLength(1);
  await expect(cells(page, 'console').locator('.terminal')).toHaveCount(2);

  // Running: Ctrl+Enter stays, Shift+Enter goes on, Alt+Enter makes room.
  await press('ControlOrMeta+Enter');
  await expect(cells(page, 'console')).toBeFocused();
  await press('Shift+Enter');
  await expect(all.nth(4)).toBeFocused();
  await press('k', 'Alt+Enter');
  await expect(all).toHaveCount(6);
  await expect(all.nth(4).locator('.monaco-editor.focused')).toBeVisible();
  await leave(page, all.nth(4));
  await press('d', 'd');

  // Folding: results, text, sections; line numbers.
  const console = cells(page, 'console').first();
  await console.focus();
  await press('o');
  await expect(console.locator('.terminal')).toHaveCount(0);
  await expect(console.getByRole('button', { name: words.editing.fold.output })).toBeVisible();
  await press('o', 'Shift+O');
  await expect(console.locator('.terminal')).toHaveCount(2);
  await expect(console.getByText('alice> ping r1 … (2 lines)')).toBeVisible();
  await press('Shift+O', 'ArrowLeft');
  await expect(all.nth(2)).toBeFocused();
  await press('ArrowLeft');
  await expect(all).toHaveCount(4);
  await expect(page.getByRole('button', { name: words.editing.fold.section(1) })).toBeVisible();
  await press('ArrowRight');
  await expect(all).toHaveCount(5);
  await press('l');
  await expect(page.locator('.app-line-numbers .code-line').first()).toBeVisible();
});

test('one log of changes: undo goes back across cells, a run and a save, and shows what it changed', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'keys.tracebook.md');
  await writeFile(file, NOTEBOOK);
  const { page } = await start(file);
  await settled(page);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const all = page.getByRole('article');
  const console = cells(page, 'console').first();
  const before = await order(page);

  // Three changes: a text, a section moved up by keys, a cell deleted; a run and a save between them.
  await enter(page, console);
  await page.keyboard.insertText('\nalice> ping 10.1.0.1');
  await expect(console.locator('.terminal')).toHaveCount(2);
  await leave(page, console);
  await press('k', 'Alt+Shift+ArrowDown');
  await expect.poll(() => order(page)).toEqual(['Markdown', 'Topology', 'Markdown', 'Markdown', 'Console']);
  await press('ControlOrMeta+Shift+Enter', 'ControlOrMeta+s');
  await expect(page.getByText(words.header.saved, { exact: true })).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('alice> ping 10.1.0.1');
  await all.nth(1).focus();
  await press('d', 'd');
  await expect(console).toHaveAccessibleName(/blocked|error/);

  // Typing in a cell is undone there, letter by letter with the editor's own history.
  await enter(page, all.first());
  await page.keyboard.type(' more');
  await press('ControlOrMeta+z');
  await expect(code(all.first())).not.toContainText('more');
  await leave(page, all.first());

  await press('z');
  await expect(cells(page, 'topology')).toHaveCount(1);
  await expect(cells(page, 'topology').first()).toHaveClass(/cell-flash/);
  await expect(cells(page, 'topology').first()).toBeFocused();
  await press('z');
  await expect.poll(() => order(page)).toEqual(before);
  await press('z');
  await expect(code(console)).not.toContainText('10.1.0.1');
  await expect(console.locator('.terminal')).toHaveCount(1);
  await expect(page.getByText(words.header.unsaved)).toBeVisible();
  await press('Shift+Z', 'Shift+Z');
  await expect(console.locator('.terminal')).toHaveCount(2);
  await expect.poll(() => order(page)).not.toEqual(before);
});

test('what is typed is undone at once, before it is painted', async ({ start, folder }) => {
  const file = path.join(folder, 'keys.tracebook.md');
  await writeFile(file, NOTEBOOK);
  const { page } = await start(file);
  await settled(page);
  const cell = cells(page, 'markdown').first();
  await enter(page, cell);
  // The key comes in the same turn as the letter, as on a page that is busy.
  await page.evaluate(() => {
    const typing = document.activeElement;
    const context: unknown = typing === null ? null : Reflect.get(typing, 'editContext');
    const undo = (): void => {
      const mac = navigator.userAgent.includes('Mac OS');
      const key = { key: 'z', code: 'KeyZ', ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true };
      typing?.dispatchEvent(new KeyboardEvent('keydown', key));
    };
    if (context instanceof EventTarget) context.addEventListener('textupdate', undo, { once: true });
    else typing?.addEventListener('input', undo, { once: true });
  });
  await page.keyboard.press('x');
  await expect(code(cell)).toHaveText('# Keys');
  await page.keyboard.press('y');
  await expect(code(cell)).toHaveText('# Keysy');
});

test('commands are found in the palette, in menus, on the sheet, and take other keys', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'keys.tracebook.md');
  await writeFile(file, NOTEBOOK);
  const first = await start(file);
  const { page } = first;
  await settled(page);
  const all = page.getByRole('article');
  await all.first().focus();

  await page.keyboard.press('ControlOrMeta+Shift+P');
  const palette = page.getByRole('dialog', { name: words.editing.palette.label });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('below insert cell b');
  await expect(palette.getByRole('option', { name: /^Insert Cell Below/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(all).toHaveCount(6);
  await expect(all.nth(1)).toBeFocused();

  await page.keyboard.press('ContextMenu');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('d');
  await expect(menu.getByRole('menuitem', { name: /^Delete Cells/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(all).toHaveCount(5);
  await expect(menu).toHaveCount(0);

  await page.keyboard.press('Shift+?');
  const sheet = page.getByRole('dialog', { name: words.editing.shortcuts.title });
  await page.keyboard.type('palette');
  await expect(sheet.locator('.sheet-row')).toHaveCount(1);
  await expect(sheet.locator('kbd')).toHaveText('Ctrl+Shift+P');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+Comma');
  const settings = page.getByRole('dialog', { name: words.editing.settings.title });
  await settings.getByRole('searchbox').fill('delete cells');
  await settings.getByRole('button', { name: words.editing.settings.change('Delete Cells') }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await expect(settings.getByText(words.editing.settings.conflict('Insert Cell Above'))).toBeVisible();
  await settings.getByRole('button', { name: words.editing.settings.change('Delete Cells') }).press('Enter');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(settings.locator('kbd')).toHaveText('Delete');
  await page.keyboard.press('Escape');
  await all.first().focus();
  await page.keyboard.press('Delete');
  await expect(all).toHaveCount(4);
  await page.keyboard.press('z');
  await first.kill();

  const second = await start(file);
  await settled(second.page);
  // The last moment before the kill need not have been kept.
  const left = second.page.getByRole('article');
  const count = await left.count();
  await left.first().focus();
  await second.page.keyboard.press('d');
  await second.page.keyboard.press('d');
  await second.page.keyboard.press('Delete');
  await expect(left).toHaveCount(count - 1);
});
