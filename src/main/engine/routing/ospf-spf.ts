/**
 * Shortest paths from one router through the OSPF graph (RFC 2328 section 16.1), with every equal-cost
 * first hop. A binary heap on typed arrays; at equal distance subnets come before routers, so that a
 * router's first hops are complete before it passes them on.
 */
import { NONE, type OspfGraph } from './ospf-graph';

export const UNREACHED = 0xffffffff;

/** A first hop: the own interface a path leaves by, and the interface of the first router on it. */
export interface FirstHop {
  readonly egress: number;
  readonly neighbor: number;
}

/** Where a subnet is. */
export interface SubnetPath {
  /** UNREACHED where there is no path. */
  readonly distance: number;
  /** None for the source's own. */
  readonly hops: readonly FirstHop[];
  /** The source's own interface in it where no other router is nearer to it; -1 elsewhere. */
  readonly own: number;
}

const NOWHERE: SubnetPath = { distance: UNREACHED, hops: [], own: NONE };

/** What a search finds, by vertex. */
export interface Found {
  readonly source: number;
  /** UNREACHED where there is no path. */
  readonly distance: Uint32Array;
  /** First hops to each vertex, as a set's number in `sets`; set 0 is empty: that of the source and its own subnets. */
  readonly hopSet: Uint32Array;
  /** The source's interface in a subnet that it is in; by vertex less the number of routers. */
  readonly ownInterface: Int32Array;
  readonly sets: HopSets;
}

export class ShortestPaths {
  readonly source: number;

  constructor(
    private readonly graph: OspfGraph,
    readonly found: Found,
    /** Vertices that may be reached in another way than before the change the graph comes from; null for any. */
    readonly moved: readonly number[] | null = null,
  ) {
    this.source = found.source;
  }

  distanceTo(vertex: number): number {
    return this.found.distance[vertex] ?? UNREACHED;
  }

  hopsTo(vertex: number): readonly FirstHop[] {
    const { hopSet, sets } = this.found;
    return sets.members[hopSet[vertex] ?? EMPTY] ?? [];
  }

  /** The way to a subnet: by the nearest of its routers; by all that are equally near. */
  toSubnet(subnet: number): SubnetPath {
    let distance = UNREACHED;
    let hops: readonly FirstHop[] = [];
    let own = NONE;
    for (const { vertex, cost, via } of this.graph.members[subnet] ?? []) {
      const there = this.distanceTo(vertex);
      if (there === UNREACHED || there + cost > distance) continue;
      if (there + cost < distance) {
        distance = there + cost;
        hops = [];
        own = NONE;
      }
      if (vertex === this.source) own = via;
      else hops = unionOf(hops, this.hopsTo(vertex));
    }
    return distance === UNREACHED ? NOWHERE : { distance, hops, own };
  }
}

/** Number of the empty set. */
const EMPTY = 0;
/** Two indexes below this make one exact number. */
const PAIR = 2 ** 26;

export function shortestPaths(graph: OspfGraph, source: number): ShortestPaths {
  const { vertexCount, routerCount } = graph;
  const search = new Search(graph, {
    source,
    distance: new Uint32Array(vertexCount).fill(UNREACHED),
    hopSet: new Uint32Array(vertexCount),
    ownInterface: new Int32Array(vertexCount - routerCount).fill(NONE),
    sets: new HopSets(),
  });
  search.found.distance[source] = 0;
  search.heap.push(source, 0);
  search.run();
  return new ShortestPaths(graph, search.found);
}

/** A search for shortest paths, from the vertices in its heap on. */
export class Search {
  readonly heap: VertexHeap;
  private readonly settled: Uint8Array;

  constructor(
    private readonly graph: OspfGraph,
    readonly found: Found,
  ) {
    this.heap = new VertexHeap(graph.routerCount, graph.vertexCount);
    this.settled = new Uint8Array(graph.vertexCount);
  }

  run(): void {
    const { heap, settled } = this;
    const { offsets } = this.graph;
    for (let vertex = heap.pop(); vertex !== -1; vertex = heap.pop()) {
      if (settled[vertex] === 1) continue;
      settled[vertex] = 1;
      const end = offsets[vertex + 1] ?? 0;
      for (let edge = offsets[vertex] ?? 0; edge < end; edge++) this.relax(vertex, edge);
    }
  }

  /** Tries the way to `vertex` and over one of its edges. */
  relax(vertex: number, edge: number): void {
    const { targets, costs, egress, routerCount } = this.graph;
    const { source, distance, hopSet, ownInterface, sets } = this.found;
    const target = targets[edge] ?? 0;
    if (target === source) return;
    const candidate = (distance[vertex] ?? UNREACHED) + (costs[edge] ?? 0);
    const known = distance[target] ?? UNREACHED;
    if (candidate > known) return;
    const hops = this.hopsAlong(vertex, edge);
    if (candidate < known) {
      distance[target] = candidate;
      hopSet[target] = hops;
      if (target >= routerCount) ownInterface[target - routerCount] = NONE;
      this.heap.push(target, candidate);
    } else {
      hopSet[target] = sets.union(hopSet[target] ?? EMPTY, hops);
    }
    if (vertex === source && target >= routerCount) ownInterface[target - routerCount] = egress[edge] ?? NONE;
  }

  /**
   * First hops of a path that goes on from `vertex` over an edge. Who shares a subnet with the source is reached
   * straight across it, even where a way round into the subnet costs the same (RFC 2328 section 16.1.1: the parent
   * is a network that directly connects the two).
   */
  private hopsAlong(vertex: number, edge: number): number {
    const { egress, ingress, routerCount } = this.graph;
    const { source, hopSet, ownInterface, sets } = this.found;
    const entered = ingress[edge] ?? NONE;
    if (vertex === source) return entered === NONE ? EMPTY : sets.single(egress[edge] ?? NONE, entered);
    const own = vertex < routerCount ? NONE : (ownInterface[vertex - routerCount] ?? NONE);
    return own === NONE ? (hopSet[vertex] ?? EMPTY) : sets.single(own, entered);
  }
}

/** The members of both, each once, by interface: the same however they were come by. */
function unionOf(a: readonly FirstHop[], b: readonly FirstHop[]): readonly FirstHop[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  const added = b.filter(
    (hop) => !a.some(({ egress, neighbor }) => egress === hop.egress && neighbor === hop.neighbor),
  );
  if (added.length === 0) return a;
  return [...a, ...added].toSorted((x, y) => x.egress - y.egress || x.neighbor - y.neighbor);
}

/** Sets of first hops by number. Few differ, and thousands of vertices share them. */
export class HopSets {
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

  union(a: number, b: number): number {
    if (a === EMPTY || a === b) return b;
    if (b === EMPTY) return a;
    const key = a * PAIR + b;
    const known = this.unions.get(key);
    if (known !== undefined) return known;
    const one = this.members[a] ?? [];
    const both = unionOf(one, this.members[b] ?? []);
    const made = both === one ? a : this.add(both);
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
