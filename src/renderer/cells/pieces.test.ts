import { describe, expect, it } from 'vitest';
import { PIECE, pieceEnd } from './pieces';

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}

describe('pieces of long Markdown', () => {
  it('leaves a text that is not long whole', () => {
    expect(pieces('# One\n\nTwo\n')).toEqual(['# One\n\nTwo\n']);
  });

  it.each([
    ['paragraphs', 'Some words.\n\n', '\n\n'],
    ['lines', 'some words\n', '\n'],
    ['one line', 'words', 's'],
  ])('cuts %s between them and loses nothing', (_, unit, end) => {
    const text = unit.repeat(Math.ceil((3 * PIECE) / unit.length));
    const found = pieces(text);
    expect(found.join('')).toBe(text);
    expect(Math.max(...found.map((piece) => piece.length))).toBeLessThanOrEqual(PIECE);
    expect(found.length).toBeLessThan(6);
    expect(found.every((piece) => piece.endsWith(end))).toBe(true);
  });
});
