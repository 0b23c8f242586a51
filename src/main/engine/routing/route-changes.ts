/**
 * Which nodes may send packets for which addresses another way than before something was shut down. Every answer errs
 * on the side of "may": who is not named sends them on as before.
 */
import { prefixContains, prefixOf, type Address } from '../address';
import type { Bgp, Neighbor, Ospf, Router } from '../topology/model';
import { interfaceAt, type Network, type NetworkInterface } from '../topology/network';
import type { NetworkDifference } from '../topology/network-difference';
import type { ControlPlane } from './control-plane';
import type { OspfGraph } from './ospf-graph';
import { isPlain, type Allowed } from './settings';

export interface Destination {
  readonly node: number;
  readonly address: Address;
}

/** Told of each node that may send packets toward a destination (its node) on otherwise. */
export type Mark = (node: number, toward: number) => void;

/** Follows the routes to some addresses through changes of one network. */
export class RouteChanges {
  /** Nothing is known of others: everything may change. */
  readonly isPlain: boolean;
  /** Destinations in the subnets of OSPF routers, by vertex. */
  private readonly around: ReadonlyMap<number, readonly Destination[]>;

  constructor(
    private readonly before: ControlPlane,
    private readonly destinations: readonly Destination[],
  ) {
    this.isPlain = isPlainSetting(before) && isPlainState(before);
    this.around = routersAround(before.ospf.areas.only, destinations);
    // What was never computed cannot be compared.
    const { areas } = before.ospf;
    if (this.isPlain)
      for (const { index } of before.network.nodes)
        for (const attachment of areas.attached(index)) areas.pathsIn(attachment);
  }

  /** False where nothing is known: everything may have changed. */
  since(after: ControlPlane, difference: NetworkDifference, mark: Mark): boolean {
    if (!this.isPlain || !isPlainState(after)) return false;
    this.markInterfaces(after.network, difference, mark);
    this.markBgp(after, mark);
    return this.markOspf(after, mark);
  }

  private everywhere(node: number, mark: Mark): void {
    for (const toward of this.destinations) mark(node, toward.node);
  }

  private markInterfaces(network: Network, difference: NetworkDifference, mark: Mark): void {
    for (const node of difference.nodes) this.everywhere(node, mark);
    const beside = [...difference.segments].flatMap((at) => network.segments[at]?.interfaces ?? []);
    for (const index of new Set([...difference.interfaces, ...beside])) {
      const { address, length, node } = interfaceAt(network, index);
      const subnet = address === null ? null : prefixOf({ address, length });
      for (const toward of this.destinations) {
        if (address === toward.address)
          for (const beside of interfacesAlong(network, index)) mark(beside.node, toward.node);
        if (subnet !== null && prefixContains(subnet, toward.address)) mark(node, toward.node);
      }
      // A host's way out is a gateway beside it.
      for (const other of interfacesAlong(network, index))
        if (network.nodes[other.node]?.kind === 'host') this.everywhere(other.node, mark);
    }
  }

  private markBgp(after: ControlPlane, mark: Mark): void {
    for (const prefix of new Set([...this.before.bgpPrefixes(), ...after.bgpPrefixes()])) {
      const moved = after.chooseOtherwise(prefix, this.before);
      if (moved.length === 0) continue;
      for (const toward of this.destinations)
        if (prefixContains(prefix, toward.address)) for (const node of moved) mark(node, toward.node);
    }
  }

  private markOspf(after: ControlPlane, mark: Mark): boolean {
    const [old, now] = [this.before.ospf.areas, after.ospf.areas];
    const [was, is] = [old.only, now.only];
    if (was === null || is === null) return was === is;
    const changed = is.prefixes.filter((_, subnet) => !sameMembers(was, is, subnet));
    const inChanged = this.destinations.filter(({ address }) =>
      changed.some((prefix) => prefixContains(prefix, address)),
    );
    for (const node of was.nodeOf) {
      for (const toward of inChanged) mark(node, toward.node);
      const [attachment] = now.attached(node);
      if (attachment === undefined) {
        this.everywhere(node, mark);
        continue;
      }
      const { moved } = now.pathsIn(attachment);
      if (moved === null) this.everywhere(node, mark);
      else
        for (const vertex of moved)
          for (const toward of this.around.get(vertex) ?? []) mark(node, toward.node);
    }
    return true;
  }
}

