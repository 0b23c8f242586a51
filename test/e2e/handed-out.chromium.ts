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

test('a page shows all results and asks for nothing', async ({ read, handOut }) => {
  const page = await read(handOut('html'), { viewport: { width: 1280, height: 800 } });
  await expect(page.getByRole('listitem').filter({ hasText: '✓ holds' })).toHaveCount(38);
  expectPublished(await page.locator('pre.terminal').allTextContents());
  await expect(page.getByRole('img').first()).toBeVisible();
  // A page that scrolls sideways as a whole is cut off on paper.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a Jupyter notebook shows all published paths', async ({ handOut }) => {
  const { cells }: { cells: { outputs?: { text?: string[] }[] }[] } = JSON.parse(
    readFileSync(handOut('ipynb'), 'utf8'),
  );
  expectPublished(cells.flatMap(({ outputs = [] }) => outputs.map(({ text = [] }) => text.join(''))));
});
