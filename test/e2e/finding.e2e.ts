/** Finding one's way: search and replace, the outline, dragging, gestures on a map, cells that take long. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './app';
import { cells, code, leave, write } from './cells';
import { slowNotebook } from './slow';
import { appStrings as words } from '../../src/shared/strings/app';
import { settled } from './window';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

const find = words.editing.find;

test('finds and replaces across cells, as one step', async ({ page }) => {
  await settled(page);
  await page.getByRole('article').first().focus();
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.type('tracert bob');
  const bar = page.getByRole('search', { name: find.label });
  await expect(bar.getByRole('status')).toHaveText(find.position(0, 3, 10_000));
  await expect(page.locator('.found-current')).toBeVisible();
  await expect(bar.getByLabel(find.query)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(find.position(1, 3, 10_000));
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText(find.position(0, 3, 10_000));

  await bar.getByRole('button', { name: find.matchCase }).click();
  await bar.getByRole('button', { name: find.regex }).click();
  await bar.getByLabel(find.query).fill('tracert (b|B)ob(');
  await expect(bar.getByRole('status')).toContainText('regular expression');
  await bar.getByLabel(find.query).fill('tracert (bob)');
  await page.keyboard.press('ControlOrMeta+Alt+F');
  await bar.getByLabel(find.replacement).fill('ping $1');
  await bar.getByRole('button', { name: find.replaceAll }).click();
  await expect(bar.getByRole('status')).toHaveText(find.none);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(cells(page, 'console').first().locator('.terminal')).toContainText('Pinging bob');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(
    page.getByRole('article').locator('.terminal').filter({ hasText: 'Trace complete' }),
  ).toHaveCount(3);
  await expect(page.getByText(words.header.unsaved)).toHaveCount(0);
});

test('a regular expression that would never end is told so, and the page goes on', async ({ page }) => {
  await settled(page);
  const cell = cells(page, 'markdown').first();
  await write(page, cell, `# ${'a'.repeat(60)}!`);
  await leave(page, cell);
  await page.keyboard.press('ControlOrMeta+F');
  const bar = page.getByRole('search', { name: find.label });
  await bar.getByRole('button', { name: find.regex }).click();
  await bar.getByLabel(find.query).fill('(a+)+$');
  await expect(bar.getByRole('status')).toHaveText(find.tooSlow);
  await bar.getByLabel(find.query).fill('a+!');
  await expect(bar.getByRole('status')).toHaveText(find.position(0, 1, 10_000));
});

test('the outline shows headings and states, and leads to cells', async ({ page }) => {
  await settled(page);
  await page.keyboard.press('ControlOrMeta+Shift+O');
  const outline = page.getByRole('navigation', { name: words.editing.outline.label });
  await expect(outline.getByRole('button', { name: '1. Describe a network' })).toBeVisible();
  await outline.getByRole('searchbox').fill('no-path');
  await expect(outline.getByRole('listitem')).toHaveCount(3);
  await outline.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('End');
  const entry = outline.getByRole('button', { name: 'Expect: alice -> bob no-path, Fresh' });
  await expect(entry).toBeFocused();
  await page.keyboard.press('Enter');
  const target = page.getByRole('article').filter({ hasText: 'alice -> bob no-path' });
  await expect(target).toBeFocused();
  await expect(target).toBeInViewport();
});

test('a cell and a section are dragged by their grips, and an undo takes each back', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'sections.tracebook.md');
  const fence = '```';
  const run = `${fence}expect\n${fence}`;
  await writeFile(file, `# Top\n\n${run}\n\n## One\n\n${run}\n\n## Two\n\n${run}\n\n## Three\n\n${run}\n`);
  const { page } = await start(file);
  await settled(page);
  const all = page.getByRole('article');
  const ids = (): Promise<(string | null)[]> =>
    all.evaluateAll((each) => each.map((cell) => cell.getAttribute('data-cell-id')));
  const before = await ids();
  expect(before).toHaveLength(8);
  const [top, ofTop, one, ofOne, two, ofTwo, three, ofThree] = before;
  const cell = (id: string | null = ''): Locator => page.locator(`[data-cell-id="${id}"]`);
  /** Drops a cell on the lower half of another. */
  const drag = async (from: string | null | undefined, onto: string | null | undefined): Promise<void> => {
    const height = (await cell(onto).boundingBox())?.height ?? 0;
    await cell(from).hover();
    await cell(from)
      .locator('.grip')
      .dragTo(cell(onto), { targetPosition: { x: 300, y: height - 4 } });
  };

  await drag(one, ofOne);
  await expect.poll(ids).toEqual([top, ofTop, ofOne, one, two, ofTwo, three, ofThree]);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(ids).toEqual(before);

  // With Alt its whole section goes along.
  await page.keyboard.down('Alt');
  await drag(three, ofTop);
  await page.keyboard.up('Alt');
  await expect.poll(ids).toEqual([top, ofTop, three, ofThree, one, ofOne, two, ofTwo]);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(ids).toEqual(before);

  // So it does where the section is folded: there is only its heading to take hold of.
  await cell(one).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(all).toHaveCount(7);
  await drag(one, ofTwo);
  await page.keyboard.press('ArrowRight');
  await expect.poll(ids).toEqual([top, ofTop, two, ofTwo, one, ofOne, three, ofThree]);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(ids).toEqual(before);
});

