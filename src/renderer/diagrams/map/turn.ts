/** How a picture lies on its sheet: turned level, and a strip in rows. */
import type { Box } from './apart';
import type { Links } from './parts';

/** Between rows of a folded picture, px; how wide and how many times wider than high calls for rows. */
const ROW_GAP = 130;
const LONG = 1500;
const THIN = 4;
/** Width to height that rows are to give. */
const SHAPE = 1.8;
/** How much of all lines has to run one of two ways, square to each other, for the picture to be turned by these. */
const SQUARE = 0.4;

/** From so much of its length on a picture is as wide as long: it has no axis that the eye would see. */
const ROUND = 0.7;
/** Heights that differ by less are alike, px. */
const ALIKE = 5;

/** Turns the picture by its principal axis; the node named first stands on its left half. */
export function turnLevel(bodies: readonly Box[]): void {
  const { centre, angle } = axisOf(bodies);
  turn(bodies, centre, angle);
  firstLeft(bodies);
}

/**
 * Turns a picture that is as wide as long, and so has no axis, by its links: one of them level, and as low as can be.
 * False where it has an axis.
 */
export function turnLow(bodies: readonly Box[], links: Links): boolean {
  const { centre, ratio } = axisOf(bodies);
  if (ratio < ROUND) return false;
  const angle = lowestAngle(bodies, links);
  if (angle === null) return false;
  turn(bodies, centre, angle);
  firstLeft(bodies);
  return true;
}

interface Axis {
  readonly centre: Pick<Box, 'x' | 'y'>;
  /** Of the longest axis. */
  readonly angle: number;
  /** Spread across it to spread along it. */
  readonly ratio: number;
}

function axisOf(bodies: readonly Box[]): Axis {
  const count = Math.max(1, bodies.length);
  const cx = bodies.reduce((sum, body) => sum + body.x, 0) / count;
  const cy = bodies.reduce((sum, body) => sum + body.y, 0) / count;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const body of bodies) {
    xx += (body.x - cx) ** 2;
    yy += (body.y - cy) ** 2;
    xy += (body.x - cx) * (body.y - cy);
  }
  const spread = Math.hypot(xx - yy, 2 * xy);
  return {
    centre: { x: cx, y: cy },
    angle: Math.atan2(2 * xy, xx - yy) / 2,
    ratio: Math.sqrt(Math.max(0, xx + yy - spread) / Math.max(1, xx + yy + spread)),
  };
}

function firstLeft(bodies: readonly Box[]): void {
  const [first] = bodies;
  if (first !== undefined && first.x > 0) for (const body of bodies) body.x = -body.x;
}

/** Of the angles that lay a link level the one that makes the lowest picture; null without links. */
function lowestAngle(bodies: readonly Box[], links: Links): number | null {
  let best: { readonly angle: number; readonly height: number } | null = null;
  for (const angle of anglesOf(bodies, links)) {
    const height = heightAt(bodies, angle);
    if (best === null || height < best.height - ALIKE) best = { angle, height };
  }
  return best?.angle ?? null;
}

function anglesOf(bodies: readonly Box[], links: Links): number[] {
  return links.flatMap((others, index) =>
    others.flatMap((other) => {
      const [from, to] = [bodies[index], bodies[other]];
      return from === undefined || to === undefined || other < index
        ? []
        : [Math.atan2(to.y - from.y, to.x - from.x)];
    }),
  );
}

/** How high the picture is once it is turned. */
function heightAt(bodies: readonly Box[], angle: number): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [top, bottom] = [Infinity, -Infinity];
  for (const { x, y, above, below } of bodies) {
    const at = y * cos - x * sin;
    top = Math.min(top, at - above);
    bottom = Math.max(bottom, at + below);
  }
  return bottom - top;
}

/**
 * A long thin picture would be a strip too small to read: it is laid in rows that lead to and fro, as an ox
 * ploughs, so that what was beside each other still is. False where it was none.
 */
export function foldLong(bodies: readonly Box[]): boolean {
  const left = bodies.reduce((least, { x }) => Math.min(least, x), 0);
  const width = bodies.reduce((most, { x }) => Math.max(most, x), 0) - left;
  const top = bodies.reduce((least, { y }) => Math.min(least, y), 0);
  const height = bodies.reduce((most, { y }) => Math.max(most, y), 0) - top + ROW_GAP;
  if (width < LONG || width < THIN * height) return false;
  const rows = Math.max(2, Math.round(Math.sqrt(width / height / SHAPE)));
  const row = width / rows;
  for (const body of bodies) {
    const along = body.x - left;
    const index = Math.min(rows - 1, Math.floor(along / row));
    const within = along - index * row;
    body.x = index % 2 === 0 ? within : row - within;
    body.y += index * height;
  }
  return true;
}

/** Turns a picture whose lines run two ways, square to each other, level with these: a grid. False where it is none. */
export function turnSquare(bodies: readonly Box[], links: Links): boolean {
  let [cos, sin, total] = [0, 0, 0];
  links.forEach((others, index) => {
    const from = bodies[index];
    for (const other of others) {
      const to = bodies[other];
      if (from === undefined || to === undefined || other < index) continue;
      // Four times the angle is the same for all four ways of a cross.
      const angle = 4 * Math.atan2(to.y - from.y, to.x - from.x);
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      cos += length * Math.cos(angle);
      sin += length * Math.sin(angle);
      total += length;
    }
  });
  if (Math.hypot(cos, sin) < SQUARE * total) return false;
  const angle = Math.atan2(sin, cos) / 4;
  turn(bodies, { x: 0, y: 0 }, angle);
  return true;
}

function turn(bodies: readonly Box[], centre: Pick<Box, 'x' | 'y'>, angle: number): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const body of bodies) {
    const [dx, dy] = [body.x - centre.x, body.y - centre.y];
    body.x = dx * cos + dy * sin;
    body.y = dy * cos - dx * sin;
  }
}
