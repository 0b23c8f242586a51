/**
 * The control plane as a whole: every protocol's routes at their common fixed point, and what each protocol
 * knows. Tables of single nodes are made when first asked for.
 */
import { prefixKey, type Address, type Prefix } from '../address';
import { compileNetwork } from '../topology/compile';
import type { Topology } from '../topology/model';
import type { Network } from '../topology/network';
import { differenceOf, type NetworkDifference } from '../topology/network-difference';
import { recompile } from '../topology/recompile';
import { announce, passageOf, type BgpEnvironment, type Passage, type Refusal } from './bgp';
import type { BgpOutcome, PrefixState } from './bgp-outcome';
import type { BgpRound } from './bgp-reuse';
import type { BgpChoices, Unstable } from './bgp-run';
import {
  bgpSpeakers,
  configuredPeerings,
  defaultSpeakers,
  type Peering,
  type Session,
  type Speaker,
} from './bgp-sessions';
import { findFixedPoint } from './fixed-point';
import { Ospf, type OspfExternal } from './ospf';
import type { BgpAttributes, NextHop, RoutingTable } from './route';
import { stableOutcomes } from './stable-outcomes';
import type { Tables } from './tables';

export interface NodeOutcomes {
  /** Of each stable outcome the routes of nodes that have one. */
  readonly outcomes: readonly ReadonlyMap<number, BgpAttributes>[];
  /** There is no other one. */
  readonly complete: boolean;
}

/** One direction of a session that is up, with the sender's and the receiver's node. */
export interface StandingSession {
  readonly session: Session;
  readonly from: number;
  readonly to: number;
}

export class ControlPlane {
  readonly network: Network;
  readonly ospf: Ospf;
  /** All pairs of BGP ends configured for each other, up or down. */
  readonly peerings: readonly Peering[];
  private readonly tables: Tables;
  private readonly bgp: BgpOutcome;
  /** The sessions that are up, once asked for: explanations ask again and again. */
  private standing: readonly StandingSession[] | null = null;
  private readonly environment: BgpEnvironment;
  private readonly speakerOf: ReadonlyMap<number, number>;
  private readonly round: BgpRound | null;

  /** What the network differs in from the one before; null where it was made from none, or one of other elements. */
  readonly difference: NetworkDifference | null;

  /** What does not come to rest: those who keep changing are left without it. */
  readonly unstable: readonly Unstable[];

  /**
   * Computes the fixed point. Throws NotConvergedError where there is none within the bound. Of several stable
   * outcomes of BGP, `choices` may ask for another than the usual one. The control plane of a network before a change
   * spares the work that the change does not touch; what comes out is the same without it.
   */
  constructor(
    readonly topology: Topology,
    choices: BgpChoices | null = null,
    before: ControlPlane | null = null,
  ) {
    const patched = before && recompile(before.network, before.topology, topology);
    const network = patched ?? compileNetwork(topology);
    const difference = before && differenceOf(before.network, network);
    // Interfaces that go up or down leave all that is configured as it was.
    const earlier = difference && { difference, isSameConfiguration: patched != null };
    const ospf = new Ospf(network, topology, before && earlier && { ospf: before.ospf, ...earlier });
    const peerings = before && patched ? before.peerings : configuredPeerings(network, topology);
    const known = bgpSpeakers(network, topology);
    const defaults = defaultSpeakers(known, peerings);
    const speakers = [...known, ...defaults];
    const speakerOf = indexByNode(known, 0);
    const defaultSpeakerOf = indexByNode(defaults, known.length);
    const ground = { network, topology, ospf, speakers, speakerOf, defaultSpeakerOf, peerings };
    const found = findFixedPoint(
      ground,
      choices,
      difference && before?.round ? { round: before.round, difference } : null,
    );
    this.difference = difference;
    this.round = found.round;
    this.network = network;
    this.ospf = ospf;
    this.peerings = peerings;
    this.speakerOf = speakerOf;
    this.tables = found.tables;
    this.bgp = found.bgp;
    this.environment = found.environment;
    this.unstable = found.unstable;
  }

  /** The routing table of a node: its active routes and the candidates that lost. */
  table(node: number): RoutingTable {
    return this.tables.whole(node);
  }

  /** The next hops that the table of a router or host has for an address; much less work than the table. */
  nextHops(node: number, address: Address): readonly NextHop[] {
    return this.tables.nextHops(node, address);
  }

