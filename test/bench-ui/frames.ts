/** What a window's frames take while something happens in it. */
import type { Locator, Page } from '@playwright/test';

export interface Frames {
  /** Median, 95th percentile and longest time from one frame to the next, ms. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** On average. */
  readonly perSecond: number;
  /** Tasks of more than 50 ms on the page's main thread. */
  readonly longTasks: number;
}

type Gesture = 'pan' | 'zoom';

/** Frames that a gesture takes, one event a frame: what a hand on a mouse gives at most. */
const LENGTH = 120;

/** Pans or zooms a picture as a mouse would, an event before every frame, and times the frames. */
export async function framesOf(picture: Locator, gesture: Gesture): Promise<Frames> {
  return picture.evaluate(
    async (element, { gesture, length }) => {
      const box = element.getBoundingClientRect();
      const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page has this function only
      const at = (x: number, y: number): MouseEventInit => ({
        clientX: x,
        clientY: y,
        bubbles: true,
        cancelable: true,
        view: window,
      });
      let longTasks = 0;
      const observer = new PerformanceObserver((list) => {
        longTasks += list.getEntries().length;
      });
      observer.observe({ type: 'longtask' });
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page has this function only
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const step = (index: number): void => {
        if (gesture === 'zoom') {
          // With Ctrl held d3-zoom takes it tenfold: a tenth of a doubling.
          const deltaY = index < length / 2 ? -5 : 5;
          const more = { ...at(centre.x, centre.y), deltaY, ctrlKey: true };
          element.dispatchEvent(new WheelEvent('wheel', more));
        } else {
          const angle = (index / length) * 4 * Math.PI;
          const reach = Math.min(box.width, box.height) / 3;
          const [x, y] = [centre.x + reach * Math.sin(angle), centre.y + reach * (1 - Math.cos(angle)) * 0.5];
          window.dispatchEvent(new MouseEvent('mousemove', at(x, y)));
        }
      };
      if (gesture === 'pan') {
        // A picture that fits its frame cannot be moved.
        for (let turn = 0; turn < 8; turn += 1) {
          const more = { ...at(centre.x, centre.y), deltaY: -40, ctrlKey: true };
          element.dispatchEvent(new WheelEvent('wheel', more));
        }
        await frame();
      }
      if (gesture === 'pan') element.dispatchEvent(new MouseEvent('mousedown', at(centre.x, centre.y)));
      const times: number[] = [];
      let before = await frame();
      for (let index = 0; index < length; index += 1) {
        step(index);
        // oxlint-disable-next-line no-await-in-loop -- one frame after the other is what is measured
        const now = await frame();
        times.push(now - before);
        before = now;
      }
      if (gesture === 'pan') window.dispatchEvent(new MouseEvent('mouseup', at(centre.x, centre.y)));
      observer.disconnect();
      const sorted = times.toSorted((a, b) => a - b);
      const total = times.reduce((sum, value) => sum + value, 0);
      const rank = (share: number): number => sorted[Math.min(length - 1, Math.floor(share * length))] ?? 0;
      return {
        p50: rank(0.5),
        p95: rank(0.95),
        worst: rank(1),
        perSecond: (1000 * length) / total,
        longTasks,
      };
    },
    { gesture, length: LENGTH },
  );
}

/** From each press of a key to the first frame painted after it, ms, in order; `type` presses the keys. */
export async function keystrokesToPaint(page: Page, type: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const listen = (event: KeyboardEvent): void => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() => {
        // A message comes after the frame has been handed on.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => times.push(performance.now() - pressed));
        port1.start();
        port2.postMessage(null);
      });
    };
    document.addEventListener('keydown', listen, { capture: true });
    Object.assign(window, {
      endKeystrokes: () => {
        document.removeEventListener('keydown', listen, { capture: true });
        return times;
      },
    });
  });
  await type();
  return page.evaluate(() => Reflect.get(window, 'endKeystrokes')());
}

/** What is typed where keys are timed: as fast as quick typists type, ms between two keys. */
export const TYPED = '# the quick brown fox jumps over the lazy dog';
export const PAUSE = 50;

/** A value that so many of a hundred are not above. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
