/** What things and outcomes of a network are called in pictures. */
import type { Disposition, LinkKind, NodeKind, ReplyKind, RouteSource, SilenceReason } from '../../results';

export const nodeKinds: Readonly<Record<NodeKind | 'lan', string>> = {
  host: 'Host',
  router: 'Router',
  vnet: 'VNet fabric',
  'vpn-gateway': 'VPN gateway',
  'er-gateway': 'ExpressRoute gateway',
  'route-server': 'Route Server',
  msee: 'Microsoft edge router (MSEE)',
  internet: 'Internet',
  lan: 'LAN',
};

export const linkKinds: Readonly<Record<LinkKind, string>> = {
  link: 'Link',
  lan: 'LAN',
  vnet: 'VNet fabric',
  peering: 'VNet peering',
  tunnel: 'VPN tunnel',
  expressroute: 'ExpressRoute',
  'private-peering': 'Private peering',
  'global-reach': 'Global Reach',
};

export const areaKinds: Readonly<Record<'vnet' | 'site' | 'circuit', string>> = {
  vnet: 'VNet',
  site: 'Site',
  circuit: 'Circuit',
};

export const silences: Readonly<Record<SilenceReason, string>> = {
  'no-route-back': 'no route back',
  'link-down': 'link down',
  'reverse-path-check': 'reply filtered',
  'security-rule': 'stopped by a security rule',
  'does-not-answer': 'never answers',
  'too-late': 'answers too late',
  'ttl-used-up': 'TTL of the answer used up',
  'probe-lost': 'probe lost',
};

export const dispositions: Readonly<Record<Disposition, string>> = {
  ACCEPTED: 'accepted',
  DELIVERED_TO_SUBNET: 'sent to a whole subnet, where nobody answers',
  EXITS_NETWORK: 'left the network',
  DENIED_IN: 'refused on the way in',
  DENIED_OUT: 'refused on the way out',
  NO_ROUTE: 'no route',
  NULL_ROUTED: 'discarded by a route',
  NEIGHBOR_UNREACHABLE: 'the next hop cannot be reached',
  LOOP: 'going round in a loop',
  INSUFFICIENT_INFO: 'too little is known',
  TTL_EXCEEDED: 'TTL used up',
  REPLY_FILTERED: 'the reply is lost on its way back',
};

export const replies: Readonly<Record<ReplyKind, string>> = {
  'time-exceeded': 'TTL exceeded in transit',
  'echo-reply': 'echo reply',
  'net-unreachable': 'destination net unreachable',
  'host-unreachable': 'destination host unreachable',
};

export const sources: Readonly<Record<RouteSource, string>> = {
  connected: 'connected',
  static: 'static',
  ospf: 'OSPF',
  ebgp: 'BGP',
  ibgp: 'internal BGP',
  aggregate: 'BGP aggregate',
  user: 'user-defined route',
  vnet: 'VNet',
  peering: 'VNet peering',
  system: 'system route',
  expressroute: 'ExpressRoute',
  vpn: 'VPN',
  'route-server': 'Route Server',
  'virtual-hub': 'virtual hub',
};
