/** パケットに各ノードで起こることと、応答が来ない理由 */
import type { silenceReasons as englishSilence, walkReasons as englishWalk } from '../../reasons/walk';
import type { Translation } from '../../translation';

const sides = { primary: 'プライマリ', secondary: 'セカンダリ' } as const;
const directions = { inbound: '受信', outbound: '送信' } as const;

const answers = (name: string, from: string): string => `${name} は ${from} から応答しますが、`;

export const walkReasons: Translation<typeof englishWalk> = {
  arrived: (address, name) => `${address} は ${name} のアドレスです。パケットは届きました。`,
  ttl: (name) => `${name} で TTL が 0 になります。`,
  noRoute: (name, address) => `${name} には ${address} へのルートがありません。`,
  down: (name) => `${name} はシャットダウンされています。`,
  discarded: (name, route) => `${name} はパケットを通知せずに破棄します（${route}）。`,
  internet: (name, route, address) =>
    `${name} はパケットをインターネットへ送り（${route}）、${address} 宛てのパケットはそこで失われます。`,
  noNeighbor: (name, address) => `${name} の隣に ${address} の機器がありません。`,
  allBeside: (name, address) =>
    `${address} は ${name} の隣のすべてのホストを表します。全員宛てのプローブにホストは応答しません。`,
  allOfSubnet: (name, address) =>
    `${address} は ${name} のサブネットのすべてのホストを表します。ルーターはダイレクト ブロードキャストを転送しません。`,
  reversePath: (name, source) =>
    `${name} は ${source} からのパケットを受け入れません。このアドレスへのルートがないためです（逆経路の確認）。`,
  forwardedTraffic: (name, source) =>
    `${name} はこのピアリング経由では相手の VNet 自身のアドレスからのパケットだけを受け入れます。${source} はそれに当たらず、allowForwardedTraffic はオフです。`,
  denied: (name, rule, inward) =>
    `${rule} が ${name} ${inward ? 'に入る' : 'から出る'}パケットを遮断します。`,
  loop: (name) => `パケットは ${name} でループします。`,
  host: (name) => `${name} はホストであり、ほかの機器のパケットを転送しません。`,
  nic: (name) =>
    `${name} はホストであり、ほかの機器のパケットを転送しません。NIC の IP 転送がオフになっています。`,
  rule: (rule, priority, direction, nsg) =>
    `NSG ${nsg} の規則 ${rule} (優先度 ${priority}、${directions[direction]})`,
  someRule: 'セキュリティ規則',

  forwards: (name, next, side, route, shared, ttl) =>
    `${name} は${side === null ? ' ' : `${sides[side]} パスで `}${next} へ送ります（${route}${shared}${ttl}）。`,
  route: (prefix, why) => `ルート ${prefix}、${why}`,
  withoutRoute: 'ルートなし',
  shared: (count) => `、等価な ${count} 個の次ホップの 1 つをフローのハッシュで選択`,
  fabric: '、ファブリックはホップに数えない',
  tunnel: '、トンネルの中なので TTL は減らない',
};

export const silenceReasons: Translation<typeof englishSilence> = {
  noAddress: (name) => `${name} には応答に使うアドレスがありません。`,
  setSilent: (name) => `${name} はプローブに応答しない設定です。`,
  tooLate: (name, ms) => `${name} は応答しますが、プローブが待つ ${ms} ms に間に合いません。`,

  answerReversePath: (name, from, at) =>
    `${answers(name, from)}${at} はそのアドレスからのパケットを受け入れません。そのアドレスを含むルートがそこに広告されていないためです。`,
  answerNoNeighbor: (name, from, at) => `${answers(name, from)}${at} の隣で次ホップの機器が見つかりません。`,
  answerInternet: (name, from, at, to, prefix) =>
    `${answers(name, from)}${at} には ${to} へのルートが ${prefix} しかなく、応答はインターネットで失われます。`,
  answerDiscarded: (name, from, at, to, why) =>
    `${answers(name, from)}${at} は ${to} 宛てのパケットを破棄します（${why}）。`,
  answerDenied: (name, from, at, rule) => `${answers(name, from)}${rule} が ${at} で応答を遮断します。`,
  answerForwarded: (name, from, at) =>
    `${answers(name, from)}${at} はピアリング経由では相手の VNet 自身のアドレスからのパケットだけを受け入れます（allowForwardedTraffic がオフ）。`,
  answerNoRoute: (name, from, at, to) => `${answers(name, from)}${at} には ${to} へのルートがありません。`,
  answerNotForwarded: (name, from, why) => `${answers(name, from)}${why}`,
  answerTtl: (name, from, ttl, at) =>
    `${answers(name, from)}応答の TTL は ${ttl} で、戻る前に ${at} で 0 になります。`,
  answerLoop: (name, from, at) => `${answers(name, from)}応答は ${at} でループします。`,

  probeInternet: (at, to, prefix) =>
    `プローブはルート ${prefix} で ${at} からインターネットへ出て、${to} 宛てのパケットはそこで失われます。`,
  probeDiscarded: (at, why) => `${at} はプローブを通知せずに破棄します（${why}）。`,
  nothingLeads: 'そこへのルートがない',
  probeReversePath: (at, source) =>
    `${at} は ${source} からのパケットを受け入れません。このアドレスへのルートがないためです。`,
  probeAllBeside: (at, to) =>
    `${to} は ${at} の隣のすべてのホストのアドレスです。全員宛てのプローブにホストは応答しません。`,
  probeAllOfSubnet: (at, to) =>
    `${to} はサブネット全体のアドレスで、${at} はダイレクト ブロードキャストを転送しません。`,
  probeNoNeighbor: (at, to) =>
    `${at} の隣にアドレス ${to} の機器がなく、${at} はプローブを通知せずに破棄します。`,
  probeNoNextHop: (at, to, prefix, nextHop) =>
    `${at} は ${to} 宛てのプローブを ${nextHop} へ送りますが（ルート ${prefix}）、そのアドレスの機器がなく、通知せずに破棄します。`,
  probeNoRoute: (at, to) => `${at} には ${to} へのルートがなく、プローブを通知せずに破棄します。`,
  probeNotForwarded: (at) => `${at} は何も転送しません。`,
  probeForwarded: (at, source) =>
    `${at} はピアリング経由では相手の VNet 自身のアドレスからのパケットだけを受け入れます。${source} はそれに当たらず、allowForwardedTraffic はオフです。`,
  probeDenied: (at, rule, inward) =>
    `${rule} が ${at} ${inward ? 'に入る' : 'から出る'}プローブを遮断します。`,
  probeLoop: (at) => `プローブは ${at} でループします。`,

  hopAnswers: (ttl, address, node) => `ホップ ${ttl} は ${address} から応答します。${node} です。`,
  noChange: 'このネットワークで試した 1 か所の変更では、応答するようになりませんでした。',
  hopSilent: (ttl) => `ホップ ${ttl} は無応答`,
  hopsSilent: (first, last) => `ホップ ${first}～${last} は無応答`,
  noAnswer: '応答なし',
  keptAway: (barrier) => `ルートを妨げているもの: ${barrier}`,
};
