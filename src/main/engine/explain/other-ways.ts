/** The ways beside the one of a route: equal ones that share its load, and those that were heard and not chosen. */
import type { AnnouncementStep, OtherWay } from '../../../shared/results';
import { prefixKey } from '../address';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { chainOf, chainOfHeard, equalOspfChains } from './chain';
import { judge } from './judge';

/** More than these are not followed. */
const MOST = 16;

/**
 * Other next hops of OSPF; what BGP chose from, on the node or, for a VNet, on the gateway that learned the route; and what the node's own
 * table did not take.
 *
 * @param steps the way of the route itself, as `chainOf` tells it
 */
export function otherWays(
  simulation: Simulation,
  node: number,
  route: Route,
  steps: readonly AnnouncementStep[],
): OtherWay[] {
  const { control, network } = simulation.plane;
  const isOwn = control.speaker(node) !== undefined && route.bgp !== null;
  const speaker = isOwn ? node : learnedBy(simulation, route, steps);
  const inBgp =
    speaker === null
      ? []
      : judge(simulation, speaker, route.prefix)
          .filter(({ status }) => status !== 'best')
          .slice(0, MOST)
          .map(({ route: heard, status }): OtherWay => {
            const chain = namesAlong(chainOfHeard(simulation, speaker, heard));
            return {
              use: status === 'multipath' ? 'equal' : 'not-chosen',
              chain: isOwn ? chain : [...chain, nodeAt(network, node).name],
              reason: null,
            };
          });
  const inOspf = equalOspfChains(simulation, node, route)
    .slice(0, MOST)
    .map((equal): OtherWay => ({ use: 'equal', chain: namesAlong(equal), reason: null }));
  const inTable = control
    .table(node)
    .lost.filter((entry) => prefixKey(entry.route.prefix) === prefixKey(route.prefix))
    .filter((entry) => !isOwn || entry.route.bgp === null)
    .slice(0, MOST)
    .map((entry): OtherWay => ({
      use: 'not-chosen',
      chain: namesAlong(chainOf(simulation, node, entry.route)),
      // A VNet's gateways both speak BGP, and the route itself says which goes first.
      reason: nodeAt(network, node).kind === 'vnet' ? null : entry.reason,
    }));
  return [...inOspf, ...inBgp, ...inTable].filter(({ chain }) => chain.length > 1);
}

/** The gateway that gave the route to its VNet; null for a route of another source. */
function learnedBy(
  { plane }: Simulation,
  { source }: Route,
  steps: readonly AnnouncementStep[],
): number | null {
  const from = source === 'expressroute' || source === 'vpn' ? (steps.at(-1)?.from ?? null) : null;
  return from === null ? null : (plane.network.nodeByName.get(from) ?? null);
}

/** Each node once for each stay. */
export function namesAlong(steps: readonly AnnouncementStep[]): string[] {
  const names = steps.flatMap(({ node, along }) => along ?? [node]);
  return names.filter((name, at) => name !== names[at - 1]);
}
