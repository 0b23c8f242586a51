/** 配布用文書の言葉 */
import type { handoutStrings as english } from '../handout';
import type { Translation } from '../translation';

export const handoutStrings: Translation<typeof english> = {
  untitled: 'ノートブック',
  silent: (ttl) => `ホップ ${ttl} は無応答:`,
  silentHops: (first, last) => `ホップ ${first}～${last} は無応答:`,
  noAnswer: '応答なし:',
  passed: '成立',
  failed: '不成立',
  expected: '期待',
  actual: '実際',
  blocked: '未実行: 上のセルに使えるネットワークがありません。',
  mapAfter: 'この編集の後のネットワーク図',
  tooltips: '矢印キーで図の各部分の説明を順に表示します:',
  source: (kind, lines) => `${kind}、${lines} 行`,
  remoteImage: (description, address) =>
    `[画像${description === '' ? '' : `: ${description}`}、${address} からは読み込みません]`,
  madeWith: 'Tracebook で作成しました。すべての結果は、その上にあるテキストから計算されています。',
};
