/**
 * Who speaks BGP with whom. A session exists when both ends are configured for each other and can reach one
 * another. Azure's ends configure themselves: an MSEE with its customer and every connected ExpressRoute
 * gateway, a VPN gateway with the other end of each of its connections.
 */
import type { Address } from '../address';
import { circuitPaths, mseePeeringAddress } from '../topology/compile-azure';
import type { Bgp, Neighbor, Policy, Topology } from '../topology/model';
import { interfaceAt, type Network, type NetworkInterface } from '../topology/network';
import { interfacesOf, ownerOnSegment, resolve } from './local-routes';
import { forward, type NextHop, type RouteTable } from './route';

export type SpeakerKind = 'router' | 'msee' | 'er-gateway' | 'vpn-gateway';

export interface Speaker {
  readonly node: number;
  readonly kind: SpeakerKind;
  readonly asn: number;
  readonly routerId: Address;
  readonly maximumPaths: number;
}

/** One direction of a session: announcements flow from one speaker to the other. */
export interface Session {
  readonly from: number;
  readonly to: number;
  readonly fromAddress: Address;
  readonly type: 'ebgp' | 'ibgp';
  readonly out: Policy;
  readonly in: Policy;
  readonly nextHopSelf: boolean;
  /** The receiver accepts its own AS number in a path (MSEE to ExpressRoute gateway, and only there). */
  readonly allowOwnAs: boolean;
  /** The receiver's way to the sender where the wiring gives it; else the next hop address is resolved. */
  readonly direct: NextHop | null;
}

/**
 * The two directions of peering p stand at 2p and 2p + 1; null while the session is down. So a session keeps its
 * number whatever happens to others.
 */
export type Sessions = readonly (Session | null)[];

/** How one end of a session reaches the other. */
type Reach =
  | { readonly kind: 'wired'; readonly egress: number; readonly neighbor: number }
  | { readonly kind: 'connected'; readonly address: Address }
  | { readonly kind: 'routed'; readonly address: Address };

interface End {
  readonly node: number;
  readonly address: Address;
  readonly asn: number;
  readonly in: Policy;
  readonly out: Policy;
  readonly nextHopSelf: boolean;
  readonly allowOwnAs: boolean;
  readonly reach: Reach;
}

/** Two configured ends; whether the session is up depends on what the ends can reach. */
export type Peering = readonly [End, End];

export const PASS_ALL: Policy = {
  prefixList: null,
  localPreference: null,
  med: null,
  prepend: 0,
  weight: null,
};

/** One object for all policies that change nothing: announcements look at it all the time. */
function plain(policy: Policy): Policy {
  const { prefixList, localPreference, med, prepend, weight } = policy;
  const set = [prefixList, localPreference, med, weight];
  return prepend === 0 && set.every((value) => value === null) ? PASS_ALL : policy;
}

const GATEWAY_PATHS = 16;

/** Everyone who speaks BGP and is up, in order of node index. */
export function bgpSpeakers(network: Network, topology: Topology): Speaker[] {
  const speakers: Speaker[] = [];
  for (const node of network.nodes) {
    if (!node.up || node.asn === null) continue;
    const { index, asn } = node;
    if (node.kind === 'router') {
      const router = topology.routers[node.name];
      if (router === undefined || router.bgp === null) continue;
      const routerId = router.routerId ?? highestAddress(network, index);
      speakers.push({ node: index, kind: 'router', asn, routerId, maximumPaths: router.bgp.maximumPaths });
    } else if (node.kind === 'msee' || node.kind === 'er-gateway' || node.kind === 'vpn-gateway') {
      const routerId = highestAddress(network, index);
      speakers.push({ node: index, kind: node.kind, asn, routerId, maximumPaths: GATEWAY_PATHS });
    }
  }
  return speakers;
}

/** Highest address of the loopbacks, else of all interfaces: the router id where none is configured. */
export function highestAddress(network: Network, node: number): Address {
  const addressed = interfacesOf(network, node).filter((entry) => entry.address !== null);
  const loopbacks = addressed.filter((entry) => entry.segment === -1);
  const chosen = loopbacks.length > 0 ? loopbacks : addressed;
  return chosen.reduce((highest, entry) => Math.max(highest, entry.address ?? 0), 0);
}

