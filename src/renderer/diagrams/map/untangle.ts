/**
 * Takes crossings out of a small map, and lines off nodes they do not end at: node after node tries places about it
 * and about its neighbours, and the places of others, and moves where its lines are clearest (as simulated annealing
 * does in Davidson and Harel, 1996, but without chance and downhill only). A fixed number of rounds.
 */
import type { Box } from './apart';

/** Larger maps stay as they are: the time is that of nodes times links. */
const MOST_NODES = 120;
const MOST_LINKS = 260;
const ROUNDS = 10;
/** Places tried in all for one stretch: what bounds the time. */
const MOST_TRIES = 16_000;
const DIRECTIONS = 12;
const REACHES = [0.4, 0.8, 1.4, 2.2, 3.2];
/** Downhill leads to another valley where lines may be longer: the best of these is taken. */
const STRETCHES = [1, 0.8, 1.7];
const CROSSING = 10;
const OVER_NODE = 8;
/** For every link length by which a line is longer or shorter than that. */
const LENGTH = 1.2;

type Link = readonly [number, number];

interface Tangle {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  /** Links of each node. */
  readonly own: readonly (readonly Link[])[];
  readonly length: number;
  readonly room: number;
  /** How many places may still be tried. */
  tries: number;
}

export function canUntangle(nodes: number, links: number): boolean {
  return nodes <= MOST_NODES && links <= MOST_LINKS;
}

/** @param length px that neighbours like to be apart @param room px that boxes have to be apart */
export function untangle(
  boxes: readonly Box[],
  neighbours: readonly (readonly number[])[],
  length: number,
  room: number,
): void {
  const links = neighbours.flatMap((others, a) =>
    [...new Set(others)].flatMap((b): Link[] => (a < b ? [[a, b]] : [])),
  );
  if (!canUntangle(boxes.length, links.length)) return;
  const own = boxes.map((_, node) => links.filter((link) => link.includes(node)));
  const start = placesOf(boxes);
  let best: { readonly places: readonly Place[]; readonly faults: number } | null = null;
  for (const stretch of STRETCHES) {
    setPlaces(boxes, start);
    const tangle = { boxes, links, own, length: length * stretch, room, tries: MOST_TRIES };
    downhill(tangle);
    const left = boxes.reduce((sum, _, node) => sum + faults(tangle, [node]), 0);
    if (best === null || left < best.faults) best = { places: placesOf(boxes), faults: left };
    if (left === 0) break;
  }
  if (best !== null) setPlaces(boxes, best.places);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function placesOf(boxes: readonly Box[]): Place[] {
  return boxes.map(({ x, y }) => ({ x, y }));
}

function setPlaces(boxes: readonly Box[], places: readonly Place[]): void {
  boxes.forEach((box, index) => Object.assign(box, places[index]));
}

function downhill(tangle: Tangle): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (tangle.tries <= 0 || !hasFaults(tangle)) return;
    let moved = false;
    for (let node = 0; node < tangle.boxes.length; node += 1) {
      if (tangle.tries <= 0) return;
      moved = moveToBest(tangle, node, round) || swapWithBest(tangle, node) || moved;
    }
    if (!moved) return;
  }
}

function hasFaults(tangle: Tangle): boolean {
  return tangle.boxes.some((_, node) => faults(tangle, [node], CROSSING) > 0);
}

/** Half a step further round in every other round, so that other places come into question. */
function moveToBest(tangle: Tangle, node: number, round: number): boolean {
  const { boxes, own, length } = tangle;
  const box = boxes[node];
  if (box === undefined) return false;
  const start = { x: box.x, y: box.y };
  const around = (own[node] ?? []).flatMap(([a, b]) => boxes[a === node ? b : a] ?? []);
  const centres = [start, ...(around.length === 0 ? [] : [meanOf(around)])];
  if (faults(tangle, [node]) === 0) return false;
  let best = { ...start, cost: cost(tangle, [node]) };
  for (const centre of centres) {
    for (const reach of REACHES) {
      for (let step = 0; step < DIRECTIONS; step += 1) {
        const angle = ((step + (round % 2) / 2) / DIRECTIONS) * 2 * Math.PI;
        box.x = centre.x + reach * length * Math.cos(angle);
        box.y = centre.y + reach * length * Math.sin(angle);
        tangle.tries -= 1;
        if (touches(tangle, node)) continue;
        const now = cost(tangle, [node], best.cost);
        if (now < best.cost - 1e-6) best = { x: box.x, y: box.y, cost: now };
      }
    }
  }
  box.x = best.x;
  box.y = best.y;
  return best.x !== start.x || best.y !== start.y;
}

function meanOf(boxes: readonly Box[]): Place {
  return {
    x: boxes.reduce((sum, { x }) => sum + x, 0) / boxes.length,
    y: boxes.reduce((sum, { y }) => sum + y, 0) / boxes.length,
  };
}

function swapWithBest(tangle: Tangle, node: number): boolean {
  if (faults(tangle, [node]) === 0) return false;
  const { boxes } = tangle;
  let partner = -1;
  let most = 1e-6;
  for (let other = 0; other < boxes.length; other += 1) {
    if (other === node) continue;
    tangle.tries -= 1;
    const before = cost(tangle, [node, other]);
    swap(boxes, node, other);
    const gain =
      touches(tangle, node) || touches(tangle, other) ? 0 : before - cost(tangle, [node, other], before);
    swap(boxes, node, other);
    if (gain > most) [partner, most] = [other, gain];
  }
  if (partner === -1) return false;
  swap(boxes, node, partner);
  return true;
}

function swap(boxes: readonly Box[], a: number, b: number): void {
  const [first, second] = [boxes[a], boxes[b]];
  if (first === undefined || second === undefined) return;
  [first.x, second.x] = [second.x, first.x];
  [first.y, second.y] = [second.y, first.y];
}

function touches({ boxes, room }: Tangle, node: number): boolean {
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

/** What the places of these nodes cost; at least `limit` where it is no less. */
function cost(tangle: Tangle, nodes: readonly number[], limit = Number.POSITIVE_INFINITY): number {
  const { boxes, own, length } = tangle;
  let total = 0;
  for (const node of nodes) {
    for (const [a, b] of own[node] ?? []) {
      const [from, to] = [boxes[a], boxes[b]];
      if (from === undefined || to === undefined) continue;
      const [dx, dy] = [from.x - to.x, from.y - to.y];
      total += LENGTH * Math.abs(Math.sqrt(dx * dx + dy * dy) / length - 1);
    }
  }
  return total + faults(tangle, nodes, limit - total);
}

function faults(
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
