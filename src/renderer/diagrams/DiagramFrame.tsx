/** A picture with what belongs to it: the choice among several, its tools, and its table one button away. */
import { useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { ShowMore } from '../ui/ShowMore';
import { strings } from './strings';
import type { TableView } from './table';

export interface DiagramFrameProps {
  readonly name: string;
  readonly tables: () => readonly TableView[];
  readonly children: ReactNode;
  /** What stands at the left above the picture. */
  readonly head?: ReactNode;
  /** Buttons that act on the picture. */
  readonly tools?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function DiagramFrame(props: DiagramFrameProps): ReactElement {
  const { name, tables, head, tools, onKeyDown, children } = props;
  const [asTable, setAsTable] = useState(false);
  return (
    <div className="diagram-frame" role="group" aria-label={name} onKeyDown={onKeyDown}>
      <div className="diagram-head">
        {head}
        <div className="diagram-tools">
          {asTable ? null : tools}
          <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {strings.showAsTable}
          </button>
        </div>
      </div>
      {asTable ? tables().map((table) => <DiagramTable key={table.caption} table={table} />) : children}
    </div>
  );
}

/** Rows shown at a time: the map of a large network has thousands. */
const AT_A_TIME = 500;

export function DiagramTable({ table }: { readonly table: TableView }): ReactElement {
  const [limit, setLimit] = useState(AT_A_TIME);
  const left = table.rows.length - limit;
  return (
    <div className="diagram-table" tabIndex={0} role="group" aria-label={table.caption}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, limit).map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place on the path
            <tr key={index}>
              {row.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left <= 0 ? null : (
        <ShowMore label={strings.showMoreRows(AT_A_TIME, left)} onMore={() => setLimit(limit + AT_A_TIME)} />
      )}
    </div>
  );
}
