/** Maps of large networks, drawn on a canvas: what can be done with those of small ones can be done with them. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { networkOf, notebookOf } from '../bench-ui/networks';
import { expect, test } from './app';
import { cells, code } from './cells';
import { chooseTarget } from './notebook';
import { setTheme, settled } from './window';

test.use({ notebook: null });

const SIZE = 400;

async function write(folder: string, text: string): Promise<string> {
  const file = path.join(folder, 'large.tracebook.md');
  await writeFile(file, text);
  return file;
}

const consoleCell = (command: string): string => `\n\`\`\`console\n${command}\n\`\`\`\n`;

/** The part of a map that the Tab key comes to. */
function currentPart(map: Locator): Locator {
  return map.locator('.map-canvas [tabindex="0"]');
}

test('a node is pointed at, pinned and reached by keys', async ({ folder, start }) => {
  const { page } = await start(
    await write(folder, notebookOf(networkOf(SIZE)) + consoleCell('n0-4> ping 10.0.0.13')),
  );
  const map = page.getByRole('figure', { name: /^Map of the network after topology/ });
  await map.scrollIntoViewIfNeeded();
  await expect(map.locator('canvas')).toBeVisible();
  await settled(page);

  const part = currentPart(map);
  await expect(part).toHaveAccessibleName(/^n0-0, Router/);
  const box = await part.boundingBox();
  if (box === null) throw new Error('the part is not drawn');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('tooltip')).toContainText('n0-0');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('complementary', { name: /n0-0/ })).toBeVisible();
  await expect(map.locator('.map-lit-pinned')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);

  await part.focus();
  await page.keyboard.press('ArrowRight');
  await expect(currentPart(map)).toBeFocused();
  await expect(currentPart(map)).not.toHaveAccessibleName(/^n0-0,/);
  await page.keyboard.press('Home');
  await expect(currentPart(map)).toHaveAccessibleName(/^n0-0, Router/);
  await page.keyboard.press('End');
  await expect(currentPart(map)).toHaveAccessibleName(/, Host/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.keyboard.press('Escape');

  const answer = page.getByRole('group', { name: /Terminal: n0-4> ping/ });
  await answer.scrollIntoViewIfNeeded();
  await answer.getByText('10.0.0.13', { exact: true }).first().hover();
  await expect(map.locator('.map-lit')).toHaveCount(1);
});

