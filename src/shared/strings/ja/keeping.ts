/** 保存にかかわる言葉: ディスク上の内容、バージョン、比較 */
import type { keepingStrings as english } from '../keeping';
import type { Translation } from '../translation';

export const keepingStrings: Translation<typeof english> = {
  bar: {
    label: 'ファイルが変更されました',
    changed: (name) =>
      `${name} は別のプログラムによってディスク上で変更され、ここにも未保存の変更があります。`,
    missing: (name) => `${name} はディスクからなくなりました。保存すると再び書き込まれます。`,
    reload: 'ディスクから再読み込み',
    keepMine: '自分の内容を残す',
    compare: '比較',
  },

  compare: {
    title: (name) => `${name}: ディスク上とこのウィンドウ`,
    titleVersion: (when) => `${when} のバージョンとこのノートブック`,
    theirs: 'ディスク上',
    version: 'そのバージョン',
    mine: 'ここ',
    same: '両方とも同じ内容です。',
    unsaved: 'ノートブックをファイルに保存すると、そのファイルと比較できます。',
    failed: (reason) => `比較できません: ${reason}`,
    line: '行',
    added: 'ここだけ',
    removed: '相手だけ',
    unchanged: (n) => `変更のない ${n} 行`,
    summary: (added, removed) => `ここだけにある行 ${added}、相手だけにある行 ${removed}`,
    close: '閉じる',
    loading: '読み込んでいます…',
  },

  history: {
    title: (name) => `${name} のバージョン`,
    empty: 'まだバージョンはありません。保存のたびに 1 つ、最大 50 個まで保持されます。',
    unsaved: 'ノートブックをファイルに保存すると、バージョンが保持されます。',
    list: 'バージョン（新しい順）',
    saved: '保存',
    replaced: '置き換えられた未保存の内容',
    size: (bytes) => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KiB`),
    restore: 'このバージョンに戻す',
    restoreHint: '現在の内容はバージョンとして保持されます。ファイルは保存したときに変わります。',
    choose: 'このノートブックと比較するバージョンを選択してください。',
    close: '閉じる',
    failed: (reason) => `バージョンを読み込めません: ${reason}`,
  },

  conflict: {
    title: 'Git の競合',
    cell: 'このセルには Git の競合の両側の内容があります。正しい方を残し、マーカー行を削除してください。',
  },
};
