/** Longest-prefix match, ours and that of packages from npm in the same run. */
import { createRequire } from 'node:module';
import { formatPrefix, maskOf, prefixKey, type Prefix } from '../../src/main/engine/address';
import { NO_MATCH, PrefixMatcher } from '../../src/main/engine/forwarding/lpm';
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

/**
 * The one package found on npm that does longest-prefix match in JavaScript. It takes addresses as text: reading them
 * is part of its work, writing them is not measured.
 */
const PACKAGE = 'longest-prefix-match';
const PACKAGE_LOOKUPS = 20_000;

interface TextMatcher {
  addPrefix(prefix: string, payload: number): void;
  getMatch(address: string): readonly number[];
}

export function benchPackage(bench: Bench, count: number): void {
  const makeMatcher: new () => TextMatcher = createRequire(import.meta.url)(PACKAGE);
  const prefixes = prefixesOf(count);
  const matcher = new makeMatcher();
  bench.time(`build of ${PACKAGE}`, 1, 0, () => {
    prefixes.forEach((prefix, at) => matcher.addPrefix(formatPrefix(prefix), at));
    return count;
  });
  const addresses = Array.from({ length: PACKAGE_LOOKUPS }, (_, at) =>
    formatPrefix({ address: hashText(`address ${at}`, 2), length: 32 }),
  );
  const ours = new PrefixMatcher(prefixes);
  bench.rate(`look-ups by ${PACKAGE}`, 5, PACKAGE_LOOKUPS, () => {
    let found = 0;
    for (const address of addresses) if (matcher.getMatch(address).length > 0) found++;
    return found;
  });
  const numbers = Uint32Array.from({ length: PACKAGE_LOOKUPS }, (_, at) => hashText(`address ${at}`, 2));
  bench.rate('the same look-ups by ours, 50 times', 5, PACKAGE_LOOKUPS * 50, () => {
    let found = 0;
    for (let time = 0; time < 50; time++)
      for (const address of numbers) if (ours.lookup(address) !== NO_MATCH) found++;
    return found / 50;
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
