/**
 * Blocks are what stands in a column of the map: areas, and groups of joined nodes without one. From left
 * to right: on-premises sites, circuits, then VNets by their distance from what lies outside Azure.
 */
import type { AreaOfNetwork } from '../../../shared/network-view';
import { strings } from '../strings';
import type { MapEdge, MapGraph, MapNode } from './graph';

export interface Block {
  readonly key: string;
  readonly area: AreaOfNetwork | null;
  readonly nodes: readonly MapNode[];
  /** Beneath its title, in place of what it would say there; null for that. */
  readonly subtitle: string | null;
  /** Lines at its foot. */
  readonly notes: readonly string[];
  readonly column: number;
  /** Layer of each node inside, from the left. */
  readonly layers: readonly (readonly MapNode[])[];
}

const MOST_NOTES = 4;

/** A VNet names its subnets and a site its LANs, as many as there is room for, a circuit the AS of its routers. */
function notesOf(area: AreaOfNetwork | undefined, nodes: readonly MapNode[]): string[] {
  if (area?.kind === 'circuit') {
    const systems = new Set(nodes.flatMap(({ view }) => view?.asn ?? []));
    return [...systems].map((asn) => strings.map.asn(asn));
  }
  const subnets = area?.subnets ?? [];
  const shown = subnets.length > MOST_NOTES ? MOST_NOTES - 1 : subnets.length;
  const notes = subnets.slice(0, shown).map(({ name, prefix }) => strings.map.subnet(name, prefix));
  return shown === subnets.length ? notes : [...notes, strings.map.more(subnets.length - shown)];
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

/** @param subtitles by name of an area: in place of what would stand beneath its title */
export function blocksOf(
  graph: MapGraph,
  subtitles: ReadonlyMap<string, string> = new Map(),
): readonly Block[] {
  const groups = groupNodes(graph);
  const blockOf = new Map<string, string>();
  for (const [key, nodes] of groups) for (const node of nodes) blockOf.set(node.id, key);
  const crossing = graph.edges.filter((edge) => blockOf.get(edge.from) !== blockOf.get(edge.to));
  const columns = assignColumns(
    graph,
    [...groups.keys()],
    neighbours(crossing, (id) => blockOf.get(id) ?? ''),
  );
  return [...groups].map(([key, nodes]) => ({
    key,
    area: graph.areas.get(key) ?? null,
    subtitle: subtitles.get(graph.areas.get(key)?.name ?? '') ?? null,
    notes: notesOf(graph.areas.get(key), nodes),
    nodes,
    column: columns.get(key) ?? 0,
    layers: layerNodes(nodes, graph.edges, blockOf, columns),
  }));
}

function groupNodes(graph: MapGraph): ReadonlyMap<string, readonly MapNode[]> {
  const groups = new Map<string, MapNode[]>();
  for (const key of graph.areas.keys()) groups.set(key, []);
  const free = graph.nodes.filter((node) => node.area === null);
  const freeIds = new Set(free.map((node) => node.id));
  const links = neighbours(
    graph.edges.filter((edge) => freeIds.has(edge.from) && freeIds.has(edge.to)),
    (id) => id,
  );
  for (const node of graph.nodes) {
    if (node.area !== null) groups.get(node.area)?.push(node);
  }
  const seen = new Set<string>();
  for (const node of free) {
    if (seen.has(node.id)) continue;
    const reached = distances([node.id], links);
    for (const id of reached.keys()) seen.add(id);
    groups.set(
      `free ${node.id}`,
      free.filter((other) => reached.has(other.id)),
    );
  }
  for (const [key, nodes] of groups) if (nodes.length === 0) groups.delete(key);
  return groups;
}

function neighbours(edges: readonly MapEdge[], nameOf: (id: string) => string): Neighbours {
  const lists = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    const list = lists.get(from);
    if (list === undefined) lists.set(from, [to]);
    else list.push(to);
  };
  for (const edge of edges) {
    add(nameOf(edge.from), nameOf(edge.to));
    add(nameOf(edge.to), nameOf(edge.from));
  }
  return lists;
}