test('a map is changed by hand: a topology in its YAML, an edit cell in its lines', async ({ page }) => {
  await settled(page);
  const topology = cells(page, 'topology').first();
  const edits = cells(page, 'edit');
  const count = await edits.count();
  const text = words.editing.map;
  const menu = page.getByRole('menu');
  const choose = async (cell: Locator, part: RegExp, item: string): Promise<void> => {
    const map = cell.getByRole('figure');
    // A map that is drawn anew takes the focus off its parts.
    await settled(page);
    await map.scrollIntoViewIfNeeded();
    await map.getByRole('img', { name: part }).first().focus();
    await page.keyboard.press('Enter');
    await menu.getByRole('menuitem', { name: item }).press('Enter');
  };
  // The static text of a cell has line ends, the live one has not.
  const yaml = async (): Promise<string> =>
    ((await code(topology).textContent()) ?? '').replaceAll(/\s/g, '');
  const before = await yaml();

  await choose(topology, /r1-r2/, text.shutdown('r1-r2'));
  await expect(code(topology)).toContainText(
    'r1-r2: { ends: [r1:eth1, r2:eth0], latency: 2 ms, shutdown: true }',
  );
  await expect(topology).toHaveClass(/cell-flash/);
  await expect(topology.getByRole('img', { name: /r1-r2.*down/i }).first()).toBeAttached();
  await choose(topology, /r1-r2/, text.noShutdown('r1-r2'));
  await expect.poll(yaml).toBe(before);

  await choose(topology, /r2-r3/, text.latency('r2-r3'));
  await page.getByLabel(text.latencyField).fill('soon');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(text.latencyInvalid);
  await page.getByLabel(text.latencyField).fill('7 ms');
  await page.keyboard.press('Enter');
  await expect(code(topology)).toContainText('r2-r3: { ends: [r2:eth1, r3:eth1], latency: 7 ms }');

  // Dragged, moved on by keys, and given back to the map.
  const r2 = topology.getByRole('img', { name: /^r2, Router/ });
  const place = async (): Promise<readonly number[]> =>
    [...(/position:\[(-?\d+),(-?\d+)\]/.exec(await yaml()) ?? [])].slice(1).map(Number);
  await settled(page);
  await r2.scrollIntoViewIfNeeded();
  await r2.getByText('r2', { exact: true }).hover();
  await page.mouse.down();
  const sign = await r2.boundingBox();
  if (sign === null) throw new Error('r2 is not drawn');
  await page.mouse.move(sign.x + 90, sign.y + 70, { steps: 5 });
  await page.mouse.up();
  await expect.poll(place).toHaveLength(2);
  const [x = 0, y = 0] = await place();
  await settled(page);
  const others = await edits.allTextContents();
  await r2.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(place).toEqual([x + 40, y - 20]);
  await settled(page);
  expect(await edits.allTextContents()).toEqual(others);
  await choose(topology, /^r2, Router/, text.noPosition('r2'));
  await expect.poll(place).toEqual([]);

  await choose(topology, /LAN office/, text.addHostAt('office'));
  await expect(page.getByLabel(text.address)).toHaveValue('10.1.0.11/24');
  await page.keyboard.press('Enter');
  await expect(code(topology)).toContainText('host1: { lan: office, address: 10.1.0.11/24 }');

  await choose(topology, /^r1\b/, text.addLink('r1'));
  await page.getByRole('button', { name: text.applyTopology }).press('Enter');
  await expect(code(topology)).toContainText('r1-r2-1: { ends: [r1:');
  await settled(page);
  await expect(topology.getByRole('img', { name: /^r1\b/ })).toBeFocused();
  await expect(topology).toHaveAccessibleName(/fresh/);
  await expect(edits).toHaveCount(count);

  await choose(topology, /LAN office/, text.addRouter);
  await page.keyboard.press('Enter');
  await expect(code(topology)).toContainText('r4:');
  await expect(topology.getByRole('img', { name: /^r4\b/ }).first()).toBeAttached();

  await choose(topology, /LAN office/, text.remove('office'));
  await expect(page.getByRole('status').filter({ hasText: /is needed by alice/ })).toBeVisible();

  for (let step = 0; step < 9; step += 1) {
    await topology.focus();
    await page.keyboard.press('z');
  }
  await expect.poll(yaml).toBe(before);

  const edit = edits.first();
  await choose(edit, /^r1\b/, text.shutdown('r1'));
  await expect(code(edit)).toContainText('shutdown r1');
  await expect(edit.getByText('Shut down router')).toBeVisible();
  await choose(edit, /^r1\b/, text.noShutdown('r1'));
  await expect(code(edit)).not.toContainText('shutdown r1');
});

