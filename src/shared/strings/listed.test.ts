import { expect, it } from 'vitest';
import { listed } from './listed';

it.each([
  [[], ''],
  [['p1'], 'p1'],
  [['p1', 'p2'], 'p1 and p2'],
  [['p1', 'p2', 'p3'], 'p1, p2 and p3'],
])('%j is listed as %j', (names, text) => {
  expect(listed(names)).toBe(text);
});
