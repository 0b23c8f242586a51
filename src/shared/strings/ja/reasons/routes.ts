/** ルートがテーブルにある理由と、ほかのルートが選ばれなかった理由。どれも文の一部です。 */
import type { routeReasons as english } from '../../reasons/routes';
import type { Translation } from '../../translation';
import { spaced } from '../spaced';
import { sourceNames } from './sources';

export const routeReasons: Translation<typeof english> = {
  connected: (name) => `${name} がこのサブネットにある`,
  behindFabric: (name, vnet) => `${name} がこのサブネットにあり、${vnet} のファブリックの先`,
  byDhcp: (vnet) => `${vnet} のファブリックから DHCP で取得`,
  defaultGateway: (address) => `デフォルト ゲートウェイは ${address}`,
  fabricGateway: 'デフォルト ゲートウェイは VNet のファブリック',
  configured: (distance) => `このノードに設定、ディスタンス ${distance}`,
  onConnection: (connection) => `接続 ${connection} に設定`,

  notActive: (why) => `無効: ${why}`,
  notUsed: (why) => `不使用: ${why}`,
  neverUsed: (distance) => `ディスタンス ${distance} のルートは使われない`,
  trackedUnreachable: (address) => `監視対象のアドレス ${address} に到達できない`,
  interfaceDown: (name) => `インターフェイス ${name} がダウンしている`,
  nextHopUnreachable: (address) => `次ホップ ${address} に到達できない`,

  shortestPath: (cost) => `最短経路、コスト ${cost}`,
  otherArea: (cost, from) => `別のエリアから、コスト ${cost}、広告元は ${from.join(' と ')}`,
  ownRange: (prefix) => `このエリア境界ルーターの集約範囲 ${prefix}`,
  external: (type, metric, from) => `外部タイプ ${type}、メトリック ${metric}、広告元は ${from.join(' と ')}`,
  lostToInternal: 'OSPF の内部ルートが優先: ドメイン内のルートは外部ルートより優先（RFC 2328 セクション 11）',

  lostToFirst: (winner) => `先に入った ${sourceNames[winner]} ルートが優先`,
  lostByDistance: (winner, lower, higher) =>
    `${sourceNames[winner]} ルートが優先: アドミニストレーティブ ディスタンス ${lower} が ${higher} より小さい`,

  itself: '自身',
  aggregate: '自身の集約ルート: より長いプレフィックスに一致しないものは破棄',
  announcedBy: (names, why) => `${names.join(' と ')} が広告、${why}`,
  heardFrom: (name) => `${name} から受信`,
  ownRoute: '自身のルート',
  lostBy: (winner, step) => `${spaced(winner).trimStart()}が優先: ${step}`,
  bestBy: (step) => `${step} により最良`,
  shareLoad: (count) => `${count} 本の等価なルートで負荷分散`,
  both: (one, other) => (one === null || other === null ? (one ?? other) : `${one}、${other}`),
  onlyRoute: '唯一の BGP ルート',
  oneOfEqual: '等価なルートの 1 つ',
  asGoodAs: (name) => `${name} からのルートと等価: 両方を使用`,
  steps: {
    weight: 'ウェイト',
    localPreference: 'ローカル優先度',
    local: '自身が起点のルートを優先',
    pathLength: 'AS パス長',
    origin: 'オリジン',
    med: 'MED',
    type: 'iBGP より eBGP を優先',
    igpMetric: '次ホップまでのコスト',
    routerId: 'ルーター ID',
    clusterList: 'クラスター リスト長',
    address: 'ネイバー アドレス',
  },
  step: (name, winner, loser) => `${name} (${winner} 対 ${loser})`,
  own: '自身',
  learned: '学習',
  medOfAs: '同じ隣接 AS からのルートの間の MED',
  arrival: '到着順（MED を 1 本ずつ順に比較するため）',

  addressSpace: (vnet) => `${vnet} のアドレス空間`,
  peered: (vnet, peering) => `${vnet} とピアリング (${peering})`,
  inHub: (vnet, hub) => `${vnet} は仮想ハブ ${hub} に接続`,
  privateSpace: '広告のないプライベート アドレス空間を Azure が破棄',
  toInternet: '残りは Azure がインターネットへ送る',
  learnedBy: (why, gateway) => `${why}、${gateway} が学習`,
  learnedByTransit: (why, gateway, owner) =>
    `${why}、${owner} の ${gateway} が学習し、ゲートウェイ転送で利用`,
  learnedByServer: (why, server) => `${why}、Route Server ${server} が学習`,
  beforeVpn: '、ExpressRoute は VPN より優先',
  ownSpaceWins: (prefix) =>
    `VNet 自身の空間が優先: VNet とピアリングのルートは、ゲートウェイからの ${prefix} にも優先`,
  lostToUser: (route) =>
    `ユーザー定義ルート ${route} が優先: 同じプレフィックスでは Azure はほかのすべてより優先`,
  lostToSameUser: (route) => `同じプレフィックスのユーザー定義ルート ${route} が優先`,
  lostTo: (winner, why) => `${sourceNames[winner]} ルートが優先: ${why}`,
  overVpn: '同じプレフィックスでは Azure は VPN より ExpressRoute を優先',
  overSystem: '同じプレフィックスでは Azure はゲートウェイが学習したルートをシステム ルートより優先',
  overOther: (winner, loser) =>
    `同じプレフィックスでは Azure は ${winner} で学習したルートを ${loser} で学習したルートより優先`,

  userRoute: (name, table, via) => `${table} のユーザー定義ルート ${name}: ${via}`,
  toAppliance: (address) => `アプライアンス ${address} へ`,
  toVpnGateway: 'VPN ゲートウェイへ',
  insideVnet: 'VNet の内部',
  outToInternet: 'インターネットへ',
  dropped: '破棄',
  noVpnGateway: (vnet) => `${vnet} には送り先となる VPN ゲートウェイがない`,
  meansVpn:
    '次ホップの種類 VirtualNetworkGateway は VPN ゲートウェイを意味し、ExpressRoute では Azure は BGP のルートだけを使う',
  bothGateways:
    '次ホップの種類 VirtualNetworkGateway は、VPN と ExpressRoute のゲートウェイが共存する所では使えない',
};