  /** The effective routes of the subnets of a VNet that use a route table; null for those that use none. */
  subnetTable(fabric: number, routeTable: string | null): RoutingTable {
    return this.tables.ofSubnets(fabric, routeTable);
  }

  /** A node's table without BGP's routes: what it may redistribute into BGP. */
  tableWithoutBgp(node: number): RoutingTable {
    return this.tables.withoutBgp(node);
  }

  /** What a BGP speaker knows of each prefix: every route it accepted, and the best of them. */
  bgpPaths(node: number): (PrefixState & { readonly prefix: Prefix })[] {
    const index = this.speakerOf.get(node);
    if (index === undefined) return [];
    return this.bgp.prefixes.flatMap((prefix) => {
      const state = this.bgp.state(index, prefix);
      return state === undefined ? [] : [{ ...state, prefix }];
    });
  }

  /** The BGP speaker a node is; undefined for none. */
  speaker(node: number): Speaker | undefined {
    return this.bgp.speakers[this.speakerOf.get(node) ?? -1];
  }

  /** Every prefix that somebody brings into BGP. */
  bgpPrefixes(): readonly Prefix[] {
    return this.bgp.prefixes;
  }

  /** Nodes that choose another route of BGP for a prefix than in another control plane of this network. */
  chooseOtherwise(prefix: Prefix, other: ControlPlane): readonly number[] {
    return this.bgp.chooseOtherwise(prefix, other.bgp);
  }

  /** Whether BGP is at its usual outcome, and no next hop is reached by a route of BGP. */
  get isUsual(): boolean {
    return this.round !== null;
  }

  /** What a BGP speaker knows of one prefix; undefined where it never heard of it (or is no speaker). */
  bgpState(node: number, prefix: Prefix): PrefixState | undefined {
    const speaker = this.speakerOf.get(node);
    return speaker === undefined ? undefined : this.bgp.state(speaker, prefix);
  }

  /** The sessions that are up, each direction one, with the sender's and the receiver's node. */
  sessions(): readonly StandingSession[] {
    this.standing ??= this.standingSessions();
    return this.standing;
  }

  private standingSessions(): StandingSession[] {
    const nodeOf = (speaker: number): number => this.bgp.speakers[speaker]?.node ?? -1;
    return this.bgp.sessions.flatMap((session) =>
      session === null || session.ownDefault === 'here'
        ? []
        : [{ session, from: nodeOf(session.from), to: nodeOf(session.to) }],
    );
  }

  /** The session a route was heard on; undefined for a node's own. */
  sessionOf(route: BgpAttributes): Session | undefined {
    return this.bgp.sessions[route.session] ?? undefined;
  }

  /** Why a session does not carry the sender's best route of a prefix; null where it does, or there is none. */
  refusal(session: Session, prefix: Prefix): Refusal | null {
    const best = this.bgp.best(session.from, prefix);
    if (best === null) return null;
    const offered = announce(this.environment, session, this.bgp.sessions.indexOf(session), best);
    return typeof offered === 'string' ? offered : null;
  }

  /** Every stable outcome of BGP for a prefix, as far as all else stays as it is: the nodes' routes in each. */
  stableOutcomes(prefix: Prefix, atMost: number): NodeOutcomes {
    const key = prefixKey(prefix);
    const originations = this.environment.originations.filter((entry) => prefixKey(entry.prefix) === key);
    const { outcomes, complete } = stableOutcomes(this.environment, originations, atMost);
    const byNode = outcomes.map((routes) => {
      const chosen = [...this.speakerOf].map(([node, speaker]) => [node, routes[speaker] ?? null] as const);
      return new Map(chosen.flatMap(([node, route]) => (route === null ? [] : [[node, route]])));
    });
    return { outcomes: byNode, complete };
  }

  /** What a session makes of a route that its sender has chosen, as its policies see it. */
  passage(session: Session, best: BgpAttributes): Passage {
    return passageOf(this.environment, session, this.bgp.sessions.indexOf(session), best);
  }

  /** What AS boundary routers inject into OSPF. */
  ospfExternals(): readonly OspfExternal[] {
    return this.tables.externals;
  }
}

/** @param first the index of the first of the speakers */
function indexByNode(speakers: readonly Speaker[], first: number): ReadonlyMap<number, number> {
  return new Map(speakers.map(({ node }, index) => [node, first + index]));
}
