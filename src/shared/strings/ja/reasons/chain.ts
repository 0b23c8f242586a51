/** ルートが起点から届くまで: 広告、ポリシー、選択 */
import type { chainReasons as englishChain, policyReasons as englishPolicies } from '../../reasons/chain';
import type { Translation } from '../../translation';
import { sourceNames } from './sources';

const ways = { in: '受信', out: '送信' } as const;

export const chainReasons: Translation<typeof englishChain> = {
  connected: (name, prefix, why) => `${name} は ${prefix} に直接接続しています: ${why}。`,
  static: (name, prefix, why) => `${name} には ${prefix} へのスタティック ルートがあります: ${why}。`,
  routeTable: (prefix, why) => `${prefix} はサブネットのルート テーブルにあります: ${why}。`,
  system: (name, prefix, why) => `${prefix} は ${name} にある Azure のシステム ルートです: ${why}。`,

  told: (what, path, tags) => `${what}: ${path}${tags}。`,
  announces: (sender, receiver, protocol) => `${sender} が ${receiver} に ${protocol} で広告します`,
  ownDefault: (sender, receiver, protocol) =>
    `${sender} が ${receiver} に、自身で生成したデフォルト ルート (default-originate) を ${protocol} で広告します`,
  emptyPath: 'AS パスは空',
  path: (path) => `AS パス ${path}`,
  communities: (list) => `、コミュニティ ${list}`,
  ownAs: (receiver, asn) => `${receiver} は自身の AS ${asn} を含むパスを受け入れます`,
  ownAsOfGateway: (receiver, asn) =>
    `${receiver} は、MSEE に対する ExpressRoute ゲートウェイと同様に、自身の AS ${asn} を含むパスを受け入れます`,
  decision: (reason, count) => `${reason} (候補 ${count} 件)`,

  ospf: (into, name, along, metric, equal) =>
    `${into}。${name} は最短経路を計算します: ${along}、メトリック ${metric}${equal}。`,
  ospfAnnounces: (boundary) => `${boundary} が広告します`,
  ospfFloods: (boundary) => `${boundary} が自身のサブネットを OSPF でフラッディングします`,
  ospfBrings: (boundary, type, metric) =>
    `${boundary} が外部から OSPF に取り込みます（タイプ ${type}、メトリック ${metric}）`,
  equalWays: (count) => `、等コスト ${count} 本の 1 つ`,
  range: (name, area, prefix) =>
    `エリア境界ルーター ${name} はエリア ${area} を ${prefix}（集約範囲）にまとめます。その中で既知のサブネットのどれにも属さないものは破棄します。`,
  defaultAlways: (name) =>
    `${name} は、デフォルト ルートを持っていてもいなくても生成します (default-originate always)。`,
  defaultOfStub: (name) =>
    `エリア境界ルーター ${name} は、スタブ エリアのためにデフォルト ルートを生成します。`,

  transit: (owner, vnet, peering) =>
    `ピアリング ${peering} で ${owner} はゲートウェイ転送を許可し、${vnet} はリモート ゲートウェイを使います`,
  given: (gateway, vnet) => `${gateway} が ${vnet} の有効なルートに加えます。`,

  aggregates: (name) => `${name} が BGP に取り込みます: 既知のより長いプレフィックスを集約。`,
  aggregatesAlone: (name) =>
    `${name} が BGP に取り込みます: 既知のより長いプレフィックスを集約し、元のプレフィックスは広告しない (summary-only)。`,
  brings: (name, how) => `${name} が BGP に取り込みます: ${how}。`,
  bringsThrough: (name, how, map) => `${name} が BGP に取り込みます: ${how}、ルート マップ ${map} を適用。`,
  redistributes: (source) =>
    source === null ? '自身のルートを再配送' : `${sourceNames[source]} ルートを再配送`,
  statement: (prefix) => `network 文に ${prefix} があり、ルーティング テーブルにも存在`,
  advertises: (vnet, prefix, gateway) =>
    `${vnet} は ${prefix} を広告対象とし、そのゲートウェイ ${gateway} が広告します。`,
  advertisesAsUser: (user, prefix, vnet, peering, gateway) =>
    `${user} は ${prefix} を広告対象とし、ピアリング ${peering} で ${vnet} のゲートウェイを使うので、${gateway} が広告します。`,
  behindConnection: (gateway, prefix) =>
    `${gateway} には接続の先に ${prefix} があると設定されていて、これを広告します。`,
};

export const policyReasons: Translation<typeof englishPolicies> = {
  nothing: '妨げるものはない',
  line: (rule) => `行 "${rule}" で決定`,
  noLines: '行がなく、どの行にも一致しないものは拒否',
  onlyLines: (rules) =>
    `行は ${rules.map((rule) => `"${rule}"`).join('、')} だけで、どの行にも一致しないものは拒否`,
  decides: (entry) => `${entry} で決定`,
  noEntries: (map) => `ルート マップ ${map} にはエントリがなく、どれにも一致しないものは拒否`,
  noMatch: (map, count) =>
    `ルート マップ ${map} の ${count} 個のエントリに一致するものがなく、どれにも一致しないものは拒否`,
  entry: (at, map, how) => `ルート マップ ${map} のエントリ ${at} (${how.join('、')})`,
  matchPrefix: (ranges) => `プレフィックス ${ranges}`,
  matchCommunity: (communities) => `コミュニティ ${communities}`,
  matchPath: (pattern) => `AS パス ${pattern}`,

  prependsAs: (path) => `AS ${path} を前に追加`,
  prepends: (count) => `自身の AS 番号をさらに ${count} 回追加`,
  localPreference: (value) => `ローカル優先度を ${value} に設定`,
  med: (value) => `MED を ${value} に設定`,
  weight: (value) => `ウェイトを ${value} に設定`,
  noCommunities: 'コミュニティをすべて削除',
  communities: (list) => `コミュニティを ${list} に設定`,
  removes: (list) => `コミュニティ ${list} を削除`,
  adds: (list) => `コミュニティ ${list} を追加`,
  nextHop: (address) => `次ホップを ${address} に設定`,

  does: (who, what) => `${who}: ${what}`,
  lets: (who, way, verdict) => `${who} が${ways[way]}を許可: ${verdict}`,
  letsBy: (who, way, entry, sets) =>
    `${who} が${entry} により${ways[way]}を許可${sets.length === 0 ? '' : `し、${sets.join('、')}`}`,
  reflects: (sender) => `${sender} が AS 内へリフレクトし、自身のクラスターをクラスター リストの先頭に追加`,
  rewrites: (sender, path, rewritten) =>
    `${sender} がパス ${path} を ${rewritten === '' ? '空のパス' : rewritten} に変更`,
  nextHopSelf: (sender) => `${sender} が自身を次ホップに設定`,
  sendsNoCommunities: (sender) => `${sender} はコミュニティを送信しない`,
};
