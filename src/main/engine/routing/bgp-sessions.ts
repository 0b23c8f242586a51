/**
 * Who speaks BGP with whom. A session exists when both ends are configured for each other and can reach one
 * another; Azure's ends configure themselves.
 */
import type { Address } from '../address';
import type { Aggregate, Bgp, Neighbor, Topology } from '../topology/model';
import { interfaceAt, type Network } from '../topology/network';
import type { PathRewrite } from './as-path';
import { azurePeerings } from './azure-sessions';
import { bgpRouter, routerEnd, type End, type Peering, type SessionPart } from './bgp-ends';
import { usualDecision, type DecisionRules } from './bgp-decision';
import { interfacesOf, ownerOnSegment, resolve } from './local-routes';
import { forward, type NextHop, type RouteTable } from './route';
import { PASS_ALL, type RoutePolicy } from './route-map';

export type SpeakerKind = 'router' | 'msee' | 'er-gateway' | 'vpn-gateway' | 'route-server';

export interface Speaker {
  readonly node: number;
  readonly kind: SpeakerKind;
  readonly asn: number;
  readonly routerId: Address;
  readonly decision: DecisionRules;
  /** RFC 4456: what it puts before the cluster list of routes it reflects. */
  readonly clusterId: Address;
  readonly defaultLocalPreference: number;
  readonly aggregates: readonly Aggregate[];
}

/** One direction of a session: announcements flow from one speaker to the other. */
export interface Session {
  readonly from: number;
  readonly to: number;
  readonly fromAddress: Address;
  readonly toAddress: Address;
  readonly type: 'ebgp' | 'ibgp';
  /** External, and without multihop. */
  readonly isOneHop: boolean;
  readonly out: RoutePolicy;
  readonly in: RoutePolicy;
  readonly nextHopSelf: boolean | 'force';
  /** How often the receiver accepts its own AS number in a path. */
  readonly allowOwnAs: number;
  /** Whether the sender reflects to the receiver, and the receiver what the sender tells (RFC 4456). */
  readonly toClient: boolean;
  readonly fromClient: boolean;
  readonly sendsCommunities: boolean;
  /** What the sender makes of paths before its own AS number comes before them; null for nothing. */
  readonly rewrite: PathRewrite | null;
  /**
   * The sender tells a default route of its own in place of any that it has. `apart`: this is the session of the
   * speaker that stands for this route.
   */
  readonly ownDefault: 'none' | 'apart' | 'here';
  readonly part: SessionPart;
  /** The receiver's way to the sender where the wiring gives it; else the next hop address is resolved. */
  readonly direct: NextHop | null;
}

export type { Peering } from './bgp-ends';

/**
 * The two directions of peering p stand at 2p and 2p + 1; null while the session is down. So a session keeps its
 * number whatever happens to others.
 */
export type Sessions = readonly (Session | null)[];

const DEFAULT_LOCAL_PREFERENCE = 100;
const GATEWAY_PATHS = { ebgp: 16, ibgp: 16 };
/** Azure gateways share load over paths of one length, whichever AS they come from. */
const GATEWAY_DECISION: DecisionRules = {
  ...usualDecision,
  maximumPaths: GATEWAY_PATHS,
  multipathRelax: true,
};

/** Everyone who speaks BGP and is up, in order of node index. */
export function bgpSpeakers(network: Network, topology: Topology): Speaker[] {
  const speakers: Speaker[] = [];
  for (const node of network.nodes) {
    if (!node.up || node.asn === null) continue;
    const { index, asn } = node;
    if (node.kind === 'router') {
      const router = topology.routers[node.name];
      if (router === undefined || router.bgp === null) continue;
      speakers.push(routerSpeaker(index, router.bgp, router.routerId ?? highestAddress(network, index)));
    } else if (
      node.kind === 'msee' ||
      node.kind === 'er-gateway' ||
      node.kind === 'vpn-gateway' ||
      node.kind === 'route-server'
    ) {
      const routerId = highestAddress(network, index);
      const clusterId = routerId;
      const { kind } = node;
      const defaultLocalPreference = DEFAULT_LOCAL_PREFERENCE;
      const rest = { decision: GATEWAY_DECISION, clusterId, defaultLocalPreference, aggregates: [] };
      speakers.push({ node: index, kind, asn, routerId, ...rest });
    }
  }
  return speakers;
}

function routerSpeaker(node: number, bgp: Bgp, routerId: Address): Speaker {
  const { asn, clusterId, defaultLocalPreference, aggregates } = bgp;
  const { maximumPaths, maximumPathsIbgp, multipathRelax, alwaysCompareMed, deterministicMed } = bgp;
  const decision: DecisionRules = {
    alwaysCompareMed,
    deterministicMed,
    maximumPaths: { ebgp: maximumPaths, ibgp: maximumPathsIbgp ?? maximumPaths },
    multipathRelax,
  };
  return {
    node,
    kind: 'router',
    asn,
    routerId,
    decision,
    clusterId: clusterId ?? routerId,
    defaultLocalPreference,
    aggregates,
  };
}

