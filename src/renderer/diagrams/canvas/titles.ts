/**
 * Titles of areas, never smaller than can be read: in the head of their area where it is high enough, else above
 * the area, else on its upper edge. One that would cover a node, another title or another area has no place.
 */
import { LABEL_SIZE } from '../map/measures';
import type { Frame, PlacedNode } from '../map/layout';
import { textWidth } from '../text';
import { dotHalf, levelOf } from './levels';
import { meets, type Region, type Scene } from './scene';

/** px on the screen. */
const LEAST = 12;
const ABOVE = 4;
/** px of the map. */
const SIDE = 12;
const HEAD = 6;

export interface Title {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly box: Region;
}

/** @param k scale of the map @param taken where other titles stand */
export function titleOf(frame: Frame, scene: Scene, k: number, taken: readonly Region[]): Title | null {
  const size = Math.max(LABEL_SIZE, LEAST / k);
  const width = textWidth(frame.title, size, 'bold');
  const x = frame.left + SIDE;
  if (width > frame.right - frame.left - 2 * SIDE) return null;
  const baselines = [frame.top + HEAD + size, frame.top - ABOVE / k, frame.top + 0.3 * size];
  for (const y of baselines) {
    const box = { left: x, right: x + width, top: y - 0.8 * size, bottom: y + 0.25 * size };
    if (isFree(box, frame, scene, k) && !taken.some((other) => meets(other, box))) {
      return { text: frame.title, size, x, y, box };
    }
  }
  return null;
}

function isFree(box: Region, own: Frame, scene: Scene, k: number): boolean {
  const level = levelOf(k);
  // Far away the dot of a node may be larger than the node.
  const reach = level === 'far' ? dotHalf(0, true, k) : 0;
  const around = {
    left: box.left - reach,
    right: box.right + reach,
    top: box.top - reach,
    bottom: box.bottom + reach,
  };
  const covers = (placed: PlacedNode): boolean => {
    if (level === 'near') return true;
    const { node, x, y } = placed;
    const half = level === 'far' ? dotHalf(node.radius, true, k) : node.radius;
    return meets(box, { left: x - half, right: x + half, top: y - half, bottom: y + half });
  };
  if (scene.nodes.within(around).some(covers)) return false;
  return !scene.layout.frames.some(
    (frame) => frame !== own && frame.area !== null && meets(frame, box) && !holds(frame, own),
  );
}

function holds(outer: Region, inner: Region): boolean {
  return (
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom
  );
}
