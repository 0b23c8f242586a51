/** What people set to see and read better: zoom, contrast, spacing, motion. All of it outlives the window. */
import type { Page } from '@playwright/test';
import { appStrings } from '../../src/shared/strings/app';
import { expect, test } from './app';
import { settled } from './window';

const text = appStrings.editing.settings;

test.use({ notebook: 'test/fixtures/small.tracebook.md' });

function look(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const style = getComputedStyle(document.body);
    const { contrast, motion, spacing } = document.documentElement.dataset;
    return {
      contrast,
      motion,
      spacing,
      background: getComputedStyle(document.documentElement).backgroundColor,
      wide: style.letterSpacing !== 'normal',
    };
  });
}

test('the zoom goes by keys and is remembered', { tag: '@electron' }, async ({ start }) => {
  const { app, page, kill } = await start();
  await settled(page);
  const zoom = (of: typeof app): Promise<number | undefined> =>
    of.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  await page.keyboard.press('ControlOrMeta+=');
  await page.keyboard.press('ControlOrMeta+=');
  await expect.poll(() => zoom(app)).toBeCloseTo(1.25);
  await page.keyboard.press('ControlOrMeta+-');
  await expect.poll(() => zoom(app)).toBeCloseTo(1.1);

  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByLabel(text.zoom, { exact: true })).toHaveValue('110');
  await page.keyboard.press('Escape');
  await kill();
  const again = await start();
  await settled(again.page);
  await expect.poll(() => zoom(again.app)).toBeCloseTo(1.1);
  await again.page.keyboard.press('ControlOrMeta+0');
  await expect.poll(() => zoom(again.app)).toBeCloseTo(1);
});

test('contrast, spacing and motion are set once and for good', async ({ start }) => {
  const { page, kill } = await start();
  await settled(page);
  expect(await look(page)).toMatchObject({ contrast: 'usual', motion: 'usual', wide: false });
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByLabel(text.spacing).selectOption(text.spacings.wide);
  await page.getByLabel(text.highContrast).selectOption(text.followed.on);
  await page.getByLabel(text.reducedMotion).selectOption(text.followed.on);
  await page.keyboard.press('Escape');
  const wished = {
    contrast: 'high',
    motion: 'reduced',
    spacing: 'wide',
    background: 'rgb(255, 255, 255)',
    wide: true,
  };
  await expect.poll(() => look(page)).toEqual(wished);
  // Nothing on the page moves.
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await settled(page);

  await kill();
  const again = await start();
  await settled(again.page);
  expect(await look(again.page)).toEqual(wished);
});

test('what the system wants is followed while it is on', async ({ page }) => {
  await settled(page);
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  await expect.poll(() => look(page)).toMatchObject({ contrast: 'high', motion: 'reduced' });
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByLabel(text.highContrast).selectOption(text.followed.off);
  await expect.poll(() => look(page)).toMatchObject({ contrast: 'usual', motion: 'reduced' });
  await page.emulateMedia({ contrast: null, reducedMotion: null });
  await expect.poll(() => look(page)).toMatchObject({ contrast: 'usual', motion: 'usual' });
});
