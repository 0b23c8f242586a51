/** What BGP knows on a node: `show ip bgp`, and the same of an MSEE for `show circuit-routes`. */
import type { BgpPathView, BgpTableResult, CircuitRoutesResult } from '../../../shared/results';
import { formatAddress, formatPrefix, type Prefix } from '../address';
import { formatCommunity } from '../community';
import { judge, type JudgedPath } from '../explain/judge';
import { isSummarised } from '../routing/bgp-withheld';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

const ORIGINS = ['i', 'e', '?'] as const;

/** Null for a node that runs no BGP. */
export function bgpTable(simulation: Simulation, node: number, prefix: Prefix | null): BgpTableResult | null {
  const { control, network } = simulation.plane;
  const speaker = control.speaker(node);
  if (speaker === undefined) return null;
  return {
    kind: 'bgp-table',
    node: nodeAt(network, node).name,
    asn: speaker.asn,
    routerId: formatAddress(speaker.routerId),
    prefix: prefix === null ? null : formatPrefix(prefix),
    paths: pathsOf(simulation, node, prefix),
  };
}

export function circuitRoutes(
  simulation: Simulation,
  circuit: string,
  path: 'primary' | 'secondary',
  msee: number,
): CircuitRoutesResult {
  const { name } = nodeAt(simulation.plane.network, msee);
  return { kind: 'circuit-routes', circuit, path, msee: name, routes: pathsOf(simulation, msee, null) };
}

function pathsOf(simulation: Simulation, node: number, only: Prefix | null): BgpPathView[] {
  const { control } = simulation.plane;
  const known = control.bgpPaths(node).map(({ prefix }) => prefix);
  const wanted =
    only === null ? known : known.filter((prefix) => formatPrefix(prefix) === formatPrefix(only));
  return wanted.flatMap((prefix) =>
    judge(simulation, node, prefix).map((path) => viewPath(simulation, node, path)),
  );
}

function viewPath({ plane }: Simulation, node: number, { route, status, reason }: JudgedPath): BgpPathView {
  const { control, network } = plane;
  const speaker = control.speaker(node);
  return {
    prefix: formatPrefix(route.prefix),
    nextHop: formatAddress(route.nextHop),
    metric: route.med,
    localPreference: route.localPreference,
    weight: route.weight,
    asPath: route.asPath,
    origin: ORIGINS[route.origin],
    status: status === 'lost' ? 'valid' : status,
    internal: route.type === 'ibgp',
    communities: route.communities.map(formatCommunity),
    originator: route.clusterList.length === 0 ? null : formatAddress(route.routerId),
    clusterList: route.clusterList.map(formatAddress),
    suppressed: speaker !== undefined && isSummarised(speaker, route),
    learnedFrom: route.from === -1 ? null : nodeAt(network, route.from).name,
    why: reason,
  };
}
