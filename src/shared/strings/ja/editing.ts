/** 編集の言葉: パレット、ショートカット、検索、アウトライン、折りたたみ、図上の操作 */
import type { editingStrings as english } from '../editing';
import type { Translation } from '../translation';

export const editingStrings: Translation<typeof english> = {
  copied: (n) => `${n} 個のセルをコピーしました`,
  moreActions: 'その他の操作',
  menuLabel: '操作',
  drag: 'ドラッグで移動。Alt を押しながらでセクション全体',
  selectedCells: (n) => `${n} 個のセルを選択中`,

  toast: {
    deleted: (n) => (n === 1 ? 'セルを削除しました' : `${n} 個のセルを削除しました`),
    merged: (n) => `${n} 個のセルを結合しました`,
    undo: '元に戻す',
    label: '完了',
  },

  palette: {
    label: 'コマンド',
    placeholder: 'コマンドを検索',
    none: '該当するコマンドはありません。',
  },

  shortcuts: {
    title: 'キーボード ショートカット',
    search: 'ショートカットを検索',
    groups: {
      file: 'ファイル',
      edit: '編集',
      cell: 'セル',
      run: '実行',
      view: '表示',
      present: 'プレゼンテーション',
      help: 'ヘルプ',
    },
    plain:
      '1 文字のキーは、セル全体が選択されているときに働きます。Escape でテキストを離れ、Enter で入ります。' +
      'すべてのキーは設定で変更できます。',
    or: 'または',
    close: '閉じる',
  },

  settings: {
    title: '設定',
    language: '言語 (Language)',
    languageHint:
      'すぐに切り替わります。テキスト エディター自体の表示（問題の件数など）は、次に開くウィンドウから切り替わります。',
    languages: { system: 'システムの言語', en: 'English', ja: '日本語' },
    highContrast: 'ハイ コントラスト',
    reducedMotion: '動きを減らす',
    followed: { system: 'システムに従う', on: 'オン', off: 'オフ' },
    spacing: '文字の間隔',
    spacings: { usual: '標準', wide: '広い（読みやすい書体）' },
    zoom: '拡大率',
    autosave: '自動保存',
    autosaveModes: {
      off: 'オフ',
      afterDelay: '変更の 1 秒後',
      onBlur: 'ウィンドウからフォーカスが外れたとき',
    },
    autosaveHint: 'ファイルのあるノートブックだけが対象です。未保存の内容は常に下書きとして保持されます。',
    keys: 'キー',
    searchKeys: 'コマンドを検索',
    change: (command) => `「${command}」のキーを変更`,
    changeShort: '変更',
    press: 'キーを押してから Enter で確定します。Escape で取り消します。',
    pressing: 'キーを押してください…',
    reset: (command) => `「${command}」のキーを既定に戻す`,
    resetShort: '既定に戻す',
    remove: (command) => `「${command}」のキーを外す`,
    removeShort: '外す',
    none: 'なし',
    conflict: (commands) => `「${commands}」と同じキーです`,
    scopes: {
      window: '全体',
      page: 'ページ上',
      cell: 'セル上',
      text: 'テキスト内',
      slides: 'スライド上',
    },
    close: '完了',
  },

  find: {
    label: '検索と置換',
    query: 'すべてのセルを検索',
    replacement: '置換後の文字列',
    matchCase: '大文字と小文字を区別',
    regex: '正規表現',
    next: '次の一致',
    previous: '前の一致',
    replace: '置換',
    replaceAll: 'すべて置換',
    showReplace: '置換を表示',
    close: '検索を閉じる',
    none: '一致なし',
    position: (index, total, most) => {
      const all = total >= most ? `${most} 件以上` : `${total} 件`;
      return index === null ? all : `${all}中 ${index + 1} 件目`;
    },
    invalid: (reason) => `正規表現ではありません: ${reason}`,
    tooSlow: 'この正規表現は時間がかかりすぎます。より単純な式にしてください。',
  },

  outline: {
    label: 'アウトライン',
    search: 'アウトラインを検索',
    empty: '見出しとセルがここに表示されます。',
    none: '該当する項目はありません。',
    untitled: '空',
    close: 'アウトラインを閉じる',
  },

  fold: {
    text: (line, lines) => (line === '' ? `${lines} 行` : `${line} …（${lines} 行）`),
    showText: 'テキストを表示',
    output: '結果は非表示です',
    showOutput: '結果を表示',
    section: (n) => `${n} 個のセルを非表示`,
    foldSection: 'このセクションを折りたたむ',
    unfoldSection: 'このセクションを展開',
  },

  running: {
    elapsed: (seconds) => `実行中（${seconds} 秒）`,
    progress: (done, total) => `計算中… ${done}/${total}`,
    cancel: '中止',
    cancelCell: (cell) => `${cell} の実行を中止`,
  },

  map: {
    menu: (name) => `${name} を変更`,
    network: 'ネットワーク',
    shutdown: (name) => `${name} を停止 (shutdown)`,
    noShutdown: (name) => `${name} を起動 (no shutdown)`,
    latency: (name) => `${name} の遅延を変更…`,
    noPosition: (name) => `${name} の位置を自動に戻す`,
    addHost: 'ホストを追加…',
    addHostAt: (lan) => `${lan} にホストを追加…`,
    addRouter: 'ルーターを追加…',
    addLink: (node) => `${node} を別のルーターにリンク…`,
    remove: (name) => `${name} を削除`,
    cancel: 'キャンセル',
    applyEdit: '編集セルに書き込む',
    applyTopology: 'トポロジに書き込む',
    name: '名前',
    address: 'アドレス',
    lan: 'LAN',
    latencyField: '遅延（片道）',
    to: '接続先',
    subnet: 'リンクのサブネット',
    written: (line) => `書き込みました: ${line}`,
    writtenBelow: (line) => `編集セルに書き込みました: ${line}`,
    refused: (reason) => `書き込めませんでした: ${reason}`,
    hint: 'ノードまたはリンクを右クリックするか Enter キーを押すと、ネットワークを変更できます。',
    nameTaken: (name) => `${name} は既にあります。`,
    latencyInvalid: '遅延は 0～60 s です（例: 2 ms、500 us、1 s）。',
    nameInvalid: '名前には英字、数字、ドット、ハイフン、下線を使い、英字で始めます。',
    noLan: 'このネットワークにはホストを置く LAN がありません。トポロジ セルに追加してください。',
    noRouters: 'このネットワークにはリンク先のルーターがほかにありません。',
    subnetInvalid: 'リンクのサブネットは 10.255.0.4/30 のような /30 または /31 です。',
    noFree: '空きアドレスがありません。アドレスを入力してください。',
    titles: {
      latency: (name) => `${name} の遅延`,
      host: '新しいホスト',
      router: '新しいルーター',
      link: (node) => `${node} からの新しいリンク`,
    },
  },
};
