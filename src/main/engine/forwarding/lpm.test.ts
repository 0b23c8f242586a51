import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskOf, prefixContains, prefixKey, type Prefix } from '../address';
import { mix } from '../random';
import { NO_MATCH, PrefixMatcher } from './lpm';

const prefix = fc
  .tuple(fc.nat({ max: 0xffffffff }), fc.integer({ min: 0, max: 32 }))
  .map(([address, length]): Prefix => ({ address: (address & maskOf(length)) >>> 0, length }));
const prefixes = (options: { minLength: number; maxLength: number }): fc.Arbitrary<Prefix[]> =>
  fc.uniqueArray(prefix, { ...options, selector: prefixKey });

function scan(list: readonly Prefix[], address: number): number {
  let best = NO_MATCH;
  list.forEach((candidate, index) => {
    if (!prefixContains(candidate, address)) return;
    if (best === NO_MATCH || candidate.length > (list[best]?.length ?? -1)) best = index;
  });
  return best;
}

/** The addresses where an answer may change: ends of prefixes and their neighbours. */
function edges(list: readonly Prefix[]): number[] {
  return list.flatMap(({ address, length }) => {
    const end = address + 2 ** (32 - length) - 1;
    return [address, end, address - 1, end + 1].filter((at) => at >= 0 && at <= 0xffffffff);
  });
}

test('agrees with a naive scan at every edge and on random addresses', () => {
  fc.assert(
    fc.property(
      prefixes({ minLength: 0, maxLength: 60 }),
      fc.array(fc.nat({ max: 0xffffffff })),
      (list, addresses) => {
        const matcher = new PrefixMatcher(list);
        for (const address of [...addresses, ...edges(list)]) {
          expect(matcher.lookup(address)).toBe(scan(list, address));
        }
      },
    ),
  );
});

test.each([256, 16_384, 100_000])('agrees with a naive scan in a table of %i prefixes', (count) => {
  const distinct = new Map<number, Prefix>();
  for (let at = 0; distinct.size < count; at++) {
    const length = 6 + (mix(at) % 27);
    const made = { address: (mix(at + 0x10000000) & maskOf(length)) >>> 0, length };
    distinct.set(prefixKey(made), made);
  }
  const list = [...distinct.values()];
  const matcher = new PrefixMatcher(list);
  for (const address of edges(list.slice(-10))) expect(matcher.lookup(address)).toBe(scan(list, address));
});

test('an empty table matches nothing', () => {
  expect(new PrefixMatcher([]).lookup(0x0a000001)).toBe(NO_MATCH);
});
