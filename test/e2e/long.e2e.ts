/** Long notebooks: cells are drawn as they come near the window, and nobody notices. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app';
import { cells, enter, leave } from './cells';
import { settled } from './window';
import { appStrings as words } from '../../src/shared/strings/app';

test.use({ notebook: null });

const CELLS = 300;

const TOPOLOGY = `routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: { address: 10.2.0.1/24, lan: lab } } }
lans: { office: {}, lab: {} }
hosts:
  alice: { lan: office, address: 10.1.0.10/24 }
  bob: { lan: lab, address: 10.2.0.10/24 }`;

function longNotebook(): string {
  const parts = Array.from({ length: CELLS - 1 }, (_, index) =>
    index % 2 === 0
      ? `## Part ${index}\n\nText of part ${index}.`
      : `\`\`\`console\n# question ${index}\nalice> tracert -d 10.2.0.10\n\`\`\``,
  );
  return [`\`\`\`topology\n${TOPOLOGY}\n\`\`\``, ...parts].join('\n\n').concat('\n');
}

test.describe('a notebook of 300 cells', () => {
  let page: Page;
  let app: ElectronApplication;

  test.beforeEach(async ({ folder, start }) => {
    const file = path.join(folder, 'long.tracebook.md');
    await writeFile(file, longNotebook());
    ({ page, app } = await start(file));
    await expect(page.getByRole('article')).toHaveCount(CELLS);
    await settled(page);
  });

  test('is walked from end to end by keyboard, with its results and pictures', async () => {
    await page.getByRole('article').first().focus();
    await page.keyboard.press('ControlOrMeta+End');
    const last = page.getByRole('article').last();
    await expect(last).toBeFocused();
    await expect(last.getByRole('heading', { name: 'Part 298' })).toBeInViewport();
    await page.keyboard.press('k');
    const question = cells(page, 'console').last();
    await expect(question).toBeFocused();
    await expect(question.locator('.terminal')).toContainText('Trace complete.');
    await expect(question.locator('.diagram svg').first()).toBeVisible();
    // However many cells are entered on the way back, few editors are alive.
    for (let turn = 0; turn < 6; turn += 1) {
      await page.keyboard.press('Enter');
      await expect(page.locator('.monaco-editor.focused')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('k');
      await page.keyboard.press('k');
    }
    expect(await page.locator('.live-editor').count()).toBeLessThan(4);
    await page.keyboard.press('ControlOrMeta+Home');
    await expect(cells(page, 'topology').first()).toBeFocused();
    const topology = cells(page, 'topology').first();
    await expect(topology.locator('.diagram-map svg').first()).toBeInViewport();
    // What changes far from the window is told once it comes near: without bob nobody answers.
    await enter(page, topology);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Delete');
    await leave(page, topology);
    await settled(page);
    await page.keyboard.press('ControlOrMeta+End');
    await expect(question.locator('.terminal')).toContainText('unreachable');
    await expect(question).toHaveAccessibleName(words.cell.nameWithState('console', CELLS - 1, 'fresh'));
  });

  test('is searched to its end, edited there, and undone', async () => {
    const find = words.editing.find;
    await page.getByRole('article').first().focus();
    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.type('question 297');
    const bar = page.getByRole('search', { name: find.label });
    await expect(bar.getByRole('status')).toHaveText(find.position(0, 1, 10_000));
    await expect(page.locator('.found-current')).toBeInViewport();
    await page.keyboard.press('Escape');
    const cell = cells(page, 'console').last();
    await enter(page, cell);
    await page.keyboard.type('\nbob> ping 10.1.0.10');
    await expect(cell.locator('.terminal').last()).toContainText('Reply from 10.1.0.10');
    await leave(page, cell);
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect(page.getByRole('article')).toHaveCount(CELLS - 1);
    await page.keyboard.press('ControlOrMeta+Home');
    await expect(cells(page, 'topology').first()).toBeInViewport();
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(page.getByRole('article')).toHaveCount(CELLS);
    // What an undo has changed is shown.
    await expect(cells(page, 'console').last()).toBeInViewport();
  });

  test('draws what the wheel brings into the window, and all of it for a screen reader', async () => {
    const read = cells(page, 'console').first();
    await expect(read.locator('.diagram svg').first()).toBeVisible();
    const before = await read.boundingBox();
    await page.mouse.move(640, 400);
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => document.body.scrollTop)).toBeGreaterThan(5000);
    await expect.poll(() => placesInView(page)).toBe(0);
    // What was read is skipped, and as high as it was: nothing jumps.
    await expect(read).toHaveAttribute('data-far');
    expect((await read.boundingBox())?.height).toBeCloseTo(before?.height ?? 0, 1);
    await expect(page.locator('.cell-place')).not.toHaveCount(0);
    await app.evaluate(({ app: electron }) => electron.setAccessibilitySupportEnabled(true));
    await expect(page.locator('.cell-place')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Part 298' })).toHaveCount(1);
  });
});

/** Cells in the window that are not drawn. */
function placesInView(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.cell-place')].map((place) => place.getBoundingClientRect());
    return boxes.filter(({ top, bottom }) => bottom > 0 && top < innerHeight).length;
  });
}
