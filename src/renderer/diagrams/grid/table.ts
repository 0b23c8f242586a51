/** The rows of a path in words, in any order, and as text to be pasted into a spreadsheet. */
import { strings } from '../strings';
import type { GridRow } from './rows';

const texts = strings.grid;

export const GRID_COLUMNS = [
  'hop',
  'name',
  'type',
  'address',
  'nextHop',
  'min',
  'avg',
  'max',
  'loss',
  'status',
  'issues',
] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

export interface GridOrder {
  readonly column: GridColumn;
  readonly descending: boolean;
}

export function gridHead(column: GridColumn): string {
  return texts.columns[column];
}

export function gridCell(row: GridRow, column: GridColumn): string {
  switch (column) {
    case 'hop':
      return row.hop === null ? '' : String(row.hop);
    case 'name':
      return row.name ?? '';
    case 'type':
      return [
        row.kind === null ? null : strings.nodeKinds[row.kind],
        row.side === null ? null : strings.map.pathShort[row.side],
        row.area,
      ]
        .filter((part) => part !== null)
        .join(', ');
    case 'address':
      return row.address ?? '';
    case 'nextHop':
      return row.nextHop ?? '';
    case 'min':
    case 'avg':
    case 'max':
      return row.rtt === null ? '' : texts.time(row.rtt[column]);
    case 'loss':
      return row.loss === null ? '' : texts.percent(row.loss);
    case 'status':
      return texts.statuses[row.status];
    case 'issues':
      return row.issues.join(' ');
  }
}

/** Rows without a value come last, whichever way the others are sorted; equals keep the order of the path. */
export function sortRows(rows: readonly GridRow[], order: GridOrder | null): readonly GridRow[] {
  if (order === null) return rows;
  const { column, descending } = order;
  const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }));
  const present = keyed.filter(({ key }) => key !== null);
  const absent = keyed.filter(({ key }) => key === null);
  const sorted = present.toSorted((a, b) => (descending ? -1 : 1) * compare(a.key ?? '', b.key ?? ''));
  return [...sorted, ...absent].map(({ row }) => row);
}

function sortKey(row: GridRow, column: GridColumn): string | number | null {
  switch (column) {
    case 'hop':
      return row.hop;
    case 'min':
    case 'avg':
    case 'max':
      return row.rtt?.[column] ?? null;
    case 'loss':
      return row.loss;
    case 'address':
    case 'nextHop':
      return row[column] === null ? null : addressKey(row[column]);
    default: {
      const text = gridCell(row, column);
      return text === '' ? null : text;
    }
  }
}

/** Addresses in their own order, 10.0.9.1 before 10.0.10.1; what is none, such as a node's name, as it is. */
function addressKey(text: string): string {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)
    ? text
        .split('.')
        .map((part) => part.padStart(3, '0'))
        .join('.')
    : text;
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Only the columns that say something. */
export function shownColumns(rows: readonly GridRow[]): readonly GridColumn[] {
  return GRID_COLUMNS.filter((column) => rows.some((row) => gridCell(row, column) !== ''));
}

/** Tabs between cells, a line for each row, the columns' names first. */
export function gridText(rows: readonly GridRow[]): string {
  const columns = shownColumns(rows);
  const lines = [
    columns.map((column) => texts.columns[column]),
    ...rows.map((row) => columns.map((column) => gridCell(row, column))),
  ];
  return lines.map((line) => `${line.join('\t')}\n`).join('');
}
