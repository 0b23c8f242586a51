import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPathMatcher } from './as-path-pattern';

function matches(pattern: string, path: readonly number[]): boolean {
  return asPathMatcher(pattern)(path);
}

describe('patterns that people write', () => {
  test.each<[string, string, number[], boolean]>([
    ['an own route', '^$', [], true],
    ['an own route', '^$', [65001], false],
    ['from the neighbour', '^65001_', [65001, 65002], true],
    ['from the neighbour', '^65001_', [65001], true],
    ['from the neighbour', '^65001_', [65002, 65001], false],
    ['from the neighbour', '^65001_', [650011], false],
    ['begun in', '_65009$', [65001, 65009], true],
    ['begun in', '_65009$', [65009], true],
    ['begun in', '_65009$', [65009, 65001], false],
    ['begun in', '_65009$', [165009], false],
    ['through', '_65005_', [65001, 65005, 65009], true],
    ['through', '_65005_', [65001, 165005, 65009], false],
    ['of one AS', '^[0-9]+$', [65001], true],
    ['of one AS', '^[0-9]+$', [65001, 65002], false],
    ['anything', '.*', [], true],
    ['one AS of two', '_(65001|65002)_', [64512, 65002, 1], true],
    ['one AS of two', '_(65001|65002)_', [64512, 65003, 1], false],
    ['prepended', '^(65001_)+$', [65001, 65001, 65001], true],
    ['prepended', '^(65001_)+$', [65001, 65002, 65001], false],
    ['none of these digits', '^65[^0]', [65100], true],
    ['none of these digits', '^65[^0]', [65001], false],
    ['text inside a number', '500', [65001], true],
    ['a boundary at both ends of an empty path', '^_$', [], true],
    ['may be there', '^65001( 65001)?$', [65001, 65001], true],
    ['a list with a range and a digit', '^6[4-57]', [67000], true],
  ])('%s: %s on %j is %s', (_, pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });
});

test.each([
  ['(65001', 'a "(" is not closed'],
  ['65001)', 'a ")" closes nothing'],
  ['*', '"*" has nothing before it to repeat'],
  ['[a-z]', '"[a-z]" is not a list of digits like [0-9] or [^12]'],
  ['[12', 'a "[" is not closed'],
  ['65001{2}', '"{" cannot stand in a pattern'],
  ['1'.repeat(201), 'it is longer than 200 characters'],
])('%s is refused: %s', (pattern, message) => {
  expect(() => asPathMatcher(pattern)).toThrow(message);
});

/** Patterns, and the same in JavaScript's words. */
const part: fc.Arbitrary<readonly [string, string]> = fc.letrec<{ part: readonly [string, string] }>(
  (tie) => ({
    part: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('1', '2', ' ', '.', '[12]', '[^1]', '^', '$').map((text) => [text, text] as const),
      fc.constant(['_', '(?:^| |$)'] as const),
      fc.tuple(tie('part'), tie('part')).map(([a, b]) => [a[0] + b[0], a[1] + b[1]] as const),
      fc
        .tuple(tie('part'), tie('part'))
        .map(([a, b]) => [`(${a[0]}|${b[0]})`, `(?:${a[1]}|${b[1]})`] as const),
      fc
        .tuple(tie('part'), fc.constantFrom('*', '+', '?'))
        .map(([a, sign]) => [`(${a[0]})${sign}`, `(?:${a[1]})${sign}`] as const),
    ),
  }),
).part;

test('a pattern finds what the same regular expression finds', () => {
  const path = fc.array(fc.constantFrom(1, 2, 12, 21), { maxLength: 4 });
  fc.assert(
    fc.property(part, path, ([pattern, expression], asPath) => {
      fc.pre(pattern.length <= 60);
      expect(matches(pattern, asPath)).toBe(new RegExp(expression).test(asPath.join(' ')));
    }),
  );
});

test('a pattern that would keep a backtracking machine busy for ever is done at once', () => {
  expect(
    matches(
      `^${'(1*)*'.repeat(30)}2$`,
      Array.from({ length: 200 }, () => 1),
    ),
  ).toBe(false);
});
