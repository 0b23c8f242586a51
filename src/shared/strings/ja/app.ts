/** ノートブックのページの言葉 */
import type { CellKind } from '../../notebook';
import type { appStrings as english, CellState } from '../app';
import type { Translation } from '../translation';
import { editingStrings } from './editing';
import { keepingStrings } from './keeping';
import { ended } from '../ended';

const kinds: Readonly<Record<CellKind, string>> = {
  markdown: 'Markdown',
  topology: 'トポロジ',
  edit: '編集',
  console: 'コンソール',
  expect: '検証',
  scenario: 'シナリオ',
  predict: '予測',
  observed: '実測',
};

const states: Readonly<Record<CellState, string>> = {
  empty: '空',
  fresh: '最新',
  stale: '未更新',
  queued: '待機中',
  running: '実行中',
  failed: '不成立',
  error: 'エラー',
  blocked: '保留',
};

export const appStrings: Translation<typeof english> = {
  kinds,
  states,
  editing: editingStrings,
  keeping: keepingStrings,
  stateHints: {
    empty: '計算するものはありません。',
    fresh: '結果は上のテキストに対応しています。',
    stale: 'テキストが変更されました。表示されているのは変更前の結果です。',
    queued: '上のセルが終わると計算されます。',
    running: '結果を計算しています。',
    failed: '成立しない検証、または実際と異なる予測があります。',
    error: 'このセルは解釈できません。下の問題を確認してください。',
    blocked: '上のセルに使えるネットワークがありません。先にそのセルを直してください。',
  },

  page: {
    loading: 'ノートブックを開いています…',
    label: 'ノートブック',
    empty: 'このノートブックは空です。セルを挿入して始めてください。',
    loadFailed: (reason) => `ノートブックを読み込めませんでした: ${reason}`,
  },

  header: {
    unsaved: '未保存の変更あり',
    saved: '保存済み',
    untitled: '未保存',
    readOnly: '読み取り専用',
    running: '計算中…',
    cancel: '中止',
    cancelled: '計算を中止しました',
    crashed: '計算が停止しました',
    allFresh: 'すべての結果が最新です',
    nothing: '計算するものはありません',
    waiting: '未更新の結果があります',
    runAll: 'すべて実行',
    runAllHint: 'すべてのセルを最初から計算し直します',
    failed: (n) => `不成立のセル ${n} 個`,
    errors: (n) => `エラーのあるセル ${n} 個`,
    blocked: (n) => `保留のセル ${n} 個`,
  },

  notice: {
    label: 'お知らせ',
    dismiss: '閉じる',
    applyFailed: (reason) =>
      `最後の変更は受け付けられませんでした（${reason}）。保持されているノートブックを表示しています。`,
    commandFailed: (reason) => `実行できませんでした: ${reason}`,
    linkFailed: (reason) => `リンクを開けませんでした: ${reason}`,
  },

  cell: {
    name: (kind, position) => `${kinds[kind]} セル ${position}`,
    nameWithState: (kind, position, state) => `${kinds[kind]} セル ${position}、${states[state]}`,
    blocked: (message, hint) => `${ended(message, '。')}${hint === undefined ? '' : ended(hint, '。')}`,
    inRange: (name) => `${name}、選択中`,
    keys: 'Enter でこのセルを編集し、Escape でエディターを離れます。その後は Tab で先へ進みます。? で全キーの一覧を表示します。',
    editor: (kind, position) =>
      `${kinds[kind]} セル ${position}。Escape でエディターを離れ、その後は Tab で先へ進みます。`,
    toolbar: (kind, position) => `${kinds[kind]} セル ${position} の操作`,
    kind: 'セルの種類',
    attributes: {
      expect: 'グループ',
      scenario: '名前と基点',
      observed: '名前、送信元、宛先',
    },
    attributesHint: {
      expect: '個別に集計するグループ',
      scenario: 'NAME from base',
      observed: 'NAME from NODE',
    },
    moveUp: '上に移動',
    moveDown: '下に移動',
    delete: 'セルを削除',
    edit: 'テキストを編集',
    hints: {
      markdown: '',
      topology: 'YAML によるネットワーク: routers、lans、hosts、links …',
      edit: '1 行に 1 つの変更。例: shutdown r1:eth0',
      console: '1 行に 1 つのコマンド。例: alice> tracert bob',
      expect: '1 行に 1 つの検証。例: alice -> bob reach',
      scenario: 'このシナリオで異なる点を 1 行に 1 つ。例: shutdown r1:eth0',
      predict: '読者への問い。例: ask alice -> bob path',
      observed: 'tracert、traceroute、mtr、ping、有効なルート テーブルの実際の出力を貼り付けます',
    },
    showAllLines: (n) => `全 ${n} 行を表示`,
    emptyText: '空の Markdown セルです。Enter キーまたはダブルクリックで書き始めます。',
    crashed: 'このセルは表示できませんでした。ノートブック自体に影響はありません。',
    tryAgain: '再試行',
    problems: (n) => `問題 ${n} 件`,
    moreProblems: (n) => `… ほか ${n} 件`,
    position: (line, column) => (line === 0 ? '見出し' : `${line} 行 ${column} 列`),
    error: 'エラー',
    warning: '警告',
  },

  predict: {
    askHops: (source, target) => `${source} から ${target} へのトレースには、どのホップが表示されますか。`,
    askChoice: (source, target) => `${source} から ${target} へのパケットはどうなりますか。`,
    hopsHint: 'アドレス。無応答は *',
    check: '確認',
    verdicts: { open: 'まだ回答していません。', right: '正解です。' },
    wrong: (remark) => `違います: ${remark}。`,
    hints: 'ヒント',
    hint: (n, of) => `ヒント ${n}/${of}`,
    reveal: '答えを表示',
    hide: '答えを隠す',
    solution: '答え',
    noneOfThem: '選択肢にありません',
  },

  insert: {
    label: (position) => `${position} 番目にセルを挿入`,
    cell: (kind) => `${kinds[kind]} セルを挿入`,
  },

  markdown: {
    remoteImage: 'ノートブック外の画像（読み込みません）',
    imageAddress: (address) => `アドレス: ${address}`,
    noAlt: '説明なし',
    task: (isDone) => (isDone ? '完了' : '未完了'),
    showMore: (shown, total) => `さらに表示（${Math.floor((100 * shown) / total)}% 表示済み）`,
    deadLink: (address) => `この種類のリンクは開きません: ${address}`,
  },

  console: {
    terminal: (node, command) => `ターミナル: ${node}> ${command}`,
    copy: 'コピー',
    copyCrlf: 'CRLF でコピー',
    copyHint: 'プロンプト、コマンド、出力をコピー',
    copyCrlfHint: 'Windows の改行（CRLF）でコピー',
    copied: 'コピーしました',
    silent: (n) => `無応答ホップ ${n} 個とその理由`,
    silentHop: (ttl, node) =>
      node === null ? `ホップ ${ttl} は無応答:` : `ホップ ${ttl}（${node}）は無応答:`,
    silentHops: (first, last, node) =>
      `ホップ ${first}～${last}${node === null ? '' : `（${node}）`} は無応答:`,
    unanswered: '応答がない理由',
    silentEcho: '応答なし:',
    showMore: (step, left) =>
      left <= step ? `残りの結果 ${left} 件を表示` : `残り ${left} 件のうち ${step} 件を表示`,
  },

  inspector: {
    label: (title) => `インスペクター: ${title}`,
    back: (title) => `${title} に戻る`,
    close: 'インスペクターを閉じる',
    tables: 'テーブル',
    noAnswer: '答えがありません。その後ネットワークが変更されました。もう一度クリックしてください。',
    configuration: 'トポロジでの記述',
    places: 'ノートブック内の箇所',
    place: (kind, position, line) => `${kinds[kind]} セル ${position}、${line} 行目`,
    in: '所属',
    asn: 'AS',
    state: '状態',
    gone: 'このネットワークにはありません',
    description: '説明',
    between: '両端',
    path: '経路',
    latency: '遅延',
    bandwidth: '帯域幅',
    region: 'リージョン',
    prefixes: 'プレフィックス',
    members: 'ノード',
  },

  routes: {
    asTable: '表で表示',
    caption: (node) => `${node} のルーティング テーブル`,
    prefix: 'プレフィックス',
    source: '種類',
    nextHops: '次ホップ',
    preference: 'ディスタンス / メトリック',
    bgp: 'BGP',
    learnedFrom: '学習元',
    why: '理由',
    inUse: '使用中',
    lost: '不採用',
    localPreference: (value) => `ローカル優先度 ${value}`,
    asPath: (path) => `パス ${path}`,
    actions: {
      forward: '転送',
      deliver: 'ここに配送',
      discard: '破棄',
      internet: 'インターネットへ',
    },
    ospfPaths: {
      'intra-area': 'エリア内',
      'inter-area': 'エリア間',
      'external-1': '外部タイプ 1',
      'external-2': '外部タイプ 2',
    },
    sources: {
      connected: '直接接続',
      static: 'スタティック',
      ospf: 'OSPF',
      ebgp: 'eBGP',
      ibgp: 'iBGP',
      aggregate: 'BGP 集約',
      user: 'ユーザー定義',
      vnet: 'VNet',
      peering: 'VNet ピアリング',
      system: 'システム',
      expressroute: 'ExpressRoute',
      vpn: 'VPN',
      'route-server': 'Route Server',
      'virtual-hub': '仮想ハブ',
    },
  },

  edit: {
    label: '行われた編集',
    line: (line) => `${line} 行目`,
  },

  map: {
    label: (kind, position) => `${kinds[kind]} セル ${position} の後のネットワーク図`,
    show: '編集後のネットワーク',
    scenario: (position) => `シナリオ セル ${position} のネットワーク図`,
  },

  expect: {
    label: '検証',
    passed: '成立',
    failed: '不成立',
    expected: '期待',
    actual: '実際',
    summary: (passed, total) => `${total} 件中 ${passed} 件が成立`,
  },

  hover: {
    kinds: {
      host: 'ホスト',
      router: 'ルーター',
      vnet: '仮想ネットワーク',
      'vpn-gateway': 'VPN ゲートウェイ',
      'er-gateway': 'ExpressRoute ゲートウェイ',
      'route-server': 'Route Server',
      msee: 'Microsoft エッジ ルーター (MSEE)',
      internet: 'インターネット',
    },
    areas: { vnet: 'VNet', site: 'サイト', circuit: '回線' },
    links: {
      link: 'リンク',
      lan: 'LAN',
      vnet: 'VNet ファブリック',
      peering: 'VNet ピアリング',
      tunnel: 'VPN トンネル',
      expressroute: 'ExpressRoute 接続',
      'private-peering': 'プライベート ピアリング',
      'global-reach': 'Global Reach',
    },
    up: 'アップ',
    down: 'ダウン',
    inferred: '推定（非公開の情報）',
    asn: (asn) => `AS ${asn}`,
    interfaceOf: (name, node) => `${node} のインターフェイス ${name}`,
    addressOf: (address, node) => `${node} のアドレス ${address}`,
    prefixIn: (address, area) => `${address} は ${area} にあります`,
    oneWay: (ms) => `片道 ${ms} ms`,
    ends: (ends) => `${ends} の間`,
    optional: 'オプション',
    command: 'コマンド',
  },

  announce: {
    cell: (name, state) => `${name}: ${states[state]}`,
    cells: (n) => `${n} 件の結果を更新しました`,
    attention: (failed, errors) =>
      [failed > 0 ? `不成立のセル ${failed} 個` : null, errors > 0 ? `エラーのあるセル ${errors} 個` : null]
        .filter((part) => part !== null)
        .join('、'),
  },
};
