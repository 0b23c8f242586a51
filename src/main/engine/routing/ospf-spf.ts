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
  /** First hops to each vertex; empty for the source itself and its own subnets. */
  readonly firstHops: readonly (readonly FirstHop[])[];
  /** For the source's own subnets: the interface in it (-1 elsewhere). */
  readonly ownInterface: Int32Array;
}

const NONE: readonly FirstHop[] = [];

export function shortestPaths(graph: OspfGraph, source: number): ShortestPaths {
  const { vertexCount, routerCount, offsets, targets, costs, via } = graph;
  const distance = new Uint32Array(vertexCount).fill(UNREACHED);
  const ownInterface = new Int32Array(vertexCount).fill(-1);
  const firstHops: (readonly FirstHop[])[] = Array.from({ length: vertexCount }, () => NONE);
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
        firstHops[target] = hops;
        ownInterface[target] = vertex === source ? viaInterface : -1;
        heap.push(target);
      } else {
        firstHops[target] = union(firstHops[target] ?? NONE, hops);
        if (vertex === source) ownInterface[target] = viaInterface;
      }
    }
  }
  return { distance, firstHops, ownInterface };

  /** First hops of a path that reaches its next vertex from `vertex` over an edge with this interface. */
  function hopsAlong(vertex: number, viaInterface: number): readonly FirstHop[] {
    if (vertex === source) return NONE;
    const egress = ownInterface[vertex] ?? -1;
    const fromOwnSubnet = vertex >= routerCount && egress !== -1;
    if (!fromOwnSubnet) return firstHops[vertex] ?? NONE;
    const own = { egress, neighbor: viaInterface };
    return union(firstHops[vertex] ?? NONE, [own]);
  }
}

function union(a: readonly FirstHop[], b: readonly FirstHop[]): readonly FirstHop[] {
  if (a.length === 0) return b;
  const added = b.filter((hop) => !a.some((o) => o.egress === hop.egress && o.neighbor === hop.neighbor));
  return added.length === 0 ? a : [...a, ...added];
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
