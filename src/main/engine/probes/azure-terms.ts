/** Routes of a VNet in Azure's own terms: next hop types, addresses and sources. */
import type { AzureNextHopType } from '../../../shared/results';
import { formatAddress } from '../address';
import type { Route } from '../routing/route';
import { interfaceAt, nodeAt, type Network } from '../topology/network';

/** @param route a route of a VNet's fabric */
export function nextHopType(route: Route): AzureNextHopType {
  switch (route.source) {
    case 'vnet':
      return 'VnetLocal';
    case 'peering':
      return 'VNetPeering';
    case 'expressroute':
    case 'vpn':
      return 'VirtualNetworkGateway';
    case 'system':
      return route.nextHops[0]?.action === 'internet' ? 'Internet' : 'None';
    case 'connected':
    case 'static':
    case 'ospf':
    case 'ebgp':
    case 'ibgp':
      throw new RangeError(`a VNet has no ${route.source} routes`);
  }
}

/** Of routes to a gateway: where Azure sends them, by ExpressRoute the MSEEs. None for all others. */
export function nextHopAddresses(network: Network, route: Route): string[] {
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
