/** Where a prefix stops on its way to a node. `has` is a clause: who has the prefix, and from whom. */
import type { RouteSource } from '../../results';

export const barrierReasons = {
  /** How somebody has a prefix. */
  originates: (name: string, prefix: string) => `${name} originates ${prefix}`,
  learned: (name: string, prefix: string, from: string) => `${name} learned ${prefix} from ${from}`,
  has: (name: string, prefix: string) => `${name} has ${prefix}`,
  hasBy: (name: string, prefix: string, source: RouteSource) => `${name} has ${prefix} (${source})`,

  noRoutes: (name: string) => `${name} is shut down and has no routes.`,
  nothingLeads: (has: string, to: string) =>
    `${has}, but no routing protocol, peering or connection leads from there to ${to}.`,
  asleep: (name: string, prefix: string) =>
    `${name}, to which ${prefix} belongs, is down: nobody announces it.`,
  nobody: (prefix: string) => `Nobody in this network has a route to exactly ${prefix}.`,
  nobodyButAround: (prefix: string, name: string, around: string) =>
    `Nobody in this network has a route to exactly ${prefix}. Around it lies another: ${name} is in ${around}.`,
  noGateway: (name: string, why: string) =>
    `${name} has no gateway that answers, and hosts hear of routes from nobody else: ${why}.`,
  unplugged: 'it is plugged into nothing',
  noneBeside: 'nobody beside it is one',
  shutDown: (name: string) => `${name} is shut down`,
  itIsShutDown: 'it is shut down',
  down: (name: string) => `${name} is down`,
  noRouteTo: (name: string, address: string) => `${name} has no route to ${address}`,
  notReached: 'its ends do not reach each other',

  sessionDown: (has: string, peer: string, why: string) =>
    `${has}, but its BGP session with ${peer} is down: ${why}.`,
  wayDown: (has: string, to: string, why: string) => `${has}, but the way from it to ${to} is down: ${why}.`,
  noProtocol: (has: string, to: string) =>
    `${has} and is beside ${to}, but no routing protocol runs between them, and ${to} has no static route to it.`,

  /** OSPF. */
  stubDisagrees: (here: string, there: string, area: string) =>
    `OSPF on ${here} and ${there} disagrees on whether area ${area} is a stub: they are no neighbours.`,
  areasDiffer: (here: string, area: string, there: string, other: string) =>
    `OSPF on ${here} is in area ${area}, on ${there} in area ${other}: they are no neighbours.`,
  stubArea: (has: string, area: string, to: string) =>
    `${has}, but area ${area} is a stub area, which hears of no external routes: ${to} has a default route instead.`,
  totallyStubby: (has: string, area: string, to: string) =>
    `${has}, but area ${area} is totally stubby: ${to} has a default route instead.`,
  ownRange: (has: string, name: string, area: string) =>
    `${has}, but it is the range by which ${name} tells other areas of area ${area}; inside that area the subnets themselves are known.`,
  noBorder: (has: string, origin: string, area: string) =>
    `${has} in area ${origin}, but announces nothing of it into area ${area}: without an interface in the backbone it is no border router.`,
  rangeInstead: (has: string, range: string, area: string) =>
    `${has}, but announces ${range} in its place into area ${area}.`,
  rangeUnadvertised: (has: string, range: string, area: string) =>
    `${has}, but is told not to advertise ${range} into area ${area}.`,

  /** What is not brought into BGP or OSPF. */
  mseeOriginates: (has: string, to: string) =>
    `${has}, but an MSEE announces only what it learned, not the subnets it is connected to, so ${to} does not hear of it.`,
  gatewayOriginates: (has: string, to: string) =>
    `${has}, but a gateway announces only what its VNet advertises and what it learned, so ${to} does not hear of it.`,
  mapBeforeBgp: (has: string, map: string, to: string) =>
    `${has}, but route map ${map} keeps it out of BGP, so ${to} does not hear of it.`,
  notInBgp: (has: string, to: string) =>
    `${has}, but does not bring it into BGP: no network statement names it and nothing redistributes it, so ${to} does not hear of it.`,
  mapBeforeOspf: (has: string, map: string, to: string) =>
    `${has}, but route map ${map} keeps it out of OSPF: ${to} does not hear of it.`,
  notInOspf: (has: string, source: RouteSource | 'bgp' | null, onlyDefault: boolean, to: string) =>
    `${has}, but redistributes no ${source === 'bgp' ? 'BGP' : (source ?? 'such')} routes into OSPF${onlyDefault ? ', only a default route' : ''}: ${to} does not hear of it.`,

  propagationOff: (vnet: string, prefix: string, table: string, name: string) =>
    `${vnet} learned ${prefix} by its gateways, but route table ${table} has disableBgpRoutePropagation on: the subnet of ${name} does not get it.`,
};

