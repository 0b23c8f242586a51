/**
 * Shortest paths after a change. An edge that went away matters to those alone who have it on a shortest path; one
 * that came matters where it makes a path shorter, or another one as short. All others keep the paths they had.
 */
import type { OspfGraph } from './ospf-graph';
import { UNREACHED, type ShortestPaths } from './ospf-spf';

interface ChangedEdge {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** Paths in a graph before a change, and the edges that came or went. */
export class EarlierPaths {
  private constructor(
    private readonly paths: ReadonlyMap<number, ShortestPaths>,
    private readonly changed: readonly ChangedEdge[],
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
    return sameVertices ? new EarlierPaths(paths, changedEdges(before, now)) : null;
  }

  /** The paths from a vertex where no change touches them; undefined where they must be computed. */
  from(vertex: number, now: OspfGraph): ShortestPaths | undefined {
    const known = this.paths.get(vertex);
    if (known === undefined || this.changed.some((edge) => isOnPath(known, edge))) return undefined;
    return known.within(now);
  }
}

/** Whether an edge is, or would be, on a shortest path. */
function isOnPath(paths: ShortestPaths, { from, to, cost }: ChangedEdge): boolean {
  const reached = paths.distanceTo(from);
  return to !== paths.source && reached !== UNREACHED && reached + cost <= paths.distanceTo(to);
}

/** Edges that only one of two graphs has. */
function changedEdges(before: OspfGraph, now: OspfGraph): ChangedEdge[] {
  const changed: ChangedEdge[] = [];
  for (let vertex = 0; vertex < now.vertexCount; vertex++) {
    if (sameEdges(before, now, vertex)) continue;
    const old = edgesOf(before, vertex);
    const current = edgesOf(now, vertex);
    for (const [key, edge] of old) if (!current.has(key)) changed.push(edge);
    for (const [key, edge] of current) if (!old.has(key)) changed.push(edge);
  }
  return changed;
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
