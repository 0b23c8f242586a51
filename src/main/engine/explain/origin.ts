/** Where a prefix enters BGP: a gateway's VNet, a VNet that uses the gateway, a tunnel's other side, a statement. */
import type { AnnouncementStep } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixCovers, prefixKey, type Prefix } from '../address';
import { peersOf } from '../routing/azure-space';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

const words = strings.reasons.chain;

/** @param chain tells how the node has the route that it announces */
export function originSteps(
  simulation: Simulation,
  node: number,
  prefix: Prefix,
  chain: (route: Route) => AnnouncementStep[],
): AnnouncementStep[] {
  const { control, network } = simulation.plane;
  const { name } = nodeAt(network, node);
  const step = (protocol: AnnouncementStep['protocol'], text: string): AnnouncementStep => ({
    node: name,
    from: null,
    protocol,
    policies: [],
    decision: null,
    text,
  });
  const gateway = control.topology.gateways[name];
  if (gateway !== undefined) return [step('azure', gatewayWords(simulation, name, gateway.vnet, prefix))];
  const held = control.table(node).active.get(prefix);
  const router = control.topology.routers[name];
  if (router === undefined || router.bgp === null) return [];
  const { networks, redistribute, aggregates } = router.bgp;
  const same = (entry: { readonly prefix: Prefix }): boolean => prefixKey(entry.prefix) === prefixKey(prefix);
  const statement = networks.find(same);
  const source = redistribute.find(({ from }) => from === held?.source);
  const aggregate = aggregates.find(same);
  if (held?.source === 'aggregate' && aggregate !== undefined) {
    const text = aggregate.summaryOnly ? words.aggregatesAlone(name) : words.aggregates(name);
    return [...partsOf(simulation, node, prefix, chain), step('bgp', text)];
  }
  const how =
    statement === undefined
      ? words.redistributes(held?.source ?? null)
      : words.statement(formatPrefix(prefix));
  const map = (statement ?? source)?.routeMap ?? null;
  return [
    ...(held === undefined ? [] : chain(held)),
    step('bgp', map === null ? words.brings(name, how) : words.bringsThrough(name, how, map)),
  ];
}

/** How a router has the first of the longer prefixes that an aggregate is made of. */
function partsOf(
  { plane }: Simulation,
  node: number,
  prefix: Prefix,
  chain: (route: Route) => AnnouncementStep[],
): AnnouncementStep[] {
  const { control } = plane;
  const longer = control
    .bgpPrefixes()
    .find(
      (each) => each.length > prefix.length && prefixCovers(prefix, each) && control.bgpState(node, each),
    );
  const route = longer === undefined ? undefined : control.table(node).active.get(longer);
  return route === undefined ? [] : chain(route);
}

function gatewayWords({ plane }: Simulation, gateway: string, vnet: string, prefix: Prefix): string {
  const { network, control } = plane;
  const { topology } = control;
  const text = formatPrefix(prefix);
  const advertises = (name: string): boolean =>
    topology.vnets[name]?.advertise.some((entry) => prefixKey(entry) === prefixKey(prefix)) === true;
  if (advertises(vnet)) return words.advertises(vnet, text, gateway);
  const user = peersOf(network, topology, vnet).find((peer) => peer.usesGateways && advertises(peer.name));
  if (user !== undefined) return words.advertisesAsUser(user.name, text, vnet, user.peering, gateway);
  return words.behindConnection(gateway, text);
}