/** What a session of BGP does not carry. */
export const refusalReasons = {
  heardFromReceiver: (sender: string, prefix: string, receiver: string) =>
    `${sender} heard ${prefix} from ${receiver} itself and does not tell it back.`,
  ibgp: (has: string, receiver: string) =>
    `${has} over iBGP, and what is heard over iBGP is not told over iBGP (RFC 4271 section 9.2): ${receiver} needs a session of its own with the router that brought it into the AS.`,
  reflector: (has: string, sender: string, from: string, receiver: string) =>
    `${has} over iBGP, and what is heard over iBGP is not told over iBGP (RFC 4271 section 9.2); ${sender} reflects only what it hears from its clients or tells them (RFC 4456 section 6), and neither ${from} nor ${receiver} is one.`,
  noAdvertise: (has: string, communities: string) =>
    `${has} with the community no-advertise (${communities}): it is told to nobody (RFC 1997).`,
  noExport: (has: string, communities: string, receiver: string) =>
    `${has} with communities ${communities}: it is not told to another AS (RFC 1997), and ${receiver} is in one.`,
  summaryOnly: (has: string, summary: string | null, receiver: string) =>
    `${has}, but tells only its aggregate ${summary === null ? '' : `${summary} `}(summary-only), to ${receiver} and to everybody.`,
  ownDefault: (has: string, receiver: string) =>
    `${has}, but tells ${receiver} a default route of its own making in its place (default-originate).`,
  ownOriginator: (has: string, receiver: string) =>
    `${has}, but ${receiver} finds its own router id as the originator: the route came from ${receiver} and was reflected back (RFC 4456 section 8).`,
  ownCluster: (has: string, receiver: string) =>
    `${has}, but ${receiver} finds its own cluster id in the cluster list and takes the announcement for a loop between reflectors (RFC 4456 section 8).`,
  expressRoute: (has: string, receiver: string) =>
    `${has}, but an ExpressRoute gateway announces only its own VNet's prefixes and those of peered VNets that use it: ${receiver} does not hear of it from there.`,
  globalReach: (sentence: string, one: string, other: string) =>
    `${sentence} From site to site ExpressRoute Global Reach between ${one} and ${other} would carry it.`,
  connectAsWell: (sentence: string, circuit: string) =>
    `${sentence} Connecting its VNet's own ExpressRoute gateway to ${circuit} as well would carry it (Global Reach joins sites, not VNets).`,
  vpnDefault: (has: string) =>
    `${has}, but a VPN gateway passes no default route on between its connections.`,
  filteredOut: (has: string, policy: string, receiver: string, verdict: string) =>
    `${has}, but its ${policy} toward ${receiver} stops it: ${verdict}.`,
  filteredIn: (has: string, policy: string, receiver: string, sender: string, verdict: string | null) =>
    `${has} and announces it, but the ${policy} of ${receiver} for ${sender} stops it${verdict === null ? '' : `: ${verdict}`}.`,
  prefixList: 'prefix list',
  routeMap: 'route map',
  ownAs: (has: string, receiver: string, asn: number, path: string) =>
    `${has}, but ${receiver} finds its own AS ${asn} in the path ${path} and takes the announcement for a loop (RFC 4271 section 9.1.2).`,
  ownSpace: (has: string, receiver: string, prefix: string) =>
    `${has}, but ${receiver} refuses it: ${prefix} lies in the address space of its own VNet or of one peered with it.`,
  ownNextHop: (has: string, receiver: string) =>
    `${has}, but its next hop would be ${receiver} itself, which refuses that (RFC 4271 section 5.1.3).`,
  nextHopApart: (has: string, nextHop: string, receiver: string) =>
    `${has} and announces it, but its next hop ${nextHop} lies in no subnet of ${receiver}, which a neighbor in another AS without multihop must name (RFC 4271 section 5.1.3).`,
  nextHopUnreachable: (has: string, nextHop: string, receiver: string) =>
    `${has} and announces it, but ${receiver} has no route to its next hop ${nextHop}, so it cannot use it.`,
};

/** What Azure does not pass on. */
export const azureReasons = {
  expressRouteApart: (has: string, name: string) =>
    `${has}, but an ExpressRoute gateway announces only its own VNet's prefixes and those of peered VNets that use it, and the gateways of a VNet do not tell each other what they learned: ${name} does not hear of it. A Route Server with branch-to-branch, or a Virtual WAN hub, would join them.`,
  vpnApart: (has: string, name: string) =>
    `${has}, but a VPN gateway tells an ExpressRoute gateway nothing of what it learned: ${name} does not hear of it. A Route Server with branch-to-branch, or a Virtual WAN hub, would join them.`,
  transitOff: (peer: string, prefix: string, vnet: string, peering: string, gateway: string) =>
    `${peer} has ${prefix} and is peered with ${vnet}, but does not use its gateways (gateway transit on peering ${peering} is off): ${gateway} does not announce it.`,
  gatewayDown: (vnet: string, prefix: string, gateway: string, down: string) =>
    `${vnet} advertises ${prefix} by its gateway ${gateway}, but ${down} is shut down, and nothing is announced.`,
  notAdvertised: (prefix: string, vnet: string, advertised: readonly string[], gateway: string) =>
    `${prefix} lies in the address space of ${vnet}, but ${vnet} advertises only ${advertised.join(', ') || 'nothing'}: ${gateway} does not announce it.`,
  ownSpace: (has: string, vnet: string, prefix: string) =>
    `${has}, but routes to the space of ${vnet} and its peers are Azure's own and win even against ${prefix} from a gateway.`,
  noTransit: (has: string, vnet: string, peer: string, peering: string) =>
    `${has}, but ${vnet} does not use the gateways of ${peer}: peering ${peering} has no gateway transit for it.`,
  wholeSpace: (prefix: string, peer: string, peering: string, vnet: string) =>
    `${prefix} is a part of ${peer}, and over peering ${peering} Azure gives ${vnet} the address space of ${peer} as a whole, not its parts.`,
  notTransitive: (peer: string, prefix: string, vnet: string) =>
    `${peer} has ${prefix} by a peering of its own, but peering is not transitive: ${vnet} would need a peering of its own, or an appliance with user-defined routes.`,
  peeringDown: (name: string, prefix: string, cause: string, to: string) =>
    `${name} has ${prefix}, but ${cause}: ${to} does not get it.`,
  peeringShut: (peering: string) => `peering ${peering} is shut down`,
  noAccess: (vnet: string, peering: string) =>
    `${vnet} does not allow virtual network access on peering ${peering}`,
  vnetShut: (vnet: string) => `${vnet} is shut down`,
};
