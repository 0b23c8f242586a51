import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './text';

describe('wrapping', () => {
  it('breaks English between words', () => {
    expect(wrapText('the replies come back', 10, 80)).toEqual(['the replies', 'come back']);
  });

  it('breaks Japanese between characters, and keeps what closes or opens with its own', () => {
    const lines = wrapText('応答は ce1、er1（プライマリ）を通って戻ります。', 10, 60);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).not.toMatch(/^[、。）ーっ]|（$/);
      expect(textWidth(line, 10)).toBeLessThanOrEqual(70);
    }
    expect(lines.join('').replaceAll(' ', '')).toBe('応答はce1、er1（プライマリ）を通って戻ります。');
  });

  it('loses no space between words of one line', () => {
    expect(wrapText('a 応答 b', 10, 500)).toEqual(['a 応答 b']);
  });
});
