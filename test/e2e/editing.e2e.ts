import { expect, test } from './app';
import type { Locator } from '@playwright/test';
import { cells, code, enter, leave, write } from './cells';
import { appStrings as words } from '../../src/shared/strings/app';
import { settled } from './window';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

test('shows every cell with fresh results', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'First steps', level: 1 })).toBeVisible();
  await expect(cells(page, 'topology')).toHaveCount(1);
  await expect(cells(page, 'console')).toHaveCount(4);
  await expect(page.getByText(words.header.allFresh)).toBeVisible();
  const first = cells(page, 'console').first();
  await expect(first.locator('.terminal')).toContainText('Trace complete.');
  await expect(first.getByRole('figure')).toBeVisible();
});

test('results follow the text as one types', async ({ page }) => {
  const cell = cells(page, 'console').first();
  await expect(cell.locator('.terminal')).toContainText('10.3.0.10');
  await write(page, cell, 'alice> ping 10.0.12.2');
  await expect(cell.locator('.terminal')).toContainText('Reply from 10.0.12.2');
  await expect(cell).toHaveAccessibleName(/fresh/);
  await expect(page.getByText(words.header.unsaved)).toBeVisible();
  // Who does not see it is told, once.
  await expect(page.getByRole('status').filter({ hasText: /^Console cell \d+: / })).toHaveCount(1);
});

test('a change of the network reaches the cells below it', async ({ page }) => {
  const below = cells(page, 'expect').first();
  await expect(below).toHaveAccessibleName(/fresh/);
  const topology = cells(page, 'topology').first();
  await enter(page, topology);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.insertText('  r2-r9: { ends: [r2:eth1, r9:eth0] }');
  await expect(topology).toHaveAccessibleName(/error/);
  await expect(topology.getByRole('list', { name: /problem/ })).toContainText('r9');
  await expect(topology.locator('.squiggly-error').first()).toBeVisible();
  await expect(below).toHaveAccessibleName(/blocked/);
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(below).toHaveAccessibleName(/fresh/);
});

