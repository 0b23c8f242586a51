/** The decision process told: of everything BGP heard for a prefix, what was chosen, and by which step the rest lost. */
import { strings } from '../../../shared/strings';
import type { Prefix } from '../address';
import { beatenBy, decidingStep, multipathRoutes, runnerUp } from '../routing/bgp-decision';
import type { BgpAttributes } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

const words = strings.reasons.routes;

export interface JudgedPath {
  readonly route: BgpAttributes;
  /** `multipath`: shares the load with the best. */
  readonly status: 'best' | 'multipath' | 'lost';
  readonly reason: string;
}

/** What a speaker knows of a prefix, the best first; empty where it never heard of it. */
export function judge({ plane }: Simulation, node: number, prefix: Prefix): JudgedPath[] {
  const { control, network } = plane;
  const speaker = control.speaker(node);
  const state = control.bgpState(node, prefix);
  if (speaker === undefined || state === undefined || state.best === null) return [];
  const { best, candidates } = state;
  const members = multipathRoutes(best, candidates, speaker.decision);
  const losers = candidates.filter((candidate) => !members.includes(candidate));
  const others = members.filter((member) => member !== best);
  const nameOf = ({ from }: BgpAttributes): string =>
    from === -1 ? words.ownRoute : nodeAt(network, from).name;
  const strongest = runnerUp(best, losers, speaker.decision);
  const alone = others.length === 0 ? words.onlyRoute : words.oneOfEqual;
  const why = strongest === undefined ? alone : words.bestBy(decidingStep(best, strongest, speaker.decision));
  return [
    { route: best, status: 'best', reason: why },
    ...others.map((route) => ({
      route,
      status: 'multipath' as const,
      reason: words.asGoodAs(nameOf(best)),
    })),
    ...losers.map((route) => {
      const rival = beatenBy(best, route, candidates, speaker.decision);
      const reason = words.lostBy(nameOf(rival), decidingStep(rival, route, speaker.decision));
      return { route, status: 'lost' as const, reason };
    }),
  ];
}
