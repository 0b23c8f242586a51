/** トポロジの要素の間の誤り（参照、接続、アドレス、ルーティング） */
import type * as english from '../../../reasons/topology/rules';
import type { Translation } from '../../../translation';

export const referenceProblems: Translation<typeof english.referenceProblems> = {
  or: (kinds) => kinds.join('または'),
  isNot: (name, kind, wanted) => `"${name}" は${kind}で、${wanted}ではありません`,
  none: (wanted, name) => `"${name}" という${wanted}はありません`,
  noInterface: (node, name) => `"${node}" にインターフェイス "${name}" はありません`,
  addInterface: (node) => `${node} の interfaces の下に追加します`,
  missing: (router, what, wanted) =>
    `"${router}" に "${wanted}" という${what === 'prefix list' ? 'プレフィックス リスト' : 'ルート マップ'}はありません`,
  writeUnder: (section, router) => `${router} の ${section} の下に書きます`,
};

export const addressProblems: Translation<typeof english.addressProblems> = {
  special: {
    thisNetwork: '「このネットワーク」のアドレス',
    loopback: 'ループバック アドレス',
    multicast: 'マルチキャスト グループ',
    broadcast: 'ブロードキャスト アドレス',
    reserved: '予約されたアドレス',
  },
  isSpecial: (address, what) =>
    `${address} は${what}で、インターフェイスには使えません。ホストのアドレスが必要です`,
  another: '別のアドレスにします',
  inTwoPlaces: (address, holder) => `${address} は "${holder}" のアドレスでもあります`,
  whereRoutesLead: 'このアドレスへのプローブは、どちらを指定してもルートの示す先に届きます',
  belongs: (address, holder) => `${address} は既に "${holder}" が使っています`,
  uniqueIn: (where) => `${where} の中でアドレスは重複できません`,
  notIn: (address, label, prefix) => `"${label}" の ${address} は ${prefix} に含まれません`,
  prefixOfLan: (lan) => `これは LAN "${lan}" のプレフィックスです`,
  otherSubnets: (link) => `リンク "${link}" の両端が異なるサブネットにあります`,
  subnets: (near, nearPrefix, far, farPrefix) =>
    `"${near}" は ${nearPrefix}、"${far}" は ${farPrefix} にあります`,
  overlaps: (inner, innerOf, outer, outerOf) =>
    `"${innerOf}" の ${inner} が "${outerOf}" の ${outer} と重複しています`,
  noOverlap: '1 台のルーターのネットワークは重複できません',
  firstOrLast: (address, isFirst, prefix) =>
    `${address} は ${prefix} の${isFirst ? 'ネットワーク' : 'ブロードキャスト'} アドレスです`,
  between: (first, last) => `${first} と ${last} の間のアドレスを使います`,
};

export const hostProblems: Translation<typeof english.hostProblems> = {
  manyPlaces: (name) => `"${name}" が複数の場所にあります`,
  onePlace: 'ホストのインターフェイスは 1 つで、VNet、LAN、リンクの端のいずれかにあります',
  noPlace: (name) => `"${name}" はどこにも接続されていません`,
  givePlace: 'vnet または lan を設定するか、リンクの端にします',
  lengthAssumed: (name) => `"${name}" のプレフィックス長が分からないため、/32 とみなします`,
  giveLength: (address) => `${address}/24 のように書くか、LAN に prefix を設定します`,
  noGatewayInVNet: 'VNet のホストに独自のゲートウェイはありません',
  vnetRoutes: '削除します。ルーティングは VNet が行います',
  noRouterInSubnet: (name, prefix) => `"${name}" の隣に、そのサブネット ${prefix} にあるルーターがありません`,
  lost: 'サブネットの外への送信は失われます',
  manyGateways: (name, count) => `"${name}" に使えるゲートウェイが ${count} 個あります`,
  addGateway: (choices) => `gateway を追加します。候補: ${choices.join('、')}`,
  ownGateway: (name) => `"${name}" のゲートウェイが自分自身です`,
  writeRouter: 'ルーターのアドレスを書きます',
  gatewayElsewhere: (address, name) => `ゲートウェイ ${address} は "${name}" のサブネットにありません`,
  reachesOwn: (name) => `"${name}" が直接届くのは自分のサブネットだけです`,
  noRouterAt: (name, address) => `"${name}" の隣に、アドレス ${address} のルーターがありません`,
};

export const wireProblems: Translation<typeof english.wireProblems> = {
  holders: {
    vnet: (name) => `VNet "${name}"`,
    lan: (name) => `LAN "${name}"`,
    link: (name) => `リンク "${name}"`,
    circuit: (name) => `回線 "${name}"`,
    connection: (name) => `接続 "${name}"`,
  },
  plugged: (end, holder) => `${end} は既に${holder} に接続されています`,
  oneHolder: '1 つのインターフェイスは、リンク、LAN、回線、接続のいずれか 1 つに属します',
  hostInterface: (host, name) => `"${host}" はホストで、インターフェイスは ${name} だけです`,
  write: (text) => `${text} と書きます`,
};

