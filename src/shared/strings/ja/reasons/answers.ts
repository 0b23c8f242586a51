/** 回答に添える文: どのテーブルに尋ねたか、候補、2 つの経路の違い */
import type {
  answerReasons as englishAnswers,
  differenceReasons as englishDifferences,
} from '../../reasons/answers';
import type { Translation } from '../../translation';
import { sourceNames } from './sources';

export const answerReasons: Translation<typeof englishAnswers> = {
  vnetRoutes: (name, vnet) => `${name} は VNet ${vnet} の有効なルートに従います。`,
  subnetRoutes: (name, subnet, vnet, table) =>
    `${name} は VNet ${vnet} のサブネット ${subnet} の有効なルート（ルート テーブル ${table}）に従います。`,
  noGateway: (name) => `${name} は、応答するゲートウェイのないホストです。`,
  gatewayDecides: (name, gateway) =>
    `${name} はホストで、ルーティング プロトコルは動作していません。ゲートウェイ ${gateway} が決定します。`,

  askWhyNot: (name, asked) => `${name} には ${asked} へのルートがありません。why-not で理由を調べられます。`,
  lessSpecific: (name, asked, prefix) =>
    `${name} には ${asked} ちょうどへのルートがなく、そこへのパケットは ${prefix} に従います。残りは why-not で調べられます。`,
  announcesAllTheSame: (name, asked) => `それでも ${name} は ${asked} を広告します。`,
  askWhy: (name, prefix) => `${name} には ${prefix} へのルートがあります。why で理由を調べられます。`,

  candidateUser: (name, table) => `${table} のユーザー定義ルート ${name}`,
  candidate: (source, what) => `${sourceNames[source]} ルート、${what}`,
  distance: (distance) => `ディスタンス ${distance}`,
  own: '自身',
  heard: (type, path) => `${type}、AS パス ${path === '' ? 'なし' : path}`,
  localPreference: (value) => `ローカル優先度 ${value}`,
  med: (value) => `MED ${value}`,
  weight: (value) => `ウェイト ${value}`,
  parts: (parts) => parts.join('、'),

  nobodyHas: (prefix) => `このネットワークには ${prefix} ちょうどへのルートを持つものがありません。`,
  announcementsCut: (limit, all) => `${all} 件の広告のうち最初の ${limit} 件だけを示しています。`,
  refusalsLeftOut: (nodes) => `拒否を示すのは ${nodes} ノードまでのネットワークだけです。`,
  lostInTable: (source) => `ルーティング テーブルで ${sourceNames[source]} ルートが優先`,

  prefixesCut: (limit, all) => `${all} 件のプレフィックスのうち最初の ${limit} 件だけを示しています。`,
  defaultRoute: (name, next) =>
    `ほかにルートのない宛先へのパケットは、${name} のデフォルト ルートで ${next.join('、')} へ送られます。`,
  noRoute: 'ルートなし',
};

export const differenceReasons: Translation<typeof englishDifferences> = {
  decision: (node, next, over, why) =>
    next === null
      ? `${node} で終わります${why}。`
      : `${node} は${over === null ? '' : ` ${over} 経由で`} ${next} へ送ります${why}。`,
  because: (prefix, why) => `（${prefix}: ${why}）`,
  thereAndBack: (there, back) => `往路: ${there}復路: ${back}`,
  gateway: (gateway) =>
    `VNet から回線へのパケットは直接 MSEE へ向かい、回線からのパケットはゲートウェイ（ここでは ${gateway}）を通ります。`,

  now: (end) => `変更後: ${end}`,
  before: (end) => `変更前: ${end}`,
  sameWay: (now, before) => `経路は同じで、往復遅延が ${before} から ${now} になります。`,
  noTime: 'なし',
  there: (before, now) => `変更前: ${before}変更後: ${now}`,
  back: (before, now) => `復路、変更前: ${before}復路、変更後: ${now}`,
  noAddress: (node) => `${node} には送信元にするアドレスがありません。`,
  theSender: '送信元',
  doesNotAnswer: (node) => `${node} は応答しません。`,
  theTarget: '宛先',
  answerLost: (note) => `応答が失われます。${note}`,
};
