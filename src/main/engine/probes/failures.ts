/** Differential reachability: each element of a kind fails alone, and all pairs of hosts are looked at again. */
import type {
  CommandFailure,
  DoubleFailureView,
  FailureKind,
  FailuresResult,
  FailureView,
  PairName,
} from '../../../shared/results';
import type { Step } from '../forwarding/walk';
import { simulate, type Simulation } from '../simulation';
import { documentOf, type TopologyDocument } from '../topology/document';
import { applyEdit, type Edit } from '../topology/edit';
import { interfaceLabel, nodeAt, type Network } from '../topology/network';
import { failure } from './failure';
import { candidatesOf, type FailureCandidate } from './failure-candidates';
import { changeOf, type RoundTrip } from './pair-change';
import { echo, hostsOf, pairsOf } from './pairs';

/** Hosts looked at: 32 make 992 pairs, looked at once for each failure. */
export const FAILURE_HOST_LIMIT = 32;
/** Elements failed: each makes a network of its own. */
export const FAILURE_ELEMENT_LIMIT = 250;

/** Elements failed with k=2: 32 make 496 twos. */
export const DOUBLE_ELEMENT_LIMIT = 32;

export interface FailureOptions {
  /** How many elements fail together. */
  readonly k: 1 | 2;
  /** List every pair of hosts that a failure touches. */
  readonly listed: boolean;
}

export function failEach(
  simulation: Simulation,
  each: FailureKind,
  { k, listed }: FailureOptions,
): FailuresResult | CommandFailure {
  const document = documentOf(simulation.plane.control.topology);
  if (document === undefined) return failure('this network has no topology that could be edited');
  const all = candidatesOf(document.topology, each);
  const limit = k === 2 ? DOUBLE_ELEMENT_LIMIT : FAILURE_ELEMENT_LIMIT;
  const candidates = all.slice(0, limit);
  const before = lookAt(simulation);
  const failures = candidates.map(({ element, edit }): FailureView => {
    const after = lookAfter(simulation, document, [edit]);
    if (typeof after === 'string') return { element, ...NOTHING, problem: after };
    return { element, ...compare(before, after), problem: null };
  });
  return {
    kind: 'failures',
    each,
    pairs: before.size,
    reaching: [...before.values()].filter((look) => look.way !== null).length,
    failures: failures.toSorted((a, b) => b.lost.length - a.lost.length),
    listed,
    doubles: k === 2 ? doublesOf(simulation, document, candidates, before, failures) : null,
    elementsLeftOut: Math.max(0, all.length - limit),
    hostsLeftOut: hostsOf(simulation, FAILURE_HOST_LIMIT).leftOut,
  };
}

/** Every two elements together. @param singles what each does alone, in the order of the candidates */
function doublesOf(
  simulation: Simulation,
  document: TopologyDocument,
  candidates: readonly FailureCandidate[],
  before: Looks,
  singles: readonly FailureView[],
): FailuresResult['doubles'] {
  const failures: DoubleFailureView[] = [];
  let tried = 0;
  for (const [at, one] of candidates.entries()) {
    for (const [offset, two] of candidates.slice(at + 1).entries()) {
      const after = lookAfter(simulation, document, [one.edit, two.edit]);
      if (typeof after === 'string') continue;
      tried += 1;
      const alone = new Set(
        [singles[at], singles[at + 1 + offset]].flatMap((view) => view?.lost.map(keyOf) ?? []),
      );
      const lost = compare(before, after).lost.filter((pair) => !alone.has(keyOf(pair)));
      if (lost.length > 0) failures.push({ elements: [one.element, two.element], lost });
    }
  }
  return { tried, failures: failures.toSorted((a, b) => b.lost.length - a.lost.length) };
}

function keyOf({ from, to }: PairName): string {
  return `${from} ${to}`;
}

/** What all pairs look like after edits that shut elements down; a sentence where that cannot be. */
function lookAfter(
  simulation: Simulation,
  document: TopologyDocument,
  edits: readonly Edit[],
): Looks | string {
  let edited = document;
  for (const edit of edits) {
    const applied = applyEdit(edited, edit);
    if (!applied.ok) return applied.problems[0]?.message ?? 'it cannot be shut down';
    edited = applied.value.document;
  }
  const after = simulate(edited.topology, simulation.seed);
  return after.ok ? lookAt(after.value) : (after.problems[0]?.message ?? 'it cannot be shut down');
}

interface Look extends RoundTrip {
  readonly pair: PairName;
}

/** Where a step comes in, by name: a failure may shift the numbers of interfaces. */
function arrival(network: Network, { node, ingress }: Step): string {
  return ingress === -1 ? nodeAt(network, node).name : interfaceLabel(network, ingress);
}

type Looks = ReadonlyMap<string, Look>;

function lookAt(simulation: Simulation): Looks {
  const { network } = simulation.plane;
  const { hosts } = hostsOf(simulation, FAILURE_HOST_LIMIT);
  return new Map(
    pairsOf(hosts).map(([from, to]) => {
      const pair = { from: from.node.name, to: to.node.name };
      const sent = echo(simulation, from, to);
      const home = sent?.answer?.walk ?? null;
      const isThere = sent !== null && sent.reached && home !== null;
      const steps = isThere ? [...sent.forward.steps, ...home.steps] : [];
      const way = steps.map((step) => arrival(network, step)).join();
      const look = {
        pair,
        way: isThere ? way : null,
        hops: steps.filter(({ spent }) => spent).length,
        latency: isThere ? sent.forward.latency + home.latency : 0,
      };
      return [`${pair.from} ${pair.to}`, look] as const;
    }),
  );
}

type Difference = Pick<FailureView, 'lost' | 'gained' | 'changed' | 'longer'>;

const NOTHING: Difference = { lost: [], gained: [], changed: [], longer: [] };
function compare(before: Looks, after: Looks): Difference {
  const found: Record<keyof Difference, PairName[]> = { lost: [], gained: [], changed: [], longer: [] };
  for (const [key, old] of before) {
    const now = after.get(key);
    const change = now === undefined ? null : changeOf(old, now);
    if (change !== null) found[change].push(old.pair);
  }
  return found;
}
