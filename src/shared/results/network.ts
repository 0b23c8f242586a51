/** What a network is made of and what can become of a packet in it. */

export type NodeKind =
  'host' | 'router' | 'vnet' | 'vpn-gateway' | 'er-gateway' | 'route-server' | 'msee' | 'internet';

/** What a link is, as drawn: a cable, a LAN, a VNet's fabric, a VNet peering, a VPN, a circuit's two halves. */
export type LinkKind =
  'link' | 'lan' | 'vnet' | 'peering' | 'tunnel' | 'expressroute' | 'private-peering' | 'global-reach';

/** Which of an ExpressRoute circuit's two paths, each over an MSEE of its own. */
export type CircuitSide = 'primary' | 'secondary';

/** The enclosing area of a node, as drawn on a map: its VNet, site, circuit or nothing. */
export interface AreaView {
  readonly kind: 'vnet' | 'site' | 'circuit';
  readonly name: string;
  /** Region or location the area lies in. */
  readonly region: string | null;
}

/** Batfish's vocabulary where it has a word; the last three go further (TTL and ICMP are modelled here). */
export type Disposition =
  | 'ACCEPTED'
  | 'DELIVERED_TO_SUBNET'
  | 'EXITS_NETWORK'
  | 'DENIED_IN'
  | 'DENIED_OUT'
  | 'NO_ROUTE'
  | 'NULL_ROUTED'
  | 'NEIGHBOR_UNREACHABLE'
  | 'LOOP'
  | 'INSUFFICIENT_INFO'
  | 'TTL_EXCEEDED'
  | 'REPLY_FILTERED';
