import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, nearChanges } from './line-diff';

function marks(before: string, after: string): string[] {
  const sign = { same: ' ', added: '+', removed: '-' };
  return diffLines(before, after).map(({ kind, text }) => sign[kind] + text);
}

function numbers(from: number): string {
  return Array.from({ length: 3000 }, (_, index) => index + from).join('\n');
}

describe('the difference of two texts', () => {
  it('is the lines that came and went', () => {
    expect(marks('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
    expect(marks('same', 'same')).toEqual([' same']);
    expect(
      marks('a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc').filter((line) => !line.startsWith(' ')),
    ).toHaveLength(5);
  });

  it('holds both texts whole, with their line numbers', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const old = lines.filter(({ before: line }) => line !== null);
        const now = lines.filter(({ after: line }) => line !== null);
        expect(old.map(({ text: each }) => each).join('\n')).toBe(before);
        expect(now.map(({ text: each }) => each).join('\n')).toBe(after);
        expect(old.map(({ before: line }) => line)).toEqual(old.map((_, index) => index + 1));
        expect(now.map(({ after: line }) => line)).toEqual(now.map((_, index) => index + 1));
      }),
    );
  });

  it('of texts that share little is still found', () => {
    const lines = diffLines(numbers(0), numbers(10_000));
    expect(lines.filter(({ kind }) => kind === 'removed')).toHaveLength(3000);
    expect(lines.filter(({ kind }) => kind === 'added')).toHaveLength(3000);
  });

  it('is shown with a few lines around', () => {
    const before = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
    const parts = nearChanges(diffLines(before, before.replace('line 10', 'other')), 2);
    expect(parts.map((part) => (part.kind === 'gap' ? part.count : part.lines.length))).toEqual([8, 6, 7]);
  });
});
