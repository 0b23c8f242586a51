/**
 * Shortest paths after a change. An edge that went away matters to those alone who have it on a shortest path, and to
 * them only for what lies behind it; one that came matters where it makes a path shorter, or another one as short.
 * All else stays as it was.
 */
import { NONE, type OspfGraph } from './ospf-graph';
import { Search, ShortestPaths, UNREACHED } from './ospf-spf';

interface ChangedEdge {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** Paths in a graph before a change, and the edges that came or went. */
export class EarlierPaths {
  private constructor(
    private readonly graph: OspfGraph,
    private readonly paths: ReadonlyMap<number, ShortestPaths>,
    private readonly gone: readonly ChangedEdge[],
    private readonly come: readonly ChangedEdge[],
  ) {}

  /** Null where the graphs' vertices are not the same ones. */
  static between(
    before: OspfGraph,
    now: OspfGraph,
    paths: ReadonlyMap<number, ShortestPaths>,
  ): EarlierPaths | null {
    const sameVertices =
      before.routerCount === now.routerCount &&
      before.vertexCount === now.vertexCount &&
      before.prefixes.length === now.prefixes.length &&
      before.nodeOf.every((node, vertex) => node === now.nodeOf[vertex]);
    if (!sameVertices) return null;
    const [gone, come] = changedEdges(before, now);
    return new EarlierPaths(before, paths, gone, come);
  }

  /** The paths from a vertex, as far as they can be had from the old ones; undefined where they cannot. */
  from(vertex: number, now: OspfGraph): ShortestPaths | undefined {
    const known = this.paths.get(vertex);
    if (known === undefined || this.come.some((edge) => isOnPath(known, edge))) return undefined;
    const cut = this.gone.filter((edge) => isOnPath(known, edge));
    if (cut.length === 0) return new ShortestPaths(now, known.found, []);
    return this.around(known, cut, now);
  }

  /** Looks for other ways to all that lies behind the edges that are gone. */
  private around(known: ShortestPaths, cut: readonly ChangedEdge[], now: OspfGraph): ShortestPaths {
    const moved = this.behind(known, cut);
    const { source, sets } = known.found;
    const found = {
      source,
      sets,
      distance: known.found.distance.slice(),
      hopSet: known.found.hopSet.slice(),
      ownInterface: known.found.ownInterface.slice(),
    };
    for (const vertex of moved) {
      found.distance[vertex] = UNREACHED;
      found.hopSet[vertex] = 0;
      if (vertex >= now.routerCount) found.ownInterface[vertex - now.routerCount] = NONE;
    }
    const search = new Search(now, found);
    for (const vertex of moved) {
      const end = now.offsets[vertex + 1] ?? 0;
      for (let edge = now.offsets[vertex] ?? 0; edge < end; edge++) {
        const other = now.targets[edge] ?? 0;
        const isReached = found.distance[other] !== UNREACHED;
        if (isReached && !moved.has(other)) search.relax(other, now.reverse[edge] ?? 0);
      }
    }
    search.run();
    return new ShortestPaths(now, found, [...moved]);
  }

  /** All vertices that a shortest path leads to over an edge that is gone. */
  private behind(known: ShortestPaths, cut: readonly ChangedEdge[]): Set<number> {
    const { offsets, targets, costs } = this.graph;
    const vertices = new Set(cut.map(({ to }) => to));
    for (const vertex of vertices) {
      const end = offsets[vertex + 1] ?? 0;
      for (let edge = offsets[vertex] ?? 0; edge < end; edge++) {
        const [to, cost] = [targets[edge] ?? 0, costs[edge] ?? 0];
        if (isOnPath(known, { from: vertex, to, cost })) vertices.add(to);
      }
    }
    return vertices;
  }
}

/** Whether an edge is, or would be, on a shortest path. */
function isOnPath(paths: ShortestPaths, { from, to, cost }: ChangedEdge): boolean {
  const reached = paths.distanceTo(from);
  return to !== paths.source && reached !== UNREACHED && reached + cost <= paths.distanceTo(to);
}

/** Edges that only one of two graphs has: those that are gone, and those that came. */
function changedEdges(before: OspfGraph, now: OspfGraph): readonly [ChangedEdge[], ChangedEdge[]] {
  const gone: ChangedEdge[] = [];
  const come: ChangedEdge[] = [];
  for (let vertex = 0; vertex < now.vertexCount; vertex++) {
    if (sameEdges(before, now, vertex)) continue;
    const old = edgesOf(before, vertex);
    const current = edgesOf(now, vertex);
    for (const [key, edge] of old) if (!current.has(key)) gone.push(edge);
    for (const [key, edge] of current) if (!old.has(key)) come.push(edge);
  }
  return [gone, come];
}

function sameEdges(a: OspfGraph, b: OspfGraph, vertex: number): boolean {
  const first = a.offsets[vertex] ?? 0;
  const other = b.offsets[vertex] ?? 0;
  const count = (a.offsets[vertex + 1] ?? 0) - first;
  if ((b.offsets[vertex + 1] ?? 0) - other !== count) return false;
  for (let at = 0; at < count; at++) {
    if (a.targets[first + at] !== b.targets[other + at]) return false;
    if (a.costs[first + at] !== b.costs[other + at]) return false;
    if (a.egress[first + at] !== b.egress[other + at]) return false;
    if (a.ingress[first + at] !== b.ingress[other + at]) return false;
  }
  return true;
}

function edgesOf(graph: OspfGraph, vertex: number): Map<string, ChangedEdge> {
  const found = new Map<string, ChangedEdge>();
  for (let edge = graph.offsets[vertex] ?? 0; edge < (graph.offsets[vertex + 1] ?? 0); edge++) {
    const to = graph.targets[edge] ?? 0;
    const cost = graph.costs[edge] ?? 0;
    const key = `${to} ${cost} ${graph.egress[edge]} ${graph.ingress[edge]}`;
    found.set(key, { from: vertex, to, cost });
  }
  return found;
}
