/**
 * Longest-prefix match by ranges (DXR: Zec, Rizzo and Mikuc 2012, "DXR: towards a billion routing lookups per second
 * in software"). Prefixes cut the addresses into ranges with one answer each. The first bits of an address are an
 * index into a table that mostly has the answer; where a cut lies among the addresses with the same first bits, it
 * has the place of the few ranges there, and the one that holds the address is found by halves. So even a million
 * prefixes stay small enough for the processor's caches, and most look-ups are one step.
 */
import type { Address, Prefix } from '../address';

export const NO_MATCH = -1;

export class PrefixMatcher {
  /** By the first bits of an address: a prefix's index + 1, 0 for none; or the place of a run in `runs`, inverted. */
  private readonly direct: Int32Array;
  /**
   * Runs of ranges: how many, the answer of the first (which begins where the run does), and then of each other its
   * first address and its answer. Answers are as in `direct`.
   */
  private readonly runs: Uint32Array;
  private readonly shift: number;

  /** Builds from distinct prefixes in any order; a look-up answers an index in this list. */
  constructor(prefixes: readonly Prefix[]) {
    const { starts, answers } = rangesOf(prefixes);
    const bits = bitsFor(starts.length);
    this.shift = 32 - bits;
    this.direct = new Int32Array(2 ** bits);
    this.runs = runsOf(starts, answers, this.direct, this.shift);
  }

  /** Index of the longest prefix that contains the address; NO_MATCH for none. */
  lookup(address: Address): number {
    const entry = this.direct[address >>> this.shift] ?? 0;
    if (entry >= 0) return entry - 1;
    const { runs } = this;
    let at = ~entry;
    let count = runs[at] ?? 0;
    while (count > 1) {
      const half = count >>> 1;
      if ((runs[at + 2 * half] ?? 0) <= address) at += 2 * half;
      count -= half;
    }
    return (runs[at + 1] ?? 0) - 1;
  }
}

/** Bits of the table: four to eight entries for a range, as long as the table fits the caches. */
function bitsFor(ranges: number): number {
  return Math.min(22, Math.max(8, 33 - Math.clz32(ranges) + 1));
}

/** Where an answer ends and another begins. The first range starts at 0. */
interface Ranges {
  readonly starts: Uint32Array;
  /** By range: a prefix's index + 1, 0 for none. */
  readonly answers: Uint32Array;
}

/** Goes over the prefixes from the lowest address on, keeping those it is inside of. */
function rangesOf(prefixes: readonly Prefix[]): Ranges {
  const starts = new Uint32Array(2 * prefixes.length + 1);
  const answers = new Uint32Array(2 * prefixes.length + 1);
  let count = 0;
  const cut = (start: number, answer: number): void => {
    if (count > 0 && starts[count - 1] === start) count--;
    if (count > 0 && answers[count - 1] === answer) return;
    starts[count] = start;
    answers[count] = answer;
    count++;
  };
  /** Ends (the first address behind) and answers of the prefixes around, the longest last. */
  const ends: number[] = [];
  const inside: number[] = [0];
  const leave = (until: number): void => {
    for (let end = ends.at(-1); end !== undefined && end <= until; end = ends.at(-1)) {
      ends.pop();
      inside.pop();
      if (end < ADDRESSES) cut(end, inside.at(-1) ?? 0);
    }
  };
  cut(0, 0);
  for (const index of inOrder(prefixes)) {
    const { address, length } = prefixes[index] ?? EVERYTHING;
    leave(address);
    ends.push(address + 2 ** (32 - length));
    inside.push(index + 1);
    cut(address, index + 1);
  }
  leave(ADDRESSES);
  return { starts: starts.subarray(0, count), answers: answers.subarray(0, count) };
}

const ADDRESSES = 2 ** 32;
const EVERYTHING: Prefix = { address: 0, length: 0 };

/** Indexes by address, of one address the shorter prefix first: byte after byte, the weightiest last. */
function inOrder(prefixes: readonly Prefix[]): Uint32Array {
  const addresses = Uint32Array.from(prefixes, ({ address }) => address);
  const lengths = Uint8Array.from(prefixes, ({ length }) => length);
  let order = sorted(
    addresses.map((_, index) => index),
    (index) => lengths[index] ?? 0,
  );
  for (const shift of [0, 8, 16, 24])
    order = sorted(order, (index) => ((addresses[index] ?? 0) >>> shift) & 255);
  return order;
}

/** Indexes in the order of a number below 256, those with the same one as they stood. */
function sorted(order: Uint32Array, keyOf: (index: number) => number): Uint32Array {
  const next = new Uint32Array(257);
  for (const index of order) {
    const after = keyOf(index) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let key = 1; key <= 256; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const result = new Uint32Array(order.length);
  for (const index of order) {
    const key = keyOf(index);
    const at = next[key] ?? 0;
    result[at] = index;
    next[key] = at + 1;
  }
  return result;
}

/** Fills the table, and gives the runs for entries in whose addresses a range begins. */
function runsOf(starts: Uint32Array, answers: Uint32Array, direct: Int32Array, shift: number): Uint32Array {
  const runs = new Uint32Array(4 * starts.length);
  let used = 0;
  let range = 0;
  for (let entry = 0; entry < direct.length; entry++) {
    const end = (entry + 1) * 2 ** shift;
    const first = answers[range] ?? 0;
    if (range + 1 >= starts.length || (starts[range + 1] ?? 0) >= end) {
      direct[entry] = first;
    } else {
      const place = used;
      runs[place + 1] = first;
      used += 2;
      while (range + 1 < starts.length && (starts[range + 1] ?? 0) < end) {
        range++;
        runs[used] = starts[range] ?? 0;
        runs[used + 1] = answers[range] ?? 0;
        used += 2;
      }
      runs[place] = (used - place) / 2;
      direct[entry] = ~place;
    }
    if (starts[range + 1] === end) range++;
  }
  return runs.slice(0, used);
}
