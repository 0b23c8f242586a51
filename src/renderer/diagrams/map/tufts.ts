/** A meshed core placed by distances, and the trees and rings that hang on it put to the side of each node that is widest open. */
import { pushApart, type Box } from './apart';
import type { Links } from './parts';
import { radialPlaces, type Sector } from './radial';
import { stressPositions, type Point } from './stress';
import { forestOf, hangingRings, type Forest } from './trees';
import { turnLevel, turnSquare } from './turn';

/** A tuft: a node of the core with all its trees, or the ring that hangs on it with these, as one box about it. */
interface Tuft extends Box {
  readonly node: number;
  readonly forest: Forest;
  places: ReadonlyMap<number, Point>;
  left: number;
  right: number;
  above: number;
  below: number;
}

/** How much of the opening between a node's links its trees take, and the least and most. */
const SHARE = 0.8;
const NARROWEST = 0.6 * Math.PI;
const WIDEST = 1.6 * Math.PI;

export interface Spacing {
  /** px that neighbours like to be apart. */
  readonly length: number;
  /** px that boxes have to be apart. */
  readonly room: number;
}

export function placeTufted(
  boxes: readonly Box[],
  links: Links,
  isCore: readonly boolean[],
  { length, room }: Spacing,
): void {
  const radius = boxes.map((box) => (Math.hypot(box.left + box.right, box.above + box.below) + room) / 2);
  const rings = hangingRings(links, isCore);
  const hung = new Set([...rings.values()].flatMap((ring) => ring.slice(1)));
  const tufts = boxes.flatMap((_, node): Tuft[] => {
    if (isCore[node] !== true || hung.has(node)) return [];
    const forest = forestOf(rings.get(node) ?? [node], links, isCore);
    const tuft = { node, forest, places: new Map(), x: 0, y: 0, left: 0, right: 0, above: 0, below: 0 };
    open(tuft, boxes, radius, { towards: 0, width: WIDEST });
    return [tuft];
  });
  const index = new Map(tufts.map(({ node }, at) => [node, at]));
  const core = tufts.map(({ node }) => (links[node] ?? []).flatMap((other) => index.get(other) ?? []));
  const size = tufts.reduce((sum, box) => sum + box.left + box.right + box.above + box.below, 0) / 2;
  const points = stressPositions(core, Math.max(length, size / Math.max(1, tufts.length) + room));
  tufts.forEach((tuft, at) => Object.assign(tuft, points[at]));
  if (!turnSquare(tufts, core)) turnLevel(tufts);
  tufts.forEach((tuft, at) => {
    if (tuft.forest.order.length > 1) open(tuft, boxes, radius, openingOf(tufts, core, at));
  });
  pushApart(tufts, room);
  for (const tuft of tufts) {
    for (const [node, { x, y }] of tuft.places)
      Object.assign(boxes[node] ?? {}, { x: tuft.x + x, y: tuft.y + y });
  }
}

function open(tuft: Tuft, boxes: readonly Box[], radius: readonly number[], sector: Sector): void {
  tuft.places =
    tuft.forest.roots.length === 1
      ? radialPlaces(tuft.forest, radius, sector)
      : ringPlaces(tuft, radius, sector.towards);
  Object.assign(tuft, { left: 0, right: 0, above: 0, below: 0 });
  for (const [node, { x, y }] of tuft.places) {
    const box = boxes[node];
    if (box === undefined) continue;
    tuft.left = Math.max(tuft.left, box.left - x);
    tuft.right = Math.max(tuft.right, box.right + x);
    tuft.above = Math.max(tuft.above, box.above - y);
    tuft.below = Math.max(tuft.below, box.below + y);
  }
}

/** A ring about a centre that lies this way from its first node, which is at 0, 0. */
function ringPlaces({ node, forest }: Tuft, radius: readonly number[], towards: number): Map<number, Point> {
  const places = radialPlaces(forest, radius);
  const first = places.get(node) ?? { x: 0, y: 0 };
  const angle = towards + Math.PI - Math.atan2(first.y, first.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return new Map(
    [...places].map(([each, place]) => {
      const [x, y] = [place.x - first.x, place.y - first.y];
      return [each, { x: x * cos - y * sin, y: x * sin + y * cos }];
    }),
  );
}

/** The widest gap between the directions of a node's links. */
function openingOf(tufts: readonly Tuft[], core: Links, at: number): Sector {
  const tuft = tufts[at];
  const angles = (core[at] ?? [])
    .map((other) =>
      Math.atan2((tufts[other]?.y ?? 0) - (tuft?.y ?? 0), (tufts[other]?.x ?? 0) - (tuft?.x ?? 0)),
    )
    .toSorted((a, b) => a - b);
  let best: Sector = { towards: 0, width: 0 };
  angles.forEach((angle, index) => {
    const next = angles[index + 1] ?? (angles[0] ?? 0) + 2 * Math.PI;
    if (next - angle > best.width) best = { towards: (angle + next) / 2, width: next - angle };
  });
  return { ...best, width: Math.min(WIDEST, Math.max(NARROWEST, SHARE * best.width)) };
}
