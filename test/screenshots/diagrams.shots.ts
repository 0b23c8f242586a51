import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { root } from '../e2e/launch';
import { resize, setTheme, settled } from '../e2e/window';

test.use({ notebook: 'notebooks/pictures.tracebook.md' });

/** Where the pictures go; another folder and all sizes and themes to judge them. */
const judging = process.env['TRACEBOOK_JUDGE'];
const folder = judging ?? path.join(root, 'docs', 'diagrams');

/** The figure by its name, the tab to choose, the frame to stand at. */
const scenes: readonly {
  readonly name: string;
  readonly figure: RegExp;
  readonly tab?: string;
  readonly frame?: number;
}[] = [
  { name: 'map', figure: /^Map of the network after topology/ },
  { name: 'path', figure: /tracert loc1-vm/ },
  { name: 'grid', figure: /tracert loc1-vm/, tab: 'Grid' },
  { name: 'latency', figure: /tracert remote-vm/, tab: 'Latency' },
  { name: 'scale', figure: /tracert remote-vm/, tab: 'Path to scale' },
  { name: 'packet', figure: /tracert loc1-vm/, tab: 'Packet', frame: 3 },
  { name: 'ways', figure: /paths remote-vm/ },
  { name: 'both', figure: /trace --both loc1-vm/ },
  { name: 'matrix', figure: /> matrix$/ },
  { name: 'matrix-time', figure: /> matrix$/, tab: 'Round trip' },
  { name: 'perspective', figure: /branch-vm> perspective/ },
  { name: 'announcements', figure: /announcements/, frame: 3 },
  { name: 'difference', figure: /compare base/ },
  { name: 'changes', figure: /matrix --diff/ },
];

const views =
  judging === undefined
    ? ([{ width: 1280, height: 800, theme: 'light' }] as const)
    : ([1280, 1920] as const).flatMap((width) =>
        (['light', 'dark'] as const).map((theme) => ({ width, height: width === 1280 ? 800 : 1080, theme })),
      );

for (const { width, height, theme } of views) {
  test(`diagrams, ${width}x${height}, ${theme}`, async ({ app, page }) => {
    await mkdir(folder, { recursive: true });
    await resize(app, page, width, height);
    await setTheme(app, page, theme);
    await settled(page);
    for (const { name, figure, tab, frame } of scenes) {
      const place = page.getByRole('figure', { name: figure }).first();
      await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      if (tab !== undefined) await place.getByRole('tab', { name: tab, exact: true }).click();
      if (frame !== undefined) await place.getByRole('slider').fill(String(frame));
      await page.mouse.move(1, 1);
      await expect(place).toBeVisible();
      await shoot(page, place, judging === undefined ? name : `${name}-${width}-${theme}`);
    }
  });
}

async function shoot(page: Page, place: ReturnType<Page['getByRole']>, name: string): Promise<void> {
  const file = path.join(folder, `${name}.png`);
  if (judging === undefined) await place.screenshot({ path: file, animations: 'disabled' });
  else await page.screenshot({ path: file, animations: 'disabled' });
}
