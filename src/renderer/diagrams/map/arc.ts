/**
 * An arc between two nodes: it bends the way that runs over the fewest names and nodes, and begins and ends at their
 * signs, not in them.
 */
import type { MapLayout, PlacedNode, Point } from './layout';
import { wordsBox } from './words';

/** px a bend reaches at most, and how much of the distance. */
const HIGHEST = 90;
const SHARE = 0.25;
/** Bends that are tried, in parts of the usual one; the first of equals is taken. */
const BENDS = [1, -1, 0.6, -0.6, 1.5, -1.5, 2, -2];
/** Points that are looked at along an arc. */
const POINTS = 40;
/** Steps in which the places are looked for where it leaves its nodes. */
const FINE = 400;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Beginning, control point and end of a quadratic curve. */
export type Curve = readonly [Point, Point, Point];

/**
 * @param gaps px from the middle of each node to where the arc begins and ends
 * @returns the whole curve where the nodes stand closer than that
 */
export function arcBetween(
  from: PlacedNode,
  to: PlacedNode,
  layout: MapLayout,
  gaps: readonly [number, number],
): Curve {
  const whole: Curve = [from, arcTop(from, to, layout), to];
  const start = leaving(whole, gaps[0]);
  const end = 1 - leaving([whole[2], whole[1], whole[0]], gaps[1]);
  return start < end ? between(whole, start, end) : whole;
}

/** How far along the curve it is so many px from its beginning, 0 to 1. */
function leaving(curve: Curve, px: number): number {
  for (let at = 1; at < FINE; at += 1) {
    const { x, y } = pointAt(curve, at / FINE);
    if (Math.hypot(x - curve[0].x, y - curve[0].y) >= px) return at / FINE;
  }
  return 1;
}

/** The part of a curve from one share of it to another: the same curve, told by its own three points. */
function between(curve: Curve, start: number, end: number): Curve {
  const [from, top, to] = curve;
  const middle = blend(blend(from, top, start), blend(top, to, start), end);
  return [pointAt(curve, start), middle, pointAt(curve, end)];
}

function blend(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function pointAt([from, top, to]: Curve, t: number): Point {
  return {
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * top.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * top.y + t ** 2 * to.y,
  };
}

/** The control point of the whole curve. */
function arcTop(from: PlacedNode, to: PlacedNode, layout: MapLayout): Point {
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
    const { x, y } = pointAt([from, top, to], at / POINTS);
    if (x > left && x < right && y > upper && y < bottom) return true;
  }
  return false;
}

function glyphBox({ node, x, y }: PlacedNode): Box {
  const { radius } = node;
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
