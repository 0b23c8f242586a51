/** A notebook of 500 cells: until one can act, while one scrolls, and from a key to what it paints. */
import type { Page } from '@playwright/test';
import { expect } from '../e2e/app';
import { cells, enter } from '../e2e/cells';
import { settled } from '../e2e/window';
import type { CellKind } from '../../src/shared/notebook';
import { bench } from './bench';
import { keystrokesToPaint, PAUSE, percentile, TYPED } from './frames';
import { manyCells } from './many-cells';

const CELLS = 500;

/** Scrolls by the wheel through the first part of the page; times of the frames, ms. */
async function scrollFrames(page: Page): Promise<number[]> {
  await page.mouse.move(640, 500);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    let before = performance.now();
    const next = (now: number): void => {
      times.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  for (let index = 0; index < 120; index += 1) await page.mouse.wheel(0, 240);
  return page.evaluate(() => Reflect.get(window, 'frameTimes'));
}

/** Types into the middle cell of a kind; ms from each key to when what it did was painted. */
async function keysToPaint(page: Page, kind: CellKind): Promise<readonly number[]> {
  const all = cells(page, kind);
  await enter(page, all.nth(Math.floor((await all.count()) / 2)));
  await page.keyboard.press('Enter');
  await settled(page);
  return keystrokesToPaint(page, () => page.keyboard.type(TYPED, { delay: PAUSE }));
}

/**
 * From the beginning of the page to the first key it answered and painted, ms. The key is pressed again and again, as an
 * impatient person would, and the page itself notes when a cell had the keyboard: who looks from outside looks late.
 */
async function firstKey(page: Page): Promise<number> {
  // One look and one press at a time, each when the one before it is done.
  /* oxlint-disable no-await-in-loop */
  for (;;) {
    const answered: number | undefined = await page.evaluate(() => {
      if (!Reflect.has(window, 'firstKey')) {
        Object.assign(window, { firstKey: undefined });
        const painted = new MessageChannel();
        // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page has this function only
        const answer = (): unknown => Object.assign(window, { firstKey: performance.now() });
        painted.port1.addEventListener('message', answer, { once: true });
        painted.port1.start();
        const note = (): number => requestAnimationFrame(() => painted.port2.postMessage(null));
        document.addEventListener('focusin', note, { once: true });
      }
      return Reflect.get(window, 'firstKey');
    });
    if (answered !== undefined) return answered;
    await page.keyboard.press('j');
  }
}

bench(`Notebook of ${CELLS} cells`, async ({ open, figure }) => {
  const page = await open('many-cells', manyCells(CELLS));
  figure('from the page to the first key', await firstKey(page), 'ms');
  await expect(page.getByRole('article').and(page.locator(':focus'))).toBeVisible();
  await settled(page);

  const frames = await scrollFrames(page);
  figure('scrolling, 95th percentile frame', percentile(frames, 95), 'ms');
  figure('scrolling, worst frame', Math.max(...frames), 'ms');
  figure('scrolling, frames over 50 ms', frames.filter((time) => time > 50).length, 'count');
  figure('scrolling, frames', frames.length, 'count');
});

const TYPING = [
  [6, 'markdown'],
  [CELLS, 'markdown'],
  [CELLS, 'console'],
  [CELLS, 'topology'],
] as const;

for (const [count, kind] of TYPING) {
  bench(`Typing in a ${kind} cell of ${count}`, async ({ open, figure }) => {
    const page = await open('many-cells', manyCells(count));
    await settled(page);
    const times = await keysToPaint(page, kind);
    figure('key to paint, median', percentile(times, 50), 'ms');
    figure('key to paint, 95th percentile', percentile(times, 95), 'ms');
  });
}
