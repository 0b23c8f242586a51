/**
 * The link-state graphs of a network's OSPF routers, one for each area, as flat arrays. Vertices are routers, and
 * subnets that three or more of them share: entering one costs the interface's cost, leaving it nothing (RFC 2328
 * section 2.1). Two routers in a subnet have an edge between them. Subnets are left out of the search for shortest
 * paths, as the RFC's stub networks are (section 16.1, second stage): their distance follows from their routers'.
 * Vertices and subnets keep their numbers while interfaces go up and down.
 */
import { prefixKey, prefixOf, type Prefix } from '../address';
import type { Interface, Ospf, OspfArea, Topology } from '../topology/model';
import { segmentAt, type Network, type NetworkInterface } from '../topology/network';
import { interfacesOf } from './local-routes';

export interface OspfGraph {
  /** Vertices below this are routers, the rest subnets of three or more. */
  readonly routerCount: number;
  readonly vertexCount: number;
  /** Node index of each router vertex. */
  readonly nodeOf: readonly number[];
  /** Vertex of each node that has an interface here which is up. */
  readonly vertexOf: ReadonlyMap<number, number>;
  readonly prefixes: readonly Prefix[];
  /** Subnets by prefix key, ascending: one, unless subnets apart from each other have the same prefix. */
  readonly subnetsOf: ReadonlyMap<number, readonly number[]>;
  /** Prefix lengths of the subnets. */
  readonly lengths: readonly number[];
  /** By subnet: the interfaces in it, up or down, and those that are up. */
  readonly configured: readonly (readonly Member[])[];
  readonly members: readonly (readonly Member[])[];
  /** Edges of vertex v stand from offsets[v] to offsets[v + 1]. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly costs: Uint32Array;
  /** The interface by which an edge leaves its router, and the one by which it enters; NONE at a subnet's end. */
  readonly egress: Int32Array;
  readonly ingress: Int32Array;
  /** Of each edge the one that goes the other way. */
  readonly reverse: Uint32Array;
}

export const NONE = -1;

/** A router's interface in a subnet. */
export interface Member {
  readonly vertex: number;
  readonly cost: number;
  readonly via: number;
}

/** Edges stand in twos, there and back. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly egress: number;
  readonly ingress: number;
}

/**
 * Collects the interfaces that take part and links those that share a segment, a subnet and an area. Routers
 * that disagree on whether the area is a stub do not become neighbours (RFC 2328 section 10.5, the E-bit).
 */
export function buildOspfGraphs(network: Network, topology: Topology): ReadonlyMap<number, OspfGraph> {
  const drafts = new Map<number, GraphDraft>();
  for (const [name, { ospf }] of Object.entries(topology.routers)) {
    const node = network.nodeByName.get(name);
    if (node === undefined || ospf === null) continue;
    for (const entry of interfacesOf(network, node)) {
      const settings = ospfInterface(network, topology, entry);
      if (settings === null || entry.address === null) continue;
      const { area, stub, cost, passive } = settings;
      const draft = drafts.get(area) ?? new GraphDraft();
      drafts.set(area, draft);
      const prefix = prefixOf({ address: entry.address, length: entry.length });
      const place = passive ? `alone ${entry.index}` : `${stub} ${entry.segment}`;
      draft.join(node, entry.index, cost, prefix, place);
    }
  }
  return new Map(
    [...drafts].toSorted(([a], [b]) => a - b).map(([area, draft]) => [area, draft.finish(network)] as const),
  );
}

/** Whether a router takes an area for a stub, totally stubby ones included. */
export function isStub(ospf: Ospf, area: number): boolean {
  return (areaSettings(ospf, area)?.type ?? 'normal') !== 'normal';
}

export function areaSettings(ospf: Ospf, area: number): OspfArea | undefined {
  return ospf.areas.find((settings) => settings.area === area);
}

/** The graphs with the interfaces that are up now. */
export function rewired(
  graphs: ReadonlyMap<number, OspfGraph>,
  network: Network,
): ReadonlyMap<number, OspfGraph> {
  return new Map([...graphs].map(([area, graph]) => [area, { ...graph, ...wiresOf(graph, network) }]));
}

class GraphDraft {
  private readonly nodeOf: number[] = [];
  private readonly vertices = new Map<number, number>();
  private readonly subnets = new Map<string, number>();
  private readonly prefixes: Prefix[] = [];
  private readonly configured: Member[][] = [];

  /** Joins a router's interface to the subnet at a place: up or down, so that numbers stay. */
  join(node: number, via: number, cost: number, prefix: Prefix, place: string): void {
    let vertex = this.vertices.get(node);
    if (vertex === undefined) {
      vertex = this.nodeOf.length;
      this.vertices.set(node, vertex);
      this.nodeOf.push(node);
    }
    const key = `${place} ${prefixKey(prefix)}`;
    let subnet = this.subnets.get(key);
    if (subnet === undefined) {
      subnet = this.prefixes.length;
      this.subnets.set(key, subnet);
      this.prefixes.push(prefix);
      this.configured.push([]);
    }
    this.configured[subnet]?.push({ vertex, cost, via });
  }

