/** What is wrong with the places of the nodes of a small map: lines that cross, lines over nodes, nodes that touch. */
import type { Box } from './apart';

/** What is larger is left as it is: the time is that of nodes times links. */
const MOST_NODES = 120;
const MOST_LINKS = 260;
/** What a fault costs, in link lengths. */
export const CROSSING = 10;
const OVER_NODE = 8;

export type Link = readonly [number, number];

export interface Tangle {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  /** Links of each node. */
  readonly own: readonly (readonly Link[])[];
  /** That neighbours like to be apart, px. */
  readonly length: number;
  /** That boxes have to be apart, px. */
  readonly room: number;
}

/** Of so many nodes and links one can find and mend the faults in a moment. */
export function canUntangle(nodes: number, links: number): boolean {
  return nodes <= MOST_NODES && links <= MOST_LINKS;
}

/** Null where it is too large. */
export function tangleOf(
  boxes: readonly Box[],
  neighbours: readonly (readonly number[])[],
  length: number,
  room: number,
): Tangle | null {
  const links = neighbours.flatMap((others, a) =>
    [...new Set(others)].flatMap((b): Link[] => (a < b ? [[a, b]] : [])),
  );
  if (!canUntangle(boxes.length, links.length)) return null;
  const own = boxes.map((_, node) => links.filter((link) => link.includes(node)));
  return { boxes, links, own, length, room };
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function placesOf(boxes: readonly Box[]): Place[] {
  return boxes.map(({ x, y }) => ({ x, y }));
}

export function setPlaces(boxes: readonly Box[], places: readonly Place[]): void {
  boxes.forEach((box, index) => Object.assign(box, places[index]));
}

export function allFaults(tangle: Tangle): number {
  return tangle.boxes.reduce((sum, _, node) => sum + faults(tangle, [node]), 0);
}

/** Whether a line runs over a node, or lines cross more often than there are lines: nobody can follow them. */
export function isKnot({ boxes, links }: Tangle): boolean {
  const isOver = links.some((link) =>
    boxes.some((_, node) => !link.includes(node) && runsOver(boxes, link, node)),
  );
  if (isOver) return true;
  const crossings = links.reduce(
    (sum, link, index) => sum + links.slice(index + 1).filter((other) => cross(boxes, link, other)).length,
    0,
  );
  return crossings > links.length;
}

export function touches({ boxes, room }: Tangle, node: number): boolean {
  const box = boxes[node];
  return boxes.some(
    (other, index) =>
      index !== node &&
      box !== undefined &&
      box.x - box.left < other.x + other.right + room &&
      other.x - other.left < box.x + box.right + room &&
      box.y - box.above < other.y + other.below + room &&
      other.y - other.above < box.y + box.below + room,
  );
}

/** What the faults about these nodes cost; at least `limit` where it is no less. */
export function faults(
  { boxes, links, own }: Tangle,
  nodes: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): number {
  let total = 0;
  for (const node of nodes) {
    const box = boxes[node];
    if (box === undefined) continue;
    for (const link of own[node] ?? []) {
      for (const other of links) if (cross(boxes, link, other)) total += CROSSING;
      if (total >= limit) return total;
      for (let index = 0; index < boxes.length; index += 1) {
        if (index !== link[0] && index !== link[1] && runsOver(boxes, link, index)) total += OVER_NODE;
      }
      if (total >= limit) return total;
    }
    for (const link of links) {
      if (link[0] !== node && link[1] !== node && runsOver(boxes, link, node)) total += OVER_NODE;
    }
  }
  return total;
}

function cross(boxes: readonly Box[], [a, b]: Link, [c, d]: Link): boolean {
  if (a === c || a === d || b === c || b === d) return false;
  const [p, q, r, s] = [boxes[a], boxes[b], boxes[c], boxes[d]];
  if (p === undefined || q === undefined || r === undefined || s === undefined) return false;
  return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}

function turn(a: Box, b: Box, c: Box): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Whether a line passes the box of a node: it comes near, and the corners do not all lie on one side of it. */
function runsOver(boxes: readonly Box[], [a, b]: Link, node: number): boolean {
  const [from, to, box] = [boxes[a], boxes[b], boxes[node]];
  if (from === undefined || to === undefined || box === undefined) return false;
  const [left, right] = [box.x - box.left, box.x + box.right];
  const [top, bottom] = [box.y - box.above, box.y + box.below];
  if (Math.max(from.x, to.x) <= left || Math.min(from.x, to.x) >= right) return false;
  if (Math.max(from.y, to.y) <= top || Math.min(from.y, to.y) >= bottom) return false;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const base = dy * from.x - dx * from.y;
  const one = dy * left - dx * top - base;
  const two = dy * right - dx * top - base;
  const three = dy * left - dx * bottom - base;
  const four = dy * right - dx * bottom - base;
  return Math.min(one, two, three, four) < 0 && Math.max(one, two, three, four) > 0;
}
