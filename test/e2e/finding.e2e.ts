/** Finding one's way: search and replace, the outline, dragging, gestures on a map, cells that take long. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app';
import { cells, code } from './cells';
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

test('the outline shows headings and states, and leads to cells; sections and cells can be dragged', async ({
  page,
}) => {
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

  const all = page.getByRole('article');
  const names = (): Promise<(string | null)[]> =>
    all.evaluateAll((each) => each.map((cell) => cell.getAttribute('data-cell-id')));
  const before = await names();
  await all.nth(1).focus();
  await page.keyboard.press('o');
  await page.keyboard.press('Shift+O');
  await all.first().hover();
  await all
    .first()
    .locator('.grip')
    .dragTo(all.nth(1), { targetPosition: { x: 300, y: 60 } });
  await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)]);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(names).toEqual(before);
});

test('a map is changed by hand, and the edit cell says so', async ({ page }) => {
  await settled(page);
  const topology = cells(page, 'topology').first();
  const map = topology.getByRole('figure');
  await map.scrollIntoViewIfNeeded();
  const menu = page.getByRole('menu');
  const choose = async (part: RegExp, item: string): Promise<void> => {
    await map.getByRole('img', { name: part }).first().focus();
    await page.keyboard.press('Enter');
    await menu.getByRole('menuitem', { name: item }).click();
  };
  const edits = cells(page, 'edit');
  const count = await edits.count();

  await choose(/r1-r2/, words.editing.map.shutdown('r1-r2'));
  await expect(edits).toHaveCount(count + 1);
  await expect(code(edits.first())).toContainText('shutdown r1-r2');
  await expect(edits.first()).toHaveClass(/cell-flash/);
  await expect(edits.first().getByText('Shut down link')).toBeVisible();

  await choose(/r2-r3/, words.editing.map.latency('r2-r3'));
  await page.getByLabel(words.editing.map.latencyField).fill('7 ms');
  await page.keyboard.press('Enter');
  await expect(code(edits.first())).toContainText('set r2-r3 latency 7 ms');

  await choose(/LAN office/, words.editing.map.addHostAt('office'));
  await expect(page.getByLabel(words.editing.map.address)).toHaveValue('10.1.0.11/24');
  await page.keyboard.press('Enter');
  await expect(code(edits.first())).toContainText('add host host1 { lan: office, address: 10.1.0.11/24 }');

  await choose(/^r1\b/, words.editing.map.addLink('r1'));
  await page.getByRole('button', { name: words.editing.map.apply }).click();
  await expect(code(edits.first())).toContainText('add link r1-r2-1');
  await expect(edits.first()).toHaveAccessibleName(/fresh/);

  await page.keyboard.press('Escape');
  await edits.first().focus();
  await page.keyboard.press('z');
  await expect(code(edits.first())).not.toContainText('add link');
});

test('tells what runs and what waits, and can be stopped', async ({ start, folder }) => {
  const file = path.join(folder, 'slow.tracebook.md');
  await writeFile(file, slowNotebook(14, 40));
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
  const before = await place();
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
