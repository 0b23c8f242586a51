/**
 * The address space of VNets and their peerings, and the system routes Azure makes of them.
 * Source: Microsoft Learn, "Virtual network traffic routing", "Virtual network peering".
 */
import { strings } from '../../../shared/strings';
import { prefixCovers, type Prefix } from '../address';
import { GATEWAY_INTERFACE, SECOND_GATEWAY_INTERFACE } from '../topology/azure-interfaces';
import type { Topology } from '../topology/model';
import {
  interfaceAt,
  interfaceKey,
  nodeAt,
  segmentAt,
  type Network,
  type NetworkInterface,
} from '../topology/network';
import { interfacesOf } from './local-routes';
import { deliver, forward, type NextHop, type Route } from './route';

const words = strings.reasons.routes;

/** Distances only order Azure's sources among each other; Azure itself has no such number. */
export const RANK = { user: 0, vnet: 1, expressroute: 2, vpn: 3, routeServer: 4, system: 5 } as const;

/** A VNet that another one peers with, seen from the other. */
export interface Peer {
  readonly name: string;
  readonly peering: string;
  /** The peer lets us use its gateways, and we do. */
  readonly givesGateways: boolean;
  /** The peer uses ours. */
  readonly usesGateways: boolean;
}

/** VNets peered with this one over peerings that are up. */
export function peersOf(network: Network, topology: Topology, vnet: string): Peer[] {
  const peers: Peer[] = [];
  for (const [name, peering] of Object.entries(topology.peerings)) {
    const own = peering.ends.find((end) => end.vnet === vnet);
    const other = peering.ends.find((end) => end.vnet !== vnet);
    if (own === undefined || other === undefined || peering.shutdown) continue;
    if (!isUp(network, other.vnet) || !own.allowVirtualNetworkAccess) continue;
    peers.push({
      name: other.vnet,
      peering: name,
      givesGateways: own.useRemoteGateways && other.allowGatewayTransit,
      usesGateways: other.useRemoteGateways && own.allowGatewayTransit,
    });
  }
  return peers;
}

export function isUp(network: Network, name: string): boolean {
  const index = network.nodeByName.get(name);
  return index !== undefined && nodeAt(network, index).up;
}

/** The address space of a VNet and of its peers: what a gateway refuses when it comes back from outside. */
export function vnetAndPeerSpace(network: Network, topology: Topology, vnet: string): Prefix[] {
  const names = [vnet, ...peersOf(network, topology, vnet).map((peer) => peer.name)];
  return names.flatMap((name) => topology.vnets[name]?.addressSpace ?? []);
}

/** For each gateway node: the prefixes it refuses. */
export function refusals(network: Network, topology: Topology): Map<number, readonly Prefix[]> {
  const refused = new Map<number, readonly Prefix[]>();
  for (const [name, gateway] of Object.entries({ ...topology.gateways, ...topology.routeServers })) {
    const node = network.nodeByName.get(name);
    if (node !== undefined) refused.set(node, vnetAndPeerSpace(network, topology, gateway.vnet));
  }
  return refused;
}

export function covers(space: readonly Prefix[], prefix: Prefix): boolean {
  return space.some((outer) => prefixCovers(outer, prefix));
}

/** Routes of the VNet itself and its peers, through the fabric; the same for the fabric and its gateways. */
export function spaceRoutes(network: Network, topology: Topology, vnet: string): Route[] {
  const fabric = network.nodeByName.get(vnet);
  if (fabric === undefined) return [];
  const [own] = interfacesOf(network, fabric);
  if (own === undefined) return [];
  const routes = (topology.vnets[vnet]?.addressSpace ?? []).map((prefix) =>
    systemRoute(prefix, 'vnet', deliver(own.index), words.addressSpace(vnet)),
  );
  for (const peer of peersOf(network, topology, vnet)) {
    const hop = peeringHop(network, vnet, peer.peering);
    if (hop === null) continue;
    for (const prefix of topology.vnets[peer.name]?.addressSpace ?? []) {
      routes.push(systemRoute(prefix, 'peering', hop, words.peered(peer.name, peer.peering)));
    }
  }
  return routes;
}

export function systemRoute(
  prefix: Prefix,
  source: 'vnet' | 'peering' | 'system',
  hop: NextHop,
  why: string,
): Route {
  const distance = source === 'system' ? RANK.system : RANK.vnet;
  return { prefix, source, distance, metric: 0, nextHops: [hop], bgp: null, why };
}

/** Over a peering into the other VNet's fabric. */
export function peeringHop(network: Network, vnet: string, peering: string): NextHop | null {
  const egress = network.interfaceByName.get(`${vnet}:${peering}`);
  if (egress === undefined) return null;
  const neighbor = segmentAt(network, interfaceAt(network, egress).segment).interfaces.find(
    (other) => other !== egress,
  );
  if (neighbor === undefined || !interfaceAt(network, neighbor).up) return null;
  return { action: 'forward', egress, neighbor, address: null, across: -1 };
}

/** For a router's default route by DHCP; Cisco's value, behind every configured one. */
const DHCP_DISTANCE = 254;

/**
 * What a router knows by having NICs in VNets: each subnet lies behind the fabric, neighbours included, and DHCP
 * gives its first NIC a default route.
 */
export function nicRoutes(network: Network, topology: Topology, node: number): Route[] {
  if (nodeAt(network, node).kind !== 'router') return [];
  const nics = interfacesOf(network, node).filter(({ nic, up }) => nic !== null && up);
  const behind = (
    entry: NetworkInterface,
    prefix: Prefix,
    rest: Pick<Route, 'source' | 'distance' | 'why'>,
  ) => {
    const fabric = segmentAt(network, entry.segment).interfaces[0] ?? -1;
    return { prefix, metric: 0, nextHops: [forward(entry.index, fabric, null)], bgp: null, ...rest };
  };
  return nics.flatMap((entry, index): Route[] => {
    const subnet = topology.vnets[entry.nic?.vnet ?? '']?.subnets[entry.nic?.subnet ?? ''];
    const why = words.behindFabric(entry.name, entry.nic?.vnet ?? '');
    const own =
      subnet === undefined ? [] : [behind(entry, subnet.prefix, { source: 'connected', distance: 0, why })];
    if (index > 0) return own;
    const byDhcp = words.byDhcp(entry.nic?.vnet ?? '');
    const rest = { source: 'static', distance: DHCP_DISTANCE, why: byDhcp } as const;
    return [...own, behind(entry, { address: 0, length: 0 }, rest)];
  });
}

/** NICs of the instances of a gateway that work: two of an active-active one. */
export function gatewayNics(network: Network, gateway: string): number[] {
  return [GATEWAY_INTERFACE, SECOND_GATEWAY_INTERFACE].flatMap((name) => {
    const nic = network.interfaceByName.get(interfaceKey(gateway, name));
    return nic === undefined ? [] : [nic];
  });
}
