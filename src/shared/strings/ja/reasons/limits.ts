/** 達している Azure の制限、意外な結果になる設計、その対処 */
import type { limitReasons as english } from '../../reasons/limits';
import type { Translation } from '../../translation';

export const limitReasons: Translation<typeof english> = {
  circuitsOfLocation: (count, place, gateway, most) =>
    `${place} からの回線 ${count} 本が ${gateway} に接続されています。1 つのピアリングの場所からは ${most} 本までです。`,
  otherLocation: '別のピアリングの場所の回線を使います。',
  circuitsOfGateway: (count, gateway, sizes) =>
    `回線 ${count} 本が ${gateway} に接続されています。ゲートウェイのサイズにより ${sizes.join('、')} 本までです。`,
  secondVnet: 'これだけの本数に対応するゲートウェイはありません。2 つ目の VNet を使います。',
  gatewaySize: (size) => `ゲートウェイを ${size} にする必要があります。`,
  vnetsOfCircuit: (count, circuit, most) =>
    `${circuit} に VNet ${count} 個が接続されています。Standard の回線では ${most} 個までです。`,
  premium: '回線を Premium にする必要があります。',
  prefixesOfPeering: (msee, heard, standard, premium) =>
    `${msee} は顧客側から ${heard} 個のプレフィックスを受信しています。プライベート ピアリングの上限は Standard の回線で ${standard}、Premium で ${premium} で、超えるとダウンします。`,
  premiumOrSummarise: '回線を Premium にするか、広告するプレフィックスを集約します。',
  summarise: '広告するプレフィックスを集約します。',
  prefixesToCircuit: (gateway, announced, most) =>
    `${gateway} は回線に ${announced} 個のプレフィックスを広告しています。IPv4 プレフィックスが ${most} 個を超えると ExpressRoute 接続はダウンします。`,
  fewerSpaces: '広告するアドレス空間を、より少なく大きなものにします。',
  gatewaySubnet: (vnet, prefix) =>
    `${vnet} の GatewaySubnet は ${prefix} で、ExpressRoute ゲートウェイ、または 2 つのゲートウェイには小さすぎます。`,
  largerSubnet: (length) => `/${length} 以上の大きさにします。`,
  overlap: (prefix, owner, other, otherOwner) =>
    `${owner} の ${prefix} と ${otherOwner} の ${other} が重複しています。両方に接続されたものは一方にしか到達できません。`,
  anotherSpace: '一方を別のアドレス空間にします。',

  unusedRoute: (route, table, prefix, vnet, why) =>
    `${table} のルート ${route} (${prefix}) は ${vnet} で無効 (Invalid) です: ${why}。`,
  nameAppliance: '次ホップにアプライアンスを指定するか、ルートを削除します。',
  branchToBranch: (server, gateway, activeActive, asn) =>
    `Route Server ${server} はブランチ間でルートを交換しますが、${gateway} は${[
      ...(activeActive ? [] : ['アクティブ/アクティブではありません']),
      ...(asn === null ? [] : [` AS ${asn} です`]),
    ].join('。また、')}。`,
  makeActiveActive: (gateway, asn) => `${gateway} をアクティブ/アクティブにし、AS ${asn} にします。`,

  preference: (site, there, back) =>
    `Azure と ${site} の間には ExpressRoute と VPN があり、Azure は ${there} で送り、${site} は ${back} で応答します。`,
  announceToCircuit: (site) =>
    `${site} が VPN で広告するものを、同じ長さのプレフィックスで回線にも広告します。`,
  preferByEdit: (edit) =>
    `ExpressRoute で受信したルートのローカル優先度を高くします: ${edit} 。両方で同じ長さのプレフィックスを広告します。`,
  preferBeside:
    'そことその隣のすべてのルーターで、ExpressRoute で受信したルートのローカル優先度を高くします。両方で同じ長さのプレフィックスを広告します。',

  side: (kind, name) =>
    kind === 'spoke' ? `スポーク ${name} ` : `${kind === 'er' ? 'ExpressRoute' : 'VPN'} 接続 ${name} の先`,
  noTransit: (first, second, hub, why) =>
    `${first}と、${second}は ${hub} に接続されていますが、${hub} は両者の間を中継しません${why}`,
  notTransitive: '。ピアリングは推移的ではありません。',
  gatewaysApart: '。ExpressRoute ゲートウェイと VPN ゲートウェイは、学習したルートを交換しません。',
  circuitsApart: '。ExpressRoute ゲートウェイは回線から回線へ中継しません。',
  connectionsApart: '。一方の接続のルートは他方では知られていません。',
  asPeeringIsSet: '（現在のピアリングの設定による）。',
  peerOrAppliance:
    '2 つの VNet をピアリングするか、両方にユーザー定義ルートを置いてハブのアプライアンスを経由します。',
  routeServer:
    'ブランチ間接続を有効にした Route Server を追加する（VPN ゲートウェイはアクティブ/アクティブ、AS 65515）か、Virtual WAN ハブを使います。',
  bgpOnBoth: '両方の接続で BGP を使います。',
  setTransit: 'ハブで allowGatewayTransit を、スポークで useRemoteGateways を設定します。',
  peer: (one, other) => `${one} と ${other} をピアリングします。`,
  globalReach: 'ExpressRoute Global Reach で回線どうしを接続します。',
  connectAsWell: (vnet, connection) =>
    `${vnet} の ExpressRoute ゲートウェイを ${connection} の回線にも接続します（Global Reach は拠点どうしを接続するもので、VNet は対象外です）。`,
};
