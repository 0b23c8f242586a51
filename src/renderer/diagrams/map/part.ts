/**
 * One connected part of a plain network. Small ones: nodes as far apart as they are hops from each other, and
 * untangled; in rows if they have tiers and stay a knot. Larger ones by their shape: trees and rings about a centre, tiers in rows, and what is left as the
 * small ones, with its trees hung on afterwards.
 */
import { pushApart, type Box } from './apart';
import type { Links } from './parts';
import { radialPlaces } from './radial';
import { stressPositions, tightenPositions, type Point } from './stress';
import { allFaults, faults, isKnot, placesOf, setPlaces, tangleOf, touches, type Tangle } from './tangle';
import { tierPlaces } from './tiers';
import { centroidOf, coreOf, forestOf, ringOf } from './trees';
import { placeTufted } from './tufts';
import { foldLong, turnLevel, turnLow } from './turn';
import { untangle } from './untangle';

const LINK_LENGTH = 130;
const ROOM = 12;
/** Up to so many nodes the shape of a part does not matter. */
const SMALL = 60;
/** From so many ends of one node on, it does. */
const CROWD = 16;

/** @param isUntangled whether crossings are taken out where that is possible, which takes its time */
export function placePart(bodies: readonly Box[], links: Links, isUntangled: boolean): void {
  const isExact = (bodies.length > SMALL || isStar(links)) && placeShape(bodies, links);
  if (!isExact) placeByDistance(bodies, links);
  const isFolded = foldLong(bodies);
  pushApart(bodies, ROOM);
  const tangle = isUntangled && !isExact ? tangleOf(bodies, links, LINK_LENGTH, ROOM) : null;
  if (tangle === null) return;
  if (allFaults(tangle) > 0) {
    untangle(tangle);
    const rows = isKnot(tangle) ? tierPlaces(bodies, links, coreOf(links), ROOM) : null;
    if (rows !== null) {
      put(bodies, rows);
      return;
    }
    if (!isFolded) {
      tighten(tangle, links);
      layLevel(tangle, links);
    }
  }
  if (!isFolded && allFaults(tangle) === 0) layLow(tangle, links);
}

/** A tree in which one node has so many ends that distances would put them on each other's lines. */
function isStar(links: Links): boolean {
  const ends = links.map((others) => others.filter((other) => links[other]?.length === 1).length);
  return Math.max(0, ...ends) >= CROWD && !coreOf(links).includes(true);
}

/** What was moved far to clear a crossing comes back as far as it can without one. */
function tighten(tangle: Tangle, links: Links): void {
  const now = tangle.boxes.map((_, node) => faults(tangle, [node]));
  tightenPositions(tangle.boxes, links, LINK_LENGTH, (node) => {
    if (touches(tangle, node)) return false;
    return faults(tangle, [node], (now[node] ?? 0) + 1e-6) <= (now[node] ?? 0);
  });
}

/** Untangled, it may stand upright: it is turned level again, unless that brings faults. */
function layLevel(tangle: Tangle, links: Links): void {
  const { boxes } = tangle;
  const [before, had] = [placesOf(boxes), allFaults(tangle)];
  turnLevel(boxes);
  pushApart(boxes, ROOM);
  if (allFaults(tangle) > had) setPlaces(boxes, before);
  else tighten(tangle, links);
}

/** One that is as wide as long has a link laid level, unless that brings faults. */
function layLow(tangle: Tangle, links: Links): void {
  const { boxes } = tangle;
  const before = placesOf(boxes);
  if (!turnLow(boxes, links)) return;
  pushApart(boxes, ROOM);
  if (allFaults(tangle) > 0) setPlaces(boxes, before);
}

function placeByDistance(bodies: readonly Box[], links: Links): void {
  if (bodies.length > SMALL) {
    placeTufted(bodies, links, coreOf(links), { length: LINK_LENGTH, room: ROOM });
    return;
  }
  put(bodies, stressPositions(links, LINK_LENGTH));
  turnLevel(bodies);
}

/** Trees, rings and tiers. False where it is none of these. */
function placeShape(bodies: readonly Box[], links: Links): boolean {
  const isCore = coreOf(links);
  const roots = isCore.includes(true) ? ringOf(links, isCore) : [centroidOf(links)];
  if (roots === null) {
    const places = tierPlaces(bodies, links, isCore, ROOM);
    if (places !== null) put(bodies, places);
    return places !== null;
  }
  const radii = bodies.map(
    ({ left, right, above, below }) => (Math.hypot(left + right, above + below) + ROOM) / 2,
  );
  const places = radialPlaces(forestOf(roots, links, isCore), radii);
  put(
    bodies,
    bodies.map((_, index) => places.get(index) ?? { x: 0, y: 0 }),
  );
  // The discs were about the middle of what is drawn of a node, which is beneath the middle of its sign.
  for (const body of bodies) body.y -= (body.below - body.above) / 2;
  return true;
}

function put(bodies: readonly Box[], points: readonly Point[]): void {
  bodies.forEach((body, index) => Object.assign(body, points[index]));
}
