/** Where a prefix enters BGP: a gateway's VNet, a VNet that uses the gateway, a tunnel's other side, a statement. */
import type { AnnouncementStep } from '../../../shared/results';
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { peersOf } from '../routing/azure-space';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

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
  const bgp = control.topology.routers[name]?.bgp;
  const stated = bgp?.networks.some((entry) => prefixKey(entry) === prefixKey(prefix)) === true;
  const how = stated
    ? `a network statement names ${formatPrefix(prefix)}, and its table has it`
    : `it redistributes ${held?.source ?? 'its'} routes`;
  return [...(held === undefined ? [] : chain(held)), step('bgp', `${name} brings it into BGP: ${how}.`)];
}

function gatewayWords({ plane }: Simulation, gateway: string, vnet: string, prefix: Prefix): string {
  const { network, control } = plane;
  const { topology } = control;
  const text = formatPrefix(prefix);
  const advertises = (name: string): boolean =>
    topology.vnets[name]?.advertise.some((entry) => prefixKey(entry) === prefixKey(prefix)) === true;
  if (advertises(vnet)) return `${vnet} advertises ${text}, and its gateway ${gateway} announces it.`;
  const user = peersOf(network, topology, vnet).find((peer) => peer.usesGateways && advertises(peer.name));
  if (user !== undefined)
    return `${user.name} advertises ${text} and uses the gateways of ${vnet} (peering ${user.peering}), so ${gateway} announces it.`;
  return `${gateway} is configured with ${text} behind one of its connections and announces it.`;
}
