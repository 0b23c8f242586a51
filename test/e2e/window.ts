/** What tests and screenshots do with a window of the application. */
import { expect, type ElectronApplication, type Page } from '@playwright/test';

/** Waits until every cell has its output, and every map in view is laid out. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.cell').first()).toBeVisible();
  await expect(page.locator('main.page')).toHaveAttribute('aria-busy', 'false');
  // A cell far away is told how it stands once it comes near: of those the header knows.
  await expect(page.locator('.header-state :is(.state-stale, .state-running)')).toHaveCount(0);
  const waiting = ':is(.cell-is-stale, .cell-is-queued, .cell-is-running)';
  await expect(page.locator(`${waiting}:not([data-far], .cell-undrawn)`)).toHaveCount(0);
  await expect(page.locator('.diagram-map[aria-busy="true"]')).toHaveCount(0);
}

/** Gives the page of the first window a size in CSS pixels. */
export async function resize(
  app: ElectronApplication,
  page: Page,
  width: number,
  height: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setPosition(0, 0);
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Lets the window scroll instead of the page, which would cut off what is higher than it. */
export async function scrollWindow(page: Page): Promise<void> {
  await page.addStyleTag({
    content: 'html, body { height: auto !important; overflow: visible !important; }',
  });
}

export async function setTheme(app: ElectronApplication, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  const dark = theme === 'dark';
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(dark);
}
