import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from './app';
import { setTheme, settled } from './window';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What a theme can change is contrast alone: the other rules are asked once. */
const RULES = { light: '{}', dark: "{ runOnly: ['color-contrast'] }" } as const;

for (const name of ['first-steps', 'azure-interop', 'what-if', 'measured']) {
  test.describe(name, () => {
    test.use({ notebook: `notebooks/${name}.tracebook.md` });

    test('breaks no rule of accessibility, light or dark', async ({ app, page }) => {
      await settled(page);
      await page.evaluate(await readFile(axe, 'utf8'));
      for (const theme of ['light', 'dark'] as const) {
        await setTheme(app, page, theme);
        const { violations }: AxeResults = await page.evaluate(`axe.run(${RULES[theme]})`);
        const found = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
        expect(found, theme).toEqual([]);
      }
    });
  });
}
