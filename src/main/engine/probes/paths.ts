/** Every way a packet could take through the ECMP sets it meets, and the one its flow does take. */
import type { PathsResult } from '../../../shared/results';
import { hashChoice, walkPacket, type PacketWalk } from '../forwarding/walk';
import { viewWalk } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import type { Prober } from './prober';

/** More ways than this are not listed; the result says so. */
export const PATHS_LIMIT = 64;

/** Depth first through the choices: each walk fixes one sequence of members. */
export function paths(simulation: Simulation, prober: Prober): PathsResult {
  const { plane } = simulation;
  const { node, flow } = prober;
  const walks: PacketWalk[] = [];
  let taken = -1;
  let truncated = false;
  /** Members chosen so far, one a step with a choice. */
  const pending: (readonly number[])[] = [[]];
  for (let fixed = pending.pop(); fixed !== undefined; fixed = pending.pop()) {
    if (walks.length >= PATHS_LIMIT) {
      truncated = true;
      break;
    }
    const prefix = fixed;
    const choices: number[] = [];
    const sizes: number[] = [];
    let isTaken = true;
    const walk = walkPacket(plane, node.index, flow, node.initialTtl, false, (at, route) => {
      if (route.nextHops.length <= 1) return 0;
      const member = prefix[choices.length] ?? 0;
      if (member !== hashChoice(plane, flow, at, route)) isTaken = false;
      choices.push(member);
      sizes.push(route.nextHops.length);
      return member;
    });
    if (isTaken) taken = walks.length;
    walks.push(walk);
    // Alternatives at the choices this walk made first, deepest last so that siblings come in order.
    for (let depth = prefix.length; depth < choices.length; depth++) {
      for (let member = (sizes[depth] ?? 1) - 1; member >= 1; member--) {
        pending.push([...choices.slice(0, depth), member]);
      }
    }
  }
  if (taken === -1) {
    // Cut off before its turn came: the flow's own way is shown all the same.
    walks[0] = walkPacket(plane, node.index, flow, node.initialTtl, false);
    taken = 0;
  }
  return {
    kind: 'paths',
    probe: prober.view,
    walks: walks.map((walk) => viewWalk(plane.network, walk)),
    taken,
    truncated,
  };
}
