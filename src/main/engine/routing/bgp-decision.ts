/**
 * The BGP decision process (RFC 4271 section 9.1.2.2) with the steps vendors put before it, in the order of
 * Cisco and FRR: weight, local preference, locally originated, AS-path length, origin, MED among routes
 * from one neighbouring AS, eBGP over iBGP, cost to the next hop, router id, neighbour address. MEDs are
 * compared within groups of the same neighbouring AS first (deterministic MED), so that the outcome does
 * not depend on the order of arrival.
 */
import { formatAddress } from '../address';
import type { BgpAttributes } from './route';

interface Step {
  readonly name: string;
  /** Negative if a wins, positive if b wins. */
  readonly compare: (a: BgpAttributes, b: BgpAttributes) => number;
  readonly tell: (route: BgpAttributes) => string;
}

const TYPE_RANK = { local: 0, ebgp: 1, ibgp: 2 } as const;
const ORIGIN_NAME = ['IGP', 'EGP', 'incomplete'] as const;

const STEPS: readonly Step[] = [
  { name: 'weight', compare: (a, b) => b.weight - a.weight, tell: (r) => String(r.weight) },
  {
    name: 'local preference',
    compare: (a, b) => b.localPreference - a.localPreference,
    tell: (r) => String(r.localPreference),
  },
  {
    name: 'locally originated',
    compare: (a, b) => Number(b.type === 'local') - Number(a.type === 'local'),
    tell: (r) => (r.type === 'local' ? 'its own' : 'learned'),
  },
  {
    name: 'AS-path length',
    compare: (a, b) => a.asPath.length - b.asPath.length,
    tell: (r) => String(r.asPath.length),
  },
  { name: 'origin', compare: (a, b) => a.origin - b.origin, tell: (r) => ORIGIN_NAME[r.origin] },
  {
    name: 'MED',
    compare: (a, b) => (neighbourAs(a) === neighbourAs(b) ? a.med - b.med : 0),
    tell: (r) => String(r.med),
  },
  {
    name: 'eBGP over iBGP',
    compare: (a, b) => TYPE_RANK[a.type] - TYPE_RANK[b.type],
    tell: (r) => (r.type === 'ibgp' ? 'iBGP' : 'eBGP'),
  },
  {
    name: 'cost to the next hop',
    compare: (a, b) => a.igpMetric - b.igpMetric,
    tell: (r) => String(r.igpMetric),
  },
];

/** What decides between routes that share the load when multipath is on. */
const TIE_BREAKERS: readonly Step[] = [
  { name: 'router id', compare: (a, b) => a.routerId - b.routerId, tell: (r) => formatAddress(r.routerId) },
  {
    name: 'neighbour address',
    compare: (a, b) => a.fromAddress - b.fromAddress,
    tell: (r) => formatAddress(r.fromAddress),
  },
];

const ALL_STEPS: readonly Step[] = [...STEPS, ...TIE_BREAKERS];

/** The AS a path was heard from; -1 for one without a path. */
function neighbourAs(route: BgpAttributes): number {
  return route.asPath[0] ?? -1;
}

function compareBy(steps: readonly Step[], a: BgpAttributes, b: BgpAttributes): number {
  for (const step of steps) {
    const order = step.compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

/** The best of the candidates; null if there is none. */
export function bestRoute(candidates: readonly BgpAttributes[]): BgpAttributes | null {
  const [first, second] = candidates;
  if (first === undefined) return null;
  if (second === undefined) return first;
  const groups = new Map<number, BgpAttributes>();
  for (const candidate of candidates) {
    const group = neighbourAs(candidate);
    const best = groups.get(group);
    if (best === undefined || compareBy(ALL_STEPS, candidate, best) < 0) groups.set(group, candidate);
  }
  let best: BgpAttributes | null = null;
  for (const candidate of groups.values()) {
    if (best === null || compareBy(ALL_STEPS, candidate, best) < 0) best = candidate;
  }
  return best;
}

function byAddress(a: BgpAttributes, b: BgpAttributes): number {
  return a.fromAddress - b.fromAddress;
}

/**
 * The best and what is installed beside it: equal in every step before the tie breakers. Routers also want
 * the same AS path (Cisco; FRR asks it of iBGP), Azure gateways only its length. By neighbour address.
 */
export function multipathRoutes(
  best: BgpAttributes,
  candidates: readonly BgpAttributes[],
  maximumPaths: number,
  sameAsPath: boolean,
): BgpAttributes[] {
  if (maximumPaths <= 1 || best.type === 'local') return [best];
  const equal = candidates.filter(
    (candidate) =>
      candidate !== best &&
      compareBy(STEPS, candidate, best) === 0 &&
      candidate.type === best.type &&
      (!sameAsPath || candidate.asPath.every((asn, index) => asn === best.asPath[index])),
  );
  return [best, ...equal.toSorted(byAddress).slice(0, maximumPaths - 1)].toSorted(byAddress);
}

/** By which step `winner` beats `loser`, in words. */
export function decidingStep(winner: BgpAttributes, loser: BgpAttributes): string {
  for (const step of ALL_STEPS) {
    if (step.compare(winner, loser) < 0) {
      return `${step.name} (${step.tell(winner)} against ${step.tell(loser)})`;
    }
    if (step.compare(winner, loser) > 0) break;
  }
  return 'MED among the routes of one neighbouring AS';
}
