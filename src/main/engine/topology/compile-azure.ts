/** Azure's elements as parts of a network. VNets and circuits switch their members off with them. */
import type { AreaView, NodeKind } from '../../../shared/results';
import { prefixContains, type Address, type InterfaceAddress } from '../address';
import {
  FABRIC_INTERFACE,
  GATEWAY_INTERFACE,
  PEERING_INTERFACE,
  SECOND_GATEWAY_INTERFACE,
} from './azure-interfaces';
import type { CircuitPath, Topology } from './model';
import { interfaceKey, type Nic } from './network';
import type { NetworkBuilder } from './network-builder';
import { tunnelsOf } from './tunnels';

export function addVnets(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, vnet] of Object.entries(topology.vnets)) {
    const node = builder.addNode({
      name,
      kind: 'vnet',
      up: !vnet.shutdown,
      area: { kind: 'vnet', name, region: vnet.region },
      vnet: name,
      description: vnet.description,
      inferred: vnet.inferred,
      answers: false,
      hashSeed: vnet.hashSeed,
    });
    // Half on the way into the fabric, half on the way out: NIC to NIC is the VNet's latency.
    const latency = vnet.latency / 2;
    const segment = builder.addSegment({ name, kind: 'vnet', enabled: !vnet.shutdown, latency });
    builder.addInterface(node, FABRIC_INTERFACE, { segment });
  }
}

export function addGateways(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, gateway] of Object.entries(topology.gateways)) {
    const vnet = builder.nodes[builder.node(gateway.vnet)];
    const kind: NodeKind = gateway.type === 'vpn' ? 'vpn-gateway' : 'er-gateway';
    const node = builder.addNode(
      {
        name,
        kind,
        up: !gateway.shutdown && vnet?.up === true,
        area: vnet?.area ?? null,
        vnet: gateway.vnet,
        asn: gateway.asn,
        description: gateway.description,
        inferred: gateway.inferred,
      },
      gateway.icmp,
    );
    const segment = vnetSegment(builder, gateway.vnet);
    const address = gateway.instances[0] ?? gateway.bgpAddress;
    const nic = builder.addInterface(node, GATEWAY_INTERFACE, {
      address: { address, length: 32 },
      segment,
      nic: nicOf(topology, gateway.vnet, address, null),
    });
    const [, second] = gateway.instances;
    if (gateway.activeActive && second !== undefined)
      builder.addInterface(node, SECOND_GATEWAY_INTERFACE, {
        address: { address: second, length: 32 },
        segment,
        nic: nicOf(topology, gateway.vnet, second, null),
      });
    builder.own(gateway.bgpAddress, nic, segment);
  }
}

/** A NIC with this address; `own` is the NSG on the NIC itself. */
export function nicOf(topology: Topology, vnet: string, address: Address, own: string | null): Nic {
  const subnets = Object.entries(topology.vnets[vnet]?.subnets ?? {});
  const [name, subnet] = subnets.find(([, { prefix }]) => prefixContains(prefix, address)) ?? [null, null];
  const table = subnet?.routeTable ?? null;
  const nsgs = [subnet?.nsg ?? null, own];
  return {
    vnet,
    subnet: name,
    routeTable: table !== null && topology.routeTables[table]?.shutdown === false ? table : null,
    nsgs: nsgs.filter((nsg) => nsg !== null).filter((nsg) => topology.nsgs[nsg]?.shutdown === false),
  };
}

export function vnetSegment(builder: NetworkBuilder, vnet: string): number {
  const segment = builder.segment('vnet', vnet);
  if (segment === undefined) throw new RangeError(`no VNet named ${vnet}`);
  return segment;
}

type PathName = 'primary' | 'secondary';

/** The paths a circuit has, primary first. */
export function circuitPaths(circuit: {
  readonly primary: CircuitPath;
  readonly secondary: CircuitPath | null;
}): (readonly [PathName, CircuitPath])[] {
  const primary = ['primary', circuit.primary] as const;
  return circuit.secondary === null ? [primary] : [primary, ['secondary', circuit.secondary] as const];
}

