/** What routers carry from one protocol into another: into BGP by statement or redistribution, into OSPF. */
import { prefixKey, type Prefix } from '../address';
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
      entries.set(prefixKey(prefix), { speaker, prefix, med: metric, origin: 2 });
    }
  }
  for (const prefix of bgp.networks) {
    const route = table.get(prefix);
    if (route === undefined) continue;
    entries.set(prefixKey(prefix), { speaker, prefix, med: route.metric, origin: 0 });
  }
  return [...entries.values()];
}

/** What a router injects into OSPF; a default route only by default-information originate, and not OSPF's own. */
export function ospfExternals(router: number, ospf: Ospf, table: RouteTable): OspfExternal[] {
  const externals = ospf.redistribute.flatMap((rule) => redistributed(router, table, rule));
  if (ospf.defaultOriginate === null) return externals;
  const held = table.get(DEFAULT_PREFIX);
  const { always, metric, type } = ospf.defaultOriginate;
  if (!always && (held === undefined || held.source === 'ospf')) return externals;
  return [...externals, { router, prefix: DEFAULT_PREFIX, metric, type }];
}

function redistributed(router: number, table: RouteTable, rule: OspfRedistribution): OspfExternal[] {
  return [...table.values()]
    .filter((route) => protocolOf(route) === rule.from && route.prefix.length > 0)
    .map((route) => ({ router, prefix: route.prefix, metric: rule.metric, type: rule.type }));
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
    case 'vnet':
    case 'peering':
    case 'system':
    case 'expressroute':
    case 'vpn':
      return null;
  }
}
