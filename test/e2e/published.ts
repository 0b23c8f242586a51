/** The published paths of the lab, and whether terminals show each of them as it was published. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { root } from './launch';

interface PublishedPath {
  readonly from: string;
  readonly command: string;
  readonly target: string;
  readonly condition: readonly string[];
  readonly reached: boolean;
  readonly hops: readonly { readonly address: string | null }[];
}

const { paths }: { readonly paths: readonly PublishedPath[] } = JSON.parse(
  readFileSync(path.join(root, 'test/fixtures/published-paths.json'), 'utf8'),
);

export const PUBLISHED = paths.map((one) => ({
  ...one,
  prompt: `${one.from}> ${one.command} ${one.target}`,
}));

/** The address column of a tracert's rows, `*` for a silent one. */
function printedHops(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^ {0,2}\d+ {2}/.test(line))
    .map((line) => (line.endsWith('Request timed out.') ? '*' : (line.trim().split(/\s+/).at(-1) ?? '')));
}

/** @param terminals the text of each, with its prompt */
export function expectPublished(terminals: readonly string[]): void {
  expect(PUBLISHED).toHaveLength(31);
  for (const { prompt, condition, reached, hops } of PUBLISHED) {
    const matching = terminals.filter((text) => text.includes(prompt));
    const shown = matching.map((text) => printedHops(text).join(' '));
    expect(matching.length, prompt).toBeGreaterThan(0);
    if (reached) expect(shown, prompt).toContain(hops.map((hop) => hop.address ?? '*').join(' '));
    else expect(matching[0], prompt).toContain('Received = 0, Lost = 4 (100% loss)');
    if (condition.length > 0) expect(new Set(shown).size, prompt).toBeGreaterThan(1);
  }
}
