/**
 * The BGP decision process (RFC 4271 section 9.1.2.2) with the steps vendors put before it, in the order of
 * Cisco and FRR: weight, local preference, locally originated, AS-path length, origin, MED among routes
 * from one neighbouring AS, eBGP over iBGP, cost to the next hop, router id (of a reflected route that of its
 * originator), length of the cluster list (both RFC 4456 section 9), neighbour address. Usually MEDs are
 * compared within groups of the same neighbouring AS first (deterministic MED), so that the outcome does
 * not depend on the order of arrival.
 */
import { strings } from '../../../shared/strings';
import { formatAddress } from '../address';
import type { BgpAttributes } from './route';

const words = strings.reasons.routes;

/** What a speaker may decide by other rules. */
export interface DecisionRules {
  /** MEDs of routes from different neighbouring ASes are compared too. */
  readonly alwaysCompareMed: boolean;
  /** MEDs are compared within groups first; else routes one after the other, the last session's first. */
  readonly deterministicMed: boolean;
  /** Equal paths installed. */
  readonly maximumPaths: { readonly ebgp: number; readonly ibgp: number };
  /** Equal external paths may come from different neighbouring ASes. */
  readonly multipathRelax: boolean;
}

export const usualDecision: DecisionRules = {
  alwaysCompareMed: false,
  deterministicMed: true,
  maximumPaths: { ebgp: 1, ibgp: 1 },
  multipathRelax: false,
};

interface Step {
  readonly name: keyof typeof words.steps;
  readonly tell: (route: BgpAttributes) => string;
}

const TYPE_RANK = { local: 0, ebgp: 1, ibgp: 2 } as const;
const ORIGIN_NAME = ['IGP', 'EGP', 'incomplete'] as const;

/** The steps in their order; `deciding` counts them from 1. */
const STEPS: readonly Step[] = [
  { name: 'weight', tell: (r) => String(r.weight) },
  { name: 'localPreference', tell: (r) => String(r.localPreference) },
  { name: 'local', tell: (r) => (r.type === 'local' ? words.own : words.learned) },
  { name: 'pathLength', tell: (r) => String(r.asPath.length) },
  { name: 'origin', tell: (r) => ORIGIN_NAME[r.origin] },
  { name: 'med', tell: (r) => String(r.med) },
  { name: 'type', tell: (r) => (r.type === 'ibgp' ? 'iBGP' : 'eBGP') },
  { name: 'igpMetric', tell: (r) => String(r.igpMetric) },
  { name: 'routerId', tell: (r) => formatAddress(r.routerId) },
  { name: 'clusterList', tell: (r) => String(r.clusterList.length) },
  { name: 'address', tell: (r) => formatAddress(r.fromAddress) },
];

const MED = 6;
/** The first step that only breaks ties: routes equal up to it share the load when multipath is on. */
const ROUTER_ID = 9;

/**
 * The step that decides between two routes: negative if a wins by it, positive if b does, 0 if none decides.
 * One plain function, because convergence asks it more often than anything else.
 */
export function deciding(a: BgpAttributes, b: BgpAttributes, alwaysMed: boolean): number {
  if (a.weight !== b.weight) return signed(1, b.weight - a.weight);
  if (a.localPreference !== b.localPreference) return signed(2, b.localPreference - a.localPreference);
  const local = Number(b.type === 'local') - Number(a.type === 'local');
  if (local !== 0) return signed(3, local);
  if (a.asPath.length !== b.asPath.length) return signed(4, a.asPath.length - b.asPath.length);
  if (a.origin !== b.origin) return signed(5, a.origin - b.origin);
  if (a.med !== b.med && (alwaysMed || neighbourAs(a) === neighbourAs(b))) return signed(6, a.med - b.med);
  if (a.type !== b.type) return signed(7, TYPE_RANK[a.type] - TYPE_RANK[b.type]);
  if (a.igpMetric !== b.igpMetric) return signed(8, a.igpMetric - b.igpMetric);
  if (a.routerId !== b.routerId) return signed(ROUTER_ID, a.routerId - b.routerId);
  const clusters = a.clusterList.length - b.clusterList.length;
  if (clusters !== 0) return signed(10, clusters);
  return signed(11, a.fromAddress - b.fromAddress);
}

/**
 * Whether one route is better than another by a step before MED: then the other is never the best beside it, for
 * whoever wins its neighbouring AS's group is at least as good in those steps.
 */
export function beatsBeforeMed(a: BgpAttributes, b: BgpAttributes): boolean {
  const step = deciding(a, b, false);
  return step < 0 && -step < MED;
}

function signed(step: number, order: number): number {
  return order < 0 ? -step : order > 0 ? step : 0;
}

/** The AS a path was heard from; -1 for one without a path. */
export function neighbourAs(route: BgpAttributes): number {
  return route.asPath.length === 0 ? -1 : (route.asPath[0] ?? -1);
}

