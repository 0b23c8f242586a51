/**
 * Azure's routing rules: what gateways announce and refuse, and the effective routes of a VNet.
 * Source: Microsoft Learn, "Virtual network traffic routing", "About ExpressRoute virtual network gateways",
 * "About BGP with VPN Gateway", and the behaviour that the published traces show.
 */
import { formatPrefix, prefixCovers, type Prefix } from '../address';
import { GATEWAY_INTERFACE } from '../topology/compile-azure';
import type { Topology } from '../topology/model';
import { interfaceAt, nodeAt, segmentAt, type Network } from '../topology/network';
import type { Origination } from './bgp';
import type { Speaker } from './bgp-sessions';
import { interfacesOf } from './local-routes';
import {
  deliver,
  DISCARD,
  ecmpSet,
  INTERNET,
  RoutingTable,
  type LostRoute,
  type NextHop,
  type Route,
} from './route';

/** Azure drops what is bound for these unless a better route exists. */
const NONE_PREFIXES: readonly Prefix[] = [
  { address: 0x0a000000, length: 8 },
  { address: 0xac100000, length: 12 },
  { address: 0xc0a80000, length: 16 },
  { address: 0x64400000, length: 10 },
];
const DEFAULT_PREFIX: Prefix = { address: 0, length: 0 };

/** Distances only order Azure's sources among each other; Azure itself has no such number. */
const RANK = { vnet: 0, expressroute: 1, vpn: 2, system: 3 } as const;

