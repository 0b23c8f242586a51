/** Longest-prefix match, ours and that of packages from npm in the same run. */
import { maskOf, prefixKey, type Prefix } from '../../src/main/engine/address';
import { PrefixMatcher } from '../../src/main/engine/forwarding/lpm';
import { hashText } from '../../src/main/engine/random';
import type { Bench } from './measure';

const LOOKUPS = 1_000_000;

export function benchLookups(bench: Bench, count: number): void {
  const prefixes = prefixesOf(count);
  bench.time('build', 5, 1, () => {
    const matcher = new PrefixMatcher(prefixes);
    return matcher.lookup(0);
  });
  const matcher = new PrefixMatcher(prefixes);
  const addresses = Uint32Array.from({ length: LOOKUPS }, (_, at) => hashText(`address ${at}`, 2));
  bench.rate('look-ups', 9, LOOKUPS, () => {
    let sum = 0;
    for (const address of addresses) sum += matcher.lookup(address);
    return sum;
  });
}

/** Random distinct prefixes of lengths 8 to 28. */
function prefixesOf(count: number): Prefix[] {
  const seen = new Map<number, Prefix>();
  for (let at = 0; seen.size < count; at++) {
    const length = 8 + (hashText(`length ${at}`, 1) % 21);
    const prefix = { address: (hashText(`prefix ${at}`, 1) & maskOf(length)) >>> 0, length };
    seen.set(prefixKey(prefix), prefix);
  }
  return [...seen.values()];
}
