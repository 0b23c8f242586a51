/** What keeps a route of OSPF in its area: the rules of RFC 2328 sections 3 and 12.4.3, in words. */
import { strings } from '../../../shared/strings';
import { formatAddress, formatPrefix, prefixCovers, prefixKey, type Prefix } from '../address';
import { BACKBONE } from '../routing/ospf-areas';
import { ospfInterface, type OspfInterface } from '../routing/ospf-graph';
import type { Simulation } from '../simulation';
import { interfaceLabel, nodeAt, type NetworkInterface } from '../topology/network';
import type { Barrier } from './neighbours';
import { holderWords } from './refusal-words';

const words = strings.reasons.barriers;

/** Between two OSPF interfaces that hear each other and are no neighbours. */
export function apart({ plane }: Simulation, own: NetworkInterface, other: NetworkInterface): Barrier {
  const { control, network } = plane;
  const [here, there] = [own, other].map((entry) => interfaceLabel(network, entry.index));
  const [mine, theirs] = [own, other].map((entry) => ospfInterface(network, control.topology, entry));
  if (mine?.area === theirs?.area)
    return {
      reason: 'areas-apart',
      text: words.stubDisagrees(here ?? '', there ?? '', areaWords(mine)),
      change: [],
    };
  const owner = nodeAt(network, own.node).name;
  return {
    reason: 'areas-apart',
    text: words.areasDiffer(here ?? '', areaWords(mine), there ?? '', areaWords(theirs)),
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
    const other = nodeAt(network, to).name;
    return {
      reason: 'stub-area',
      text: external ? words.stubArea(has, dotted, other) : words.totallyStubby(has, dotted, other),
      change: [],
    };
  }
  const own = ospf
    .activeRanges(from)
    .find((each) => each.area === area && prefixKey(each.prefix) === prefixKey(prefix));
  if (own !== undefined)
    return {
      reason: 'in-range',
      text: words.ownRange(has, nodeAt(network, from).name, dotted),
      change: [],
    };
  const origin = ospf.areaOf(from, prefix);
  if (external || origin === null || origin === area) return null;
  if (!ospf.isBorder(from))
    return {
      reason: 'no-border-router',
      text: words.noBorder(has, formatAddress(origin), dotted),
      change: [],
    };
  const range = ospf
    .activeRanges(from)
    .find((each) => each.area === origin && prefixCovers(each.prefix, prefix));
  if (range === undefined) return null;
  const summed = formatPrefix(range.prefix);
  const text = range.advertise
    ? words.rangeInstead(has, summed, dotted)
    : words.rangeUnadvertised(has, summed, dotted);
  return { reason: 'in-range', text, change: [] };
}
