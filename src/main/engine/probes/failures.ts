/** Differential reachability: each element of a kind fails alone, and all pairs of hosts are looked at again. */
import type {
  DoubleFailureView,
  FailureKind,
  FailuresResult,
  FailureView,
  PairName,
} from '../../../shared/results';
import type { Simulation } from '../simulation';
import { sourceOf } from '../topology/contexts';
import { candidatesOf, type FailureCandidate } from './failure-candidates';
import { FailureSweep } from './sweep';

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
): FailuresResult {
  const all = candidatesOf(sourceOf(simulation.plane.control.topology), each);
  const limit = k === 2 ? DOUBLE_ELEMENT_LIMIT : FAILURE_ELEMENT_LIMIT;
  const candidates = all.slice(0, limit);
  const sweep = new FailureSweep(simulation, FAILURE_HOST_LIMIT);
  const failures = candidates.map((candidate): FailureView => {
    const { element } = candidate;
    const changes = sweep.after([candidate]);
    return typeof changes === 'string'
      ? { element, ...NOTHING, problem: changes }
      : { element, ...changes, problem: null };
  });
  return {
    kind: 'failures',
    each,
    pairs: sweep.pairs.length,
    reaching: sweep.reaching,
    failures: failures.toSorted((a, b) => b.lost.length - a.lost.length),
    listed,
    doubles: k === 2 ? doublesOf(sweep, candidates, failures) : null,
    elementsLeftOut: Math.max(0, all.length - limit),
    hostsLeftOut: sweep.hostsLeftOut,
  };
}

const NOTHING = { lost: [], gained: [], changed: [], longer: [] };

/** Every two elements together. @param singles what each does alone, in the order of the candidates */
function doublesOf(
  sweep: FailureSweep,
  candidates: readonly FailureCandidate[],
  singles: readonly FailureView[],
): FailuresResult['doubles'] {
  const failures: DoubleFailureView[] = [];
  let tried = 0;
  for (const [at, one] of candidates.entries()) {
    for (const [offset, two] of candidates.slice(at + 1).entries()) {
      const changes = sweep.after([one, two]);
      if (typeof changes === 'string') continue;
      tried += 1;
      const alone = new Set(
        [singles[at], singles[at + 1 + offset]].flatMap((view) => view?.lost.map(keyOf) ?? []),
      );
      const lost = changes.lost.filter((pair) => !alone.has(keyOf(pair)));
      if (lost.length > 0) failures.push({ elements: [one.element, two.element], lost });
    }
  }
  return { tried, failures: failures.toSorted((a, b) => b.lost.length - a.lost.length) };
}

function keyOf({ from, to }: PairName): string {
  return `${from} ${to}`;
}
