/** What BGP gives to a node's routing table: its best routes, and the candidates that lost. */
import { strings } from '../../../shared/strings';
import type { Address } from '../address';
import { DISTANCE } from '../topology/distances';
import type { BgpDistance } from '../topology/model';
import { nodeAt, type Network } from '../topology/network';
import { aggregateRoute } from './aggregates';
import { beatenBy, decidingStep, multipathRoutes, runnerUp, type DecisionRules } from './bgp-decision';
import { aggregatesAt } from './bgp-withheld';
import type { BgpOutcome } from './bgp-outcome';
import type { Resolution } from './local-routes';
import { ecmpSet, type BgpAttributes, type NextHop, type Route, type RoutingTable } from './route';

const words = strings.reasons.routes;

/** Where nothing else is configured; FRR's values, which are Cisco's. */
export const BGP_DISTANCE: BgpDistance = {
  ebgp: DISTANCE.ebgp,
  ibgp: DISTANCE.ibgp,
  local: DISTANCE.ibgp,
};

/** Offers a speaker's routes. `resolveNextHop` finds the way to a next hop that is not beside the speaker. */
export function offerBgp(
  table: RoutingTable,
  network: Network,
  bgp: BgpOutcome,
  speakerIndex: number,
  distance: BgpDistance,
  resolveNextHop: (nextHop: Address) => Resolution | null,
): void {
  const speaker = bgp.speakers[speakerIndex];
  if (speaker === undefined) return;
  const nameOf = (route: BgpAttributes): string =>
    route.from === -1 ? words.itself : nodeAt(network, route.from).name;
  const nextHopsOf = (route: BgpAttributes): readonly NextHop[] => nextHopsBy(bgp, route, resolveNextHop);
  const made = (best: BgpAttributes, members: readonly BgpAttributes[], why: string): Route => {
    const source = best.type === 'ibgp' ? 'ibgp' : 'ebgp';
    return {
      prefix: best.prefix,
      source,
      distance: distance[source],
      metric: best.med,
      nextHops: ecmpSet(members.flatMap(nextHopsOf)),
      bgp: best,
      why: words.announcedBy([...new Set(members.map(nameOf))], why),
    };
  };
  const { decision, aggregates } = speaker;
  for (const prefix of bgp.prefixes) {
    const state = bgp.state(speakerIndex, prefix);
    if (state === undefined || state.best === null) continue;
    const { best, candidates } = state;
    const members = multipathRoutes(best, candidates, decision);
    if (best.type !== 'local') table.offer(made(best, members, whyBest(best, candidates, members, decision)));
    else if (aggregatesAt(aggregates, prefix)) table.offer(aggregateRoute(best, distance.local));
    for (const loser of candidates) {
      if (loser.type === 'local' || members.includes(loser)) continue;
      const route = made(loser, [loser], words.heardFrom(nameOf(loser)));
      const rival = beatenBy(best, loser, candidates, decision);
      const winner = rival.type === 'local' ? words.ownRoute : nameOf(rival);
      table.lost.push({ route, reason: words.lostBy(winner, decidingStep(rival, loser, decision)) });
    }
  }
}

/** The next hops of one route of BGP. */
export function nextHopsBy(
  bgp: BgpOutcome,
  { nextHop, session: index }: BgpAttributes,
  resolveNextHop: (nextHop: Address) => Resolution | null,
): readonly NextHop[] {
  const session = bgp.sessions[index];
  if (session?.direct != null && nextHop === session.fromAddress) return [session.direct];
  return resolveNextHop(nextHop)?.nextHops ?? [];
}

function whyBest(
  best: BgpAttributes,
  candidates: readonly BgpAttributes[],
  members: readonly BgpAttributes[],
  decision: DecisionRules,
): string {
  const losers = candidates.filter((candidate) => !members.includes(candidate));
  const shares = members.length > 1 ? words.shareLoad(members.length) : null;
  const second = runnerUp(best, losers, decision);
  const beats = second === undefined ? null : words.bestBy(decidingStep(best, second, decision));
  return words.both(shares, beats) ?? words.onlyRoute;
}
