/**
 * Every kind of picture on the Azure lab and on three plain networks, as the window of a small laptop shows it in
 * light and that of a large screen in dark, beside the pictures stored in `looks/`, tile by tile. After a change that
 * is meant:
 *
 *     npm run test:e2e -- looks --update-snapshots
 *
 * Texts are set in DejaVu, a dependency, so that the system's fonts do not matter. Other systems than Linux draw
 * letters and controls too differently to compare: there these tests are skipped, and counted as skipped.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { CATALOGUES } from '../../src/shared/strings';
import { decodePng } from '../support/png';
import { differentTiles } from '../support/tiles';
import { expect, test } from './app';
import { root } from './launch';
import { resize, scrollWindow, setTheme, settled } from './window';

/** How often a picture is taken until it looks as stored: one that is still moving comes to rest. */
const TRIES = 6;

const NETWORKS: Readonly<Record<string, string>> = {
  lab: 'notebooks/pictures.tracebook.md',
  office: 'test/fixtures/pictures/office.tracebook.md',
  transit: 'test/fixtures/pictures/transit.tracebook.md',
  campus: 'test/fixtures/pictures/campus.tracebook.md',
};

/** Every picture of every network in the small window; in the large one those of the lab that use its width. */
const WINDOWS = [
  { name: '1280-light', width: 1280, height: 720, theme: 'light', shows: () => true },
  {
    name: '1920-dark',
    width: 1920,
    height: 1080,
    theme: 'dark',
    shows: (network: string, scene: string) => network === 'lab' && WIDE.includes(scene),
  },
] as const;

const WIDE = ['map', 'path', 'packet', 'perspective'];

interface Scene {
  readonly name: string;
  readonly figure: RegExp;
  readonly tab?: string;
  /** The step to stand at, of a picture that is played. */
  readonly step?: number;
}

const TABS = CATALOGUES.en.diagram.pictures;

const SCENES: readonly Scene[] = [
  { name: 'map', figure: /^Map of the network after topology/ },
  { name: 'path', figure: /> tracert/, tab: TABS.path },
  { name: 'latency', figure: /> tracert/, tab: TABS.latency },
  { name: 'scale', figure: /> tracert/, tab: TABS.lengths },
  { name: 'packet', figure: /> tracert/, tab: TABS.packet, step: 3 },
  { name: 'grid', figure: /> tracert/, tab: TABS.grid },
  { name: 'ways', figure: /> paths/ },
  { name: 'both', figure: /> trace --both/ },
  { name: 'matrix', figure: /> matrix$/ },
  { name: 'perspective', figure: /> perspective/ },
  { name: 'announcements', figure: /> announcements/, step: 2 },
  { name: 'difference', figure: /> compare/, tab: TABS.difference },
  { name: 'changes', figure: /> matrix --diff/ },
  { name: 'runs', figure: /> latency .*--in/ },
];

test.use({ recorded: false });
test.skip(process.platform !== 'linux', 'the stored pictures were taken on Linux');

for (const [network, notebook] of Object.entries(NETWORKS)) {
  test.describe(network, () => {
    test.use({ notebook });

    test(`pictures of ${network} look as they looked @electron`, async ({ app, page }) => {
      test.setTimeout(300_000);
      await settled(page);
      await scrollWindow(page);
      await useBundledFonts(page);
      for (const { name, width, height, theme, shows } of WINDOWS) {
        await resize(app, page, width, height);
        await setTheme(app, page, theme);
        for (const scene of SCENES.filter((each) => shows(network, each.name))) {
          const figure = await show(page, scene);
          await compare(figure, [network, `${scene.name}-${name}.png`]);
        }
      }
    });
  });
}

async function show(page: Page, { figure: name, tab, step }: Scene): Promise<Locator> {
  const figure = page.getByRole('figure', { name }).first();
  await figure.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  if (tab !== undefined) {
    await figure.getByRole('tab', { name: tab, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(figure.getByRole('tab', { name: tab, exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  }
  if (step !== undefined) await figure.getByRole('slider').fill(String(step));
  await expect(figure.locator('svg, table').first()).toBeVisible();
  await expect(page.locator('.diagram-map[aria-busy="true"]')).toHaveCount(0);
  await figure.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.mouse.move(1, 1);
  return figure;
}

/** Every picture that looks different is told; with `--update-snapshots` it is stored instead. */
async function compare(figure: Locator, name: readonly string[]): Promise<void> {
  const info = test.info();
  const file = info.snapshotPath(...name);
  const take = (): Promise<Buffer> => figure.screenshot({ animations: 'disabled', caret: 'hide' });
  const differences = (taken: Buffer): unknown =>
    existsSync(file)
      ? (differentTiles(decodePng(readFileSync(file)), decodePng(taken)) ?? 'another size')
      : 'not stored';
  let taken = await take();
  for (let tries = 1; tries < TRIES && !isEmpty(differences(taken)); tries += 1) taken = await take();
  const found = differences(taken);
  if (isEmpty(found)) return;
  const updates = info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed';
  const target = updates ? file : info.outputPath(name.join('-'));
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, taken);
  if (!updates) expect.soft(found, `${name.join('/')} looks different: ${target}`).toEqual([]);
}

function isEmpty(found: unknown): boolean {
  return Array.isArray(found) && found.length === 0;
}

/** Sets all texts of the page in DejaVu; and takes the header away, which would stand over what is taken. */
async function useBundledFonts(page: Page): Promise<void> {
  const faces = [
    { family: 'Bundled', weight: '400', file: 'DejaVuSans' },
    { family: 'Bundled', weight: '600 700', file: 'DejaVuSans-Bold' },
    { family: 'Bundled Mono', weight: '400', file: 'DejaVuSansMono' },
    { family: 'Bundled Mono', weight: '600 700', file: 'DejaVuSansMono-Bold' },
  ].map(({ file, ...face }) => ({
    ...face,
    bytes: readFileSync(path.join(root, `node_modules/dejavu-fonts-ttf/ttf/${file}.ttf`)).toString('base64'),
  }));
  await page.evaluate(async (all) => {
    for (const { family, weight, bytes } of all) {
      const data = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
      document.fonts.add(await new FontFace(family, data, { weight }).load());
    }
  }, faces);
  await page.addStyleTag({
    content: `
      .header { display: none !important; }
      * { font-family: 'Bundled', sans-serif !important; }
      :is(code, kbd, pre, .terminal, .terminal *, [font-family^='ui-monospace']) {
        font-family: 'Bundled Mono', monospace !important;
      }`,
  });
}
