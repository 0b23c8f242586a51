/** `show effective-routes`: a VM's routes in Azure's columns; losing routes are listed as Invalid. */
import type { EffectiveRoutesResult, EffectiveRouteView } from '../../../shared/results';
import { comparePrefixes, formatPrefix } from '../address';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt, type Network } from '../topology/network';
import { effectiveTable, nicOf, nextHopAddresses, nextHopType } from './azure-terms';

/** Null for a node that is not in a VNet. */
export function effectiveRoutes({ plane }: Simulation, node: number): EffectiveRoutesResult | null {
  const { network } = plane;
  const vnet = nicOf(network, node)?.vnet ?? fabricName(network, node);
  if (vnet === null) return null;
  const table = effectiveTable(plane, node);
  const view = (route: Route, state: 'Active' | 'Invalid', why: string): EffectiveRouteView => ({
    name: route.user?.name ?? null,
    state,
    source: sourceOf(route),
    prefix: formatPrefix(route.prefix),
    nextHopType: nextHopType(route),
    nextHopAddresses: nextHopAddresses(network, route),
    why,
  });
  const active = [...table.active.values()].toSorted((a, b) => comparePrefixes(a.prefix, b.prefix));
  const lost = table.lost.toSorted((a, b) => comparePrefixes(a.route.prefix, b.route.prefix));
  return {
    kind: 'effective-routes',
    node: nodeAt(network, node).name,
    vnet,
    subnet: nicOf(network, node)?.subnet ?? null,
    routeTable: nicOf(network, node)?.routeTable ?? null,
    routes: [
      ...active.map((route) => view(route, 'Active', route.why)),
      ...lost.map(({ route, reason }) => view(route, 'Invalid', reason)),
    ],
  };
}

function sourceOf({ source }: Route): EffectiveRouteView['source'] {
  if (source === 'user') return 'User';
  const byGateway = ['expressroute', 'vpn', 'route-server', 'virtual-hub'].includes(source);
  return byGateway ? 'VirtualNetworkGateway' : 'Default';
}

function fabricName(network: Network, node: number): string | null {
  const { kind, name } = nodeAt(network, node);
  return kind === 'vnet' ? name : null;
}
