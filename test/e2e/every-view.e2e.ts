/** axe-core finds nothing on any view, light or dark; each view has the keyboard while it is there and gives it back. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../src/shared/language';
import { CATALOGUES } from '../../src/shared/strings';
import { networkOf, notebookOf } from '../bench-ui/networks';
import { expect, test } from './app';
import { checker, type Checker } from './axe';
import type { RunningApp } from './launch';
import { slowNotebook } from './slow';
import { conflict, firstCell, SMALL, SMALL_NAMES, VIEWS, type Place, type View } from './views';
import { settled } from './window';

const all: readonly (readonly [string, View])[] = Object.entries(VIEWS);
/** Views of a test: as many as half a minute has room for. */
const THIRD = Math.ceil(all.length / 3);

type Start = (file: string, language?: Language) => Promise<RunningApp>;

/** Opens a notebook of this text. */
async function opened(
  start: Start,
  folder: string,
  notebook: string,
  language: Language = 'en',
): Promise<{ readonly place: Place; readonly running: RunningApp } & Checker> {
  const file = path.join(folder, 'notebook.tracebook.md');
  await writeFile(file, notebook);
  const running = await start(file, language);
  const { app, page } = running;
  await expect(page.getByRole('article').first()).toBeVisible();
  const place: Place = { app, page, text: CATALOGUES[language], file, names: SMALL_NAMES };
  return { place, running, ...(await checker(running)) };
}

/** Whether what has the keyboard shows it: a ring, a caret, or a mark of its own. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return false;
    if (at.matches('input, textarea, select')) return true;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
}

async function highContrast({ page, text }: Place): Promise<void> {
  const { highContrast: label, followed } = text.app.editing.settings;
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByLabel(label).selectOption(followed.on);
  await page.keyboard.press('Escape');
}

for (const index of [0, 1, 2]) {
  for (const language of ['en', 'ja'] as const) {
    const look = language === 'en' ? 'in English' : 'in Japanese and high contrast';
    test(`views over a notebook, part ${index + 1}, ${look}`, async ({ start, folder }) => {
      test.slow();
      const { place, check } = await opened(start, folder, SMALL, language);
      await settled(place.page);
      if (language === 'ja') await highContrast(place);
      if (index === 0) await check('notebook');
      const cell = firstCell(place, 'console');
      await cell.focus();
      for (const [name, { open, close }] of all.slice(index * THIRD, (index + 1) * THIRD)) {
        await test.step(name, async () => {
          await open(place);
          expect.soft(await focusIsSeen(place.page), `${name} shows the focus`).toBe(true);
          await check(name);
          await close(place);
          await expect.soft(cell, `the cell has the keyboard after ${name}`).toBeFocused();
        });
      }
    });
  }
}

test('a file that has changed, its versions, and a comparison', async ({ start, folder }) => {
  const { place, check } = await opened(start, folder, SMALL);
  const { page, text } = place;
  const cell = firstCell(place, 'console');
  await settled(page);
  await conflict(place);
  await check('bar of a changed file');
  const compare = page.getByRole('button', { name: text.app.keeping.bar.compare });
  await compare.press('Enter');
  await expect(page.getByRole('dialog').locator('.diff')).toBeVisible();
  await check('comparison');
  await page.keyboard.press('Escape');
  await expect(compare).toBeFocused();
  await cell.focus();
  await VIEWS.history.open(place);
  const versions = page.getByRole('list', { name: text.app.keeping.history.list });
  await versions.getByRole('button').first().press('Enter');
  await expect(page.getByRole('dialog').locator('.dialog-foot')).toBeVisible();
  await check('version');
  await VIEWS.history.close(place);
  await expect(cell).toBeFocused();
});

test.describe('without a file', () => {
  test.use({ notebook: null });

  test('start page, and nothing at all', async ({ start }) => {
    const running = await start(null);
    const { page } = running;
    await settled(page);
    const { check } = await checker(running);
    await check('start page');
    await page.getByRole('article').first().focus();
    while ((await page.getByRole('article').count()) > 0) {
      await page.keyboard.press('d');
      await page.keyboard.press('d');
    }
    await check('empty page');
  });
});

/** Cells in every state, with whatever prose may hold. */
const STATES = `# States

Text with [a link](https://example.org), a [dead one](ftp://example.org), \`code\`, and

![a figure](https://example.org/figure.png)

| Name | Value |
| ---- | ----: |
| one  |     1 |

- [x] done
- [ ] open

> Quoted.

\`\`\`console
alice> ping bob
\`\`\`

\`\`\`topology
routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: { address: 10.2.0.1/24, lan: lab } } }
lans: { office: {}, lab: {} }
hosts: { alice: { lan: office, address: 10.1.0.10/24 }, bob: { lan: lab, address: 10.2.0.10/24 } }
\`\`\`

\`\`\`console
alice> trcert bob
alice> ping nobody
r1> show ip route
alice> matrix
\`\`\`

\`\`\`expect checks
alice -> bob no-path
alice -> bob reach
\`\`\`

\`\`\`scenario no-lab from base
shutdown r1:eth1
\`\`\`

\`\`\`console
alice> compare base no-lab
alice> ping bob --in no-lab
\`\`\`

\`\`\`observed monday from alice
tracert bob

  1     1 ms     1 ms     1 ms  10.1.0.1
  2     1 ms     1 ms     1 ms  10.2.0.11
\`\`\`

\`\`\`edit
shutdown r9
\`\`\`

\`\`\`edit
\`\`\`

\`\`\`topology
routers: [
\`\`\`

\`\`\`expect
alice -> bob reach
\`\`\`

<<<<<<< HEAD
Ours.
=======
Theirs.
>>>>>>> other
`;

