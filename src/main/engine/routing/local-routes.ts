/** The routes a router or host has by its interfaces and its gateway, and how next hops are found in a table. */
import { strings } from '../../../shared/strings';
import { formatAddress, isBeside, prefixOf, type Address, type Prefix } from '../address';
import { DISTANCE } from '../topology/distances';
import type { Host } from '../topology/model';
import { interfaceAt, nodeAt, segmentAt, type Network, type NetworkInterface } from '../topology/network';
import { deliver, forward, type NextHop, type Route, type RouteTable } from './route';

const words = strings.reasons.routes;

const DEFAULT_ROUTE: Prefix = { address: 0, length: 0 };

/** Routes to the subnets of a node's own interfaces that are up. */
export function connectedRoutes(network: Network, node: number): Route[] {
  const routes: Route[] = [];
  for (const entry of interfacesOf(network, node)) {
    if (!entry.up || entry.address === null) continue;
    const prefix = prefixOf({ address: entry.address, length: entry.length });
    routes.push({
      prefix,
      source: 'connected',
      distance: DISTANCE.connected,
      metric: 0,
      nextHops: [deliver(entry.index)],
      bgp: null,
      why: words.connected(entry.name),
    });
  }
  return routes;
}

export function interfacesOf(network: Network, node: number): NetworkInterface[] {
  const owner = network.nodes[node];
  return owner === undefined ? [] : owner.interfaces.map((index) => interfaceAt(network, index));
}

/** The way to an address: next hops, and what it costs. */
export interface Resolution {
  readonly nextHops: readonly NextHop[];
  readonly metric: number;
}

/**
 * Next hops by which a node reaches an address, found by longest prefix in a table; recursive routes are
 * followed. Null where the table has no route. `accept` narrows what may be leant on.
 */
export function resolve(
  network: Network,
  table: RouteTable,
  address: Address,
  accept?: (route: Route) => boolean,
): Resolution | null {
  const route = table.match(address, accept);
  if (route === undefined) return null;
  const nextHops = route.nextHops.flatMap((hop) => towards(network, hop, address));
  return nextHops.length === 0 ? null : { nextHops, metric: route.metric };
}

/** A next hop as seen for one address: delivery on a segment becomes forwarding to the address's owner. */
function towards(network: Network, hop: NextHop, address: Address): NextHop[] {
  if (hop.action !== 'deliver') return hop.action === 'forward' ? [hop] : [];
  return [forward(hop.egress, ownerOnSegment(network, hop.egress, address), address)];
}

/** The interface that answers for an address on the segment of `egress`; -1 for nobody (or one that is down). */
export function ownerOnSegment(network: Network, egress: number, address: Address): number {
  const { segment } = interfaceAt(network, egress);
  if (segment === -1) return -1;
  const owner = segmentAt(network, segment).owners.get(address);
  return owner === undefined || !interfaceAt(network, owner).up ? -1 : owner;
}

/** A host's default route: to its gateway, the only router beside it, or its VNet's fabric. */
export function hostDefaultRoute(network: Network, node: number, host: Host): Route | null {
  const [nic] = interfacesOf(network, node);
  if (nic === undefined || !nic.up || nic.segment === -1) return null;
  const gateway = gatewayOf(network, nic, host);
  if (gateway === null) return null;
  return {
    prefix: DEFAULT_ROUTE,
    source: 'static',
    distance: DISTANCE.static,
    metric: 0,
    nextHops: [forward(nic.index, gateway.neighbor, gateway.address)],
    bgp: null,
    why:
      gateway.address === null ? words.fabricGateway : words.defaultGateway(formatAddress(gateway.address)),
  };
}

/** A VNet's fabric, or a router's interface in the host's own subnet. */
function isGatewayFor(network: Network, host: Host, { node, address }: NetworkInterface): boolean {
  const { kind } = nodeAt(network, node);
  return kind === 'vnet' || (kind === 'router' && address !== null && isBeside(host.address, address));
}

/** The gateway a host is given, or else the one router beside it; its interface is -1 while nobody answers. */
function gatewayOf(
  network: Network,
  nic: NetworkInterface,
  host: Host,
): { readonly address: Address | null; readonly neighbor: number } | null {
  if (host.gateway !== null)
    return { address: host.gateway, neighbor: ownerOnSegment(network, nic.index, host.gateway) };
  const only = segmentAt(network, nic.segment)
    .interfaces.map((index) => interfaceAt(network, index))
    .find((entry) => isGatewayFor(network, host, entry));
  return only === undefined ? null : { address: only.address, neighbor: only.up ? only.index : -1 };
}
