/** Differential reachability: each element of a kind fails alone, and all pairs of hosts are looked at again. */
import type {
  CommandFailure,
  FailureKind,
  FailuresResult,
  FailureView,
  PairName,
} from '../../../shared/results';
import type { Step } from '../forwarding/walk';
import { simulate, type Simulation } from '../simulation';
import { documentOf } from '../topology/document';
import { applyEdit } from '../topology/edit';
import { interfaceLabel, nodeAt, type Network } from '../topology/network';
import { failure } from './failure';
import { candidatesOf } from './failure-candidates';
import { echo, hostsOf, pairsOf } from './pairs';

/** Hosts looked at: 32 make 992 pairs, looked at once for each failure. */
export const FAILURE_HOST_LIMIT = 32;
/** Elements failed: each makes a network of its own. */
export const FAILURE_ELEMENT_LIMIT = 250;

export function failEach(simulation: Simulation, each: FailureKind): FailuresResult | CommandFailure {
  const document = documentOf(simulation.plane.control.topology);
  if (document === undefined) return failure('this network has no topology that could be edited');
  const all = candidatesOf(document.topology, each);
  const before = lookAt(simulation);
  const failures = all.slice(0, FAILURE_ELEMENT_LIMIT).map(({ element, edit }): FailureView => {
    const applied = applyEdit(document, edit);
    const after = applied.ok ? simulate(applied.value.document.topology, simulation.seed) : applied;
    if (after.ok) return { element, ...compare(before, lookAt(after.value)), problem: null };
    return { element, ...NOTHING, problem: after.problems[0]?.message ?? 'it cannot be shut down' };
  });
  return {
    kind: 'failures',
    each,
    pairs: before.size,
    reaching: [...before.values()].filter((look) => look.way !== null).length,
    failures: failures.toSorted((a, b) => b.lost.length - a.lost.length),
    elementsLeftOut: Math.max(0, all.length - FAILURE_ELEMENT_LIMIT),
    hostsLeftOut: hostsOf(simulation, FAILURE_HOST_LIMIT).leftOut,
  };
}

interface Look {
  readonly pair: PairName;
  /** Nodes and links there and back; null where the echo or its answer is lost. */
  readonly way: string | null;
  readonly hops: number;
  readonly latency: number;
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
/** Sums of the same latencies in another order may differ by this much, ms. */
const ROUNDING_MS = 1e-6;

function compare(before: Looks, after: Looks): Difference {
  const found: Record<keyof Difference, PairName[]> = { lost: [], gained: [], changed: [], longer: [] };
  for (const [key, old] of before) {
    const now = after.get(key);
    const way = now?.way ?? null;
    if (now === undefined || old.way === way) continue;
    if (way === null) found.lost.push(old.pair);
    else if (old.way === null) found.gained.push(old.pair);
    else if (now.hops > old.hops || now.latency > old.latency + ROUNDING_MS) found.longer.push(old.pair);
    else found.changed.push(old.pair);
  }
  return found;
}
