/** ネットワーク図と、その上で語られることの言葉 */
import type * as english from '../../diagram/maps';
import type { Translation } from '../../translation';
import { hops } from './hops';

export const mapTexts: Translation<typeof english.mapTexts> = {
  name: (nodes, links) => `ネットワーク図、ノード ${nodes} 個、リンク ${links} 本`,
  links: 'リンク',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fit: 'ネットワーク全体を表示',
  fitShort: '全体',
  search: '図を検索',
  found: (count) => `${count} 件`,
  focusOn: (name) => `${name} の周辺だけを表示`,
  showAll: 'すべて表示',
  areas: '区域',
  empty: 'このネットワークにはまだノードがありません。',
  tooLarge: (nodes, most) =>
    `ネットワークのノードは ${nodes} 台です。${most} 台を超えるとここでは見分けられないため、マップは描きません。内容はすべて表にあります。`,
  down: 'ダウン',
  up: 'アップ',
  inferred: '推定（非公開の情報）',
  asn: (asn) => `AS ${asn}`,
  nodeName: (node, kind, down) => `${node}、${kind}${down ? '、ダウン' : ''}`,
  interface: (name, address, up) =>
    `${name}${address === null ? '' : ` ${address}`}${up ? '' : '（ダウン）'}`,
  linkName: (kind, name, path, down) =>
    `${kind} ${name}${path === null ? '' : `、${path}`}${down ? '、ダウン' : ''}`,
  between: (ends) => ends.join(' – '),
  latency: (ms) => `片道 ${ms} ms`,
  bandwidth: (bits) =>
    bits >= 1e9 ? `${bits / 1e9} Gbit/s` : bits >= 1e6 ? `${bits / 1e6} Mbit/s` : `${bits} bit/s`,
  pathShort: { primary: 'プライマリ', secondary: 'セカンダリ' },
  path: { primary: 'プライマリ パス', secondary: 'セカンダリ パス' },
  areaName: (kind, name) => `${kind} ${name}`,
  folded: '折りたたみ',
  inside: (count) => `${count} ノード`,
  more: (count) => `ほか ${count}`,
  edited: {
    one: (edit) => `${edit} の後のネットワーク`,
    many: (count) => `${count} 件の編集の後のネットワーク`,
    sentence: (summary) => `${summary}。`,
    more: (count) => `ほか ${count} 件。`,
    marked: (nodes) => `丸で囲んだノード: ${nodes.join('、')}。`,
  },
  subnet: (name, prefix) => `${name} ${prefix}`,
  legend: {
    link: 'リンク',
    lan: 'LAN',
    vnet: 'VNet',
    peering: 'VNet ピアリング',
    tunnel: 'VPN トンネル',
    expressroute: 'ExpressRoute',
    secondary: 'ExpressRoute（セカンダリ）',
    down: 'ダウン',
  },
  columns: ['名前', '種類', '所属', '状態', 'アドレス'],
  linkColumns: ['リンク', '種類', '両端', '状態'],
};

export const perspectiveTexts: Translation<typeof english.perspectiveTexts> = {
  name: (table) => `${table} から見たネットワーク`,
  title: (table) => `${table} から見たネットワーク`,
  count: (known, all, unknown) =>
    all === 0
      ? '知るべきプレフィックスがありません。ホストのサブネットも、BGP が運ぶものもありません。'
      : `${all} 個中 ${known} 個のプレフィックスを知っています${unknown.length === 0 ? '' : `（未知: ${unknown.join('、')}）`}。`,
  way: '広告が届いた経路',
  notChosen: '広告は届いたが、選ばれなかった経路',
  chosenHead: (prefix, area) => (area === null ? `${prefix}:` : `${prefix}（${area}）:`),
  chosen: (from, left, reason) =>
    `${left.join('、')} からも広告されていますが、${from} からのルートが選ばれました: ${reason}。`,
  notTaken: (from, left, reason) =>
    `${from} からのルートを使います。${left.join('、')} からのルートは使いません: ${reason}。`,
  unknown: '未知',
  unknownHead: (prefix, area) =>
    area === null ? `${prefix} は未知です:` : `${prefix}（${area}）は未知です:`,
  unknownPrefix: (prefix) => `${prefix} は未知`,
  knownPath: (prefix, path) => `${prefix}（AS ${path.join(' ')}）`,
  knownBy: (prefix, source) => `${prefix}（${source}）`,
  notSeen: (address) => `${address} へのルートなし`,
  seenBy: (prefix) => `${prefix} により既知`,
  columns: ['プレフィックス', '所属', '種類', 'AS パス', '広告の経路', '理由'],
};

export const announcementsTexts: Translation<typeof english.announcementsTexts> = {
  fullStop: '。',
  name: (prefix) => `${prefix} の広告の伝播`,
  title: (prefix) => `${prefix} の広告の伝播`,
  step: (at, last) => {
    if (at > 0) return `ステップ ${at}/${last}。`;
    return last === 0 ? '広告元。ここから先へは広がりません。' : `広告元（この後 ${last} ステップ）。`;
  },
  without: (nodes) => `最後まで受け取らないノード: ${nodes.join('、')}。`,
  tones: { good: '採用', lost: '受信したが不採用', bad: '拒否' },
  earlier: '前のステップ',
  outcomes: {
    origin: '広告元',
    best: '採用',
    multipath: 'マルチパスとして採用',
    lost: '不採用',
    refused: '拒否',
    'not-told': '通知なし',
  },
  protocols: { own: '自身', bgp: 'BGP', ospf: 'OSPF', azure: 'Azure' },
  path: (path) => `AS パス ${path.join(' ')}、`,
  columns: ['ステップ', '送信元', '宛先', 'プロトコル', '結果', 'AS パス', '理由とポリシー'],
};

export const differenceTexts: Translation<typeof english.differenceTexts> = {
  name: (before, after) => `${before} から ${after} への変化`,
  title: (from, to, change, at, count) => `${from} → ${to}: ${change}（${at}/${count}）`,
  none: (before, after) => `${before} と ${after} に違いはありません`,
  reaching: (before, a, after, b, pairs) =>
    `ホストの ${pairs} 組のうち、${before} では ${a} 組、${after} では ${b} 組が到達します。`,
  changes: { lost: '到達不能に', gained: '到達可能に', longer: '遅延増', changed: '別の経路' },
  arrives: (nodes, count, time) => `${nodes}、${hops(count)}、${time}`,
  lost: (nodes, why, at) => `${nodes}、${at === null ? '' : `${at} で`}${why}`,
  lostHere: 'ここで損失',
  partsHere: 'ここで経路が分かれます',
  columns: ['送信元', '宛先', '変化', '変更前', '変更後', '理由'],
};
