/** Maps of small and large networks: how their frames take while they are panned and zoomed. */
import { expect } from '../e2e/app';
import { bench } from './bench';
import { framesOf } from './frames';
import { networkOf, notebookOf } from './networks';

const count = (value: number): string => value.toLocaleString('en');

for (const size of [200, 1000, 5000]) {
  bench(`Map of ${count(size)} nodes`, async ({ open, figure }) => {
    const page = await open('network', notebookOf(networkOf(size)));
    const picture = page.locator('.diagram-map').locator('svg, canvas').first();
    const started = performance.now();
    await expect(picture).toBeVisible();
    figure('from window to map', performance.now() - started, 'ms');
    await picture.scrollIntoViewIfNeeded();
    for (const gesture of ['pan', 'zoom'] as const) {
      const frames = await framesOf(picture, gesture);
      figure(`${gesture}, median frame`, frames.p50, 'ms');
      figure(`${gesture}, 95th percentile`, frames.p95, 'ms');
      figure(`${gesture}, worst frame`, frames.worst, 'ms');
      figure(`${gesture}, frames`, frames.perSecond, 'frames/s');
      figure(`${gesture}, tasks of more than 50 ms`, frames.longTasks, 'count');
    }
  });
}
