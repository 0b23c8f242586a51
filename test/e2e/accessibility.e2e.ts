/** axe-core finds nothing on whole notebooks, light or dark. Views one by one: every-view.e2e.ts. */
import { CATALOGUES } from '../../src/shared/strings';
import { test } from './app';
import { checker } from './axe';
import { settled } from './window';

for (const name of ['first-steps', 'azure-interop', 'what-if', 'measured', 'quiz']) {
  test.describe(name, () => {
    test.use({ notebook: `notebooks/${name}.tracebook.md` });

    test('breaks no rule of accessibility, light or dark', async ({ running }) => {
      await settled(running.page);
      const { check } = await checker(running);
      await check(name);
    });
  });
}

test.describe('by choice', () => {
  test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

  test('breaks none in Japanese, in high contrast and with wide spacing', async ({ start }) => {
    // The whole set of rules, twice, takes long on a slow machine.
    test.slow();
    const running = await start(undefined, 'ja');
    const { page } = running;
    await settled(page);
    const { check } = await checker(running);
    const text = CATALOGUES.ja.app.editing.settings;
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByLabel(text.highContrast).selectOption(text.followed.on);
    await page.getByLabel(text.spacing).selectOption(text.spacings.wide);
    await check('settings');
    await page.keyboard.press('Escape');
    await check('high contrast');
  });
});
