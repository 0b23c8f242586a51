/** The interface in two languages: of the system, or chosen in the settings. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { CellKind } from '../../src/shared/notebook';
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

/** All that the page says once all of it is drawn: its texts, names and hints, in order. */
async function saidOn(page: Page): Promise<readonly string[]> {
  const places = page.locator('.page div[style^="height"]:empty');
  await expect(async () => {
    if ((await places.count()) > 0) await places.first().scrollIntoViewIfNeeded({ timeout: 500 });
    await expect(places).toHaveCount(0, { timeout: 100 });
  }).toPass({ intervals: [10], timeout: 40_000 });
  await settled(page);
  return page.evaluate(() => {
    const hints = ['aria-label', 'title', 'placeholder', 'aria-description', 'alt'];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const said: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // Bars of cells come and go with the pointer, announcements with what happens.
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('.cell-toolbar, .insert-bar, .app > [role="status"]') !== null) continue;
      if (node instanceof Text) said.push(node.data);
      else if (node instanceof Element) said.push(...hints.map((hint) => node.getAttribute(hint) ?? ''));
    }
    return said.map((text) => text.trim()).filter((text) => text !== '');
  });
}

test.describe('a page of all kinds of results', () => {
  test.use({ notebook: 'notebooks/pictures.tracebook.md' });

  test('changes its language in place: every word, and nothing of what was opened, moved or written', async ({
    start,
  }) => {
    test.setTimeout(180_000);
    const { page } = await start();
    await settled(page);
    // All of it, so that nothing of the other language is left over.
    await saidOn(page);
    const map = page.locator('.cell-topology').first().getByRole('figure');
    await map.scrollIntoViewIfNeeded();
    await settled(page);
    await map.getByRole('searchbox').fill('hub-vm');
    await map.getByRole('button', { name: en.diagram.map.zoomIn }).press('Enter');
    const moved = map.locator('svg [transform*="scale"]').first();
    const zoom = await moved.getAttribute('transform');
    await choose(page, en.app.editing.settings.language, ja.app.editing.settings.languages.ja);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await page.keyboard.press('Escape');
    await settled(page);
    await expect(map.getByRole('searchbox')).toHaveValue('hub-vm');
    await expect(moved).toHaveAttribute('transform', zoom ?? '');
    await map.getByRole('searchbox').fill('');
    const inPlace = await saidOn(page);
    await page.reload();
    await settled(page);
    const anew = await saidOn(page);
    expect(inPlace.filter((text) => !anew.includes(text))).toEqual([]);
    expect(anew.filter((text) => !inPlace.includes(text))).toEqual([]);
  });
});

test('the language is chosen in the settings, at once and for good, and nothing is lost', async ({
  start,
}) => {
  const { page, kill } = await start();
  await settled(page);
  await expect(answers(page)).toContainText(said(en));
  const edit = cells(page, 'console').first();
  await enter(page, edit);
  await page.keyboard.insertText('\n# kept\nalice> tracer');
  await leave(page, edit);

  const tab = page
    .getByRole('figure', { name: /alice> tracert bob$/ })
    .first()
    .getByRole('tab');
  await tab.first().scrollIntoViewIfNeeded();
  await tab.first().press('ArrowRight');
  await expect(tab.nth(1)).toHaveAttribute('aria-selected', 'true');

  await cells(page, 'topology').first().focus();
  await page.keyboard.press('o');
  await page.keyboard.press('Shift+O');
  const folds = page.locator('.cell-topology').first().locator('.folded-texts, .folded-outputs');
  await expect(folds).toHaveCount(2);

  await choose(page, en.app.editing.settings.language, ja.app.editing.settings.languages.ja);
  await expect(page.getByRole('dialog', { name: ja.app.editing.settings.title })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.keyboard.press('Escape');
  await expect(folds).toHaveCount(2);
  await expect(answers(page)).toContainText(said(ja));
  await expect(answers(page)).not.toContainText(said(en));
  const { didYouMean, notACommand } = ja.reasons.commands;
  await expect(answers(page)).toContainText(notACommand('tracer'));
  await expect(answers(page)).toContainText(didYouMean('tracert'));
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

const NETWORK = `\`\`\`topology
routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office } } }
lans: { office: {} }
hosts: { alice: { lan: office, address: 10.1.0.10/24 }, bob: { lan: office, address: 10.1.0.20/24 } }
\`\`\`
`;
const MISTAKES = `---
tracebook: 99
---

${NETWORK}
\`\`\`expect
alice -> bob path 10.1.0.1
\`\`\`

\`\`\`edit
shutdown r2
\`\`\`

\`\`\`console
alice> ping bob
\`\`\`

${NETWORK.replace('lans:', 'lan:').replace('10.1.0.20/24', '10.1.0.300')}`;

test('mistakes in a topology and an edit, and an expectation that fails, are told in the language of the reader', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'mistakes.tracebook.md');
  await writeFile(file, MISTAKES);
  const { page } = await start(file, 'ja');
  await settled(page);
  const { commands, expect: expected, editProblems, topology, cells: said } = ja.reasons;
  const { elements, values } = topology;
  const kind = (each: CellKind): Locator => page.locator(`.cell-${each}`);

  await expect(kind('expect')).toContainText(expected.otherHop(1, '10.1.0.20', '10.1.0.1'));
  await expect(kind('edit')).toContainText(editProblems.noElement('r2'));
  await expect(kind('edit')).toContainText(commands.didYouMean('r1'));
  await expect(kind('console')).toContainText(said.waitsFor(said.label('edit', 'shutdown r2')));
  const wrong = kind('topology').nth(1);
  await wrong.scrollIntoViewIfNeeded();
  await expect(wrong).toContainText(elements.noSection('lan'));
  await expect(wrong).toContainText(values.isNot('"10.1.0.300"', values.address));
  await expect(wrong).toContainText(values.hostAddressHint);

  // What the editor itself says, too.
  await enter(page, kind('edit'));
  await page.keyboard.press('F8');
  const peek = page.locator('.peekview-widget');
  await expect(peek).toContainText(editProblems.noElement('r2'));
  await expect(peek.locator('.peekview-title')).toContainText(/\p{Script=Han}/u);
  await leave(page, kind('edit'));

  // And what stands above the page, in whatever language is chosen later.
  const notice = page.locator('.notice');
  await expect(notice).toContainText('1 行目: ');
  await choose(page, ja.app.editing.settings.language, 'en');
  await page.keyboard.press('Escape');
  await expect(notice).toContainText('Line 1: ');
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
