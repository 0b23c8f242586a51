/**
 * OSPF routes of a node: subnets by shortest path, then external routes that AS boundary routers bring in
 * (RFC 2328 section 16.4). Shortest paths are computed for a router when first asked for.
 */
import { prefixContains, prefixKey, type Address, type Prefix } from '../address';
import type { Topology } from '../topology/model';
import { interfaceAt, nodeAt, type Network } from '../topology/network';
import { buildOspfGraph, type OspfGraph } from './ospf-graph';
import { OspfRoutes } from './ospf-routes';
import { hopsTo, shortestPaths, UNREACHED, type FirstHop, type ShortestPaths } from './ospf-spf';
import { ownerOnSegment } from './local-routes';
import { DISTANCE, ecmpSet, forward, type Route } from './route';

/** A prefix that an AS boundary router injects. */
export interface OspfExternal {
  readonly router: number;
  readonly prefix: Prefix;
  readonly metric: number;
  readonly type: 1 | 2;
  /** Where packets are to be sent instead of the router itself; null for the router (RFC 2328 section 2.3). */
  readonly forwarding: Address | null;
}

interface Way {
  readonly cost: number;
  readonly hops: readonly FirstHop[];
}

export class Ospf {
  private readonly graph: OspfGraph;
  private readonly memo = new Map<number, ShortestPaths>();

  constructor(
    private readonly network: Network,
    private readonly topology: Topology,
  ) {
    this.graph = buildOspfGraph(network, topology);
  }

  /** Whether the node runs OSPF (and is up). */
  runsOn(node: number): boolean {
    return this.graph.vertexOf.has(node);
  }

  /** Routes to every subnet in the domain; the node's own subnets are left to `connected`. */
  internalRoutes(node: number): OspfRoutes | null {
    const vertex = this.graph.vertexOf.get(node);
    if (vertex === undefined) return null;
    return new OspfRoutes(this.graph, this.pathsFrom(vertex), (prefix, metric, hops) =>
      this.route(node, prefix, metric, hops, `shortest path, cost ${metric}`),
    );
  }

  /** Routes to external prefixes: type 1 before type 2, then the smaller cost; equal ones share the load. */
  externalRoutes(node: number, externals: readonly OspfExternal[]): Route[] {
    const vertex = this.graph.vertexOf.get(node);
    if (vertex === undefined || externals.length === 0) return [];
    const paths = this.pathsFrom(vertex);
    const best = new Map<
      number,
      { cost: ExternalCost; external: OspfExternal; hops: FirstHop[]; from: string[] }
    >();
    for (const external of externals) {
      const boundary = this.graph.vertexOf.get(external.router);
      if (external.router === node || boundary === undefined) continue;
      const inner = paths.distance[boundary] ?? UNREACHED;
      if (inner === UNREACHED) continue;
      const way =
        external.forwarding === null
          ? { cost: inner, hops: hopsTo(paths, boundary) }
          : this.wayTo(paths, external.forwarding);
      if (way === null) continue;
      const cost = externalCost(external, way.cost);
      const hops = [...way.hops];
      const from = nodeAt(this.network, external.router).name;
      const key = prefixKey(external.prefix);
      const known = best.get(key);
      const order = known === undefined ? -1 : compareCosts(cost, known.cost);
      if (known === undefined || order < 0) best.set(key, { cost, external, hops, from: [from] });
      else if (order === 0) {
        known.hops.push(...hops);
        known.from.push(from);
      }
    }
    return [...best.values()].map(({ cost, external, hops, from }) =>
      this.route(
        node,
        external.prefix,
        external.type === 1 ? cost.first : external.metric,
        hops,
        `external type ${external.type}, metric ${external.metric}, announced by ${from.join(' and ')}`,
      ),
    );
  }

  /** Every other router of the domain that a router reaches, with its cost and first hops. */
  routersFrom(
    node: number,
  ): { readonly node: number; readonly cost: number; readonly hops: readonly FirstHop[] }[] {
    const vertex = this.graph.vertexOf.get(node);
    if (vertex === undefined) return [];
    const paths = this.pathsFrom(vertex);
    return this.graph.nodeOf.flatMap((other, at) => {
      const cost = paths.distance[at] ?? UNREACHED;
      return at === vertex || cost === UNREACHED ? [] : [{ node: other, cost, hops: hopsTo(paths, at) }];
    });
  }

  /** Whether an address lies in the subnet of one of the node's OSPF interfaces. */
  hasSubnetOf(node: number, address: Address): boolean {
    const vertex = this.graph.vertexOf.get(node);
    if (vertex === undefined) return false;
    const { offsets, targets, routerCount, prefixes } = this.graph;
    for (let edge = offsets[vertex] ?? 0; edge < (offsets[vertex + 1] ?? 0); edge++) {
      const prefix = prefixes[(targets[edge] ?? 0) - routerCount];
      if (prefix !== undefined && prefixContains(prefix, address)) return true;
    }
    return false;
  }

  /** The way to a forwarding address: by the longest OSPF subnet around it; null where it is not to be used. */
  private wayTo(paths: ShortestPaths, address: Address): Way | null {
    const { prefixes, routerCount } = this.graph;
    let length = -1;
    let cost = UNREACHED;
    let hops: FirstHop[] = [];
    for (const [subnet, prefix] of prefixes.entries()) {
      const at = routerCount + subnet;
      const distance = paths.distance[at] ?? UNREACHED;
      if (distance === UNREACHED || prefix.length < length || !prefixContains(prefix, address)) continue;
      if (prefix.length === length && distance > cost) continue;
      const egress = paths.ownInterface[at] ?? -1;
      const neighbor = egress === -1 ? -1 : ownerOnSegment(this.network, egress, address);
      // An address of the node itself or of nobody leads nowhere.
      const direct = neighbor === -1 || neighbor === egress ? [] : [{ egress, neighbor }];
      const found = egress === -1 ? hopsTo(paths, at) : direct;
      const alsoThere = prefix.length === length && distance === cost ? hops : [];
      hops = [...alsoThere, ...found];
      length = prefix.length;
      cost = distance;
    }
    return hops.length === 0 ? null : { cost, hops };
  }

  private pathsFrom(vertex: number): ShortestPaths {
    const known = this.memo.get(vertex);
    if (known !== undefined) return known;
    const paths = shortestPaths(this.graph, vertex);
    this.memo.set(vertex, paths);
    return paths;
  }

  private route(node: number, prefix: Prefix, metric: number, hops: readonly FirstHop[], why: string): Route {
    const limit = this.topology.routers[nodeAt(this.network, node).name]?.ospf?.maximumPaths ?? 1;
    const members = hops.map(({ egress, neighbor }) =>
      forward(egress, neighbor, interfaceAt(this.network, neighbor).address),
    );
    const nextHops = ecmpSet(members).slice(0, limit);
    return { prefix, source: 'ospf', distance: DISTANCE.ospf, metric, nextHops, bgp: null, why };
  }
}

interface ExternalCost {
  readonly type: 1 | 2;
  /** Type 1: inner cost plus metric. Type 2: the metric. */
  readonly first: number;
  /** Type 2: the inner cost breaks ties. */
  readonly second: number;
}

function externalCost(external: OspfExternal, inner: number): ExternalCost {
  return external.type === 1
    ? { type: 1, first: inner + external.metric, second: 0 }
    : { type: 2, first: external.metric, second: inner };
}

function compareCosts(a: ExternalCost, b: ExternalCost): number {
  return a.type - b.type || a.first - b.first || a.second - b.second;
}
