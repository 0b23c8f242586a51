import type { ReactElement } from 'react';
import type { NetworkView } from '../../shared/network-view';
import { DiagramTable } from './DiagramFrame';
import { mapTables } from './map/table';

/** The network of a view, as its tables. */
export function NetworkMap({ view }: { readonly view: NetworkView }): ReactElement {
  return (
    <>
      {mapTables(view).map((table) => (
        <DiagramTable key={table.caption} table={table} />
      ))}
    </>
  );
}
