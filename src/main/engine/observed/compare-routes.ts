/** Pasted effective routes beside the model's, prefix by prefix. */
import type {
  CommandFailure,
  EffectiveRouteView,
  NextHopWords,
  ObservedRouteRow,
  ObservedRoutesView,
} from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { effectiveRoutes } from '../probes/effective-routes';
import { failure } from '../probes/failure';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import type { ObservedRoute, ObservedRoutes } from './observation';

const words = strings.reasons.observed;

export function compareRoutes(
  simulation: Simulation,
  node: number,
  observed: ObservedRoutes,
): ObservedRoutesView | CommandFailure {
  const { name } = nodeAt(simulation.plane.network, node);
  const model = effectiveRoutes(simulation, node);
  if (model === null) return failure(strings.reasons.commands.noVnet(name));
  const left = [...model.routes];
  const rows = observed.routes.map((route): ObservedRouteRow => {
    const { state, prefix } = route;
    const alike = left.filter((each) => each.prefix === prefix && each.state === state);
    // Several routes of one prefix may be invalid: the one with the same next hop is meant.
    const own = alike.find((each) => isSame(route, each)) ?? alike[0] ?? null;
    if (own !== null) left.splice(left.indexOf(own), 1);
    return rowOf(route, own, model.routes);
  });
  const missing = left.map(({ prefix, state, why, nextHopType, nextHopAddresses }): ObservedRouteRow => ({
    prefix,
    state,
    observed: null,
    model: { nextHopType, nextHopAddresses },
    verdict: 'missing',
    text: words.routeMissing(why),
  }));
  const routes = [...rows, ...missing];
  return {
    kind: 'observed-routes',
    line: observed.line,
    source: name,
    routes,
    same: routes.every(({ verdict }) => verdict === 'same'),
    notes: [],
  };
}

function rowOf(
  route: ObservedRoute,
  own: EffectiveRouteView | null,
  all: readonly EffectiveRouteView[],
): ObservedRouteRow {
  const { prefix, state } = route;
  const observed = wordsOf(route);
  if (own === null) {
    const other = all.find((each) => each.prefix === prefix);
    const text = other === undefined ? words.routeSurplus : words.routeState(other.state, other.why);
    return { prefix, state, observed, model: null, verdict: 'surplus', text };
  }
  const same = isSame(route, own);
  return {
    prefix,
    state,
    observed,
    model: wordsOf(own),
    verdict: same ? 'same' : 'other-next-hop',
    text: same ? null : words.routeOther(own.why),
  };
}

function isSame(a: NextHopWords, b: NextHopWords): boolean {
  if (a.nextHopType !== b.nextHopType) return false;
  // Azure leaves the addresses out where the type says it all.
  const [one, two] = [a.nextHopAddresses, b.nextHopAddresses].map((list) => list.toSorted().join());
  return one === two;
}

function wordsOf({ nextHopType, nextHopAddresses }: NextHopWords): NextHopWords {
  return { nextHopType, nextHopAddresses };
}
