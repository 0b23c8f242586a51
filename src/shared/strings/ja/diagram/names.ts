/** ネットワークの要素と結果の呼び名 */
import type {
  Disposition,
  LinkKind,
  NodeKind,
  ReplyKind,
  RouteSource,
  SilenceReason,
} from '../../../results';

export const nodeKinds: Readonly<Record<NodeKind | 'lan', string>> = {
  host: 'ホスト',
  router: 'ルーター',
  vnet: 'VNet ファブリック',
  'vpn-gateway': 'VPN ゲートウェイ',
  'er-gateway': 'ExpressRoute ゲートウェイ',
  'route-server': 'Route Server',
  msee: 'Microsoft エッジ ルーター (MSEE)',
  internet: 'インターネット',
  lan: 'LAN',
};

export const linkKinds: Readonly<Record<LinkKind, string>> = {
  link: 'リンク',
  lan: 'LAN',
  vnet: 'VNet ファブリック',
  peering: 'VNet ピアリング',
  tunnel: 'VPN トンネル',
  expressroute: 'ExpressRoute',
  'private-peering': 'プライベート ピアリング',
  'global-reach': 'Global Reach',
};

export const areaKinds: Readonly<Record<'vnet' | 'site' | 'circuit', string>> = {
  vnet: 'VNet',
  site: 'サイト',
  circuit: '回線',
};

export const silences: Readonly<Record<SilenceReason, string>> = {
  'no-route-back': '戻りのルートなし',
  'link-down': 'リンク ダウン',
  'reverse-path-check': '応答がフィルターされた',
  'security-rule': 'セキュリティ規則で遮断',
  'does-not-answer': '応答しない設定',
  'too-late': '応答が時間切れ',
  'ttl-used-up': '応答の TTL 切れ',
  'probe-lost': 'プローブ損失',
};

export const dispositions: Readonly<Record<Disposition, string>> = {
  ACCEPTED: '受信',
  DELIVERED_TO_SUBNET: 'サブネット全体に送られ、応答する機器がない',
  EXITS_NETWORK: 'ネットワーク外へ出た',
  DENIED_IN: '受信時に拒否',
  DENIED_OUT: '送信時に拒否',
  NO_ROUTE: 'ルートなし',
  NULL_ROUTED: 'ルートにより破棄',
  NEIGHBOR_UNREACHABLE: '次ホップに到達できない',
  LOOP: 'ループ',
  INSUFFICIENT_INFO: '情報不足',
  TTL_EXCEEDED: 'TTL 切れ',
  REPLY_FILTERED: '応答が復路で失われた',
};

export const replies: Readonly<Record<ReplyKind, string>> = {
  'time-exceeded': '転送中に TTL 超過',
  'echo-reply': 'エコー応答',
  'net-unreachable': '宛先ネットワーク到達不能',
  'host-unreachable': '宛先ホスト到達不能',
};

export const sources: Readonly<Record<RouteSource, string>> = {
  connected: '直接接続',
  static: 'スタティック',
  ospf: 'OSPF',
  ebgp: 'BGP',
  ibgp: '内部 BGP',
  aggregate: 'BGP 集約',
  user: 'ユーザー定義ルート',
  vnet: 'VNet',
  peering: 'VNet ピアリング',
  system: 'システム ルート',
  expressroute: 'ExpressRoute',
  vpn: 'VPN',
  'route-server': 'Route Server',
  'virtual-hub': '仮想ハブ',
};
