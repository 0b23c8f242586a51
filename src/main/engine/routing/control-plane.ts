/**
 * The control plane as a whole: every protocol's routes brought to a common fixed point. Redistribution and
 * next hops tie the protocols together (BGP stands on OSPF, OSPF may carry BGP's routes), so rounds repeat
 * until a round changes nothing: what is injected into OSPF, which BGP sessions are up, and what BGP
 * originates. Tables of single nodes are made when first asked for.
 */
import type { Address, Prefix } from '../address';
import { compileNetwork } from '../topology/compile';
import type { Topology } from '../topology/model';
import { nodeAt, type Network } from '../topology/network';
import {
  covers,
  fabricTable,
  gatewayOriginations,
  gatewayTable,
  peerHostRoutes,
  refusals,
  transits,
  tunnelRoutes,
} from './azure';
import { announce, PathMaker, type BgpEnvironment, type Origination, type Refusal } from './bgp';
import { decidingStep, multipathRoutes } from './bgp-decision';
import { NextHops } from './bgp-next-hops';
import { BgpOutcome, type PrefixState } from './bgp-outcome';
import { describeUnstable, runBgp } from './bgp-run';
import {
  bgpSpeakers,
  configuredPeerings,
  sessionsUp,
  type Peering,
  type Session,
  type Speaker,
} from './bgp-sessions';
import { describeChanges, factsOf, sameFacts, type Facts } from './facts';
import { connectedRoutes, hostDefaultRoute, resolve, staticRoutes } from './local-routes';
import { Ospf, type OspfExternal } from './ospf';
import { bgpOriginations, ospfExternals } from './redistribution';
import {
  DISTANCE,
  ecmpSet,
  RouteTable,
  RoutingTable,
  type BgpAttributes,
  type NextHop,
  type Route,
} from './route';

/** Rounds until the protocols must agree; real networks settle in two to four. */
const ROUND_LIMIT = 32;

const NOTHING: readonly Prefix[] = [];

/** A network whose protocols do not come to rest. */
export class NotConvergedError extends Error {
  override readonly name = 'NotConvergedError';
}

export class ControlPlane {
  readonly network: Network;
  readonly ospf: Ospf;
  /** All pairs of BGP ends configured for each other, up or down. */
  readonly peerings: readonly Peering[];
  private externals: readonly OspfExternal[] = [];
  private bgp: BgpOutcome;
  /** What the last run of BGP stood on: what can say why a route was not announced. */
  private environment: BgpEnvironment;
  private readonly speakerOf: ReadonlyMap<number, number>;
  /** Tables without BGP, good for one round. */
  private readonly baseTables = new Map<number, RoutingTable>();
  private readonly tables = new Map<number, RoutingTable>();
  /** BGP's routes of the round before by which next hops are reached, by node. */
  private readonly leanedOn = new Map<number, RouteTable>();
  /** What gateways learned, for their own tables and those of every VNet they serve. */
  private readonly learned = new Map<number, readonly Route[]>();

  /** Computes the fixed point. Throws NotConvergedError where there is none within the bound. */
  constructor(readonly topology: Topology) {
    this.network = compileNetwork(topology);
    this.ospf = new Ospf(this.network, topology);
    this.peerings = configuredPeerings(this.network, topology);
    const speakers = bgpSpeakers(this.network, topology);
    this.speakerOf = new Map(speakers.map((speaker, index) => [speaker.node, index]));
    this.environment = environmentOf(speakers, [], [], new Map(), this.nextHopsFor(speakers, []));
    this.bgp = new BgpOutcome(this.environment, []);
    this.converge(speakers);
  }

