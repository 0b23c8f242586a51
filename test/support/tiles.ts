/**
 * Whether two pictures look alike, tile by tile: of a whole picture a vanished word is a small part, of the tile it
 * stood in a large one. Tiles overlap by half, so that what is smaller than half a tile lies in one of them whole.
 */
import type { Pixels } from './png';

/** Width and height of a tile, px. */
const TILE = 64;
/** Differing pixels that a tile may have: fewer than a short word of the smallest text leaves. */
const MOST = 12;
/** How far channels may be from each other, of 255: letters' edges are drawn a little differently everywhere. */
const NEAR = 56;

export interface Tile {
  readonly x: number;
  readonly y: number;
  /** How many pixels differ. */
  readonly differ: number;
}

/** The tiles that look different; null where the pictures have not the same size, but for a pixel's rounding. */
export function differentTiles(stored: Pixels, taken: Pixels): Tile[] | null {
  if (Math.abs(stored.width - taken.width) > 1 || Math.abs(stored.height - taken.height) > 1) return null;
  const width = Math.min(stored.width, taken.width);
  const height = Math.min(stored.height, taken.height);
  const differing = new Map<string, number>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isAlike(stored, taken, (y * stored.width + x) * 3, (y * taken.width + x) * 3)) continue;
      if (isNear(stored, taken, x, y) && isNear(taken, stored, x, y)) continue;
      for (const top of startsOver(y)) {
        for (const left of startsOver(x)) {
          const key = `${left} ${top}`;
          differing.set(key, (differing.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return [...differing].flatMap(([key, differ]) => {
    const [x = 0, y = 0] = key.split(' ').map(Number);
    return differ > MOST ? [{ x, y, differ }] : [];
  });
}

/** Where the tiles begin that cover a coordinate. */
function startsOver(at: number): number[] {
  const last = at - (at % (TILE / 2));
  return last === 0 ? [0] : [last - TILE / 2, last];
}

/** Whether a pixel of one picture is found next to the same place of the other. */
function isNear(one: Pixels, other: Pixels, x: number, y: number): boolean {
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      const [left, top] = [x + dx, y + dy];
      if (left < 0 || top < 0 || left >= other.width || top >= other.height) continue;
      if (isAlike(one, other, (y * one.width + x) * 3, (top * other.width + left) * 3)) return true;
    }
  }
  return false;
}

function isAlike(one: Pixels, other: Pixels, here: number, there: number): boolean {
  for (let channel = 0; channel < 3; channel += 1) {
    if (Math.abs((one.data[here + channel] ?? 0) - (other.data[there + channel] ?? 0)) > NEAR) return false;
  }
  return true;
}
