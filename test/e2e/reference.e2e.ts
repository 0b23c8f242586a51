import { CATALOGUES } from '../../src/shared/strings';
import { expect, test } from './app';
import { cells, code } from './cells';
import { expectPublished, PUBLISHED } from './published';
import { settled } from './window';

for (const [language, notebook] of [
  ['en', 'notebooks/azure-interop.tracebook.md'],
  ['ja', 'notebooks/azure-interop.ja.tracebook.md'],
] as const)
  test.describe(language, () => {
    test.use({ notebook });

    test(`the window shows all published paths, each with its picture, in ${language}`, async ({ start }) => {
      const { page } = await start(undefined, language);
      const { app, diagram } = CATALOGUES[language];
      await expect(page.getByText(app.header.allFresh)).toBeVisible();
      await settled(page);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expectPublished(await page.locator('.terminal').allInnerTexts());
      const { titled, titles } = diagram.pictures;
      for (const { prompt } of PUBLISHED)
        await expect(page.getByRole('figure', { name: titled(titles.path, prompt) }).first()).toBeAttached();
      await expect(page.locator('.check-failed, .cell-is-error, .cell-is-blocked')).toHaveCount(0);
    });
  });

test.describe('a long topology', () => {
  test.use({ notebook: 'notebooks/azure-interop.tracebook.md' });

  test('a long topology opens folded and unfolds for editing', async ({ page }) => {
    const topology = cells(page, 'topology').first();
    await expect(topology).not.toContainText('loc2-vm: {');
    await topology.getByRole('button', { name: /Show all \d+ lines/ }).click();
    await expect(code(topology)).toContainText('vnets:');
    await expect(topology.getByRole('button', { name: /Show all/ })).toHaveCount(0);
  });
});
