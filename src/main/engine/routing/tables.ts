/**
 * Tables of single nodes, made when first asked for from what a round of the control plane stands on: with
 * BGP's routes, or without them (what BGP itself stands on).
 */
import { prefixKey, prefixOf, type Address } from '../address';
import { UNUSABLE } from '../topology/distances';
import type { BgpDistance, Topology } from '../topology/model';
import { nodeAt, type Network } from '../topology/network';
import { fabricTable } from './azure-fabric';
import { nicRoutes } from './azure-space';
import { gatewayTable, peerHostRoutes, tunnelRoutes } from './azure-gateways';
import type { BgpOutcome } from './bgp-outcome';
import { BGP_DISTANCE, nextHopsBy, offerBgp } from './bgp-routes';
import { Leanings } from './leanings';
import { connectedRoutes, hostDefaultRoute, resolve, type Resolution } from './local-routes';
import type { Ospf, OspfExternal } from './ospf';
import { ecmpSet, RoutingTable, type NextHop, type Route } from './route';
import { staticRoutes } from './static-routes';

export class Tables {
  /** What BGP came to in the round before. */
  private bgp: BgpOutcome;
  /** What AS boundary routers inject into OSPF. */
  externals: readonly OspfExternal[] = [];
  readonly leanings = new Leanings();
  private readonly withBgp = new Map<number, RoutingTable>();
  private readonly bare = new Map<number, RoutingTable>();
  /** Effective routes of subnets with a route table, by VNet node and table. */
  private readonly subnets = new Map<string, RoutingTable>();
  /** What gateways learned, for their own tables and those of every VNet they serve. */
  private readonly learned = new Map<number, readonly Route[]>();

  constructor(
    private readonly network: Network,
    private readonly topology: Topology,
    private readonly ospf: Ospf,
    private readonly speakerOf: ReadonlyMap<number, number>,
    bgp: BgpOutcome,
  ) {
    this.bgp = bgp;
  }

  /** Whether what nodes have without BGP rests on nothing that rounds bring about. */
  get standAlone(): boolean {
    return this.externals.length === 0 && this.leanings.isEmpty();
  }

  /** From here on tables have the routes of another run of BGP. */
  takeBgp(bgp: BgpOutcome): void {
    this.bgp = bgp;
    this.withBgp.clear();
    this.subnets.clear();
    this.learned.clear();
  }

  /** Drops every table: externals or leanings have changed. */
  forget(): void {
    this.bare.clear();
    this.withBgp.clear();
    this.subnets.clear();
    this.learned.clear();
  }

  /** A node's routing table: its active routes and the candidates that lost. */
  whole(node: number): RoutingTable {
    const known = this.withBgp.get(node);
    if (known !== undefined) return known;
    const made = this.make(node);
    this.withBgp.set(node, made);
    return made;
  }

  /** Effective routes of the subnets of a VNet that use a route table; null for those that use none. */
  ofSubnets(fabric: number, routeTable: string | null): RoutingTable {
    if (routeTable === null) return this.whole(fabric);
    const key = `${fabric} ${routeTable}`;
    const known = this.subnets.get(key);
    if (known !== undefined) return known;
    const { name, up } = nodeAt(this.network, fabric);
    const made = up
      ? fabricTable(this.network, this.topology, name, routeTable, (gateway) => this.gatewayLearned(gateway))
      : new RoutingTable();
    this.subnets.set(key, made);
    return made;
  }

  /** A node's table without BGP. */
  withoutBgp(node: number): RoutingTable {
    const known = this.bare.get(node);
    if (known !== undefined) return known;
    const table = new RoutingTable();
    this.bare.set(node, table);
    if (nodeAt(this.network, node).up) this.offerLocal(node, table);
    return table;
  }

  /** A BGP next hop is not resolved through a default route (FRR outside its traditional profile). */
  resolveNextHop(node: number, nextHop: Address): Resolution | null {
    const table = this.withoutBgp(node).active;
    const leaned = this.leanings.towards(node, nextHop);
    const own = table.match(nextHop, notDefault);
    if (leaned !== undefined && (own === undefined || isPreferred(leaned, own))) return leaned;
    return resolve(this.network, table, nextHop, notDefault);
  }

