/** The page: header, notices, cells with gaps to insert between them, and what lies over it. */
import { useDeferredValue, useLayoutEffect, useMemo, useRef, type JSX } from 'react';
import { dropHandlers } from './app/drag';
import { headingsOf, hiddenCells } from './app/outline';
import { useApp, useStore } from './app/store';
import { words } from './app/strings';
import { CellView } from './cells/CellView';
import { InsertBar } from './cells/InsertBar';
import { LONG_PAGE } from './cells/useDrawn';
import { MapFormDialog } from './map/MapFormDialog';
import { MapMenu } from './map/MapMenu';
import { Highlights } from './highlight/Highlights';
import { CellMenu } from './page/CellMenu';
import { DiskBar } from './page/DiskBar';
import { FindBar } from './page/FindBar';
import { Header } from './page/Header';
import { Notice } from './page/Notice';
import { Outline } from './page/Outline';
import { Toast } from './page/Toast';
import { Presentation } from './present/Presentation';
import { Compare } from './panels/Compare';
import { History } from './panels/History';
import { Palette } from './panels/Palette';
import { Settings } from './panels/Settings';
import { Shortcuts } from './panels/Shortcuts';
import type { Overlay as OverlayName } from './app/state';

export function App(): JSX.Element {
  const phase = useApp((state) => state.phase);
  const announcement = useApp((state) => state.announcement);
  const outline = useApp((state) => state.outline);
  const lineNumbers = useApp((state) => state.lineNumbers);
  // The first picture of the page has the first cells: the others follow while one may act already.
  const whole = useDeferredValue(phase !== 'loading');
  const presenting = useApp((state) => state.presentation !== null);
  const store = useStore();
  const drop = useMemo(() => dropHandlers(store), [store]);
  const top = useRef<HTMLDivElement>(null);
  // What hangs from the top of the window, and what is scrolled to, is below its bars, however many there are.
  useLayoutEffect(() => {
    const { current } = top;
    if (current === null) return undefined;
    const watch = new ResizeObserver(() =>
      document.body.style.setProperty('--top-height', `${current.offsetHeight}px`),
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return (
    <>
      <div
        className={`app${outline ? ' app-outline' : ''}${lineNumbers ? ' app-line-numbers' : ''}`}
        inert={presenting}
      >
        <div ref={top} className="page-top">
          <Header />
          <DiskBar />
          <Notice />
        </div>
        <FindBar />
        <p className="visually-hidden" role="status" aria-live="polite">
          {announcement}
        </p>
        <Outline />
        <main className="page" aria-label={words.page.label} aria-busy={!whole} {...drop}>
          <p id="cell-keys" className="visually-hidden">
            {words.cell.keys}
          </p>
          {phase === 'loading' ? (
            <p className="placeholder">{words.page.loading}</p>
          ) : (
            <Cells whole={whole} />
          )}
          <OpenMenu />
        </main>
        <Highlights />
        <Toast />
        <Overlay />
      </div>
      {presenting ? <Presentation /> : null}
    </>
  );
}

const OVERLAYS: Readonly<Record<OverlayName, () => JSX.Element>> = {
  palette: Palette,
  shortcuts: Shortcuts,
  settings: Settings,
  history: History,
  compare: Compare,
};

function Overlay(): JSX.Element | null {
  const overlay = useApp((state) => state.overlay);
  if (overlay === null) return null;
  const Panel = OVERLAYS[overlay];
  return <Panel />;
}

function OpenMenu(): JSX.Element {
  const menu = useApp((state) => state.menu);
  const form = useApp((state) => state.mapForm);
  return (
    <>
      {menu?.kind === 'cell' ? <CellMenu menu={menu} /> : null}
      {menu?.kind === 'map' ? <MapMenu menu={menu} /> : null}
      {form === null ? null : <MapFormDialog open={form} />}
    </>
  );
}

/** Cells of the first picture: more than a window shows. */
const FIRST = 24;

function Cells({ whole }: { readonly whole: boolean }): JSX.Element {
  const all = useApp((state) => state.notebook.cells);
  const cells = useMemo(() => (whole ? all : all.slice(0, FIRST)), [all, whole]);
  const readOnly = useApp((state) => state.notebook.readOnly);
  const long = useApp(({ notebook, screenReader }) => notebook.cells.length > LONG_PAGE && !screenReader);
  const sections = useApp((state) => state.folds.sections);
  const hidden = useMemo(() => hiddenCells(cells, sections), [cells, sections]);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const heading of hidden.values()) found.set(heading, (found.get(heading) ?? 0) + 1);
    return found;
  }, [hidden]);
  return (
    <>
      {cells.length === 0 ? <p className="placeholder">{words.page.empty}</p> : null}
      {readOnly ? (
        <div className="gap" />
      ) : (
        <InsertBar after={null} position={1} open={all.length === 0} alone={all.length === 0} drawn />
      )}
      {cells.map((cell, index) =>
        hidden.has(cell.id) ? null : (
          <CellView
            key={cell.id}
            cell={cell}
            position={index + 1}
            last={index === all.length - 1}
            hidden={
              headingsOf(cell).length === 0 ? null : sections.has(cell.id) ? (counts.get(cell.id) ?? 0) : -1
            }
            long={long}
          />
        ),
      )}
    </>
  );
}