/** A VNet that another one peers with, seen from the other. */
interface Peer {
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

function isUp(network: Network, name: string): boolean {
  const index = network.nodeByName.get(name);
  return index !== undefined && nodeAt(network, index).up;
}

/**
 * A gateway announces what its VNet advertises and what peered VNets that use it advertise; a VPN gateway also
 * the prefixes of its connections without BGP (their local network gateways).
 */
export function gatewayOriginations(
  network: Network,
  topology: Topology,
  speakers: readonly Speaker[],
): Origination[] {
  return speakers.flatMap((speaker, index) => {
    const vnet = vnetOfGateway(network, topology, speaker);
    if (vnet === null) return [];
    const users = peersOf(network, topology, vnet).filter((peer) => peer.usesGateways);
    const advertised = [vnet, ...users.map((peer) => peer.name)].flatMap(
      (name) => topology.vnets[name]?.advertise ?? [],
    );
    const configured = tunnelRoutes(network, topology, speaker.node).map((route) => route.prefix);
    return [...advertised, ...configured].map((prefix): Origination => ({
      speaker: index,
      prefix,
      med: 0,
      origin: 0,
      nextHop: 0,
    }));
  });
}

function vnetOfGateway(network: Network, topology: Topology, speaker: Speaker): string | null {
  return topology.gateways[nodeAt(network, speaker.node).name]?.vnet ?? null;
}

/** The address space of a VNet and of its peers: what a gateway refuses when it comes back from outside. */
export function vnetAndPeerSpace(network: Network, topology: Topology, vnet: string): Prefix[] {
  const names = [vnet, ...peersOf(network, topology, vnet).map((peer) => peer.name)];
  return names.flatMap((name) => topology.vnets[name]?.addressSpace ?? []);
}

/** For each gateway node: the prefixes it refuses. */
export function refusals(network: Network, topology: Topology): Map<number, readonly Prefix[]> {
  const refused = new Map<number, readonly Prefix[]>();
  for (const [name, gateway] of Object.entries(topology.gateways)) {
    const node = network.nodeByName.get(name);
    if (node !== undefined) refused.set(node, vnetAndPeerSpace(network, topology, gateway.vnet));
  }
  return refused;
}

export function covers(space: readonly Prefix[], prefix: Prefix): boolean {
  return space.some((outer) => prefixCovers(outer, prefix));
}

/**
 * Who passes on what it learned: routers and MSEEs everything, VPN gateways all but a default route between
 * their connections, ExpressRoute gateways nothing.
 */
export function transits(speaker: Speaker, prefix: Prefix): boolean {
  if (speaker.kind === 'vpn-gateway') return prefix.length > 0;
  return speaker.kind !== 'er-gateway';
}

/** Routes of the VNet itself and its peers, through the fabric; the same for the fabric and its gateways. */
function spaceRoutes(network: Network, topology: Topology, vnet: string): Route[] {
  const fabric = network.nodeByName.get(vnet);
  if (fabric === undefined) return [];
  const [own] = interfacesOf(network, fabric);
  if (own === undefined) return [];
  const routes = (topology.vnets[vnet]?.addressSpace ?? []).map((prefix) =>
    systemRoute(prefix, 'vnet', deliver(own.index), `address space of ${vnet}`),
  );
  for (const peer of peersOf(network, topology, vnet)) {
    const hop = peeringHop(network, vnet, peer.peering);
    if (hop === null) continue;
    for (const prefix of topology.vnets[peer.name]?.addressSpace ?? []) {
      routes.push(systemRoute(prefix, 'peering', hop, `${peer.name} is peered (${peer.peering})`));
    }
  }
  return routes;
}

function systemRoute(
  prefix: Prefix,
  source: 'vnet' | 'peering' | 'system',
  hop: NextHop,
  why: string,
): Route {
  const distance = source === 'system' ? RANK.system : RANK.vnet;
  return { prefix, source, distance, metric: 0, nextHops: [hop], bgp: null, why };
}

/** Over a peering into the other VNet's fabric. */
function peeringHop(network: Network, vnet: string, peering: string): NextHop | null {
  const egress = network.interfaceByName.get(`${vnet}:${peering}`);
  if (egress === undefined) return null;
  const neighbor = segmentAt(network, interfaceAt(network, egress).segment).interfaces.find(
    (other) => other !== egress,
  );
  if (neighbor === undefined || !interfaceAt(network, neighbor).up) return null;
  return { action: 'forward', egress, neighbor, address: null, across: -1 };
}

/** Routes a gateway or fabric has learned, by gateway node. */
export type LearnedRoutes = (gateway: number) => readonly Route[];

/**
 * The effective routes of a VNet: its own space and its peers', what its gateways (or those it uses by
 * peering) learned, and the remaining system routes. VNet and peering routes win even against a more
 * specific learned one; a prefix learned over ExpressRoute wins over the same learned by VPN; learned wins
 * over system.
 */
export function fabricTable(
  network: Network,
  topology: Topology,
  vnet: string,
  learned: LearnedRoutes,
): RoutingTable {
  const table = new RoutingTable();
  for (const route of spaceRoutes(network, topology, vnet)) table.offer(route);
  const space = vnetAndPeerSpace(network, topology, vnet);
  for (const route of gatewayRoutes(network, topology, vnet, learned)) {
    if (covers(space, route.prefix)) table.lost.push(losesToSystem(route));
    else offerLearned(table, route);
  }
  for (const prefix of NONE_PREFIXES) {
    if (!covers(space, prefix)) {
      table.offer(systemRoute(prefix, 'system', DISCARD, 'Azure drops private space that nothing announces'));
    }
  }
  table.offer(systemRoute(DEFAULT_PREFIX, 'system', INTERNET, 'Azure sends the rest to the Internet'));
  return table;
}

function losesToSystem(route: Route): LostRoute {
  return {
    route,
    reason: `lost to the VNet's own space: VNet and peering routes win even against ${formatPrefix(route.prefix)} from a gateway`,
  };
}

function offerLearned(table: RoutingTable, route: Route): void {
  const current = table.active.get(route.prefix);
  if (current?.source === 'expressroute' && route.source === 'vpn') {
    table.lost.push({
      route,
      reason: 'lost to expressroute: Azure prefers ExpressRoute over VPN for the same prefix',
    });
  } else {
    table.offer(route);
  }
}

/** What the gateways that serve a VNet learned, as the VNet's fabric uses it; ExpressRoute first. */
function gatewayRoutes(network: Network, topology: Topology, vnet: string, learned: LearnedRoutes): Route[] {
  const peer = peersOf(network, topology, vnet).find((entry) => entry.givesGateways);
  const owner = peer?.name ?? vnet;
  const across = peer === undefined ? -1 : (network.interfaceByName.get(`${vnet}:${peer.peering}`) ?? -1);
  const via = peer === undefined ? '' : ` of ${owner}, by gateway transit`;
  const routes: Route[] = [];
  for (const type of ['expressroute', 'vpn'] as const) {
    for (const [name, gateway] of Object.entries(topology.gateways)) {
      if (gateway.vnet !== owner || gateway.type !== type) continue;
      const node = network.nodeByName.get(name);
      if (node === undefined || !nodeAt(network, node).up) continue;
      for (const route of learned(node)) {
        const nextHops = fabricHops(network, owner, name, type, route, across);
        if (nextHops.length === 0) continue;
        const why = `${route.why}; learned by ${name}${via}`;
        routes.push({ ...route, source: type, distance: RANK[type], nextHops, why });
      }
    }
  }
  return routes;
}

/**
 * The way from a fabric for a route its gateway learned: by VPN to the gateway; by ExpressRoute past the
 * gateway, straight to each MSEE that has the route.
 */
function fabricHops(
  network: Network,
  owner: string,
  gateway: string,
  type: 'expressroute' | 'vpn',
  route: Route,
  across: number,
): readonly NextHop[] {
  const [fabric] = interfacesOf(network, network.nodeByName.get(owner) ?? -1);
  if (fabric === undefined) return [];
  if (type === 'vpn') {
    const nic = network.interfaceByName.get(`${gateway}:${GATEWAY_INTERFACE}`);
    if (nic === undefined) return [];
    const { address } = interfaceAt(network, nic);
    return [{ action: 'forward', egress: fabric.index, neighbor: nic, address, across }];
  }
  const hops = route.nextHops.flatMap((hop): NextHop[] => {
    const { segment, name } = interfaceAt(network, hop.egress);
    const egress = network.interfaceByName.get(`${owner}:${name}`);
    if (segment === -1 || egress === undefined) return [];
    return [{ ...hop, egress, across }];
  });
  return ecmpSet(hops);
}

/** A gateway's own table: its VNet's space through the fabric, and what it learned. */
export function gatewayTable(
  network: Network,
  topology: Topology,
  node: number,
  learned: readonly Route[],
): RoutingTable {
  const table = new RoutingTable();
  const gateway = topology.gateways[nodeAt(network, node).name];
  if (gateway === undefined) return table;
  const nic = network.interfaceByName.get(`${nodeAt(network, node).name}:${GATEWAY_INTERFACE}`);
  const [fabric] = interfacesOf(network, network.nodeByName.get(gateway.vnet) ?? -1);
  if (nic === undefined || fabric === undefined) return table;
  const hop: NextHop = {
    action: 'forward',
    egress: nic,
    neighbor: fabric.index,
    address: null,
    across: -1,
  };
  for (const route of spaceRoutes(network, topology, gateway.vnet)) {
    table.offer({ ...route, nextHops: [hop] });
  }
  for (const route of learned) table.offer(route);
  return table;
}

/** One of a gateway's tunnels that is up, and what lies at its far end. */
interface Tunnel {
  readonly connection: string;
  readonly bgp: boolean;
  readonly hop: NextHop;
  readonly farPrefixes: readonly Prefix[];
}

function tunnelsOf(network: Network, topology: Topology, node: number): Tunnel[] {
  const { name } = nodeAt(network, node);
  const tunnels: Tunnel[] = [];
  for (const [connectionName, connection] of Object.entries(topology.connections)) {
    const far = connection.ends.find((end) => end.node !== name);
    const isOurs = connection.ends.some((end) => end.node === name);
    const egress = network.interfaceByName.get(`${name}:${connectionName}`);
    if (far === undefined || !isOurs || egress === undefined) continue;
    const neighbor = network.interfaceByName.get(`${far.node}:${far.interface ?? connectionName}`);
    if (neighbor === undefined || !interfaceAt(network, egress).up) continue;
    const { address } = interfaceAt(network, neighbor);
    const hop: NextHop = { action: 'forward', egress, neighbor, address, across: -1 };
    tunnels.push({ connection: connectionName, bgp: connection.bgp, hop, farPrefixes: far.prefixes });
  }
  return tunnels;
}

function tunnelRoute(tunnel: Tunnel, prefix: Prefix): Route {
  const { hop, connection } = tunnel;
  const why = `configured on connection ${connection}`;
  return { prefix, source: 'static', distance: RANK.vpn, metric: 0, nextHops: [hop], bgp: null, why };
}

/** Prefixes behind the far end of a tunnel by configuration (its local network gateway). */
export function tunnelRoutes(network: Network, topology: Topology, node: number): Route[] {
  return tunnelsOf(network, topology, node).flatMap((tunnel) =>
    tunnel.farPrefixes.map((prefix) => tunnelRoute(tunnel, prefix)),
  );
}

/** Host routes to BGP peers over their tunnels: the gateway's own, never given to the VNet. */
export function peerHostRoutes(network: Network, topology: Topology, node: number): Route[] {
  return tunnelsOf(network, topology, node).flatMap((tunnel) => {
    const { address } = tunnel.hop;
    return tunnel.bgp && address !== null ? [tunnelRoute(tunnel, { address, length: 32 })] : [];
  });
}
