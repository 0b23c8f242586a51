/** ダイアログ、ウィンドウの題名、通知の言葉 */
import type { dialogStrings as english } from '../dialogs';
import type { Translation } from '../translation';
import { ended } from '../ended';

export const dialogStrings: Translation<typeof english> = {
  appName: 'Tracebook',
  untitled: (n) => (n === 1 ? '無題' : `無題 ${n}`),
  pictureFiles: { svg: 'SVG 画像', png: 'PNG 画像', pdf: 'PDF 文書' },
  notebookFiles: 'Tracebook ノートブック',
  jupyterFiles: 'Jupyter ノートブック',
  markdownFiles: 'Markdown',
  allFiles: 'すべてのファイル',
  ok: 'OK',
  cancel: 'キャンセル',
  save: '保存',
  saveAs: '名前を付けて保存…',
  dontSave: '保存しない',
  overwrite: '上書き',

  about: (version, electron) =>
    `バージョン ${version}\nElectron ${electron}\n\nネットワーク経路の実験ノートブック`,

  close: {
    title: (name) => `${name} への変更を保存しますか?`,
    detail: '保存しない場合、前回の保存以降の変更は失われます。',
  },
  open: {
    failed: (name) => `${name} を開けません`,
    notice: (name, reason) => `${name} を開けません。${reason}`,
    notFound: 'ファイルが見つかりません。移動されたか、名前が変更された可能性があります。',
    notAFile: 'これはファイルではありません。',
    noAccess: 'このファイルを読み取る権限がありません。',
    notUtf8: (offset) =>
      `ファイルは UTF-8 テキストではありません。オフセット ${offset} のバイトはどの文字にも属しません。` +
      '保存時に内容が壊れないよう、開くのを中止しました。UTF-8 に変換してから、もう一度開いてください。',
    other: (reason) => `読み取りに失敗しました: ${reason}`,
  },
  importing: {
    notJson: 'ファイルが JSON ではないため、Jupyter ノートブックではありません。',
    notJupyter: (place) =>
      place === ''
        ? 'nbformat 4 の Jupyter ノートブックではありません。'
        : `nbformat 4 の Jupyter ノートブックではありません。\`${place}\` がないか、この形式の内容ではありません。`,
  },
  exporting: {
    kinds: { html: 'HTML', pdf: 'PDF', markdown: 'Markdown', ipynb: 'Jupyter ノートブック' },
    failed: (name) => `${name} は書き込まれませんでした`,
    overNotebook: 'これはノートブック自体のファイルです。上書きを避けるため、別の名前を選択してください。',
  },
  saving: {
    failed: (name) => `${name} は保存されませんでした`,
    kept: 'ディスク上のファイルは元のままです。変更はこのウィンドウに残っています。',
    noAccess: (folder) =>
      `このファイルまたはフォルダー ${folder} に書き込む権限がありません。別の名前または場所に保存してください。`,
    noSpace: 'ディスクがいっぱいです。空きを作ってからもう一度保存するか、別のディスクに保存してください。',
    readOnlyDisk: 'ディスクは読み取り専用です。別の場所に保存してください。',
    diskError: 'ディスクがエラーを報告しました。別のディスクに保存し、このディスクを確認してください。',
    noFolder: (folder) => `フォルダー ${folder} がなくなりました。別の場所に保存してください。`,
    tooLarge: (mib, most) =>
      `ノートブックが ${mib} MiB になり、保存しても再び開けません（上限は ${most} MiB）。` +
      '一部を別のノートブックに移してください。',
    busy: '別のプログラムがファイルを使用しています。そのプログラムで閉じてから、もう一度保存してください。',
    notAFile: 'これはファイルではありません。別の名前で保存してください。',
    other: (reason) => `書き込みに失敗しました: ${reason}`,
    notice: (reason) => `保存されませんでした。${reason}`,
    readOnlyNotebook:
      'このノートブックは、より新しい Tracebook で作成されました。表示はできますが、ここで保存すると' +
      '新しいバージョンだけが扱える内容が失われる可能性があります。別の名前でコピーを保存するか、新しいバージョンを入手してください。',
    openElsewhere: 'このファイルは別のウィンドウで開かれています。別の名前で保存してください。',
    changed: (name) => `${name} はディスク上で変更されています`,
    changedDetail:
      '開いた後に、別のプログラムがこのファイルに書き込みました。上書きするとその内容は置き換えられます。' +
      '別の名前で保存すると両方が残ります。',
  },
  notices: {
    problem: (line, message, hint) =>
      `${line} 行目: ${ended(message, '。')}${hint === undefined ? '' : ended(hint, '。')}`,
    conflicts: (lines) =>
      `ファイルに Git の競合マーカーがあります（${lines.join('、')} 行目）。` +
      '両側の内容をテキストとして表示しています。正しい方を残し、マーカー行を削除してください。',
    settings: (file, reason) =>
      `${file} の設定は誤りがあるため使用されません（${reason}）。ファイルを直すか、設定を変更して置き換えてください。`,
    reloaded: (name) => `${name} はディスク上で変更されたため、読み込み直しました。`,
    notReloaded: (name, reason) => `${name} を読み込み直せませんでした。${reason}`,
    manyDropped: (opened, all) =>
      `${all} 個のファイルのうち、一度に開ける最初の ${opened} 個を開きました。残りはもう一度ドロップしてください。`,
    restored: (when) => `${when} の未保存の変更を復元しました。`,
    pageGone:
      'ウィンドウが予期せず停止したため、開き直しました。停止の 1 秒前までに入力した内容は残っています。',
    draftFailed: (reason) =>
      `未保存の変更をバックアップできません（${reason}）。異常終了すると失われるため、早めに保存してください。`,
  },
  link: {
    title: 'このリンクをブラウザーで開きますか?',
    open: '開く',
  },
  failure: {
    title: 'Tracebook で問題が発生しました',
    detail: (reason) =>
      `${reason}\n\n未保存の変更はバックアップされています。作業を続けることができます。様子がおかしい場合は、保存して再起動してください。`,
    continue: '続ける',
    quit: '終了',
  },
  starter: {
    title: '新しいノートブック',
    topology: 'ネットワーク: 2 つの LAN と、その間のルーターです。',
    question: 'パケットは一方から他方へ、どのように届くでしょうか。',
  },
  engine: {
    silent: (cell, seconds) =>
      `中止しました: ${cell}の結果が ${seconds} 秒間得られませんでした。小さくするか、もう一度実行してください。`,
    crashed: (cell, reason) =>
      `${cell}で計算が停止しました: ${reason}。セルを変更するか、もう一度実行してください。`,
    tooLong: (seconds) => `${seconds} 秒たっても終わりませんでした`,
    outOfMemory: 'ノートブックに許される以上のメモリが必要です',
    cell: (kind, firstLine) => (firstLine === '' ? `${kind} セル` : `${kind} セル「${firstLine}」`),
    noCell: 'ノートブック',
  },
};
