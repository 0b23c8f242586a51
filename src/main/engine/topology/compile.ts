/**
 * Topology to network: gives every element its node, interfaces and segments, and settles what is up.
 * Sites, circuits and VNets switch their members off with them.
 */
import type { LinkKind } from '../../../shared/network-view';
import type { AreaView, NodeKind } from '../../../shared/results';
import type { Address, InterfaceAddress } from '../address';
import type { CircuitPath, IcmpTraits, Topology, TtlModel } from './model';
import {
  interfaceKey,
  sharesCarrier,
  type Network,
  type NetworkInterface,
  type NetworkNode,
  type Segment,
} from './network';

const ROUTER_TTL = 255;
const HOST_INTERFACE = 'eth0';
const FABRIC_INTERFACE = 'fabric';
/** A gateway's interface in its GatewaySubnet. */
export const GATEWAY_INTERFACE = 'vnet';
/** An MSEE's interface toward the customer. */
export const PEERING_INTERFACE = 'peering';

type NodeOptions = Pick<NetworkNode, 'name' | 'kind' | 'up'> &
  Partial<Omit<NetworkNode, 'index' | 'interfaces'>>;

interface InterfaceOptions {
  readonly address?: InterfaceAddress | null;
  readonly enabled?: boolean;
  readonly segment?: number;
  readonly reversePathCheck?: boolean;
  readonly tunnelTtl?: TtlModel;
}

interface SegmentOptions {
  readonly name: string;
  readonly kind: LinkKind;
  readonly enabled: boolean;
  readonly latency: number;
  readonly bandwidth?: number | null;
  readonly path?: 'primary' | 'secondary';
}

class NetworkBuilder {
  readonly nodes: NetworkNode[] = [];
  readonly interfaces: NetworkInterface[] = [];
  readonly segments: Segment[] = [];
  readonly nodeByName = new Map<string, number>();
  /** By kind and name; the last one where a name covers several (an ExpressRoute connection's two paths). */
  private readonly segmentByName = new Map<string, number>();
  readonly nodeByAddress = new Map<Address, number>();
  readonly interfaceByName = new Map<string, number>();

  addNode(options: NodeOptions, icmp?: IcmpTraits): number {
    const index = this.nodes.length;
    this.nodes.push({
      index,
      area: null,
      asn: null,
      description: null,
      inferred: false,
      vnet: null,
      answers: icmp?.answers ?? true,
      answerDelay: icmp?.delay ?? 0,
      initialTtl: ROUTER_TTL,
      checksTtlFirst: false,
      saysUnreachable: false,
      hashSeed: 0,
      ...options,
      interfaces: [],
    });
    this.nodeByName.set(options.name, index);
    return index;
  }

  addSegment(options: SegmentOptions): number {
    const index = this.segments.length;
    this.segmentByName.set(`${options.kind} ${options.name}`, index);
    this.segments.push({
      path: null,
      bandwidth: null,
      ...options,
      index,
      interfaces: [],
      owners: new Map(),
    });
    return index;
  }

  addInterface(node: number, name: string, options: InterfaceOptions = {}): number {
    const owner = this.nodes[node];
    if (owner === undefined) throw new RangeError(`no node ${node}`);
    const index = this.interfaces.length;
    const address = options.address?.address ?? null;
    const segment = options.segment ?? -1;
    this.interfaces.push({
      index,
      name,
      node,
      address,
      length: options.address?.length ?? 32,
      enabled: owner.up && (options.enabled ?? true),
      up: false,
      segment,
      reversePathCheck: options.reversePathCheck ?? false,
      tunnelTtl: options.tunnelTtl ?? null,
    });
    owner.interfaces.push(index);
    this.interfaceByName.set(interfaceKey(owner.name, name), index);
    const joined = this.segments[segment];
    joined?.interfaces.push(index);
    if (address !== null) this.own(address, index, segment);
    return index;
  }

