/**
 * The rounds that bring every protocol's routes to a common fixed point. Redistribution and next hops tie the
 * protocols together (BGP stands on OSPF, OSPF may carry BGP's routes), so rounds repeat until nothing changes that a
 * round stands on: what is injected into OSPF, which BGP sessions are up, and what BGP originates.
 */
import { prefixContains, prefixKey, type Address, type Prefix } from '../address';
import type { Topology } from '../topology/model';
import { nodeAt, type Network } from '../topology/network';
import { aggregateOriginations } from './aggregates';
import { ListMaker } from './as-path';
import { gatewayOriginations, transits } from './azure-gateways';
import { covers, refusals } from './azure-space';
import type { BgpEnvironment, Origination } from './bgp';
import { BgpReuse, type BgpRound, type BgpStart } from './bgp-reuse';
import { NextHops } from './bgp-next-hops';
import { BgpOutcome } from './bgp-outcome';
import { runBgp, type BgpChoices, type Unstable } from './bgp-run';
import { sessionsUp, type Peering, type Sessions, type Speaker } from './bgp-sessions';
import { aboutExternal, aboutLeaning, aboutOrigination, aboutSession, factsOf, type Facts } from './facts';
import type { Ospf, OspfExternal } from './ospf';
import { bgpOriginations, ospfExternals } from './redistribution';
import { EVERYBODY, settle, type Moves } from './settling';
import { notDefault, Tables } from './tables';

const NOTHING: readonly Prefix[] = [];

/** What the protocols stand on together. */
export interface Ground {
  readonly network: Network;
  readonly topology: Topology;
  readonly ospf: Ospf;
  readonly speakers: readonly Speaker[];
  /** Index among the speakers, by node. */
  readonly speakerOf: ReadonlyMap<number, number>;
  /** The same of the speakers that stand for the default routes of nodes. */
  readonly defaultSpeakerOf: ReadonlyMap<number, number>;
  readonly peerings: readonly Peering[];
}

export interface FixedPoint {
  /** The run of BGP it rests on; null where another one may not begin at it. */
  readonly round: BgpRound | null;
  readonly tables: Tables;
  readonly bgp: BgpOutcome;
  /** What the last run of BGP stood on: what can say why a route was not announced. */
  readonly environment: BgpEnvironment;
  /** What does not come to rest, and is left out. */
  readonly unstable: readonly Unstable[];
}

/**
 * Throws NotConvergedError where there is no fixed point within the bound. `choices` are where BGP starts from: of
 * several stable outcomes it comes to theirs. What BGP came to `before` a change spares work, and changes nothing.
 */
export function findFixedPoint(
  ground: Ground,
  choices: BgpChoices | null,
  before: BgpStart | null,
): FixedPoint {
  if (choices !== null || before === null) return runRounds(ground, choices, null);
  const reuse = new BgpReuse(before);
  try {
    const found = runRounds(ground, choices, reuse);
    if (!reuse.misled) return found;
  } catch (error) {
    if (!reuse.misled) throw error;
  }
  return runRounds(ground, choices, null);
}

function runRounds(ground: Ground, choices: BgpChoices | null, reuse: BgpReuse | null): FixedPoint {
  const { network, topology, ospf, speakers, speakerOf, defaultSpeakerOf, peerings } = ground;
  const refused = refusals(network, topology);
  const stated = [
    ...gatewayOriginations(network, topology, speakers),
    ...[...defaultSpeakerOf.values()].map(defaultOrigination),
  ];
  const costTo = (node: number, address: Address): number | null =>
    tables.resolveNextHop(node, address)?.metric ?? null;
  const nextHopsFor = (sessions: Sessions): NextHops => new NextHops(network, speakers, sessions, costTo);
  let nextHops = nextHopsFor([]);
  let environment = environmentOf(speakers, [], [], refused, nextHops);
  let bgp = new BgpOutcome(environment, []);
  let unstable: readonly Unstable[] = [];
  const tables = new Tables(network, topology, ospf, speakerOf, bgp);
  const ways = {
    withoutBgp: (node: number) => tables.withoutBgp(node).active,
    whole: (node: number) => tables.whole(node).active,
  };
  let fromRouters: readonly Origination[] = [];
  let now: Moves = EVERYBODY;
  let round: BgpRound | null = null;
  let startsWith = choices;
  const isChosen = ({ speaker, prefix }: Origination, by: BgpChoices | null): boolean =>
    by === null || by(speakers[speaker]?.node ?? -1, prefix) === 'own';
  const stand = (asked: Moves): Facts => {
    now = asked;
    const { moves, leftOut } = now;
    const isMoving = ({ speaker }: Origination): boolean => moves(speakers[speaker]?.node ?? -1);
    const sessions = sessionsUp(network, peerings, speakerOf, defaultSpeakerOf, ways).map((session) =>
      session === null || leftOut.has(aboutSession(session)) ? null : session,
    );
    fromRouters = [
      ...fromRouters.filter((entry) => !isMoving(entry)),
      ...routerOriginations(ground, tables, bgp, startsWith !== null).filter(isMoving),
    ].filter(
      (entry) => !leftOut.has(aboutOrigination(entry.speaker, entry.prefix)) && isChosen(entry, startsWith),
    );
    const originations = [...stated, ...fromRouters];
    nextHops = nextHopsFor(sessions);
    environment = environmentOf(speakers, sessions, originations, refused, nextHops);
    return factsOf(speakers, sessions, originations, tables.externals, tables.leanings.all());
  };
  const run = (): void => {
    const { moves, leftOut } = now;
    const basis = { network, environment, nextHops, refused };
    const bgpRun = runBgp(environment, choices, reuse?.earlierTo(basis) ?? null);
    ({ outcome: bgp, unstable } = bgpRun);
    round = { ...basis, run: bgpRun };
    const stoodAlone = tables.standAlone;
    tables.takeBgp(bgp);
    tables.externals = [
      ...tables.externals.filter(({ router }) => !moves(router)),
      ...collectExternals(ground, tables).filter(({ router }) => moves(router)),
    ].filter(({ router, prefix }) => !leftOut.has(aboutExternal(router, prefix)));
    leanOnBgp(ground, tables, bgp, nextHops.asked, now);
    reuse?.next(round, !tables.leanings.isEmpty());
    if (!stoodAlone || !tables.standAlone) tables.forget();
  };
  // What a router redistributes or hears instead has to be there first, or it would not come to that outcome.
  if (choices !== null) settle({ stand, run });
  startsWith = null;
  const leftOut = settle({ stand, run });
  const canStart = choices === null && tables.leanings.isEmpty();
  return {
    round: canStart ? round : null,
    tables,
    bgp,
    environment,
    unstable: [...unstable, ...leftOut],
  };
}