/** Microsoft's address of a private peering subnet: the second usable one. */
export function mseePeeringAddress(path: CircuitPath): InterfaceAddress | null {
  if (path.peering === null) return null;
  const offset = path.peering.length === 31 ? 1 : 2;
  return { address: path.peering.address + offset, length: path.peering.length };
}

export function addCircuits(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, circuit] of Object.entries(topology.circuits)) {
    const area: AreaView = { kind: 'circuit', name, region: circuit.location };
    for (const [which, path] of circuitPaths(circuit)) {
      const msee = builder.addNode(
        {
          name: path.msee,
          kind: 'msee',
          up: !circuit.shutdown && !path.shutdown,
          area,
          asn: circuit.asn,
          description: circuit.description,
          inferred: circuit.inferred,
        },
        circuit.icmp,
      );
      const peering = builder.segment('private-peering', path.msee);
      builder.addInterface(msee, PEERING_INTERFACE, {
        address: mseePeeringAddress(path),
        ...(peering === undefined ? {} : { segment: peering }),
      });
      for (const [connectionName, connection] of Object.entries(circuit.connections)) {
        const address = which === 'primary' ? connection.primary : connection.secondary;
        if (address === null) continue;
        joinConnection(builder, topology, {
          name: connectionName,
          which,
          msee,
          address,
          gateway: connection.gateway,
          enabled: !connection.shutdown,
          latency: connection.latency,
          bandwidth: circuit.bandwidth,
        });
      }
    }
  }
}

interface ConnectionPath {
  readonly name: string;
  readonly which: PathName;
  readonly msee: number;
  readonly address: Address;
  readonly gateway: string;
  readonly enabled: boolean;
  readonly latency: number;
  readonly bandwidth: number | null;
}

/**
 * One MSEE's connection to a VNet. Three interfaces meet: the MSEE's tunnel end point, the gateway (circuit
 * to VNet passes it) and the VNet's fabric (VNet to circuit goes past the gateway).
 */
function joinConnection(builder: NetworkBuilder, topology: Topology, path: ConnectionPath): void {
  const gateway = topology.gateways[path.gateway];
  if (gateway === undefined) return;
  const { name, enabled, latency, bandwidth, which } = path;
  const segment = builder.addSegment({
    name,
    kind: 'expressroute',
    enabled,
    latency,
    bandwidth,
    path: which,
  });
  const address = { address: path.address, length: 32 };
  const interfaceName = `${name}/${which}`;
  const tunnel = builder.addInterface(path.msee, interfaceName, { address, segment });
  builder.own(path.address, tunnel, vnetSegment(builder, gateway.vnet));
  const gatewayAddress = { address: gateway.instances[0] ?? gateway.bgpAddress, length: 32 };
  builder.addInterface(builder.node(path.gateway), interfaceName, { address: gatewayAddress, segment });
  builder.addInterface(builder.node(gateway.vnet), interfaceName, { segment });
}

export function addPeerings(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, peering] of Object.entries(topology.peerings)) {
    const { latency } = peering;
    const segment = builder.addSegment({ name, kind: 'peering', enabled: !peering.shutdown, latency });
    for (const end of peering.ends) builder.addInterface(builder.node(end.vnet), name, { segment });
  }
}

/** Tunnel interfaces of VPN gateways; they answer from the address that the instance has for BGP. */
export function addTunnelsOfGateways(
  builder: NetworkBuilder,
  topology: Topology,
  segmentOf: ReadonlyMap<string, number>,
): void {
  for (const [name, connection] of Object.entries(topology.connections))
    for (const tunnel of tunnelsOf(topology, name, connection))
      for (const { node, interface: own, address, end } of tunnel) {
        const segment = segmentOf.get(interfaceKey(node, own));
        if (address === null || segment === undefined) continue;
        const whole = { address, length: 32 };
        builder.addInterface(builder.node(node), own, { address: whole, segment, tunnelTtl: end.ttl });
      }
}