/**
 * Speakers that stand for the default routes that routers tell neighbours without having them: they know nothing
 * else and hear nothing.
 */
export function defaultSpeakers(speakers: readonly Speaker[], peerings: readonly Peering[]): Speaker[] {
  const nodes = new Set(peerings.flat().flatMap((end) => (end.defaultOriginate ? [end.node] : [])));
  return speakers.filter(({ node }) => nodes.has(node));
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
  return [...routerPeerings(network, topology), ...azurePeerings(network, topology)];
}

function routerPeerings(network: Network, topology: Topology): Peering[] {
  const peerings: Peering[] = [];
  for (const name of Object.keys(topology.routers)) {
    const a = network.nodeByName.get(name);
    const routerA = a === undefined ? null : bgpRouter(network, topology, a);
    if (a === undefined || routerA === null) continue;
    for (const neighborA of routerA.bgp.neighbors) {
      const b = nodeAtAddress(network, a, neighborA.address);
      const routerB = b === undefined || b <= a ? null : bgpRouter(network, topology, b);
      if (b === undefined || routerB === null) continue;
      if (neighborA.asn !== routerB.bgp.asn || neighborA.shutdown) continue;
      const neighborB = counterpart(network, a, routerA.bgp, neighborA, b, routerB.bgp);
      if (neighborB === null) continue;
      peerings.push([
        routerEnd(a, routerA, neighborA, neighborB.address),
        routerEnd(b, routerB, neighborB, neighborA.address),
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

/** Routing tables by node, as far as the round before made them. */
export interface Tables {
  /** Connected, static and OSPF routes: what an end's session may stand on. */
  readonly withoutBgp: (node: number) => RouteTable;
  readonly whole: (node: number) => RouteTable;
}

/**
 * The sessions that are up, by number; `speakerOf` maps node to speaker index, `defaultSpeakerOf` to that of the
 * speaker that stands for its default route. Sessions of those come after all others.
 */
export function sessionsUp(
  network: Network,
  peerings: readonly Peering[],
  speakerOf: ReadonlyMap<number, number>,
  defaultSpeakerOf: ReadonlyMap<number, number>,
  tables: Tables,
): Sessions {
  const usual = peerings.flatMap(([a, b]) => {
    const from = speakerOf.get(a.node);
    const to = speakerOf.get(b.node);
    if (from === undefined || to === undefined) return DOWN;
    if (!reaches(network, a, b.node, tables) || !reaches(network, b, a.node, tables)) return DOWN;
    return [direction(a, b, from, to), direction(b, a, to, from)];
  });
  const defaults = peerings.flatMap(([a, b], at) => [
    ...defaultSession(a, defaultSpeakerOf, usual[2 * at] ?? null),
    ...defaultSession(b, defaultSpeakerOf, usual[2 * at + 1] ?? null),
  ]);
  return [...usual, ...defaults];
}

const DOWN: readonly [null, null] = [null, null];

function direction(sender: End, receiver: End, from: number, to: number): Session {
  const { reach } = receiver;
  return {
    from,
    to,
    fromAddress: sender.address,
    toAddress: receiver.address,
    type: sender.asn === receiver.asn ? 'ibgp' : 'ebgp',
    isOneHop: reach.kind === 'connected',
    out: sender.out,
    in: receiver.in,
    nextHopSelf: sender.nextHopSelf,
    allowOwnAs: receiver.allowOwnAs,
    toClient: sender.reflects,
    fromClient: receiver.reflects,
    sendsCommunities: sender.sendsCommunities,
    rewrite: rewriteOf(sender, receiver.asn),
    ownDefault: sender.defaultOriginate ? 'apart' : 'none',
    part: sender.part,
    direct: reach.kind === 'wired' ? forward(reach.egress, reach.neighbor, sender.address) : null,
  };
}

function rewriteOf({ asn, asOverride, removePrivateAs }: End, neighbourAs: number): PathRewrite | null {
  return asOverride || removePrivateAs !== null ? { asn, neighbourAs, asOverride, removePrivateAs } : null;
}

/**
 * The session that carries nothing but the sender's default route, beside the one that carries the rest; none where
 * it tells no such route. Policies out do not see it (as in FRR).
 */
function defaultSession(
  { node, defaultOriginate }: End,
  defaultSpeakerOf: ReadonlyMap<number, number>,
  beside: Session | null,
): (Session | null)[] {
  if (!defaultOriginate) return [];
  const from = defaultSpeakerOf.get(node);
  if (from === undefined || beside === null) return [null];
  return [{ ...beside, from, out: PASS_ALL, ownDefault: 'here' }];
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
