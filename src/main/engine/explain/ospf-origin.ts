/** Where a prefix enters OSPF that nobody there is connected to: a range, or a default route of a router's making. */
import type { AnnouncementStep } from '../../../shared/results';
import { formatAddress, formatPrefix, prefixCovers, prefixKey, type Prefix } from '../address';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

/**
 * Empty for a prefix that the router neither sums up nor makes up.
 * @param chain tells how the router has a subnet that it sums up
 */
export function ospfOriginSteps(
  { plane }: Simulation,
  node: number,
  prefix: Prefix,
  chain: (route: Route) => AnnouncementStep[],
): AnnouncementStep[] {
  const { control, network } = plane;
  const { name } = nodeAt(network, node);
  const ospf = control.topology.routers[name]?.ospf;
  const area = ospf?.areas.find(({ ranges }) =>
    ranges.some((range) => prefixKey(range.prefix) === prefixKey(prefix)),
  );
  const text = formatPrefix(prefix);
  if (area !== undefined) {
    const part = [...control.table(node).active.values()].find(
      (route) => route.prefix.length > prefix.length && prefixCovers(prefix, route.prefix),
    );
    return [
      ...(part === undefined ? [] : chain(part)),
      origin(
        name,
        `${name}, a border router, sums up area ${formatAddress(area.area)} as ${text} (its range); what lies in none of the subnets it knows there it drops.`,
      ),
    ];
  }
  if (prefix.length > 0) return [];
  return [
    origin(
      name,
      ospf?.defaultOriginate?.always === true
        ? `${name} makes up a default route, whether it has one or not (default-originate always).`
        : `${name}, a border router, makes up a default route for its stub areas.`,
    ),
  ];
}

function origin(node: string, text: string): AnnouncementStep {
  return { node, from: null, protocol: 'ospf', policies: [], decision: null, text };
}
