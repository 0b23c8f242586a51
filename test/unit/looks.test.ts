/** What the comparison of stored pictures has to notice and what it has to bear, tried on stored pictures. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodePng, type Pixels } from '../support/png';
import { differentTiles } from '../support/tiles';

const LOOKS = path.resolve(import.meta.dirname, '../e2e/looks');
const stored = decodePng(readFileSync(path.join(LOOKS, 'lab/path-1280-light.png')));

/** A copy with a box filled with the lightest of its colours. */
function without(picture: Pixels, x: number, y: number, width: number, height: number): Pixels {
  const starts = Array.from({ length: width * height }, (_, index) => {
    return ((y + Math.floor(index / width)) * picture.width + x + (index % width)) * 3;
  });
  const brightness = (at: number): number =>
    picture.data.slice(at, at + 3).reduce((sum, channel) => sum + channel, 0);
  const lightest = starts.reduce((best, at) => (brightness(at) > brightness(best) ? at : best));
  const data = picture.data.slice();
  for (const at of starts) data.set(picture.data.slice(lightest, lightest + 3), at);
  return { ...picture, data };
}

/** The dark boxes of a size: places where something is written. */
function written(picture: Pixels, width: number, height: number): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = [];
  for (let y = height; y + height < picture.height; y += height) {
    for (let x = width; x + width < picture.width; x += width) {
      let dark = 0;
      for (let row = y; row < y + height; row += 1) {
        for (let column = x; column < x + width; column += 1) {
          if ((picture.data[(row * picture.width + column) * 3] ?? 255) < 96) dark += 1;
        }
      }
      if (dark > 50) found.push({ x, y });
    }
  }
  return found;
}

describe('stored pictures', () => {
  it('look like themselves', () => {
    expect(differentTiles(stored, stored)).toEqual([]);
  });

  it('look different wherever a short word has vanished', () => {
    const places = written(stored, 28, 14);
    expect(places.length).toBeGreaterThan(20);
    for (const { x, y } of places.filter((_, index) => index % 4 === 0)) {
      expect(differentTiles(stored, without(stored, x, y, 28, 14)), `${x} ${y}`).not.toEqual([]);
    }
  });

  it('may be a little lighter', () => {
    expect(
      differentTiles(stored, { ...stored, data: stored.data.map((value) => value + (255 - value) / 10) }),
    ).toEqual([]);
  });

  it('have their size', () => {
    const lower = { ...stored, height: stored.height - 2, data: stored.data.slice(0, -6 * stored.width) };
    expect(differentTiles(stored, lower)).toBeNull();
  });
});
