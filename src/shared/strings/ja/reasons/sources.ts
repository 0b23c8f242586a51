/** 理由の文で使うルートの出どころ */
import type { RouteSource } from '../../../results';

export const sourceNames: Readonly<Record<RouteSource, string>> = {
  connected: '直接接続',
  static: 'スタティック',
  ospf: 'OSPF',
  ebgp: 'eBGP',
  ibgp: 'iBGP',
  aggregate: 'BGP 集約',
  user: 'ユーザー定義',
  vnet: 'VNet',
  peering: 'VNet ピアリング',
  system: 'システム',
  expressroute: 'ExpressRoute',
  vpn: 'VPN',
  'route-server': 'Route Server',
  'virtual-hub': '仮想ハブ',
};
