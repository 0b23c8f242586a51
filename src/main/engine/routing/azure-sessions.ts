/**
 * Sessions that Azure's ends configure themselves: an MSEE with its customer and every connected ExpressRoute gateway,
 * MSEEs that Global Reach joins, a VPN gateway with the other end of each of its tunnels, a Route Server with
 * appliances, and, with branch-to-branch or in a virtual hub, the gateways of a VNet with each other.
 */
import { GATEWAY_INTERFACE } from '../topology/azure-interfaces';
import { circuitPaths, mseePeeringAddress } from '../topology/compile-azure';
import type { Topology } from '../topology/model';
import {
  interfaceAt,
  interfaceKey,
  segmentAt,
  type Network,
  type NetworkInterface,
} from '../topology/network';
import { tunnelsOf } from '../topology/tunnels';
import { peersOf } from './azure-space';
import { bgpRouter, routerEnd, wiredEnd, type End, type Peering } from './bgp-ends';
import { interfacesOf } from './local-routes';
import { weighing } from './route-map';

export function azurePeerings(network: Network, topology: Topology): Peering[] {
  return [
    ...circuitPeerings(network, topology),
    ...connectionPeerings(network, topology),
    ...reachPeerings(network),
    ...branchPeerings(network, topology),
    ...appliancePeerings(network, topology),
  ];
}

function circuitPeerings(network: Network, topology: Topology): Peering[] {
  const peerings: Peering[] = [];
  for (const circuit of Object.values(topology.circuits)) {
    for (const [which, path] of circuitPaths(circuit)) {
      const msee = network.nodeByName.get(path.msee);
      if (msee === undefined) continue;
      const interfaces = interfacesOf(network, msee);
      const own = mseePeeringAddress(path);
      const customer = path.customer === null ? undefined : network.nodeByName.get(path.customer.node);
      const toCustomer = interfaces.find((entry) => entry.address === own?.address);
      if (customer !== undefined && toCustomer !== undefined && path.customer !== null) {
        const key = `${path.customer.node}:${path.customer.interface}`;
        const other = network.interfaceByName.get(key);
        const end =
          other === undefined ? null : toRouter(network, topology, customer, toCustomer, circuit.asn, other);
        if (end !== null && other !== undefined) {
          peerings.push([wiredEnd(msee, circuit.asn, toCustomer, other, {}), end]);
        }
      }
      for (const [name, connection] of Object.entries(circuit.connections)) {
        const gateway = topology.gateways[connection.gateway];
        const tunnel = network.interfaceByName.get(`${path.msee}:${name}/${which}`);
        const far = network.interfaceByName.get(`${connection.gateway}:${name}/${which}`);
        if (gateway === undefined || tunnel === undefined || far === undefined) continue;
        const near = interfaceAt(network, tunnel);
        const farEnd = interfaceAt(network, far);
        peerings.push([
          wiredEnd(msee, circuit.asn, near, far, { part: 'circuit' }),
          wiredEnd(farEnd.node, gateway.asn, farEnd, tunnel, {
            part: 'circuit',
            // The same AS number serves all gateways: those a circuit joins hear each other's.
            allowOwnAs: Number.POSITIVE_INFINITY,
            in: weighing(connection.weight),
          }),
        ]);
      }
    }
  }
  return peerings;
}

/** The router's end of a session with an Azure end; null unless the router is configured for it. */
function toRouter(
  network: Network,
  topology: Topology,
  router: number,
  azure: NetworkInterface,
  azureAsn: number,
  routerInterface: number,
): End | null {
  const entry = bgpRouter(network, topology, router);
  const neighbor = entry?.bgp.neighbors.find(
    (each) => each.address === azure.address && each.asn === azureAsn && !each.shutdown,
  );
  if (entry === null || neighbor === undefined) return null;
  return routerEnd(router, entry, neighbor, interfaceAt(network, routerInterface).address ?? 0);
}

function connectionPeerings(network: Network, topology: Topology): Peering[] {
  return Object.entries(topology.connections).flatMap(([name, connection]) =>
    (connection.bgp ? tunnelsOf(topology, name, connection) : []).flatMap((tunnel): Peering[] => {
      const [first, second] = tunnel.map((end) =>
        network.interfaceByName.get(interfaceKey(end.node, end.interface)),
      );
      if (first === undefined || second === undefined) return [];
      const a = connectionEnd(network, topology, first, second);
      const b = connectionEnd(network, topology, second, first);
      return a === null || b === null ? [] : [[a, b]];
    }),
  );
}