  /** The routing table of a node: its active routes and the candidates that lost. */
  table(node: number): RoutingTable {
    const known = this.tables.get(node);
    if (known !== undefined) return known;
    const made = this.makeTable(node);
    this.tables.set(node, made);
    return made;
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

  /** What a BGP speaker knows of one prefix; undefined where it never heard of it (or is no speaker). */
  bgpState(node: number, prefix: Prefix): PrefixState | undefined {
    const speaker = this.speakerOf.get(node);
    return speaker === undefined ? undefined : this.bgp.state(speaker, prefix);
  }

  /** The sessions that are up, each direction one, with the sender's and the receiver's node. */
  sessions(): { readonly session: Session; readonly from: number; readonly to: number }[] {
    const nodeOf = (speaker: number): number => this.bgp.speakers[speaker]?.node ?? -1;
    return this.bgp.sessions.map((session) => ({
      session,
      from: nodeOf(session.from),
      to: nodeOf(session.to),
    }));
  }

  /** The session a route was heard on; undefined for a node's own. */
  sessionOf(route: BgpAttributes): Session | undefined {
    return this.bgp.sessions[route.session];
  }

  /** Why a session does not carry the sender's best route of a prefix; null where it does, or there is none. */
  refusal(session: Session, prefix: Prefix): Refusal | null {
    const best = this.bgp.best(session.from, prefix);
    if (best === null) return null;
    const offered = announce(this.environment, session, this.bgp.sessions.indexOf(session), best);
    return typeof offered === 'string' ? offered : null;
  }

  /** What AS boundary routers inject into OSPF. */
  ospfExternals(): readonly OspfExternal[] {
    return this.externals;
  }

  private converge(speakers: readonly Speaker[]): void {
    const refused = refusals(this.network, this.topology);
    const fromGateways = gatewayOriginations(this.network, this.topology, speakers);
    const tables = {
      withoutBgp: (node: number) => this.base(node).active,
      whole: (node: number) => this.table(node).active,
    };
    let facts: Facts = new Map();
    let before: Facts = facts;
    for (let round = 0; round < ROUND_LIMIT; round++) {
      const sessions = sessionsUp(this.network, this.peerings, this.speakerOf, tables);
      const originations = [...fromGateways, ...this.routerOriginations(speakers)];
      before = facts;
      facts = factsOf(speakers, sessions, originations, this.externals, this.leanings());
      if (round > 0 && sameFacts(facts, before)) return;
      const nextHops = this.nextHopsFor(speakers, sessions);
      this.environment = environmentOf(speakers, sessions, originations, refused, nextHops);
      this.bgp = this.runRound();
      this.forget();
      this.externals = this.collectExternals();
      this.leanOnBgp(nextHops.asked);
      this.baseTables.clear();
      this.forget();
    }
    const changes = describeChanges(before, facts, (node) => nodeAt(this.network, node).name);
    throw new NotConvergedError(
      `the routing protocols do not settle within ${ROUND_LIMIT} rounds: ${changes}`,
    );
  }

  /** Keeps BGP's routes by which next hops are reached: those of routes it heard (`asked`), and of static ones. */
  private leanOnBgp(asked: ReadonlyMap<number, ReadonlySet<Address>>): void {
    this.leanedOn.clear();
    for (const { node } of this.bgp.speakers) {
      const statics = this.topology.routers[nodeAt(this.network, node).name]?.static ?? [];
      const gateways = statics.flatMap(({ via }) => (via.kind === 'address' ? [via.address] : []));
      const leaned = new RouteTable();
      for (const address of [...(asked.get(node) ?? []), ...gateways]) {
        const base = this.base(node).active.match(address);
        if (base?.source === 'connected') continue;
        const route = this.table(node).active.match(address, notDefault);
        if (route !== undefined && route.bgp !== null) leaned.set(route);
      }
      this.leanedOn.set(node, leaned);
    }
  }

  private leanings(): { readonly node: number; readonly route: Route }[] {
    return [...this.leanedOn].flatMap(([node, table]) =>
      [...table.values()].map((route) => ({ node, route })),
    );
  }

  /** Drops what was made from the BGP of the round before. */
  private forget(): void {
    this.tables.clear();
    this.learned.clear();
  }

  private nextHopsFor(speakers: readonly Speaker[], sessions: readonly Session[]): NextHops {
    const costTo = (node: number, address: Address): number | null =>
      this.resolveNextHop(node, address)?.metric ?? null;
    return new NextHops(this.network, speakers, sessions, costTo);
  }

  private runRound(): BgpOutcome {
    const outcome = runBgp(this.environment);
    if (outcome instanceof BgpOutcome) return outcome;
    throw new NotConvergedError(describeUnstable(outcome, (node) => nodeAt(this.network, node).name));
  }

  /** A BGP next hop is not resolved through a default route (FRR outside its traditional profile). */
  private resolveNextHop(
    node: number,
    nextHop: number,
  ): { readonly nextHops: readonly NextHop[]; readonly metric: number } | null {
    const table = this.base(node).active;
    // RFC 4271 section 9.1.2.1: no route is reached by itself.
    const leaned = this.leanedOn.get(node)?.match(nextHop, ({ bgp }) => bgp?.nextHop !== nextHop);
    const own = table.match(nextHop, notDefault);
    if (leaned !== undefined && leaned.prefix.length > (own?.prefix.length ?? 0)) return leaned;
    return resolve(this.network, table, nextHop, notDefault);
  }

  /** A router's table without BGP. */
  private base(node: number): RoutingTable {
    const known = this.baseTables.get(node);
    if (known !== undefined) return known;
    const table = new RoutingTable();
    this.baseTables.set(node, table);
    const entry = nodeAt(this.network, node);
    if (!entry.up) return table;
    this.offerLocal(node, table);
    return table;
  }

  /** Offers what a node has without BGP. */
  private offerLocal(node: number, table: RoutingTable): void {
    const { name, kind } = nodeAt(this.network, node);
    const connected = connectedRoutes(this.network, node);
    for (const route of connected) table.offer(route);
    const host = this.topology.hosts[name];
    if (kind === 'host' && host !== undefined) {
      const viaGateway = hostDefaultRoute(this.network, node, host);
      if (viaGateway !== null) table.offer(viaGateway);
    }
    const router = this.topology.routers[name];
    if (router === undefined) return;
    const internal = this.ospf.internalRoutes(node);
    const external = this.ospf.externalRoutes(node, this.externals);
    if (router.static.length > 0) {
      const others = [...connected, ...(internal?.all() ?? []), ...external];
      const leaned = this.leanedOn.get(node)?.values() ?? [];
      for (const route of staticRoutes(this.network, node, router, [...others, ...leaned]))
        table.offer(route);
    }
    if (internal !== null) table.offerOnDemand(internal);
    for (const route of external) table.offer(route);
  }

  private makeTable(node: number): RoutingTable {
    const { kind, name, up } = nodeAt(this.network, node);
    if (!up) return new RoutingTable();
    switch (kind) {
      case 'vnet':
        return fabricTable(this.network, this.topology, name, (gateway) => this.gatewayLearned(gateway));
      case 'vpn-gateway':
      case 'er-gateway':
        return gatewayTable(this.network, this.topology, node, [
          ...peerHostRoutes(this.network, this.topology, node),
          ...this.gatewayLearned(node),
        ]);
      case 'host':
      case 'router':
      case 'msee':
      case 'internet': {
        const table = new RoutingTable();
        this.offerLocal(node, table);
        this.offerBgp(node, table);
        return table;
      }
    }
  }

  /** What a gateway can reach outside its VNet: by its tunnels' configuration and by BGP. */
  private gatewayLearned(node: number): readonly Route[] {
    const known = this.learned.get(node);
    if (known !== undefined) return known;
    const table = new RoutingTable();
    for (const route of tunnelRoutes(this.network, this.topology, node)) table.offer(route);
    this.offerBgp(node, table);
    const routes = [...table.active.values()];
    this.learned.set(node, routes);
    return routes;
  }

  private offerBgp(node: number, table: RoutingTable): void {
    const index = this.speakerOf.get(node);
    const speaker = index === undefined ? undefined : this.bgp.speakers[index];
    if (index === undefined || speaker === undefined) return;
    for (const prefix of this.bgp.prefixes) {
      const state = this.bgp.state(index, prefix);
      if (state === undefined || state.best === null) continue;
      const { best, candidates } = state;
      const members = multipathRoutes(best, candidates, speaker.maximumPaths, speaker.kind === 'router');
      if (best.type !== 'local')
        table.offer(this.bgpRoute(node, best, members, whyBest(best, candidates, members)));
      for (const loser of candidates) {
        if (loser.type === 'local' || members.includes(loser)) continue;
        const route = this.bgpRoute(node, loser, [loser], `heard from ${this.nameOf(loser)}`);
        const winner = best.type === 'local' ? 'its own route' : this.nameOf(best);
        table.lost.push({ route, reason: `lost to ${winner} by ${decidingStep(best, loser)}` });
      }
    }
  }

  private nameOf(route: BgpAttributes): string {
    return route.from === -1 ? 'itself' : nodeAt(this.network, route.from).name;
  }

  private bgpRoute(node: number, best: BgpAttributes, members: readonly BgpAttributes[], why: string): Route {
    const source = best.type === 'ibgp' ? 'ibgp' : 'ebgp';
    return {
      prefix: best.prefix,
      source,
      distance: DISTANCE[source],
      metric: best.med,
      nextHops: ecmpSet(members.flatMap((member) => this.nextHopsOf(node, member))),
      bgp: best,
      why: `announced by ${members.map((member) => this.nameOf(member)).join(' and ')}; ${why}`,
    };
  }

  private nextHopsOf(node: number, route: BgpAttributes): readonly NextHop[] {
    const direct = this.bgp.sessions[route.session]?.direct;
    if (direct != null) return [direct];
    return this.resolveNextHop(node, route.nextHop)?.nextHops ?? [];
  }

  private routerOriginations(speakers: readonly Speaker[]): Origination[] {
    return speakers.flatMap((speaker, index) => {
      const bgp = this.topology.routers[nodeAt(this.network, speaker.node).name]?.bgp;
      return bgp == null ? [] : bgpOriginations(index, bgp, this.base(speaker.node).active);
    });
  }

  private collectExternals(): OspfExternal[] {
    return Object.entries(this.topology.routers).flatMap(([name, { ospf }]) => {
      const node = this.network.nodeByName.get(name);
      if (node === undefined || ospf === null || !this.ospf.runsOn(node)) return [];
      if (ospf.redistribute.length === 0 && ospf.defaultOriginate === null) return [];
      return ospfExternals(node, ospf, this.table(node).active, (address) =>
        this.ospf.hasSubnetOf(node, address),
      );
    });
  }
}

function environmentOf(
  speakers: readonly Speaker[],
  sessions: readonly Session[],
  originations: readonly Origination[],
  refused: ReadonlyMap<number, readonly Prefix[]>,
  nextHops: NextHops,
): BgpEnvironment {
  const refuses = (speaker: Speaker, prefix: Prefix): boolean =>
    covers(refused.get(speaker.node) ?? NOTHING, prefix);
  const paths = new PathMaker();
  return { speakers, sessions, originations, transits, refuses, nextHops, paths };
}

function notDefault({ prefix }: Route): boolean {
  return prefix.length > 0;
}

function whyBest(
  best: BgpAttributes,
  candidates: readonly BgpAttributes[],
  members: readonly BgpAttributes[],
): string {
  const losers = candidates.filter((candidate) => !members.includes(candidate));
  const shares = members.length > 1 ? `${members.length} equal routes share the load` : null;
  const beats = losers.length === 0 ? null : `best by ${decidingStep(best, losers[0] ?? best)}`;
  return [shares, beats].filter((part) => part !== null).join('; ') || 'the only route';
}
