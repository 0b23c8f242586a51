/**
 * Shortest paths from one router through the OSPF graph (RFC 2328 section 16.1), with every equal-cost
 * first hop. A binary heap on typed arrays; at equal distance subnets come before routers, so that a
 * router's first hops are complete before it passes them on.
 */
import type { OspfGraph } from './ospf-graph';

export const UNREACHED = 0xffffffff;

/** A first hop: the own interface a path leaves by, and the interface of the first router on it. */
export interface FirstHop {
  readonly egress: number;
  readonly neighbor: number;
}

export interface ShortestPaths {
  /** Distance of each vertex; UNREACHED where there is no path. */
  readonly distance: Uint32Array;
  /** First hops to each vertex, as a set's number; set 0 is empty: that of the source and its own subnets. */
  readonly hopSet: Uint32Array;
  readonly hopSets: readonly (readonly FirstHop[])[];
  /** For the source's own subnets: the interface in it (-1 elsewhere). */
  readonly ownInterface: Int32Array;
}

/** Number of the empty set. */
const NONE = 0;
/** Two indexes below this make one exact number. */
const PAIR = 2 ** 26;

export function shortestPaths(graph: OspfGraph, source: number): ShortestPaths {
  const { vertexCount, routerCount, offsets, targets, costs, via } = graph;
  const distance = new Uint32Array(vertexCount).fill(UNREACHED);
  const ownInterface = new Int32Array(vertexCount).fill(-1);
  const hopSet = new Uint32Array(vertexCount);
  const sets = new HopSets();
  const settled = new Uint8Array(vertexCount);
  const heap = new VertexHeap(routerCount, vertexCount);
  distance[source] = 0;
  heap.push(source, 0);
  for (let vertex = heap.pop(); vertex !== -1; vertex = heap.pop()) {
    if (settled[vertex] === 1) continue;
    settled[vertex] = 1;
    const reached = distance[vertex] ?? UNREACHED;
    const end = offsets[vertex + 1] ?? 0;
    for (let edge = offsets[vertex] ?? 0; edge < end; edge++) {
      const target = targets[edge] ?? 0;
      if (target === source) continue;
      const candidate = reached + (costs[edge] ?? 0);
      const known = distance[target] ?? UNREACHED;
      if (candidate > known) continue;
      const viaInterface = via[edge] ?? 0;
      const hops = hopsAlong(vertex, viaInterface);
      if (candidate < known) {
        distance[target] = candidate;
        hopSet[target] = hops;
        ownInterface[target] = vertex === source ? viaInterface : -1;
        // A subnet that nothing leads out of ends the path there.
        if (offsets[target] !== offsets[target + 1]) heap.push(target, candidate);
      } else {
        hopSet[target] = sets.union(hopSet[target] ?? NONE, hops);
        if (vertex === source) ownInterface[target] = viaInterface;
      }
    }
  }
  return { distance, hopSet, hopSets: sets.members, ownInterface };

  /** First hops of a path that reaches its next vertex from `vertex` over an edge with this interface. */
  function hopsAlong(vertex: number, viaInterface: number): number {
    if (vertex === source) return NONE;
    const egress = ownInterface[vertex] ?? -1;
    const fromOwnSubnet = vertex >= routerCount && egress !== -1;
    const hops = hopSet[vertex] ?? NONE;
    return fromOwnSubnet ? sets.union(hops, sets.single(egress, viaInterface)) : hops;
  }
}

/** First hops to a vertex. */
export function hopsTo({ hopSet, hopSets }: ShortestPaths, vertex: number): readonly FirstHop[] {
  return hopSets[hopSet[vertex] ?? NONE] ?? [];
}

/** Sets of first hops by number. Few differ, and thousands of vertices share them. */
class HopSets {
  readonly members: (readonly FirstHop[])[] = [[]];
  private readonly singles = new Map<number, number>();
  private readonly unions = new Map<number, number>();

  single(egress: number, neighbor: number): number {
    const key = egress * PAIR + neighbor;
    const known = this.singles.get(key);
    if (known !== undefined) return known;
    const made = this.add([{ egress, neighbor }]);
    this.singles.set(key, made);
    return made;
  }

  /** The members of a, then those that only b has. */
  union(a: number, b: number): number {
    if (a === NONE || a === b) return b;
    if (b === NONE) return a;
    const key = a * PAIR + b;
    const known = this.unions.get(key);
    if (known !== undefined) return known;
    const one = this.members[a] ?? [];
    const added = (this.members[b] ?? []).filter(
      (hop) => !one.some(({ egress, neighbor }) => egress === hop.egress && neighbor === hop.neighbor),
    );
    const made = added.length === 0 ? a : this.add([...one, ...added]);
    this.unions.set(key, made);
    return made;
  }

  private add(hops: readonly FirstHop[]): number {
    return this.members.push(hops) - 1;
  }
}

/**
 * Vertices by distance, subnets first at equal distance, then by number: a total, repeatable order. Each entry is
 * one number, the distance above the vertex's place in that order: up to 2^32 times a power of two, so exact.
 */
class VertexHeap {
  private readonly keys: number[] = [];
  private readonly places: number;
  private readonly subnetCount: number;

  constructor(
    private readonly routerCount: number,
    vertexCount: number,
  ) {
    this.subnetCount = vertexCount - routerCount;
    this.places = 2 ** Math.ceil(Math.log2(vertexCount + 1));
  }

  push(vertex: number, distance: number): void {
    const { keys, routerCount, subnetCount } = this;
    const place = vertex < routerCount ? vertex + subnetCount : vertex - routerCount;
    const key = distance * this.places + place;
    let at = keys.length;
    keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] ?? 0;
      if (above <= key) break;
      keys[at] = above;
      at = parent;
    }
    keys[at] = key;
  }

  /** The nearest vertex, -1 when empty. */
  pop(): number {
    const { keys } = this;
    const top = keys[0];
    const last = keys.pop();
    if (top === undefined || last === undefined) return -1;
    if (keys.length > 0) this.sink(last);
    const place = top - Math.floor(top / this.places) * this.places;
    return place < this.subnetCount ? place + this.routerCount : place - this.subnetCount;
  }

  /** Puts a key in at the top. */
  private sink(key: number): void {
    const { keys } = this;
    let at = 0;
    for (let child = 1; child < keys.length; child = at * 2 + 1) {
      const left = keys[child] ?? 0;
      const right = child + 1 < keys.length ? (keys[child + 1] ?? 0) : Infinity;
      const least = Math.min(left, right);
      if (least >= key) break;
      keys[at] = least;
      at = right < left ? child + 1 : child;
    }
    keys[at] = key;
  }
}
