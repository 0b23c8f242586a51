import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTopology } from './parse';

for (const name of ['azure-lab', 'three-routers'])
  test(`the fixture ${name} parses without a problem`, () => {
    const result = parseTopology(readFileSync(`test/fixtures/${name}.yaml`, 'utf8'));
    expect(result.problems).toEqual([]);
    expect(result.ok).toBe(true);
  });

test('an empty topology is valid', () => {
  expect(parseTopology('').ok).toBe(true);
});
