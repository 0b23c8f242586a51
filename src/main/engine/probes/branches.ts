/** Every way a packet could take through the ECMP sets it meets, and flows that take them. */
import type { Flow } from '../forwarding/flow';
import type { ForwardingPlane } from '../forwarding/plane';
import { hashChoice, walkPacket, type PacketWalk } from '../forwarding/walk';
import type { Route } from '../routing/route';
import type { NetworkNode } from '../topology/network';
import { FIRST_SOURCE_PORT, type FlowChoice } from './flow-option';

export interface Branches {
  readonly walks: readonly PacketWalk[];
  /** Index in walks of the one that the flow takes. */
  readonly taken: number;
  /** There are more than the limit. */
  readonly truncated: boolean;
}

/**
 * Depth first through the choices: each walk fixes one sequence of members. A node that a packet comes back to hashes
 * the same flow to the same member, so the packet goes round again.
 */
export function branchesOf(plane: ForwardingPlane, node: NetworkNode, flow: Flow, limit: number): Branches {
  const walks: PacketWalk[] = [];
  let taken = -1;
  let truncated = false;
  /** Members chosen so far, one a step with a choice. */
  const pending: (readonly number[])[] = [[]];
  for (let fixed = pending.pop(); fixed !== undefined; fixed = pending.pop()) {
    if (walks.length >= limit) {
      truncated = true;
      break;
    }
    const prefix = fixed;
    const choices: number[] = [];
    const sizes: number[] = [];
    const before = new Map<number, Map<Route, number>>();
    let isTaken = true;
    const walk = walkPacket(plane, node.index, flow, node.initialTtl, false, (at, route) => {
      if (route.nextHops.length <= 1) return 0;
      const own = before.get(at) ?? new Map<Route, number>();
      const again = own.get(route);
      if (again !== undefined) return again;
      const member = prefix[choices.length] ?? 0;
      before.set(at, own.set(route, member));
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
  return { walks, taken, truncated };
}

/** Source ports tried; of 64 equal branches each is met by one of these all but surely. */
const PORTS_TRIED = 1_024;

/**
 * For each walk a flow between the same addresses that takes it: the flow itself for the one it takes, for the
 * others the first source port (of UDP, where the flow has no ports) that leads there; null where none tried does.
 */
export function flowsOf(
  plane: ForwardingPlane,
  node: NetworkNode,
  flow: Flow,
  { walks, taken }: Branches,
): (FlowChoice | null)[] {
  const found: (FlowChoice | null)[] = walks.map((_, at) => (at === taken ? flow : null));
  const byWay = new Map(walks.map((walk, at) => [wayKey(walk), at]));
  const ported: FlowChoice =
    flow.protocol === 'icmp' ? { protocol: 'udp', sourcePort: 0, destinationPort: 33_434 } : flow;
  let missing = found.filter((each) => each === null).length;
  for (let count = 0; count < PORTS_TRIED && missing > 0; count += 1) {
    const choice = { ...ported, sourcePort: FIRST_SOURCE_PORT + count };
    const walk = walkPacket(plane, node.index, { ...flow, ...choice }, node.initialTtl, false);
    const at = byWay.get(wayKey(walk));
    if (at === undefined || found[at] !== null) continue;
    found[at] = choice;
    missing -= 1;
  }
  return found;
}

/** Stands for the nodes and interfaces of a walk. */
export function wayKey({ steps }: PacketWalk): string {
  return steps.map(({ node, ingress }) => `${node} ${ingress}`).join();
}
