/**
 * What Azure's gateways announce, pass on and know themselves.
 * Source: Microsoft Learn, "About ExpressRoute virtual network gateways", "About BGP with VPN Gateway", and the
 * behaviour that the published traces show.
 */
import { strings } from '../../../shared/strings';
import { prefixKey, type Prefix } from '../address';
import { GATEWAY_INTERFACE } from '../topology/azure-interfaces';
import type { Topology } from '../topology/model';
import { interfaceAt, interfaceKey, nodeAt, type Network } from '../topology/network';
import { tunnelsOf as tunnelsOfConnection } from '../topology/tunnels';
import { peersOf, RANK, spaceRoutes } from './azure-space';
import type { Origination } from './bgp';
import type { Session, Speaker } from './bgp-sessions';
import { interfacesOf } from './local-routes';
import { ecmpSet, RoutingTable, type NextHop, type Route } from './route';

const words = strings.reasons.routes;

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

/** Null for all but gateways and Route Servers. */
function vnetOfGateway(network: Network, topology: Topology, speaker: Speaker): string | null {
  const { name } = nodeAt(network, speaker.node);
  return topology.gateways[name]?.vnet ?? topology.routeServers[name]?.vnet ?? null;
}

/**
 * Who passes on what it learned. Routers and Route Servers everything. VPN gateways all but a default route. An
 * ExpressRoute gateway between its circuits and the other gateways of its VNet (where it has sessions with them), not
 * from circuit to circuit. An MSEE everything between its customer and the VNets on its circuit; over Global Reach what
 * it heard from its customer, and what it hears there it tells its customer.
 */
export function transits({ kind }: Speaker, prefix: Prefix, heardOn: Session | null, over: Session): boolean {
  switch (kind) {
    case 'router':
    case 'route-server':
      return true;
    case 'vpn-gateway':
      return prefix.length > 0;
    case 'er-gateway':
      return (heardOn?.part === 'branch') !== (over.part === 'branch');
    case 'msee':
      if (over.part === 'reach') return heardOn?.part === 'usual';
      return heardOn?.part !== 'reach' || over.part === 'usual';
  }
}

/** A gateway's own table: its VNet's space through the fabric, and what it learned. */
export function gatewayTable(
  network: Network,
  topology: Topology,
  node: number,
  learned: readonly Route[],
): RoutingTable {
  const table = new RoutingTable();
  const { vnet } = nodeAt(network, node);
  if (vnet === null) return table;
  const nic = network.interfaceByName.get(`${nodeAt(network, node).name}:${GATEWAY_INTERFACE}`);
  const [fabric] = interfacesOf(network, network.nodeByName.get(vnet) ?? -1);
  if (nic === undefined || fabric === undefined) return table;
  const hop: NextHop = {
    action: 'forward',
    egress: nic,
    neighbor: fabric.index,
    address: null,
    across: -1,
  };
  for (const route of spaceRoutes(network, topology, vnet)) {
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
  return Object.entries(topology.connections).flatMap(([connectionName, connection]) =>
    tunnelsOfConnection(topology, connectionName, connection).flatMap((ends): Tunnel[] => {
      const own = ends.find((end) => end.node === name);
      const far = ends.find((end) => end.node !== name);
      if (own === undefined || far === undefined) return [];
      const egress = network.interfaceByName.get(interfaceKey(own.node, own.interface));
      const neighbor = network.interfaceByName.get(interfaceKey(far.node, far.interface));
      if (egress === undefined || neighbor === undefined || !interfaceAt(network, egress).up) return [];
      const { address } = interfaceAt(network, neighbor);
      const hop: NextHop = { action: 'forward', egress, neighbor, address, across: -1 };
      const { bgp } = connection;
      return [{ connection: connectionName, bgp, hop, farPrefixes: far.end.prefixes }];
    }),
  );
}

function tunnelRoute(tunnel: Tunnel, prefix: Prefix): Route {
  const { hop, connection } = tunnel;
  const why = words.onConnection(connection);
  return { prefix, source: 'static', distance: RANK.vpn, metric: 0, nextHops: [hop], bgp: null, why };
}

/** Prefixes behind the far end of a connection by configuration (its local network gateway), over all its tunnels. */
export function tunnelRoutes(network: Network, topology: Topology, node: number): Route[] {
  const routes = new Map<string, Route>();
  for (const tunnel of tunnelsOf(network, topology, node))
    for (const prefix of tunnel.farPrefixes) {
      const key = `${tunnel.connection} ${prefixKey(prefix)}`;
      const route = tunnelRoute(tunnel, prefix);
      const known = routes.get(key)?.nextHops ?? [];
      routes.set(key, { ...route, nextHops: ecmpSet([...known, ...route.nextHops]) });
    }
  return [...routes.values()];
}

/** Host routes to BGP peers over their tunnels: the gateway's own, never given to the VNet. */
export function peerHostRoutes(network: Network, topology: Topology, node: number): Route[] {
  return tunnelsOf(network, topology, node).flatMap((tunnel) => {
    const { address } = tunnel.hop;
    return tunnel.bgp && address !== null ? [tunnelRoute(tunnel, { address, length: 32 })] : [];
  });
}
