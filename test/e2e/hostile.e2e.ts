/** Notebooks that want to break in or break down, and hands that are clumsy or fast. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app';
import { cells, code, enter } from './cells';
import { answerBoxes } from './notebook';
import { appStrings as words } from '../../src/shared/strings/app';
import { settled } from './window';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

function fenced(kind: string, text: string): string {
  return `\`\`\`${kind}\n${text}\n\`\`\`\n\n`;
}

const INJECTED =
  '<img src=x onerror=window.broken=1> ![x](http://127.0.0.1:9/x.png) [y](http://evil.example/) <script>window.broken=1</script>';

const NETWORK = fenced(
  'topology',
  [
    'routers:',
    `  r1: { description: '${INJECTED}', interfaces: { eth0: { address: 10.1.0.1/24, lan: l } } }`,
    'lans: { l: {} }',
    'hosts: { alice: { lan: l, address: 10.1.0.10/24 } }',
  ].join('\n'),
);

test(
  'what a notebook says stays text: in prose, maps, hovers and errors',
  { tag: '@electron' },
  async ({ start, folder }) => {
    const file = path.join(folder, 'evil.tracebook.md');
    const links = ['javascript:window.broken=1', 'file:///etc/passwd', 'other.md', 'https://a.example/'];
    const prose = links.map((address, index) => `[link ${index}](${address})`).join(' ');
    const commands = fenced('console', 'alice> ping r1\nalice> tracert <img/src=x/onerror=window.broken=1>');
    await writeFile(file, `# Evil\n\n${INJECTED}\n\n${prose}\n\n${NETWORK}${commands}`);
    const { app, page } = await start(file);
    await settled(page);
    const shown = await answerBoxes(app, 'Cancel');

    for (const [index] of links.entries()) await page.getByText(`link ${index}`).click();
    expect(await page.locator('.prose a').allTextContents()).toEqual(['y', 'link 3']);
    expect(await shown()).toEqual([expect.stringContaining('https://a.example/')]);

    const cell = cells(page, 'console').first();
    await code(cell).hover();
    await cell.locator('.view-line').getByText('r1', { exact: true }).hover();
    const hover = page.locator('.monaco-hover-content').filter({ hasText: 'window.broken' });
    await expect(hover).toContainText('<script>window.broken=1</script>');
    await expect(hover.locator('a, img, script')).toHaveCount(0);
    expect(await page.evaluate(() => Reflect.get(window, 'broken'))).toBeUndefined();
  },
);

test('shows a cell of a thousand commands, a text of megabytes and a wide table part by part', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'long.tracebook.md');
  const table = `|${'column|'.repeat(60)}\n|${'-|'.repeat(60)}\n\n`;
  const prose = '**Bold** words and `code`.\n\n'.repeat(100_000);
  const commands = fenced('console', Array(1000).fill('alice> tracert -h 255 10.9.9.9').join('\n'));
  await writeFile(file, `${table}${prose}${NETWORK}${commands}`);
  const { page } = await start(file);
  await settled(page);
  const column = page.getByRole('columnheader').first();
  expect((await column.boundingBox())?.width).toBeGreaterThan(40);
  await expect(page.locator('.prose').getByRole('button')).toContainText('%');

  const cell = cells(page, 'console').first();
  await expect(cell.locator('.terminal')).toHaveCount(25);
  await cell.getByRole('button', { name: words.console.showMore(25, 975) }).press('Enter');
  await expect(cell.locator('.terminal')).toHaveCount(50);
});

test('a paste of 5,000 lines leaves the cell at work', { tag: '@electron' }, async ({ app, page }) => {
  const cell = cells(page, 'console').first();
  await enter(page, cell);
  await page.keyboard.press('ControlOrMeta+A');
  await app.evaluate(({ clipboard }) => clipboard.writeText('alice> ping bob\n'.repeat(5000)));
  await page.keyboard.press('ControlOrMeta+V');
  await expect(cell).toHaveAccessibleName(/error/);
  const box = await code(cell).boundingBox();
  expect(box?.height).toBeLessThan(6000);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell).toHaveAccessibleName(/fresh/);
});

test('an empty page keeps the keyboard, and every cell comes back', async ({ start, folder }) => {
  const file = path.join(folder, 'short.tracebook.md');
  await writeFile(file, `# Short\n\n${NETWORK}${fenced('console', 'alice> ping r1')}`);
  const { page } = await start(file);
  await settled(page);
  const all = page.getByRole('article');
  const before = 3;
  for (let left = before; left > 0; left -= 1) {
    await all.first().hover();
    await all.first().getByRole('button', { name: words.cell.delete }).click();
    await expect(all).toHaveCount(left - 1);
  }
  await expect(page.getByText(words.page.empty)).toBeVisible();
  await expect(page.getByRole('button', { name: words.insert.cell('markdown') })).toBeFocused();
  for (let step = 0; step < before; step += 1) await page.keyboard.press('ControlOrMeta+Z');
  await expect(all).toHaveCount(before);
  await page.keyboard.press('ControlOrMeta+Y');
  await expect(all).toHaveCount(before - 1);
});

test('a cell without text says what it is for', async ({ page }) => {
  await settled(page);
  // By keyboard: results drawn while the end of the page comes into view move a button away from under a click.
  await page
    .locator('.insert-bar-open')
    .getByRole('button', { name: words.insert.cell('console') })
    .press('Enter');
  const cell = cells(page, 'console').last();
  await expect(cell).toHaveAccessibleName(/empty/);
  await expect(code(cell)).toHaveAttribute('data-hint', words.cell.hints.console);
});
