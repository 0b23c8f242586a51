/** A table of a result: folded away below its terminal text, or open where it is the result's main view. */
import type { JSX, ReactNode } from 'react';
import { tableStrings } from '../../app/strings';

export interface DataRow {
  /** The first cell heads its row. */
  readonly cells: readonly ReactNode[];
  /** Colours the row; what it means stands in a cell too. */
  readonly tone?: 'good' | 'bad' | 'change' | 'faint';
}

export interface TableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

const TONES = { good: 'row-good', bad: 'row-bad', change: 'row-change', faint: 'route-lost' } as const;

export function DataTable({ caption, columns, rows }: TableProps): JSX.Element {
  const isToned = rows.some(({ tone }) => tone !== undefined && tone !== 'faint');
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className={isToned ? 'routes routes-toned' : 'routes'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((title, at) => (
              <th key={at} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells: [head, ...cells], tone }, index) => (
            // Rows of a result have no identity but their place.
            <tr key={index} className={tone === undefined ? undefined : TONES[tone]}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same, folded away until it is wanted. */
export function FoldedTable(props: TableProps): JSX.Element {
  return (
    <details className="routes-table">
      <summary>{tableStrings.asTable}</summary>
      <DataTable {...props} />
    </details>
  );
}

/** Several of one result, folded away together, each under its caption. */
export function FoldedTables({ tables }: { readonly tables: readonly TableProps[] }): JSX.Element {
  return (
    <details className="routes-table">
      <summary>{tableStrings.asTable}</summary>
      {tables.map((table) => (
        <div key={table.caption} className="titled-table">
          <p aria-hidden="true">{table.caption}</p>
          <DataTable {...table} />
        </div>
      ))}
    </details>
  );
}
