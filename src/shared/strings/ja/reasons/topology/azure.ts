/** トポロジの Azure の要素の間の誤り（Azure の規則による） */
import type * as english from '../../../reasons/topology/azure';
import type { Translation } from '../../../translation';

export const vnetProblems: Translation<typeof english.vnetProblems> = {
  subnetOutside: (prefix, vnet) => `サブネット ${prefix} は "${vnet}" のアドレス空間に含まれません`,
  prefixOutside: (prefix, vnet) => `${prefix} は "${vnet}" のアドレス空間に含まれません`,
  thatIs: (prefixes) => `範囲: ${prefixes.join('、')}`,
  ownOnly: 'VNet が広告するのは自分のプレフィックスだけです',
  overlaps: (prefix, other) => `${prefix} が ${other} と重複しています`,
  noOverlap: '1 つの VNet のプレフィックスは重複できません',
  inNoSubnet: (address, vnet) => `${address} は VNet "${vnet}" のどのサブネットにもありません`,
  itsSubnets: (subnets) => `サブネット: ${subnets.join('、')}`,
  addSubnets: (vnet) => `"${vnet}" に subnets を追加します`,
  inGatewaySubnet: (address, vnet) => `${address} は "${vnet}" の GatewaySubnet にあります`,
  onlyGateways: 'そこに置けるのはゲートウェイだけです',
  kept: (address) => `${address} は Azure が予約しています`,
  firstFree: (address) => `サブネットで使える最初のアドレスは ${address} です`,
  notInSubnet: (address, subnet, vnet) => `${address} は "${vnet}" の ${subnet} に含まれません`,
  addSubnet: (subnet, vnet) => `"${vnet}" にサブネット ${subnet} を追加します`,
  sameType: (vnet, gateway) => `VNet "${vnet}" には同じ種類のゲートウェイ "${gateway}" が既にあります`,
  oneOfEach: '1 つの VNet の VPN ゲートウェイと ExpressRoute ゲートウェイは 1 つずつまでです',
  onlyVpn: 'アクティブ/アクティブにできるのは VPN ゲートウェイだけです',
  bothPaths: 'ExpressRoute ゲートウェイは常に両方のパスを使います',
  instances: (name, count) => `"${name}" のインスタンスは ${count} 個です`,
  writeTwo: 'アクティブ/アクティブには 2 個必要です。両方のアドレスを書きます',
  ownInterface: (name) => `"${name}" はすべての VNet が持つインターフェイスの名前です`,
  renamePeering: 'ピアリングを別の名前にします',
  joined: (peering) => `この 2 つの VNet は既に "${peering}" で結ばれています`,
  removePeering: '一方のピアリングを削除します',
  spacesOverlap: (prefix, vnet, other, otherVNet) =>
    `"${vnet}" の ${prefix} が "${otherVNet}" の ${other} と重複しています`,
  refused: 'アドレス空間が重複する VNet のピアリングを Azure は受け付けません',
  noTransit: (vnet) => `"${vnet}" はゲートウェイ転送を許可していません`,
  allowTransit: (vnet) => `"${vnet}" の側に allowGatewayTransit: true を追加します`,
  ownGateway: (vnet, gateway) => `"${vnet}" には自分のゲートウェイ "${gateway}" があります`,
  notBoth: 'VNet が使えるのは、リモート ゲートウェイと自分のゲートウェイのどちらか一方です',
  borrowed: (vnet, peering) => `"${vnet}" は既に "${peering}" を通して別の VNet のゲートウェイを使っています`,
  onePeering: 'リモート ゲートウェイを使えるピアリングは 1 つまでです',
  noGateway: (vnet) => `"${vnet}" に使えるゲートウェイがありません`,
  addGateway: (vnet) => `"${vnet}" にゲートウェイを追加します`,
};

export const routeTableProblems: Translation<typeof english.routeTableProblems> = {
  notVm: '転送できるホストは VM だけです',
  useRouter: 'VNet の外ではルーターを使います',
  samePrefix: (route, prefix) => `${prefix} へのルート "${route}" が既にあります`,
  oneForEach: 'ルート テーブルのルートは、プレフィックスごとに 1 つです',
  noNsg: 'GatewaySubnet に NSG は設定できません',
  wouldStop: 'その中のゲートウェイが動作しなくなります',
  noPropagation: (table) => `"${table}" の disableBgpRoutePropagation が有効です`,
  needsLearned: '学習したルートがないとゲートウェイは動作しません',
  hasDefault: (table, route) => `"${table}" に既定のルート "${route}" があります`,
  noDefault: 'GatewaySubnet にユーザー定義の 0.0.0.0/0 は設定できません',
  unused: (route, table, why) => `"${table}" のルート "${route}" は使われません: ${why}`,
  noAppliance: (address, route) =>
    `ルート "${route}" のアドレス ${address} を持ち、転送を行うものがありません`,
  giveAppliance: 'VNet のルーター、または ipForwarding: true の VM に設定します',
  onlyNics: 'NSG を設定できるのは VNet の NIC だけです',
  removeOrVNet: '削除するか、vnet を追加します',
  priorityTaken: (rule, priority, direction) =>
    `${direction} の優先度 ${priority} は既に "${rule}" が使っています`,
  uniquePriorities: 'NSG の中で、同じ方向の優先度は重複できません',
  noAddress: (nic) => `NIC "${nic}" にアドレスがありません`,
  giveAddress: 'VNet のサブネットのアドレスを設定します',
  otherLength: (address, prefix) => `${address} のサブネットは ${prefix} です`,
  noMulticast: (name) => `"${name}" では OSPF のネイバーが見つかりません`,
  useBgp: 'Azure はマルチキャストを転送しません。BGP を使います',
};