function sameMembers(before: OspfGraph, after: OspfGraph, subnet: number): boolean {
  const [old = [], now = []] = [before.members[subnet], after.members[subnet]];
  return (
    old.length === now.length &&
    old.every(({ via, cost }, at) => via === now[at]?.via && cost === now[at]?.cost)
  );
}

function routersAround(
  graph: OspfGraph | null,
  destinations: readonly Destination[],
): Map<number, Destination[]> {
  const found = new Map<number, Destination[]>();
  for (const [subnet, prefix] of graph?.prefixes.entries() ?? []) {
    for (const destination of destinations) {
      if (!prefixContains(prefix, destination.address)) continue;
      for (const { vertex } of graph?.members[subnet] ?? []) {
        const known = found.get(vertex);
        if (known === undefined) found.set(vertex, [destination]);
        else known.push(destination);
      }
    }
  }
  return found;
}

/** The interfaces on the segment of one, itself among them. */
function* interfacesAlong(network: Network, index: number): IterableIterator<NetworkInterface> {
  const { segment } = interfaceAt(network, index);
  for (const other of network.segments[segment]?.interfaces ?? []) yield interfaceAt(network, other);
}

/** Whether nothing but interfaces, OSPF in one area and BGP makes routes, and all that is at rest. */
function isPlainState(control: ControlPlane): boolean {
  const { areas } = control.ospf;
  return (
    control.isUsual &&
    control.unstable.length === 0 &&
    control.ospfExternals().length === 0 &&
    areas.count <= 1
  );
}

/**
 * Whether there are but hosts, and routers whose protocols do not rest on each other: OSPF without redistribution, BGP
 * with neighbours beside it. A setting that is not known here may make routes of its own.
 */
function isPlainSetting({ network, topology }: ControlPlane): boolean {
  if (!network.nodes.every(({ kind }) => kind === 'host' || kind === 'router')) return false;
  const routers = Object.values(topology.routers);
  if (!routers.every(isPlainRouter)) return false;
  if (routers.every(({ bgp }) => bgp === null)) return true;
  // On a LAN of three a speaker may tell of another's address as next hop.
  return network.segments.every(({ interfaces }) => {
    const nodes = interfaces.map((at) => network.nodes[interfaceAt(network, at).node]);
    return nodes.filter((node) => node?.kind === 'router').length <= 2;
  });
}

function isPlainRouter(router: Router): boolean {
  const { bgp, ospf } = router;
  return (
    isPlain(router, ROUTER) &&
    (ospf === null || isPlain(ospf, OSPF)) &&
    (bgp === null || (isPlain(bgp, BGP) && bgp.maximumPaths === 1 && bgp.neighbors.every(isPlainNeighbor)))
  );

  function isPlainNeighbor(neighbor: Neighbor): boolean {
    return isPlain(neighbor, NEIGHBOR) && neighbor.asn !== bgp?.asn;
  }
}

const ROUTER: Allowed<Router> = {
  shutdown: 'any',
  description: 'any',
  inferred: 'any',
  position: 'any',
  site: 'any',
  routerId: 'any',
  interfaces: 'any',
  static: 'unset',
  prefixLists: 'any',
  routeMaps: 'unset',
  ospf: 'any',
  bgp: 'any',
  vrfs: 'unset',
  hashSeed: 'any',
  icmp: 'any',
  ttlCheck: 'any',
};

const OSPF: Allowed<Ospf> = {
  interfaces: 'any',
  area: 'any',
  areas: 'any',
  distance: 'any',
  defaultCost: 'any',
  redistribute: 'unset',
  defaultOriginate: 'unset',
  maximumPaths: 'any',
};

const BGP: Allowed<Bgp> = {
  asn: 'any',
  distance: 'any',
  networks: 'any',
  redistribute: 'any',
  aggregates: 'unset',
  maximumPaths: 'any',
  maximumPathsIbgp: 'any',
  multipathRelax: 'any',
  alwaysCompareMed: 'any',
  deterministicMed: 'any',
  defaultLocalPreference: 'any',
  clusterId: 'any',
  neighbors: 'any',
};

/** Policies choose among routes and change their attributes, but for the next hop of a route map. */
const NEIGHBOR: Allowed<Neighbor> = {
  address: 'any',
  asn: 'any',
  multihop: 'unset',
  nextHopSelf: 'any',
  routeReflectorClient: 'unset',
  sendCommunities: 'any',
  allowAsIn: 'any',
  asOverride: 'any',
  removePrivateAs: 'any',
  defaultOriginate: 'unset',
  shutdown: 'any',
  in: 'any',
  out: 'any',
};