  /** Makes an interface answer for an address on a segment (its own, or one it borrows). */
  own(address: Address, index: number, segment: number): void {
    const entry = this.interfaces[index];
    if (entry === undefined) throw new RangeError(`no interface ${index}`);
    this.segments[segment]?.owners.set(address, index);
    if (!this.nodeByAddress.has(address)) this.nodeByAddress.set(address, entry.node);
  }

  node(name: string): number {
    const index = this.nodeByName.get(name);
    if (index === undefined) throw new RangeError(`no node named ${name}`);
    return index;
  }

  segment(kind: LinkKind, name: string): number | undefined {
    return this.segmentByName.get(`${kind} ${name}`);
  }

  finish(): Network {
    for (const entry of this.interfaces) entry.up = this.isUp(entry);
    return {
      nodes: this.nodes,
      interfaces: this.interfaces,
      segments: this.segments,
      nodeByName: this.nodeByName,
      nodeByAddress: this.nodeByAddress,
      interfaceByName: this.interfaceByName,
    };
  }

  private isUp(entry: NetworkInterface): boolean {
    if (!entry.enabled) return false;
    const segment = this.segments[entry.segment];
    if (segment === undefined) return true;
    if (!segment.enabled) return false;
    if (!sharesCarrier(segment.kind)) return true;
    return segment.interfaces.every((other) => this.interfaces[other]?.enabled === true);
  }
}

/** Builds the network of a validated topology. */
export function compileNetwork(topology: Topology): Network {
  const builder = new NetworkBuilder();
  const segmentOf = plainSegments(builder, topology);
  addVnets(builder, topology);
  addRouters(builder, topology, segmentOf);
  addGateways(builder, topology);
  addCircuits(builder, topology);
  addHosts(builder, topology, segmentOf);
  addPeerings(builder, topology);
  addTunnelsOfGateways(builder, topology);
  return builder.finish();
}

/** Segments that routers and hosts name: links, LANs, private peerings and tunnels, by `node:interface`. */
function plainSegments(builder: NetworkBuilder, topology: Topology): Map<string, number> {
  const segmentOf = new Map<string, number>();
  for (const [name, link] of Object.entries(topology.links)) {
    const { latency, bandwidth } = link;
    const segment = builder.addSegment({ name, kind: 'link', enabled: !link.shutdown, latency, bandwidth });
    for (const end of link.ends) segmentOf.set(interfaceKey(end.node, end.interface), segment);
  }
  for (const [name, lan] of Object.entries(topology.lans)) {
    const siteUp = lan.site === null || topology.sites[lan.site]?.shutdown !== true;
    const segment = builder.addSegment({
      name,
      kind: 'lan',
      enabled: !lan.shutdown && siteUp,
      latency: lan.latency,
    });
    segmentOf.set(`lan ${name}`, segment);
  }
  for (const circuit of Object.values(topology.circuits)) {
    for (const [which, path] of circuitPaths(circuit)) {
      if (path.customer === null) continue;
      const segment = builder.addSegment({
        name: path.msee,
        kind: 'private-peering',
        enabled: true,
        latency: path.latency,
        bandwidth: circuit.bandwidth,
        path: which,
      });
      segmentOf.set(interfaceKey(path.customer.node, path.customer.interface), segment);
    }
  }
  for (const [name, connection] of Object.entries(topology.connections)) {
    const { latency, bandwidth } = connection;
    const enabled = !connection.shutdown;
    const segment = builder.addSegment({ name, kind: 'tunnel', enabled, latency, bandwidth });
    for (const end of connection.ends) {
      if (end.interface !== null) segmentOf.set(interfaceKey(end.node, end.interface), segment);
    }
  }
  return segmentOf;
}

