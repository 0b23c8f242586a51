/** Whom a VNet or one of its gateways could hear of a prefix from inside Azure, and what Azure does not pass on. */
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { covers, peersOf, vnetAndPeerSpace } from '../routing/azure-space';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import type { Barrier, Edge } from './neighbours';
import { peeringsDown } from './peerings-down';
import { expressRouteRule, holderWords } from './refusal-words';

export function azureEdges(simulation: Simulation, node: number, prefix: Prefix): Edge[] {
  const { control, network } = simulation.plane;
  const { name, kind } = nodeAt(network, node);
  if (kind === 'vnet') return vnetEdges(simulation, name, prefix);
  const gateway = control.topology.gateways[name];
  if (gateway === undefined) return [];
  return [
    ...besideEdges(simulation, name, gateway.vnet, prefix),
    ...spaceEdges(simulation, name, gateway.vnet, prefix),
  ];
}

/** The other gateway of the same VNet. */
function besideEdges(simulation: Simulation, name: string, vnet: string, prefix: Prefix): Edge[] {
  const { control, network } = simulation.plane;
  return gatewaysOf(simulation, vnet)
    .filter((other) => nodeAt(network, other).name !== name)
    .map((from) => ({
      from,
      barrier: () => {
        if (areJoined(simulation, from, name)) return null;
        const isExpressRoute = control.topology.gateways[nodeAt(network, from).name]?.type === 'expressroute';
        const rule = isExpressRoute
          ? `${expressRouteRule}, and the gateways of a VNet do not tell each other what they learned`
          : 'a VPN gateway tells an ExpressRoute gateway nothing of what it learned';
        const text = `${holderWords(simulation, from, prefix)}, but ${rule}: ${name} does not hear of it. A Route Server with branch-to-branch, or a Virtual WAN hub, would join them.`;
        return { reason: 'gateways-apart', text, change: [] };
      },
    }));
}

/** Whether two gateways exchange routes, by a Route Server or in a virtual hub. */
function areJoined({ plane }: Simulation, from: number, name: string): boolean {
  const to = plane.network.nodeByName.get(name);
  return plane.control
    .sessions()
    .some((entry) => entry.session.part === 'branch' && entry.from === from && entry.to === to);
}

/** The gateway's own VNet and its peers: what they have but do not advertise. */
function spaceEdges(simulation: Simulation, gateway: string, vnet: string, prefix: Prefix): Edge[] {
  const { control, network } = simulation.plane;
  const { topology } = control;
  const own = edgeFrom(simulation, vnet, () => notAdvertised(simulation, vnet, gateway, prefix));
  const peers = peersOf(network, topology, vnet).map((peer) =>
    edgeFrom(simulation, peer.name, () =>
      peer.usesGateways
        ? notAdvertised(simulation, peer.name, gateway, prefix)
        : {
            reason: 'no-gateway-transit',
            text: `${peer.name} has ${formatPrefix(prefix)} and is peered with ${vnet}, but does not use its gateways (gateway transit on peering ${peer.peering} is off): ${gateway} does not announce it.`,
            change: transitOn(peer.peering, vnet, peer.name),
          },
    ),
  );
  return [
    ...[own, ...peers].flatMap((edge) => (edge === null ? [] : [edge])),
    ...peeringsDown(simulation, vnet, gateway, prefix),
  ];
}

/** Null where the gateway does announce it. */
function notAdvertised({ plane }: Simulation, vnet: string, gateway: string, prefix: Prefix): Barrier | null {
  const list = plane.control.topology.vnets[vnet]?.advertise ?? [];
  if (list.some((each) => prefixKey(each) === prefixKey(prefix))) {
    const node = plane.network.nodeByName.get(gateway);
    if (node === undefined || nodeAt(plane.network, node).up) return null;
    const owner = plane.network.nodeByName.get(vnet);
    const vnetIsUp = owner !== undefined && nodeAt(plane.network, owner).up;
    const down = vnetIsUp ? gateway : vnet;
    const text = `${vnet} advertises ${formatPrefix(prefix)} by its gateway ${gateway}, but ${down} is shut down, and nothing is announced.`;
    return { reason: 'node-down', text, change: [`no shutdown ${down}`] };
  }
  const advertised = list.map(formatPrefix).join(', ');
  const text = `${formatPrefix(prefix)} lies in the address space of ${vnet}, but ${vnet} advertises only ${advertised || 'nothing'}: ${gateway} does not announce it.`;
  return { reason: 'not-advertised', text, change: [`announce ${vnet} ${formatPrefix(prefix)}`] };
}

/** A VNet hears from its own gateways, from those it uses over a peering, and of its peers' own space. */
function vnetEdges(simulation: Simulation, vnet: string, prefix: Prefix): Edge[] {
  const { control, network } = simulation.plane;
  const { topology } = control;
  const text = formatPrefix(prefix);
  const fromOwn = gatewaysOf(simulation, vnet).map((from) => ({
    from,
    barrier: (): Barrier | null =>
      covers(vnetAndPeerSpace(network, topology, vnet), prefix)
        ? {
            reason: 'own-space',
            text: `${holderWords(simulation, from, prefix)}, but routes to the space of ${vnet} and its peers are Azure's own and win even against ${text} from a gateway.`,
            change: [],
          }
        : null,
  }));
  const fromPeers = peersOf(network, topology, vnet).flatMap((peer) => {
    const viaGateways = gatewaysOf(simulation, peer.name).map((from) => ({
      from,
      barrier: (): Barrier | null =>
        peer.givesGateways
          ? null
          : {
              reason: 'no-gateway-transit',
              text: `${holderWords(simulation, from, prefix)}, but ${vnet} does not use the gateways of ${peer.name}: peering ${peer.peering} has no gateway transit for it.`,
              change: transitOn(peer.peering, peer.name, vnet),
            },
    }));
    const viaPeering = edgeFrom(simulation, peer.name, () =>
      covers(topology.vnets[peer.name]?.addressSpace ?? [], prefix)
        ? {
            reason: 'whole-space',
            text: `${text} is a part of ${peer.name}, and over peering ${peer.peering} Azure gives ${vnet} the address space of ${peer.name} as a whole, not its parts.`,
            change: [],
          }
        : {
            reason: 'not-transitive',
            text: `${peer.name} has ${text} by a peering of its own, but peering is not transitive: ${vnet} would need a peering of its own, or an appliance with user-defined routes.`,
            change: [],
          },
    );
    return viaPeering === null ? viaGateways : [...viaGateways, viaPeering];
  });
  return [...fromOwn, ...fromPeers, ...peeringsDown(simulation, vnet, vnet, prefix)];
}

/** Lets one VNet use the gateways of another. */
function transitOn(peering: string, owner: string, user: string): string[] {
  return [
    `set ${peering} ends ${owner} allowGatewayTransit true`,
    `set ${peering} ends ${user} useRemoteGateways true`,
  ];
}

function gatewaysOf({ plane }: Simulation, vnet: string): number[] {
  const { control, network } = plane;
  return Object.entries(control.topology.gateways).flatMap(([name, gateway]) => {
    const node = network.nodeByName.get(name);
    return gateway.vnet === vnet && node !== undefined ? [node] : [];
  });
}

function edgeFrom({ plane }: Simulation, name: string, barrier: Edge['barrier']): Edge | null {
  const from = plane.network.nodeByName.get(name);
  return from === undefined ? null : { from, barrier };
}
