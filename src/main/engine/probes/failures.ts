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
import { byLoss } from './merge-shares';
import { shareOf, WHOLE, type Share } from './share';
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

/** @param share of the elements, and of the twos with k=2 */
export function failEach(
  simulation: Simulation,
  each: FailureKind,
  { k, listed }: FailureOptions,
  share: Share = WHOLE,
): FailuresResult {
  const all = candidatesOf(sourceOf(simulation.plane.control.topology), each);
  const limit = k === 2 ? DOUBLE_ELEMENT_LIMIT : FAILURE_ELEMENT_LIMIT;
  const candidates = all.slice(0, limit);
  const sweep = new FailureSweep(simulation, FAILURE_HOST_LIMIT);
  const failures = shareOf(candidates, share).map((candidate) => failureOf(sweep, candidate));
  return {
    kind: 'failures',
    each,
    pairs: sweep.pairs.length,
    reaching: sweep.reaching,
    failures: byLoss(failures),
    listed,
    doubles: k === 2 ? doublesOf(sweep, candidates, share) : null,
    elementsLeftOut: Math.max(0, all.length - limit),
    hostsLeftOut: sweep.hostsLeftOut,
  };
}

const NOTHING = { lost: [], gained: [], changed: [], longer: [] };

function failureOf(sweep: FailureSweep, candidate: FailureCandidate): FailureView {
  const { element } = candidate;
  const changes = sweep.after([candidate]);
  return typeof changes === 'string'
    ? { element, ...NOTHING, problem: changes }
    : { element, ...changes, problem: null };
}

/** Every two elements together. */
function doublesOf(
  sweep: FailureSweep,
  candidates: readonly FailureCandidate[],
  share: Share,
): FailuresResult['doubles'] {
  const singles = candidates.map(
    (candidate) => new Set(failureOf(sweep, candidate).lost.map((pair) => keyOf(pair))),
  );
  const twos = candidates.flatMap((_, a) =>
    candidates.slice(a + 1).map((_two, offset) => [a, a + 1 + offset]),
  );
  const failures: DoubleFailureView[] = [];
  let tried = 0;
  for (const [a = 0, b = 0] of shareOf(twos, share)) {
    const [one, two] = [candidates[a], candidates[b]];
    const changes = one && two && sweep.after([one, two]);
    if (one === undefined || two === undefined || typeof changes !== 'object') continue;
    tried += 1;
    const lost = changes.lost.filter(
      (pair) => singles[a]?.has(keyOf(pair)) !== true && singles[b]?.has(keyOf(pair)) !== true,
    );
    if (lost.length > 0) failures.push({ elements: [one.element, two.element], lost });
  }
  return { tried, failures: byLoss(failures) };
}

function keyOf({ from, to }: PairName): string {
  return `${from} ${to}`;
}