export const sizeProblems: Translation<typeof english.sizeProblems> = {
  nodes: (count, most) => `トポロジのノードが ${count} 個あります。${most} 個まで使えます`,
  links: (count, most) => `トポロジのリンクが ${count} 個あります。${most} 個まで使えます`,
  interfaces: (name, count, most) =>
    `"${name}" のインターフェイスが ${count} 個あります。${most} 個まで使えます`,
  interfaceName: (name) => `"${name}" はインターフェイスの名前にできません`,
  letters: (most) => `英数字と . / - _ : を ${most} 文字まで使えます`,
  hasMeaning: (name) => `"${name}" は静的ルートで意味を持つため、インターフェイスの名前にできません`,
};

export const vrfProblems: Translation<typeof english.vrfProblems> = {
  twice: (name) => `"${name}" が 2 回書かれています`,
  inVrf: (name, router, vrf) => `"${router}" のインターフェイス "${name}" は既に VRF "${vrf}" にあります`,
  oneVrf: '1 つのインターフェイスは 1 つの VRF に属します',
  badName: (name) => `"${name}" は VRF の名前にできません`,
  letters: '英数字、ドット、ハイフン、アンダースコアを 15 文字まで使えます',
  isDefault: '既定の VRF はルーター自身です',
  outside: 'その設定は vrfs の外に書きます',
};

export const routingProblems: Translation<typeof english.routingProblems> = {
  ownAddress: (address, name) => `${address} は "${name}" 自身のアドレスです`,
  trackAnother: '別のノードのアドレスを監視します',
  nextRouter: '次のルーターのアドレスを書きます',
  anotherRouter: 'ネイバーは別のルーターです',
  nobody: (address) => `アドレス ${address} を持つものがないため、この BGP セッションは確立しません`,
  checkAddress: 'ネイバーのアドレスを確認します',
  noBgp: (name, address) =>
    `"${name}"（${address}）で BGP が動作していないため、このセッションは確立しません`,
  giveBgp: (name) => `"${name}" に bgp: { ... } を設定します`,
  otherAs: (name, address, asn) =>
    `"${name}"（${address}）は AS ${asn} にあるため、このセッションは確立しません`,
  writeAs: (asn) => `asn: ${asn} と書きます`,
  idle: (key, isExternal) =>
    `${key} はここでは何もしません。ネイバーは${isExternal ? '別の AS' : '同じ AS'} にあります`,
  remove: (key) => `${key} を削除します`,
  besideMap: (key) => `${key} がルート マップと並んでいます`,
  setInMap: (map) => `routeMaps ${map} の項目で設定します`,
  allCommunities: 'communities はすべてを置き換えるため、追加や削除するものはありません',
  oneOfCommunities:
    '必要なものをすべて communities に書くか、addCommunities と removeCommunities だけを書きます',
  deniedUnchanged: '項目が拒否したルートを、その項目で変更することはできません',
  permitOrRemove: 'action: permit と書くか、set を削除します',
};

export const ospfProblems: Translation<typeof english.ospfProblems> = {
  backboneStub: 'バックボーンをスタブ エリアにすることはできません',
  onlyOthers: 'スタブにできるのは 0 以外のエリアです',
  noInterface: (name, area) => `"${name}" にはエリア ${area} のインターフェイスがありません`,
  putOne: 'ospfArea でインターフェイスを置くか、エリアを削除します',
  otherAreas: (here, area, there, otherArea) =>
    `"${here}" は OSPF エリア ${area}、隣の "${there}" は ${otherArea} にあり、互いにネイバーになりません`,
  sameArea: '両方に同じ ospfArea を設定します',
  stubOnOne: (stub, area, other) =>
    `"${stub}" はエリア ${area} をスタブとしていますが、"${other}" はしておらず、互いにネイバーになりません`,
  stubOnBoth: '両方の ospf でこのエリアに type: stub と書くか、どちらにも書きません',
  brokenBackbone: (first, other) =>
    `OSPF のバックボーンが分断されています。"${first}" と "${other}" の間に別のエリアがあり、エリア間のルートはそこを通りません`,
  joinPieces: 'エリア 0 のリンクでつなぎます（仮想リンクはモデルにありません）',
  noBorder: (area, router) =>
    `"${router}" の OSPF エリア ${area} にはバックボーンとの境界ルーターがなく、他のエリアとの間でルートが伝わりません`,
  intoBackbone: 'そのエリアのルーターのインターフェイスをエリア 0 に置きます',
};
