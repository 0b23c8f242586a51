/** The interface in two languages: of the system, or chosen in the settings. */
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { CATALOGUES, type Strings } from '../../src/shared/strings';
import { expect, test } from './app';
import { cells, code, enter, leave } from './cells';
import { settled } from './window';

const { en, ja } = CATALOGUES;

test.use({ notebook: 'test/fixtures/small.tracebook.md' });

/** The labels of the menu bar. */
function menus(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label));
}

/** The cell whose answers are sentences. */
function answers(page: Page): Locator {
  return page.getByRole('article').filter({ hasText: 'paths bob' }).first();
}

/** What it says. */
const said = (words: Strings): string => words.reasons.findingTexts.paths(1, 'alice', 'bob', false);

async function choose(page: Page, label: string, language: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  const choice = page.getByLabel(label);
  await expect(choice).toBeFocused();
  await choice.selectOption(language);
}

test('the language is chosen in the settings, at once and for good, and nothing is lost', async ({
  start,
}) => {
  const { page, kill } = await start();
  await settled(page);
  await expect(answers(page)).toContainText(said(en));
  const edit = cells(page, 'console').first();
  await enter(page, edit);
  await page.keyboard.insertText('\n# kept');
  await leave(page, edit);

  const tab = page
    .getByRole('figure', { name: /alice> tracert bob$/ })
    .first()
    .getByRole('tab');
  await tab.first().scrollIntoViewIfNeeded();
  await tab.first().press('ArrowRight');
  await expect(tab.nth(1)).toHaveAttribute('aria-selected', 'true');

  await choose(page, en.app.editing.settings.language, ja.app.editing.settings.languages.ja);
  await expect(page.getByRole('dialog', { name: ja.app.editing.settings.title })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.keyboard.press('Escape');
  await expect(answers(page)).toContainText(said(ja));
  await expect(answers(page)).not.toContainText(said(en));
  await expect(tab.nth(1)).toHaveAttribute('aria-selected', 'true');
  const kept = page.getByRole('article', { name: new RegExp(`^${ja.app.kinds.console} セル`) }).first();
  await expect(code(kept)).toContainText('# kept');
  await kept.focus();
  await page.keyboard.press('z');
  await expect(code(kept)).not.toContainText('# kept');

  await kill();
  const again = await start();
  await settled(again.page);
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(answers(again.page)).toContainText(said(ja));
});

test(
  'a system in Japanese has it in Japanese, menus too, until another is chosen',
  { tag: '@electron' },
  async ({ start }) => {
    const { app, page } = await start(undefined, 'ja');
    await settled(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    expect(await menus(app)).toContain(ja.menu.cell);
    await choose(page, ja.app.editing.settings.language, en.app.editing.settings.languages.en);
    await expect(page.getByRole('dialog', { name: en.app.editing.settings.title })).toBeVisible();
    await expect.poll(() => menus(app)).toContain(en.menu.cell);
    expect(await menus(app)).not.toContain(ja.menu.cell);
  },
);
