/** プレフィックスがノードに届くまでにどこで止まるか。`has` は、だれがどこから得たかを述べる節 */
import type {
  azureReasons as englishAzure,
  barrierReasons as englishBarriers,
  refusalReasons as englishRefusals,
} from '../../reasons/barriers';
import type { Translation } from '../../translation';
import { sourceNames } from './sources';

const unheard = (to: string): string => `${to} には伝わりません。`;

export const barrierReasons: Translation<typeof englishBarriers> = {
  originates: (name, prefix) => `${name} は ${prefix} の起点です`,
  learned: (name, prefix, from) => `${name} は ${prefix} を ${from} から学習しています`,
  has: (name, prefix) => `${name} には ${prefix} があります`,
  hasBy: (name, prefix, source) => `${name} は ${prefix} を ${sourceNames[source]} ルートとして持っています`,

  noRoutes: (name) => `${name} はシャットダウンされていて、ルートがありません。`,
  nothingLeads: (has, to) =>
    `${has}が、そこから ${to} へつながるルーティング プロトコル、ピアリング、接続がありません。`,
  asleep: (name, prefix) => `${prefix} が属する ${name} がダウンしているため、広告されていません。`,
  nobody: (prefix) => `このネットワークには ${prefix} ちょうどへのルートを持つものがありません。`,
  nobodyButAround: (prefix, name, around) =>
    `このネットワークには ${prefix} ちょうどへのルートを持つものがありません。それを含むものとして ${name} が ${around} にあります。`,
  noGateway: (name, why) =>
    `${name} には応答するゲートウェイがなく、ホストはほかからルートを得られません: ${why}。`,
  unplugged: 'どこにも接続されていない',
  noneBeside: '隣にゲートウェイがない',
  shutDown: (name) => `${name} がシャットダウンされている`,
  itIsShutDown: 'シャットダウンされている',
  down: (name) => `${name} がダウンしている`,
  noRouteTo: (name, address) => `${name} には ${address} へのルートがない`,
  notReached: '両端が互いに到達できない',

  sessionDown: (has, peer, why) => `${has}が、${peer} との BGP セッションがダウンしています: ${why}。`,
  wayDown: (has, to, why) => `${has}が、そこから ${to} への接続がダウンしています: ${why}。`,
  noProtocol: (has, to) =>
    `${has}。${to} の隣ですが、両者の間でルーティング プロトコルが動作しておらず、${to} にはスタティック ルートもありません。`,

  stubDisagrees: (here, there, area) =>
    `${here} と ${there} の OSPF は、エリア ${area} がスタブかどうかで食い違っているため、ネイバーになりません。`,
  areasDiffer: (here, area, there, other) =>
    `${here} の OSPF はエリア ${area} に、${there} はエリア ${other} にあるため、ネイバーになりません。`,
  stubArea: (has, area, to) =>
    `${has}が、エリア ${area} はスタブ エリアで、外部ルートは伝わりません。${to} には代わりにデフォルト ルートがあります。`,
  totallyStubby: (has, area, to) =>
    `${has}が、エリア ${area} は完全スタブ エリアです。${to} には代わりにデフォルト ルートがあります。`,
  ownRange: (has, name, area) =>
    `${has}が、これは ${name} がエリア ${area} をほかのエリアに広告するための集約範囲です。エリアの中では個々のサブネットが知られています。`,
  noBorder: (has, origin, area) =>
    `${has}が、これはエリア ${origin} のもので、エリア ${area} には広告されません。バックボーンにインターフェイスがないため、エリア境界ルーターではありません。`,
  rangeInstead: (has, range, area) => `${has}が、エリア ${area} には代わりに ${range} を広告します。`,
  rangeUnadvertised: (has, range, area) =>
    `${has}が、${range} をエリア ${area} に広告しないように設定されています。`,

  mseeOriginates: (has, to) =>
    `${has}が、MSEE は学習したルートだけを広告し、直接接続のサブネットは広告しないため、${unheard(to)}`,
  gatewayOriginates: (has, to) =>
    `${has}が、ゲートウェイは VNet の広告対象と学習したルートだけを広告するため、${unheard(to)}`,
  mapBeforeBgp: (has, map, to) =>
    `${has}が、ルート マップ ${map} が BGP への取り込みを拒否するため、${unheard(to)}`,
  notInBgp: (has, to) =>
    `${has}が、BGP に取り込んでいません。network 文にも再配送の対象にもないため、${unheard(to)}`,
  mapBeforeOspf: (has, map, to) =>
    `${has}が、ルート マップ ${map} が OSPF への取り込みを拒否するため、${unheard(to)}`,
  notInOspf: (has, source, onlyDefault, to) =>
    `${has}が、${source === null ? 'この種の' : source === 'bgp' ? 'BGP ' : `${sourceNames[source]} `}ルートを OSPF に再配送していない${onlyDefault ? '（デフォルト ルートだけを広告する）' : ''}ため、${unheard(to)}`,

  propagationOff: (vnet, prefix, table, name) =>
    `${vnet} は ${prefix} をゲートウェイから学習していますが、ルート テーブル ${table} の disableBgpRoutePropagation がオンなので、${name} のサブネットには伝わりません。`,
};