test('cells in every state, read-only too', async ({ start, folder }) => {
  const first = await opened(start, folder, STATES);
  await settled(first.place.page);
  await first.check('states');
  for (const summary of await first.place.page.locator('summary').all()) await summary.press('Enter');
  await first.check('states, all unfolded');
  await first.running.kill();

  const second = await opened(start, folder, `---\ntracebook: 99\n---\n\n${STATES}`);
  const { page, text } = second.place;
  await settled(page);
  await expect(page.getByRole('alert', { name: text.app.notice.label })).toBeVisible();
  await second.check('read-only, with a notice');
});

test('a cell that runs, and those that wait', async ({ start, folder }) => {
  const { place, check } = await opened(start, folder, slowNotebook(30, 30));
  await expect(place.page.locator('.running-note')).toBeVisible();
  await check('running');
  await expect(place.page.locator('.running-note')).toBeVisible();
});

test.describe('questions', () => {
  test.use({ notebook: 'notebooks/quiz.tracebook.md' });

  test('questions before and after they are answered', async ({ running }) => {
    const { page } = running;
    await settled(page);
    const { check } = await checker(running);
    await check('questions');
    const { predict } = CATALOGUES.en.app;
    const cell = page.locator('.cell-predict').first();
    await cell.getByRole('textbox', { name: /^Which hops/ }).fill('10.1.0.1 10.0.12.2');
    await page.keyboard.press('Enter');
    await cell.getByRole('button', { name: predict.hint(1, 2) }).press('Enter');
    await page.getByRole('radio', { name: 'via r3' }).press('Space');
    const reveal = page.getByRole('button', { name: predict.reveal });
    while ((await reveal.count()) > 0) await reveal.first().press('Enter');
    await expect(page.getByRole('group', { name: predict.solution })).toHaveCount(2);
    await settled(page);
    await check('questions, answered and revealed');
    await page.keyboard.press('ControlOrMeta+Shift+P');
    await page.keyboard.insertText(CATALOGUES.en.menu.commands['view.instructor']);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('banner').getByText(CATALOGUES.en.present.instructor)).toBeVisible();
    await check('instructor');
  });
});

test('slides: title, results, a trace on its way, black', async ({ start, folder }) => {
  const { place, check } = await opened(start, folder, SMALL);
  const { page, text } = place;
  await settled(page);
  const stage = page.getByRole('main', { name: text.present.label });
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByRole('article').first().focus();
  await press('F5');
  await expect(stage).toBeVisible();
  await check('title slide');
  await press('PageDown', 'PageDown');
  await expect(stage.locator('.diagram-map svg')).toBeVisible();
  await check('slide with a map');
  // Forward first goes to the end of what is higher than the window.
  await expect(async () => {
    await press('PageDown');
    await expect(stage.locator('.terminal')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await check('slide with results');
  await press('ArrowDown', 'ArrowDown');
  await expect(stage.locator('.step-words')).toBeVisible();
  await check('slide with a trace on its way');
  await press('b');
  await check('black slide');
  await press('b', 'Escape');
  await expect(page.locator('article:focus')).toHaveCount(1);
});

/** The figures of a notebook of pictures by their prompts, as many as a minute has room for. */
const FIGURES: readonly (readonly RegExp[])[] = [
  [/tracert loc1-vm$/],
  [/loc1-vm> latency/, /paths remote-vm$/],
  [/trace --both loc1-vm$/, /branch-vm> perspective$/],
  [/> matrix$/, /announcements/],
  [/compare base/, /matrix --diff/],
];

test.describe('pictures', () => {
  test.use({ notebook: 'notebooks/pictures.tracebook.md' });

  for (const [index, prompts] of FIGURES.entries()) {
    test(`pictures of results and their tables, part ${index + 1}`, async ({ running }) => {
      test.slow();
      const { page } = running;
      await settled(page);
      const { check } = await checker(running);
      const { diagram } = CATALOGUES.en;
      for (const prompt of prompts) {
        const figure = page.getByRole('figure', { name: prompt }).first();
        await figure.scrollIntoViewIfNeeded();
        await expect(figure.locator('.diagram-frame')).toBeVisible();
        const table = figure.getByRole('button', { name: diagram.showAsTable });
        await table.press('Enter');
        await expect(figure.getByRole('table').first()).toBeVisible();
        await check(`${prompt.source}, as a table`, figure);
        await table.press('Enter');
        const menu = figure.getByText(diagram.pictures.export, { exact: true });
        await menu.press('Enter');
        await check(prompt.source, figure);
        await page.keyboard.press('Escape');
        await expect(menu).toBeFocused();
        const tabs = figure.getByRole('tab');
        const count = await tabs.count();
        for (let at = 1; at < count; at += 1) {
          await tabs.nth(at - 1).press('ArrowRight');
          await expect(tabs.nth(at)).toBeFocused();
          await check(`${prompt.source}, picture ${at + 1}`, figure);
        }
      }
    });
  }
});

test('a map on a canvas, searched, and its table', async ({ start, folder }) => {
  const { place, check } = await opened(start, folder, notebookOf(networkOf(400, true)));
  const { page, text } = place;
  const figure = page.getByRole('figure').first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('canvas')).toBeVisible();
  await settled(page);
  await check('large map');
  await figure.getByRole('searchbox').fill('n3-1');
  await check('large map, searched', figure);
  await figure.getByRole('button', { name: text.diagram.showAsTable }).press('Enter');
  await check('large map, as a table', figure);
});
