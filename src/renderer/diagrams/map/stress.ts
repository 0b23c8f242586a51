/**
 * Places in the plane whose distances are as near as can be to the distances in the graph: pivot MDS (Brandes
 * and Pich, 2007) for a good start, then stress majorisation (Gansner, Koren and North, 2005) with a fixed
 * number of rounds. In large graphs a node minds its neighbours and some pivots, each of which speaks for the
 * nodes about it (the sparse stress model of Ortmann, Klimenta and Brandes, 2017), so that time grows with the
 * number of links. No chance is involved: the same graph always gives the same places.
 */
const START_PIVOTS = 24;
const SPARSE_PIVOTS = 60;
const POWER_ROUNDS = 60;
const STRESS_ROUNDS = 80;
const SPARSE_ROUNDS = 50;
const TIGHTEN_ROUNDS = 60;
/** Of the way to where a node is wanted, the first that is allowed is taken. */
const SHARES = [1, 0.5, 0.2, 0.05];
/** Up to so many nodes every pair counts. */
const ALL_PAIRS = 300;

export interface Point {
  x: number;
  y: number;
}

type Links = readonly (readonly number[])[];

/** `links[i]` lists the neighbours of node i. Neighbours come to stand about `length` px apart. */
export function stressPositions(links: Links, length: number): Point[] {
  const count = links.length;
  if (count === 0) return [];
  const pivots = choosePivots(links, count <= ALL_PAIRS ? count : SPARSE_PIVOTS);
  const points = pivotScaling(pivots.slice(0, START_PIVOTS), count);
  const terms = count <= ALL_PAIRS ? allTerms(pivots, count) : sparseTerms(pivots, links);
  const rounds = count <= ALL_PAIRS ? STRESS_ROUNDS : SPARSE_ROUNDS;
  majorise(points, terms, rounds);
  for (const point of points) {
    point.x *= length;
    point.y *= length;
  }
  return points;
}

interface Pivot {
  readonly node: number;
  /** Hops from it to every node. */
  readonly hops: Int32Array;
}

/** Each as far as possible from those before it; parts that are not joined a little farther than any within one. */
function choosePivots(links: Links, wanted: number): Pivot[] {
  const nearest = new Float64Array(links.length).fill(Number.POSITIVE_INFINITY);
  const pivots: Pivot[] = [];
  let farthest = 0;
  for (let next = 0; pivots.length < wanted;) {
    const hops = hopsFrom(next, links);
    pivots.push({ node: next, hops });
    nearest[next] = -1;
    for (let i = 0; i < nearest.length; i += 1) {
      const distance = hops[i] ?? 0;
      farthest = Math.max(farthest, distance);
      nearest[i] = Math.min(nearest[i] ?? 0, distance === -1 ? links.length : distance);
    }
    next = nearest.reduce((best, distance, i) => (distance > (nearest[best] ?? 0) ? i : best), 0);
  }
  for (const { hops } of pivots) {
    for (let i = 0; i < hops.length; i += 1) if (hops[i] === -1) hops[i] = farthest + 2;
  }
  return pivots;
}

/** Hops to every node, -1 where there is no way. */
function hopsFrom(start: number, links: Links): Int32Array {
  const hops = new Int32Array(links.length).fill(-1);
  hops[start] = 0;
  const queue = [start];
  for (const next of queue) {
    for (const other of links[next] ?? []) {
      if (hops[other] !== -1) continue;
      hops[other] = (hops[next] ?? 0) + 1;
      queue.push(other);
    }
  }
  return hops;
}

