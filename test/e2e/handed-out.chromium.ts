/** Notebooks handed out by the command line, as readers have them who have a browser and nothing else. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { expect, test as base } from './app';
import { root } from './launch';
import { expectPublished } from './published';

interface Fixtures {
  /** Opens a page from the disk, in a browser that has no network. */
  readonly read: (file: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Writes the notebook in a format; the answer is the file. */
  readonly handOut: (format: 'html' | 'ipynb') => string;
}

/** Whatever a page asks for or says fails the test: a handed-out page stands alone. */
const test = base.extend<Fixtures>({
  handOut: async ({ folder, file }, use) => {
    await use((format) => {
      const target = path.join(folder, `handed-out.${format}`);
      const command = [
        path.join(root, 'out/cli/tracebook.mjs'),
        'export',
        file ?? '',
        '--to',
        format,
        target,
      ];
      const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      return target;
    });
  },

  read: async ({ plainBrowser }, use) => {
    const browser: Browser | null = plainBrowser;
    if (browser === null) throw new Error('only a plain browser reads what is handed out');
    const asked: string[] = [];
    const said: string[] = [];
    const opened: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (file, options = {}) => {
      const context = await browser.newContext({ offline: true, ...options });
      contexts.push(context);
      context.on('request', (request) => asked.push(request.url()));
      context.on('console', (message) => said.push(message.text()));
      context.on('weberror', (error) => said.push(String(error.error())));
      const page = await context.newPage();
      const address = pathToFileURL(file).href;
      opened.push(address);
      await page.goto(address);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(asked).toEqual(opened);
    expect(said).toEqual([]);
  },
});

test('a page shows all results, asks for nothing, and loses nothing on paper', async ({ read, handOut }) => {
  const page = await read(handOut('html'), { viewport: { width: 1280, height: 800 } });
  await expect(page.getByRole('listitem').filter({ hasText: '✓ holds' })).toHaveCount(38);
  expectPublished(await page.locator('pre.terminal').allTextContents());
  await expect(page.getByRole('img').first()).toBeVisible();
  // A page that scrolls sideways as a whole is cut off on paper.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  // A4 at 96 px an inch, with margins of 10 mm.
  const width = 718;
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const beyond = await page.evaluate((right) => {
    const outside: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      // A part of a picture is inside of it; a picture is measured as a whole.
      if (element.closest('svg') !== null && element.tagName !== 'svg') continue;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > right + 0.5) outside.push(`${element.tagName} ${box.right}`);
    }
    return outside;
  }, width);
  expect(beyond).toEqual([]);
  expect(await page.locator('summary:visible, .tooltips:visible').count()).toBe(0);
});

test.describe('a small notebook', () => {
  test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

  test('each hop tells of itself, pointed at or stepped to by keys', async ({ read, handOut }) => {
    const page = await read(handOut('html'));
    const figure = page.getByRole('figure', { name: 'Path diagram: alice> tracert bob' }).first();
    const hop = figure
      .locator('g:has(> title)')
      .filter({ hasText: /^Hop 2/ })
      .first();
    await hop.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await hop.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    // What a browser shows at the pointer is the title of what lies there.
    const pointed = await page.evaluate(
      ([left, top]) => {
        const part = document.elementFromPoint(left, top)?.closest('g:has(> title)');
        return part?.querySelector(':scope > title')?.textContent;
      },
      [x + width / 2, y + height / 2] as const,
    );
    expect(pointed).toMatch(/^Hop 2/);

    const parts = figure.getByRole('group', { name: /^Part by part/ });
    await parts.getByRole('radio').first().focus();
    const shown = parts.locator('span:visible');
    const told: (string | null)[] = [];
    for (let step = await parts.getByRole('radio').count(); step > 0; step -= 1) {
      await expect(shown).toHaveCount(1);
      told.push(((await shown.textContent()) ?? '').slice(0, 5));
      await page.keyboard.press('ArrowDown');
    }
    expect(told).toEqual(expect.arrayContaining(['Hop 1', 'Hop 2', 'Hop 3']));
    // One stop of Tab for all of them.
    await page.keyboard.press('Tab');
    await expect(shown).toHaveCount(0);
  });

  test('it follows the light and the dark of the reader', async ({ read, handOut }) => {
    const page = await read(handOut('html'));
    const colours = (): Promise<string[]> =>
      page.evaluate(() => {
        const text = document.querySelector('figure svg text') ?? document.body;
        return [getComputedStyle(document.body).backgroundColor, getComputedStyle(text).fill];
      });
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await colours();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await colours();
    expect(light).toEqual(['rgb(245, 246, 248)', expect.any(String)]);
    expect(dark[0]).toBe('rgb(20, 24, 30)');
    expect(dark[1]).not.toBe(light[1]);
  });
});

test('a Jupyter notebook shows all published paths', async ({ handOut }) => {
  const { cells }: { cells: { outputs?: { text?: string[] }[] }[] } = JSON.parse(
    readFileSync(handOut('ipynb'), 'utf8'),
  );
  expectPublished(cells.flatMap(({ outputs = [] }) => outputs.map(({ text = [] }) => text.join(''))));
});
