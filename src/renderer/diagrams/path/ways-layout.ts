/**
 * Where the nodes of several ways stand: areas in columns by how far along the ways they lie, lines in lanes
 * between them, by the same rules as a map.
 */
import type { AreaView } from '../../../shared/results';
import type { Block } from '../map/blocks';
import { sized, type MapEdge, type MapNode } from '../map/graph';
import { layoutBlocks } from '../map/layered';
import { strings } from '../strings';
import { inRows, type RowsLayout } from './ways-rows';
import type { WayEdge, WayGraph, WayNode } from './ways';

export interface WaysLayout extends RowsLayout {
  readonly nodeOf: (id: string) => WayNode | undefined;
  readonly edgeOf: (edge: MapEdge) => WayEdge | undefined;
}

const RADIUS = 20;
const TRANSIT_RADIUS = 11;
/** A picture wider than this is drawn in rows, px: what a page shows without scrolling. */
const ROW_WIDTH = 1064;

/** @param headroom above each node, px, for what stands on it */
export function layoutWays(graph: WayGraph, headroom = 0): WaysLayout {
  const places = new Map(graph.nodes.map((node) => [node.id, raised(placeholder(node), headroom)]));
  const known = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(graph.edges.map((edge) => [mapEdge(edge), edge]));
  const layout = layoutBlocks(blocksAlong(graph, places), [...edges.keys()]);
  return {
    ...inRows(layout, ROW_WIDTH, (id) => known.get(id)?.name ?? id),
    nodeOf: (id) => known.get(id),
    edgeOf: (edge) => edges.get(edge),
  };
}

function placeholder(node: WayNode): MapNode {
  const isFabric = node.kind === 'vnet' && node.area?.name === node.name && node.lost.length === 0;
  return sized({
    id: node.id,
    kind: node.kind,
    view: null,
    lan: null,
    area: node.area === null ? null : node.area.name,
    label: isFabric ? null : node.name,
    sublabel: node.silence === null ? node.address : strings.path.silent(strings.silences[node.silence]),
    radius: node.counts || node.lost.length > 0 ? RADIUS : TRANSIT_RADIUS,
    up: true,
  });
}

function raised(node: MapNode, headroom: number): MapNode {
  return { ...node, above: node.above + headroom };
}

function mapEdge({ from, to, kind, side }: WayEdge): MapEdge {
  return { from, to, kind: kind ?? 'link', up: true, path: side, link: null };
}

interface Draft {
  readonly area: AreaView | null;
  readonly nodes: WayNode[];
}

/** Neighbours on the ways that share an area share a block, as long as no way leads out of it and in again. */
function blocksAlong(graph: WayGraph, places: ReadonlyMap<string, MapNode>): Block[] {
  const drafts: Draft[] = [];
  const draftOf = new Map<string, Draft>();
  const before = new Map<string, string[]>();
  for (const { from, to } of graph.edges) before.set(to, [...(before.get(to) ?? []), from]);
  for (const node of graph.nodes) {
    const sources = before.get(node.id) ?? [];
    const upstream = followed(sources, before, draftOf);
    const fitting = drafts.find(
      (draft) =>
        sameArea(draft.area, node.area) &&
        node.area !== null &&
        // A way may not lead out of a block and into it again.
        !upstream.has(draft),
    );
    const draft = fitting ?? { area: node.area, nodes: [] };
    if (fitting === undefined) drafts.push(draft);
    draft.nodes.push(node);
    draftOf.set(node.id, draft);
  }
  const columns = longest(drafts, (draft) =>
    draft.nodes.flatMap((node) =>
      (before.get(node.id) ?? []).flatMap((id) => {
        const other = draftOf.get(id);
        return other === undefined || other === draft ? [] : [other];
      }),
    ),
  );
  const apart = unjoined(drafts, graph, draftOf);
  const most = Math.max(0, ...drafts.map((draft) => (apart.has(draft) ? 0 : (columns.get(draft) ?? 0))));
  return drafts.map((draft, index) => ({
    key: `${draft.area?.name ?? ''} ${index}`,
    // Regions are named, not framed: their frames would keep VNets apart that follow each other on a way.
    area: draft.area === null ? null : { ...draft.area, region: null, prefixes: [] },
    subtitle: draft.area?.region ?? null,
    notes: [],
    nodes: draft.nodes.flatMap((node) => places.get(node.id) ?? []),
    column: (columns.get(draft) ?? 0) + (apart.has(draft) ? most + 1 : 0),
    layers: layersOf(draft, before, places),
  }));
}

/** Where both directions are lost no way may join the target with the source: what is its stands on its side. */
function unjoined(
  drafts: readonly Draft[],
  { edges, probe }: WayGraph,
  draftOf: ReadonlyMap<string, Draft>,
): ReadonlySet<Draft> {
  const start = draftOf.get(probe.source);
  if (start === undefined) return new Set();
  const joined = new Set([start]);
  for (const draft of joined) {
    for (const edge of edges) {
      const [from, to] = [draftOf.get(edge.from), draftOf.get(edge.to)];
      if (from === draft && to !== undefined) joined.add(to);
      if (to === draft && from !== undefined) joined.add(from);
    }
  }
  return new Set(drafts.filter((draft) => !joined.has(draft)));
}

/** All drafts from which a way leads through another draft to what stands behind the sources. */
function followed(
  sources: readonly string[],
  before: ReadonlyMap<string, readonly string[]>,
  draftOf: ReadonlyMap<string, Draft>,
): ReadonlySet<Draft> {
  const result = new Set<Draft>();
  const queue = [...new Set(sources.flatMap((id) => draftOf.get(id) ?? []))];
  const seen = new Set(queue);
  for (const draft of queue) {
    for (const id of draft.nodes.flatMap((node) => before.get(node.id) ?? [])) {
      const other = draftOf.get(id);
      if (other === undefined || other === draft) continue;
      result.add(other);
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return result;
}

function sameArea(a: AreaView | null, b: AreaView | null): boolean {
  return a?.kind === b?.kind && a?.name === b?.name;
}

function longest<T>(items: readonly T[], sourcesOf: (item: T) => readonly T[]): ReadonlyMap<T, number> {
  const depths = new Map<T, number>();
  const depthOf = (item: T, open: ReadonlySet<T>): number => {
    const known = depths.get(item);
    if (known !== undefined) return known;
    const within = new Set(open).add(item);
    const depth = Math.max(
      -1,
      ...sourcesOf(item).flatMap((source) => (within.has(source) ? [] : [depthOf(source, within)])),
    );
    depths.set(item, depth + 1);
    return depth + 1;
  };
  for (const item of items) depthOf(item, new Set());
  return depths;
}

function layersOf(
  draft: Draft,
  before: ReadonlyMap<string, readonly string[]>,
  places: ReadonlyMap<string, MapNode>,
): MapNode[][] {
  const own = new Map(draft.nodes.map((node) => [node.id, node]));
  const depths = longest(draft.nodes, (node) =>
    (before.get(node.id) ?? []).flatMap((id) => own.get(id) ?? []),
  );
  const layers: MapNode[][] = [];
  for (const node of draft.nodes) {
    const place = places.get(node.id);
    const depth = depths.get(node) ?? 0;
    while (layers.length <= depth) layers.push([]);
    if (place !== undefined) layers[depth]?.push(place);
  }
  return layers;
}
