/** Why a router that has a route does not bring it into BGP or OSPF, and the edit that would. */
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { protocolOf } from '../routing/redistribution';
import type { Simulation } from '../simulation';
import type { RedistributeFrom } from '../topology/model';
import { nodeAt } from '../topology/network';
import type { Barrier } from './neighbours';
import { openedMap } from './refusal-changes';
import { holderWords } from './refusal-words';

const words = strings.reasons.barriers;

/** `from` has the prefix, and BGP there does not. */
export function notOriginated(simulation: Simulation, from: number, to: number, prefix: Prefix): Barrier {
  const { control, network } = simulation.plane;
  const [holder, other] = [nodeAt(network, from), nodeAt(network, to).name];
  const has = holderWords(simulation, from, prefix);
  if (holder.kind !== 'router') {
    const text =
      holder.kind === 'msee' ? words.mseeOriginates(has, other) : words.gatewayOriginates(has, other);
    return { reason: 'not-originated', text, change: [] };
  }
  const bgp = control.topology.routers[holder.name]?.bgp;
  const protocol = protocolIn(simulation, from, prefix);
  const named = bgp?.networks.find((each) => prefixKey(each.prefix) === prefixKey(prefix));
  const rule = named ?? bgp?.redistribute.find((each) => each.from === protocol);
  if (rule?.routeMap != null) {
    const text = words.mapBeforeBgp(has, rule.routeMap, other);
    return {
      reason: 'not-originated',
      text,
      change: openedMap(simulation, holder.name, rule.routeMap, prefix),
    };
  }
  const text = words.notInBgp(has, other);
  return { reason: 'not-originated', text, change: [`announce ${holder.name} ${formatPrefix(prefix)}`] };
}

/** `from` has the prefix by another protocol than OSPF. */
export function notRedistributed(simulation: Simulation, from: number, to: number, prefix: Prefix): Barrier {
  const { control, network } = simulation.plane;
  const [name, other] = [nodeAt(network, from).name, nodeAt(network, to).name];
  const has = holderWords(simulation, from, prefix);
  const ospf = control.topology.routers[name]?.ospf;
  const rules = ospf?.redistribute ?? [];
  const protocol = protocolIn(simulation, from, prefix);
  const map = rules.find((rule) => rule.from === protocol)?.routeMap ?? null;
  if (map !== null) {
    const text = words.mapBeforeOspf(has, map, other);
    return { reason: 'not-redistributed', text, change: openedMap(simulation, name, map, prefix) };
  }
  const text = words.notInOspf(has, protocol, ospf?.defaultOriginate != null, other);
  const kept = rules.map(
    ({ from: source, metric, type, routeMap }) =>
      `{ from: ${source}, metric: ${metric}, type: ${type}${routeMap === null ? '' : `, routeMap: ${routeMap}`} }`,
  );
  const change =
    protocol === null ? [] : [`set ${name} ospf redistribute [${[...kept, protocol].join(', ')}]`];
  return { reason: 'not-redistributed', text, change };
}

function protocolIn({ plane }: Simulation, node: number, prefix: Prefix): RedistributeFrom | null {
  const route = plane.control.table(node).active.get(prefix);
  return route === undefined ? null : protocolOf(route);
}
