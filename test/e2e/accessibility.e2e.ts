import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { CATALOGUES } from '../../src/shared/strings';
import { expect, test } from './app';
import { setTheme, settled } from './window';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What a theme can change is contrast alone: the other rules are asked once. */
const RULES = { light: '{}', dark: "{ runOnly: ['color-contrast'] }" } as const;

async function violations(page: Page, rules: string): Promise<unknown[]> {
  const { violations }: AxeResults = await page.evaluate(`axe.run(${rules})`);
  return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
}

for (const name of ['first-steps', 'azure-interop', 'what-if', 'measured']) {
  test.describe(name, () => {
    test.use({ notebook: `notebooks/${name}.tracebook.md` });

    test('breaks no rule of accessibility, light or dark', async ({ app, page }) => {
      await settled(page);
      await page.evaluate(await readFile(axe, 'utf8'));
      for (const theme of ['light', 'dark'] as const) {
        await setTheme(app, page, theme);
        expect(await violations(page, RULES[theme]), theme).toEqual([]);
      }
    });
  });
}

test.describe('by choice', () => {
  test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

  test('breaks none in Japanese, in high contrast and with wide spacing', async ({ start }) => {
    // The whole set of rules, twice, takes long on a slow machine.
    test.slow();
    const { app, page } = await start(undefined, 'ja');
    await settled(page);
    await page.evaluate(await readFile(axe, 'utf8'));
    expect(await violations(page, '{}'), 'Japanese').toEqual([]);

    const text = CATALOGUES.ja.app.editing.settings;
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByLabel(text.highContrast).selectOption(text.followed.on);
    await page.getByLabel(text.spacing).selectOption(text.spacings.wide);
    expect(await violations(page, '{}'), 'settings').toEqual([]);
    await page.keyboard.press('Escape');
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(app, page, theme);
      expect(await violations(page, RULES[theme]), `high contrast, ${theme}`).toEqual([]);
    }
  });
});
