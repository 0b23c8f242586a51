/**
 * Maps of large networks with areas: each area is laid out by itself as a plain network is, then areas and free
 * nodes are placed as plain networks place nodes. Lines are straight. In columns, as small maps are, thousands of
 * nodes would make a strip many screens high.
 */
import type { AreaOfNetwork } from '../../../shared/network-view';
import { textWidth } from '../text';
import { pushApart, type Box } from './apart';
import { areaTitles } from './area-titles';
import { freeBodies } from './free';
import type { MapEdge, MapGraph, MapNode } from './graph';
import type { Frame, MapLayout, PlacedNode } from './layout';
import { AREA_FOOT, AREA_HEAD, AREA_SIDE, LABEL_SIZE, MARGIN, SUBLABEL_SIZE } from './measures';
import { straightEdges } from './straight';
import { stressPositions } from './stress';
import { turnLevel } from './turn';

interface Cluster extends Box {
  readonly area: AreaOfNetwork | null;
  /** About the cluster's centre. */
  readonly nodes: readonly PlacedNode[];
}

const ROOM = 60;

export function clusterLayout(graph: MapGraph, subtitles: ReadonlyMap<string, string>): MapLayout {
  const home = homes(graph);
  const clusters = clustersOf(graph, home);
  place(clusters, graph.edges, home);
  const left = clusters.reduce((least, box) => Math.min(least, box.x - box.left), Number.POSITIVE_INFINITY);
  const top = clusters.reduce((least, box) => Math.min(least, box.y - box.above), Number.POSITIVE_INFINITY);
  for (const box of clusters) {
    box.x += MARGIN - left;
    box.y += MARGIN - top;
  }
  const nodes = clusters.flatMap((cluster) =>
    cluster.nodes.map(({ node, x, y }) => ({ node, x: x + cluster.x, y: y + cluster.y })),
  );
  return {
    nodes,
    edges: straightEdges(graph.edges, new Map(nodes.map((placed) => [placed.node.id, placed]))),
    frames: clusters.flatMap((cluster) => frameOf(cluster, subtitles)),
    width: clusters.reduce((most, box) => Math.max(most, box.x + box.right), 0) + MARGIN,
    height: clusters.reduce((most, box) => Math.max(most, box.y + box.below), 0) + MARGIN,
  };
}

/** Where each node stands: the key of its area, or a key of its own. */
function homes(graph: MapGraph): ReadonlyMap<string, string> {
  return new Map(graph.nodes.map(({ id, area }) => [id, area ?? `free ${id}`]));
}

function clustersOf(graph: MapGraph, home: ReadonlyMap<string, string>): Cluster[] {
  const members = new Map<string, MapNode[]>();
  for (const node of graph.nodes) push(members, home.get(node.id) ?? '', node);
  const inside = new Map<string, MapEdge[]>();
  for (const edge of graph.edges) {
    const key = home.get(edge.from);
    if (key !== undefined && key === home.get(edge.to)) push(inside, key, edge);
  }
  return [...members].map(([key, nodes]) =>
    clusterOf(graph.areas.get(key) ?? null, { nodes, edges: inside.get(key) ?? [] }),
  );
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function clusterOf(area: AreaOfNetwork | null, part: Pick<MapGraph, 'nodes' | 'edges'>): Cluster {
  const bodies = freeBodies(part);
  const left = Math.min(...bodies.map((body) => body.x - body.left));
  const right = Math.max(...bodies.map((body) => body.x + body.right));
  const top = Math.min(...bodies.map((body) => body.y - body.above));
  const bottom = Math.max(...bodies.map((body) => body.y + body.below));
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const titles = area === null ? null : areaTitles(area, null);
  const title = Math.max(
    textWidth(titles?.title ?? '', LABEL_SIZE, 'bold'),
    textWidth(titles?.subtitle ?? '', SUBLABEL_SIZE),
  );
  const half = Math.max(right - left, title) / 2 + (area === null ? 0 : AREA_SIDE);
  return {
    area,
    nodes: bodies.map(({ node, x, y }) => ({ node, x: x - cx, y: y - cy })),
    x: 0,
    y: 0,
    left: half,
    right: half,
    above: (bottom - top) / 2 + (area === null ? 0 : AREA_HEAD),
    below: (bottom - top) / 2 + (area === null ? 0 : AREA_FOOT),
  };
}

/** Neighbours stand about as far apart as two clusters of the usual size need. */
function place(
  clusters: readonly Cluster[],
  edges: readonly MapEdge[],
  home: ReadonlyMap<string, string>,
): void {
  const indexes = new Map<string, number>();
  clusters.forEach((cluster, index) => {
    for (const { node } of cluster.nodes) indexes.set(home.get(node.id) ?? '', index);
  });
  const links = clusters.map(() => new Set<number>());
  for (const { from, to } of edges) {
    const a = indexes.get(home.get(from) ?? '');
    const b = indexes.get(home.get(to) ?? '');
    if (a === undefined || b === undefined || a === b) continue;
    links[a]?.add(b);
    links[b]?.add(a);
  }
  const size = clusters.reduce(
    (sum, box) => sum + Math.sqrt((box.left + box.right) * (box.above + box.below)),
    0,
  );
  const points = stressPositions(
    links.map((others) => [...others]),
    size / Math.max(1, clusters.length) + ROOM,
  );
  clusters.forEach((cluster, index) => Object.assign(cluster, points[index]));
  turnLevel(clusters);
  pushApart(clusters, ROOM);
}

function frameOf(cluster: Cluster, subtitles: ReadonlyMap<string, string>): Frame[] {
  const { area, x, y } = cluster;
  if (area === null) return [];
  return [
    {
      area,
      ...areaTitles(area, subtitles.get(area.name) ?? null),
      notes: [],
      left: x - cluster.left,
      right: x + cluster.right,
      top: y - cluster.above,
      bottom: y + cluster.below,
    },
  ];
}
