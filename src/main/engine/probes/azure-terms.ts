/** Routes of a VNet in Azure's own terms: next hop types, addresses and sources. */
import type { AzureNextHopType } from '../../../shared/results';
import { formatAddress } from '../address';
import type { ForwardingPlane } from '../forwarding/plane';
import type { Route, RoutingTable } from '../routing/route';
import { interfaceAt, nodeAt, type Network, type Nic } from '../topology/network';

/** @param route a route of a VNet's fabric */
export function nextHopType(route: Route): AzureNextHopType {
  switch (route.source) {
    case 'vnet':
      return 'VnetLocal';
    case 'peering':
      return 'VNetPeering';
    case 'expressroute':
    case 'vpn':
    case 'route-server':
    case 'virtual-hub':
      return 'VirtualNetworkGateway';
    case 'user':
      return userType(route);
    case 'system':
      return route.nextHops[0]?.action === 'internet' ? 'Internet' : 'None';
    case 'connected':
    case 'static':
    case 'ospf':
    case 'ebgp':
    case 'ibgp':
    case 'aggregate':
      throw new RangeError(`a VNet has no ${route.source} routes`);
  }
}

function userType({ user }: Route): AzureNextHopType {
  const kind = user?.via.kind ?? 'None';
  return kind === 'appliance' ? 'VirtualAppliance' : kind;
}

/** Of routes to a gateway: where Azure sends them, by ExpressRoute the MSEEs. None for all others. */
export function nextHopAddresses(network: Network, route: Route): string[] {
  if (route.user?.via.kind === 'appliance') return [formatAddress(route.user.via.address)];
  if (nextHopType(route) !== 'VirtualNetworkGateway') return [];
  const addresses = route.nextHops.map((hop) => {
    // Past an ExpressRoute gateway the address stands at the far end of the connection, on the MSEE.
    const { address } = hop.neighbor === -1 ? hop : interfaceAt(network, hop.neighbor);
    return address ?? hop.address;
  });
  return addresses.flatMap((address) => (address === null ? [] : [formatAddress(address)]));
}

/** The fabric of the VNet a VM is in; null for all other nodes. A VNet stands for itself. */
export function fabricOf(network: Network, node: number): number | null {
  const { kind, vnet } = nodeAt(network, node);
  if (kind === 'vnet') return node;
  if (kind !== 'host' || vnet === null) return null;
  return network.nodeByName.get(vnet) ?? null;
}

/** The NIC of a VM or of a router in a VNet, its first one; null for everybody else. */
export function nicOf(network: Network, node: number): Nic | null {
  const { kind, interfaces } = nodeAt(network, node);
  if (kind !== 'host' && kind !== 'router') return null;
  const nics = interfaces.map((index) => interfaceAt(network, index).nic);
  return nics.find((nic) => nic !== null) ?? null;
}

/** The effective routes a node's packets meet: of the subnet of its NIC; of a VNet, those without a route table. */
export function effectiveTable({ control, network }: ForwardingPlane, node: number): RoutingTable {
  const nic = nicOf(network, node);
  const fabric = nic === null ? node : (network.nodeByName.get(nic.vnet) ?? node);
  return nic === null ? control.table(node) : control.subnetTable(fabric, nic.routeTable);
}
