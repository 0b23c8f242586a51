import { useMemo, type ReactElement } from 'react';
import type { NetworkView } from '../../shared/network-view';
import { Diagram } from './Diagram';
import { DiagramFrame } from './DiagramFrame';
import { mapName } from './map/name';
import { mapTables } from './map/table';
import { networkMap } from './network-map';
import { strings } from './strings';
import { useZoom } from './use-zoom';

/** Narrower than this, px, a map scrolls rather than shrinks; it grows beyond its natural size but little. */
const LEAST_WIDTH = 720;
const LARGEST_SCALE = 1.2;

/** The map of a network: fitted to its place, and from there to be zoomed and moved. */
export function NetworkMap({ view }: { readonly view: NetworkView }): ReactElement {
  const picture = useMemo(() => networkMap(view), [view]);
  const { frame, zoomBy, fit } = useZoom(picture);
  const width = Number(picture.attributes['width']);
  if (view.nodes.length === 0) return <p className="diagram-empty">{strings.map.empty}</p>;
  return (
    <DiagramFrame
      name={mapName(view)}
      tables={() => mapTables(view)}
      tools={
        <>
          <button
            type="button"
            title={strings.map.zoomIn}
            aria-label={strings.map.zoomIn}
            onClick={() => zoomBy(1.4)}
          >
            +
          </button>
          <button
            type="button"
            title={strings.map.zoomOut}
            aria-label={strings.map.zoomOut}
            onClick={() => zoomBy(1 / 1.4)}
          >
            −
          </button>
          <button type="button" title={strings.map.fit} onClick={fit}>
            {strings.map.fitShort}
          </button>
        </>
      }
    >
      <div className="diagram-map">
        <div ref={frame} style={{ minWidth: Math.min(width, LEAST_WIDTH), maxWidth: width * LARGEST_SCALE }}>
          <Diagram picture={picture} />
        </div>
      </div>
    </DiagramFrame>
  );
}
