/** Aggregates: what a router announces as long as it knows something longer within it. */
import { strings } from '../../../shared/strings';
import { prefixCovers, type Prefix } from '../address';
import { NO_COMMUNITIES } from '../community';
import type { Aggregate, Router } from '../topology/model';
import { OWN_WEIGHT, type Origination } from './bgp';
import type { BgpOutcome, PrefixState } from './bgp-outcome';
import type { Speaker } from './bgp-sessions';
import { aggregatesAt } from './bgp-withheld';
import { DISCARD, type BgpAttributes, type Route } from './route';
import { applyMap, compileMap } from './route-map';

const words = strings.reasons.routes;

/**
 * What the aggregates of a router bring into BGP, given what it knew before. As in FRR they have an empty AS path
 * (RFC 6472 advises against the sets of AS numbers that could stand there), and the worst origin of what is in them.
 */
export function aggregateOriginations(
  index: number,
  speaker: Speaker,
  router: Router,
  outcome: BgpOutcome,
): Origination[] {
  return speaker.aggregates.flatMap((aggregate) => {
    const origin = originOf(aggregate, index, speaker, outcome);
    if (origin === null) return [];
    const { routeMap, prefix } = aggregate;
    if (routeMap === null) return [{ speaker: index, prefix, med: 0, origin, nextHop: 0 }];
    const shaped = applyMap(compileMap(router, routeMap, speaker.asn), {
      prefix,
      asPath: [],
      communities: NO_COMMUNITIES,
      localPreference: speaker.defaultLocalPreference,
      med: 0,
      weight: OWN_WEIGHT,
      nextHop: null,
    });
    if (shaped === null) return [];
    return [{ speaker: index, prefix, med: shaped.med, origin, nextHop: shaped.nextHop ?? 0, shaped }];
  });
}

/** The worst origin of the routes within an aggregate; null where there are none. */
function originOf(
  { prefix }: Aggregate,
  index: number,
  speaker: Speaker,
  outcome: BgpOutcome,
): 0 | 1 | 2 | null {
  let worst: 0 | 1 | 2 | null = null;
  for (const longer of outcome.prefixes) {
    if (longer.length <= prefix.length || !prefixCovers(prefix, longer)) continue;
    for (const { origin } of contributing(speaker, longer, outcome.state(index, longer)))
      if (worst === null || origin > worst) worst = origin;
  }
  return worst;
}

/** Aggregates are not made of other aggregates of the same router. */
function contributing(
  speaker: Speaker,
  prefix: Prefix,
  state: PrefixState | undefined,
): PrefixState['candidates'] {
  if (state === undefined) return [];
  const isOwn = aggregatesAt(speaker.aggregates, prefix);
  return state.candidates.filter(({ type }) => !(isOwn && type === 'local'));
}

/** What a router does with packets for an aggregate that nothing longer takes: it drops them. */
export function aggregateRoute({ prefix, med }: BgpAttributes, distance: number): Route {
  return {
    prefix,
    source: 'aggregate',
    distance,
    metric: med,
    nextHops: [DISCARD],
    bgp: null,
    why: words.aggregate,
  };
}