/** All pairs of ends that are configured for each other. */
export function configuredPeerings(network: Network, topology: Topology): Peering[] {
  return [
    ...routerPeerings(network, topology),
    ...circuitPeerings(network, topology),
    ...connectionPeerings(network, topology),
  ];
}

function bgpOf(network: Network, topology: Topology, node: number): Bgp | null {
  const entry = network.nodes[node];
  return entry?.kind === 'router' ? (topology.routers[entry.name]?.bgp ?? null) : null;
}

function routerEnd(node: number, bgp: Bgp, neighbor: Neighbor, own: Address): End {
  const routed = neighbor.multihop || neighbor.asn === bgp.asn;
  return {
    node,
    address: own,
    asn: bgp.asn,
    in: plain(neighbor.in),
    out: plain(neighbor.out),
    nextHopSelf: neighbor.nextHopSelf,
    allowOwnAs: false,
    reach: { kind: routed ? 'routed' : 'connected', address: neighbor.address },
  };
}

function routerPeerings(network: Network, topology: Topology): Peering[] {
  const peerings: Peering[] = [];
  for (const name of Object.keys(topology.routers)) {
    const a = network.nodeByName.get(name);
    const bgpA = a === undefined ? null : bgpOf(network, topology, a);
    if (a === undefined || bgpA === null) continue;
    for (const neighborA of bgpA.neighbors) {
      const b = nodeAtAddress(network, a, neighborA.address);
      const bgpB = b === undefined || b <= a ? null : bgpOf(network, topology, b);
      if (b === undefined || bgpB === null || neighborA.asn !== bgpB.asn || neighborA.shutdown) continue;
      const neighborB = counterpart(network, a, bgpA, neighborA, b, bgpB);
      if (neighborB === null) continue;
      peerings.push([
        routerEnd(a, bgpA, neighborA, neighborB.address),
        routerEnd(b, bgpB, neighborB, neighborA.address),
      ]);
    }
  }
  return peerings;
}

/** Who has an address as a node sees it: somebody beside it, else whoever has it. */
function nodeAtAddress(network: Network, node: number, address: Address): number | undefined {
  for (const { segment } of interfacesOf(network, node)) {
    const beside = network.segments[segment]?.owners.get(address);
    if (beside !== undefined) return interfaceAt(network, beside).node;
  }
  return network.nodeByAddress.get(address);
}

/**
 * B's statement that answers A's: one that names an address of A. On a segment they share, the one that names
 * A's address there; else one that answers none of A's statements on shared segments.
 */
function counterpart(
  network: Network,
  a: number,
  bgpA: Bgp,
  neighborA: Neighbor,
  b: number,
  bgpB: Bgp,
): Neighbor | null {
  const own = interfacesOf(network, a);
  const answers = bgpB.neighbors.filter(
    (entry) =>
      !entry.shutdown && entry.asn === bgpA.asn && own.some((local) => local.address === entry.address),
  );
  const areBeside = (addressA: Address, addressB: Address): boolean =>
    own.some(
      (local) => local.address === addressA && network.segments[local.segment]?.owners.has(addressB) === true,
    );
  const answersBeside = (entry: Neighbor, other: Neighbor): boolean =>
    nodeAtAddress(network, a, other.address) === b && areBeside(entry.address, other.address);
  return (
    answers.find((entry) => areBeside(entry.address, neighborA.address)) ??
    answers.find((entry) => !bgpA.neighbors.some((other) => answersBeside(entry, other))) ??
    null
  );
}