  /** The next hops that a router's or host's table has for an address, found without making all of it. */
  nextHops(node: number, address: Address): readonly NextHop[] {
    const speaker = this.speakerOf.get(node);
    if (speaker === undefined || this.withBgp.has(node) || !this.takesOne(speaker))
      return this.whole(node).active.match(address)?.nextHops ?? [];
    const own = this.withoutBgp(node).active.match(address);
    const distance = this.bgpDistance(node);
    for (const length of this.bgp.lengths) {
      if (length < (own?.prefix.length ?? 0)) break;
      const settled = this.bgp.settled.get(prefixKey(prefixOf({ address, length })));
      const best = settled === undefined ? null : this.bgp.bestOf(settled, speaker);
      if (best === null || best.type === 'local' || distance[best.type] === UNUSABLE) continue;
      if (own?.prefix.length === length && own.distance <= distance[best.type]) break;
      return ecmpSet(nextHopsBy(this.bgp, best, (nextHop) => this.resolveNextHop(node, nextHop)));
    }
    return own?.nextHops ?? [];
  }

  /** A speaker that takes one path for each prefix, and no routes to aggregates. */
  private takesOne(index: number): boolean {
    const speaker = this.bgp.speakers[index];
    if (speaker === undefined || speaker.aggregates.length > 0) return false;
    const { ebgp, ibgp } = speaker.decision.maximumPaths;
    return ebgp === 1 && ibgp === 1;
  }

  private make(node: number): RoutingTable {
    const { kind, name, up } = nodeAt(this.network, node);
    if (!up) return new RoutingTable();
    switch (kind) {
      case 'vnet':
        return fabricTable(this.network, this.topology, name, null, (gateway) =>
          this.gatewayLearned(gateway),
        );
      case 'vpn-gateway':
      case 'er-gateway':
      case 'route-server':
        return gatewayTable(this.network, this.topology, node, [
          ...peerHostRoutes(this.network, this.topology, node),
          ...this.gatewayLearned(node),
        ]);
      case 'host':
      case 'router':
      case 'msee':
      case 'internet': {
        const table = new RoutingTable();
        this.offerLocal(node, table);
        this.offerBgp(node, table);
        return table;
      }
    }
  }

  /** Offers what a node has without BGP. */
  private offerLocal(node: number, table: RoutingTable): void {
    const { name, kind } = nodeAt(this.network, node);
    const connected = connectedRoutes(this.network, node);
    for (const route of connected) table.offer(route);
    for (const route of nicRoutes(this.network, this.topology, node)) table.offer(route);
    const host = this.topology.hosts[name];
    if (kind === 'host' && host !== undefined) {
      const viaGateway = hostDefaultRoute(this.network, node, host);
      if (viaGateway !== null) table.offer(viaGateway);
    }
    const router = this.topology.routers[name];
    if (router === undefined) return;
    const internal = this.ospf.internalRoutes(node);
    const interArea = this.ospf.interAreaRoutes(node);
    const between = new Set(interArea.map(({ prefix }) => prefixKey(prefix)));
    const external = this.ospf.externalRoutes(node, this.externals, {
      has: (key) => between.has(key) || internal?.has(key) === true,
    });
    const learned = [...interArea, ...external.routes];
    if (router.static.length > 0) {
      const others = [
        ...connected,
        ...nicRoutes(this.network, this.topology, node),
        ...(internal?.all() ?? []),
        ...learned,
      ];
      const leaned = this.leanings.routesOf(node);
      const statics = staticRoutes(this.network, node, router, [...others, ...leaned]);
      for (const route of statics.routes) table.offer(route);
      table.lost.push(...statics.inactive);
    }
    if (internal !== null) {
      if (router.ospf?.distance.intraArea === UNUSABLE)
        for (const route of internal.all()) table.offer(route);
      else table.offerOnDemand(internal);
    }
    for (const route of learned) table.offer(route);
    table.lost.push(...external.lost);
  }

  private offerBgp(node: number, table: RoutingTable): void {
    const speaker = this.speakerOf.get(node);
    if (speaker === undefined) return;
    const distance = this.bgpDistance(node);
    offerBgp(table, this.network, this.bgp, speaker, distance, (address) =>
      this.resolveNextHop(node, address),
    );
  }

  private bgpDistance(node: number): BgpDistance {
    return this.topology.routers[nodeAt(this.network, node).name]?.bgp?.distance ?? BGP_DISTANCE;
  }

  /** What a gateway can reach outside its VNet: by its tunnels' configuration and by BGP. */
  private gatewayLearned(node: number): readonly Route[] {
    const known = this.learned.get(node);
    if (known !== undefined) return known;
    const table = new RoutingTable();
    for (const route of tunnelRoutes(this.network, this.topology, node)) table.offer(route);
    this.offerBgp(node, table);
    const routes = [...table.active.values()];
    this.learned.set(node, routes);
    return routes;
  }
}

/** By longest prefix, then by administrative distance. */
function isPreferred(a: Route, b: Route): boolean {
  if (a.prefix.length !== b.prefix.length) return a.prefix.length > b.prefix.length;
  return a.distance < b.distance;
}

export function notDefault({ prefix }: Route): boolean {
  return prefix.length > 0;
}
