/** Who reaches whom, for all pairs of hosts. */
import type { MatrixResult, ReachResult } from '../../../shared/results';
import type { Simulation } from '../simulation';
import { hostsOf, pairsOf, viewHost, viewPair } from './pairs';

/** Hosts looked at: 64 make 4,032 pairs. */
export const REACH_HOST_LIMIT = 64;

export function reach(simulation: Simulation): ReachResult {
  return { kind: 'reach', ...allPairs(simulation) };
}

export function matrix(simulation: Simulation): MatrixResult {
  return { kind: 'matrix', ...allPairs(simulation) };
}

function allPairs(simulation: Simulation): Omit<ReachResult, 'kind'> {
  const { hosts, leftOut } = hostsOf(simulation, REACH_HOST_LIMIT);
  return {
    hosts: hosts.map(viewHost),
    pairs: pairsOf(hosts).map(([from, to]) => viewPair(simulation, from, to)),
    hostsLeftOut: leftOut,
  };
}
