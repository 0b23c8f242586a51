/** Differential reachability: all pairs of hosts in two networks, and for each that differs where and why. */
import type {
  CommandFailure,
  CompareResult,
  MatrixDiffResult,
  PairChange,
  PairDifference,
  PairWay,
  Parting,
  Walk,
} from '../../../shared/results';
import { strings } from '../../../shared/strings';
import type { PacketWalk } from '../forwarding/walk';
import { viewWalk } from '../forwarding/walk-view';
import type { ScenarioNetworks } from '../scenario-networks';
import type { Simulation } from '../simulation';
import { suggest } from '../topology/nearest';
import { interfaceLabel, nodeAt, type Network } from '../topology/network';
import { isLinkUp } from '../topology/view';
import { decisionWords } from './divergence';
import { failure } from './failure';
import { changeOf, type RoundTrip } from './pair-change';
import { echo, hostsOf, viewHost, viewPair, type Echo, type Host } from './pairs';
import { partingOf } from './parting';
import { REACH_HOST_LIMIT } from './reach';

const said = strings.reasons.commands;

const words = strings.reasons.differences;

/** The network that is asked. */
export const BASE = 'base';

/** Looks both networks up by name. */
export function compareNamed(
  base: Simulation,
  scenarios: ScenarioNetworks<Simulation>,
  before: string,
  after: string,
): CompareResult | CommandFailure {
  const old = networkNamed(base, scenarios, before);
  if ('kind' in old) return old;
  const now = networkNamed(base, scenarios, after);
  if ('kind' in now) return now;
  return compare({ name: before, simulation: old }, { name: after, simulation: now });
}

export function matrixDiff(
  base: Simulation,
  scenarios: ScenarioNetworks<Simulation>,
  after: string,
): MatrixDiffResult | CommandFailure {
  const result = compareNamed(base, scenarios, BASE, after);
  return result.kind === 'failure' ? result : { kind: 'matrix-diff', compare: result };
}

/** The network that is asked, or that of a scenario; why there is none. */
export function networkNamed(
  base: Simulation,
  scenarios: ScenarioNetworks<Simulation>,
  name: string,
): Simulation | CommandFailure {
  if (name === BASE) return base;
  const found = scenarios.simulationOf(name);
  if (found === null) {
    const hint = suggest(name, [BASE, ...scenarios.names]) ?? said.nameScenario(name);
    return failure(said.noScenario(name), hint);
  }
  if (found.ok) return found.value;
  const problem = found.problems.find(({ severity }) => severity === 'error');
  return failure(said.networkOf(name, problem?.message ?? null), problem?.hint);
}

interface NamedNetwork {
  readonly name: string;
  readonly simulation: Simulation;
}

const ORDER: readonly PairChange[] = ['lost', 'gained', 'longer', 'changed'];

export function compare(before: NamedNetwork, after: NamedNetwork): CompareResult {
  const old = hostsOf(before.simulation, REACH_HOST_LIMIT);
  const now = hostsOf(after.simulation, REACH_HOST_LIMIT);
  const inOld = new Map(old.hosts.map((host) => [host.node.name, host]));
  const inNow = new Map(now.hosts.map((host) => [host.node.name, host]));
  const both = old.hosts.flatMap((host) => {
    const same = inNow.get(host.node.name);
    return same === undefined ? [] : [{ old: host, now: same }];
  });
  const differences: PairDifference[] = [];
  const reaching = { before: 0, after: 0 };
  for (const from of both) {
    for (const to of both) {
      if (from === to) continue;
      const was = lookAt(before.simulation, from.old, to.old);
      const is = lookAt(after.simulation, from.now, to.now);
      if (was.trip.way !== null) reaching.before += 1;
      if (is.trip.way !== null) reaching.after += 1;
      const change = changeOf(was.trip, is.trip);
      if (change !== null) differences.push(differenceOf(change, was, is));
    }
  }
  return {
    kind: 'compare',
    before: before.name,
    after: after.name,
    hosts: both.map((host) => viewHost(host.old)),
    pairs: both.length * Math.max(0, both.length - 1),
    reaching,
    differences: differences.toSorted((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change)),
    onlyBefore: [...inOld.keys()].filter((name) => !inNow.has(name)),
    onlyAfter: [...inNow.keys()].filter((name) => !inOld.has(name)),
    hostsLeftOut: Math.max(old.leftOut, now.leftOut),
    down: downIn(after.simulation.plane.network, before.simulation.plane.network),
  };
}