test('a node is dragged to another place, and the text keeps it', async ({ folder, start }) => {
  const edit = '\n```edit\nshutdown n0-1\n```\n';
  const { page } = await start(await write(folder, notebookOf(networkOf(SIZE)) + edit));
  const cell = cells(page, 'edit').first();
  const map = cell.getByRole('figure', { name: /^Map of the network/ });
  await map.scrollIntoViewIfNeeded();
  await expect(map.locator('canvas')).toBeVisible();
  await settled(page);

  const part = currentPart(map);
  const middle = async (): Promise<readonly [number, number]> => {
    const box = await part.boundingBox();
    if (box === null) throw new Error('the part is not drawn');
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  // From afar the whole map is moved instead.
  const afar = await middle();
  await page.mouse.move(...afar);
  await page.mouse.down();
  await page.mouse.move(afar[0] + 40, afar[1] + 30, { steps: 5 });
  await expect(map.locator('.map-held')).toHaveCount(0);
  await page.mouse.up();
  await expect(async () => {
    await map.getByRole('button', { name: 'Zoom in' }).click();
    await part.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    const box = await part.boundingBox();
    expect(box?.width).toBeGreaterThan(14);
  }).toPass();

  const before = await middle();
  await page.mouse.move(...before);
  await page.mouse.down();
  await page.mouse.move(before[0] + 60, before[1] + 45, { steps: 5 });
  await expect(map.locator('.map-held')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(map.locator('.map-held')).toHaveCount(0);
  await page.mouse.up();
  await expect(code(cell)).not.toContainText('position');

  await page.mouse.move(...before);
  await page.mouse.down();
  await page.mouse.move(before[0] + 60, before[1] + 45, { steps: 5 });
  await page.mouse.up();
  await expect(code(cell)).toContainText(/set n0-0 position \[-?\d+, -?\d+\]/);
  await settled(page);
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

/** Which of these colours of the page, as they are now, occur on a map, and which of them is that of its corner. */
async function colorsOn(map: Locator, tokens: readonly string[]): Promise<readonly string[]> {
  const frame = map.locator('.map-canvas');
  const picture = (await frame.screenshot()).toString('base64');
  return frame.evaluate(
    async (_, { data, names }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (context === null) throw new Error('no canvas to read from');
      const style = getComputedStyle(document.documentElement);
      const tokenOf = new Map(
        names.map((token) => {
          context.fillStyle = style.getPropertyValue(token).trim();
          return [context.fillStyle, token];
        }),
      );
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      const colorAt = (at: number): string => {
        const parts = [...pixels.subarray(at, at + 3)];
        return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
      };
      const found = new Set<string>();
      for (let at = 0; at < pixels.length; at += 4) found.add(tokenOf.get(colorAt(at)) ?? 'others');
      // Within its border.
      const corner = tokenOf.get(colorAt(4 * (4 * image.width + 4)));
      return [...found, `corner ${corner ?? 'of another colour'}`].toSorted();
    },
    { data: picture, names: tokens },
  );
}

test(
  'it is drawn in the colours of the theme, and again when that changes',
  { tag: '@electron' },
  async ({ folder, start }) => {
    const { app, page } = await start(await write(folder, notebookOf(networkOf(SIZE, true))));
    const map = page.getByRole('figure', { name: /^Map of the network after topology/ });
    await map.scrollIntoViewIfNeeded();
    await expect(map.locator('canvas')).toBeVisible();
    await settled(page);
    const tokens = ['--color-surface', '--color-area-site', '--color-area-site-line', '--color-node-line'];
    const drawn = [...tokens, 'others', 'corner --color-surface'].toSorted();
    const values = (): Promise<readonly string[]> =>
      page.evaluate(
        (names) => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)),
        tokens,
      );
    const seen: (readonly string[])[] = [];
    for (const theme of ['light', 'dark', 'light'] as const) {
      await setTheme(app, page, theme);
      await expect.poll(() => colorsOn(map, tokens)).toEqual(drawn);
      seen.push(await values());
    }
    const [light = [], dark = []] = seen;
    expect(light.filter((value, index) => value === dark[index])).toEqual([]);
  },
);

test('a neighbourhood is searched for and shown alone', async ({ folder, start }) => {
  const { page } = await start(await write(folder, notebookOf(networkOf(SIZE, true))));
  const map = page.getByRole('figure', { name: /^Map of the network after topology/ });
  await map.scrollIntoViewIfNeeded();
  await expect(map.locator('canvas')).toBeVisible();
  await settled(page);
  await map.getByRole('searchbox', { name: 'Search the map' }).fill('n0-3');
  await expect(map.getByRole('status')).toHaveText('1 found');
  await map.getByRole('button', { name: 'Show only around n0-3' }).press('Enter');
  await expect(map.getByRole('img', { name: /^n0-5, Router/ })).toBeVisible();
  await expect(map.locator('canvas')).toHaveCount(0);
  await map.getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(map.locator('canvas')).toBeVisible();
});

test(
  'it is saved whole, and its table shows more on demand',
  { tag: '@electron' },
  async ({ folder, start }) => {
    const { app, page } = await start(await write(folder, notebookOf(networkOf(1200, true))));
    const map = page.getByRole('figure', { name: /^Map of the network after topology/ });
    await map.scrollIntoViewIfNeeded();
    await expect(map.locator('canvas')).toBeVisible();
    await settled(page);
    const starts = { svg: '<svg xmlns=', png: '\u0089PNG' } as const;
    for (const format of ['svg', 'png'] as const) {
      const file = path.join(folder, `map.${format}`);
      await chooseTarget(app, file);
      await map.getByText('Export', { exact: true }).click();
      await map.getByRole('button', { name: format.toUpperCase(), exact: true }).click();
      await expect
        .poll(async () => (await readFile(file).catch(() => Buffer.alloc(0))).length)
        .toBeGreaterThan(0);
      const data = (await readFile(file)).toString('latin1');
      expect(data.startsWith(starts[format]), format).toBe(true);
      if (format === 'svg') expect(data).toContain('>n47-23<');
    }
    await map.getByRole('button', { name: 'Show as table' }).press('Enter');
    const nodes = map.getByRole('table').first();
    await expect(nodes.getByRole('row')).toHaveCount(501);
    await map
      .getByRole('button', { name: /^Show 500 more of 700/ })
      .first()
      .press('Enter');
    await expect(nodes.getByRole('row')).toHaveCount(1001);
  },
);

for (const [size, isDrawn] of [
  [400, true],
  [1100, false],
] as const) {
  const name = isDrawn ? 'is drawn with its words' : 'says why it is not drawn';
  test(`a perspective on ${size} nodes ${name}`, async ({ folder, start }) => {
    const { page } = await start(
      await write(folder, notebookOf(networkOf(size)) + consoleCell('n0-0> perspective')),
    );
    const figure = page.getByRole('figure', { name: /n0-0> perspective/ });
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.getByText('The network as n0-0 knows it')).toBeVisible();
    if (isDrawn) await expect(figure.getByRole('img', { name: /^n9-5, Router/ })).toBeAttached();
    else await expect(figure).toContainText(/The\s*map\s*is\s*not\s*drawn/);
    await settled(page);
    const isInWorker = page.workers().some((worker) => worker.url().includes('layout'));
    expect(isInWorker).toBe(true);
  });
}
