/**
 * The effective routes of a VNet's subnets.
 * Source: Microsoft Learn, "Virtual network traffic routing", section "How Azure selects a route", and the
 * behaviour that the published traces show.
 */
import { strings } from '../../../shared/strings';
import { formatPrefix, type Prefix } from '../address';
import type { Topology } from '../topology/model';
import { interfaceAt, interfaceKey, nodeAt, type Network } from '../topology/network';
import {
  covers,
  gatewayNics,
  peeringHop,
  peersOf,
  RANK,
  spaceRoutes,
  systemRoute,
  vnetAndPeerSpace,
} from './azure-space';
import { applianceHop, userRoutes } from './azure-user-routes';
import { interfacesOf } from './local-routes';
import { DISCARD, ecmpSet, INTERNET, RoutingTable, type NextHop, type Route } from './route';

const words = strings.reasons.routes;

/** Azure drops what is bound for these unless a better route exists. */
const NONE_PREFIXES: readonly Prefix[] = [
  { address: 0x0a000000, length: 8 },
  { address: 0xac100000, length: 12 },
  { address: 0xc0a80000, length: 16 },
  { address: 0x64400000, length: 10 },
];
const DEFAULT_PREFIX: Prefix = { address: 0, length: 0 };

/** Routes a gateway or fabric has learned, by gateway node. */
export type LearnedRoutes = (gateway: number) => readonly Route[];

/**
 * The effective routes of the subnets of a VNet that use a route table (null for none): user-defined ones, the
 * VNet's own space and its peers', what its gateways (or those it uses by peering) learned, and the remaining
 * system routes. The longest prefix decides; for the same prefix a user-defined route wins over what gateways
 * learned, and that over the system's. VNet and peering routes win even against a more specific learned one; a
 * prefix learned over ExpressRoute wins over the same learned by VPN.
 */
export function fabricTable(
  network: Network,
  topology: Topology,
  vnet: string,
  routeTable: string | null,
  learned: LearnedRoutes,
): RoutingTable {
  const table = new RoutingTable();
  for (const { route, invalid } of routeTable === null
    ? []
    : userRoutes(network, topology, vnet, routeTable)) {
    if (invalid === null) offer(table, route);
    else table.lost.push({ route, reason: words.notUsed(invalid) });
  }
  for (const route of spaceRoutes(network, topology, vnet)) offer(table, route);
  const space = vnetAndPeerSpace(network, topology, vnet);
  const propagates =
    routeTable === null || topology.routeTables[routeTable]?.disableBgpRoutePropagation !== true;
  const heard = [
    ...gatewayRoutes(network, topology, vnet, learned),
    ...routeServerRoutes(network, topology, vnet, learned),
  ];
  for (const route of propagates ? heard : []) {
    if (covers(space, route.prefix)) table.lost.push({ route, reason: ownSpaceWins(route) });
    else offer(table, route);
  }
  for (const route of hubRoutes(network, topology, vnet)) offer(table, route);
  // In that page's example the subnet with an own 0.0.0.0/0 has none of these, and one beside it has all.
  const isDefaultOwn = table.active.get(DEFAULT_PREFIX)?.user !== undefined;
  for (const prefix of isDefaultOwn ? [] : NONE_PREFIXES) {
    if (!covers(space, prefix)) {
      offer(table, systemRoute(prefix, 'system', DISCARD, words.privateSpace));
    }
  }
  offer(table, systemRoute(DEFAULT_PREFIX, 'system', INTERNET, words.toInternet));
  return table;
}

/** Candidates come in the order of their rank: who stands first stays, and tells what it was preferred to. */
function offer(table: RoutingTable, route: Route): void {
  const current = table.active.get(route.prefix);
  if (current === undefined) {
    table.active.set(route);
    return;
  }
  table.lost.push({ route, reason: lostTo(current, route) });
  if (beatsVpn(current, route) && !current.why.endsWith(words.beforeVpn))
    table.active.set({ ...current, why: current.why + words.beforeVpn });
}

function beatsVpn(winner: Route, loser: Route): boolean {
  return winner.source === 'expressroute' && loser.source === 'vpn';
}

function ownSpaceWins(route: Route): string {
  return words.ownSpaceWins(formatPrefix(route.prefix));
}

function lostTo(winner: Route, loser: Route): string {
  if (winner.user !== undefined)
    return loser.user === undefined
      ? words.lostToUser(winner.user.name)
      : words.lostToSameUser(winner.user.name);
  return words.lostTo(winner.source, azurePreference(winner, loser));
}

/** Why of two routes to one prefix Azure prefers the first, neither of them user-defined. */
export function azurePreference(winner: Route, loser: Route): string {
  if (beatsVpn(winner, loser)) return words.overVpn;
  return loser.source === 'system'
    ? words.overSystem
    : words.overOther(sourceWords(winner), sourceWords(loser));
}

