/** プレゼンテーションの言葉。 */
import type { Translation } from '../translation';
import type { presentStrings as english } from '../present';

export const presentStrings: Translation<typeof english> = {
  label: 'プレゼンテーション',
  slide: (at, count, title) => `スライド ${at} / ${count}: ${title}`,
  untitled: '無題',
  counter: (at, count) => `${at} / ${count}`,
  results: (shown, count) => `${count} 件中 ${shown} 件の結果を表示`,
  said: (slide, results) => (results === null ? slide : `${slide}。${results}`),
  revealed: (what) => `結果: ${what}`,
  blank: '画面を黒くしています。プレゼンテーションのどのキーでもスライドに戻ります。',
  empty: '表示するスライドがまだありません。レベル 1 または 2 の見出しからスライドが始まります。',
  code: (kind) => `${kind}セルのテキスト`,
  hints: {
    next: '次へ',
    step: '1 ステップずつ',
    leave: '終了',
  },
  instructor: '講師用表示',
  instructorHint: '受講者が自分で開く解答、ヒント、結果をすべて表示しています。',
  instructorOn: '講師用表示: 解答、ヒント、折りたたんだ結果を表示しています',
  instructorOff: '受講者用表示: 解答とヒントは開くまで表示しません',

  steps: {
    ends: (ttl) => `TTL ${ttl} のプローブはここで終わります`,
    answers: (ends, address, reply, time) => `${ends}。${address} が応答します (${reply}、往復 ${time})。`,
    silent: (ends, why) => `${ends}が、応答はありません: ${why}`,
    column: '応答',
    position: (at, count) => `ステップ ${at} / ${count}`,
  },
};
