/**
 * A router's static routes: those that stand, and those that do not, with the reason. A static route needs its
 * interface up, or its next hop's address routable by something else than itself; with `track` also a route to
 * the tracked address.
 */
import { strings } from '../../../shared/strings';
import { formatAddress, prefixKey, type Address, type Prefix } from '../address';
import type { Router, StaticRoute } from '../topology/model';
import { interfaceAt, segmentAt, type Network, type NetworkInterface } from '../topology/network';
import { interfacesOf, resolve } from './local-routes';
import { UNUSABLE } from '../topology/distances';
import {
  deliver,
  DISCARD,
  ecmpSet,
  forward,
  INTERNET,
  RouteTable,
  sameNextHops,
  type LostRoute,
  type NextHop,
  type Route,
} from './route';

const words = strings.reasons.routes;

/** How deep a static route's next hop may lean on other routes. */
const RECURSION_LIMIT = 8;

export interface StaticRoutes {
  readonly routes: readonly Route[];
  /** Statements that are not active, each with its reason. */
  readonly inactive: readonly LostRoute[];
}

/**
 * Each round looks next hops and tracked addresses up in what the round before found, until nothing changes.
 * `others` are what a static route may lean on besides static ones: connected and dynamic routes.
 */
export function staticRoutes(
  network: Network,
  node: number,
  router: Router,
  others: readonly Route[],
): StaticRoutes {
  let routes: readonly Route[] = [];
  let inactive: readonly LostRoute[] = [];
  for (let round = 0; round < RECURSION_LIMIT; round++) {
    const table = new RouteTable();
    for (const route of [...others, ...routes]) {
      const current = table.get(route.prefix);
      if (current === undefined || route.distance < current.distance) table.set(route);
    }
    const found = router.static.map((entry) => ({ entry, way: wayOf(network, node, entry, table) }));
    const next = mergeEqual(
      found.flatMap(({ entry, way }) => (typeof way === 'string' ? [] : [staticRoute(entry, way)])),
    );
    inactive = found.flatMap(({ entry, way }) =>
      typeof way === 'string' ? [{ route: staticRoute(entry, []), reason: words.notActive(way) }] : [],
    );
    const settled =
      next.length === routes.length &&
      next.every((route, index) => {
        const before = routes[index];
        return (
          before !== undefined &&
          isSame(route.prefix, before.prefix) &&
          route.distance === before.distance &&
          sameNextHops(route.nextHops, before.nextHops)
        );
      });
    routes = next;
    if (settled) break;
  }
  return { routes, inactive };
}

/** Next hops of a statement, or why it is not active. */
function wayOf(
  network: Network,
  node: number,
  entry: StaticRoute,
  table: RouteTable,
): readonly NextHop[] | string {
  if (entry.distance === UNUSABLE) return words.neverUsed(UNUSABLE);
  const nextHops = staticNextHops(network, node, entry, table);
  if (typeof nextHops === 'string' || entry.track === null) return nextHops;
  const tracked = lookUp(network, entry, table, entry.track);
  return tracked.some(({ neighbor }) => neighbor !== -1)
    ? nextHops
    : words.trackedUnreachable(formatAddress(entry.track));
}

function staticNextHops(
  network: Network,
  node: number,
  entry: StaticRoute,
  table: RouteTable,
): readonly NextHop[] | string {
  switch (entry.via.kind) {
    case 'discard':
      return [DISCARD];
    case 'internet':
      return [INTERNET];
    case 'interface': {
      const { interface: name } = entry.via;
      const egress = interfacesOf(network, node).find((candidate) => candidate.name === name);
      return egress?.up === true ? [throughInterface(network, egress)] : words.interfaceDown(name);
    }
    case 'address': {
      const nextHops = lookUp(network, entry, table, entry.via.address);
      return nextHops.length > 0 ? nextHops : words.nextHopUnreachable(formatAddress(entry.via.address));
    }
  }
}

/**
 * The way to an address by other routes than those to the statement's own prefix. As for BGP, a default route
 * says nothing of where an address is.
 */
function lookUp(
  network: Network,
  { prefix: own }: StaticRoute,
  table: RouteTable,
  address: Address,
): readonly NextHop[] {
  const other = ({ prefix }: Route): boolean => prefix.length > 0 && !isSame(prefix, own);
  return resolve(network, table, address, other)?.nextHops ?? [];
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
    why: words.configured(entry.distance),
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
