/**
 * The routes a router or host has by its own configuration: connected and static. BGP stands on them, and static
 * routes may lean on BGP in turn: its routes of the round before are among those they are looked up in.
 */
import { formatAddress, isBeside, prefixKey, prefixOf, type Address, type Prefix } from '../address';
import { DISTANCE, UNUSABLE } from '../topology/distances';
import type { Host, Router, StaticRoute } from '../topology/model';
import { interfaceAt, nodeAt, segmentAt, type Network, type NetworkInterface } from '../topology/network';
import {
  deliver,
  DISCARD,
  ecmpSet,
  forward,
  INTERNET,
  RouteTable,
  sameNextHops,
  type NextHop,
  type Route,
} from './route';

const DEFAULT_ROUTE: Prefix = { address: 0, length: 0 };
/** How deep a static route's next hop may lean on other routes. */
const RECURSION_LIMIT = 8;

/** Routes to the subnets of a node's own interfaces that are up. */
export function connectedRoutes(network: Network, node: number): Route[] {
  const routes: Route[] = [];
  for (const entry of interfacesOf(network, node)) {
    if (!entry.up || entry.address === null) continue;
    const prefix = prefixOf({ address: entry.address, length: entry.length });
    routes.push({
      prefix,
      source: 'connected',
      distance: DISTANCE.connected,
      metric: 0,
      nextHops: [deliver(entry.index)],
      bgp: null,
      why: `${entry.name} is in this subnet`,
    });
  }
  return routes;
}

export function interfacesOf(network: Network, node: number): NetworkInterface[] {
  const owner = network.nodes[node];
  return owner === undefined ? [] : owner.interfaces.map((index) => interfaceAt(network, index));
}

/** The way to an address: next hops, and what it costs. */
export interface Resolution {
  readonly nextHops: readonly NextHop[];
  readonly metric: number;
}

/**
 * Next hops by which a node reaches an address, found by longest prefix in a table; recursive routes are
 * followed. Null where the table has no route. `accept` narrows what may be leant on.
 */
export function resolve(
  network: Network,
  table: RouteTable,
  address: Address,
  accept?: (route: Route) => boolean,
): Resolution | null {
  const route = table.match(address, accept);
  if (route === undefined) return null;
  const nextHops = route.nextHops.flatMap((hop) => towards(network, hop, address));
  return nextHops.length === 0 ? null : { nextHops, metric: route.metric };
}

/** A next hop as seen for one address: delivery on a segment becomes forwarding to the address's owner. */
function towards(network: Network, hop: NextHop, address: Address): NextHop[] {
  if (hop.action !== 'deliver') return hop.action === 'forward' ? [hop] : [];
  return [forward(hop.egress, ownerOnSegment(network, hop.egress, address), address)];
}

/** The interface that answers for an address on the segment of `egress`; -1 for nobody (or one that is down). */
export function ownerOnSegment(network: Network, egress: number, address: Address): number {
  const { segment } = interfaceAt(network, egress);
  if (segment === -1) return -1;
  const owner = segmentAt(network, segment).owners.get(address);
  return owner === undefined || !interfaceAt(network, owner).up ? -1 : owner;
}

/**
 * Static routes whose next hop can be reached. A static route needs its interface up, or its next hop's
 * address routable by something else than itself: connected, dynamic (`others`) or other static routes.
 * Each round looks the next hops up in what the round before found, until nothing changes.
 */
export function staticRoutes(
  network: Network,
  node: number,
  router: Router,
  others: readonly Route[],
): Route[] {
  let routes: readonly Route[] = [];
  for (let round = 0; round < RECURSION_LIMIT; round++) {
    const table = new RouteTable();
    for (const route of [...others, ...routes]) {
      const current = table.get(route.prefix);
      if (current === undefined || route.distance < current.distance) table.set(route);
    }
    const found = router.static.flatMap((entry) => {
      if (entry.distance === UNUSABLE) return [];
      const nextHops = staticNextHops(network, node, entry, table);
      return nextHops.length === 0 ? [] : [staticRoute(entry, nextHops)];
    });
    const next = mergeEqual(found);
    const settled =
      next.length === routes.length &&
      next.every((route, index) => sameNextHops(route.nextHops, routes[index]?.nextHops ?? []));
    routes = next;
    if (settled) break;
  }
  return [...routes];
}