test('tells what runs and what waits, and can be stopped', async ({ start, folder }) => {
  const file = path.join(folder, 'slow.tracebook.md');
  await writeFile(file, slowNotebook(30, 30));
  const { page } = await start(file);
  const console = cells(page, 'console');
  await expect(console.nth(0)).toHaveAccessibleName(/fresh/);
  await expect(console.nth(1)).toHaveAccessibleName(/running/);
  await expect(console.nth(2)).toHaveAccessibleName(/queued/);
  await expect(console.nth(1).getByText(/Running for \d+ s/)).toBeVisible();
  await console
    .nth(1)
    .getByRole('button', { name: /^Stop running/ })
    .click();
  await expect(console.nth(1)).toHaveAccessibleName(/stale/);
  await expect(console.nth(2)).toHaveAccessibleName(/stale/);
  await expect(page.getByText(words.header.cancelled)).toBeVisible();
});

test('what one reads stays where it is while results above it change their size', async ({ page }) => {
  await settled(page);
  const first = cells(page, 'console').first();
  const last = page.getByRole('article').last();
  await last.scrollIntoViewIfNeeded();
  const place = async (): Promise<number> => Math.round((await last.boundingBox())?.y ?? 0);
  // What comes near is drawn yet; only then it is read.
  let before = await place();
  const rests = async (): Promise<boolean> => before === (before = await place());
  await expect.poll(rests, { intervals: [400] }).toBe(true);
  const id = await first.getAttribute('data-cell-id');
  await page.evaluate((cell) => {
    // Results above grow by a large table, as when a change of the network reaches them.
    const output = document.querySelector(`[data-cell-id="${cell}"] .output`);
    const box = document.createElement('div');
    box.style.height = '700px';
    output?.append(box);
  }, id);
  await expect.poll(place).toBe(before);
});
