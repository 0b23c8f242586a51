import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskOf, prefixContains, prefixKey, type Prefix } from '../address';
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

test('agrees with a naive scan when the table is large enough for the index', () => {
  fc.assert(
    fc.property(prefixes({ minLength: 600, maxLength: 700 }), (list) => {
      const matcher = new PrefixMatcher(list);
      for (const address of edges(list).slice(0, 600)) {
        expect(matcher.lookup(address)).toBe(scan(list, address));
      }
    }),
    { numRuns: 5 },
  );
});

test('an empty table matches nothing', () => {
  expect(new PrefixMatcher([]).lookup(0x0a000001)).toBe(NO_MATCH);
});
