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
  const heap = new VertexHeap(distance, routerCount);
  distance[source] = 0;
  heap.push(source);
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
        heap.push(target);
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

/** Vertices by distance, subnets first at equal distance, then by number: a total, repeatable order. */
class VertexHeap {
  private readonly items: number[] = [];
  /** Distances as they were when pushed: an entry is never re-sorted. */
  private readonly keys: number[] = [];

  constructor(
    private readonly distance: Uint32Array,
    private readonly routerCount: number,
  ) {}

  push(vertex: number): void {
    const { items, keys } = this;
    const key = this.distance[vertex] ?? UNREACHED;
    let at = items.length;
    items.push(vertex);
    keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(key, vertex, keys[parent] ?? 0, items[parent] ?? 0)) break;
      items[at] = items[parent] ?? 0;
      keys[at] = keys[parent] ?? 0;
      at = parent;
    }
    items[at] = vertex;
    keys[at] = key;
  }

  /** The nearest vertex, -1 when empty. */
  pop(): number {
    const { items, keys } = this;
    const top = items[0] ?? -1;
    const lastItem = items.pop();
    const lastKey = keys.pop();
    if (lastItem === undefined || lastKey === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= items.length) break;
      const right = child + 1;
      if (
        right < items.length &&
        this.before(keys[right] ?? 0, items[right] ?? 0, keys[child] ?? 0, items[child] ?? 0)
      ) {
        child = right;
      }
      if (!this.before(keys[child] ?? 0, items[child] ?? 0, lastKey, lastItem)) break;
      items[at] = items[child] ?? 0;
      keys[at] = keys[child] ?? 0;
      at = child;
    }
    items[at] = lastItem;
    keys[at] = lastKey;
    return top;
  }

  private before(keyA: number, a: number, keyB: number, b: number): boolean {
    if (keyA !== keyB) return keyA < keyB;
    const subnetA = a >= this.routerCount;
    const subnetB = b >= this.routerCount;
    return subnetA === subnetB ? a < b : subnetA;
  }
}
