/**
 * The routes a router or host has by its own configuration: connected and static. What they resolve to is
 * looked up in tables without BGP, so that BGP may stand on them.
 */
import { formatAddress, prefixOf, type Address, type Prefix } from '../address';
import type { Host, Router, StaticRoute } from '../topology/model';
import { interfaceAt, segmentAt, type Network, type NetworkInterface } from '../topology/network';
import {
  deliver,
  DISCARD,
  DISTANCE,
  forward,
  INTERNET,
  type NextHop,
  type Route,
  type RouteTable,
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

/**
 * Next hops by which a node reaches an address, found by longest prefix in a table; recursive routes are
 * followed. Null where the table has no route. `accept` narrows what may be leant on.
 */
export function resolve(
  network: Network,
  table: RouteTable,
  address: Address,
  accept?: (route: Route) => boolean,
): { readonly nextHops: readonly NextHop[]; readonly metric: number } | null {
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
 * Static routes whose next hop can be reached, best distance first. A static route needs its interface up
 * or its next hop's address routable through connected or other static routes.
 */
export function staticRoutes(network: Network, node: number, router: Router, table: RouteTable): Route[] {
  const pending = router.static.toSorted((a, b) => a.distance - b.distance);
  const routes: Route[] = [];
  const known = new Map<StaticRoute, NextHop>();
  for (let round = 0; round < RECURSION_LIMIT; round++) {
    const found = pending.filter((entry) => {
      if (known.has(entry)) return false;
      const hop = staticNextHop(network, node, entry, table);
      if (hop !== null) known.set(entry, hop);
      return hop !== null;
    });
    if (found.length === 0) break;
    for (const entry of found) {
      const hop = known.get(entry);
      if (hop === undefined) continue;
      const route = staticRoute(entry, hop);
      routes.push(route);
      const current = table.get(route.prefix);
      if (current === undefined || route.distance < current.distance) table.set(route);
    }
  }
  return mergeEqual(routes);
}

function staticNextHop(
  network: Network,
  node: number,
  entry: StaticRoute,
  table: RouteTable,
): NextHop | null {
  switch (entry.via.kind) {
    case 'discard':
      return DISCARD;
    case 'internet':
      return INTERNET;
    case 'interface': {
      const { interface: name } = entry.via;
      const egress = interfacesOf(network, node).find((candidate) => candidate.name === name);
      return egress?.up === true ? throughInterface(network, egress) : null;
    }
    case 'address': {
      const { address } = entry.via;
      const covering = (route: Route): boolean => !isSame(route.prefix, entry.prefix);
      const hop = resolve(network, table, address, covering)?.nextHops[0];
      return hop === undefined ? null : { ...hop, address };
    }
  }
}

function isSame(a: Prefix, b: Prefix): boolean {
  return a.address === b.address && a.length === b.length;
}

/** Through a point-to-point interface to its other end; elsewhere the destination is taken to be on-link. */
function throughInterface(network: Network, egress: NetworkInterface): NextHop {
  if (egress.segment === -1) return deliver(egress.index);
  const others = segmentAt(network, egress.segment).interfaces.filter((other) => other !== egress.index);
  const [other] = others;
  if (other === undefined || others.length > 1) return deliver(egress.index);
  return forward(egress.index, other, interfaceAt(network, other).address);
}

function staticRoute(entry: StaticRoute, hop: NextHop): Route {
  return {
    prefix: entry.prefix,
    source: 'static',
    distance: entry.distance,
    metric: 0,
    nextHops: [hop],
    bgp: null,
    why: `configured on this node (distance ${entry.distance})`,
  };
}

/** Static routes for one prefix at one distance are one route with several next hops. */
function mergeEqual(routes: readonly Route[]): Route[] {
  const merged = new Map<string, Route>();
  for (const route of routes) {
    const key = `${route.prefix.address}/${route.prefix.length} ${route.distance}`;
    const same = merged.get(key);
    merged.set(
      key,
      same === undefined ? route : { ...same, nextHops: [...same.nextHops, ...route.nextHops] },
    );
  }
  return [...merged.values()];
}

/** A host's default route: to its gateway, the only router beside it, or its VNet's fabric. */
export function hostDefaultRoute(network: Network, node: number, host: Host): Route | null {
  const [nic] = interfacesOf(network, node);
  if (nic === undefined || !nic.up || nic.segment === -1) return null;
  const gateway =
    host.gateway === null ? onlyRouter(network, nic) : ownerOnSegment(network, nic.index, host.gateway);
  if (gateway === null) return null;
  const address = host.gateway ?? interfaceAt(network, gateway).address;
  const where = address === null ? 'the fabric of its VNet' : formatAddress(address);
  return {
    prefix: DEFAULT_ROUTE,
    source: 'static',
    distance: DISTANCE.static,
    metric: 0,
    nextHops: [forward(nic.index, gateway, address)],
    bgp: null,
    why: `default gateway ${where}`,
  };
}

function onlyRouter(network: Network, nic: NetworkInterface): number | null {
  const candidates = segmentAt(network, nic.segment).interfaces.filter((index) => {
    const { kind } = network.nodes[interfaceAt(network, index).node] ?? { kind: 'host' };
    return kind === 'router' || kind === 'vnet';
  });
  return candidates[0] ?? null;
}
