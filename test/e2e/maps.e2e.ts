/** Maps: search, folding and narrowing, and those of large networks, which are drawn on a canvas. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { networkOf, notebookOf } from '../bench-ui/networks';
import { expect, test } from './app';
import { setTheme, settled } from './window';

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

  test('is found by pointer, by keyboard and as a table, and exported', async ({ folder, start }) => {
    const file = path.join(folder, 'large.tracebook.md');
    await writeFile(file, notebookOf(networkOf(500)));
    const { app, page } = await start(file);
    await settled(page);
    const figure = page.getByRole('figure', { name: /^Map of the network after topology/ });
    await figure.scrollIntoViewIfNeeded();
    const map = figure.getByRole('group', { name: /^Network map, 500 nodes/ }).last();
    await expect(map.locator('canvas')).toBeVisible();

    await test.step('by keyboard', async () => {
      await map.getByRole('img').first().focus();
      await page.keyboard.press('End');
      const last = map.getByRole('img', { name: /^n19-\d+, / });
      await expect(last).toBeFocused();
      const name = await last.getAttribute('aria-label');
      await page.keyboard.press('ArrowLeft');
      await expect(map.locator(':focus')).not.toHaveAttribute('aria-label', name ?? '');
      await page.keyboard.press('Space');
      await expect(page.getByRole('complementary')).toBeVisible();
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /^Close/ })
        .press('Enter');
    });

    await test.step('by pointer', async () => {
      await figure.getByRole('button', { name: 'Fit the whole network' }).press('Enter');
      const dot = map.getByRole('img').last();
      const box = await dot.boundingBox();
      if (box === null) throw new Error('the part in focus has no place');
      await page.mouse.move(box.x + box.width / 2 + 40, box.y + 40);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await expect(page.getByRole('tooltip')).toContainText(/^n\d+-\d+, /);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect(page.getByRole('complementary', { name: /n\d+-\d+/ })).toBeVisible();
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /^Close/ })
        .press('Enter');
    });

    await test.step('in dark', async () => {
      await setTheme(app, page, 'dark');
      await expect
        .poll(() =>
          page.evaluate(() => {
            const canvas = document.querySelector<HTMLCanvasElement>('.map-canvas canvas');
            return canvas?.getContext('2d')?.getImageData(2, 2, 1, 1).data[0];
          }),
        )
        .toBeLessThan(80);
    });

    await test.step('as a picture of its own', async () => {
      const target = path.join(folder, 'map.svg');
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, target);
      await figure.getByText('Export', { exact: true }).press('Enter');
      await figure.getByRole('button', { name: 'SVG', exact: true }).press('Enter');
      await expect
        .poll(async () => (await readFile(target, 'utf8').catch(() => '')).match(/data-node=/g)?.length)
        .toBe(500);
    });

    await test.step('as a table', async () => {
      await figure.getByRole('button', { name: 'Show as table' }).press('Enter');
      await expect(figure.getByRole('cell', { name: 'n19-3', exact: true })).toHaveCount(1);
    });
  });
});