/** Hops from the nearest of the sources, breadth first. */
function distances(sources: readonly string[], links: Neighbours): Map<string, number> {
  const found = new Map(sources.map((source) => [source, 0]));
  const queue = [...sources];
  for (const next of queue) {
    const distance = (found.get(next) ?? 0) + 1;
    for (const other of links.get(next) ?? []) {
      if (found.has(other)) continue;
      found.set(other, distance);
      queue.push(other);
    }
  }
  return found;
}

function assignColumns(
  graph: MapGraph,
  keys: readonly string[],
  links: Neighbours,
): ReadonlyMap<string, number> {
  const kindOf = (key: string): string => graph.areas.get(key)?.kind ?? 'free';
  const vnets = keys.filter((key) => kindOf(key) === 'vnet');
  const circuits = keys.filter((key) => kindOf(key) === 'circuit');
  if (vnets.length === 0 && circuits.length === 0) return spreadOut(keys, links);
  const columns = new Map<string, number>();
  for (const key of keys) columns.set(key, 0);
  for (const key of circuits) columns.set(key, 1);
  const first = circuits.length > 0 ? 2 : 1;
  const outside = vnets.filter((key) => (links.get(key) ?? []).some((other) => kindOf(other) !== 'vnet'));
  const sources = outside.length > 0 ? outside : mostLinked(vnets, links);
  const inside = new Map(
    vnets.map((key) => [key, (links.get(key) ?? []).filter((other) => kindOf(other) === 'vnet')]),
  );
  const depth = distances(sources, inside);
  for (const key of vnets) columns.set(key, first + (depth.get(key) ?? 0));
  return columns;
}

function mostLinked(keys: readonly string[], links: Neighbours): string[] {
  const [most] = keys.toSorted((a, b) => (links.get(b)?.length ?? 0) - (links.get(a)?.length ?? 0));
  return most === undefined ? [] : [most];
}

/** Without Azure, from one end of each part of the network to its other end. */
function spreadOut(keys: readonly string[], links: Neighbours): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const key of keys) {
    if (columns.has(key)) continue;
    for (const [other, distance] of distances([firstEnd(keys, key, links)], links))
      columns.set(other, distance);
  }
  return columns;
}

/** Of a part with two ends the one that the topology names first; of one with more, such as a star, any. */
function firstEnd(keys: readonly string[], start: string, links: Neighbours): string {
  const end = farthest(start, links);
  const found = distances([end], links);
  const most = Math.max(...found.values());
  const others = [...found.keys()].filter((key) => found.get(key) === most);
  return others.length > 1 ? end : (keys.find((key) => key === end || others.includes(key)) ?? end);
}

function farthest(start: string, links: Neighbours): string {
  return [...distances([start], links).keys()].at(-1) ?? start;
}

/**
 * Nodes that have links to the left stand left, the others by their distance from these; where nothing
 * leads to the left, those with links to the right stand right.
 */
function layerNodes(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  blockOf: ReadonlyMap<string, string>,
  columns: ReadonlyMap<string, number>,
): MapNode[][] {
  const own = new Set(nodes.map((node) => node.id));
  const columnOf = (id: string): number => columns.get(blockOf.get(id) ?? '') ?? 0;
  const left = new Set<string>();
  const right = new Set<string>();
  for (const { from, to } of edges) {
    if (own.has(from) === own.has(to)) continue;
    const [inner, outer] = own.has(from) ? [from, to] : [to, from];
    (columnOf(outer) < columnOf(inner) ? left : right).add(inner);
  }
  const inside = neighbours(
    edges.filter((edge) => own.has(edge.from) && own.has(edge.to)),
    (id) => id,
  );
  const fromLeft = left.size > 0 || right.size === 0;
  const anchors = left.size > 0 ? [...left] : right.size > 0 ? [...right] : ends(nodes, inside);
  const depth = distances(anchors, inside);
  const deepest = Math.max(0, ...depth.values());
  const layers: MapNode[][] = Array.from({ length: deepest + 1 }, () => []);
  for (const node of nodes) {
    const distance = depth.get(node.id) ?? deepest;
    layers[fromLeft ? distance : deepest - distance]?.push(node);
  }
  return layers;
}

function ends(nodes: readonly MapNode[], inside: Neighbours): string[] {
  const [first] = nodes;
  return first === undefined ? [] : [farthest(first.id, inside)];
}