function addVnets(builder: NetworkBuilder, topology: Topology): void {
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

function siteArea(topology: Topology, site: string | null): AreaView | null {
  return site === null ? null : { kind: 'site', name: site, region: topology.sites[site]?.location ?? null };
}

function siteIsUp(topology: Topology, site: string | null): boolean {
  return site === null || topology.sites[site]?.shutdown !== true;
}

function addRouters(builder: NetworkBuilder, topology: Topology, segmentOf: Map<string, number>): void {
  const tunnelTtl = tunnelModels(topology);
  for (const [name, router] of Object.entries(topology.routers)) {
    const node = builder.addNode(
      {
        name,
        kind: 'router',
        up: !router.shutdown && siteIsUp(topology, router.site),
        area: siteArea(topology, router.site),
        asn: router.bgp?.asn ?? null,
        description: router.description,
        inferred: router.inferred,
        checksTtlFirst: router.ttlCheck === 'before-lookup',
        saysUnreachable: true,
        hashSeed: router.hashSeed,
      },
      router.icmp,
    );
    for (const [interfaceName, entry] of Object.entries(router.interfaces)) {
      const key = interfaceKey(name, interfaceName);
      const segment = entry.lan === null ? segmentOf.get(key) : segmentOf.get(`lan ${entry.lan}`);
      const ttl = tunnelTtl.get(key);
      builder.addInterface(node, interfaceName, {
        address: entry.address,
        enabled: !entry.shutdown,
        reversePathCheck: entry.reversePathCheck,
        ...(segment === undefined ? {} : { segment }),
        ...(ttl === undefined ? {} : { tunnelTtl: ttl }),
      });
    }
  }
}

function tunnelModels(topology: Topology): Map<string, TtlModel> {
  const models = new Map<string, TtlModel>();
  for (const connection of Object.values(topology.connections)) {
    for (const end of connection.ends) {
      if (end.interface !== null) models.set(interfaceKey(end.node, end.interface), end.ttl);
    }
  }
  return models;
}

function addGateways(builder: NetworkBuilder, topology: Topology): void {
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
    const nic = builder.addInterface(node, GATEWAY_INTERFACE, { address: { address, length: 32 }, segment });
    builder.own(gateway.bgpAddress, nic, segment);
  }
}

function vnetSegment(builder: NetworkBuilder, vnet: string): number {
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

function addCircuits(builder: NetworkBuilder, topology: Topology): void {
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

function addHosts(builder: NetworkBuilder, topology: Topology, segmentOf: Map<string, number>): void {
  for (const [name, host] of Object.entries(topology.hosts)) {
    const vnet = host.vnet === null ? undefined : builder.nodes[builder.node(host.vnet)];
    const node = builder.addNode(
      {
        name,
        kind: 'host',
        up: !host.shutdown && siteIsUp(topology, host.site) && vnet?.up !== false,
        area: vnet?.area ?? siteArea(topology, host.site),
        vnet: host.vnet,
        description: host.description,
        inferred: host.inferred,
        initialTtl: host.initialTtl,
        saysUnreachable: true,
      },
      host.icmp,
    );
    const segment =
      host.vnet !== null
        ? vnetSegment(builder, host.vnet)
        : segmentOf.get(host.lan === null ? interfaceKey(name, HOST_INTERFACE) : `lan ${host.lan}`);
    // In a VNet everything goes to the fabric, neighbours included: the subnet is not on-link.
    const length = host.vnet === null ? host.address.length : 32;
    builder.addInterface(node, HOST_INTERFACE, {
      address: { address: host.address.address, length },
      ...(segment === undefined ? {} : { segment }),
    });
  }
}

function addPeerings(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, peering] of Object.entries(topology.peerings)) {
    const { latency } = peering;
    const segment = builder.addSegment({ name, kind: 'peering', enabled: !peering.shutdown, latency });
    for (const end of peering.ends) builder.addInterface(builder.node(end.vnet), name, { segment });
  }
}

/** Tunnel interfaces of VPN gateways; they answer from the gateway's BGP address. */
function addTunnelsOfGateways(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, connection] of Object.entries(topology.connections)) {
    const segment = builder.segment('tunnel', name);
    for (const end of connection.ends) {
      const gateway = topology.gateways[end.node];
      if (gateway === undefined || segment === undefined) continue;
      builder.addInterface(builder.node(end.node), name, {
        address: { address: gateway.bgpAddress, length: 32 },
        segment,
        tunnelTtl: end.ttl,
      });
    }
  }
}
