/** `show ospf`: a router's OSPF areas, interfaces, neighbours, the routers it reaches, and its routes from afar. */
import type {
  OspfAreaView,
  OspfInterfaceView,
  OspfNeighborView,
  OspfResult,
  OspfRouterView,
  RouteView,
} from '../../../shared/results';
import {
  comparePrefixes,
  formatAddress,
  formatPrefix,
  prefixContains,
  prefixOf,
  type Prefix,
} from '../address';
import { viewNextHop, viewRoute } from '../forwarding/walk-view';
import { highestAddress } from '../routing/bgp-sessions';
import { interfacesOf } from '../routing/local-routes';
import { meet, ospfInterface, type OspfInterface } from '../routing/ospf-graph';
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
    border: control.ospf.isBorder(node),
    boundary: control.ospfExternals().some(({ router }) => router === node),
    areas: areasOf(simulation, node),
    interfaces: own.map(({ entry, area, cost, passive }): OspfInterfaceView => ({
      name: entry.name,
      area: formatAddress(area),
      address: `${formatAddress(entry.address ?? 0)}/${entry.length}`,
      cost,
      passive,
      up: entry.up,
    })),
    neighbors: own.flatMap(({ entry, ...settings }) => neighborsOf(simulation, entry, settings)),
    routers: routersOf(simulation, node),
    routes: routesOf(simulation, node),
  };
}

function areasOf({ plane }: Simulation, node: number): OspfAreaView[] {
  const { control, network } = plane;
  const active = control.ospf.activeRanges(node);
  return control.ospf.attached(node).map(({ area, settings }) => ({
    area: formatAddress(area),
    type: settings?.type ?? 'normal',
    borders: control.ospf.bordersOf(area).map((border) => nodeAt(network, border).name),
    ranges: (settings?.ranges ?? []).map(({ prefix, advertise }) => ({
      prefix: formatPrefix(prefix),
      advertise,
      active: active.some((range) => range.area === area && isSame(range.prefix, prefix)),
    })),
  }));
}

function isSame(a: Prefix, b: Prefix): boolean {
  return comparePrefixes(a, b) === 0;
}

function routesOf({ plane }: Simulation, node: number): RouteView[] {
  const { control, network } = plane;
  const external = control.ospf.externalRoutes(node, control.ospfExternals(), { has: () => false });
  return [...control.ospf.interAreaRoutes(node), ...external.routes]
    .toSorted((a, b) => comparePrefixes(a.prefix, b.prefix))
    .map((route) => viewRoute(network, route, control.table(node).active.get(route.prefix) === route));
}

function routerId({ plane }: Simulation, node: number): string {
  const { name } = nodeAt(plane.network, node);
  const configured = plane.control.topology.routers[name]?.routerId ?? null;
  return formatAddress(configured ?? highestAddress(plane.network, node));
}

/** Routers on the same segment and in the same subnet whose OSPF listens there, in the same area. */
function neighborsOf(
  simulation: Simulation,
  entry: NetworkInterface,
  own: OspfInterface,
): OspfNeighborView[] {
  const { control, network } = simulation.plane;
  if (!entry.up || entry.segment === -1 || entry.address === null) return [];
  const subnet = prefixOf({ address: entry.address, length: entry.length });
  return segmentAt(network, entry.segment).interfaces.flatMap((index) => {
    const other = interfaceAt(network, index);
    const theirs =
      index === entry.index || !other.up ? null : ospfInterface(network, control.topology, other);
    if (theirs === null || other.address === null || !meet(own, theirs)) return [];
    if (other.length !== entry.length || !prefixContains(subnet, other.address)) return [];
    return [
      {
        routerId: routerId(simulation, other.node),
        node: nodeAt(network, other.node).name,
        address: formatAddress(other.address),
        interface: entry.name,
        area: formatAddress(own.area),
      },
    ];
  });
}

/** Routers of its areas, and AS boundary routers elsewhere. */
function routersOf(simulation: Simulation, node: number): OspfRouterView[] {
  const { control, network } = simulation.plane;
  const { ospf } = control;
  const boundaries = new Set(control.ospfExternals().map(({ router }) => router));
  const elsewhere = [...boundaries].flatMap((boundary) => ospf.boundaryFrom(node, boundary) ?? []);
  return [...ospf.routersFrom(node), ...elsewhere]
    .map(({ node: other, area, path, cost, hops }) => ({
      routerId: routerId(simulation, other),
      node: nodeAt(network, other).name,
      cost,
      area: formatAddress(area),
      path,
      border: ospf.isBorder(other),
      boundary: boundaries.has(other),
      nextHops: hops.map(({ egress, neighbor }) =>
        viewNextHop(network, forward(egress, neighbor, interfaceAt(network, neighbor).address)),
      ),
    }))
    .toSorted((a, b) => a.cost - b.cost);
}
