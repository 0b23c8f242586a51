/** Every picture of a result, in both languages, light and dark. */
import type { Locator } from '@playwright/test';
import { CATALOGUES, type Strings } from '../../src/shared/strings';
import { expect, test } from '../e2e/app';
import { resize, scrollWindow, setTheme, settled } from '../e2e/window';
import { LANGUAGES, pictureName, shoot, THEMES } from './looks';

test.use({ notebook: 'notebooks/pictures.tracebook.md' });

type Tab = (text: Strings['diagram']['pictures']) => string;

/** The figure by its prompt, the tab to choose, the frame to stand at. */
const scenes: readonly {
  readonly name: string;
  readonly figure: RegExp;
  readonly tab?: Tab;
  readonly frame?: number;
}[] = [
  { name: 'path', figure: /tracert loc1-vm/ },
  { name: 'grid', figure: /tracert loc1-vm/, tab: ({ grid }) => grid },
  { name: 'latency', figure: /tracert remote-vm/, tab: ({ latency }) => latency },
  { name: 'runs', figure: /loc1-vm> latency/ },
  { name: 'scale', figure: /tracert remote-vm/, tab: ({ lengths }) => lengths },
  { name: 'packet', figure: /tracert loc1-vm/, tab: ({ packet }) => packet, frame: 3 },
  { name: 'ways', figure: /paths remote-vm/ },
  { name: 'both', figure: /trace --both loc1-vm/ },
  { name: 'matrix', figure: /> matrix$/ },
  { name: 'perspective', figure: /branch-vm> perspective/ },
  { name: 'announcements', figure: /announcements/, frame: 3 },
  { name: 'difference', figure: /compare base/ },
  { name: 'changes', figure: /matrix --diff/ },
];

for (const language of LANGUAGES) {
  test(`pictures, ${language}`, async ({ start }) => {
    const { app, page } = await start(undefined, language);
    const text = CATALOGUES[language];
    await resize(app, page, 1280, 800);
    await settled(page);
    await scrollWindow(page);
    // It would stand over what is higher than the window.
    await page.addStyleTag({ content: '.header { display: none !important; }' });
    const both = async (place: Locator, name: string): Promise<void> => {
      await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await page.mouse.move(1, 1);
      await expect(place.locator('svg, table').first()).toBeVisible();
      for (const theme of THEMES) {
        await setTheme(app, page, theme);
        await shoot(place, 'diagrams', pictureName(name, theme, language));
      }
    };
    const map = text.app.map.label('topology', 2);
    await both(page.getByRole('figure', { name: map, exact: true }), 'map');
    for (const { name, figure, tab, frame } of scenes) {
      const place = page.getByRole('figure', { name: figure }).first();
      await place.scrollIntoViewIfNeeded();
      if (tab !== undefined)
        await place.getByRole('tab', { name: tab(text.diagram.pictures), exact: true }).click();
      if (frame !== undefined) await place.getByRole('slider').fill(String(frame));
      await both(place, name);
    }
  });
}
