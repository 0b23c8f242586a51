/**
 * Chance without chance: numbers that are a pure function of what they are for. The same seed and key give
 * the same number on every machine; nothing depends on the order in which they are asked for.
 */

/** 32-bit FNV-1a over the UTF-16 units of a text, started from a seed. */
export function hashText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return mix(hash);
}

/** Spreads every bit of the input over all bits of the output (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Uniform in [0, 1). */
export function uniform(key: string, seed: number): number {
  return hashText(key, seed) / 2 ** 32;
}
