import { describe, expect, it } from 'vitest';
import { loadPng } from './png';

const draw = await loadPng();

/** One text on white. */
function picture(text: string, weight = 400): Buffer {
  return Buffer.from(
    draw(
      `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30"><text x="4" y="20" font-size="14" ` +
        `font-weight="${weight}" font-family="system-ui, 'DejaVu Sans', sans-serif">${text}</text></svg>`,
    ),
  );
}

describe('PNG of a picture', () => {
  it('has Japanese as letters, each its own, and not as boxes', () => {
    expect(picture('経路').equals(picture('応答'))).toBe(false);
    expect(picture('トレース').equals(picture('ルーター'))).toBe(false);
  });

  it('has Japanese in bold, too', () => {
    expect(picture('経路', 600).equals(picture('経路'))).toBe(false);
  });

  it('draws the same text in the same bytes, whatever was drawn before', () => {
    const before = picture('hub-vm');
    picture('経路');
    expect(picture('hub-vm').equals(before)).toBe(true);
  });
});
