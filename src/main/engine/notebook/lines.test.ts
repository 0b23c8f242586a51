import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLineBreaks, dominantEol, endsWithBlankLine, linesFrom } from './lines';

const anyText = fc.array(fc.constantFrom('\n', '\r', 'a', ' ', '\t')).map((units) => units.join(''));

describe('lines', () => {
  it('are those between LF, CRLF and lone CR, and cover the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = [...linesFrom(text, 0)];
        const split = text.split(/\r\n|\r|\n/);
        if (split.at(-1) === '') split.pop();
        expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(split);
        expect(lines.map(({ start, next }) => text.slice(start, next)).join('')).toBe(text);
        expect(countLineBreaks(text)).toBe(text.match(/\r\n|\r|\n/g)?.length ?? 0);
      }),
    );
  });

  it.each([
    ['', true],
    ['a\n', false],
    ['a\n\n', true],
    ['a\r\n \t\r\n', true],
    ['a\n ', false],
    ['\n', true],
  ])('a blank last line: %j', (text, blank) => {
    expect(endsWithBlankLine(text)).toBe(blank);
  });

  it.each([
    ['a', '\n'],
    ['a\r\nb\r\nc\n', '\r\n'],
    ['a\r\nb\n', '\n'],
    ['\r\r\r', '\n'],
  ] as const)('the ending most lines have: %j', (text, eol) => {
    expect(dominantEol(text)).toBe(eol);
  });
});
