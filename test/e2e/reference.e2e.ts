import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app';
import { cells, code } from './cells';
import { root } from './launch';
import { settled } from './window';
import { appStrings as words } from '../../src/shared/strings/app';

test.use({ notebook: 'notebooks/azure-interop.tracebook.md' });

interface PublishedPath {
  readonly from: string;
  readonly command: string;
  readonly target: string;
  readonly condition: readonly string[];
  readonly reached: boolean;
  readonly hops: readonly { readonly address: string | null }[];
}

const published: { readonly paths: readonly PublishedPath[] } = JSON.parse(
  readFileSync(path.join(root, 'test/fixtures/published-paths.json'), 'utf8'),
);

/** The address column of a tracert's rows, `*` for a silent one. */
function printedHops(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^ {0,2}\d+ {2}/.test(line))
    .map((line) => (line.endsWith('Request timed out.') ? '*' : (line.trim().split(/\s+/).at(-1) ?? '')));
}

test('the window shows all published paths, each with its picture', async ({ page }) => {
  await expect(page.getByText(words.header.allFresh)).toBeVisible();
  await settled(page);
  const terminals = await page.locator('.terminal').allInnerTexts();
  for (const { from, command, target, condition, reached, hops } of published.paths) {
    const prompt = `${from}> ${command} ${target}`;
    const matching = terminals.filter((text) => text.includes(prompt));
    const shown = matching.map((text) => printedHops(text).join(' '));
    expect(matching.length, prompt).toBeGreaterThan(0);
    if (reached) expect(shown, prompt).toContain(hops.map((hop) => hop.address ?? '*').join(' '));
    else expect(matching[0], prompt).toContain('Received = 0, Lost = 4 (100% loss)');
    if (condition.length > 0) expect(new Set(shown).size, prompt).toBeGreaterThan(1);
    await expect(page.getByRole('figure', { name: `Path diagram: ${prompt}` }).first()).toBeAttached();
  }
  await expect(page.locator('.check-failed')).toHaveCount(0);
});

test('a long topology opens folded and unfolds for editing', async ({ page }) => {
  const topology = cells(page, 'topology').first();
  await expect(topology).not.toContainText('loc2-vm: {');
  await topology.getByRole('button', { name: /Show all \d+ lines/ }).click();
  await expect(code(topology)).toContainText('vnets:');
  await expect(topology.getByRole('button', { name: /Show all/ })).toHaveCount(0);
});
