import { expect, test } from './app';
import { cells, code } from './cells';
import { expectPublished, PUBLISHED } from './published';
import { settled } from './window';
import { appStrings as words } from '../../src/shared/strings/app';

test.use({ notebook: 'notebooks/azure-interop.tracebook.md' });

test('the window shows all published paths, each with its picture', async ({ page }) => {
  await expect(page.getByText(words.header.allFresh)).toBeVisible();
  await settled(page);
  expectPublished(await page.locator('.terminal').allInnerTexts());
  for (const { prompt } of PUBLISHED)
    await expect(page.getByRole('figure', { name: `Path diagram: ${prompt}` }).first()).toBeAttached();
  await expect(page.locator('.check-failed')).toHaveCount(0);
});

test('a long topology opens folded and unfolds for editing', async ({ page }) => {
  const topology = cells(page, 'topology').first();
  await expect(topology).not.toContainText('loc2-vm: {');
  await topology.getByRole('button', { name: /Show all \d+ lines/ }).click();
  await expect(code(topology)).toContainText('vnets:');
  await expect(topology.getByRole('button', { name: /Show all/ })).toHaveCount(0);
});
