/** What joins circuits and appliances, as parts of a network: Global Reach and Route Servers. */
import { nicOf, vnetSegment } from './compile-azure';
import type { Topology } from './model';
import type { NetworkBuilder } from './network-builder';

/** Global Reach: the primary MSEEs of two circuits, and their secondary ones, each pair in its half of the /29. */
export function addGlobalReach(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, { circuits, prefix, latency, shutdown }] of Object.entries(topology.globalReach)) {
    const [first, second] = circuits.map((circuit) => topology.circuits[circuit]);
    if (first === undefined || second === undefined) continue;
    for (const [half, path] of (['primary', 'secondary'] as const).entries()) {
      const ends = [first[path], second[path]].flatMap((end) => (end === null ? [] : [end.msee]));
      if (ends.length < 2) continue;
      const segment = builder.addSegment({ name, kind: 'global-reach', enabled: !shutdown, latency, path });
      for (const [at, msee] of ends.entries()) {
        const address = { address: prefix.address + 4 * half + 1 + at, length: 30 };
        builder.addInterface(builder.node(msee), `${name}/${path}`, { address, segment });
      }
    }
  }
}

/** A Route Server's interface in its subnet. It speaks BGP and forwards nothing. */
const ROUTE_SERVER_INTERFACE = 'vnet';

export function addRouteServers(builder: NetworkBuilder, topology: Topology): void {
  for (const [name, server] of Object.entries(topology.routeServers)) {
    const vnet = builder.nodes[builder.node(server.vnet)];
    const node = builder.addNode({
      name,
      kind: 'route-server',
      up: !server.shutdown && vnet?.up === true,
      area: vnet?.area ?? null,
      vnet: server.vnet,
      forwards: false,
      asn: server.asn,
      description: server.description,
      inferred: server.inferred,
    });
    const segment = vnetSegment(builder, server.vnet);
    const [first = 0, ...others] = server.instances;
    const nic = builder.addInterface(node, ROUTE_SERVER_INTERFACE, {
      address: { address: first, length: 32 },
      segment,
      nic: nicOf(topology, server.vnet, first, null),
    });
    for (const address of others) builder.own(address, nic, segment);
  }
}
