/** What routers carry from one protocol into another: into BGP by statement or redistribution, into OSPF. */
import { prefixKey, type Address, type Prefix } from '../address';
import type { Bgp, Ospf, OspfRedistribution, RedistributeFrom } from '../topology/model';
import type { Origination } from './bgp';
import type { OspfExternal } from './ospf';
import type { Route, RouteTable } from './route';

const DEFAULT_PREFIX: Prefix = { address: 0, length: 0 };

/**
 * What a router originates in BGP. A network statement announces only what the table (without BGP) has; the
 * MED is the metric there, as Cisco and FRR set it. Default routes are not redistributed.
 */
export function bgpOriginations(speaker: number, bgp: Bgp, table: RouteTable): Origination[] {
  const entries = new Map<number, Origination>();
  for (const from of bgp.redistribute) {
    for (const route of table.values()) {
      if (protocolOf(route) !== from || route.prefix.length === 0) continue;
      const { prefix, metric } = route;
      const nextHop = gatewayOf(route) ?? 0;
      entries.set(prefixKey(prefix), { speaker, prefix, med: metric, origin: 2, nextHop });
    }
  }
  for (const prefix of bgp.networks) {
    const route = table.get(prefix);
    if (route === undefined) continue;
    entries.set(prefixKey(prefix), {
      speaker,
      prefix,
      med: route.metric,
      origin: 0,
      nextHop: gatewayOf(route) ?? 0,
    });
  }
  return [...entries.values()];
}

/** The router behind which a route's destinations lie, before that one's address is resolved; null for none. */
function gatewayOf(route: Route): Address | null {
  if (route.bgp !== null) return route.bgp.nextHop;
  return route.source === 'static' ? (route.gateway ?? null) : (route.nextHops[0]?.address ?? null);
}

/** What a router injects into OSPF; a default route only by default-information originate, and not OSPF's own. */
export function ospfExternals(
  router: number,
  ospf: Ospf,
  table: RouteTable,
  inOspf: (address: Address) => boolean,
): OspfExternal[] {
  const externals = ospf.redistribute.flatMap((rule) => redistributed(router, table, rule, inOspf));
  if (ospf.defaultOriginate === null) return externals;
  const held = table.get(DEFAULT_PREFIX);
  const { always, metric, type } = ospf.defaultOriginate;
  if (!always && (held === undefined || held.source === 'ospf')) return externals;
  return [...externals, { router, prefix: DEFAULT_PREFIX, metric, type, forwarding: null }];
}

/** Others forward straight to a gateway that lies in an OSPF subnet (RFC 2328 section 12.4.4.1). */
function redistributed(
  router: number,
  table: RouteTable,
  { from, metric, type }: OspfRedistribution,
  inOspf: (address: Address) => boolean,
): OspfExternal[] {
  return [...table.values()]
    .filter((route) => protocolOf(route) === from && route.prefix.length > 0)
    .map((route) => {
      const gateway = gatewayOf(route);
      const forwarding = gateway !== null && inOspf(gateway) ? gateway : null;
      return { router, prefix: route.prefix, metric, type, forwarding };
    });
}

function protocolOf(route: Route): RedistributeFrom | null {
  switch (route.source) {
    case 'connected':
    case 'static':
    case 'ospf':
      return route.source;
    case 'ebgp':
    case 'ibgp':
      return 'bgp';
    case 'user':
    case 'vnet':
    case 'peering':
    case 'system':
    case 'expressroute':
    case 'vpn':
      return null;
  }
}