export const refusalReasons: Translation<typeof englishRefusals> = {
  heardFromReceiver: (sender, prefix, receiver) =>
    `${sender} は ${prefix} を ${receiver} 自身から受け取ったので、送り返しません。`,
  ibgp: (has, receiver) =>
    `${has}が、iBGP で受けたルートは iBGP では広告されません（RFC 4271 セクション 9.2）。${receiver} には、そのルートを AS に取り込んだルーターとの直接のセッションが必要です。`,
  reflector: (has, sender, from, receiver) =>
    `${has}が、iBGP で受けたルートは iBGP では広告されません（RFC 4271 セクション 9.2）。${sender} がリフレクトするのはクライアントとの間のルートだけで（RFC 4456 セクション 6）、${from} も ${receiver} もクライアントではありません。`,
  noAdvertise: (has, communities) =>
    `${has}が、コミュニティ no-advertise が付いている (${communities}) ため、だれにも広告されません（RFC 1997）。`,
  noExport: (has, communities, receiver) =>
    `${has}が、コミュニティ ${communities} が付いているため、ほかの AS には広告されません（RFC 1997）。${receiver} は別の AS にあります。`,
  summaryOnly: (has, summary, receiver) =>
    `${has}が、${receiver} にもほかのだれにも、集約ルート${summary === null ? '' : ` ${summary} `}だけを広告します (summary-only)。`,
  ownDefault: (has, receiver) =>
    `${has}が、${receiver} には代わりに自身で生成したデフォルト ルートを広告します (default-originate)。`,
  ownOriginator: (has, receiver) =>
    `${has}が、${receiver} は起点 (originator) が自身のルーター ID であることを検出します。ルートは ${receiver} から出て、リフレクトされて戻ってきました（RFC 4456 セクション 8）。`,
  ownCluster: (has, receiver) =>
    `${has}が、${receiver} はクラスター リストに自身のクラスター ID を検出し、リフレクター間のループとみなします（RFC 4456 セクション 8）。`,
  expressRoute: (has, receiver) =>
    `${has}が、ExpressRoute ゲートウェイは自身の VNet と、それを利用するピアリング先の VNet のプレフィックスだけを広告するため、そこから ${unheard(receiver)}`,
  globalReach: (sentence, one, other) =>
    `${sentence}拠点間であれば、${one} と ${other} の間の ExpressRoute Global Reach で伝わります。`,
  connectAsWell: (sentence, circuit) =>
    `${sentence}その VNet の ExpressRoute ゲートウェイを ${circuit} にも接続すると伝わります（Global Reach は拠点どうしを接続するもので、VNet は対象外です）。`,
  vpnDefault: (has) => `${has}が、VPN ゲートウェイは接続の間でデフォルト ルートを中継しません。`,
  filteredOut: (has, policy, receiver, verdict) =>
    `${has}が、${receiver} に対する${policy}で拒否されます: ${verdict}。`,
  filteredIn: (has, policy, receiver, sender, verdict) =>
    `${has}。これを広告しますが、${sender} に対する ${receiver} の${policy}で拒否されます${verdict === null ? '' : `: ${verdict}`}。`,
  prefixList: 'プレフィックス リスト',
  routeMap: 'ルート マップ',
  ownAs: (has, receiver, asn, path) =>
    `${has}が、${receiver} はパス ${path} に自身の AS ${asn} を検出し、ループとみなします（RFC 4271 セクション 9.1.2）。`,
  ownSpace: (has, receiver, prefix) =>
    `${has}が、${receiver} は受け入れません。${prefix} が自身の VNet またはピアリング先の VNet のアドレス空間にあるためです。`,
  ownNextHop: (has, receiver) =>
    `${has}が、次ホップが ${receiver} 自身になるため、受け入れられません（RFC 4271 セクション 5.1.3）。`,
  nextHopApart: (has, nextHop, receiver) =>
    `${has}。これを広告しますが、次ホップ ${nextHop} が ${receiver} のどのサブネットにもありません。マルチホップでない別の AS のネイバーは、共有サブネットの次ホップを示す必要があります（RFC 4271 セクション 5.1.3）。`,
  nextHopUnreachable: (has, nextHop, receiver) =>
    `${has}。これを広告しますが、${receiver} には次ホップ ${nextHop} へのルートがないため、使えません。`,
};

