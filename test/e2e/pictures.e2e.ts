import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app';
import { chooseTarget } from './notebook';
import { settled } from './window';

test.use({ notebook: 'notebooks/pictures.tracebook.md' });

test('tabs choose among the pictures of a result, by keyboard too', async ({ page }) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /spoke-vm> tracert loc1-vm/ });
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('tab', { name: 'Path', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByRole('tab', { name: 'Latency' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('figure', { name: 'Latency chart: spoke-vm> tracert loc1-vm' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByRole('tab', { name: 'Path to scale' })).toBeFocused();
  await figure.getByRole('tab', { name: 'Grid' }).click();
  await figure.getByRole('button', { name: 'Name' }).click();
  await expect(figure.getByRole('columnheader', { name: /Name/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(figure.getByRole('row').nth(1)).toContainText('ce1');
  await figure.getByRole('row').nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await expect(figure.getByRole('row').nth(2)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: 'ce1' })).toBeVisible();
});

test('a trace is stepped there and back by arrow keys, and its text shows the hop', async ({ page }) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /spoke-vm> tracert loc1-vm/ });
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('tab', { name: 'Packet' }).click();
  const said = figure.getByRole('status');
  const marked = page.getByRole('group', { name: /Terminal: spoke-vm> tracert loc1-vm/ }).locator('mark');
  await expect(said).toContainText('On the way there, at spoke-vm');
  await expect(said).toContainText('Sent with TTL 128.');
  // Beside the tabs up and down, among the buttons to the sides as well.
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('On the way there, at spoke (');
  await expect(marked).toHaveCount(0);
  await figure.getByRole('button', { name: 'One step forward' }).press('ArrowRight');
  await expect(said).toContainText('On the way there, at hub (');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('TTL 128 comes in, 127 goes on.');
  await expect(said).toContainText('and 10.10.30.132 answers');
  await expect(marked).toHaveText(/^ +1 .*10\.10\.30\.132/);
  await figure.getByRole('button', { name: 'To the last step' }).click();
  await expect(said).toContainText('On the way back, at spoke-vm');
  await page.keyboard.press(',');
  await expect(said).toContainText('On the way back, at spoke (');
  await page.keyboard.press('.');
  await page.keyboard.press('>');
  await expect(figure.getByLabel('Speed')).toHaveValue('2');
});

test('what is named lights up everywhere, and a click tells of it', async ({ page }) => {
  await settled(page);
  const terminal = page.getByRole('group', { name: /Terminal: spoke-vm> tracert loc1-vm/ });
  await terminal.scrollIntoViewIfNeeded();
  const word = terminal.getByText('10.10.30.132', { exact: true });
  await word.hover();
  await expect(word).toHaveCSS('box-shadow', /1px/);
  await word.click();
  const inspector = page.getByRole('complementary', { name: /msee1-pri/ });
  await expect(inspector).toContainText('12076');
  await expect(inspector).toContainText('BGP table of msee1-pri');
  await inspector.getByRole('button', { name: 'perspective' }).click();
  await expect(inspector.getByText(/The network as msee1-pri knows it/)).toBeVisible();
  await expect(inspector.getByRole('button', { name: /^Back/ })).toHaveCount(0);
  await inspector.getByRole('img', { name: /^ce1,/ }).click();
  const other = page.getByRole('complementary', { name: /ce1/ });
  await other.getByRole('button', { name: /^Back to .*msee1-pri/ }).click();
  await expect(inspector).toContainText('BGP table of msee1-pri');
  await word.click();
  await expect(inspector.getByRole('button', { name: /^Back/ })).toHaveCount(0);
  await inspector.getByRole('button', { name: 'perspective' }).click();
  await inspector.getByRole('img', { name: /^ce1,/ }).click();
  await other.getByRole('button', { name: 'Close the inspector' }).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(inspector).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inspector).toHaveCount(0);
});

test('a pair of the matrix opens its path', async ({ page }) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /hub-vm> matrix$/ });
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('img', { name: /^hub-vm to spoke-vm/ }).click();
  const inspector = page.getByRole('complementary', { name: /hub-vm> tracert spoke-vm/ });
  await expect(inspector).toContainText('Trace complete.');
});

test('a picture is saved as SVG, PNG and PDF', { tag: '@electron' }, async ({ app, page, folder }) => {
  await settled(page);
  const starts = { svg: '<svg xmlns=', png: '\u0089PNG', pdf: '%PDF-' } as const;
  for (const [figure, formats] of [
    [page.getByRole('figure', { name: /spoke-vm> tracert loc1-vm/ }), ['svg', 'png', 'pdf']],
    [page.getByRole('figure', { name: /^Map of the network after topology/ }), ['svg']],
  ] as const) {
    await figure.scrollIntoViewIfNeeded();
    for (const format of formats) {
      const file = path.join(folder, `picture.${format}`);
      await rm(file, { force: true });
      await chooseTarget(app, file);
      await figure.getByText('Export', { exact: true }).click();
      await figure.getByRole('button', { name: format.toUpperCase(), exact: true }).click();
      await expect
        .poll(async () => (await readFile(file).catch(() => Buffer.alloc(0))).length)
        .toBeGreaterThan(0);
      const data = (await readFile(file)).toString('latin1');
      expect(data.startsWith(starts[format]), format).toBe(true);
      if (format === 'svg') expect(data).not.toContain('var(--');
    }
  }
});

test('a name in prose lights up in pictures, and a click tells of it and leads to its description', async ({
  page,
}) => {
  await settled(page);
  const name = page.locator('.prose').getByText('loc1-vm', { exact: true }).first();
  await name.scrollIntoViewIfNeeded();
  await name.hover();
  await expect(name).toHaveCSS('box-shadow', /1px/);
  await name.click();
  const inspector = page.getByRole('complementary', { name: /loc1-vm/ });
  await expect(inspector).toContainText('10.2.30.10');
  await expect(inspector.getByRole('region', { name: 'In the topology' })).toContainText('loc1-vm:');
  await inspector.getByRole('button', { name: /^Topology cell/ }).press('Enter');
  const marked = page.locator('.cell-topology .found-current').first();
  await expect(marked).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(marked).toHaveCount(0);
});
