import { describe, expect, it } from 'vitest';
import { formatProblem, readable } from './problem';

describe('a message', () => {
  it('quotes the beginning of a word that nobody would read', () => {
    expect(readable(`"${'x'.repeat(100_000)}" is no hop`)).toBe(`"${'x'.repeat(99)}…" is no hop`);
  });

  it('quotes no more of what ends in nothing but marks', () => {
    expect(readable('.'.repeat(100_000))).toHaveLength(103);
    expect(readable(`${'.'.repeat(100_000)}x"`)).toBe(`${'.'.repeat(100)}…"`);
  });

  it('keeps names, lists and sentences in Japanese as they are', () => {
    const names = Array.from({ length: 100 }, (_, index) => `r${index}`).join(', ');
    for (const text of ['', `one of ${names}`, `"${'n'.repeat(63)}"`, '経路がありません。'.repeat(30)])
      expect(readable(text)).toBe(text);
  });

  it('is cut where nothing divides it', () => {
    expect(readable('あ'.repeat(5000))).toHaveLength(1001);
  });

  it('is one readable line behind its place', () => {
    const problem = { severity: 'error', message: `a\n${'y'.repeat(200)}`, line: 2, column: 3 } as const;
    expect(formatProblem('f.md', problem)).toBe(`f.md:2:3: error: a ${'y'.repeat(100)}…`);
  });
});
