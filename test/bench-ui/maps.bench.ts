/**
 * Maps of small and large networks: how their frames take while they are zoomed and panned, how long the worker lays
 * one out, and what typing feels of that.
 */
import type { Page } from '@playwright/test';
import { LAYOUT_MEASURE } from '../../src/renderer/diagrams/map/measures';
import { expect } from '../e2e/app';
import { bench } from './bench';
import { framesOf, keystrokesToPaint, middle } from './frames';
import { networkOf, notebookOf } from './networks';

const count = (value: number): string => value.toLocaleString('en');

for (const isInSites of [false, true]) {
  for (const size of [200, 1000, 5000]) {
    bench(`Map, ${count(size)} nodes${isInSites ? ' in sites' : ''}`, async ({ open, figure }) => {
      const page = await open('network', notebookOf(networkOf(size, isInSites)));
      const map = page.locator('.diagram-map');
      const picture = map.locator('.map-canvas, svg').first();
      const started = performance.now();
      await expect(picture).toBeVisible();
      figure('window to map', performance.now() - started, 'ms');
      figure('layout in the worker', middle(await layouts(page)), 'ms');
      await picture.scrollIntoViewIfNeeded();
      for (const gesture of ['zoom', 'pan'] as const) {
        const frames = await framesOf(picture, gesture);
        figure(`${gesture}, median frame`, frames.p50, 'ms');
        figure(`${gesture}, 95th percentile`, frames.p95, 'ms');
        figure(`${gesture}, worst frame`, frames.worst, 'ms');
        figure(`${gesture}, frames`, frames.perSecond, 'frames/s');
        figure(`${gesture}, tasks of more than 50 ms`, frames.longTasks, 'count');
      }
    });
  }
}

bench('Typing while 5,000 nodes are laid out', async ({ open, figure }) => {
  const page = await open(
    'network',
    `# Large network\n\nA text.\n\n${notebookOf(networkOf(5000)).slice(17)}`,
  );
  const cell = page.locator('.cell-markdown').first();
  await cell.locator('.markdown').dblclick();
  await expect(cell.locator('.monaco-editor')).toBeVisible();
  await expect(page.locator('.diagram-map[aria-busy="true"]')).toBeVisible();
  const times = await keystrokesToPaint(page, () =>
    page.keyboard.type('typed while the map is being laid out'),
  );
  const isLaying = await page.locator('.diagram-map[aria-busy="true"]').count();
  figure('key to paint, median', middle(times), 'ms');
  figure('key to paint, worst', Math.max(...times), 'ms');
  figure('the layout still ran at the last key', isLaying, 'count');
});

/** What layouts took, from asking the worker to its answer. */
async function layouts(page: Page): Promise<number[]> {
  return page.evaluate(
    (name) => performance.getEntriesByName(name).map(({ duration }) => duration),
    LAYOUT_MEASURE,
  );
}