function downIn(after: Network, before: Network): CompareResult['down'] {
  return {
    nodes: namesDown(after.nodes, before.nodes, ({ up }) => up),
    links: namesDown(after.segments, before.segments, (segment) => isLinkUp(after, segment)),
  };
}

interface Named {
  readonly name: string;
}

function namesDown<T extends Named>(
  after: readonly T[],
  before: readonly Named[],
  isUp: (one: T) => boolean,
): readonly string[] {
  const here = new Set(after.map(({ name }) => name));
  const gone = before.filter(({ name }) => !here.has(name));
  return [...after.filter((one) => !isUp(one)), ...gone].map(({ name }) => name);
}

interface Look {
  readonly simulation: Simulation;
  readonly from: Host;
  readonly to: Host;
  readonly sent: Echo | null;
  readonly trip: RoundTrip;
}

function lookAt(simulation: Simulation, from: Host, to: Host): Look {
  const { network } = simulation.plane;
  const sent = echo(simulation, from, to);
  const home = sent?.answer?.walk ?? null;
  if (sent === null || !sent.reached || home === null)
    return { simulation, from, to, sent, trip: { way: null, hops: 0, latency: 0 } };
  const steps = [...sent.forward.steps, ...home.steps];
  const trip = {
    way: [...wayOf(network, sent.forward), ...wayOf(network, home)],
    hops: steps.filter(({ spent }) => spent).length,
    latency: sent.forward.latency + home.latency,
  };
  return { simulation, from, to, sent, trip };
}

/** Nodes and the interfaces by which a packet comes in, by name: an edit may shift their numbers. */
function wayOf(network: Network, { steps }: PacketWalk): string[] {
  return steps.map(({ node, ingress }) =>
    ingress === -1 ? nodeAt(network, node).name : interfaceLabel(network, ingress),
  );
}

function differenceOf(change: PairChange, was: Look, is: Look): PairDifference {
  const before = viewOf(was);
  const after = viewOf(is);
  const parting = partingBetween(before, after);
  return {
    from: was.from.node.name,
    to: was.to.node.name,
    change,
    before: before.view,
    after: after.view,
    parting,
    text: reasonOf(change, before, after, parting),
  };
}

interface Seen {
  readonly view: PairWay;
  readonly forward: Walk | null;
  readonly back: Walk | null;
}

function viewOf({ simulation, from, to, sent }: Look): Seen {
  const { network } = simulation.plane;
  const forward = sent === null ? null : viewWalk(network, sent.forward);
  const back = sent?.answer?.walk == null ? null : viewWalk(network, sent.answer.walk);
  const { reached, disposition, lostAt, hops, rttMs } = viewPair(simulation, from, to, sent);
  return {
    view: {
      reached,
      disposition,
      lostAt,
      hops,
      rttMs,
      nodes: nodesOf(forward),
      links: linksOf(forward),
      back: nodesOf(back),
      backLinks: linksOf(back),
    },
    forward,
    back,
  };
}

function nodesOf(walk: Walk | null): readonly string[] {
  return walk?.steps.map(({ node }) => node) ?? [];
}

function linksOf(walk: Walk | null): readonly (string | null)[] {
  return walk?.steps.map(({ link }) => link) ?? [];
}

function partingBetween(before: Seen, after: Seen): Parting | null {
  if (before.forward === null || after.forward === null) return null;
  const there = partingOf(before.forward, after.forward, 'there');
  if (there !== null || before.back === null || after.back === null) return there;
  return partingOf(before.back, after.back, 'back');
}

function reasonOf(change: PairChange, before: Seen, after: Seen, parting: Parting | null): string {
  const end = change === 'lost' ? endWords(after) : change === 'gained' ? endWords(before) : '';
  if (parting === null) {
    if (end !== '') return change === 'lost' ? words.now(end) : words.before(end);
    return words.sameWay(time(after.view), time(before.view));
  }
  const old = change === 'gained' && end !== '' ? end : decisionWords(parting.before);
  const now = change === 'lost' && end !== '' ? end : decisionWords(parting.after);
  return words[parting.direction](old, now);
}

/** Why an echo or its answer was lost. */
function endWords({ view, forward, back }: Seen): string {
  if (forward === null) return words.noAddress(view.lostAt ?? words.theSender);
  const walk = forward.disposition === 'ACCEPTED' ? back : forward;
  const note = walk?.steps.at(-1)?.note ?? words.doesNotAnswer(view.lostAt ?? words.theTarget);
  return walk === back && walk !== null ? words.answerLost(note) : note;
}

function time({ rttMs }: PairWay): string {
  return rttMs === null ? words.noTime : `${rttMs.toFixed(1)} ms`;
}
