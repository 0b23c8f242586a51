/** Maps: search, folding and narrowing, and those of large networks, which are drawn on a canvas. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { networkOf, notebookOf } from '../bench-ui/networks';
import { expect, test } from './app';
import { cells, code, enter } from './cells';
import { settled } from './window';
import { appStrings as words } from '../../src/shared/strings/app';

test('a map is searched, folded and narrowed', async ({ page }) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /^Map of the network after topology/ });
  await figure.scrollIntoViewIfNeeded();
  const search = figure.getByRole('searchbox', { name: 'Search the map' });
  await search.fill('spoke-vm');
  await expect(figure.getByRole('status')).toHaveText('1 found');
  await figure.getByRole('button', { name: 'Show only around spoke-vm' }).press('Enter');
  await expect(figure.getByRole('img', { name: /^spoke-vm, Host/ })).toBeVisible();
  await expect(figure.getByRole('img', { name: /^loc1-vm, Host/ })).toHaveCount(0);
  await figure.getByRole('button', { name: 'Show all' }).press('Enter');
  await search.fill('');
  await expect(figure.getByRole('img', { name: /^loc1-vm, Host/ })).toBeVisible();
  await figure.getByText('Areas', { exact: true }).press('Enter');
  await figure.getByRole('checkbox', { name: 'VNet hub' }).press('Space');
  await expect(figure.getByRole('img', { name: /^hub-vm, Host/ })).toHaveCount(0);
  await expect(figure.getByRole('img', { name: 'VNet hub, folded' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figure.getByText('Areas', { exact: true })).toBeFocused();
  await expect(figure.getByRole('checkbox', { name: 'VNet hub' })).toBeHidden();
});

test('a node of a map is one target for the pointer, from its sign to the end of its name', async ({
  page,
}) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /^Map of the network after topology/ });
  await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await settled(page);
  const missed = await figure.evaluate((map) =>
    [...map.querySelectorAll<SVGGElement>('[data-part][data-node]')].flatMap((node) => {
      const words = [...node.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
      const [first, last] = [words[0], words.at(-1)];
      if (first === undefined || last === undefined) return [];
      const x = first.left + first.width / 2;
      const above = node.getBoundingClientRect().top + 4;
      const heights = Array.from(
        { length: Math.floor((last.bottom - 2 - above) / 2) },
        (_, at) => above + 2 * at,
      );
      // What is scrolled out of the window is nowhere.
      return heights
        .filter((y) => y > 80 && y < innerHeight - 10)
        .filter((y) => document.elementFromPoint(x, y)?.closest('[data-part]') !== node)
        .map((y) => `${node.dataset['node'] ?? ''}: ${Math.round(y - above)} px down`);
    }),
  );
  expect(missed).toEqual([]);
});

test('a map is zoomed about the pointer, moved by hand, and shows what the keys come to', async ({
  page,
}) => {
  await settled(page);
  const figure = page.getByRole('figure', { name: /^Map of the network after topology/ });
  await figure.scrollIntoViewIfNeeded();
  await settled(page);
  const node = figure.getByRole('img', { name: /^hub-vm, Host/ });
  const name = node.getByText('hub-vm', { exact: true });
  const middle = async (): Promise<{ readonly x: number; readonly y: number }> => {
    const box = await name.boundingBox();
    if (box === null) throw new Error('the node is not drawn');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const isNear = async (x: number, y: number): Promise<boolean> => {
    const at = await middle();
    // The letters of its name are rounded to other pixels.
    return Math.hypot(at.x - x, at.y - y) < 10;
  };
  const isSharp = (): Promise<boolean> =>
    figure.locator('.map-picture > .diagram').evaluate((layer: HTMLElement) => layer.style.transform === '');

  const before = await middle();
  const wide = (await node.boundingBox())?.width ?? 0;
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -20);
  await page.keyboard.up('Control');
  await expect.poll(async () => ((await node.boundingBox())?.width ?? 0) / wide).toBeGreaterThan(3);
  await expect.poll(isSharp).toBe(true);
  expect(await isNear(before.x, before.y)).toBe(true);
  await page.mouse.move(before.x + 1, before.y);
  await expect(page.getByRole('tooltip')).toContainText('hub-vm');

  // Beside the node: what is pressed on a node moves the node.
  await page.mouse.move(before.x + 260, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 290, before.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => isNear(before.x + 30, before.y + 20)).toBe(true);
  await expect.poll(isSharp).toBe(true);

  // Round the map by keys: whatever has the focus is in the frame.
  await node.focus();
  for (const key of ['Home', 'End']) {
    await page.keyboard.press(key);
    const isShown = figure.locator('.diagram-part:focus').evaluate((part) => {
      const [own, frame] = [part, part.closest('.map-picture')].map((each) => each?.getBoundingClientRect());
      return (
        own !== undefined && frame !== undefined && own.left >= frame.left - 1 && own.top >= frame.top - 1
      );
    });
    expect(await isShown, key).toBe(true);
  }
  const size = async (): Promise<number> => (await node.boundingBox())?.width ?? 0;
  await page.keyboard.press('0');
  await expect.poll(async () => Math.abs((await size()) - wide)).toBeLessThan(3);
  await node.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('+');
  await expect.poll(size).toBeGreaterThan(3 * wide);
  await page.keyboard.press('-');
  await expect.poll(size).toBeLessThan(3 * wide);
});

test.describe('a large network', () => {
  test.use({ notebook: null });

  test('is laid out by a worker: the map before stays, and typing goes on', async ({ folder, start }) => {
    const file = path.join(folder, 'large.tracebook.md');
    const edit = '\n```edit\nshutdown l1\n```\n';
    await writeFile(file, notebookOf(networkOf(1200)) + edit);
    const { page } = await start(file);
    const figure = page.getByRole('figure', { name: /^Map of the network after edit/ });
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('canvas')).toBeVisible();
    await settled(page);
    expect(page.workers().some((worker) => worker.url().includes('layout'))).toBe(true);

    const layouts = (): Promise<number> =>
      page.evaluate(() => performance.getEntriesByName('map layout').length);
    const before = await layouts();
    const seen = await figure.locator('.diagram-map').evaluateHandle((map) => {
      const states: { readonly isBusy: boolean; readonly hasMap: boolean }[] = [];
      new MutationObserver(() => {
        states.push({
          isBusy: map.getAttribute('aria-busy') === 'true',
          hasMap: map.querySelector('canvas') !== null,
        });
      }).observe(map, { attributes: true, childList: true, subtree: true });
      return states;
    });
    const cell = cells(page, 'edit').first();
    await enter(page, cell);
    await page.keyboard.insertText('\nshutdown l2');
    await expect.poll(async () => (await seen.jsonValue()).some(({ isBusy }) => isBusy)).toBe(true);
    await page.keyboard.insertText('\nshutdown l3');
    await expect(code(cell)).toContainText('shutdown l3');
    await settled(page);
    await expect.poll(layouts).toBeGreaterThan(before);
    expect((await seen.jsonValue()).every(({ hasMap }) => hasMap)).toBe(true);
  });
});

const COMING = `# Coming

\`\`\`topology
routers:
  r1: { interfaces: { e0: 10.0.1.1/30 } }
  r2: { interfaces: { e0: 10.0.1.2/30, e1: 10.0.2.1/30 } }
  r3: { interfaces: { e0: 10.0.2.2/30 } }
links:
  l1: { ends: [r1:e0, r2:e0] }
#  l2: { ends: [r2:e1, r3:e0] }
\`\`\`
`;

/** Notes from now on where parts of pictures begin their way. */
async function watchMoves(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const starts: string[] = [];
    const animate: Element['animate'] = Reflect.get(Element.prototype, 'animate');
    Element.prototype.animate = function (...args): Animation {
      const [first] = [args[0]].flat();
      if (this.closest('.diagram-map') !== null) starts.push(String(first?.['transform']));
      return animate.apply(this, args);
    };
    Object.assign(window, { starts });
  });
  return () => page.evaluate(() => Reflect.get(window, 'starts'));
}

test.describe('what an edit moves on a map', () => {
  test.use({ notebook: null });

  for (const calm of [false, true]) {
    test(
      calm ? 'is there at once where one asks for calm' : 'travels to its new place',
      async ({ start, folder }) => {
        const file = path.join(folder, 'coming.tracebook.md');
        await writeFile(file, COMING);
        const { page } = await start(file);
        await settled(page);
        if (calm) {
          const { reducedMotion, followed } = words.editing.settings;
          await page.keyboard.press('ControlOrMeta+,');
          await page.getByLabel(reducedMotion).selectOption(followed.on);
          await page.keyboard.press('Escape');
        }
        const starts = await watchMoves(page);
        const links = page.locator('.diagram-map svg [data-refs^="link:"]');
        await expect(links).toHaveCount(1);
        await enter(page, cells(page, 'topology').first());
        await page.keyboard.press('ControlOrMeta+End');
        await page.keyboard.press('Home');
        await page.keyboard.press('Delete');
        await expect(links).toHaveCount(2);
        await settled(page);
        if (calm) expect(await starts()).toEqual([]);
        else expect((await starts()).filter((each) => /^translate\(-?\d/.test(each))).not.toHaveLength(0);
      },
    );
  }
});
