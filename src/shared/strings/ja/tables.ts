/** 結果の表の言葉 */
import type { CheckResult, HopVerdict, ObservedRouteRow, PairChange } from '../../results';
import type { tableStrings as english } from '../tables';
import type { Translation } from '../translation';

const changes: Readonly<Record<PairChange, string>> = {
  lost: '到達不能に',
  gained: '到達可能に',
  longer: '遅延増',
  changed: '別の経路',
};

const verdicts: Readonly<Record<HopVerdict, string>> = {
  same: '一致',
  time: '時間が異なる',
  'other-path': '別の等コスト経路',
  'other-address': '別のアドレス',
  silent: '無応答（モデルは応答）',
  answers: '応答（モデルは無応答）',
  missing: '欠落',
  surplus: 'モデルにない',
};

const routeVerdicts: Readonly<Record<ObservedRouteRow['verdict'], string>> = {
  same: '一致',
  'other-next-hop': '別の次ホップ',
  missing: '欠落',
  surplus: 'モデルにない',
};

const CHECKS: Readonly<Record<CheckResult['check'], string>> = {
  asymmetry: '非対称経路',
  blackholes: 'ブラックホール',
  limits: '制限',
  loops: 'ループ',
  multipath: 'マルチパス',
};

export const tableStrings: Translation<typeof english> = {
  asTable: '表で表示',
  pairs: (n) => `${n} 組`,
  pair: (from, to) => `${from} → ${to}`,
  none: '–',
  milliseconds: (ms) => (ms < 1 ? '<1 ms' : `${Math.floor(ms)} ms`),
  hops: (n) => `${n} ホップ`,

  failures: {
    caption: (each) => `1 つずつの障害 (fail each ${each})`,
    columns: ['障害', '到達不能', '到達可能', '別の経路', '遅延増'],
    doubles: '2 つ同時の障害で、単独の障害に加えて失われるもの',
    doubleColumns: ['障害', '到達不能'],
    both: (one, two) => `${one} と ${two}`,
  },

  check: {
    caption: (check) => `検査結果: ${CHECKS[check]}`,
    columns: ['場所', '例', 'フロー', '内容'],
    remedy: '対処:',
  },

  compare: {
    caption: (before, after) => `${before} と ${after} の違い`,
    columns: (before, after) => ['組', '変化', before, after, '最初のホップ', '理由'],
    changes,
    back: (hop) => `${hop}（復路）`,
  },

  effective: {
    caption: (node) => `${node} の有効なルート`,
    columns: ['名前', '状態', 'ソース', 'アドレス プレフィックス', '次ホップの種類', '次ホップの IP', '理由'],
  },

  bgp: {
    caption: (node) => `${node} の BGP テーブル`,
    circuit: (circuit, path) =>
      `${circuit} のルート（${path === 'primary' ? 'プライマリ' : 'セカンダリ'} パス）`,
    columns: [
      'ネットワーク',
      '状態',
      '次ホップ',
      'MED',
      'ローカル優先度',
      'ウェイト',
      'AS パス',
      '学習元',
      '理由',
    ],
    own: 'このノード',
  },

  reach: {
    caption: 'ホストのすべての組',
    columns: ['送信元', '宛先', '結果', 'ホップ', '往復遅延', '失われた場所'],
  },

  bottleneck: {
    caption: (from, to) => `${from} から ${to} への経路の帯域幅`,
    columns: ['要素', '種類', '帯域幅'],
    unknown: '不明',
  },

  ospf: {
    neighbors: (node) => `${node} の OSPF ネイバー`,
    neighborColumns: ['ルーター ID', 'ルーター', 'アドレス', 'インターフェイス', 'エリア'],
    interfaces: (node) => `${node} の OSPF インターフェイス`,
    interfaceColumns: ['インターフェイス', 'アドレス', 'エリア', 'コスト', '状態'],
    states: { up: 'アップ', passive: 'パッシブ', down: 'ダウン' },
    routers: (node) => `${node} が OSPF で到達するルーター`,
    routerColumns: ['ルーター ID', 'ルーター', 'エリア', 'コスト', '役割', '次ホップ'],
    border: 'ABR',
    boundary: 'ASBR',
  },

  stability: {
    caption: 'BGP の収束結果',
    columns: ['プレフィックス', '結果', 'ルーター', 'ルートの学習元', 'AS パス', 'ローカル優先度'],
    own: '自身',
    noRoute: 'ルートなし',
    sessions: 'セッション',
    never: '収束しない',
  },

  observed: {
    trace: (tool, from, to) => `${from} から ${to} への ${tool}（実測とモデル）`,
    ping: (from, to) => `${from} から ${to} への ping（実測とモデル）`,
    routes: (node) => `${node} の有効なルート（実測とモデル）`,
    hopColumns: ['ホップ', '実測', 'モデル', '判定', '理由'],
    pingColumns: ['対象', '応答', '往復遅延', 'TTL'],
    routeColumns: ['アドレス プレフィックス', '状態', '実測', 'モデル', '判定', '理由'],
    same: (same, all) => `${all} 件中 ${same} 件がモデルと一致`,
    asModel: 'モデルと一致',
    silent: '*',
    observed: '実測',
    model: 'モデル',
    verdicts,
    routeVerdicts,
    onlyObserved: '実測では宛先に到達しますが、モデルでは到達しません。',
    onlyModel: '実測では宛先に到達しませんが、モデルでは到達します。',
  },
};
