/**
 * A small deterministic string hash, for keys and ids; not for secrets. Two independent 32-bit FNV-1a lanes
 * over UTF-16 code units with a murmur3 finish, so lone surrogates and NULs count like any other unit.
 */

/** Two unsigned 32-bit lanes. */
function lanes(text: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return [finish(a ^ text.length), finish(b + a)];
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
function finish(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 16 hexadecimal digits. */
export function hashText(text: string): string {
  const [a, b] = lanes(text);
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

/** Hash of several texts; unlike a joined text, `["ab", "c"]` and `["a", "bc"]` differ. */
export function hashTexts(texts: readonly string[]): string {
  return hashText(texts.map((text) => `${text.length}:${text}`).join(''));
}

/** Crockford's base-32 digits: no i, l, o or u to misread. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** 7 base-32 characters (35 bits): short enough to read out, rarely the same for two texts. */
export function shortHash(text: string): string {
  const [a, b] = lanes(text);
  let digits = '';
  for (let shift = 0; shift < 30; shift += 5) digits += DIGITS[(a >>> shift) & 31];
  return digits + DIGITS[b & 31];
}
