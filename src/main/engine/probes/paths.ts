/** Every equal-cost path to a target, the one that a flow takes, and flows that take the others. */
import type { PathsResult } from '../../../shared/results';
import { viewWalk } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { branchesOf, flowsOf } from './branches';
import { flowText } from './flow-option';
import type { Prober } from './prober';

/** More ways than this are not listed; the result says so. */
export const PATHS_LIMIT = 64;

export function paths({ plane }: Simulation, { node, flow, view }: Prober): PathsResult {
  const branches = branchesOf(plane, node, flow, PATHS_LIMIT);
  return {
    kind: 'paths',
    probe: view,
    walks: branches.walks.map((walk) => viewWalk(plane.network, walk)),
    flows: flowsOf(plane, node, flow, branches).map((choice) => (choice === null ? null : flowText(choice))),
    taken: branches.taken,
    truncated: branches.truncated,
  };
}
