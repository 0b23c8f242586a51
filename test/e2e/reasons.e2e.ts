import { expect, test } from './app';
import { cells, enter, write } from './cells';

test.use({ notebook: 'notebooks/ask-why.tracebook.md' });

test('tables and reasons are shown as a terminal shows them', async ({ page }) => {
  const cell = cells(page, 'console').first();
  await expect(cell.locator('.terminal').first()).toContainText('Neighbor ID');
  await write(page, cell, 'p1> why-not 10.2.0.0/24');
  await expect(cell.locator('.terminal').first()).toContainText('is not told over iBGP');
  await expect(cell).toHaveAccessibleName(/fresh/);
});

test('completes reasons, nodes and addresses', async ({ page }) => {
  const cell = cells(page, 'console').first();
  await enter(page, cell);
  await page.keyboard.press('Enter');
  const list = page.locator('.suggest-widget.visible');
  await page.keyboard.type('c1> why-n');
  await expect(list.getByRole('option', { name: /^why-not/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('al');
  await expect(list.getByRole('option', { name: /^alice/ })).toBeVisible();
});
