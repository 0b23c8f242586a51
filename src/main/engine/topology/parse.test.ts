import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTopology } from './parse';

for (const name of ['azure-lab', 'three-routers'])
  test(`the fixture ${name} parses without a problem`, () => {
    const result = parseTopology(readFileSync(`test/fixtures/${name}.yaml`, 'utf8'));
    expect(result.problems).toEqual([]);
    expect(result.ok).toBe(true);
      console.log(JSON.stringify(result.value.topology, null, 1).slice(0, 9000));
  });

test('an empty topology is valid', () => {
  expect(parseTopology('').ok).toBe(true);
});
