import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, hashTexts, shortHash } from './hash';

const anyText = fc.string({ unit: 'binary' });

describe('hashes', () => {
  it('are the same for the same text, in a form of fixed length', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(hashText(text)).toBe(hashText(text.split('').join('')));
        expect(hashText(text)).toMatch(/^[0-9a-f]{16}$/);
        expect(shortHash(text)).toMatch(/^[0-9a-hjkmnp-tv-z]{7}$/);
      }),
    );
  });

  it('never change from one release to the next, for ids stand in files and links', () => {
    expect([hashText(''), hashText('tracebook')]).toMatchInlineSnapshot(`
      [
        "ab3e7c0b13b5f3fe",
        "2de2c3e4d715cf67",
      ]
    `);
    expect(shortHash('tracebook')).toMatchInlineSnapshot(`"4zg5yp7"`);
  });

  it('differ for 200,000 similar texts', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 200_000; i += 1) seen.add(hashText(`node ${i}`));
    expect(seen.size).toBe(200_000);
  });

  it('tell lists from their joined text', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.array(anyText), (a, b) => {
        expect(hashTexts(a) === hashTexts(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(hashTexts(['ab', 'c'])).not.toBe(hashTexts(['a', 'bc']));
  });
});
