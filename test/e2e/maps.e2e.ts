/** Maps: search, folding and narrowing, and those of large networks, which are drawn on a canvas. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { networkOf, notebookOf } from '../bench-ui/networks';
import { expect, test } from './app';
import { cells, code, enter } from './cells';
import { settled } from './window';

test('a map is searched, folded and narrowed', async ({ page }) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /^Map of the network after topology/ });
  await figure.scrollIntoViewIfNeeded();
  const search = figure.getByRole('searchbox', { name: 'Search the map' });
  await search.fill('spoke-vm');
  await expect(figure.getByRole('status')).toHaveText('1 found');
  await figure.getByRole('button', { name: 'Show only around spoke-vm' }).press('Enter');
  await expect(figure.getByRole('img', { name: /^spoke-vm, Host/ })).toBeVisible();
  await expect(figure.getByRole('img', { name: /^loc1-vm, Host/ })).toHaveCount(0);
  await figure.getByRole('button', { name: 'Show all' }).press('Enter');
  await search.fill('');
  await expect(figure.getByRole('img', { name: /^loc1-vm, Host/ })).toBeVisible();
  await figure.getByText('Areas', { exact: true }).press('Enter');
  await figure.getByRole('checkbox', { name: 'VNet hub' }).press('Space');
  await expect(figure.getByRole('img', { name: /^hub-vm, Host/ })).toHaveCount(0);
  await expect(figure.getByRole('img', { name: /^vnet hub, VNet/ })).toBeVisible();
});

test.describe('a large network', () => {
  test.use({ notebook: null });

  test('is laid out by a worker: the map before stays, and typing goes on', async ({ folder, start }) => {
    const file = path.join(folder, 'large.tracebook.md');
    const edit = '\n```edit\nshutdown l1\n```\n';
    await writeFile(file, notebookOf(networkOf(1200)) + edit);
    const { page } = await start(file);
    const figure = page.getByRole('figure', { name: /^Map of the network after edit/ });
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('canvas')).toBeVisible();
    await settled(page);
    expect(page.workers().some((worker) => worker.url().includes('layout'))).toBe(true);

    const layouts = (): Promise<number> =>
      page.evaluate(() => performance.getEntriesByName('map layout').length);
    const before = await layouts();
    const seen = await figure.locator('.diagram-map').evaluateHandle((map) => {
      const states: { readonly isBusy: boolean; readonly hasMap: boolean }[] = [];
      new MutationObserver(() => {
        states.push({
          isBusy: map.getAttribute('aria-busy') === 'true',
          hasMap: map.querySelector('canvas') !== null,
        });
      }).observe(map, { attributes: true, childList: true, subtree: true });
      return states;
    });
    const cell = cells(page, 'edit').first();
    await enter(page, cell);
    await page.keyboard.insertText('\nshutdown l2');
    await expect.poll(async () => (await seen.jsonValue()).some(({ isBusy }) => isBusy)).toBe(true);
    await page.keyboard.insertText('\nshutdown l3');
    await expect(code(cell)).toContainText('shutdown l3');
    await settled(page);
    await expect.poll(layouts).toBeGreaterThan(before);
    expect((await seen.jsonValue()).every(({ hasMap }) => hasMap)).toBe(true);
  });
});
