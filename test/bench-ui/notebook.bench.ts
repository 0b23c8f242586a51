/** A notebook of 500 cells: until one can act, while one scrolls, and from a key to what it paints. */
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect } from '../e2e/app';
import { cells, enter } from '../e2e/cells';
import { settled } from '../e2e/window';
import type { CellKind } from '../../src/shared/notebook';
import { bench } from './bench';
import { keystrokesToPaint, PAUSE, percentile, TYPED } from './frames';
import { manyCells } from './many-cells';

const CELLS = 500;

/** Paces of a wheel: px of a notch, ms from one to the next, and how many. */
const PACES = {
  'by hand (2,000 px/s)': { notch: 120, between: 60, count: 100 },
  'flung (8,000 px/s)': { notch: 240, between: 30, count: 120 },
} as const;

type Pace = (typeof PACES)[keyof typeof PACES];

/** Turns the wheel at an even pace, whether or not the page is ready for more. */
async function turnWheel(page: Page, { notch, between, count }: Pace): Promise<void> {
  const notches: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    notches.push(page.mouse.wheel(0, notch));
    // oxlint-disable-next-line no-await-in-loop -- the pace is what is wanted
    await setTimeout(between);
  }
  await Promise.all(notches);
}

/** Times of the main thread's frames while something happens, ms. */
async function mainFrames(page: Page, act: () => Promise<void>): Promise<number[]> {
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
  await act();
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
});

/** A reader looks at a page before scrolling it, ms. */
const LOOK = 2_000;

for (const [name, pace] of Object.entries(PACES)) {
  bench(`${CELLS} cells ${name}`, async ({ open, figure, drawn }) => {
    const page = await open('many-cells', manyCells(CELLS));
    await settled(page);
    await page.mouse.move(640, 500);
    await setTimeout(LOOK);
    const { gaps, incomplete } = await drawn(() => turnWheel(page, pace));
    figure('screen, frames', gaps.length + 1, 'count');
    figure('screen, 95th percentile frame', percentile(gaps, 95), 'ms');
    figure('screen, worst frame', Math.max(...gaps), 'ms');
    figure('screen, frames over 50 ms', over(gaps), 'count');
    figure('screen, frames with parts not drawn yet', incomplete, 'count');
    const frames = await mainFrames(page, () => turnWheel(page, pace));
    figure('main thread, frames', frames.length, 'count');
    figure('main thread, worst frame', Math.max(...frames), 'ms');
    figure('main thread, frames over 50 ms', over(frames), 'count');
  });
}

function over(times: readonly number[]): number {
  return times.filter((time) => time > 50).length;
}

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