function connectionEnd(network: Network, topology: Topology, own: number, other: number): End | null {
  const ownInterface = interfaceAt(network, own);
  const gateway = topology.gateways[network.nodes[ownInterface.node]?.name ?? ''];
  if (gateway !== undefined) return wiredEnd(ownInterface.node, gateway.asn, ownInterface, other, {});
  const otherInterface = interfaceAt(network, other);
  const otherGateway = topology.gateways[network.nodes[otherInterface.node]?.name ?? ''];
  // Two routers with a tunnel between them peer by their own statements, as over any link.
  if (otherGateway === undefined) return null;
  return toRouter(network, topology, ownInterface.node, otherInterface, otherGateway.asn, own);
}

/** Global Reach: MSEEs are in one AS, and tell each other what they heard from their customers. */
function reachPeerings(network: Network): Peering[] {
  return network.segments.flatMap(({ kind, interfaces }): Peering[] => {
    const [first, second] = interfaces.map((index) => interfaceAt(network, index));
    if (kind !== 'global-reach' || first === undefined || second === undefined) return [];
    return [[reachEnd(network, first, second), reachEnd(network, second, first)]];
  });
}

function reachEnd(network: Network, own: NetworkInterface, other: NetworkInterface): End {
  return wiredEnd(own.node, network.nodes[own.node]?.asn ?? 0, own, other.index, { part: 'reach' });
}

/**
 * Every pair of those of a VNet that exchange routes: its gateways, and its Route Server. They are in one AS and all
 * have a session with each other, so that nobody has to reflect. Packets between them pass the fabric.
 */
function branchPeerings(network: Network, topology: Topology): Peering[] {
  const servers = Object.entries(topology.routeServers).filter(([, { branchToBranch }]) => branchToBranch);
  const groups = [
    ...servers.map(([name, { vnet, asn }]) => [name, ...gatewaysOf(topology, vnet, asn)]),
    ...Object.keys(topology.virtualHubs).map((hub) => gatewaysOf(topology, hub, HUB_AS)),
  ];
  return groups.flatMap((members) => {
    const ends = members.flatMap((name) => branchEnd(network, name));
    return ends.flatMap((a, at) => ends.slice(at + 1).map((b): Peering => [a, b]));
  });
}

/** Gateways of virtual hubs are in this AS, as are Route Servers. */
const HUB_AS = 65_515;

function gatewaysOf(topology: Topology, vnet: string, asn: number): string[] {
  return Object.entries(topology.gateways).flatMap(([name, gateway]) =>
    gateway.vnet === vnet && gateway.asn === asn ? [name] : [],
  );
}

function branchEnd(network: Network, name: string): End[] {
  const nic = network.interfaceByName.get(interfaceKey(name, GATEWAY_INTERFACE));
  if (nic === undefined) return [];
  const own = interfaceAt(network, nic);
  const asn = network.nodes[own.node]?.asn ?? 0;
  return [wiredEnd(own.node, asn, own, fabricBeside(network, own), { part: 'branch' })];
}

/** The fabric's interface on the segment of a NIC. */
function fabricBeside(network: Network, nic: NetworkInterface): number {
  return segmentAt(network, nic.segment).interfaces[0] ?? -1;
}

/** Routers with a NIC in the VNet of a Route Server, or in one peered with it, that name its instances as neighbors. */
function appliancePeerings(network: Network, topology: Topology): Peering[] {
  return Object.entries(topology.routeServers).flatMap(([name, server]) => {
    const around = [server.vnet, ...peersOf(network, topology, server.vnet).map((peer) => peer.name)];
    const [own] = branchEnd(network, name);
    if (own === undefined) return [];
    return Object.keys(topology.routers).flatMap((router) => {
      const node = network.nodeByName.get(router);
      const entry = node === undefined ? null : bgpRouter(network, topology, node);
      if (node === undefined || entry === null) return [];
      const nic = interfacesOf(network, node).find((each) => around.includes(each.nic?.vnet ?? ''));
      if (nic?.address == null) return [];
      const address = nic.address;
      const toFabric = { kind: 'wired', egress: nic.index, neighbor: fabricBeside(network, nic) } as const;
      return entry.bgp.neighbors
        .filter(
          (each) => server.instances.includes(each.address) && each.asn === server.asn && !each.shutdown,
        )
        .map((each): Peering => [
          { ...own, part: 'usual', address: each.address },
          { ...routerEnd(node, entry, each, address), reach: toFabric },
        ]);
    });
  });
}
