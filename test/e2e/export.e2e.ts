/** Notebooks handed out from the menu. What a browser makes of them is asked in handed-out.chromium.ts. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app';
import type { CommandId } from '../../src/shared/commands';
import { answerBoxes, choose, chooseTarget, titles } from './notebook';

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
