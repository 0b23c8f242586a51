/** Who reaches whom, for all pairs of hosts. */
import type { MatrixResult, ReachResult } from '../../../shared/results';
import type { Simulation } from '../simulation';
import { shareOf, WHOLE, type Share } from './share';
import { hostsOf, pairsOf, viewHost, viewPair } from './pairs';

/** Hosts looked at: 64 make 4,032 pairs. */
export const REACH_HOST_LIMIT = 64;

/** @param share of the pairs */
export function reach(simulation: Simulation, share: Share = WHOLE): ReachResult {
  return { kind: 'reach', ...allPairs(simulation, share) };
}

export function matrix(simulation: Simulation, share: Share = WHOLE): MatrixResult {
  return { kind: 'matrix', ...allPairs(simulation, share) };
}

function allPairs(simulation: Simulation, share: Share): Omit<ReachResult, 'kind'> {
  const { hosts, leftOut } = hostsOf(simulation, REACH_HOST_LIMIT);
  return {
    hosts: hosts.map(viewHost),
    pairs: shareOf(pairsOf(hosts), share).map(([from, to]) => viewPair(simulation, from, to)),
    hostsLeftOut: leftOut,
  };
}