/**
 * The best of the candidates, the first of those that tie in everything; null if there is none. The order of the
 * candidates stands for the order of arrival, which decides without deterministic MED.
 */
export function bestRoute(
  candidates: readonly BgpAttributes[],
  rules: DecisionRules = usualDecision,
): BgpAttributes | null {
  const { alwaysCompareMed, deterministicMed } = rules;
  // Without different MEDs, or with all of them compared, there is nothing that groups or order could change.
  if (alwaysCompareMed || !differInMed(candidates)) return strongest(candidates, alwaysCompareMed);
  return strongest(deterministicMed ? bestByNeighbour(candidates) : candidates.toReversed(), false);
}

function differInMed(candidates: readonly BgpAttributes[]): boolean {
  const [first] = candidates;
  for (const candidate of candidates) if (candidate.med !== first?.med) return true;
  return false;
}

function strongest(candidates: readonly BgpAttributes[], alwaysMed: boolean): BgpAttributes | null {
  let best: BgpAttributes | null = null;
  for (const candidate of candidates)
    if (best === null || deciding(candidate, best, alwaysMed) < 0) best = candidate;
  return best;
}

/** The best from each neighbouring AS, in the order of the candidates. */
function bestByNeighbour(candidates: readonly BgpAttributes[]): BgpAttributes[] {
  const groups = new Map<number, BgpAttributes>();
  for (const candidate of candidates) {
    const group = neighbourAs(candidate);
    const best = groups.get(group);
    if (best === undefined || deciding(candidate, best, false) < 0) groups.set(group, candidate);
  }
  return candidates.filter((candidate) => groups.get(neighbourAs(candidate)) === candidate);
}

function byAddress(a: BgpAttributes, b: BgpAttributes): number {
  return a.fromAddress - b.fromAddress;
}

/**
 * The best and what is installed beside it: equal in every step before the tie breakers. As in FRR, external routes
 * also come from one neighbouring AS (unless relaxed), internal ones have the same AS path. By neighbour address.
 */
export function multipathRoutes(
  best: BgpAttributes,
  candidates: readonly BgpAttributes[],
  rules: DecisionRules,
): BgpAttributes[] {
  const limit = best.type === 'local' ? 1 : rules.maximumPaths[best.type];
  if (limit <= 1) return [best];
  const equal = candidates.filter(
    (candidate) =>
      candidate !== best &&
      candidate.type === best.type &&
      sharesLoad(candidate, best, rules.alwaysCompareMed) &&
      (rules.multipathRelax || alikeInPath(candidate, best)),
  );
  return [best, ...equal.toSorted(byAddress).slice(0, limit - 1)].toSorted(byAddress);
}

function alikeInPath(a: BgpAttributes, b: BgpAttributes): boolean {
  if (a.type === 'ebgp') return neighbourAs(a) === neighbourAs(b);
  return a.asPath.every((asn, index) => asn === b.asPath[index]);
}

/** Whether no step before the tie breakers tells two routes apart. */
function sharesLoad(a: BgpAttributes, b: BgpAttributes, alwaysMed: boolean): boolean {
  const step = deciding(a, b, alwaysMed);
  return step === 0 || Math.abs(step) >= ROUTER_ID;
}

/**
 * What a loser lost to: the best, or, where it would win beside that one, the best of its own neighbouring AS, which
 * keeps it from being compared with the best at all.
 */
export function beatenBy(
  best: BgpAttributes,
  loser: BgpAttributes,
  candidates: readonly BgpAttributes[],
  rules: DecisionRules,
): BgpAttributes {
  if (deciding(best, loser, rules.alwaysCompareMed) < 0 || !rules.deterministicMed) return best;
  const ofItsAs = candidates.filter((candidate) => neighbourAs(candidate) === neighbourAs(loser));
  return strongest(ofItsAs, false) ?? best;
}

/** The loser that shows why the best is best: one that it beats in the comparison of the two, if there is any. */
export function runnerUp(
  best: BgpAttributes,
  losers: readonly BgpAttributes[],
  rules: DecisionRules,
): BgpAttributes | undefined {
  return losers.find((loser) => deciding(best, loser, rules.alwaysCompareMed) < 0) ?? losers[0];
}

/** By which step `winner` beats `loser`, in words. */
export function decidingStep(
  winner: BgpAttributes,
  loser: BgpAttributes,
  { alwaysCompareMed, deterministicMed }: DecisionRules = usualDecision,
): string {
  const step = STEPS[-deciding(winner, loser, alwaysCompareMed) - 1];
  if (step !== undefined) return words.step(words.steps[step.name], step.tell(winner), step.tell(loser));
  return deterministicMed ? words.medOfAs : words.arrival;
}
