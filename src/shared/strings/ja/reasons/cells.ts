/** ノートブックのセルとファイルの誤り */
import type { cellReasons as english } from '../../reasons/cells';
import type { Translation } from '../../translation';
import { appStrings } from '../app';

export const cellReasons: Translation<typeof english> = {
  label: (kind, line) => `${appStrings.kinds[kind]} セル${line === null ? '' : ` \`${line}\``}`,
  engineFailed: (reason) => `このセルの処理中にエンジンで障害が起きました: ${reason}`,
  conflict: 'Git の競合の両側がここに残っています',
  keepOne: '正しい方を残し、記号の行を削除します',
  noNetwork: 'まだネットワークがありません',
  addTopology: 'このセルより上にトポロジ セルを置きます',
  waitsFor: (label) => `このセルは、上の${label} が直るまで実行されません`,
  mendFirst: '先にそのセルを直します',
  tooManyEdits: (most) => `1 つのセルの編集は ${most} 個までです`,

  outputs: {
    blocked: (kind) => `（${appStrings.kinds[kind]} セルは保留中）`,
    inError: (kind) => `（${appStrings.kinds[kind]} セルに誤りがあります）`,
    unchanged: '（編集セルに誤りがあるため、何も変更していません）',
    network: (nodes, links) => `（ノード ${nodes} 個、リンク ${links} 個のネットワーク）`,
    expected: (text) => `期待  ${text}`,
    actual: (text) => `実際  ${text}`,
    open: '未回答',
    right: '正解',
    wrong: (remark) => `不正解: ${remark}`,
  },

  file: {
    tooLarge: (mib, most) => `ファイルは ${mib} MiB です。ノートブックは ${most} MiB までです`,
    newer: (version, known) =>
      `このノートブックの形式のバージョンは ${version} で、この Tracebook の ${known} より新しいため、読み取り専用で表示します`,
    openNewer: '変更するには新しい Tracebook で開きます',
    frontMatterOpen:
      'ここから始まるフロント マターが閉じていないため、Markdown として扱われ、設定として読まれません',
    closeFrontMatter: '`---` の行で閉じます',
    open: 'ここから始まるものが閉じておらず、ファイルの終わりまで続いています',
    closeWith: (line) => `\`${line}\` の行で閉じます`,
    closeWithMany: (count, character) => `"${character}" を ${count} 個並べた行で閉じます`,
    noKind: (word) =>
      `"${word}" というセルの種類はないため、このブロックは Markdown として扱われ、実行されません`,
    tooManyCells: (most) =>
      `ファイルのセルが ${most} 個を超えています。ここから先は 1 つの Markdown セルになります`,
  },

  frontMatter: {
    wrong: (why) => `フロント マター: ${why}`,
    defaultUsed: 'ファイルの内容はそのまま残り、既定値を使います',
    tooLong: '長すぎて読めません',
    lines: '`key: value` の形の行で書きます',
    mustBe: (key, what) => `\`${key}\` は${what}でなければなりません`,
    version: '形式のバージョン（1 など）',
    seed: (most) => ` 0 から ${most} までの整数`,
    title: '文字列',
  },

  expect: {
    example: '例: `alice -> bob path 10.1.0.1 * 10.3.0.10`',
    pairExample: (check) => `例: \`${check} alice bob\``,
    tooMany: (most) => `1 つのセルの検証は ${most} 個までです`,
    anotherCell: '残りは別のセルに書きます',
    reads: '検証は `SOURCE -> TARGET CHECK` の形で書きます',
    arrow: (word) => `ここには "${word}" ではなく \`->\` が必要です`,
    noSource: '送信元がありません',
    noTarget: '宛先がありません',
    noCheck: '検証の種類がありません',
    oneOf: (checks) => `指定できるもの: ${checks.join('、')}`,
    noPair: 'この検証の送信元と宛先を示す行が上にありません',
    writePair: (check) => `\`alice -> bob ${check} ...\` と書くか、上の行に \`reach alice bob\` と書きます`,
    noNode: (name) => `"${name}" というノードはありません`,
    neither: (text) => `"${text}" はアドレスでもノードの名前でもありません`,
    noHop: (text) => `"${text}" はホップではありません`,
    aHop: 'ホップはアドレス、または応答のないホップを表す `*` です',
    noHops: 'パスのホップがありません',
    nothingFollows: (check) => `\`${check}\` の後には何も書けません`,
    nodeMissing: 'ノードの名前がありません',
    viaExample: '例: `via r1`',
    oneNode: '`via` の後に書けるノードは 1 つです',
    noLimit: '時間の上限がないか、読み取れません',
    limitExample: '例: `rtt < 80ms`、`rtt < 1.5s`',
    observedMissing: '実測セルの名前がありません',
    observedExample: '例: `same-as published`',
    oneName: '`same-as` の後に書ける名前は 1 つです',
    unknown: (check) => `"${check}" という検証はありません`,
    untraced: '宛先までトレースできません',
    noObserved: (name) => `これより上に "${name}" という実測セルはありません`,
    nameObserved: (name) => `セルに名前を付けます: \`observed ${name}\``,
    emptyObserved: (name) => `実測セル "${name}" に比較するものがありません`,
  },

  predict: {
    example: '例: `ask alice -> bob path`',
    tooMany: (most) => `1 つのセルは ${most} 行までです`,
    unknown: (word) => `"${word}" はここでは使えません`,
    second: (keyword) => `\`${keyword}\` が 2 つあります。1 つのセルに 1 つです`,
    noQuestion: '質問がありません',
    reads: '質問は `ask SOURCE -> TARGET` の形で書きます',
    onlyPath: '宛先の後に書けるのは `path` だけです',
    twoForms: 'ホップを問いながら選択肢もあります。質問の形式は 1 つです',
    noChoices: '選択肢がありません',
    giveChoices: 'ホップを問う場合は `path`、選択肢を示す場合は `choice CHECK` の行を書きます',
    choiceMissing: '選択肢の内容がありません',
    notObserved: '選択肢はパスの検証です。実測セルとの比較は使えません',
    points: (most) => `points は 0 から ${most} までの整数です`,
    noChoice: (text) => `"${text}" は選択肢にありません`,
  },

  observed: {
    taken: (name) => `"${name}" という実測セルは既にあります`,
    anotherName: '別の名前にします',
    noOutput: 'tracert、traceroute、pathping、mtr、ping の出力または有効なルートとして読めるものがありません',
    paste: '最初の行から、少なくとも表の行を貼り付けます',
    behind: (word) => `\`${word}\` の後の指定がありません`,
    unexpected: (word) => `"${word}" はここに指定できません`,
    reads: '`observed NAME from SOURCE to TARGET` の形で書きます。各部分は省略できます',
    onlyFirst: (most) => `最初の ${most} 行だけを読みます`,
    lineTooLong: (most) => `${most} 文字を超える行は読みません`,
  },
};
