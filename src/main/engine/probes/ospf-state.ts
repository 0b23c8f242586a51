/** `show ospf`: a router's OSPF interfaces, neighbours, and the routers it reaches at which cost. */
import type {
  OspfInterfaceView,
  OspfNeighborView,
  OspfResult,
  OspfRouterView,
} from '../../../shared/results';
import { formatAddress, prefixContains, prefixOf } from '../address';
import { viewNextHop } from '../forwarding/walk-view';
import { highestAddress } from '../routing/bgp-sessions';
import { interfacesOf } from '../routing/local-routes';
import { ospfInterface } from '../routing/ospf-graph';
import { forward } from '../routing/route';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt, segmentAt, type NetworkInterface } from '../topology/network';

/** Null for a node that runs no OSPF. */
export function ospfState(simulation: Simulation, node: number): OspfResult | null {
  const { control, network } = simulation.plane;
  if (!control.ospf.runsOn(node)) return null;
  const own = interfacesOf(network, node).flatMap((entry) => {
    const settings = ospfInterface(network, control.topology, entry);
    return settings === null ? [] : [{ entry, ...settings }];
  });
  return {
    kind: 'ospf',
    node: nodeAt(network, node).name,
    routerId: routerId(simulation, node),
    interfaces: own.map(({ entry, cost, passive }): OspfInterfaceView => ({
      name: entry.name,
      address: `${formatAddress(entry.address ?? 0)}/${entry.length}`,
      cost,
      passive,
      up: entry.up,
    })),
    neighbors: own.flatMap(({ entry, passive }) => (passive ? [] : neighborsOf(simulation, entry))),
    routers: routersOf(simulation, node),
  };
}

function routerId({ plane }: Simulation, node: number): string {
  const { name } = nodeAt(plane.network, node);
  const configured = plane.control.topology.routers[name]?.routerId ?? null;
  return formatAddress(configured ?? highestAddress(plane.network, node));
}

/** Routers on the same segment and in the same subnet whose OSPF listens there. */
export function neighborsOf(simulation: Simulation, entry: NetworkInterface): OspfNeighborView[] {
  const { control, network } = simulation.plane;
  if (!entry.up || entry.segment === -1 || entry.address === null) return [];
  const subnet = prefixOf({ address: entry.address, length: entry.length });
  return segmentAt(network, entry.segment).interfaces.flatMap((index) => {
    const other = interfaceAt(network, index);
    const settings =
      index === entry.index || !other.up ? null : ospfInterface(network, control.topology, other);
    if (settings === null || settings.passive || other.address === null) return [];
    if (other.length !== entry.length || !prefixContains(subnet, other.address)) return [];
    return [
      {
        routerId: routerId(simulation, other.node),
        node: nodeAt(network, other.node).name,
        address: formatAddress(other.address),
        interface: entry.name,
      },
    ];
  });
}

function routersOf(simulation: Simulation, node: number): OspfRouterView[] {
  const { control, network } = simulation.plane;
  const boundaries = new Set(control.ospfExternals().map(({ router }) => router));
  return control.ospf
    .routersFrom(node)
    .map(({ node: other, cost, hops }) => ({
      routerId: routerId(simulation, other),
      node: nodeAt(network, other).name,
      cost,
      boundary: boundaries.has(other),
      nextHops: hops.map(({ egress, neighbor }) =>
        viewNextHop(network, forward(egress, neighbor, interfaceAt(network, neighbor).address)),
      ),
    }))
    .toSorted((a, b) => a.cost - b.cost);
}
