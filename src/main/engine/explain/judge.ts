/** The decision process told: of everything BGP heard for a prefix, what was chosen, and by which step the rest lost. */
import type { Prefix } from '../address';
import { decidingStep, multipathRoutes } from '../routing/bgp-decision';
import type { BgpAttributes } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

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
  const bestName = best.from === -1 ? 'its own route' : nodeAt(network, best.from).name;
  const [strongest] = losers;
  const alone = others.length === 0 ? 'the only BGP route' : 'one of equal routes';
  const why = strongest === undefined ? alone : `best by ${decidingStep(best, strongest, speaker.decision)}`;
  return [
    { route: best, status: 'best', reason: why },
    ...others.map((route) => ({
      route,
      status: 'multipath' as const,
      reason: `as good as that from ${bestName}: both are used`,
    })),
    ...losers.map((route) => ({
      route,
      status: 'lost' as const,
      reason: `lost to ${bestName} by ${decidingStep(best, route, speaker.decision)}`,
    })),
  ];
}
