/** Which way an arc between two nodes bends: the one that runs over the fewest names and nodes. */
import type { MapLayout, PlacedNode, Point } from './layout';
import { wordsBox } from './words';

/** px a bend reaches at most, and how much of the distance. */
const HIGHEST = 90;
const SHARE = 0.25;
/** Bends that are tried, in parts of the usual one; the first of equals is taken. */
const BENDS = [1, -1, 0.6, -0.6, 1.5, -1.5, 2, -2];
/** Points that are looked at along an arc. */
const POINTS = 40;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The control point of the quadratic curve. */
export function arcTop(from: PlacedNode, to: PlacedNode, layout: MapLayout): Point {
  const boxes = layout.nodes.flatMap((placed) =>
    placed === from || placed === to ? [wordsBox(placed)] : [wordsBox(placed), glyphBox(placed)],
  );
  let best = topOf(from, to, 1);
  let fewest = Number.POSITIVE_INFINITY;
  for (const bend of BENDS) {
    const top = topOf(from, to, bend);
    const hits = boxes.filter((box) => crosses(from, top, to, box)).length;
    if (hits < fewest) [best, fewest] = [top, hits];
  }
  return best;
}

function topOf(from: Point, to: Point, bend: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.min(HIGHEST, length * SHARE) * bend;
  return {
    x: (from.x + to.x) / 2 + (dy / length) * reach,
    y: (from.y + to.y) / 2 - (dx / length) * reach,
  };
}

function crosses(from: Point, top: Point, to: Point, { left, right, top: upper, bottom }: Box): boolean {
  for (let at = 1; at < POINTS; at += 1) {
    const t = at / POINTS;
    const x = (1 - t) ** 2 * from.x + 2 * t * (1 - t) * top.x + t ** 2 * to.x;
    const y = (1 - t) ** 2 * from.y + 2 * t * (1 - t) * top.y + t ** 2 * to.y;
    if (x > left && x < right && y > upper && y < bottom) return true;
  }
  return false;
}

function glyphBox({ node, x, y }: PlacedNode): Box {
  const { radius } = node;
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
