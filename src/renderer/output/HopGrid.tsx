/**
 * The hops of a path as a table that can be sorted by any column and copied. Its rows are one stop of the Tab key;
 * the arrow keys up and down, Home and End go from row to row.
 */
import { useMemo, useState, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import { useServices } from '../app/api';
import { gridRows, type GridSource } from '../diagrams/grid/rows';
import {
  gridCell,
  gridText,
  shownColumns,
  sortRows,
  type GridColumn,
  type GridOrder,
} from '../diagrams/grid/table';
import { targetWords } from '../diagrams/path/name';
import { nodeRef } from '../diagrams/references';
import { strings } from '../diagrams/strings';
import { nextStop } from '../ui/next-stop';
import { useSaid } from '../ui/use-said';

interface Props {
  readonly source: GridSource;
  readonly head: ReactNode;
}

const SIDEWAYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight']);

export function HopGrid({ source, head }: Props): JSX.Element {
  const { api } = useServices();
  const [order, setOrder] = useState<GridOrder | null>(null);
  const [copied, setCopied] = useSaid<true>();
  const [current, setCurrent] = useState(0);
  const rows = useMemo(() => gridRows(source), [source]);
  const columns = useMemo(() => shownColumns(rows), [rows]);
  const sorted = useMemo(() => sortRows(rows, order), [rows, order]);
  const { grid: text } = strings;
  const caption = text.caption(source.probe.source, targetWords(source.probe));

  /** Up, down, and the order of the path again. */
  function turn(column: GridColumn): void {
    setOrder((now) =>
      now?.column !== column
        ? { column, descending: false }
        : now.descending
          ? null
          : { column, descending: true },
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === ' ') {
      // What a click does to a row; Enter belongs to what stands around the table.
      event.preventDefault();
      event.target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return;
    }
    // Sideways the table scrolls.
    const next = SIDEWAYS.has(event.key) ? null : nextStop(event.key, current, sorted.length - 1);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.querySelectorAll<HTMLElement>('tr').item(next).focus();
  }

  return (
    <div className="diagram-frame" role="group" aria-label={caption}>
      <div className="diagram-head">
        {head}
        <div className="diagram-tools">
          <button
            type="button"
            onClick={() => {
              void api.copyText(gridText(sorted)).then(() => setCopied(true));
            }}
          >
            {copied === true ? text.copied : text.copy}
          </button>
        </div>
      </div>
      <div className="hop-grid table-scroll">
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" aria-sort={sortOf(order, column)}>
                  <button
                    type="button"
                    title={text.sortBy(text.columns[column])}
                    onClick={() => turn(column)}
                  >
                    {text.columns[column]}
                    <span aria-hidden="true">{arrowOf(order, column)}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown}>
            {sorted.map((row, at) => (
              <tr
                key={rows.indexOf(row)}
                className={`hop-${row.status}`}
                tabIndex={at === Math.min(current, sorted.length - 1) ? 0 : -1}
                onFocus={() => setCurrent(at)}
                data-refs={row.name === null ? undefined : nodeRef(row.name)}
              >
                {columns.map((column) => (
                  <td key={column} className={`hop-cell-${column}`}>
                    {gridCell(row, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function sortOf(order: GridOrder | null, column: GridColumn): 'ascending' | 'descending' | 'none' {
  if (order?.column !== column) return 'none';
  return order.descending ? 'descending' : 'ascending';
}

function arrowOf(order: GridOrder | null, column: GridColumn): string {
  if (order?.column !== column) return '';
  return order.descending ? ' ↓' : ' ↑';
}
