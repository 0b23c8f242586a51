/**
 * Takes crossings out of a small map, and lines off nodes they do not end at: node after node tries places about it
 * and about its neighbours, and the places of others, and moves where its lines are clearest (as simulated annealing
 * does in Davidson and Harel, 1996, but without chance and downhill only). A fixed number of rounds.
 */
import type { Box } from './apart';
import { allFaults, CROSSING, faults, placesOf, setPlaces, touches, type Place, type Tangle } from './tangle';

const ROUNDS = 10;
/** Places tried in all for one stretch: what bounds the time. */
const MOST_TRIES = 16_000;
const DIRECTIONS = 12;
const REACHES = [0.4, 0.8, 1.4, 2.2, 3.2];
/** Downhill leads to another valley where lines may be longer: the best of these is taken. */
const STRETCHES = [1, 0.8, 1.7];
/** For every link length by which a line is longer or shorter than that. */
const LENGTH = 1.2;

interface Search extends Tangle {
  /** How many places may still be tried. */
  tries: number;
}

export function untangle(tangle: Tangle): void {
  const { boxes } = tangle;
  const start = placesOf(boxes);
  let best: { readonly places: readonly Place[]; readonly faults: number } | null = null;
  for (const stretch of STRETCHES) {
    setPlaces(boxes, start);
    downhill({ ...tangle, length: tangle.length * stretch, tries: MOST_TRIES });
    const left = allFaults(tangle);
    if (best === null || left < best.faults) best = { places: placesOf(boxes), faults: left };
    if (left === 0) break;
  }
  if (best !== null) setPlaces(boxes, best.places);
}

function downhill(search: Search): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (search.tries <= 0 || !hasFaults(search)) return;
    let moved = false;
    for (let node = 0; node < search.boxes.length; node += 1) {
      if (search.tries <= 0) return;
      moved = moveToBest(search, node, round) || swapWithBest(search, node) || moved;
    }
    if (!moved) return;
  }
}

function hasFaults(search: Search): boolean {
  return search.boxes.some((_, node) => faults(search, [node], CROSSING) > 0);
}

/** Half a step further round in every other round, so that other places come into question. */
function moveToBest(search: Search, node: number, round: number): boolean {
  const { boxes, own, length } = search;
  const box = boxes[node];
  if (box === undefined) return false;
  const start = { x: box.x, y: box.y };
  const around = (own[node] ?? []).flatMap(([a, b]) => boxes[a === node ? b : a] ?? []);
  const centres = [start, ...(around.length === 0 ? [] : [meanOf(around)])];
  if (faults(search, [node]) === 0) return false;
  let best = { ...start, cost: cost(search, [node]) };
  for (const centre of centres) {
    for (const reach of REACHES) {
      for (let step = 0; step < DIRECTIONS; step += 1) {
        const angle = ((step + (round % 2) / 2) / DIRECTIONS) * 2 * Math.PI;
        box.x = centre.x + reach * length * Math.cos(angle);
        box.y = centre.y + reach * length * Math.sin(angle);
        search.tries -= 1;
        if (touches(search, node)) continue;
        const now = cost(search, [node], best.cost);
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

function swapWithBest(search: Search, node: number): boolean {
  if (faults(search, [node]) === 0) return false;
  const { boxes } = search;
  let partner = -1;
  let most = 1e-6;
  for (let other = 0; other < boxes.length; other += 1) {
    if (other === node) continue;
    search.tries -= 1;
    const before = cost(search, [node, other]);
    swap(boxes, node, other);
    const gain =
      touches(search, node) || touches(search, other) ? 0 : before - cost(search, [node, other], before);
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
