/** A network as maps, completion and hover see it. */
import type {
  InterfaceView,
  LinkView,
  NetworkView,
  NodeView,
  PositionView,
  SubnetView,
} from '../../../shared/network-view';
import { formatAddress, formatPrefix } from '../address';
import { compileNetwork } from './compile';
import { routingContexts } from './contexts';
import type { Topology } from './model';
import {
  interfaceAt,
  nodeAt,
  segmentAt,
  type Network,
  type NetworkInterface,
  type NetworkNode,
  type Segment,
} from './network';

export function networkView(topology: Topology): NetworkView {
  const network = compileNetwork(routingContexts(topology));
  return {
    nodes: network.nodes.map((node) => nodeView(network, node, positionOf(topology, node.name))),
    // A VNet's fabric is drawn as its area; its members stand inside.
    links: network.segments
      .filter((segment) => segment.kind !== 'vnet')
      .map((segment) => linkView(network, segment, topology.lans[segment.name]?.position ?? null)),
    areas: areaViews(topology),
  };
}

/** The contexts of a router's VRFs are nodes of their own, which the map places. */
function positionOf(topology: Topology, name: string): PositionView | null {
  const { vnets, gateways, routeServers, virtualHubs, routers, hosts, circuits } = topology;
  for (const section of [vnets, gateways, routeServers, virtualHubs, routers, hosts])
    if (Object.hasOwn(section, name)) return section[name]?.position ?? null;
  const paths = Object.values(circuits).flatMap(({ primary, secondary }) =>
    [primary, secondary ?? []].flat(),
  );
  return paths.find(({ msee }) => msee === name)?.position ?? null;
}

function nodeView(network: Network, node: NetworkNode, position: PositionView | null): NodeView {
  const { name, kind, area, asn, up, description, inferred } = node;
  const interfaces = node.interfaces.map((index): InterfaceView => {
    const entry = interfaceAt(network, index);
    return {
      name: entry.name,
      address: entry.address === null ? null : `${formatAddress(entry.address)}/${entry.length}`,
      up: entry.up,
      link: entry.segment === -1 ? null : segmentAt(network, entry.segment).name,
    };
  });
  return { name, kind, area, asn, up, description, inferred, position, interfaces };
}

function linkView(network: Network, segment: Segment, position: PositionView | null): LinkView {
  const { name, kind, latency, bandwidth, path } = segment;
  const ends = membersShown(network, segment).map((entry) => ({
    node: nodeAt(network, entry.node).name,
    interface: entry.name,
  }));
  const up = isLinkUp(network, segment);
  return { name, kind, ends, up, latencyMs: latency, bandwidth, path, position };
}

/** As maps draw it: enabled, and all its ends are up; a LAN stays up for those that are. */
export function isLinkUp(network: Network, segment: Segment): boolean {
  return segment.enabled && (segment.kind === 'lan' || membersShown(network, segment).every(({ up }) => up));
}

/** The fabric's own interface on a connection says how packets flow, not what is connected. */
function membersShown(network: Network, { kind, interfaces }: Segment): readonly NetworkInterface[] {
  const members = interfaces.map((index) => interfaceAt(network, index));
  return members.filter((entry) => kind !== 'expressroute' || nodeAt(network, entry.node).kind !== 'vnet');
}

function areaViews(topology: Topology): NetworkView['areas'] {
  const lansOfSite = (site: string): SubnetView[] =>
    Object.entries(topology.lans).flatMap(([name, lan]) =>
      lan.site === site && lan.prefix !== null ? [{ name, prefix: formatPrefix(lan.prefix) }] : [],
    );
  return [
    ...Object.entries(topology.vnets).map(([name, { region, addressSpace, subnets }]) => ({
      kind: 'vnet' as const,
      name,
      region,
      prefixes: addressSpace.map(formatPrefix),
      subnets: Object.entries(subnets).map(([subnet, { prefix }]) => ({
        name: subnet,
        prefix: formatPrefix(prefix),
      })),
    })),
    ...Object.entries(topology.sites).map(([name, { location }]) => {
      const subnets = lansOfSite(name);
      const prefixes = subnets.map(({ prefix }) => prefix);
      return { kind: 'site' as const, name, region: location, prefixes, subnets };
    }),
    ...Object.entries(topology.circuits).map(([name, { location }]) => ({
      kind: 'circuit' as const,
      name,
      region: location,
      prefixes: [],
    })),
  ];
}
