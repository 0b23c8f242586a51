/** 回答を文字で示すときの、文の前後の行。列の見出しとツール固有の出力は含みません。 */
import type { FailureKind, PairChange } from '../../../results';
import type { answerTexts as englishAnswers, findingTexts as englishFindings } from '../../reasons/texts';
import type { Translation } from '../../translation';

const changeNames: Readonly<Record<PairChange, string>> = {
  lost: '到達不能に',
  gained: '到達可能に',
  longer: '遅延増',
  changed: '別の経路',
};

const elements: Readonly<Record<FailureKind, string>> = {
  link: 'リンク',
  node: 'ノード',
  interface: 'インターフェイス',
};

export const answerTexts: Translation<typeof englishAnswers> = {
  has: (table, route, hops) => `${table} のルート ${route}: ${hops}`,
  chain: 'ここに届くまで:',
  policy: (policy) => `ポリシー: ${policy}`,
  decision: (decision) => `選択: ${decision}`,
  candidates: '候補:',
  candidate: (node, from, route, reason) =>
    `${node}、${from === null ? '自身' : `${from} から`} (${route}): ${reason}`,

  noRouteAtAll: (table, prefix) =>
    `${table} には ${prefix} へのルートも、それを含むほかのルートもありません。`,
  followsInstead: (table, prefix, route, hops) =>
    `${table} には ${prefix} へのルートがなく、そこへのパケットは ${route} に従います: ${hops}。`,
  stops: '止まる場所:',
  sameFor: (names) => `${names.join('、')} も同じ理由です。`,
  toChange: (edit) => `変えるには: ${edit}`,

  silences: {
    'no-route-back': '戻りのルートなし',
    'link-down': 'リンク ダウン',
    'reverse-path-check': '逆経路の確認',
    'security-rule': 'セキュリティ規則',
    'does-not-answer': '応答しない',
    'too-late': '応答が時間切れ',
    'ttl-used-up': '応答の TTL 切れ',
    'probe-lost': 'プローブが届かない',
  },
  hop: (ttl, who, silence) => `ホップ ${ttl}${who === null ? '' : `、${who}`}: ${silence}。`,
  answersAfter: 'この編集の後は応答します:',

  comesFrom: '起点',
  step: (step) => `ステップ ${step}`,
  sameReason: '同じ理由',
  withPath: (why, path) => `${why}、AS パス ${path === '' ? 'なし' : path}`,
  path: (path) => `、AS パス ${path}`,
  without: (names) => `最終的に届かないもの: ${names.join('、')}`,
  marks: '* 自身  > 採用  = 同時に採用  x 拒否  - 通知なし、無印は受信したが不採用',

  knows: (table, known, all) => `${table} は ${all} 件中 ${known} 件のプレフィックスを知っています`,
  nothingToKnow: '知るべきプレフィックスがありません。ホストのサブネットも、BGP が運ぶものもありません',
  unknown: '知らないもの:',
  notUsed: '不使用:',
  noRoutes: (node) => `${node} にはルートがありません。`,
  noRouteTo: (node, address) => `${node} には ${address} へのルートがありません。`,
  sameWay: '往路と復路は同じ経路です。',
  doesNotArrive: (way, disposition, note) => `${way}: 届きません (${disposition})。${note}`,
};

