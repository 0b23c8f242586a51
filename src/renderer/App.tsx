/** The page: header, notice, cells with gaps to insert between them. */
import { Fragment, type JSX } from 'react';
import { useApp } from './app/store';
import { words } from './app/strings';
import { CellView } from './cells/CellView';
import { InsertBar } from './cells/InsertBar';
import { Header } from './page/Header';
import { Notice } from './page/Notice';

export function App(): JSX.Element {
  const phase = useApp((state) => state.phase);
  const announcement = useApp((state) => state.announcement);
  return (
    <>
      <Header />
      <Notice />
      <p className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </p>
      <main className="page" aria-label={words.page.label} aria-busy={phase === 'loading'}>
        <p id="cell-keys" className="visually-hidden">
          {words.cell.keys}
        </p>
        {phase === 'loading' ? <p className="placeholder">{words.page.loading}</p> : <Cells />}
      </main>
    </>
  );
}

function Cells(): JSX.Element {
  const cells = useApp((state) => state.notebook.cells);
  const readOnly = useApp((state) => state.notebook.readOnly);
  const gap = (after: string | null, position: number): JSX.Element =>
    readOnly ? (
      <div className="gap" />
    ) : (
      <InsertBar
        after={after}
        position={position}
        open={position === cells.length + 1}
        alone={cells.length === 0}
      />
    );
  return (
    <>
      {cells.length === 0 ? <p className="placeholder">{words.page.empty}</p> : null}
      {gap(null, 1)}
      {cells.map((cell, index) => (
        <Fragment key={cell.id}>
          <CellView cell={cell} position={index + 1} last={index === cells.length - 1} />
          {gap(cell.id, index + 2)}
        </Fragment>
      ))}
    </>
  );
}
