/**
 * Why a route stands in a table, and what another one lost to. Each is a part of a sentence: what shows it puts it
 * behind a colon or in brackets.
 */
import { listed } from '../listed';
import type { RouteSource } from '../../results';

type DecisionStep =
  | 'weight'
  | 'localPreference'
  | 'local'
  | 'pathLength'
  | 'origin'
  | 'med'
  | 'type'
  | 'igpMetric'
  | 'routerId'
  | 'clusterList'
  | 'address';

const steps: Readonly<Record<DecisionStep, string>> = {
  weight: 'weight',
  localPreference: 'local preference',
  local: 'locally originated',
  pathLength: 'AS-path length',
  origin: 'origin',
  med: 'MED',
  type: 'eBGP over iBGP',
  igpMetric: 'cost to the next hop',
  routerId: 'router id',
  clusterList: 'cluster list length',
  address: 'neighbour address',
};

export const routeReasons = {
  connected: (name: string) => `${name} is in this subnet`,
  behindFabric: (name: string, vnet: string) => `${name} is in this subnet, behind the fabric of ${vnet}`,
  byDhcp: (vnet: string) => `by DHCP from the fabric of ${vnet}`,
  defaultGateway: (address: string) => `default gateway ${address}`,
  fabricGateway: 'default gateway the fabric of its VNet',
  configured: (distance: number) => `configured on this node (distance ${distance})`,
  onConnection: (connection: string) => `configured on connection ${connection}`,

  notActive: (why: string) => `not active: ${why}`,
  notUsed: (why: string) => `not used: ${why}`,
  neverUsed: (distance: number) => `distance ${distance} is never used`,
  trackedUnreachable: (address: string) => `the tracked address ${address} is not reachable`,
  interfaceDown: (name: string) => `interface ${name} is down`,
  nextHopUnreachable: (address: string) => `the next hop ${address} is not reachable`,

  shortestPath: (cost: number) => `shortest path, cost ${cost}`,
  otherArea: (cost: number, from: readonly string[]) =>
    `from another area, cost ${cost}, announced by ${listed(from)}`,
  ownRange: (prefix: string) => `range ${prefix} of this border router`,
  external: (type: number, metric: number, from: readonly string[]) =>
    `external type ${type}, metric ${metric}, announced by ${listed(from)}`,
  lostToInternal: 'lost to ospf: a route inside the domain goes before an external one (RFC 2328 section 11)',

  lostToFirst: (winner: RouteSource) => `lost to the ${winner} route that stood first`,
  lostByDistance: (winner: RouteSource, lower: number, higher: number) =>
    `lost to ${winner}: administrative distance ${lower} is below ${higher}`,

  /** BGP. */
  itself: 'itself',
  aggregate: 'its own aggregate: what no longer prefix takes is dropped',
  announcedBy: (names: readonly string[], why: string) => `announced by ${listed(names)}; ${why}`,
  heardFrom: (name: string) => `heard from ${name}`,
  ownRoute: 'its own route',
  lostBy: (winner: string, step: string) => `lost to ${winner} by ${step}`,
  bestBy: (step: string) => `best by ${step}`,
  shareLoad: (count: number) => `${count} equal routes share the load`,
  both: (one: string | null, other: string | null) =>
    one === null || other === null ? (one ?? other) : `${one}; ${other}`,
  onlyRoute: 'the only BGP route',
  oneOfEqual: 'one of equal routes',
  asGoodAs: (name: string) => `as good as that from ${name}: both are used`,
  steps,
  step: (name: string, winner: string, loser: string) => `${name} (${winner} against ${loser})`,
  own: 'its own',
  learned: 'learned',
  medOfAs: 'MED among the routes of one neighbouring AS',
  arrival: 'the order of arrival, for MEDs are compared route by route',

  /** Azure. */
  addressSpace: (vnet: string) => `address space of ${vnet}`,
  peered: (vnet: string, peering: string) => `${vnet} is peered (${peering})`,
  inHub: (vnet: string, hub: string) => `${vnet} is connected to virtual hub ${hub}`,
  privateSpace: 'Azure drops private space that nothing announces',
  toInternet: 'Azure sends the rest to the Internet',
  learnedBy: (why: string, gateway: string) => `${why}; learned by ${gateway}`,
  learnedByTransit: (why: string, gateway: string, owner: string) =>
    `${why}; learned by ${gateway} of ${owner}, by gateway transit`,
  learnedByServer: (why: string, server: string) => `${why}; learned by Route Server ${server}`,
  beforeVpn: '; ExpressRoute goes before VPN',
  ownSpaceWins: (prefix: string) =>
    `lost to the VNet's own space: VNet and peering routes win even against ${prefix} from a gateway`,
  lostToUser: (route: string) =>
    `lost to user-defined route ${route}: for the same prefix Azure prefers those over all others`,
  lostToSameUser: (route: string) => `lost to user-defined route ${route}, which has the same prefix`,
  lostTo: (winner: RouteSource, why: string) => `lost to ${winner}: ${why}`,
  overVpn: 'Azure prefers ExpressRoute over VPN for the same prefix',
  overSystem: 'for the same prefix Azure prefers what gateways learned over its own system routes',
  overOther: (winner: string, loser: string) =>
    `for the same prefix Azure prefers what it learned by ${winner} over what it learned by ${loser}`,

  userRoute: (name: string, table: string, via: string) => `user-defined route ${name} of ${table}: ${via}`,
  toAppliance: (address: string) => `to the appliance ${address}`,
  toVpnGateway: 'to the VPN gateway',
  insideVnet: 'inside the VNet',
  outToInternet: 'to the Internet',
  dropped: 'dropped',
  noVpnGateway: (vnet: string) => `${vnet} has no VPN gateway to send to`,
  meansVpn:
    'next hop type VirtualNetworkGateway means a VPN gateway: for ExpressRoute, Azure takes routes by BGP only',
  bothGateways:
    'next hop type VirtualNetworkGateway cannot be used where a VPN and an ExpressRoute gateway coexist',
};
