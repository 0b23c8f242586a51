/**
 * The link-state graphs of a network's OSPF routers, one for each area, as flat arrays. Vertices are routers and
 * subnets; a subnet stands for the RFC's transit and stub networks alike: entering it costs the interface's
 * cost, leaving it nothing (RFC 2328 section 2.1), which gives the same distances.
 */
import { prefixKey, prefixOf, type Prefix } from '../address';
import type { Interface, Ospf, OspfArea, Topology } from '../topology/model';
import { segmentAt, type Network, type NetworkInterface } from '../topology/network';
import { interfacesOf } from './local-routes';

export interface OspfGraph {
  /** Vertices below this are routers, the rest subnets. */
  readonly routerCount: number;
  readonly vertexCount: number;
  /** Node index of each router vertex, and back. */
  readonly nodeOf: readonly number[];
  readonly vertexOf: ReadonlyMap<number, number>;
  /** Prefix of each subnet vertex, at vertex - routerCount. */
  readonly prefixes: readonly Prefix[];
  /** Subnets by prefix key, ascending: one, unless subnets apart from each other have the same prefix. */
  readonly subnetsOf: ReadonlyMap<number, readonly number[]>;
  /** By prefix length: whether any subnet has it. */
  readonly hasLength: readonly boolean[];
  /** Edges of vertex v stand from offsets[v] to offsets[v + 1]. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly costs: Uint32Array;
  /** The router's interface on each edge: the one it leaves by, or is entered by. */
  readonly via: Uint32Array;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly via: number;
}

/**
 * Collects the interfaces that take part and links those that share a segment, a subnet and an area. Routers
 * that disagree on whether the area is a stub do not become neighbours (RFC 2328 section 10.5, the E-bit).
 */
export function buildOspfGraphs(network: Network, topology: Topology): ReadonlyMap<number, OspfGraph> {
  const drafts = new Map<number, GraphDraft>();
  for (const [name, { ospf }] of Object.entries(topology.routers)) {
    const node = network.nodeByName.get(name);
    if (node === undefined || ospf === null || network.nodes[node]?.up !== true) continue;
    for (const entry of interfacesOf(network, node)) {
      const settings = entry.up ? ospfInterface(network, topology, entry) : null;
      if (settings === null || entry.address === null) continue;
      const { area, stub, cost, passive } = settings;
      const draft = drafts.get(area) ?? new GraphDraft();
      drafts.set(area, draft);
      const prefix = prefixOf({ address: entry.address, length: entry.length });
      const place = passive ? `alone ${entry.index}` : `${stub} ${entry.segment}`;
      draft.join(node, entry.index, cost, prefix, place, !passive);
    }
  }
  return new Map(
    [...drafts].toSorted(([a], [b]) => a - b).map(([area, draft]) => [area, draft.finish()] as const),
  );
}

/** Whether a router takes an area for a stub, totally stubby ones included. */
export function isStub(ospf: Ospf, area: number): boolean {
  return (areaSettings(ospf, area)?.type ?? 'normal') !== 'normal';
}

export function areaSettings(ospf: Ospf, area: number): OspfArea | undefined {
  return ospf.areas.find((settings) => settings.area === area);
}

class GraphDraft {
  private readonly nodeOf: number[] = [];
  private readonly vertexOf = new Map<number, number>();
  private readonly subnets = new Map<string, number>();
  private readonly prefixes: Prefix[] = [];
  private readonly links: {
    readonly vertex: number;
    readonly subnet: number;
    readonly cost: number;
    readonly via: number;
    readonly back: boolean;
  }[] = [];

  /** Joins a router to the subnet at a place; `back`: it is reached through it, too. */
  join(node: number, via: number, cost: number, prefix: Prefix, place: string, back: boolean): void {
    let vertex = this.vertexOf.get(node);
    if (vertex === undefined) {
      vertex = this.nodeOf.length;
      this.vertexOf.set(node, vertex);
      this.nodeOf.push(node);
    }
    const key = `${place} ${prefixKey(prefix)}`;
    let subnet = this.subnets.get(key);
    if (subnet === undefined) {
      subnet = this.prefixes.length;
      this.subnets.set(key, subnet);
      this.prefixes.push(prefix);
    }
    this.links.push({ vertex, subnet, cost, via, back });
  }

  finish(): OspfGraph {
    const { nodeOf, vertexOf, prefixes } = this;
    const edges = this.links.flatMap(({ vertex, subnet, cost, via, back }): Edge[] => {
      const to = nodeOf.length + subnet;
      const there = { from: vertex, to, cost, via };
      // Nobody is reached through a passive interface or a loopback.
      return back ? [there, { from: to, to: vertex, cost: 0, via }] : [there];
    });
    return pack(nodeOf, vertexOf, prefixes, edges);
  }
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

function pack(
  nodeOf: readonly number[],
  vertexOf: ReadonlyMap<number, number>,
  prefixes: readonly Prefix[],
  edges: readonly Edge[],
): OspfGraph {
  const vertexCount = nodeOf.length + prefixes.length;
  const offsets = new Uint32Array(vertexCount + 1);
  for (const edge of edges) offsets[edge.from + 1] = (offsets[edge.from + 1] ?? 0) + 1;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    offsets[vertex + 1] = (offsets[vertex + 1] ?? 0) + (offsets[vertex] ?? 0);
  }
  const next = offsets.slice();
  const targets = new Uint32Array(edges.length);
  const costs = new Uint32Array(edges.length);
  const via = new Uint32Array(edges.length);
  for (const edge of edges) {
    const at = next[edge.from] ?? 0;
    next[edge.from] = at + 1;
    targets[at] = edge.to;
    costs[at] = edge.cost;
    via[at] = edge.via;
  }
  return {
    routerCount: nodeOf.length,
    vertexCount,
    nodeOf,
    vertexOf,
    prefixes,
    subnetsOf: byPrefix(prefixes),
    hasLength: Array.from({ length: 33 }, (_, length) => prefixes.some((prefix) => prefix.length === length)),
    offsets,
    targets,
    costs,
    via,
  };
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
