/**
 * Orders and heights for a lattice: sweeps from left to right and back, each layer sorted by where its
 * neighbours stand (Sugiyama's barycentre method), blocks and regions kept whole; the sweep with the fewest
 * crossings wins. A fixed number of rounds and stable sorting make it the same every time.
 */
import type { Item, Lattice, Vertex } from './lattice';
import { AREA_FOOT, AREA_HEAD, NOTE_LINE, REGION_FOOT, REGION_HEAD } from './measures';
import { separate } from './separate';

const ITEM_GAP = 26;
const LANE_GAP = 14;
const REGION_GAP = 22;
const ORDER_ROUNDS = 24;
const PLACE_ROUNDS = 40;
const MOST_TURNED = 3;
const PASSING_WEIGHT = 4;
const MANY_CHAINS = 150;

export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export function arrange(lattice: Lattice): void {
  stack(lattice);
  const start = snapshot(lattice);
  let best = { cost: cost(lattice), order: start };
  const starts = 1 << Math.min(lattice.columns.length, lattice.chains.length > MANY_CHAINS ? 1 : MOST_TURNED);
  for (let turned = 0; turned < starts; turned += 1) {
    restore(lattice, start);
    // Sweeps only ever find the nearest good order: try from several, with some of the columns upside down.
    lattice.columns.forEach((column, index) => {
      if ((turned & (1 << index)) !== 0) column.reverse();
    });
    stack(lattice);
    for (let round = 0; round < ORDER_ROUNDS; round += 1) {
      sweep(lattice, round % 2 === 0, true);
      const now = cost(lattice);
      if (now < best.cost) best = { cost: now, order: snapshot(lattice) };
    }
  }
  restore(lattice, best.order);
  for (let round = 0; round < PLACE_ROUNDS; round += 1) sweep(lattice, round % 2 === 0, false);
}

/** From the top of what is drawn of an item to its bottom. */
export function extentOf(item: Item): Extent {
  const vertices = item.layers.flat();
  const head = item.block?.area === null || item.block === null ? 0 : AREA_HEAD;
  const foot = head === 0 ? 0 : AREA_FOOT + NOTE_LINE * (item.block?.notes.length ?? 0);
  if (vertices.length === 0) return { top: 0, bottom: head + foot };
  return {
    top: Math.min(...vertices.map((vertex) => vertex.y - vertex.above)) - head,
    bottom: Math.max(...vertices.map((vertex) => vertex.y + vertex.below)) + foot,
  };
}

function stack(lattice: Lattice): void {
  for (const column of lattice.columns) {
    for (const item of column)
      for (const layer of item.layers)
        spread(
          layer,
          layer.map(() => 0),
        );
    placeItems(
      column,
      column.map(() => 0),
    );
  }
  keepRegionsApart(lattice, new Map());
}

function sweep(lattice: Lattice, rightwards: boolean, sorting: boolean): void {
  const columns = rightwards ? lattice.columns : lattice.columns.toReversed();
  for (const column of columns) {
    for (const item of column) {
      const own = new Set(item.layers.flat());
      for (const layer of rightwards ? item.layers : item.layers.toReversed()) {
        if (sorting) sortBy(layer, (vertex) => sideMean(vertex, rightwards));
        spread(
          layer,
          layer.map((vertex) => inside(vertex, own)),
        );
      }
    }
    if (sorting) sortItems(column, lattice);
    placeItems(column, column.map(pull));
  }
  keepRegionsApart(lattice, regionRanks(lattice));
}

function around(vertex: Vertex): Vertex[] {
  return [...vertex.left, ...vertex.right, ...vertex.beside];
}

function mean(vertices: readonly Vertex[]): number | null {
  if (vertices.length === 0) return null;
  return vertices.reduce((sum, vertex) => sum + vertex.y, 0) / vertices.length;
}

/** Blocks stay small: inside, a vertex follows its neighbours there; the block as a whole follows the others. */
function inside(vertex: Vertex, own: ReadonlySet<Vertex>): number {
  let sum = 0;
  let total = 0;
  for (const other of around(vertex)) {
    if (!own.has(other)) continue;
    const weight = straightness(vertex, other);
    sum += weight * other.y;
    total += weight;
  }
  return total === 0 ? vertex.y : sum / total;
}

/** Long lines are kept straight before short ones (weights of Gansner et al., 1993, section 4). */
function straightness(a: Vertex, b: Vertex): number {
  if (a.node !== null && b.node !== null) return 1;
  return a.node === null && b.node === null ? 8 : 2;
}

function sideMean(vertex: Vertex, rightwards: boolean): number {
  return mean(rightwards ? vertex.left : vertex.right) ?? mean(around(vertex)) ?? vertex.y;
}

function sortBy<T>(list: T[], keyOf: (value: T) => number): void {
  const keyed = list.map((value) => ({ value, key: keyOf(value) }));
  const sorted = keyed.toSorted((a, b) => a.key - b.key);
  sorted.forEach(({ value }, index) => {
    list[index] = value;
  });
}

