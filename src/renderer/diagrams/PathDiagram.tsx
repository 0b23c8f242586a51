import { useMemo, type ReactElement } from 'react';
import { Diagram } from './Diagram';
import { DiagramFrame } from './DiagramFrame';
import { pathDiagram } from './path-diagram';
import type { PathSource } from './path/model';
import { pathName } from './path/name';
import { pathTables } from './path/table';

/** The path of a probe, hop by hop; wider than its place, it scrolls rather than shrinks. */
export function PathDiagram({ result }: { readonly result: PathSource }): ReactElement {
  const picture = useMemo(() => pathDiagram(result), [result]);
  const tables = useMemo(() => pathTables(result), [result]);
  return (
    <DiagramFrame name={pathName(result)} tables={tables}>
      <Diagram picture={picture} className="diagram-scroll" />
    </DiagramFrame>
  );
}
