import type { Locator, Page } from '@playwright/test';
import { appStrings as words } from '../../src/shared/strings/app';
import { tableStrings as tables } from '../../src/shared/strings/tables';
import { expect, test } from './app';
import { cells, enter, leave, write } from './cells';
import { settled } from './window';

/** The entry of a console cell by its prompt and command. */
function entry(page: Page, prompt: string): Locator {
  return page.locator('.entry').filter({
    has: page.getByRole('group', { name: `Terminal: ${prompt}`, exact: true }),
  });
}

/** Opens the table below a terminal. */
async function tableOf(page: Page, prompt: string, name: string): Promise<Locator> {
  const own = entry(page, prompt);
  await own.getByText(tables.asTable, { exact: true }).first().click();
  return own.getByRole('table', { name });
}

test.describe('what if', () => {
  test.use({ notebook: 'notebooks/what-if.tracebook.md' });

  test('a scenario is compared with the network as it is, in words, as a picture and as a table', async ({
    page,
  }) => {
    const prompt = 'alice> compare base no-middle';
    await expect(entry(page, prompt)).toContainText('0 lost, 0 gained, 4 longer');
    await expect(page.getByRole('figure', { name: `: ${prompt}` })).toBeAttached();
    const table = await tableOf(page, prompt, tables.compare.caption('base', 'no-middle'));
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(table.getByRole('row', { name: /^alice to emma/ })).toContainText(
      'w1 sends to e1 over spare',
    );
  });

  test('a matrix shows what a scenario changes', async ({ page }) => {
    const prompt = 'alice> matrix --diff no-middle';
    await expect(entry(page, prompt)).toContainText('longer +');
    await expect(page.getByRole('figure', { name: `: ${prompt}` })).toBeAttached();
  });

  test('a change of the scenario, or of its name, is compared anew', async ({ page }) => {
    const scenario = cells(page, 'scenario').first();
    const prompt = 'alice> compare base no-middle';
    await write(page, scenario, 'shutdown spare');
    await expect(entry(page, prompt)).toContainText('0 lost, 0 gained, 0 longer, 0 with a changed path');
    await leave(page, scenario);
    const name = scenario.getByRole('textbox', { name: words.cell.attributes.scenario });
    await expect(name).toHaveValue('no-middle from base');
    await name.fill('other from base');
    await expect(entry(page, prompt)).toContainText('there is no scenario named no-middle');
    await name.press('ControlOrMeta+z');
    await expect(entry(page, prompt)).toContainText('0 lost, 0 gained, 0 longer');
  });

  test('completes the names of scenarios', async ({ page }) => {
    const cell = cells(page, 'console').last();
    await enter(page, cell);
    await page.keyboard.press('Enter');
    await page.keyboard.type('alice> compare base no');
    const list = page.locator('.suggest-widget.visible');
    await expect(list.getByRole('option', { name: /^no-middle/ })).toBeVisible();
  });

  test('every failure has its pairs, alone and two together', async ({ page }) => {
    const prompt = 'alice> fail each link --pairs';
    await expect(entry(page, prompt)).toContainText('Single points of failure:');
    const table = await tableOf(page, prompt, tables.failures.caption('link'));
    const east = table.getByRole('row', { name: /^east/ });
    await east.getByText(tables.pairs(4)).click();
    await expect(east.getByText('alice to emma')).toBeVisible();
    await expect(entry(page, 'alice> fail each link k=2')).toContainText('Two at a time: 21 tried');
  });

  test('flows of equal-cost paths: which takes which, both ways, and where they fare differently', async ({
    page,
  }) => {
    await expect(entry(page, 'alice> paths emma --flow tcp:40000:443')).toContainText('--flow tcp:49153:443');
    const both = 'alice> trace --both --flow tcp:40000:443 emma';
    await expect(entry(page, both)).toContainText('On the way back');
    await expect(page.getByRole('figure', { name: `Diagram of both ways: ${both}` })).toBeAttached();
    const findings = await tableOf(page, 'alice> check multipath', tables.check.caption('multipath'));
    await expect(findings.getByRole('row')).toHaveCount(5);
  });

  test('long sentences wrap, and columns do not', async ({ page }) => {
    const terminal = entry(page, 'alice> check multipath').locator('.terminal-text');
    const sentence = terminal.locator('.terminal-prose').first();
    await sentence.scrollIntoViewIfNeeded();
    const [outer, inner] = await Promise.all([terminal.boundingBox(), sentence.boundingBox()]);
    expect(inner?.width ?? Infinity).toBeLessThanOrEqual(outer?.width ?? 0);
    const scrolls = await terminal.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(scrolls).toBe(false);
  });
});

test.describe('measured', () => {
  test.use({ notebook: 'notebooks/measured.tracebook.md' });

  test('pasted output stands beside the model, hop by hop', async ({ page }) => {
    const [monday, tuesday] = [cells(page, 'observed').first(), cells(page, 'observed').last()];
    await expect(monday.getByRole('table')).toContainText(tables.observed.verdicts.same);
    await expect(tuesday).toContainText(tables.observed.same(1, 4));
    await expect(tuesday.getByRole('row', { name: /^2/ })).toContainText('10.0.12.2 is r2:eth0');
    await expect(cells(page, 'expect').first()).toHaveAccessibleName(/fresh/);
  });

  test('a paste that differs fails its check only, and garbage says what to do', async ({ page }) => {
    const monday = cells(page, 'observed').first();
    await write(page, monday, 'tracert bob\n\n  1  1 ms  1 ms  1 ms  10.9.9.9\n');
    await expect(cells(page, 'expect').first()).toContainText(
      'No node of the model has the address 10.9.9.9',
    );
    await expect(cells(page, 'expect').first()).toHaveAccessibleName(/failed/);
    await expect(monday).toHaveAccessibleName(/fresh|error/);
    await write(page, monday, 'it was slow');
    await expect(monday).toContainText('Nothing here reads as the output of tracert');
  });
});

test.describe('many questions', () => {
  test.use({ notebook: 'notebooks/many-questions.tracebook.md' });

  test('all pairs are a matrix, and a trace both ways two ways', async ({ page }) => {
    const matrix = page.getByRole('figure', { name: /^Matrix of all pairs: [\w-]+> matrix/ }).first();
    await expect(matrix).toBeAttached();
    const both = page.getByRole('figure', { name: /^Diagram of both ways: [\w-]+> trace --both/ }).first();
    await expect(both).toBeAttached();
  });

  test('pairs and bandwidths are tables to look things up in', async ({ page }) => {
    await settled(page);
    const pairs = await tableOf(page, 'alice> reach', tables.reach.caption);
    await expect(pairs.getByRole('row')).toHaveCount(7);
    const path = await tableOf(page, 'alice> bottleneck bob', tables.bottleneck.caption('alice', 'bob'));
    await expect(path.getByRole('row', { name: /^south-east/ })).toContainText('200 Mbit/s');
  });
});

test.describe('BGP that does not come to rest', () => {
  test.use({ notebook: 'notebooks/stability.tracebook.md' });

  test('shows its outcomes, and comes to rest after an edit', async ({ page }) => {
    await settled(page);
    const table = await tableOf(page, 'a> check stability', tables.stability.caption);
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(entry(page, 'a> check stability').last()).toContainText('each comes to rest in one way');
  });
});
