/** Routers, hosts and what joins them, as parts of a network. A site switches its members off with it. */
import type { AreaView } from '../../../shared/results';
import { circuitPaths, nicOf, vnetSegment } from './compile-azure';
import type { Connection, Topology, TtlModel } from './model';
import { interfaceKey } from './network';
import type { NetworkBuilder } from './network-builder';
import { tunnelsOf } from './tunnels';

const HOST_INTERFACE = 'eth0';

/** Segments that routers and hosts name: links, LANs, private peerings and tunnels, by `node:interface`. */
export function plainSegments(builder: NetworkBuilder, topology: Topology): Map<string, number> {
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
    const underlay = underlayOf(topology, segmentOf, connection);
    for (const tunnel of tunnelsOf(topology, name, connection)) {
      const segment = builder.addSegment({ name, kind: 'tunnel', enabled, latency, bandwidth, underlay });
      for (const end of tunnel) segmentOf.set(interfaceKey(end.node, end.interface), segment);
    }
  }
  return segmentOf;
}

/** The private peerings of the circuit that carries a tunnel; null for the Internet, which is always there. */
function underlayOf(
  topology: Topology,
  segmentOf: ReadonlyMap<string, number>,
  { underlay }: Connection,
): readonly number[] | null {
  const circuit = underlay === null ? undefined : topology.circuits[underlay];
  if (circuit === undefined) return null;
  return circuitPaths(circuit).flatMap(([, { customer }]) => {
    const segment =
      customer === null ? undefined : segmentOf.get(interfaceKey(customer.node, customer.interface));
    return segment === undefined ? [] : [segment];
  });
}

export function addRouters(
  builder: NetworkBuilder,
  topology: Topology,
  segmentOf: Map<string, number>,
): void {
  const tunnelTtl = tunnelModels(topology);
  for (const [name, router] of Object.entries(topology.routers)) {
    const vnet = Object.values(router.interfaces).find((entry) => entry.vnet !== null)?.vnet ?? null;
    const fabric = vnet === null ? undefined : builder.nodes[builder.node(vnet)];
    const node = builder.addNode(
      {
        name,
        kind: 'router',
        up: !router.shutdown && siteIsUp(topology, router.site) && fabric?.up !== false,
        area: siteArea(topology, router.site) ?? fabric?.area ?? null,
        vnet,
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
      if (entry.vnet !== null && entry.address !== null) {
        builder.addInterface(node, interfaceName, {
          // As every NIC in a VNet: all but its own address lies behind the fabric.
          address: { address: entry.address.address, length: 32 },
          enabled: !entry.shutdown,
          segment: vnetSegment(builder, entry.vnet),
          reversePathCheck: entry.reversePathCheck,
          nic: nicOf(topology, entry.vnet, entry.address.address, entry.nsg),
        });
        continue;
      }
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
  for (const [name, connection] of Object.entries(topology.connections))
    for (const tunnel of tunnelsOf(topology, name, connection))
      for (const { node, interface: own, end } of tunnel) models.set(interfaceKey(node, own), end.ttl);
  return models;
}

export function addHosts(builder: NetworkBuilder, topology: Topology, segmentOf: Map<string, number>): void {
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
        forwards: host.vnet !== null && host.ipForwarding,
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
      ...(host.vnet === null ? {} : { nic: nicOf(topology, host.vnet, host.address.address, host.nsg) }),
    });
  }
}

function siteArea(topology: Topology, site: string | null): AreaView | null {
  return site === null ? null : { kind: 'site', name: site, region: topology.sites[site]?.location ?? null };
}

function siteIsUp(topology: Topology, site: string | null): boolean {
  return site === null || topology.sites[site]?.shutdown !== true;
}
