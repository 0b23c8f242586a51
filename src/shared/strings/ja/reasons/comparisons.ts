/** 貼り付けた出力、期待、予想と、モデルとの比較 */
import type {
  expectReasons as englishExpect,
  observedReasons as englishObserved,
} from '../../reasons/comparisons';
import type { Translation } from '../../translation';

const notEcho = (isEcho: boolean): string => (isEcho ? '' : '（ただしエコーへの応答ではありません）');

export const observedReasons: Translation<typeof englishObserved> = {
  time: (model) => `モデルでは ${model} です。`,
  otherPath: (theirs, ours) =>
    `別の等コスト経路です。${theirs}。モデルのフローでは、${ours}。実機のハッシュは分かりません。`,
  otherAddress: (theirs, ours) => `${theirs}。モデルでは、${ours}。`,
  silent: (ours) => `応答がありませんでした。モデルでは、${ours}。`,
  answers: (theirs, silence) => `${theirs}。モデルでは応答がありません: ${silence}`,
  missing: (ours) => `出力はその前に終わっています。モデルでは、${ours}。`,
  surplus: (theirs) => `${theirs}。モデルのトレースはその前に終わっています。`,
  probeLost: 'プローブが失われます',
  modelSilent: (silence) => `応答がありません: ${silence}`,
  modelHop: (address, node, port) =>
    `${node === null ? '' : `${node}${port === null ? '' : ` (${port})`} の `}${address} です`,
  noSuchName: (name) => `${name} という名前のノードはありません`,
  noSuchAddress: (address) => `モデルにはアドレス ${address} を持つノードがありません`,
  is: (address, who) => `${address} は ${who} です`,
  theirs: (each) => each.join('、'),
  tolerance: (ms, percent) =>
    `時間の差が ${ms} ms か、モデルの ${percent}% の大きい方以内であれば、一致とみなします。`,

  pingSilent: (model) => `応答がありませんでした。モデルでは ${model} が応答します。`,
  pingAnswers: (observed, silence) => `${observed} が応答しました。モデルでは応答がありません: ${silence}`,
  echoLost: 'エコーが失われます。',
  pingOther: (observed, isEcho, model, modelIsEcho) =>
    `${observed} が応答しました${notEcho(isEcho)}。モデルでは ${model} が応答します${notEcho(modelIsEcho)}。`,
  ttl: (observed, model) =>
    `応答の TTL は ${observed}、モデルでは ${model} です。復路の長さか、宛先の初期 TTL が異なります。`,

  routeMissing: (why) => `出力にありません。モデルでは: ${why}。`,
  routeSurplus: 'モデルにはこのプレフィックスちょうどへのルートがありません。why-not で理由を調べられます。',
  routeState: (state, why) => `モデルでは ${state} です: ${why}。`,
  routeOther: (why) => `モデルでは: ${why}。`,

  verdicts: {
    time: '時間が異なる',
    'other-path': '別の等コスト経路',
    'other-address': '別のアドレス',
    silent: '無応答（モデルは応答）',
    answers: '応答（モデルは無応答）',
    missing: '欠落',
    surplus: 'モデルにない',
  },
  routeVerdicts: {
    'other-next-hop': '別の次ホップ',
    missing: '欠落',
    surplus: 'モデルにない',
  },
  asModel: 'モデルと一致',
  traceTitle: (tool, from, to, same, all) =>
    `${from} から ${to} への ${tool}: ${all} ホップ中 ${same} ホップがモデルと一致。`,
  pingTitle: (from, to, verdict) => `${from} から ${to} への ping: ${verdict}。`,
  routesTitle: (node, same, all) => `${node} の有効なルート: ${all} 件中 ${same} 件がモデルと一致。`,
};

export const expectReasons: Translation<typeof englishExpect> = {
  reached: '到達',
  notReached: '未到達',
  reachedIn: (count) => `${count} ホップで到達`,
  notReachedBy: (disposition) => `未到達 (${disposition})`,
  isNotReached: (why) => `宛先に到達しません: ${why}`,
  isReached: (hop) => `ホップ ${hop} で宛先に到達します`,
  via: (nodes) => `${nodes.join('、')} 経由`,
  doesNotPass: (node, nodes) => `経路は ${node} を通りません: ${nodes.join('、')}`,
  roundTrip: (time) => `往復遅延 ${time}`,
  noAnswer: (why) => `宛先が応答しません: ${why}`,
  otherTime: (shown, limit) => `往復遅延の中央値は ${shown} で、${limit} ではありません`,
  endsAfter: (count, hop, want) =>
    `トレースは ${count} ホップで終わります。ホップ ${hop} は ${want} のはずです`,
  goesOn: (count, hop, have) => `トレースは ${count} ホップの後も続きます。ホップ ${hop} は ${have} です`,
  otherHop: (hop, have, want) => `ホップ ${hop} は ${want} ではなく ${have} です`,
  silentTail: (hops, count) => `${hops} * (${count} 回)`.trimStart(),

  asObserved: (name) => `${name} の実測どおり`,
  theSame: '一致',
  noReply: '応答なし',
  hopsDiffer: (differing, all) => `${all} ホップ中 ${differing} ホップが異なる`,
  routesDiffer: (differing, all) => `${all} 件中 ${differing} 件のルートが異なる`,
  answersDiffer: '応答が異なります',
  routeDiffers: (prefix, why) => `${prefix} が異なります。${why}`,
  hopDiffers: (hop, why) => `ホップ ${hop} が異なります。${why}`,

  somethingElse: '別のものです',
  pathShorter: '経路はもっと短いものです',
  hopSomethingElse: (hop) => `ホップ ${hop} は別のものです`,
  pathGoesOn: '経路はまだ続きます',
};
