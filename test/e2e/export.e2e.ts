/** Notebooks handed out from the menu, and what a browser makes of them. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { expect, test } from './app';
import type { CommandId } from '../../src/shared/commands';
import { answerBoxes, choose, chooseTarget, titles } from './notebook';

/** Any Chromium of the machine: a reader has no Electron. */
const BROWSER = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));

async function written(file: string): Promise<Buffer> {
  await expect.poll(() => existsSync(file), { timeout: 45_000 }).toBe(true);
  return readFile(file);
}

test.describe('of a small notebook', () => {
  test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

  const documents: readonly (readonly [CommandId, string, string])[] = [
    ['file.exportHtml', 'steps.html', '<!doctype html>'],
    ['file.exportPdf', 'steps.pdf', '%PDF-'],
    ['file.exportMarkdown', 'steps.outputs.md', '---'],
    ['file.exportIpynb', 'steps.ipynb', '{'],
  ];
  test('the menu writes a page, a PDF, Markdown and a Jupyter notebook', async ({ app, page, folder }) => {
    await expect(page.getByRole('heading').first()).toBeVisible();
    for (const [command, name, start] of documents) {
      await chooseTarget(app, path.join(folder, name));
      await choose(app, command);
      const content = await written(path.join(folder, name));
      expect(content.toString('latin1').startsWith(start), name).toBe(true);
    }
  });
});

test('a handed-out page shows all in a browser without a network', async ({ app, page, folder }) => {
  test.skip(BROWSER === undefined, 'there is no Chromium on this machine');
  await expect(page.getByRole('heading').first()).toBeVisible();
  const file = path.join(folder, 'lab.html');
  await chooseTarget(app, file);
  await choose(app, 'file.exportHtml');
  await written(file);

  const browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
  try {
    const read = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const asked: string[] = [];
    const said: string[] = [];
    read.on('request', (request) => asked.push(request.url()));
    read.on('console', (message) => said.push(message.text()));
    read.on('pageerror', (error) => said.push(String(error)));
    await read.goto(pathToFileURL(file).href);
    await expect(read.getByRole('listitem').filter({ hasText: '✓ holds' })).toHaveCount(38);
    await expect(read.getByRole('img').first()).toBeVisible();
    // A page that scrolls sideways as a whole is cut off on paper.
    const wide = await read.evaluate(() => document.documentElement.scrollWidth - innerWidth);
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
