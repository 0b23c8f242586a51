/** Peerings of a VNet that are configured but carry nothing: what lies behind them does not get here. */
import { strings } from '../../../shared/strings';
import type { Simulation } from '../simulation';
import { formatPrefix, type Prefix } from '../address';
import { peersOf } from '../routing/azure-space';
import { nodeAt } from '../topology/network';
import type { Edge } from './neighbours';

const words = strings.reasons.azure;

/** @param to the VNet, or one of its gateways, that would hear of a prefix over them */
export function peeringsDown({ plane }: Simulation, vnet: string, to: string, prefix: Prefix): Edge[] {
  const { control, network } = plane;
  const { topology } = control;
  const alive = new Set(peersOf(network, topology, vnet).map(({ peering }) => peering));
  return Object.entries(topology.peerings).flatMap(([name, { ends, shutdown }]) => {
    const own = ends.find((end) => end.vnet === vnet);
    const other = ends.find((end) => end.vnet !== vnet);
    const from = other === undefined ? undefined : network.nodeByName.get(other.vnet);
    if (own === undefined || other === undefined || from === undefined || alive.has(name)) return [];
    const change = shutdown
      ? [`no shutdown ${name}`]
      : nodeAt(network, from).up
        ? [`set ${name} ends ${vnet} allowVirtualNetworkAccess true`]
        : [`no shutdown ${other.vnet}`];
    const cause = shutdown
      ? words.peeringShut(name)
      : nodeAt(network, from).up
        ? words.noAccess(vnet, name)
        : words.vnetShut(other.vnet);
    const gateways = Object.entries(topology.gateways)
      .filter(([, gateway]) => gateway.vnet === other.vnet)
      .flatMap(([gateway]) => network.nodeByName.get(gateway) ?? []);
    return [from, ...gateways].map((node) => ({
      from: node,
      barrier: () => ({
        reason: 'link-down',
        text: words.peeringDown(nodeAt(network, node).name, formatPrefix(prefix), cause, to),
        change,
      }),
    }));
  });
}
