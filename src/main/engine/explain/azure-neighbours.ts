/** Whom a VNet or one of its gateways could hear of a prefix from inside Azure, and what Azure does not pass on. */
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { covers, peersOf, vnetAndPeerSpace } from '../routing/azure-space';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import type { Barrier, Edge } from './neighbours';
import { peeringsDown } from './peerings-down';
import { holderWords } from './refusal-words';

const words = strings.reasons.azure;

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
        const has = holderWords(simulation, from, prefix);
        const text = isExpressRoute ? words.expressRouteApart(has, name) : words.vpnApart(has, name);
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
            text: words.transitOff(peer.name, formatPrefix(prefix), vnet, peer.peering, gateway),
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
    const text = words.gatewayDown(vnet, formatPrefix(prefix), gateway, down);
    return { reason: 'node-down', text, change: [`no shutdown ${down}`] };
  }
  const text = words.notAdvertised(formatPrefix(prefix), vnet, list.map(formatPrefix), gateway);
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
            text: words.ownSpace(holderWords(simulation, from, prefix), vnet, text),
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
              text: words.noTransit(holderWords(simulation, from, prefix), vnet, peer.name, peer.peering),
              change: transitOn(peer.peering, peer.name, vnet),
            },
    }));
    const viaPeering = edgeFrom(simulation, peer.name, () =>
      covers(topology.vnets[peer.name]?.addressSpace ?? [], prefix)
        ? {
            reason: 'whole-space',
            text: words.wholeSpace(text, peer.name, peer.peering, vnet),
            change: [],
          }
        : {
            reason: 'not-transitive',
            text: words.notTransitive(peer.name, text, vnet),
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