test('completes commands and names of the network', async ({ page }) => {
  const cell = cells(page, 'console').first();
  await enter(page, cell);
  await page.keyboard.press('Enter');
  const list = page.locator('.suggest-widget.visible');
  await page.keyboard.type('bo');
  await expect(list.getByRole('option', { name: /^bob/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option', { name: /^tracert/ })).toBeVisible();
  await page.keyboard.type('pin');
  await expect(list.getByRole('option', { name: /^ping/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('ali');
  await expect(list.getByRole('option', { name: /^alice/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cell.locator('.terminal').nth(1)).toContainText('bob> ping alice');
});

test('suggestions and tips leave their line in sight, wherever the page is scrolled to', async ({ page }) => {
  await settled(page);
  const cell = cells(page, 'console').last();
  const lines = cell.locator('.view-line');
  /** Checks that the box stands by its line: below where there is room, above otherwise, in the window always. */
  const standsBy = async (box: Locator, line: Locator, below: boolean | 'any'): Promise<void> => {
    await expect(async () => {
      const of = await line.boundingBox();
      const at = await box.boundingBox();
      const height = await page.evaluate(() => innerHeight);
      if (of === null || at === null) throw new Error('not in sight');
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.y + at.height).toBeLessThanOrEqual(height);
      const isBelow = at.y >= of.y + of.height - 1;
      const isAbove = at.y + at.height <= of.y + 1;
      expect(isBelow || isAbove).toBe(true);
      if (below !== 'any') expect(isBelow).toBe(below);
    }).toPass();
  };
  const list = page.locator('.suggest-widget.visible');
  const tip = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: '10.1.0.10/24' });
  // The last cell can only be scrolled to the top of the window with something below it.
  await page.addStyleTag({ content: '.page::after { content: ""; display: block; height: 100vh }' });
  await enter(page, cell);
  for (const { block, below } of [
    { block: 'start', below: true },
    { block: 'center', below: true },
    { block: 'end', below: false },
  ] as const) {
    await leave(page, cell);
    await enter(page, cell);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('alice> ping 10.3.0.10');
    await page.mouse.move(1, 1);
    await cell.locator('.code').evaluate((element, where) => element.scrollIntoView({ block: where }), block);
    expect(await page.evaluate(() => document.body.scrollTop)).toBeGreaterThan(500);
    await lines.last().getByText('alice').hover();
    await standsBy(tip, lines.last(), 'any');
    await page.mouse.move(1, 1);
    await expect(tip).toHaveCount(0);
    await page.keyboard.type('\nalice> ');
    await expect(list.getByRole('option').nth(5)).toBeVisible();
    await standsBy(list, lines.last(), below);
    if (block !== 'center') continue;
    await page.evaluate(() => document.body.scrollBy(0, 60));
    await standsBy(list, lines.last(), below);
  }
});

test('a cell comes alive where the pointer is moved to, not where it is scrolled beneath it', async ({
  page,
}) => {
  await settled(page);
  const [first, second] = [cells(page, 'console').first(), cells(page, 'console').nth(1)];
  await code(first).hover();
  await expect(first.locator('.monaco-editor')).toBeVisible();
  const [from, to] = [await code(first).boundingBox(), await code(second).boundingBox()];
  if (from === null || to === null) throw new Error('no place');
  await page.mouse.wheel(0, to.y + to.height / 2 - (from.y + from.height / 2));
  await expect.poll(() => code(second).evaluate((element) => element.matches(':hover'))).toBe(true);
  const frames = 20;
  await page.evaluate(async (count) => {
    // oxlint-disable-next-line no-await-in-loop -- one frame after the other
    for (let index = 0; index < count; index += 1) await new Promise(requestAnimationFrame);
  }, frames);
  await expect(second.locator('.monaco-editor')).toHaveCount(0);
  await page.mouse.move(from.x + from.width / 2 + 3, from.y + from.height / 2);
  await expect(second.locator('.monaco-editor')).toBeVisible();
});

test('tells what a node is when pointed at', async ({ page }) => {
  const cell = cells(page, 'console').first();
  await code(cell).hover();
  await cell.locator('.monaco-editor').waitFor();
  await cell.locator('.view-line').getByText('bob').hover();
  await expect(page.locator('.monaco-hover').getByText('10.3.0.10/24')).toBeVisible();
});

test('marks a command with an error where it is', async ({ page }) => {
  const cell = cells(page, 'console').first();
  await write(page, cell, 'alise> tracert bob');
  await expect(cell).toHaveAccessibleName(/error/);
  await expect(cell.locator('.squiggly-error')).toBeVisible();
  await expect(cell.getByRole('list', { name: words.cell.problems(1) })).toContainText('alice');
});

test('the page follows the caret in a text higher than the window', async ({ page }) => {
  await settled(page);
  const cell = cells(page, 'edit').first();
  await write(page, cell, Array.from({ length: 120 }, (_, line) => `# Line ${line}`).join('\n'));
  const isSeen = async (line: string): Promise<void> => {
    await expect(cell.locator('.view-line').filter({ hasText: line }).first()).toBeInViewport({ ratio: 0.9 });
    const caret = await cell.locator('.cursor').boundingBox();
    const [top, bottom] = await page.evaluate(() => [
      document.querySelector('.page-top')?.getBoundingClientRect().bottom ?? 0,
      innerHeight,
    ]);
    expect(caret?.y).toBeGreaterThanOrEqual(top ?? 0);
    expect((caret?.y ?? 0) + (caret?.height ?? 0)).toBeLessThanOrEqual(bottom ?? 0);
  };
  await isSeen('# Line 119');
  await page.keyboard.press('Enter');
  await page.keyboard.type('# The last');
  await isSeen('# The last');
  await page.keyboard.press('ControlOrMeta+Home');
  await isSeen('# Line 0');
  for (let line = 1; line <= 60; line += 1) await page.keyboard.press('ArrowDown');
  await isSeen('# Line 60');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Home');
  await page.keyboard.type('!');
  // A page is one of the window, not the whole text.
  const marked = cell.locator('.view-line').filter({ hasText: '!# Line' });
  await expect(marked).toBeVisible();
  const reached = Number(/\d+/.exec(await marked.innerText())?.[0]);
  expect(reached).toBeGreaterThan(10);
  expect(reached).toBeLessThan(60);
  await page.mouse.wheel(0, 2000);
  await expect(cell.locator('.cursor')).not.toBeInViewport();
  await page.keyboard.type('!');
  await isSeen('!!# Line');
});

test('what is composed becomes text, a result and one step of undo when it is done', async ({ page }) => {
  await settled(page);
  const cell = cells(page, 'markdown').first();
  await enter(page, cell);
  const before = await cell.locator('.view-lines').innerText();
  const session = await page.context().newCDPSession(page);
  for (const text of ['ｎ', 'に', 'にｈ', 'にほん']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    // Whoever chooses among candidates takes longer than typing that is one step of undo.
    await page.waitForTimeout(600);
  }
  await expect(page.getByText(words.header.unsaved)).toHaveCount(0);
  await session.send('Input.insertText', { text: '日本' });
  await expect(page.getByText(words.header.unsaved)).toBeVisible();
  await expect(cell.locator('.view-lines')).toContainText('日本');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => cell.locator('.view-lines').innerText()).toBe(before);
});

test('a key that ends a composition in a field does nothing else', async ({ page }) => {
  await settled(page);
  const session = await page.context().newCDPSession(page);
  /** Composes in the field that has the keyboard, and presses a key in the midst of it. */
  const press = async (key: string, code: number): Promise<void> => {
    await session.send('Input.imeSetComposition', { text: 'ちぇっく', selectionStart: 4, selectionEnd: 4 });
    const event = { key, code: key, windowsVirtualKeyCode: code };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
  await page.keyboard.press('ControlOrMeta+H');
  const find = page.getByRole('search');
  await find.getByRole('textbox').first().fill('alice');
  const replacement = find.getByRole('textbox').last();
  await replacement.focus();
  await press('Enter', 13);
  await expect(replacement).toHaveValue('ちぇっく');
  await expect(page.getByText(words.header.unsaved)).toHaveCount(0);
  await press('Escape', 27);
  await expect(find).toBeVisible();
});

test('adds, moves, changes and deletes cells, and undoes it all', async ({ page }) => {
  const all = page.getByRole('article');
  await expect(page.getByText(words.header.allFresh)).toBeVisible();
  const before = await all.count();
  const name = async (index: number): Promise<string | null> => all.nth(index).getAttribute('data-cell-id');

  const gap = page.getByRole('toolbar', { name: words.insert.label(2), exact: true });
  await gap.hover();
  await gap.getByText(words.kinds.console).click();
  await expect(all).toHaveCount(before + 1);
  const added = all.nth(1);
  const id = await name(1);
  await expect(added.locator('.monaco-editor.focused')).toBeVisible();

  await added.getByRole('button', { name: words.cell.moveDown }).click();
  await expect(all.nth(2)).toHaveAttribute('data-cell-id', id ?? '');
  await all.nth(2).getByLabel(words.cell.kind).selectOption({ label: words.kinds.expect });
  await expect(all.nth(2)).toHaveAccessibleName(/^Expect cell 3/);
  await all.nth(2).getByRole('button', { name: words.cell.delete }).click();
  await expect(all).toHaveCount(before);

  await page.keyboard.press('ControlOrMeta+Z');
  await expect(all.nth(2)).toHaveAccessibleName(/^Expect cell 3/);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(all.nth(2)).toHaveAccessibleName(/^Console cell 3/);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(all.nth(1)).toHaveAttribute('data-cell-id', id ?? '');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(all).toHaveCount(before);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(all).toHaveCount(before + 1);
});

test('can be worked with by keyboard alone', async ({ page }) => {
  const cell = cells(page, 'console').first();
  const id = await cell.getAttribute('data-cell-id');
  const focusedCell = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-cell-id') ?? null);

  await enter(page, cell);
  await page.keyboard.insertText('\nbob> ping alice');
  await expect(cell.locator('.terminal').nth(1)).toContainText('Reply from 10.1.0.10');
  await leave(page, cell);

  // Tab goes on through the cell's actions and results, is caught nowhere, and reaches the next cell.
  const visited: (string | null)[] = [];
  while (visited.length < 60 && (visited.at(-1) ?? id) === id) {
    await page.keyboard.press('Tab');
    visited.push((await focusedCell()) ?? id);
  }
  expect(visited.at(-1)).not.toBe(id);

  await page.keyboard.press('ArrowUp');
  await expect(cell).toBeFocused();
  const position = async (): Promise<number> =>
    page
      .getByRole('article')
      .evaluateAll(
        (all, wanted) => all.findIndex((each) => each.getAttribute('data-cell-id') === wanted),
        id,
      );
  const before = await position();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(position).toBe(before + 1);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(position).toBe(before);
  await page.keyboard.press('Shift+Enter');
  expect(await focusedCell()).not.toBe(id);
});

test('carries out commands of the native menu', async ({ page, running: { choose } }) => {
  const cell = cells(page, 'console').first();
  await cell.focus();
  await choose('cell.toExpect');
  await expect(cells(page, 'console')).toHaveCount(3);
  await choose('edit.undo');
  await expect(cells(page, 'console')).toHaveCount(4);
});

test('copies a terminal with the line ends asked for', async ({ page, running }) => {
  const terminal = cells(page, 'console').first().locator('.terminal');
  await terminal.hover();
  await terminal.getByRole('button', { name: words.console.copyCrlf }).click();
  await expect(terminal.getByRole('button', { name: words.console.copied })).toBeVisible();
  const copied = await running.clipboardText();
  expect(copied).toContain('alice> tracert bob\r\n');
  expect(copied.replaceAll('\r\n', '')).not.toContain('\n');
});

test('writes Markdown in place and loads no remote image', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const cell = cells(page, 'markdown').first();
  await cell.getByRole('heading', { level: 1 }).dblclick();
  await cell.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('# Changed\n\n![a plan](https://example.invalid/plan.png)\n\n- [x] done');
  await page.keyboard.press('Escape');
  await expect(cell.getByRole('heading', { name: 'Changed' })).toBeVisible();
  const image = cell.getByRole('img', { name: /a plan/ });
  await expect(image).toContainText('https://example.invalid/plan.png');
  await expect(cell.getByRole('checkbox')).toBeChecked();
  expect(requests.filter((url) => url.includes('example.invalid'))).toEqual([]);
});