  finish(network: Network): OspfGraph {
    const { nodeOf, prefixes, configured } = this;
    return {
      routerCount: nodeOf.length,
      nodeOf,
      prefixes,
      subnetsOf: byPrefix(prefixes),
      lengths: [...new Set(prefixes.map(({ length }) => length))],
      configured,
      ...wiresOf({ nodeOf, configured }, network),
    };
  }
}

type Edges = Pick<OspfGraph, 'offsets' | 'targets' | 'costs' | 'egress' | 'ingress' | 'reverse'>;
type Wires = Edges & Pick<OspfGraph, 'vertexCount' | 'vertexOf' | 'members'>;

/** What depends on which interfaces are up. */
function wiresOf({ nodeOf, configured }: Pick<OspfGraph, 'nodeOf' | 'configured'>, network: Network): Wires {
  const edges: Edge[] = [];
  const vertexOf = new Map<number, number>();
  let vertexCount = nodeOf.length;
  const members = configured.map((inside) => {
    const up = inside.every(({ via }) => network.interfaces[via]?.up === true)
      ? inside
      : inside.filter(({ via }) => network.interfaces[via]?.up === true);
    for (const { vertex } of up) vertexOf.set(nodeOf[vertex] ?? NONE, vertex);
    if (inside.length > 2) {
      const to = vertexCount++;
      for (const { vertex, cost, via } of up) {
        edges.push({ from: vertex, to, cost, egress: via, ingress: NONE });
        edges.push({ from: to, to: vertex, cost: 0, egress: NONE, ingress: via });
      }
    } else if (up.length === 2) {
      const [a, b] = up;
      if (a === undefined || b === undefined) return up;
      edges.push({ from: a.vertex, to: b.vertex, cost: a.cost, egress: a.via, ingress: b.via });
      edges.push({ from: b.vertex, to: a.vertex, cost: b.cost, egress: b.via, ingress: a.via });
    }
    return up;
  });
  return { vertexCount, vertexOf, members, ...pack(vertexCount, edges) };
}

function takesPart(network: Network, ospf: Ospf, entry: NetworkInterface): boolean {
  if (ospf.interfaces !== null) return ospf.interfaces.includes(entry.name);
  if (entry.segment === -1) return true;
  const { kind } = segmentAt(network, entry.segment);
  return kind === 'link' || kind === 'lan';
}

/** A loopback costs nothing, as in FRR. */
function costOf(ospf: Ospf, settings: Interface, entry: NetworkInterface): number {
  return settings.ospfCost ?? (entry.segment === -1 ? 0 : ospf.defaultCost);
}

/** An interface as OSPF is configured on it. */
export interface OspfInterface {
  readonly area: number;
  /** Whether the router takes the area for a stub. */
  readonly stub: boolean;
  readonly cost: number;
  readonly passive: boolean;
}

/** Whether OSPF on two interfaces of one subnet makes neighbours of their routers (RFC 2328 sections 8.2, 10.5). */
export function meet(a: OspfInterface, b: OspfInterface): boolean {
  return !a.passive && !b.passive && a.area === b.area && a.stub === b.stub;
}

/** OSPF on an interface, up or down; null where it takes no part. */
export function ospfInterface(
  network: Network,
  topology: Topology,
  entry: NetworkInterface,
): OspfInterface | null {
  const router = topology.routers[network.nodes[entry.node]?.name ?? ''];
  const settings = router?.interfaces[entry.name];
  if (router == null || router.ospf === null || settings === undefined || entry.address === null) return null;
  if (!takesPart(network, router.ospf, entry)) return null;
  const passive = settings.ospfPassive || entry.segment === -1;
  const area = settings.ospfArea ?? router.ospf.area;
  return { area, stub: isStub(router.ospf, area), cost: costOf(router.ospf, settings, entry), passive };
}

function pack(vertexCount: number, edges: readonly Edge[]): Edges {
  const offsets = new Uint32Array(vertexCount + 1);
  for (const edge of edges) offsets[edge.from + 1] = (offsets[edge.from + 1] ?? 0) + 1;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    offsets[vertex + 1] = (offsets[vertex + 1] ?? 0) + (offsets[vertex] ?? 0);
  }
  const next = offsets.slice();
  const targets = new Uint32Array(edges.length);
  const costs = new Uint32Array(edges.length);
  const egress = new Int32Array(edges.length);
  const ingress = new Int32Array(edges.length);
  const places = new Uint32Array(edges.length);
  for (const [index, edge] of edges.entries()) {
    const at = next[edge.from] ?? 0;
    next[edge.from] = at + 1;
    places[index] = at;
    targets[at] = edge.to;
    costs[at] = edge.cost;
    egress[at] = edge.egress;
    ingress[at] = edge.ingress;
  }
  const reverse = new Uint32Array(edges.length);
  for (const [index, at] of places.entries()) reverse[at] = places[index ^ 1] ?? 0;
  return { offsets, targets, costs, egress, ingress, reverse };
}

function byPrefix(prefixes: readonly Prefix[]): Map<number, number[]> {
  const subnetsOf = new Map<number, number[]>();
  prefixes.forEach((prefix, subnet) => {
    const key = prefixKey(prefix);
    const same = subnetsOf.get(key);
    if (same === undefined) subnetsOf.set(key, [subnet]);
    else same.push(subnet);
  });
  return subnetsOf;
}
