/**
 * User-defined routes: where each leads for the subnets of one VNet.
 * Source: Microsoft Learn, "Virtual network traffic routing", section "User-defined".
 */
import { strings } from '../../../shared/strings';
import { formatAddress, prefixContains, type Address } from '../address';
import type { Gateway, Topology, UserRoute } from '../topology/model';
import { interfaceAt, type Network } from '../topology/network';
import { gatewayNics, peersOf, RANK } from './azure-space';
import { interfacesOf, ownerOnSegment } from './local-routes';
import { deliver, DISCARD, ecmpSet, INTERNET, type NextHop, type Route } from './route';

const words = strings.reasons.routes;

export interface PlacedUserRoute {
  readonly route: Route;
  /** Why Azure does not use it here; null where it does. */
  readonly invalid: string | null;
}

/** The routes of a table as they work in a VNet, in the order of the text. */
export function userRoutes(
  network: Network,
  topology: Topology,
  vnet: string,
  tableName: string,
): PlacedUserRoute[] {
  const table = topology.routeTables[tableName];
  return Object.entries(table?.routes ?? {}).map(([name, entry]) => {
    const invalid = entry.via.kind === 'VirtualNetworkGateway' ? gatewayProblem(topology, vnet) : null;
    const nextHops = invalid === null ? nextHopsOf(network, topology, vnet, entry) : [];
    const route: Route = {
      prefix: entry.prefix,
      source: 'user',
      distance: RANK.user,
      metric: 0,
      nextHops,
      bgp: null,
      user: { table: tableName, name, via: entry.via },
      why: words.userRoute(name, tableName, viaWords(entry)),
    };
    return { route, invalid };
  });
}

function viaWords({ via }: UserRoute): string {
  switch (via.kind) {
    case 'appliance':
      return words.toAppliance(formatAddress(via.address));
    case 'VirtualNetworkGateway':
      return words.toVpnGateway;
    case 'VnetLocal':
      return words.insideVnet;
    case 'Internet':
      return words.outToInternet;
    case 'None':
      return words.dropped;
  }
}

/** The VNet whose gateways a VNet uses: its own, or by a peering with the interface into it. */
function gatewayOwner(
  network: Network,
  topology: Topology,
  vnet: string,
): { readonly owner: string; readonly across: number } {
  const peer = peersOf(network, topology, vnet).find(({ givesGateways }) => givesGateways);
  if (peer === undefined) return { owner: vnet, across: -1 };
  return { owner: peer.name, across: network.interfaceByName.get(`${vnet}:${peer.peering}`) ?? -1 };
}

/**
 * Why next hop type VirtualNetworkGateway does not work in a VNet. It means the VPN gateway: ExpressRoute takes
 * routes by BGP only, and where both gateways are, Azure does not allow it either.
 */
export function gatewayProblem(topology: Topology, vnet: string): string | null {
  const remote = Object.values(topology.peerings).flatMap(({ ends, shutdown }) => {
    const own = ends.find((end) => end.vnet === vnet);
    const other = ends.find((end) => end.vnet !== vnet);
    return own?.useRemoteGateways === true && !shutdown && other !== undefined ? [other.vnet] : [];
  });
  const owners = [vnet, ...remote];
  const gateways = Object.values(topology.gateways).filter((gateway) => owners.includes(gateway.vnet));
  const has = (type: Gateway['type']): boolean => gateways.some((gateway) => gateway.type === type);
  if (!has('vpn') && !has('expressroute')) return words.noVpnGateway(vnet);
  if (!has('vpn')) return words.meansVpn;
  return has('expressroute') ? words.bothGateways : null;
}

function nextHopsOf(
  network: Network,
  topology: Topology,
  vnet: string,
  { via }: UserRoute,
): readonly NextHop[] {
  switch (via.kind) {
    case 'None':
      return [DISCARD];
    case 'Internet':
      return [INTERNET];
    case 'VnetLocal':
      return [deliver(fabricInterface(network, vnet))];
    case 'appliance':
      return [applianceHop(network, topology, vnet, via.address)];
    case 'VirtualNetworkGateway': {
      const { owner, across } = gatewayOwner(network, topology, vnet);
      const found = Object.entries(topology.gateways).find(
        ([, gateway]) => gateway.vnet === owner && gateway.type === 'vpn',
      );
      const egress = fabricInterface(network, owner);
      const hops = gatewayNics(network, found?.[0] ?? '').map((nic): NextHop => {
        const { up, address } = interfaceAt(network, nic);
        return { action: 'forward', egress, neighbor: up ? nic : -1, address, across };
      });
      return ecmpSet(hops);
    }
  }
}

/**
 * To the NIC that has an address, in the VNet itself or straight into a peered one. Azure looks at nothing but
 * the address: where nobody has it, packets are lost, and no other route takes over.
 */
export function applianceHop(network: Network, topology: Topology, vnet: string, address: Address): NextHop {
  const holds = (name: string): boolean =>
    topology.vnets[name]?.addressSpace.some((space) => prefixContains(space, address)) === true;
  const peer = holds(vnet) ? undefined : peersOf(network, topology, vnet).find(({ name }) => holds(name));
  const egress = fabricInterface(network, peer?.name ?? vnet);
  const across = peer === undefined ? -1 : (network.interfaceByName.get(`${vnet}:${peer.peering}`) ?? -1);
  return { action: 'forward', egress, neighbor: ownerOnSegment(network, egress, address), address, across };
}

function fabricInterface(network: Network, vnet: string): number {
  const [fabric] = interfacesOf(network, network.nodeByName.get(vnet) ?? -1);
  if (fabric === undefined) throw new RangeError(`no VNet ${vnet}`);
  return fabric.index;
}
