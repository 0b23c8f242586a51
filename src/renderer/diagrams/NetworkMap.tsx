/** The map of a network: fitted to its place, and from there to be zoomed, moved, searched, folded and narrowed. */
import {
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import type { NetworkView } from '../../shared/network-view';
import { MapCanvas, type MapHandle } from './canvas/MapCanvas';
import { Diagram } from './Diagram';
import { DiagramFrame } from './DiagramFrame';
import { ExportMenu } from './ExportMenu';
import { areaKey, hasMap } from './map/graph';
import { LARGE } from './map/lay-out';
import { mapName } from './map/name';
import { collapse, matching, neighbourhood } from './map/narrow';
import { NO_OVERLAY, type MapOverlay } from './map/overlay';
import { mapTables } from './map/table';
import { mapPicture } from './network-map';
import type { Place } from './place';
import { shownWidth } from './sizes';
import { strings } from './strings';
import type { SvgNode } from './svg';
import { useDropdown } from './use-dropdown';
import { useHand } from './use-hand';
import { useLayout, type LaidOut } from './use-layout';
import { useZoom } from './use-zoom';
import { ZOOM_STEP } from './zooming';

/** Narrower than this, px, a map scrolls rather than shrinks. */
const LEAST_WIDTH = 720;
/** How many links around a node belong to its neighbourhood. */
const NEAR = 2;

/** With 0 for the whole map. */
const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP };

const texts = strings.map;

interface Props {
  readonly view: NetworkView;
  /** Puts a node where a hand has moved it; null where nothing can be moved. */
  readonly place?: Place | null;
  /** What stands out where nothing is searched. */
  readonly marks?: MapOverlay;
}

export function NetworkMap({ view, place = null, marks = NO_OVERLAY }: Props): ReactElement {
  const [words, setWords] = useState('');
  const [focus, setFocus] = useState<string | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => {
    const isHere = focus !== null && view.nodes.some(({ name }) => name === focus);
    return collapse(isHere ? neighbourhood(view, focus, NEAR) : view, folded);
  }, [view, focus, folded]);
  const found = useMemo(() => matching(shown, words), [shown, words]);
  const overlay = useMemo(() => overlayOf(found, words) ?? marks, [found, words, marks]);
  const { shown: laidOut, isPending } = useLayout(shown);
  // A part of the map is laid out by itself: its places are not those of the whole.
  const hand = laidOut?.view === view ? place : null;
  const handle = useRef<MapHandle>(null);
  if (!hasMap(view)) return <p className="diagram-empty">{texts.empty}</p>;
  const [first] = found;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = ZOOM_KEYS[event.key];
    if (factor === undefined && event.key !== '0') return;
    event.preventDefault();
    if (factor === undefined) handle.current?.fit();
    else handle.current?.zoomBy(factor);
  };
  return (
    <DiagramFrame
      name={mapName(view)}
      tables={() => mapTables(shown)}
      head={
        <form
          className="diagram-search"
          onSubmit={(event) => {
            event.preventDefault();
            if (first !== undefined) setFocus(first);
          }}
        >
          <input
            type="search"
            value={words}
            placeholder={texts.search}
            aria-label={texts.search}
            onChange={(event) => setWords(event.target.value)}
          />
          {words === '' ? null : <span role="status">{texts.found(found.size)}</span>}
          {first === undefined ? null : <button type="submit">{texts.focusOn(first)}</button>}
          {focus === null ? null : (
            <button type="button" onClick={() => setFocus(null)}>
              {texts.showAll}
            </button>
          )}
        </form>
      }
      tools={
        <>
          {view.areas.length === 0 ? null : <Areas view={view} folded={folded} onFold={setFolded} />}
          <SignButton label={texts.zoomIn} sign="+" onClick={() => handle.current?.zoomBy(ZOOM_STEP)} />
          <SignButton label={texts.zoomOut} sign="−" onClick={() => handle.current?.zoomBy(1 / ZOOM_STEP)} />
          <button type="button" title={texts.fit} onClick={() => handle.current?.fit()}>
            {texts.fitShort}
          </button>
          {laidOut === null ? null : (
            <ExportMenu
              name={mapName(view)}
              draw={(palette) => mapPicture(laidOut.view, laidOut.layout, { palette, overlay })}
            />
          )}
        </>
      }
    >
      <div className="diagram-map" aria-busy={isPending} onKeyDown={onKeyDown}>
        {laidOut === null ? (
          <div className="diagram-waiting" />
        ) : laidOut.layout.nodes.length > LARGE ? (
          <MapCanvas
            layout={laidOut.layout}
            overlay={overlay}
            name={mapName(laidOut.view)}
            handle={handle}
            place={hand}
          />
        ) : (
          <MapPicture laidOut={laidOut} overlay={overlay} handle={handle} place={hand} />
        )}
      </div>
    </DiagramFrame>
  );
}

interface MapPictureProps {
  readonly laidOut: LaidOut;
  readonly overlay: MapOverlay;
  readonly handle: Ref<MapHandle>;
  readonly place: Place | null;
}

function MapPicture({ laidOut, overlay, handle, place }: MapPictureProps): ReactElement {
  const { view, layout } = laidOut;
  const picture = useMemo((): SvgNode => mapPicture(view, layout, { overlay }), [view, layout, overlay]);
  const { frame, zoomBy, fit } = useZoom(picture);
  useImperativeHandle(handle, () => ({ zoomBy, fit }));
  useHand(frame, layout, place);
  const width = Number(picture.attributes['width']);
  const height = Number(picture.attributes['height']);
  return (
    <div
      ref={frame}
      className="map-picture"
      style={{ minWidth: Math.min(width, LEAST_WIDTH), maxWidth: shownWidth(width, height) }}
    >
      <Diagram picture={picture} />
    </div>
  );
}

interface SignButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly onClick: () => void;
}

function SignButton({ label, sign, onClick }: SignButtonProps): ReactElement {
  return (
    <button type="button" title={label} aria-label={label} onClick={onClick}>
      {sign}
    </button>
  );
}

/** What is found stands out, the rest is faint; null while nothing is searched. */
function overlayOf(found: ReadonlySet<string>, words: string): MapOverlay | null {
  if (words.trim() === '') return null;
  return {
    ...NO_OVERLAY,
    isFaint: ({ id }) => !found.has(id),
    nodes: new Map([...found].map((name) => [name, { ring: 'good' as const }])),
  };
}

interface AreasProps {
  readonly view: NetworkView;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (folded: ReadonlySet<string>) => void;
}

function Areas({ view, folded, onFold }: AreasProps): ReactElement {
  const menu = useDropdown();
  return (
    <details ref={menu} className="diagram-export">
      <summary>{texts.areas}</summary>
      <div className="diagram-menu" role="group" aria-label={texts.areas}>
        {view.areas.map((area) => {
          const key = areaKey(area);
          return (
            <label key={key}>
              <input
                type="checkbox"
                checked={!folded.has(key)}
                onChange={() => {
                  const next = new Set(folded);
                  if (!next.delete(key)) next.add(key);
                  onFold(next);
                }}
              />{' '}
              {texts.areaName(strings.areaKinds[area.kind], area.name)}
            </label>
          );
        })}
      </div>
    </details>
  );
}
