/** axe-core finds nothing, light or dark. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ElectronApplication, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { CATALOGUES } from '../../src/shared/strings';
import { expect, test } from './app';
import { setTheme, settled } from './window';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What a theme can change is contrast alone: the other rules are asked once. */
const RULES = { light: '{}', dark: "{ runOnly: ['color-contrast'] }" } as const;
const BOTH = ['light', 'dark'] as const;

async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(axe, 'utf8'));
}

/** What axe finds on the page, as rule and elements. */
async function findings(page: Page, theme: (typeof BOTH)[number]): Promise<string[][]> {
  const { violations }: AxeResults = await page.evaluate(`axe.run(${RULES[theme]})`);
  return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
}

/** Asks axe about what the window shows now, in both themes. */
function checker(app: ElectronApplication, page: Page): (view: string) => Promise<void> {
  let theme: (typeof BOTH)[number] = 'light';
  return async (view) => {
    for (const next of [theme, theme === 'light' ? 'dark' : 'light'] as const) {
      if (next !== theme) await setTheme(app, page, next);
      theme = next;
      expect(await findings(page, theme), `${view}, ${theme}`).toEqual([]);
    }
  };
}

for (const name of ['first-steps', 'azure-interop', 'what-if', 'measured', 'quiz']) {
  test.describe(name, () => {
    test.use({ notebook: `notebooks/${name}.tracebook.md` });

    test('breaks no rule of accessibility, light or dark', async ({ app, page }) => {
      await settled(page);
      await loadAxe(page);
      await checker(app, page)(name);
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
    await loadAxe(page);
    expect(await findings(page, 'light'), 'Japanese').toEqual([]);

    const text = CATALOGUES.ja.app.editing.settings;
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByLabel(text.highContrast).selectOption(text.followed.on);
    await page.getByLabel(text.spacing).selectOption(text.spacings.wide);
    expect(await findings(page, 'light'), 'settings').toEqual([]);
    await page.keyboard.press('Escape');
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(app, page, theme);
      expect(await findings(page, theme), `high contrast, ${theme}`).toEqual([]);
    }
  });
});