/** Keeps BGP's routes by which next hops are reached: those of routes it heard (`asked`), and of static ones, whose tracked addresses count too. */
function leanOnBgp(
  { network, topology, speakerOf }: Ground,
  tables: Tables,
  bgp: BgpOutcome,
  asked: ReadonlyMap<number, ReadonlySet<Address>>,
  { moves, leftOut }: Moves,
): void {
  const covered = new Map<Address, boolean>();
  const isCovered = (address: Address): boolean => {
    const known = covered.get(address);
    if (known !== undefined) return known;
    const found = bgp.prefixes.some((prefix) => prefix.length > 0 && prefixContains(prefix, address));
    covered.set(address, found);
    return found;
  };
  for (const node of speakerOf.keys()) {
    if (!moves(node)) continue;
    const statics = topology.routers[nodeAt(network, node).name]?.static ?? [];
    const gateways = statics.flatMap(({ via, track }) => [
      ...(via.kind === 'address' ? [via.address] : []),
      ...(track === null ? [] : [track]),
    ]);
    const leaned = [...(asked.get(node) ?? []), ...gateways].flatMap((address) => {
      const base = tables.withoutBgp(node).active.match(address);
      if (base?.source === 'connected' || !isCovered(address)) return [];
      const route = tables.whole(node).active.match(address, notDefault);
      const isLeaning = route !== undefined && route.bgp !== null;
      return isLeaning && !leftOut.has(aboutLeaning(node, route.prefix)) ? [route] : [];
    });
    tables.leanings.set(node, leaned);
  }
}

/** What routers bring into BGP; with `unseen` also what is not in use, for BGP has something better. */
function routerOriginations(
  { network, topology, speakers, speakerOf }: Ground,
  tables: Tables,
  before: BgpOutcome,
  unseen: boolean,
): Origination[] {
  return [...speakerOf].flatMap(([node, index]) => {
    const router = topology.routers[nodeAt(network, node).name];
    const speaker = speakers[index];
    if (speaker === undefined || router === undefined || router.bgp === null) return [];
    const bare = tables.withoutBgp(node).active;
    // Only redistribution asks for what is in use: a table with all that BGP brought is much to make for nobody.
    const used = unseen || router.bgp.redistribute.length === 0 ? bare : tables.whole(node).active;
    return bestOfEach([
      ...bgpOriginations(index, speaker, router, router.bgp, bare, used),
      ...aggregateOriginations(index, speaker, router, before),
    ]);
  });
}

/**
 * Of a router's own routes for one prefix, an aggregate and one it redistributes, the decision process takes the one
 * with the better origin, then the lower MED (RFC 4271 section 9.1.2.2); the first where they are equal.
 */
function bestOfEach(originations: readonly Origination[]): Origination[] {
  const best = new Map<number, Origination>();
  for (const entry of originations) {
    const key = prefixKey(entry.prefix);
    const other = best.get(key);
    if (other === undefined || (entry.origin - other.origin || entry.med - other.med) < 0)
      best.set(key, entry);
  }
  return [...best.values()];
}

function defaultOrigination(speaker: number): Origination {
  return { speaker, prefix: { address: 0, length: 0 }, med: 0, origin: 0, nextHop: 0 };
}

function collectExternals({ network, topology, ospf }: Ground, tables: Tables): OspfExternal[] {
  return Object.entries(topology.routers).flatMap(([name, router]) => {
    const node = network.nodeByName.get(name);
    if (node === undefined || router.ospf === null || !ospf.runsOn(node)) return [];
    const { redistribute, defaultOriginate } = router.ospf;
    if (redistribute.length === 0 && defaultOriginate === null) return [];
    return ospfExternals(node, router, router.ospf, tables.whole(node).active, (address) =>
      ospf.hasSubnetOf(node, address),
    );
  });
}

function environmentOf(
  speakers: readonly Speaker[],
  sessions: Sessions,
  originations: readonly Origination[],
  refused: ReadonlyMap<number, readonly Prefix[]>,
  nextHops: NextHops,
): BgpEnvironment {
  const refuses = (speaker: Speaker, prefix: Prefix): boolean =>
    covers(refused.get(speaker.node) ?? NOTHING, prefix);
  const [paths, clusters] = [new ListMaker(), new ListMaker()];
  const passesAll = speakers.every(({ kind }) => kind === 'router');
  return { speakers, sessions, originations, transits, refuses, passesAll, nextHops, paths, clusters };
}
