/** axe-core finds nothing on any view, light or dark: each view by the keys that open it. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { CATALOGUES, strings } from '../../src/shared/strings';
import { expect, test } from './app';
import { cells } from './cells';
import { choose } from './notebook';
import { setTheme, settled } from './window';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What a theme can change is contrast alone: the other rules are asked once. */
const RULES = { light: '{}', dark: "{ runOnly: ['color-contrast'] }" } as const;
const BOTH = ['light', 'dark'] as const;

async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(axe, 'utf8'));
}

/** What axe finds in a part of the page, or in all of it, as rule and elements. */
async function findings(page: Page, theme: (typeof BOTH)[number], part = ''): Promise<string[][]> {
  const where = part === '' ? 'document' : JSON.stringify(part);
  const { violations }: AxeResults = await page.evaluate(`axe.run(${where}, ${RULES[theme]})`);
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

const NOTEBOOK = `# Every view

\`\`\`topology
routers: { r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office } }, icmp: off } }
lans: { office: {} }
hosts: { alice: { lan: office, address: 10.1.0.10/24 }, bob: { lan: office, address: 10.1.0.11/24 } }
\`\`\`

\`\`\`edit
shutdown nobody
\`\`\`

## Ask

\`\`\`topology
routers: { r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: { address: 10.2.0.1/24, lan: lab } } } }
lans: { office: {}, lab: {} }
hosts: { alice: { lan: office, address: 10.1.0.10/24 }, bob: { lan: lab, address: 10.2.0.10/24 } }
\`\`\`

\`\`\`console
alice> tracert bob
r1> show ip route
\`\`\`

\`\`\`expect
alice -> bob reach
alice -> bob no-path
\`\`\`

\`\`\`predict {#q1}
ask alice -> bob path
hint Count the routers.
answer 10.1.0.1
\`\`\`
`;

test('no view breaks a rule: what lies over the page, its bars, menus and forms, and the slides', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'views.tracebook.md');
  await writeFile(file, NOTEBOOK);
  const { app, page } = await start(file);
  await settled(page);
  await loadAxe(page);
  const check = checker(app, page);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const closed = async (): Promise<void> => {
    await press('Escape');
    await expect(page.locator('dialog, [role="menu"], .stage')).toHaveCount(0);
  };
  const { editing, keeping } = strings.app;
  await check('the page');

  for (const [view, keys] of [
    [editing.palette.label, 'ControlOrMeta+Shift+P'],
    [editing.shortcuts.title, 'Shift+?'],
    [editing.settings.title, 'ControlOrMeta+Comma'],
  ] as const) {
    await cells(page, 'console').focus();
    await press(keys);
    await expect(page.getByRole('dialog', { name: view })).toBeVisible();
    await check(view);
    await closed();
  }
  for (const command of ['file.history', 'file.compare'] as const) {
    await choose(app, command);
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(command);
    await closed();
  }

  await cells(page, 'console').focus();
  await press('ControlOrMeta+H');
  await page.keyboard.type('alice');
  await check(editing.find.label);
  await press('Escape', 'ControlOrMeta+Shift+O');
  await expect(page.getByRole('navigation', { name: editing.outline.label })).toBeVisible();
  await check(editing.outline.label);
  await press('ControlOrMeta+Shift+O');

  await cells(page, 'console').focus();
  await press('ContextMenu');
  await expect(page.getByRole('menu')).toBeVisible();
  await check('the menu of a cell');
  await closed();
  const map = cells(page, 'topology').nth(1);
  await map.locator('[data-node="r1"]').first().focus();
  await press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await check('the menu of a map');
  await page.getByRole('menuitem', { name: editing.map.addRouter }).focus();
  await press('Enter');
  await expect(page.getByRole('dialog', { name: editing.map.titles.router })).toBeVisible();
  await check('a form of a map');
  await closed();

  // Deleted and brought back: the toast; something written: what is not in the file.
  await cells(page, 'expect').focus();
  await press('d', 'd');
  await expect(page.getByRole('button', { name: editing.toast.undo })).toBeVisible();
  await check('a toast');
  await press('z');
  await settled(page);

  // What is folded and what is opened.
  await cells(page, 'console').focus();
  await press('Shift+O', 'o');
  await check('a folded cell');
  await press('Shift+O', 'o');
  await cells(page, 'console').locator('[data-refs]').first().click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await check('the inspector');
  await press('Escape');

  await cells(page, 'console').focus();
  await press('Enter');
  await page.locator('.monaco-editor.focused').waitFor();
  await check('an editor');
  await press('Escape', 'Escape');

  await choose(app, 'view.instructor');
  await expect(page.getByRole('region', { name: strings.app.predict.solution })).toBeVisible();
  await check(strings.present.instructor);
  await choose(app, 'view.instructor');

  await cells(page, 'predict').focus();
  await press('b');
  await writeFile(file, `${NOTEBOOK}\nMore.\n`);
  await expect(page.getByRole('button', { name: keeping.bar.compare })).toBeVisible();
  await check('the bar of a file that changed on disk');

  await press('F5');
  const stage = page.getByRole('main', { name: strings.present.label });
  await expect(stage).toBeVisible();
  await press('Home');
  await check('the first slide');
  await press('End');
  await check('a slide before its results');
  for (let shown = 0; shown < 12; shown += 1) await press('PageDown');
  await check('a slide with all results');
  await press('ArrowDown', 'ArrowDown');
  await expect(stage.locator('.step-words')).toBeVisible();
  await check('a step of a trace');
  await press('b');
  await check('a black screen');
  await press('b', 'Escape');
  await expect(stage).toHaveCount(0);
});

test.describe('pictures', () => {
  test.use({ notebook: 'notebooks/pictures.tracebook.md' });

  test('no picture breaks a rule, nor the table that says the same', async ({ app, page }) => {
    test.slow();
    await settled(page);
    await loadAxe(page);
    const figures = page.locator('.entry-picture');
    const count = await figures.count();
    expect(count).toBeGreaterThan(5);
    const found: unknown[] = [];
    const seen = new Set<string>();
    for (const theme of BOTH) {
      await setTheme(app, page, theme);
      for (let index = 0; index < count; index += 1) {
        const figure = figures.nth(index);
        await figure.scrollIntoViewIfNeeded();
        await expect(figure.locator('.diagram-frame')).toBeVisible();
        await figure.evaluate((element) => element.setAttribute('data-checked', ''));
        const look = async (): Promise<void> => {
          const broken = await findings(page, theme, '[data-checked]');
          if (broken.length > 0) found.push([theme, await figure.getAttribute('aria-label'), broken]);
        };
        const tabs = await figure.getByRole('tab').allInnerTexts();
        for (const tab of tabs.length === 0 ? [null] : tabs) {
          // Of pictures of one kind the first will do; what has no tabs is looked at always.
          if (tab !== null && seen.has(`${theme} ${tab}`)) continue;
          seen.add(`${theme} ${tab}`);
          if (tab !== null) await figure.getByRole('tab', { name: tab, exact: true }).click();
          await look();
          const asTable = figure.getByRole('button', { name: strings.diagram.showAsTable });
          if ((await asTable.count()) === 0) {
            // What has no button is a table itself.
            await expect(figure.getByRole('table')).toBeVisible();
            continue;
          }
          await asTable.click();
          await expect(figure.getByRole('table').first()).toBeVisible();
          if (theme === 'light') await look();
          await asTable.click();
        }
        await figure.evaluate((element) => element.removeAttribute('data-checked'));
      }
    }
    expect(found).toEqual([]);
  });
});