function wiredEnd(node: number, asn: number, own: NetworkInterface, other: number, extra: Partial<End>): End {
  return {
    node,
    address: own.address ?? 0,
    asn,
    in: PASS_ALL,
    out: PASS_ALL,
    nextHopSelf: false,
    allowOwnAs: false,
    reach: { kind: 'wired', egress: own.index, neighbor: other },
    ...extra,
  };
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
          wiredEnd(msee, circuit.asn, near, far, {}),
          wiredEnd(farEnd.node, gateway.asn, farEnd, tunnel, {
            allowOwnAs: true,
            in: { ...PASS_ALL, weight: connection.weight },
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
  const bgp = bgpOf(network, topology, router);
  const neighbor = bgp?.neighbors.find(
    (entry) => entry.address === azure.address && entry.asn === azureAsn && !entry.shutdown,
  );
  if (bgp === null || neighbor === undefined) return null;
  return routerEnd(router, bgp, neighbor, interfaceAt(network, routerInterface).address ?? 0);
}

function connectionPeerings(network: Network, topology: Topology): Peering[] {
  const peerings: Peering[] = [];
  for (const [name, connection] of Object.entries(topology.connections)) {
    if (!connection.bgp) continue;
    const [first, second] = connection.ends.map((end) =>
      network.interfaceByName.get(`${end.node}:${end.interface ?? name}`),
    );
    if (first === undefined || second === undefined) continue;
    const ends = [
      [first, second],
      [second, first],
    ].map(([own = -1, other = -1]) => connectionEnd(network, topology, own, other));
    const [a, b] = ends;
    if (a != null && b != null) peerings.push([a, b]);
  }
  return peerings;
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

/** Routing tables by node, as far as the round before made them. */
export interface Tables {
  /** Connected, static and OSPF routes: what an end's session may stand on. */
  readonly withoutBgp: (node: number) => RouteTable;
  readonly whole: (node: number) => RouteTable;
}

/** The sessions that are up, by number; `speakerOf` maps node to speaker index. */
export function sessionsUp(
  network: Network,
  peerings: readonly Peering[],
  speakerOf: ReadonlyMap<number, number>,
  tables: Tables,
): Sessions {
  return peerings.flatMap(([a, b]) => {
    const from = speakerOf.get(a.node);
    const to = speakerOf.get(b.node);
    if (from === undefined || to === undefined) return DOWN;
    if (!reaches(network, a, b.node, tables) || !reaches(network, b, a.node, tables)) return DOWN;
    return [direction(a, b, from, to), direction(b, a, to, from)];
  });
}

const DOWN: readonly [null, null] = [null, null];

function direction(sender: End, receiver: End, from: number, to: number): Session {
  const { reach } = receiver;
  return {
    from,
    to,
    fromAddress: sender.address,
    type: sender.asn === receiver.asn ? 'ibgp' : 'ebgp',
    out: sender.out,
    in: receiver.in,
    nextHopSelf: sender.nextHopSelf,
    allowOwnAs: receiver.allowOwnAs,
    direct: reach.kind === 'wired' ? forward(reach.egress, reach.neighbor, sender.address) : null,
  };
}

function reaches(network: Network, end: End, peer: number, tables: Tables): boolean {
  const { reach } = end;
  switch (reach.kind) {
    case 'wired':
      return interfaceAt(network, reach.egress).up && interfaceAt(network, reach.neighbor).up;
    case 'connected':
      return interfacesOf(network, end.node).some((entry) => {
        const owner = entry.up ? ownerOnSegment(network, entry.index, reach.address) : -1;
        return owner !== -1 && interfaceAt(network, owner).node === peer;
      });
    case 'routed':
      return leadsTo(network, end.node, reach.address, peer, tables);
  }
}

/** Follows the routes to an address from node to node, all equal ones at once, until one reaches the peer. */
function leadsTo(network: Network, from: number, address: Address, peer: number, tables: Tables): boolean {
  const nodes = new Set([from]);
  for (const node of nodes) {
    const table = node === from ? tables.withoutBgp(node) : tables.whole(node);
    for (const { neighbor } of resolve(network, table, address)?.nextHops ?? []) {
      if (neighbor === -1) continue;
      const { node: next } = interfaceAt(network, neighbor);
      if (next === peer) return true;
      nodes.add(next);
    }
  }
  return false;
}