export const circuitProblems: Translation<typeof english.circuitProblems> = {
  noPeering: (side, name) =>
    `"${name}" の${side === 'primary' ? 'プライマリ' : 'セカンダリ'} パスに customer はありますが、ピアリングのサブネットがありません`,
  addPeering: 'peering: A.B.C.D/30 を追加します',
  badPeering: (prefix) => `${prefix} はプライベート ピアリングのサブネットにできません`,
  use30: '/30 を使います',
  noAddress: (label) => `${label} にアドレスがありません`,
  giveFirst: (wanted) => `ピアリングのサブネットの最初のアドレス ${wanted} を設定します`,
  otherAddress: (label, address, wanted) => `${label} のアドレスは ${wanted} ではなく ${address} です`,
  firstUsable: 'ピアリングのサブネットで使える最初のアドレスが顧客、2 番目が MSEE のアドレスです',
  connected: (other, circuit, gateway) => `"${circuit}" は既に "${other}" で "${gateway}" に接続されています`,
  removeOne: 'どちらか一方を削除します',
  isVpn: (gateway) => `"${gateway}" は VPN ゲートウェイです`,
  toExpressRoute: '回線は ExpressRoute ゲートウェイに接続します',
  noSecondary: (name) => `"${name}" にセカンダリ パスがありません`,
  addSecondary: (name) => `削除するか、"${name}" に secondary: { msee: ... } を追加します`,
};

export const tunnelProblems: Translation<typeof english.tunnelProblems> = {
  ownInterface: (name) => `"${name}" はすべてのゲートウェイが持つインターフェイスの名前です`,
  rename: '接続を別の名前にします',
  noTunnel: (name) => `"${name}" はルーターですが、トンネルのインターフェイスがありません`,
  isExpressRoute: (name) => `"${name}" は ExpressRoute ゲートウェイです`,
  endsAt: '接続の端は VPN ゲートウェイまたはルーターです',
  isGateway: (name) => `"${name}" はゲートウェイで、指定するインターフェイスはありません`,
  withItself: (name, node) => `"${name}" が "${node}" をそれ自身と接続しています`,
  twoNodes: '2 つのノードを指定します',
  noSecond:
    '2 つ目のトンネルのインターフェイスを持つのは、アクティブ/アクティブのゲートウェイに向かうルーターだけです',
  removeOrActive: '削除するか、ゲートウェイに activeActive: true を設定します',
  oneTunnel: (node, far) => `"${node}" のトンネルは "${far}" の 1 つのインスタンスにしか向かっていません`,
  addSecond: 'second に、もう一方のインスタンスへのトンネルのインターフェイスを追加します',
};

export const transitProblems: Translation<typeof english.transitProblems> = {
  serverTaken: (vnet, server) => `"${vnet}" には Route Server "${server}" が既にあります`,
  oneServer: '1 つの VNet に 1 つです',
  withItself: (name, circuit) => `"${name}" が "${circuit}" をそれ自身と結んでいます`,
  twoCircuits: '2 つの回線を指定します',
  joined: (other) => `この 2 つの回線は既に "${other}" で結ばれています`,
  removeOne: 'どちらか一方を削除します',
  no29: (prefix) => `${prefix} は /29 ではありません`,
  take29: 'Global Reach には /29 が必要です（パスごとに /30）',
  serverAs: (asn) => `Route Server の AS は ${asn} です`,
  removeAsn: 'asn を削除します',
  otherAs: (gateway, asn) => `"${gateway}" の AS は ${asn} で、経路の交換に加わりません`,
  needsAs: (asn) => `ブランチ間の経路交換には、VPN ゲートウェイの AS が ${asn} である必要があります`,
  notActive: (gateway) => `"${gateway}" はアクティブ/アクティブではありません`,
  needsActive:
    'Route Server と VPN ゲートウェイが経路を交換する場合、Azure はアクティブ/アクティブを求めます',
};
