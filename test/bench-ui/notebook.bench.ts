/** A notebook of 500 cells: until one can act, while one scrolls, and from a key to what it paints. */
import type { Page } from '@playwright/test';
import { expect } from '../e2e/app';
import { cells, enter } from '../e2e/cells';
import { settled } from '../e2e/window';
import type { CellKind } from '../../src/shared/notebook';
import { bench } from './bench';

const CELLS = 500;

const TOPOLOGY = `routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: 10.0.12.1/30 }, ospf: {} }
  r2: { interfaces: { eth0: 10.0.12.2/30, eth1: { address: 10.2.0.1/24, lan: lab } }, ospf: {} }
lans: { office: {}, lab: {} }
hosts:
  alice: { lan: office, address: 10.1.0.10/24 }
  bob: { lan: lab, address: 10.2.0.10/24 }
links:
  r1-r2: { ends: [r1:eth1, r2:eth0], latency: 2 ms }`;

const fenced = (kind: CellKind, text: string): string => `\`\`\`${kind}\n${text}\n\`\`\``;

/** Prose, traces with their pictures, pings and checks, in turn below one topology. */
function notebook(): string {
  const texts = [
    (index: number): string =>
      `## Question ${index}\n\nHow does **packet ${index}** get there?\n\n- one\n- two`,
    (): string => fenced('console', 'alice> tracert -d 10.2.0.10'),
    (): string => fenced('console', 'bob> ping 10.1.0.10'),
    (): string => fenced('expect', 'alice -> bob reach'),
  ];
  const rest = Array.from({ length: CELLS - 2 }, (_, index) => texts[index % texts.length]?.(index) ?? '');
  return ['# Five hundred', fenced('topology', TOPOLOGY), ...rest].join('\n\n').concat('\n');
}

/** A value that so many of a hundred are not above. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

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

/** Types into a cell; ms from each key to when what it did was painted. */
async function keysToPaint(page: Page, kind: CellKind): Promise<number[]> {
  const all = cells(page, kind);
  const cell = all.nth(Math.floor((await all.count()) / 2));
  await enter(page, cell);
  await page.keyboard.press('Enter');
  await settled(page);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          // A message comes after the frame is painted.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => times.push(performance.now() - timeStamp));
          port1.start();
          port2.postMessage(null);
        }),
      { capture: true },
    );
  });
  await page.keyboard.type('# the quick brown fox jumps over the lazy dog', { delay: 50 });
  return page.evaluate(() => Reflect.get(window, 'keyTimes'));
}

bench(`Notebook of ${CELLS} cells`, async ({ open, figure }) => {
  const page = await open('five-hundred', notebook());
  await page.getByRole('article').nth(1).focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('article').nth(2)).toBeFocused();
  figure('from the page to the first key', await page.evaluate(() => performance.now()), 'ms');
  await settled(page);

  const frames = await scrollFrames(page);
  figure('scrolling, 95th percentile frame', percentile(frames, 95), 'ms');
  figure('scrolling, worst frame', Math.max(...frames), 'ms');
  figure('scrolling, frames over 50 ms', frames.filter((time) => time > 50).length, 'count');
  figure('scrolling, frames', frames.length, 'count');
});

for (const kind of ['markdown', 'console', 'topology'] as const) {
  bench(`Typing in a ${kind} cell of ${CELLS}`, async ({ open, figure }) => {
    const page = await open('five-hundred', notebook());
    await settled(page);
    const times = await keysToPaint(page, kind);
    figure('key to paint, median', percentile(times, 50), 'ms');
    figure('key to paint, 95th percentile', percentile(times, 95), 'ms');
  });
}
