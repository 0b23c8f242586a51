/**
 * Places in the plane whose distances are as near as can be to the distances in the graph: pivot MDS
 * (Brandes and Pich, 2007) for a good start, then stress majorisation (Gansner, Koren and North, 2005) with
 * a fixed number of rounds. No chance is involved, so the same graph always gives the same places.
 */
const PIVOTS = 24;
const POWER_ROUNDS = 60;
const STRESS_ROUNDS = 80;

export interface Point {
  x: number;
  y: number;
}

/** `links[i]` lists the neighbours of node i. Neighbours come to stand about `length` px apart. */
export function stressPositions(links: readonly (readonly number[])[], length: number): Point[] {
  const count = links.length;
  const distances = links.map((_, index) => hopsFrom(index, links));
  // Parts that are not joined stand a little farther apart than anything within one.
  const farthest = Math.max(
    0,
    ...distances.map((row) => row.reduce((most, hops) => Math.max(most, hops), 0)),
  );
  for (const row of distances) for (let i = 0; i < count; i += 1) if (row[i] === -1) row[i] = farthest + 2;
  const points = pivotScaling(distances);
  for (let round = 0; round < STRESS_ROUNDS; round += 1) majorise(points, distances);
  for (const point of points) {
    point.x *= length;
    point.y *= length;
  }
  return points;
}

/** Hops to every node, -1 where there is no way. */
function hopsFrom(start: number, links: readonly (readonly number[])[]): Int32Array {
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

function pivotScaling(distances: readonly Int32Array[]): Point[] {
  const count = distances.length;
  const pivots = choosePivots(distances);
  const squares = distances.map((row) => pivots.map((pivot) => (row[pivot] ?? 0) ** 2));
  const columnMeans = pivots.map((_, k) => squares.reduce((sum, row) => sum + (row[k] ?? 0), 0) / count);
  const all = columnMeans.reduce((sum, value) => sum + value, 0) / pivots.length;
  const centred = squares.map((row) => {
    const own = row.reduce((sum, value) => sum + value, 0) / row.length;
    return row.map((value, k) => (own + (columnMeans[k] ?? 0) - all - value) / 2);
  });
  const first = principal(centred, pivots.length, null);
  const second = principal(centred, pivots.length, first);
  const start = centred.map((row) => ({ x: dot(row, first), y: dot(row, second) }));
  const scale = bestScale(start, distances);
  return start.map(({ x, y }, index) => {
    // Nodes with equal distances to all pivots would coincide for ever; a spiral keeps them apart.
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    return { x: x * scale + 0.05 * Math.cos(angle), y: y * scale + 0.05 * Math.sin(angle) };
  });
}

/** Each as far as possible from those before it. */
function choosePivots(distances: readonly Int32Array[]): number[] {
  const nearest = Array.from({ length: distances.length }, () => Number.POSITIVE_INFINITY);
  const pivots: number[] = [];
  let next = 0;
  while (pivots.length < Math.min(PIVOTS, distances.length)) {
    pivots.push(next);
    const row = distances[next];
    for (let i = 0; i < nearest.length; i += 1) nearest[i] = Math.min(nearest[i] ?? 0, row?.[i] ?? 0);
    next = nearest.indexOf(Math.max(...nearest));
  }
  return pivots;
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
      const weight = dot(row, vector);
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

/** The factor that brings distances in the plane nearest to hops, by least squares. */
function bestScale(points: readonly Point[], distances: readonly Int32Array[]): number {
  let [together, squares] = [0, 0];
  points.forEach((a, i) => {
    points.forEach((b, j) => {
      const length = Math.hypot(a.x - b.x, a.y - b.y);
      together += length * (distances[i]?.[j] ?? 0);
      squares += length * length;
    });
  });
  return squares === 0 ? 0 : together / squares;
}

/** One round: every node moves to the weighted mean of where the others want it. */
function majorise(points: readonly Point[], distances: readonly Int32Array[]): void {
  points.forEach((point, i) => {
    const row = distances[i];
    let [x, y, total] = [0, 0, 0];
    points.forEach((other, j) => {
      const wanted = row?.[j] ?? 0;
      if (wanted === 0) return;
      const weight = 1 / (wanted * wanted);
      const [dx, dy] = [point.x - other.x, point.y - other.y];
      const now = Math.hypot(dx, dy) || 1e-6;
      x += weight * (other.x + (wanted * dx) / now);
      y += weight * (other.y + (wanted * dy) / now);
      total += weight;
    });
    if (total === 0) return;
    point.x = x / total;
    point.y = y / total;
  });
}