const SOURCE_WORDS: Partial<Record<Route['source'], string>> = {
  expressroute: 'ExpressRoute',
  vpn: 'VPN',
  'route-server': 'Route Server',
};

function sourceWords({ source }: Route): string {
  return SOURCE_WORDS[source] ?? source;
}

/** What the gateways that serve a VNet learned, as the VNet's fabric uses it; ExpressRoute first. */
function gatewayRoutes(network: Network, topology: Topology, vnet: string, learned: LearnedRoutes): Route[] {
  const peer = peersOf(network, topology, vnet).find((entry) => entry.givesGateways);
  const owner = peer?.name ?? vnet;
  const across = peer === undefined ? -1 : (network.interfaceByName.get(`${vnet}:${peer.peering}`) ?? -1);
  const routes: Route[] = [];
  for (const type of ['expressroute', 'vpn'] as const) {
    for (const [name, gateway] of Object.entries(topology.gateways)) {
      if (gateway.vnet !== owner || gateway.type !== type) continue;
      const node = network.nodeByName.get(name);
      if (node === undefined || !nodeAt(network, node).up) continue;
      for (const route of learned(node).filter(isFromOutside)) {
        const nextHops = fabricHops(network, owner, name, type, route, across);
        if (nextHops.length === 0) continue;
        const why =
          peer === undefined
            ? words.learnedBy(route.why, name)
            : words.learnedByTransit(route.why, name, owner);
        routes.push({ ...route, source: type, distance: RANK[type], nextHops, why });
      }
    }
  }
  return routes;
}

/**
 * The way from a fabric for a route its gateway learned: by VPN to the gateway; by ExpressRoute past the
 * gateway, straight to each MSEE that has the route.
 */
function fabricHops(
  network: Network,
  owner: string,
  gateway: string,
  type: 'expressroute' | 'vpn',
  route: Route,
  across: number,
): readonly NextHop[] {
  const [fabric] = interfacesOf(network, network.nodeByName.get(owner) ?? -1);
  if (fabric === undefined) return [];
  if (type === 'vpn') {
    return gatewayNics(network, gateway).map((nic) => {
      const { address } = interfaceAt(network, nic);
      return { action: 'forward', egress: fabric.index, neighbor: nic, address, across };
    });
  }
  const hops = route.nextHops.flatMap((hop): NextHop[] => {
    const { segment, name } = interfaceAt(network, hop.egress);
    const egress = network.interfaceByName.get(`${owner}:${name}`);
    if (segment === -1 || egress === undefined) return [];
    return [{ ...hop, egress, across }];
  });
  return ecmpSet(hops);
}

/** What a gateway heard from the other one of its VNet, that one has given to the VNet itself. */
function isFromOutside({ source }: Route): boolean {
  return source !== 'ibgp';
}

/** What the Route Server that serves a VNet heard from appliances: to their NICs, not by way of the server. */
function routeServerRoutes(
  network: Network,
  topology: Topology,
  vnet: string,
  learned: LearnedRoutes,
): Route[] {
  const owner = peersOf(network, topology, vnet).find((entry) => entry.givesGateways)?.name ?? vnet;
  return Object.entries(topology.routeServers).flatMap(([name, server]) => {
    const node = network.nodeByName.get(name);
    if (server.vnet !== owner || node === undefined || !nodeAt(network, node).up) return [];
    return learned(node)
      .filter(isFromOutside)
      .map((route): Route => {
        const hops = route.nextHops.flatMap(({ address }) =>
          address === null ? [] : [applianceHop(network, topology, vnet, address)],
        );
        const why = words.learnedByServer(route.why, name);
        return { ...route, source: 'route-server', distance: RANK.routeServer, nextHops: ecmpSet(hops), why };
      });
  });
}

/** To the other VNets of a virtual hub, through its fabric. */
function hubRoutes(network: Network, topology: Topology, vnet: string): Route[] {
  return peersOf(network, topology, vnet).flatMap(({ name: hub, peering }): Route[] => {
    const across = network.interfaceByName.get(interfaceKey(vnet, peering));
    if (!Object.hasOwn(topology.virtualHubs, hub) || across === undefined) return [];
    return peersOf(network, topology, hub).flatMap((other): Route[] => {
      const hop = peeringHop(network, hub, other.peering);
      if (other.name === vnet || hop === null) return [];
      return (topology.vnets[other.name]?.addressSpace ?? []).map((prefix) => ({
        ...systemRoute(prefix, 'peering', { ...hop, across }, words.inHub(other.name, hub)),
        source: 'virtual-hub',
      }));
    });
  });
}
