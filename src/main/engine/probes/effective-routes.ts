/** `show effective-routes`: a VM's routes in Azure's columns; losing routes are listed as Invalid. */
import type { EffectiveRoutesResult, EffectiveRouteView } from '../../../shared/results';
import { comparePrefixes, formatPrefix } from '../address';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { fabricOf, nextHopAddresses, nextHopType } from './azure-terms';

/** Null for a node that is not in a VNet. */
export function effectiveRoutes({ plane }: Simulation, node: number): EffectiveRoutesResult | null {
  const { control, network } = plane;
  const fabric = fabricOf(network, node);
  if (fabric === null) return null;
  const table = control.table(fabric);
  const view = (route: Route, state: 'Active' | 'Invalid', why: string): EffectiveRouteView => ({
    name: null,
    state,
    source: nextHopType(route) === 'VirtualNetworkGateway' ? 'VirtualNetworkGateway' : 'Default',
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
    vnet: nodeAt(network, fabric).name,
    routes: [
      ...active.map((route) => view(route, 'Active', route.why)),
      ...lost.map(({ route, reason }) => view(route, 'Invalid', reason)),
    ],
  };
}
