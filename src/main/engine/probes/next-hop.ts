/** `next-hop`: the one route a node takes to an address; for VMs with Azure's own answer. */
import type { NextHopResult } from '../../../shared/results';
import { formatAddress, type Address } from '../address';
import { viewRoute } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { fabricOf, nextHopAddresses, nextHopType, nicOf } from './azure-terms';

export function nextHop({ plane }: Simulation, node: number, address: Address): NextHopResult {
  const { network } = plane;
  const { name, kind } = nodeAt(network, node);
  const fabric = fabricOf(network, node);
  const nic = kind === 'host' ? nicOf(network, node) : null;
  const route = nic === null ? plane.route(fabric ?? node, address) : plane.effectiveRoute(nic, address);
  const azure =
    fabric === null || route === undefined
      ? null
      : {
          nextHopType: nextHopType(route),
          nextHopAddresses: nextHopAddresses(network, route),
          // Azure names the route table of a user-defined route here, and this for all other routes.
          routeTable: route.user?.table ?? 'System Route',
        };
  return {
    kind: 'next-hop',
    node: name,
    nodeKind: kind,
    address: formatAddress(address),
    azure,
    route: route === undefined ? null : viewRoute(network, route),
  };
}
