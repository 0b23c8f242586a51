/** The routing table of a node as a result: active routes by prefix, then those that lost. */
import type { RoutesResult } from '../../../shared/results';
import { comparePrefixes } from '../address';
import { viewRoute } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

export function routes(simulation: Simulation, node: number): RoutesResult {
  const { control, network } = simulation.plane;
  const table = control.table(node);
  const active = [...table.active.values()].toSorted((a, b) => comparePrefixes(a.prefix, b.prefix));
  const lost = table.lost.toSorted((a, b) => comparePrefixes(a.route.prefix, b.route.prefix));
  const { name, kind } = nodeAt(network, node);
  return {
    kind: 'routes',
    node: name,
    nodeKind: kind,
    routes: [
      ...active.map((route) => viewRoute(network, route)),
      ...lost.map(({ route, reason }) => viewRoute(network, route, false, reason)),
    ],
  };
}