function spread(layer: readonly Vertex[], desired: readonly number[]): void {
  const distances = layer.map((vertex, index) => vertex.below + (layer[index + 1]?.above ?? 0));
  const weights = layer.map((vertex) => (vertex.node === null ? PASSING_WEIGHT : 1));
  separate(desired, distances, weights).forEach((y, index) => {
    const vertex = layer[index];
    if (vertex !== undefined) vertex.y = y;
  });
}

/** How far an item would move to stand level with what it is linked to outside. */
function pull(item: Item): number {
  const own = new Set(item.layers.flat());
  let sum = 0;
  let count = 0;
  for (const vertex of own) {
    for (const other of around(vertex)) {
      if (own.has(other)) continue;
      sum += other.y - vertex.y;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function wish(item: Item): number {
  const { top, bottom } = extentOf(item);
  return (top + bottom) / 2 + pull(item);
}

function regionRanks(lattice: Lattice): ReadonlyMap<string, number> {
  const wishes = new Map<string, number[]>();
  for (const item of lattice.columns.flat()) {
    if (item.region === null || item.block === null) continue;
    wishes.set(item.region, [...(wishes.get(item.region) ?? []), wish(item)]);
  }
  const sorted = [...wishes].toSorted(([, a], [, b]) => average(a) - average(b));
  return new Map(sorted.map(([region], index) => [region, index]));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sortItems(column: Item[], lattice: Lattice): void {
  const ranks = regionRanks(lattice);
  const rank = (item: Item): number => (item.region === null ? 0 : (ranks.get(item.region) ?? 0));
  sortBy(column, wish);
  sortBy(column, rank);
}

function placeItems(column: readonly Item[], pulls: readonly number[]): void {
  const extents = column.map(extentOf);
  const wishes = extents.map(({ top }, index) => top + (pulls[index] ?? 0));
  const distances = extents.map(
    ({ top, bottom }, index) => bottom - top + gap(column[index], column[index + 1]),
  );
  separate(wishes, distances).forEach((top, index) => {
    const item = column[index];
    if (item !== undefined) move(item, top - (extents[index]?.top ?? 0));
  });
}

function gap(above: Item | undefined, below: Item | undefined): number {
  if (above === undefined || below === undefined) return 0;
  return above.block === null && below.block === null
    ? 0
    : above.block === null || below.block === null
      ? LANE_GAP
      : ITEM_GAP;
}

function move(item: Item, by: number): void {
  for (const vertex of item.layers.flat()) vertex.y += by;
}

/** Regions span columns; one begins where the one above it has ended in every column. */
function keepRegionsApart(lattice: Lattice, ranks: ReadonlyMap<string, number>): void {
  const regions = new Map<string, Item[]>();
  for (const item of lattice.columns.flat()) {
    if (item.region !== null) regions.set(item.region, [...(regions.get(item.region) ?? []), item]);
  }
  const sorted = [...regions].toSorted(([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  let floor = Number.NEGATIVE_INFINITY;
  for (const [, items] of sorted) {
    const top = Math.min(...items.map((item) => extentOf(item).top)) - REGION_HEAD;
    const down = Math.max(0, floor - top);
    for (const item of items) move(item, down);
    floor = Math.max(...items.map((item) => extentOf(item).bottom)) + REGION_FOOT + REGION_GAP;
  }
}

const CROSSING_COST = 1000;

/** Crossings first, then how far lines climb. */
function cost(lattice: Lattice): number {
  let total = 0;
  for (const column of lattice.columns) {
    const exits = column.flatMap((item) => [...(item.layers.at(-1) ?? [])]);
    total += segmentCost(
      exits.flatMap((vertex) => vertex.right.map((other) => [vertex.y, other.y] as const)),
    );
    for (const item of column) {
      for (const layer of item.layers.slice(0, -1)) {
        total += segmentCost(
          layer.flatMap((vertex) => vertex.right.map((other) => [vertex.y, other.y] as const)),
        );
      }
    }
  }
  return total;
}

function segmentCost(segments: readonly (readonly [number, number])[]): number {
  let total = 0;
  segments.forEach(([a, b], index) => {
    total += Math.abs(a - b);
    for (const [c, d] of segments.slice(index + 1)) if ((a - c) * (b - d) < 0) total += CROSSING_COST;
  });
  return total;
}

interface Order {
  readonly columns: readonly (readonly Item[])[];
  readonly layers: ReadonlyMap<Vertex[], readonly Vertex[]>;
  readonly heights: ReadonlyMap<Vertex, number>;
}

function snapshot(lattice: Lattice): Order {
  const layers = lattice.columns.flat().flatMap((item) => item.layers);
  return {
    columns: lattice.columns.map((column) => [...column]),
    layers: new Map(layers.map((layer) => [layer, [...layer]])),
    heights: new Map(layers.flat().map((vertex) => [vertex, vertex.y])),
  };
}

function restore(lattice: Lattice, order: Order): void {
  order.columns.forEach((items, index) => lattice.columns[index]?.splice(0, items.length, ...items));
  for (const [layer, vertices] of order.layers) layer.splice(0, vertices.length, ...vertices);
  for (const [vertex, y] of order.heights) vertex.y = y;
}
