/**
 * The map's graph: the view's nodes, one more node for every LAN of more than two members, and an edge for
 * every pair that is joined. A VNet's fabric joins what stands in the VNet.
 */
import type { AreaOfNetwork, LinkKind, LinkView, NetworkView, NodeView } from '../../../shared/network-view';
import type { AreaView } from '../../../shared/results';
import type { GlyphKind } from '../glyphs';
import { strings } from '../strings';
import { shorten, textWidth } from '../text';
import { LABEL_SIZE, SUBLABEL_SIZE } from './measures';

export interface MapNode {
  readonly id: string;
  readonly kind: GlyphKind;
  /** Null for a LAN. */
  readonly view: NodeView | null;
  /** Null for nodes. */
  readonly lan: LinkView | null;
  /** Key of its area, null where it stands free. */
  readonly area: string | null;
  readonly label: string | null;
  readonly sublabel: string | null;
  readonly radius: number;
  /** Width of its text and glyph, px. */
  readonly width: number;
  /** From its centre up and down to the end of what is drawn, px. */
  readonly above: number;
  readonly below: number;
  readonly up: boolean;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly up: boolean;
  readonly path: LinkView['path'];
  /** Null for the lines of a VNet's fabric. */
  readonly link: LinkView | null;
}

export interface MapGraph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly areas: ReadonlyMap<string, AreaOfNetwork>;
}

const GLYPH = 20;
const SMALL_GLYPH = 13;
/** Longer names are shortened, px; their details have them whole. */
const LONGEST_LABEL = 190;
/** Between a router and one of its VRFs; no other name holds it. */
const VRF = '@';

export function areaKey(area: AreaView): string {
  return `${area.kind} ${area.name}`;
}

/** The router that a VRF of it belongs to; any other node itself. */
export function deviceOf(name: string): string {
  const [device = name] = name.split(VRF);
  return device;
}

/** The nodes that maps show: not a router all of whose interfaces are in VRFs, for these stand there instead of it. */
export function nodesShown({ nodes }: NetworkView): readonly NodeView[] {
  const split = new Set(nodes.flatMap(({ name }) => (deviceOf(name) === name ? [] : deviceOf(name))));
  return nodes.filter(({ name, interfaces }) => interfaces.length > 0 || !split.has(name));
}

/** A LAN in which nobody is yet: where a network begins. */
function isEmptyLan({ kind, ends }: LinkView): boolean {
  return kind === 'lan' && ends.length === 0;
}

/** The area that names a LAN among its subnets; null where none does. */
export function siteOf(link: LinkView, { areas }: NetworkView): string | null {
  const site = areas.find(({ subnets = [] }) => subnets.some(({ name }) => name === link.name));
  return site === undefined ? null : areaKey(site);
}

/** Whether a map of it shows anything. */
export function hasMap({ nodes, links }: NetworkView): boolean {
  return nodes.length > 0 || links.some(isEmptyLan);
}

export function mapGraph(view: NetworkView): MapGraph {
  const areas = new Map(view.areas.map((area) => [areaKey(area), area]));
  const paths = circuitPaths(view.links);
  const nodes = nodesShown(view).map((node) => nodeOf(node, paths.get(node.name) ?? null, areas));
  const known = new Map(nodes.map((node) => [node.id, node]));
  const edges: MapEdge[] = [];
  const members = new Map<string | null, MapNode[]>();
  for (const node of nodes) {
    const known = members.get(node.area);
    if (known === undefined) members.set(node.area, [node]);
    else known.push(node);
  }
  for (const node of nodes) {
    if (node.kind !== 'vnet') continue;
    for (const member of members.get(node.area) ?? []) {
      if (member === node) continue;
      edges.push({ from: node.id, to: member.id, kind: 'vnet', up: true, path: null, link: null });
    }
  }
  for (const link of view.links) {
    const ends = link.ends.map((end) => end.node).filter((name) => known.has(name));
    const [from, to] = ends;
    if (ends.length === 2 && from !== undefined && to !== undefined) {
      edges.push({ from, to, kind: link.kind, up: link.up, path: link.path, link });
    } else if (from !== undefined) {
      const lan = lanOf(link, known.get(from)?.area ?? null);
      nodes.push(lan);
      for (const end of ends) {
        edges.push({ from: lan.id, to: end, kind: link.kind, up: link.up, path: null, link });
      }
    } else if (isEmptyLan(link)) {
      nodes.push(lanOf(link, siteOf(link, view)));
    }
  }
  return { nodes, edges, areas };
}

function nodeOf(
  node: NodeView,
  path: 'primary' | 'secondary' | null,
  areas: ReadonlyMap<string, AreaView>,
): MapNode {
  const key = node.area === null ? null : areaKey(node.area);
  const area = key !== null && areas.has(key) ? key : null;
  // The area bears the VNet's name already.
  const fabric = node.kind === 'vnet' && node.area?.name === node.name;
  const inside = node.folded === undefined ? null : strings.map.inside(node.folded.length);
  return sized({
    id: node.name,
    kind: node.kind,
    view: node,
    lan: null,
    area,
    label: fabric ? null : node.name,
    sublabel: fabric ? inside : sublabelOf(node, path),
    radius: fabric ? SMALL_GLYPH : GLYPH,
    up: node.up,
  });
}

function lanOf(link: LinkView, area: string | null): MapNode {
  return sized({
    id: `lan ${link.name}`,
    kind: 'lan',
    view: null,
    lan: link,
    area,
    label: null,
    sublabel: link.name,
    radius: SMALL_GLYPH,
    up: link.up,
  });
}

export function sized(node: Omit<MapNode, 'width' | 'above' | 'below'>): MapNode {
  const name = node.label === null ? null : shorten(node.label, LABEL_SIZE, LONGEST_LABEL, 'bold');
  const below = node.sublabel === null ? null : shorten(node.sublabel, SUBLABEL_SIZE, LONGEST_LABEL);
  const label = name === null ? 0 : textWidth(name, LABEL_SIZE, 'bold');
  const sublabel = below === null ? 0 : textWidth(below, SUBLABEL_SIZE);
  const lines = (node.label === null ? 0 : 18) + (node.sublabel === null ? 0 : 16);
  return {
    ...node,
    label: name,
    sublabel: below,
    width: Math.max(label, sublabel, 2 * node.radius) + 4,
    above: node.radius + 8,
    below: node.radius + 6 + lines + 4,
  };
}

/** What tells a node best: a circuit's path, a host's address, a router's AS. */
function sublabelOf(node: NodeView, path: 'primary' | 'secondary' | null): string | null {
  if (path !== null) return strings.map.pathShort[path];
  if (node.kind === 'host') {
    const address = node.interfaces.find((port) => port.address !== null)?.address ?? null;
    return address === null ? null : (address.split('/')[0] ?? null);
  }
  return node.asn === null || node.asn === undefined ? null : strings.map.asn(node.asn);
}

/** Which path of its circuit an MSEE is, told by its links. */
function circuitPaths(links: readonly LinkView[]): ReadonlyMap<string, 'primary' | 'secondary'> {
  const paths = new Map<string, 'primary' | 'secondary'>();
  for (const link of links) {
    if (link.kind !== 'private-peering' || link.path === null) continue;
    for (const end of link.ends) if (end.interface === 'peering') paths.set(end.node, link.path);
  }
  return paths;
}