function staticNextHops(
  network: Network,
  node: number,
  entry: StaticRoute,
  table: RouteTable,
): readonly NextHop[] {
  switch (entry.via.kind) {
    case 'discard':
      return [DISCARD];
    case 'internet':
      return [INTERNET];
    case 'interface': {
      const { interface: name } = entry.via;
      const egress = interfacesOf(network, node).find((candidate) => candidate.name === name);
      return egress?.up === true ? [throughInterface(network, egress)] : [];
    }
    case 'address': {
      // As for BGP, a default route says nothing of where a next hop is.
      const other = ({ prefix }: Route): boolean => prefix.length > 0 && !isSame(prefix, entry.prefix);
      return resolve(network, table, entry.via.address, other)?.nextHops ?? [];
    }
  }
}

function isSame(a: Prefix, b: Prefix): boolean {
  return a.address === b.address && a.length === b.length;
}

/** Through a point-to-point interface to its other end; on a LAN the destination is taken to be on-link. */
function throughInterface(network: Network, egress: NetworkInterface): NextHop {
  if (egress.segment === -1) return deliver(egress.index);
  const { kind, interfaces } = segmentAt(network, egress.segment);
  const other = interfaces.find((index) => index !== egress.index);
  if (kind === 'lan' || other === undefined) return deliver(egress.index);
  return forward(egress.index, other, interfaceAt(network, other).address);
}

function staticRoute(entry: StaticRoute, nextHops: readonly NextHop[]): Route {
  return {
    prefix: entry.prefix,
    source: 'static',
    distance: entry.distance,
    metric: 0,
    nextHops,
    gateway: entry.via.kind === 'address' ? entry.via.address : (nextHops[0]?.address ?? null),
    bgp: null,
    why: `configured on this node (distance ${entry.distance})`,
  };
}

/** Static routes for one prefix at one distance are one route with several next hops. */
function mergeEqual(routes: readonly Route[]): Route[] {
  const merged = new Map<string, Route>();
  for (const route of routes) {
    const key = `${prefixKey(route.prefix)} ${route.distance}`;
    const same = merged.get(key);
    const nextHops = same === undefined ? route.nextHops : [...same.nextHops, ...route.nextHops];
    const gateway = lowest(route.gateway ?? null, same?.gateway ?? null);
    merged.set(key, { ...route, nextHops, gateway });
  }
  return [...merged.values()].map((route) => ({ ...route, nextHops: ecmpSet(route.nextHops) }));
}

function lowest(a: Address | null, b: Address | null): Address | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** A host's default route: to its gateway, the only router beside it, or its VNet's fabric. */
export function hostDefaultRoute(network: Network, node: number, host: Host): Route | null {
  const [nic] = interfacesOf(network, node);
  if (nic === undefined || !nic.up || nic.segment === -1) return null;
  const gateway = gatewayOf(network, nic, host);
  if (gateway === null) return null;
  const where = gateway.address === null ? 'the fabric of its VNet' : formatAddress(gateway.address);
  return {
    prefix: DEFAULT_ROUTE,
    source: 'static',
    distance: DISTANCE.static,
    metric: 0,
    nextHops: [forward(nic.index, gateway.neighbor, gateway.address)],
    bgp: null,
    why: `default gateway ${where}`,
  };
}

/** A VNet's fabric, or a router's interface in the host's own subnet. */
function isGatewayFor(network: Network, host: Host, { node, address }: NetworkInterface): boolean {
  const { kind } = nodeAt(network, node);
  return kind === 'vnet' || (kind === 'router' && address !== null && isBeside(host.address, address));
}

/** The gateway a host is given, or else the one router beside it; its interface is -1 while nobody answers. */
function gatewayOf(
  network: Network,
  nic: NetworkInterface,
  host: Host,
): { readonly address: Address | null; readonly neighbor: number } | null {
  if (host.gateway !== null)
    return { address: host.gateway, neighbor: ownerOnSegment(network, nic.index, host.gateway) };
  const only = segmentAt(network, nic.segment)
    .interfaces.map((index) => interfaceAt(network, index))
    .find((entry) => isGatewayFor(network, host, entry));
  return only === undefined ? null : { address: only.address, neighbor: only.up ? only.index : -1 };
}
