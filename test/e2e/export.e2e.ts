/** Notebooks handed out from the menu, and what a browser makes of them. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { expect, test } from './app';
import { answerBoxes, choose, chooseTarget, titles } from './notebook';

/** Any Chromium of the machine: a reader has no Electron. */
const BROWSER = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));

/** How often each published path stands in the reference notebook's expectations. */
const PUBLISHED = 31;

async function written(file: string): Promise<Buffer> {
  await expect.poll(() => existsSync(file), { timeout: 45_000 }).toBe(true);
  return readFile(file);
}

test('hands the reference notebook out as a page, a PDF, Markdown and a Jupyter notebook', async ({
  app,
  folder,
}) => {
  const target = (name: string): string => path.join(folder, name);
  await chooseTarget(app, target('lab.html'));
  await choose(app, 'file.exportHtml');
  const html = (await written(target('lab.html'))).toString('utf8');
  expect(html.split('✓ holds').length - 1).toBeGreaterThanOrEqual(PUBLISHED);

  await chooseTarget(app, target('lab.pdf'));
  await choose(app, 'file.exportPdf');
  expect((await written(target('lab.pdf'))).subarray(0, 5).toString('latin1')).toBe('%PDF-');

  await chooseTarget(app, target('lab.outputs.md'));
  await choose(app, 'file.exportMarkdown');
  expect((await written(target('lab.outputs.md'))).toString('utf8')).toContain('Trace complete.');

  await chooseTarget(app, target('lab.ipynb'));
  await choose(app, 'file.exportIpynb');
  expect(JSON.parse((await written(target('lab.ipynb'))).toString('utf8'))).toMatchObject({ nbformat: 4 });
});

test('a handed-out page shows all in a browser without a network', async ({ app, folder }) => {
  test.skip(BROWSER === undefined, 'there is no Chromium on this machine');
  const file = path.join(folder, 'lab.html');
  await chooseTarget(app, file);
  await choose(app, 'file.exportHtml');
  await written(file);

  const browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    await expect(page.getByRole('listitem').filter({ hasText: '✓ holds' })).toHaveCount(38);
    await expect(page.getByRole('img').first()).toBeVisible();
    // A page that scrolls sideways as a whole is cut off on paper.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(said).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('opens a Jupyter notebook as a new one, and says why where it cannot', async ({ app, folder }) => {
  const open = async (name: string, content: string): Promise<void> => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    await app.evaluate(({ app }, argv) => app.emit('second-instance', {}, argv, '/'), ['tracebook', file]);
  };
  const shown = await answerBoxes(app, 'OK');
  await open('broken.ipynb', '{');
  await expect.poll(shown).toHaveLength(1);
  expect((await shown())[0]).toContain('not JSON');
  const cells = [{ cell_type: 'markdown', source: ['# From Jupyter'] }];
  const opened = app.waitForEvent('window');
  await open('theirs.ipynb', JSON.stringify({ nbformat: 4, cells }));
  await expect((await opened).locator('.cell-markdown')).toContainText('From Jupyter');
  expect(await titles(app)).toContain('theirs — Tracebook');
});
