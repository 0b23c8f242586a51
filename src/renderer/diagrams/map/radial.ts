/**
 * Trees drawn about a centre: every level on a ring, every branch in a sector of its own (the annulus wedges of
 * Eades, 1992), so that no two lines cross. A node with many ends has them about itself, as a flower its petals. Nodes are discs here: what lies in different sectors, or on different rings, cannot touch.
 */
import { petalsAbout, type Petals } from './petals';
import type { Point } from './stress';
import type { Forest } from './trees';

/** From so many ends on, they stand about their node. */
const FLOWER = 5;
/** Between the discs of two levels, px. */
const GAP = 40;
/** A ring is so many times as long as what stands side by side on it. */
const AROUND = 1.1;
const HALVINGS = 30;

export interface Sector {
  /** Angle of its middle, and how wide it is. */
  readonly towards: number;
  readonly width: number;
}

/** So that two branches lead left and right. */
const ALL_ROUND: Sector = { towards: Math.PI / 2, width: 2 * Math.PI };

/**
 * Places by node, about the centre at 0, 0. A single root stands there; several stand in a ring about it, in their order.
 * @param radius of the disc each node needs, px
 */
export function radialPlaces(
  forest: Forest,
  radius: readonly number[],
  sector: Sector = ALL_ROUND,
): Map<number, Point> {
  const flowers = flowersOf(forest, radius);
  const levels = levelsOf(forest, flowers);
  const rings = ringsOf(levels, flowers, forest.roots.length > 1);
  const fits = (scale: number): boolean => needsOf({ levels, rings, flowers, scale }).total <= sector.width;
  let [low, high] = [1, 1];
  while (!fits(high)) [low, high] = [high, 2 * high];
  for (let round = 0; round < HALVINGS && high > low; round += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return placed({ levels, rings, flowers, scale: high }, sector);
}

interface Flower {
  /** Of the disc of the node and its petals. */
  readonly radius: number;
  readonly petals: readonly number[];
  readonly branches: readonly number[];
  /** Where they stand about it. */
  readonly places: Petals;
}

function flowersOf({ children, order }: Forest, radius: readonly number[]): Map<number, Flower> {
  const flowers = new Map<number, Flower>();
  for (const node of order) {
    const own = radius[node] ?? 0;
    const all = children.get(node) ?? [];
    const ends = all.filter((child) => !children.has(child));
    if (ends.length < FLOWER) {
      flowers.set(node, { radius: own, petals: [], branches: all, places: [] });
      continue;
    }
    const petal = ends.reduce((most, end) => Math.max(most, radius[end] ?? 0), 0);
    const places = petalsAbout(own, petal, ends.length);
    flowers.set(node, {
      radius: places.reduce((most, { radius }) => Math.max(most, radius), 0) + petal,
      petals: ends,
      branches: all.filter((child) => children.has(child)),
      places,
    });
  }
  return flowers;
}

type Flowers = ReadonlyMap<number, Flower>;
/** By level, the nodes on it that are no petals, in their order about the centre. */
type Levels = readonly (readonly number[])[];

function levelsOf({ roots }: Forest, flowers: Flowers): Levels {
  const levels: (readonly number[])[] = [];
  for (let level: readonly number[] = roots; level.length > 0;) {
    levels.push(level);
    level = level.flatMap((node) => flowers.get(node)?.branches ?? []);
  }
  return levels;
}

/** Radius of each level's ring. */
function ringsOf(levels: Levels, flowers: Flowers, isRing: boolean): number[] {
  let outer = 0;
  return levels.map((level, depth) => {
    const half = level.reduce((most, node) => Math.max(most, flowers.get(node)?.radius ?? 0), 0);
    const around = level.reduce((sum, node) => sum + 2 * (flowers.get(node)?.radius ?? 0), 0);
    const first = isRing ? Math.max(half, (AROUND * around) / (2 * Math.PI)) : 0;
    const ring = depth === 0 ? first : outer + half + GAP;
    outer = ring + half;
    return ring;
  });
}

interface Wheel {
  readonly levels: Levels;
  readonly rings: readonly number[];
  readonly flowers: Flowers;
  /** Of all rings. */
  readonly scale: number;
}

interface Needs {
  /** The angle that each branch needs. */
  readonly angles: ReadonlyMap<number, number>;
  readonly total: number;
}

function needsOf({ levels, rings, flowers, scale }: Wheel): Needs {
  const angles = new Map<number, number>();
  let total = 0;
  levels.toReversed().forEach((level, back) => {
    const ring = (rings[levels.length - 1 - back] ?? 0) * scale;
    total = 0;
    for (const node of level) {
      const flower = flowers.get(node);
      const inside = (flower?.branches ?? []).reduce((sum, child) => sum + (angles.get(child) ?? 0), 0);
      const own = ring === 0 ? 0 : 2 * Math.asin(Math.min(1, (flower?.radius ?? 0) / ring));
      const needed = Math.max(own, inside);
      angles.set(node, needed);
      total += needed;
    }
  });
  return { angles, total };
}

function placed(wheel: Wheel, sector: Sector): Map<number, Point> {
  const { levels, rings, flowers, scale } = wheel;
  const { angles, total } = needsOf(wheel);
  const places = new Map<number, Point>();
  const sectors = new Map<number, Sector>();
  share(levels[0] ?? [], sector, sector.width / (total || 1), angles, sectors);
  levels.forEach((level, depth) => {
    const ring = (rings[depth] ?? 0) * scale;
    const next = (rings[depth + 1] ?? 0) * scale;
    for (const node of level) {
      const own = sectors.get(node) ?? sector;
      const place = { x: ring * Math.cos(own.towards), y: ring * Math.sin(own.towards) };
      places.set(node, place);
      const flower = flowers.get(node);
      if (flower === undefined) continue;
      putPetals(flower, place, own.towards, places);
      const needed = flower.branches.reduce((sum, child) => sum + (angles.get(child) ?? 0), 0);
      // Within this angle a line to the next ring does not cut into its own ring, where others stand.
      const clear = ring === 0 ? Number.POSITIVE_INFINITY : 2 * Math.acos(ring / next);
      const width = Math.min(own.width, Math.max(needed, clear));
      share(flower.branches, { towards: own.towards, width }, width / (needed || 1), angles, sectors);
    }
  });
  return places;
}

function share(
  nodes: readonly number[],
  { towards, width }: Sector,
  scale: number,
  angles: ReadonlyMap<number, number>,
  sectors: Map<number, Sector>,
): void {
  let at = towards - width / 2;
  for (const node of nodes) {
    const own = (angles.get(node) ?? 0) * scale;
    sectors.set(node, { towards: at + own / 2, width: own });
    at += own;
  }
}

function putPetals(
  { petals, places: petalPlaces }: Flower,
  centre: Point,
  towards: number,
  places: Map<number, Point>,
): void {
  petalPlaces.forEach(({ radius, angle }, index) => {
    const petal = petals[index];
    if (petal === undefined) return;
    places.set(petal, {
      x: centre.x + radius * Math.cos(towards + angle),
      y: centre.y + radius * Math.sin(towards + angle),
    });
  });
}