export const azureReasons: Translation<typeof englishAzure> = {
  expressRouteApart: (has, name) =>
    `${has}が、ExpressRoute ゲートウェイは自身の VNet と、それを利用するピアリング先の VNet のプレフィックスだけを広告し、1 つの VNet のゲートウェイどうしは学習したルートを交換しないため、${unheard(name)}ブランチ間接続を有効にした Route Server か Virtual WAN ハブがあれば交換されます。`,
  vpnApart: (has, name) =>
    `${has}が、VPN ゲートウェイは学習したルートを ExpressRoute ゲートウェイに伝えないため、${unheard(name)}ブランチ間接続を有効にした Route Server か Virtual WAN ハブがあれば交換されます。`,
  transitOff: (peer, prefix, vnet, peering, gateway) =>
    `${peer} は ${prefix} を持ち、${vnet} とピアリングしていますが、そのゲートウェイを使っていません（ピアリング ${peering} のゲートウェイ転送がオフ）。${gateway} は広告しません。`,
  gatewayDown: (vnet, prefix, gateway, down) =>
    `${vnet} は ${prefix} をゲートウェイ ${gateway} で広告しますが、${down} がシャットダウンされているため、何も広告されません。`,
  notAdvertised: (prefix, vnet, advertised, gateway) =>
    `${prefix} は ${vnet} のアドレス空間にありますが、${vnet} が広告するのは ${advertised.join('、') || 'なし'} だけなので、${gateway} は広告しません。`,
  ownSpace: (has, vnet, prefix) =>
    `${has}が、${vnet} とそのピアリング先の空間へのルートは Azure のもので、ゲートウェイからの ${prefix} より優先されます。`,
  noTransit: (has, vnet, peer, peering) =>
    `${has}が、${vnet} は ${peer} のゲートウェイを使っていません。ピアリング ${peering} にゲートウェイ転送がありません。`,
  wholeSpace: (prefix, peer, peering, vnet) =>
    `${prefix} は ${peer} の一部です。Azure はピアリング ${peering} で ${peer} のアドレス空間を、部分ではなく全体として ${vnet} に渡します。`,
  notTransitive: (peer, prefix, vnet) =>
    `${peer} は ${prefix} を自身のピアリングで得ていますが、ピアリングは推移的ではありません。${vnet} には自身のピアリングか、ユーザー定義ルートとアプライアンスが必要です。`,
  peeringDown: (name, prefix, cause, to) =>
    `${name} は ${prefix} を持っていますが、${cause}ため、${unheard(to)}`,
  peeringShut: (peering) => `ピアリング ${peering} がシャットダウンされている`,
  noAccess: (vnet, peering) => `${vnet} がピアリング ${peering} で仮想ネットワーク アクセスを許可していない`,
  vnetShut: (vnet) => `${vnet} がシャットダウンされている`,
};
