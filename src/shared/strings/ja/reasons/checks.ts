/** 検査で見つかったものと、対象から外したもの */
import type { checkReasons as english } from '../../reasons/checks';
import type { Translation } from '../../translation';

const routes = (prefix: string | null): string =>
  prefix === null ? 'BGP セッション' : `${prefix} へのルート`;

export const checkReasons: Translation<typeof english> = {
  oneMember: '等コスト経路のうち、フローが通るものだけを調べています。',
  hostsLeftOut: (count) => `上限を超えるホスト ${count} 台は対象から外しました。`,

  notCompared: (pairs) => `互いに到達しない組は比較していません: ${pairs} 組。`,
  answerLost: (name, end) => `${name} の応答が失われます。${end}`,
  circle: (address, nodes) => `${address} 宛てのパケットがループします: ${nodes.join('、')}。`,
  flowsCut: (flows, all) => `最大 ${all} 件のフローのうち最初の ${flows} 件だけを調べました。`,

  noneShared: '等コスト経路が複数ある組はありません。',
  shared: (pairs) => `等コスト経路が複数ある組: ${pairs} 組。`,
  pathsCut: (pairs, limit) => `そのうち ${pairs} 組では最初の ${limit} 本の経路だけを調べました。`,
  delivery: (at, way, end) =>
    `${at} は等コスト経路で負荷分散していますが、一部は届きません。${way} を通るフローが失われます。${end}`,
  latency: (at, least, fast, most, slow) =>
    `${at} からの等コスト経路の遅延が異なります。片道で、${fast} 経由は ${least} ms、${slow} 経由は ${most} ms です。`,
  wayBack: (at) =>
    `フローが同じ経路で戻るかどうかは ${at} のハッシュで決まります。経路の途中にステートフルな機器があれば、同じ経路で戻らないフローを破棄します。`,
  way: (nodes) => (nodes.length === 0 ? '直通経路' : nodes.join('、')),

  unproven: (prefixes) => `${prefixes} では証明されていません。許可される経路が調べる上限を超えています。`,
  untried: (count) => `再配送の組み合わせのうち ${count} 通りは試していません。`,
  outcomes: (prefix, count, names, why) =>
    `${prefix} には ${names} で ${count} 通りの安定した結果があります: ${why}。`,
  byPolicies: 'ポリシーが互いを通る経路を優先し、どちらが先かで決まる',
  byRedistribution: 'ルーターが、自身も受信しうるルートを再配送し、どちらが先にあったかで決まる',
  listed: (names, more) => `${names.join('、')}${more === 0 ? '' : ` とほか ${more}`}`,
  comeAndGo: (prefix, names) =>
    `${routes(prefix)}が ${names.join('、')} で現れたり消えたりを繰り返すため、そこでは除外されます`,
  restless: (prefix, names, proven) =>
    `${routes(prefix)}について BGP ${proven ? 'には安定した結果がありません' : 'が収束しません'}。${names.join('、')} は選択を変え続け、BGP のルートを持ちません`,
  mendStability: '互いに矛盾するローカル優先度や再配送がないか調べてください',
  neverSettles: '何を除いてもルーティング プロトコルが収束しません',
  sentence: (text) => `${text}。`,
};
