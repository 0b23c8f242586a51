/** 編集で行われたこと */
import type { editReasons as english } from '../../reasons/edits';
import type { Translation } from '../../translation';
import { spaced } from '../spaced';

const kinds: Translation<typeof english.kinds> = {
  vnet: 'VNet',
  routeTable: 'ルート テーブル',
  nsg: 'NSG',
  globalReach: 'Global Reach',
  routeServer: 'Route Server',
  virtualHub: '仮想ハブ',
  peering: 'ピアリング',
  gateway: 'ゲートウェイ',
  circuit: '回線',
  connection: '接続',
  site: 'サイト',
  router: 'ルーター',
  lan: 'LAN',
  host: 'ホスト',
  link: 'リンク',
  msee: 'MSEE',
  'circuit connection': '回線の接続',
};

export const editReasons: Translation<typeof english> = {
  kinds,
  aKind: (kind) => spaced(kinds[kind]),
  element: (kind, name) => `${kind} "${name}"`,
  interface: (name) => `インターフェイス ${name}`,

  isDownAlready: (label) => `${label} はすでに停止しています`,
  isUpAlready: (label) => `${label} はすでに動作しています`,
  shutDown: (label) => `${label} を停止しました`,
  broughtUp: (label) => `${label} を起動しました`,
  announcesAlready: (name, prefix) => `"${name}" はすでに ${prefix} を広告しています`,
  announces: (name, prefix) => `"${name}" は ${prefix} を広告します`,
  withdraws: (name, prefix) => `"${name}" は ${prefix} を広告しなくなりました`,
  set: (names, label, value) => `${label}${names === '' ? '' : ` の ${names}`} を ${value} に設定しました`,
  unset: (names, label) => `${label} の ${names} を既定に戻しました`,
  customerEnd: (side, circuit) =>
    `"${circuit}" の${side === 'primary' ? 'プライマリ' : 'セカンダリ'}側の顧客の接続先`,
  ofSubnet: (kind, subnet, vnet) => `"${vnet}" のサブネット ${subnet} の ${kind}`,
  ofHost: (kind, host) => `"${host}" の ${kind}`,
  ofInterface: (kind, name) => `${name} の ${kind}`,
  plug: (name) => `${name} の LAN への接続`,
  secondaryEnd: (connection) => `"${connection}" のセカンダリのトンネル`,
  added: (label) => `${label} を追加しました`,
  removed: (label, company) =>
    `${label} を削除しました${company.length === 0 ? '' : `（${company.join('、')} も一緒に削除）`}`,
};
