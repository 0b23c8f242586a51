/**
 * Longest-prefix match on typed arrays. The prefixes are flattened into disjoint address ranges, each with
 * the index of its longest prefix; a look-up is a binary search for the range. Large tables get a first-level
 * index by the address's high 16 bits, so that a search stays within one /16.
 */
import { comparePrefixes, type Address, type Prefix } from '../address';

/** From this many ranges on the first-level index pays for its 256 KiB. */
const INDEX_FROM = 512;
const BUCKETS = 65536;
export const NO_MATCH = -1;

export class PrefixMatcher {
  /** First address of each range, ascending. The first is 0.0.0.0. */
  private readonly starts: Uint32Array;
  /** Index of the prefix that covers the range; NO_MATCH for none. */
  private readonly values: Int32Array;
  /** Range that holds the first address of each /16; one entry more than there are /16s. */
  private readonly index: Uint32Array | null;

  /** Builds from distinct prefixes in any order; a look-up answers an index in this list. */
  constructor(prefixes: readonly Prefix[]) {
    const order = prefixes
      .map((_, at) => at)
      .toSorted((a, b) => comparePrefixes(at(prefixes, a), at(prefixes, b)));
    const starts: number[] = [0];
    const values: number[] = [NO_MATCH];
    /** Prefixes around the current address, outermost first. */
    const open: { readonly value: number; readonly end: number }[] = [];
    const mark = (start: number, value: number): void => {
      const last = starts.length - 1;
      if (starts[last] === start) {
        values[last] = value;
      } else if (values[last] !== value) {
        starts.push(start);
        values.push(value);
      }
    };
    const closeBefore = (address: number): void => {
      for (let top = open.at(-1); top !== undefined && top.end <= address; top = open.at(-1)) {
        open.pop();
        if (top.end < 2 ** 32) mark(top.end, open.at(-1)?.value ?? NO_MATCH);
      }
    };
    for (const value of order) {
      const prefix = at(prefixes, value);
      closeBefore(prefix.address);
      mark(prefix.address, value);
      open.push({ value, end: prefix.address + 2 ** (32 - prefix.length) });
    }
    closeBefore(2 ** 32);
    this.starts = Uint32Array.from(starts);
    this.values = Int32Array.from(values);
    this.index = starts.length < INDEX_FROM ? null : indexRanges(this.starts);
  }

  /** Index of the longest prefix that contains the address; NO_MATCH for none. */
  lookup(address: Address): number {
    const { starts, values, index } = this;
    let low = 0;
    let high = starts.length - 1;
    if (index !== null) {
      const bucket = address >>> 16;
      low = index[bucket] ?? 0;
      high = index[bucket + 1] ?? high;
    }
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= address) low = middle;
      else high = middle - 1;
    }
    return values[low] ?? NO_MATCH;
  }
}

function at(prefixes: readonly Prefix[], index: number): Prefix {
  const prefix = prefixes[index];
  if (prefix === undefined) throw new RangeError(`no prefix ${index}`);
  return prefix;
}

function indexRanges(starts: Uint32Array): Uint32Array {
  const index = new Uint32Array(BUCKETS + 1);
  let range = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const first = bucket * BUCKETS;
    while (range + 1 < starts.length && (starts[range + 1] ?? 0) <= first) range++;
    index[bucket] = range;
  }
  index[BUCKETS] = starts.length - 1;
  return index;
}
