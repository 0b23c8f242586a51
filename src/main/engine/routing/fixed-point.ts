/**
 * The rounds that bring every protocol's routes to a common fixed point. Redistribution and next hops tie the
 * protocols together (BGP stands on OSPF, OSPF may carry BGP's routes), so rounds repeat until a round changes
 * nothing: what is injected into OSPF, which BGP sessions are up, and what BGP originates.
 */
import type { Address, Prefix } from '../address';
import type { Topology } from '../topology/model';
import { nodeAt, type Network } from '../topology/network';
import { gatewayOriginations, transits } from './azure-gateways';
import { covers, refusals } from './azure-space';
import { PathMaker, type BgpEnvironment, type Origination } from './bgp';
import { NextHops } from './bgp-next-hops';
import { BgpOutcome } from './bgp-outcome';
import { describeUnstable, runBgp } from './bgp-run';
import { sessionsUp, type Peering, type Sessions, type Speaker } from './bgp-sessions';
import { describeChanges, factsOf, sameFacts, type Facts } from './facts';
import type { Ospf, OspfExternal } from './ospf';
import { bgpOriginations, ospfExternals } from './redistribution';
import { notDefault, Tables } from './tables';

/** Rounds until the protocols must agree; real networks settle in two to four. */
const ROUND_LIMIT = 32;

const NOTHING: readonly Prefix[] = [];

/** A network whose protocols do not come to rest. */
export class NotConvergedError extends Error {
  override readonly name = 'NotConvergedError';
}

/** What the protocols stand on together. */
export interface Ground {
  readonly network: Network;
  readonly topology: Topology;
  readonly ospf: Ospf;
  readonly speakers: readonly Speaker[];
  /** Index among the speakers, by node. */
  readonly speakerOf: ReadonlyMap<number, number>;
  readonly peerings: readonly Peering[];
}

export interface FixedPoint {
  readonly tables: Tables;
  readonly bgp: BgpOutcome;
  /** What the last run of BGP stood on: what can say why a route was not announced. */
  readonly environment: BgpEnvironment;
}

/** Throws NotConvergedError where there is no fixed point within the bound. */
export function findFixedPoint(ground: Ground): FixedPoint {
  const { network, topology, ospf, speakers, speakerOf, peerings } = ground;
  const refused = refusals(network, topology);
  const fromGateways = gatewayOriginations(network, topology, speakers);
  const costTo = (node: number, address: Address): number | null =>
    tables.resolveNextHop(node, address)?.metric ?? null;
  const nextHopsFor = (sessions: Sessions): NextHops => new NextHops(network, speakers, sessions, costTo);
  let environment = environmentOf(speakers, [], [], new Map(), nextHopsFor([]));
  let bgp = new BgpOutcome(environment, []);
  const tables = new Tables(network, topology, ospf, speakerOf, bgp);
  const ways = {
    withoutBgp: (node: number) => tables.withoutBgp(node).active,
    whole: (node: number) => tables.whole(node).active,
  };
  let facts: Facts = new Map();
  let before: Facts = facts;
  for (let round = 0; round < ROUND_LIMIT; round++) {
    const sessions = sessionsUp(network, peerings, speakerOf, ways);
    const originations = [...fromGateways, ...routerOriginations(ground, tables)];
    before = facts;
    facts = factsOf(speakers, sessions, originations, tables.externals, tables.leanings.all());
    if (round > 0 && sameFacts(facts, before)) return { tables, bgp, environment };
    const nextHops = nextHopsFor(sessions);
    environment = environmentOf(speakers, sessions, originations, refused, nextHops);
    bgp = settledBgp(network, environment);
    tables.takeBgp(bgp);
    tables.externals = collectExternals(ground, tables);
    leanOnBgp(ground, tables, nextHops.asked);
    tables.forget();
  }
  const changes = describeChanges(before, facts, (node) => nodeAt(network, node).name);
  throw new NotConvergedError(`the routing protocols do not settle within ${ROUND_LIMIT} rounds: ${changes}`);
}

function settledBgp(network: Network, environment: BgpEnvironment): BgpOutcome {
  const outcome = runBgp(environment);
  if (outcome instanceof BgpOutcome) return outcome;
  throw new NotConvergedError(describeUnstable(outcome, (node) => nodeAt(network, node).name));
}

/** Keeps BGP's routes by which next hops are reached: those of routes it heard (`asked`), and of static ones. */
function leanOnBgp(
  { network, topology, speakers }: Ground,
  tables: Tables,
  asked: ReadonlyMap<number, ReadonlySet<Address>>,
): void {
  tables.leanings.clear();
  for (const { node } of speakers) {
    const statics = topology.routers[nodeAt(network, node).name]?.static ?? [];
    const gateways = statics.flatMap(({ via }) => (via.kind === 'address' ? [via.address] : []));
    const leaned = [...(asked.get(node) ?? []), ...gateways].flatMap((address) => {
      const base = tables.withoutBgp(node).active.match(address);
      if (base?.source === 'connected') return [];
      const route = tables.whole(node).active.match(address, notDefault);
      return route === undefined || route.bgp === null ? [] : [route];
    });
    tables.leanings.set(node, leaned);
  }
}

function routerOriginations({ network, topology, speakers }: Ground, tables: Tables): Origination[] {
  return speakers.flatMap((speaker, index) => {
    const bgp = topology.routers[nodeAt(network, speaker.node).name]?.bgp;
    return bgp == null ? [] : bgpOriginations(index, bgp, tables.withoutBgp(speaker.node).active);
  });
}

function collectExternals({ network, topology, ospf }: Ground, tables: Tables): OspfExternal[] {
  return Object.entries(topology.routers).flatMap(([name, router]) => {
    const node = network.nodeByName.get(name);
    if (node === undefined || router.ospf === null || !ospf.runsOn(node)) return [];
    const { redistribute, defaultOriginate } = router.ospf;
    if (redistribute.length === 0 && defaultOriginate === null) return [];
    return ospfExternals(node, router.ospf, tables.whole(node).active, (address) =>
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
  const paths = new PathMaker();
  return { speakers, sessions, originations, transits, refuses, nextHops, paths };
}
