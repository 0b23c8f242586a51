/** The hops of a path as a table that can be sorted by any column and copied. */
import { useMemo, useState, type JSX, type ReactNode } from 'react';
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
import { nodeRef } from '../diagrams/references';
import { strings } from '../diagrams/strings';

interface Props {
  readonly source: GridSource;
  readonly head: ReactNode;
}

export function HopGrid({ source, head }: Props): JSX.Element {
  const { api } = useServices();
  const [order, setOrder] = useState<GridOrder | null>(null);
  const [copied, setCopied] = useState(false);
  const rows = useMemo(() => gridRows(source), [source]);
  const columns = useMemo(() => shownColumns(rows), [rows]);
  const sorted = useMemo(() => sortRows(rows, order), [rows, order]);
  const { grid: text } = strings;
  const caption = text.caption(
    source.probe.source,
    strings.path.target(source.probe.target, source.probe.targetName),
  );

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
            {copied ? text.copied : text.copy}
          </button>
        </div>
      </div>
      <div className="hop-grid table-scroll" tabIndex={0} role="group" aria-label={caption}>
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
          <tbody>
            {sorted.map((row) => (
              <tr
                key={rows.indexOf(row)}
                className={`hop-${row.status}`}
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
