/** Where a prefix enters OSPF that nobody there is connected to: a range, or a default route of a router's making. */
import type { AnnouncementStep } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatAddress, formatPrefix, prefixCovers, prefixKey, type Prefix } from '../address';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

const words = strings.reasons.chain;

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
      origin(name, words.range(name, formatAddress(area.area), text)),
    ];
  }
  if (prefix.length > 0) return [];
  return [
    origin(
      name,
      ospf?.defaultOriginate?.always === true ? words.defaultAlways(name) : words.defaultOfStub(name),
    ),
  ];
}

function origin(node: string, text: string): AnnouncementStep {
  return { node, from: null, protocol: 'ospf', policies: [], decision: null, text };
}