function pivotScaling(pivots: readonly Pivot[], count: number): Point[] {
  const squares = Array.from({ length: count }, (_, i) => pivots.map(({ hops }) => (hops[i] ?? 0) ** 2));
  const columnMeans = pivots.map((_, k) => squares.reduce((sum, row) => sum + (row[k] ?? 0), 0) / count);
  const all = columnMeans.reduce((sum, value) => sum + value, 0) / pivots.length;
  const centred = squares.map((row) => {
    const own = row.reduce((sum, value) => sum + value, 0) / row.length;
    return row.map((value, k) => (own + (columnMeans[k] ?? 0) - all - value) / 2);
  });
  const first = principal(centred, pivots.length, null);
  const second = principal(centred, pivots.length, first);
  const start = centred.map((row) => ({ x: dot(row, first), y: dot(row, second) }));
  const scale = bestScale(start, pivots);
  return start.map(({ x, y }, index) => {
    // Nodes with equal distances to all pivots would coincide for ever; a spiral keeps them apart.
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    return { x: x * scale + 0.05 * Math.cos(angle), y: y * scale + 0.05 * Math.sin(angle) };
  });
}

/** Principal direction of the rows by power iteration. */
function principal(
  rows: readonly (readonly number[])[],
  size: number,
  except: readonly number[] | null,
): number[] {
  let vector = Array.from({ length: size }, (_, k) => 1 + (k % 3) / 7);
  for (let round = 0; round < POWER_ROUNDS; round += 1) {
    if (except !== null) {
      const scale = dot(vector, except) / (dot(except, except) || 1);
      vector = vector.map((value, k) => value - scale * (except[k] ?? 0));
    }
    const next = Array.from({ length: size }, () => 0);
    for (const row of rows) {
      let weight = 0;
      for (let k = 0; k < size; k += 1) weight += (row[k] ?? 0) * (vector[k] ?? 0);
      for (let k = 0; k < size; k += 1) next[k] = (next[k] ?? 0) + weight * (row[k] ?? 0);
    }
    const norm = Math.sqrt(dot(next, next));
    if (norm < 1e-9) return Array.from({ length: size }, () => 0);
    vector = next.map((value) => value / norm);
  }
  return vector;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function distanceOf(a: Point, b: Point): number {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  return Math.sqrt(dx * dx + dy * dy);
}

/** The factor that brings distances in the plane nearest to hops, by least squares. */
function bestScale(points: readonly Point[], pivots: readonly Pivot[]): number {
  let [together, squares] = [0, 0];
  for (const { node, hops } of pivots) {
    const pivot = points[node];
    if (pivot === undefined) continue;
    points.forEach((point, i) => {
      const length = distanceOf(pivot, point);
      together += length * (hops[i] ?? 0);
      squares += length * length;
    });
  }
  return squares === 0 ? 0 : together / squares;
}

/** How far apart each node wants to stand from some others: those of node i from `start[i]` to `start[i + 1]`. */
interface Terms {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly distance: Float64Array;
  readonly weight: Float64Array;
}

interface Term {
  readonly other: number;
  readonly distance: number;
  readonly weight: number;
}

function termsOf(rows: readonly (readonly Term[])[]): Terms {
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const terms = {
    start: new Int32Array(rows.length + 1),
    other: new Int32Array(total),
    distance: new Float64Array(total),
    weight: new Float64Array(total),
  };
  let at = 0;
  rows.forEach((row, i) => {
    for (const term of row) {
      terms.other[at] = term.other;
      terms.distance[at] = term.distance;
      terms.weight[at] = term.weight;
      at += 1;
    }
    terms.start[i + 1] = at;
  });
  return terms;
}

function allTerms(pivots: readonly Pivot[], count: number): Terms {
  const rows: Term[][] = Array.from({ length: count }, () => []);
  for (const { node, hops } of pivots) {
    hops.forEach((distance, i) => {
      if (i !== node) rows[i]?.push({ other: node, distance, weight: 1 / (distance * distance) });
    });
  }
  for (const row of rows) row.sort((a, b) => a.other - b.other);
  return termsOf(rows);
}

function sparseTerms(pivots: readonly Pivot[], links: Links): Terms {
  const rows: Term[][] = links.map((others, i) =>
    [...new Set(others)].flatMap((other) => (other === i ? [] : [{ other, distance: 1, weight: 1 }])),
  );
  const speaking = regionsOf(pivots, links.length);
  pivots.forEach(({ node, hops }, at) => {
    const within = speaking[at] ?? [];
    hops.forEach((distance, i) => {
      if (distance < 2) return;
      // It speaks for those of its region that are at most half as far from it.
      const half = Math.min(Math.floor(distance / 2), within.length - 1);
      rows[i]?.push({ other: node, distance, weight: (within[half] ?? 1) / (distance * distance) });
    });
  });
  return termsOf(rows);
}

/** For each pivot: how many nodes nearest to it are at most 0, 1, 2, ... hops away. */
function regionsOf(pivots: readonly Pivot[], count: number): number[][] {
  const regions = pivots.map((): number[] => []);
  for (let i = 0; i < count; i += 1) {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    pivots.forEach(({ hops }, at) => {
      const distance = hops[i] ?? 0;
      if (distance < least) [best, least] = [at, distance];
    });
    const region = regions[best];
    if (region === undefined) continue;
    while (region.length <= least) region.push(0);
    region[least] = (region[least] ?? 0) + 1;
  }
  for (const region of regions) {
    for (let hops = 1; hops < region.length; hops += 1) {
      region[hops] = (region[hops] ?? 0) + (region[hops - 1] ?? 0);
    }
  }
  return regions;
}

/** Every node moves to the weighted mean of where the others want it, round after round. */
function majorise(points: readonly Point[], terms: Terms, rounds: number): void {
  const xs = Float64Array.from(points, ({ x }) => x);
  const ys = Float64Array.from(points, ({ y }) => y);
  const wish = { x: 0, y: 0 };
  for (let turn = 0; turn < rounds * points.length; turn += 1) {
    const i = turn % points.length;
    if (!wished(wish, i, xs, ys, terms)) continue;
    xs[i] = wish.x;
    ys[i] = wish.y;
  }
  points.forEach((point, i) => {
    point.x = xs[i] ?? 0;
    point.y = ys[i] ?? 0;
  });
}

/** Puts into `wish` where the others want node i. False where none of them minds. */
function wished(
  wish: Point,
  i: number,
  xs: Float64Array,
  ys: Float64Array,
  { start, other, distance, weight }: Terms,
): boolean {
  const [ownX, ownY] = [xs[i] ?? 0, ys[i] ?? 0];
  let x = 0;
  let y = 0;
  let total = 0;
  const end = start[i + 1] ?? 0;
  for (let at = start[i] ?? 0; at < end; at += 1) {
    const from = other[at] ?? 0;
    const wanted = distance[at] ?? 0;
    const share = weight[at] ?? 0;
    const fromX = xs[from] ?? 0;
    const fromY = ys[from] ?? 0;
    const dx = ownX - fromX;
    const dy = ownY - fromY;
    const scale = wanted / (Math.sqrt(dx * dx + dy * dy) || 1e-6);
    x += share * (fromX + scale * dx);
    y += share * (fromY + scale * dy);
    total += share;
  }
  if (total === 0) return false;
  wish.x = x / total;
  wish.y = y / total;
  return true;
}

/**
 * Moves points that stand already nearer to the distances in the graph, one after another and some of the way, wherever
 * `isAllowed` says that one may stand where it now is.
 * @param links of at most ALL_PAIRS nodes @param length px between neighbours
 */
export function tightenPositions(
  points: readonly Point[],
  links: Links,
  length: number,
  isAllowed: (i: number) => boolean,
): void {
  const terms = allTerms(choosePivots(links, links.length), links.length);
  const xs = Float64Array.from(points, ({ x }) => x / length);
  const ys = Float64Array.from(points, ({ y }) => y / length);
  const wish = { x: 0, y: 0 };
  for (let turn = 0; turn < TIGHTEN_ROUNDS * points.length; turn += 1) {
    const i = turn % points.length;
    const point = points[i];
    if (point === undefined || !wished(wish, i, xs, ys, terms)) continue;
    const { x, y } = point;
    for (const share of SHARES) {
      point.x = x + share * (wish.x * length - x);
      point.y = y + share * (wish.y * length - y);
      if (isAllowed(i)) break;
      point.x = x;
      point.y = y;
    }
    xs[i] = point.x / length;
    ys[i] = point.y / length;
  }
}
