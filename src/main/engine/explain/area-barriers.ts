/** What keeps a route of OSPF in its area: the rules of RFC 2328 sections 3 and 12.4.3, in words. */
import { formatAddress, formatPrefix, prefixCovers, prefixKey, type Prefix } from '../address';
import { BACKBONE } from '../routing/ospf-areas';
import { ospfInterface, type OspfInterface } from '../routing/ospf-graph';
import type { Simulation } from '../simulation';
import { interfaceLabel, nodeAt, type NetworkInterface } from '../topology/network';
import type { Barrier } from './neighbours';
import { holderWords } from './refusal-words';

/** Between two OSPF interfaces that hear each other and are no neighbours. */
export function apart({ plane }: Simulation, own: NetworkInterface, other: NetworkInterface): Barrier {
  const { control, network } = plane;
  const [here, there] = [own, other].map((entry) => interfaceLabel(network, entry.index));
  const [mine, theirs] = [own, other].map((entry) => ospfInterface(network, control.topology, entry));
  if (mine?.area === theirs?.area)
    return {
      reason: 'areas-apart',
      text: `OSPF on ${here} and ${there} disagrees on whether area ${areaWords(mine)} is a stub: they are no neighbours.`,
      change: [],
    };
  const owner = nodeAt(network, own.node).name;
  return {
    reason: 'areas-apart',
    text: `OSPF on ${here} is in area ${areaWords(mine)}, on ${there} in area ${areaWords(theirs)}: they are no neighbours.`,
    change: [`set ${owner} interfaces ${own.name} ospfArea ${theirs?.area ?? BACKBONE}`],
  };
}

function areaWords(entry: OspfInterface | null | undefined): string {
  return formatAddress(entry?.area ?? BACKBONE);
}

/** What keeps `from` from announcing a route to a neighbour in this area; null where nothing does. */
export function areaBarrier(
  simulation: Simulation,
  from: number,
  to: number,
  area: number,
  prefix: Prefix,
): Barrier | null {
  const { control, network } = simulation.plane;
  const { ospf } = control;
  const has = holderWords(simulation, from, prefix);
  const dotted = formatAddress(area);
  const route = control.table(from).active.get(prefix);
  const external = route?.ospfPath === 'external-1' || route?.ospfPath === 'external-2';
  const into = ospf.attached(from).find((each) => each.area === area);
  if (into?.stub === true && (external || into.settings?.type === 'totally-stubby')) {
    const what = external ? 'a stub area, which hears of no external routes' : 'totally stubby';
    const other = nodeAt(network, to).name;
    return {
      reason: 'stub-area',
      text: `${has}, but area ${dotted} is ${what}: ${other} has a default route instead.`,
      change: [],
    };
  }
  const own = ospf
    .activeRanges(from)
    .find((each) => each.area === area && prefixKey(each.prefix) === prefixKey(prefix));
  if (own !== undefined)
    return {
      reason: 'in-range',
      text: `${has}, but it is the range by which ${nodeAt(network, from).name} tells other areas of area ${dotted}; inside that area the subnets themselves are known.`,
      change: [],
    };
  const origin = ospf.areaOf(from, prefix);
  if (external || origin === null || origin === area) return null;
  if (!ospf.isBorder(from))
    return {
      reason: 'no-border-router',
      text: `${has} in area ${formatAddress(origin)}, but announces nothing of it into area ${dotted}: without an interface in the backbone it is no border router.`,
      change: [],
    };
  const range = ospf
    .activeRanges(from)
    .find((each) => each.area === origin && prefixCovers(each.prefix, prefix));
  if (range === undefined) return null;
  const instead = range.advertise
    ? `announces ${formatPrefix(range.prefix)} in its place`
    : `is told not to advertise ${formatPrefix(range.prefix)}`;
  return { reason: 'in-range', text: `${has}, but ${instead} into area ${dotted}.`, change: [] };
}
