/**
 * Longest-prefix match by a trie of several bits a level, in one typed array: a look-up takes the first bits of an
 * address as an index, and goes on with the next bits only where longer prefixes exist (the principle of DIR-24-8,
 * Gupta, Lin and McKeown 1998, with smaller steps: a node's own table of a few routes must stay small).
 */
import type { Address, Prefix } from '../address';

export const NO_MATCH = -1;

/** Bits by which levels below the first two go on. */
const STEP = 4;

export class PrefixMatcher {
  /**
   * Blocks of entries, that of the first level first. An entry is 0 where nothing matches, the prefix's index + 1,
   * or the place of the block that goes on, inverted.
   */
  private readonly entries: Int32Array;
  /** How far an address is shifted to leave the bits of the first level, and of all to the second. */
  private readonly firstShift: number;
  private readonly secondShift: number;

  /** Builds from distinct prefixes in any order; a look-up answers an index in this list. */
  constructor(prefixes: readonly Prefix[]) {
    const [first, second] = levelsFor(prefixes.length);
    this.firstShift = 32 - first;
    this.secondShift = this.firstShift - second;
    const blocks = new Blocks(first);
    for (const index of shortestFirst(prefixes)) {
      const { address, length } = prefixes[index] ?? NEVER;
      let block = 0;
      let bits = first;
      let known = first;
      while (length > known) {
        const next = known === first ? second : STEP;
        block = blocks.below(block + lastBits(address, known, bits), next);
        bits = next;
        known += next;
      }
      blocks.fill(block + lastBits(address, known, bits), 2 ** (known - length), index + 1);
    }
    this.entries = blocks.finish();
  }

  /** Index of the longest prefix that contains the address; NO_MATCH for none. */
  lookup(address: Address): number {
    const { entries, secondShift } = this;
    let entry = entries[address >>> this.firstShift] ?? 0;
    if (entry < 0) {
      let shift = secondShift;
      entry = entries[~entry + ((address >>> shift) & (2 ** (this.firstShift - shift) - 1))] ?? 0;
      while (entry < 0) {
        shift -= STEP;
        entry = entries[~entry + ((address >>> shift) & 15)] ?? 0;
      }
    }
    return entry - 1;
  }
}

const NEVER: Prefix = { address: 0, length: 0 };

/** Bits of the first two levels: the more prefixes, the more memory is well spent on fewer steps. */
function levelsFor(count: number): readonly [number, number] {
  if (count < 256) return [8, STEP];
  if (count < 16_384) return [12, STEP];
  return count < 262_144 ? [16, STEP] : [16, 8];
}

/** Of the first `known` bits of an address the last `bits`. */
function lastBits(address: Address, known: number, bits: number): number {
  return (address >>> (32 - known)) & (2 ** bits - 1);
}

/** Indexes by length: so a longer prefix is painted over the shorter ones around it. */
function shortestFirst(prefixes: readonly Prefix[]): Uint32Array {
  const next = new Uint32Array(34);
  for (const { length } of prefixes) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 1; length <= 33; length++) next[length] = (next[length] ?? 0) + (next[length - 1] ?? 0);
  const order = new Uint32Array(prefixes.length);
  prefixes.forEach(({ length }, index) => {
    const at = next[length] ?? 0;
    order[at] = index;
    next[length] = at + 1;
  });
  return order;
}

class Blocks {
  private entries: Int32Array;
  private used: number;

  constructor(firstBits: number) {
    this.used = 2 ** firstBits;
    this.entries = new Int32Array(this.used * 2);
  }

  /** The block below an entry, made of the entry's own value where there is none yet. */
  below(at: number, bits: number): number {
    const entry = this.entries[at] ?? 0;
    if (entry < 0) return ~entry;
    const block = this.used;
    this.used += 2 ** bits;
    if (this.used > this.entries.length) {
      const grown = new Int32Array(this.entries.length * 2);
      grown.set(this.entries);
      this.entries = grown;
    }
    if (entry !== 0) this.entries.fill(entry, block, this.used);
    this.entries[at] = ~block;
    return block;
  }

  fill(at: number, count: number, entry: number): void {
    this.entries.fill(entry, at, at + count);
  }

  finish(): Int32Array {
    return this.entries.slice(0, this.used);
  }
}