export const findingTexts: Translation<typeof englishFindings> = {
  nothingFound: {
    asymmetry: '復路はすべて往路の逆です',
    blackholes: '失われるパケットはありません',
    multipath: '等コスト経路はすべてのフローを同じように扱います',
    limits: 'Azure の制限に達しておらず、意外な設計もありません',
    loops: 'ループするパケットはありません',
  },
  nothingToFind: '調べるものがありません',
  found: (count) => `${count} 件見つかりました`,
  check: (check, flows, outcome) =>
    `check ${check}: ${check === 'loops' ? `フロー ${flows} 件` : `ホストの組 ${flows} 組`}、${outcome}。`,
  finding: (at, example) => `- ${at}${example}:`,
  example: (from, to, flow, more) => `、例: ${from} → ${to}${flow}${more <= 0 ? '' : `、ほか ${more}`}`,

  stability: (prefixes, outcome) => `check stability: BGP のプレフィックス ${prefixes} 件、${outcome}。`,
  allRest: 'どれも 1 通りに収束します',
  restless: (count) => `${count} 件は 1 通りには収束しません`,
  unproven: '結果がないことは証明されていません。',
  noRoute: (node) => `${node} はルートなし`,
  keepsOwn: (node) => `${node} は自身のルート`,
  takes: (node, from, path, localPreference) =>
    `${node} は ${from} から（${path === '' ? '空のパス' : `AS パス ${path}`}、ローカル優先度 ${localPreference}）`,
  more: (count) => `ほか ${count}`,

  changeTitle: (change, count) => `${changeNames[change]} (${count}):`,
  compare: (before, after, pairs, reaching) =>
    `compare ${before} ${after}: ホストの組 ${pairs} 組。互いに到達するのは ${before} で ${reaching.before} 組、${after} で ${reaching.after} 組です。`,
  counts: (counts) =>
    `${(['lost', 'gained', 'longer', 'changed'] as const).map((change) => `${changeNames[change]} ${counts[change]}`).join('、')}。`,
  noCommonHosts: '両方のネットワークにあるホストが 2 台ありません。',
  eachCell: (before, after) => `各セル: ${before} から ${after} への変化。\`=\` は変化なし。`,
  onlyIn: (network, hosts) => `${network} だけにあるもの: ${hosts.join('、')}。`,

  nothingFails: (each) => `このネットワークには停止できる${elements[each]}がありません。`,
  failures: (each, count, pairs, reaching) =>
    `${elements[each]}を 1 つずつ停止: ${count}。ホストの組 ${pairs} 組のうち ${reaching} 組が互いに到達します。`,
  single: '単一障害点:',
  noSingle: '単一障害点: なし。',
  loses: (element, pairs) => `${element}: ${pairs} が到達不能に`,
  allUsed: 'どれも、いずれかの組の経路にあります。',
  idle: (each) => `どの組も依存しないもの: ${each.join('、')}。`,
  notTried: (element, problem) => `試していないもの: ${element} (${problem})。`,
  cannotShutDown: '停止できません',
  noDoubles: (tried) => `2 つ同時: ${tried} 通り。単独の停止を超えて失われるものはありません。`,
  doubles: (tried, count) =>
    `2 つ同時: ${tried} 通り。${count} 通りでは単独の停止で失われない組が失われます:`,
  bothLose: (one, other, pairs) => `${one} と ${other}: ${pairs} が到達不能に`,
  pair: (from, to) => `${from} → ${to}`,
  pairs: (named, more) => `${named.join('、')}${more <= 0 ? '' : ` とほか ${more}`}`,
  elementsLeftOut: (count, doubles) =>
    `${doubles ? 'k=2 の' : ''}上限を超える要素 ${count} 個は停止していません。`,
  hostsLeftOut: (count) => `上限を超えるホスト ${count} 台は対象から外しました。`,

  noTwoHosts: 'このネットワークにはホストが 2 台ありません。',
  reaching: (reaching, all) => `${all} 組中 ${reaching} 組が互いに到達します。`,
  hopsAndTime: '各セル: ホップ数と往復遅延。',

  capacity: (from, to, disposition) =>
    `${from} から ${to} への経路${disposition === null ? '' : `（未到達: ${disposition}）`}:`,
  nothingHasBandwidth: '帯域幅を持つものがありません',
  noBandwidth: 'この経路では帯域幅が 1 つも分かりません。',
  smallest: (bandwidth, each) => `既知の最小の帯域幅: ${bandwidth}、${each.join('、')} によるもの。`,
  unknown: (each) => `不明で、より小さい可能性があるもの: ${each.join('、')}。`,
  paths: (count, from, to, cut) =>
    `${from} から ${to} への経路 ${count} 本${cut ? '（ほかにもあり、これは最初のものだけです）' : ''}`,
  taken: (flow) => `* このフローが通る経路${flow === null ? '' : `: ${flow}`}`,
  latency: (from, sent) => `${from} からのホップ別の往復遅延（${sent} プローブの平均、ms）と応答元:`,
  notReached: (runs) => `未到達: ${runs.join('、')}`,
};
