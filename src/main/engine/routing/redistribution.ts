/** What routers carry from one protocol into another: into BGP by statement or redistribution, into OSPF. */
import { prefixKey, type Address, type Prefix } from '../address';
import { NO_COMMUNITIES } from '../community';
import type { Bgp, Ospf, OspfRedistribution, RedistributeFrom, Router } from '../topology/model';
import { OWN_WEIGHT, type Origination } from './bgp';
import type { Speaker } from './bgp-sessions';
import type { OspfExternal } from './ospf';
import type { Route, RouteTable } from './route';
import { applyMap, compileMap, type CompiledMap } from './route-map';

const DEFAULT_PREFIX: Prefix = { address: 0, length: 0 };

/**
 * What a router originates in BGP. A network statement announces only what the table without BGP (`bare`) has; the
 * MED is the metric there, as Cisco and FRR set it. Redistribution takes along what is in use: a route that loses to
 * one heard by BGP is not redistributed. Default routes are not either. Route maps have the last word, on the MED too.
 */
export function bgpOriginations(
  index: number,
  speaker: Speaker,
  router: Router,
  bgp: Bgp,
  bare: RouteTable,
  used: RouteTable,
): Origination[] {
  const entries = new Map<number, Origination>();
  const add = (origin: 0 | 2, map: CompiledMap | null, route: Route): void => {
    const { prefix } = route;
    const entry = originated(index, speaker, origin, map, route);
    if (entry !== null) entries.set(prefixKey(prefix), entry);
  };
  const mapOf = (name: string | null): CompiledMap | null =>
    name === null ? null : compileMap(router, name, speaker.asn);
  for (const { from, routeMap } of bgp.redistribute) {
    const map = mapOf(routeMap);
    for (const route of used.values())
      if (protocolOf(route) === from && route.prefix.length > 0) add(2, map, route);
  }
  for (const { prefix, routeMap } of bgp.networks) {
    const route = bare.get(prefix);
    if (route !== undefined) add(0, mapOf(routeMap), route);
  }
  return [...entries.values()];
}

/** Null where the route map denies it. */
function originated(
  index: number,
  speaker: Speaker,
  origin: 0 | 2,
  map: CompiledMap | null,
  route: Route,
): Origination | null {
  const { prefix, metric } = route;
  // FRR tells a default route that a network statement names as its own.
  const nextHop = prefix.length === 0 ? 0 : (gatewayOf(route) ?? 0);
  if (map === null) return { speaker: index, prefix, med: metric, origin, nextHop };
  const shaped = applyMap(map, {
    prefix,
    asPath: [],
    communities: NO_COMMUNITIES,
    localPreference: speaker.defaultLocalPreference,
    med: metric,
    weight: OWN_WEIGHT,
    nextHop: null,
  });
  if (shaped === null) return null;
  return { speaker: index, prefix, med: shaped.med, origin, nextHop: shaped.nextHop ?? nextHop, shaped };
}

/** The router behind which a route's destinations lie, before that one's address is resolved; null for none. */
function gatewayOf(route: Route): Address | null {
  if (route.bgp !== null) return route.bgp.nextHop;
  return route.source === 'static' ? (route.gateway ?? null) : (route.nextHops[0]?.address ?? null);
}

/** What a router injects into OSPF; a default route only by default-information originate, and not OSPF's own. */
export function ospfExternals(
  node: number,
  router: Router,
  ospf: Ospf,
  table: RouteTable,
  inOspf: (address: Address) => boolean,
): OspfExternal[] {
  const externals = ospf.redistribute.flatMap((rule) => redistributed(node, router, table, rule, inOspf));
  if (ospf.defaultOriginate === null) return externals;
  const known = table.get(DEFAULT_PREFIX);
  const held = known === undefined || known.source === 'ospf' ? null : known;
  const { always, metric, type } = ospf.defaultOriginate;
  if (!always && held === null) return externals;
  // Always originated, it has nothing to do with the route that is held, unless that is redistributed, too (FRR).
  const isOfHeld =
    held !== null && (!always || ospf.redistribute.some(({ from }) => from === protocolOf(held)));
  const forwarding = isOfHeld ? forwardingOf(held, inOspf) : null;
  return [...externals, { router: node, prefix: DEFAULT_PREFIX, metric, type, forwarding }];
}

/** Others forward straight to a gateway that lies in an OSPF subnet (RFC 2328 section 12.4.4.1). */
function forwardingOf(route: Route, inOspf: (address: Address) => boolean): Address | null {
  const gateway = gatewayOf(route);
  return gateway !== null && inOspf(gateway) ? gateway : null;
}

/** Subnets that OSPF itself announces are no connected ones to redistribute, for Cisco and FRR alike. */
function redistributed(
  node: number,
  router: Router,
  table: RouteTable,
  { from, metric, type, routeMap }: OspfRedistribution,
  inOspf: (address: Address) => boolean,
): OspfExternal[] {
  const map = routeMap === null ? null : compileMap(router, routeMap, router.bgp?.asn ?? 0);
  return [...table.values()].flatMap((route) => {
    if (protocolOf(route) !== from || route.prefix.length === 0) return [];
    if (from === 'connected' && inOspf(route.prefix.address)) return [];
    const metricTold = map === null ? metric : mappedMetric(map, route, metric);
    if (metricTold === null) return [];
    const forwarding = forwardingOf(route, inOspf);
    return [{ router: node, prefix: route.prefix, metric: metricTold, type, forwarding }];
  });
}

/** The metric a route gets by a route map, the usual one unless it sets one; null where it is denied. */
function mappedMetric(map: CompiledMap, { prefix, bgp }: Route, usual: number): number | null {
  const shaped = applyMap(map, {
    prefix,
    asPath: bgp?.asPath ?? [],
    communities: bgp?.communities ?? NO_COMMUNITIES,
    localPreference: bgp?.localPreference ?? 0,
    med: usual,
    weight: bgp?.weight ?? 0,
    nextHop: null,
  });
  return shaped?.med ?? null;
}

/** The protocol that redistribution names for a route; null for Azure's. */
export function protocolOf(route: Route): RedistributeFrom | null {
  switch (route.source) {
    case 'connected':
    case 'static':
    case 'ospf':
      return route.source;
    case 'ebgp':
    case 'ibgp':
    case 'aggregate':
      return 'bgp';
    case 'user':
    case 'vnet':
    case 'peering':
    case 'system':
    case 'route-server':
    case 'virtual-hub':
    case 'expressroute':
    case 'vpn':
      return null;
  }
}
