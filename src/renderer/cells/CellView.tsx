/** One cell of the page: its text, how it stands, what came out of it. */
import { memo, useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { Cell } from '../../shared/notebook';
import { cellIndex, cellState, requestFocus, selectCell } from '../app/state';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { CodeEditor } from '../editor/CodeEditor';
import { CellOutputView } from '../output/CellOutputView';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { AttributesField } from './AttributesField';
import { BlockedNote } from './BlockedNote';
import { CellStateMark } from './CellStateMark';
import { CellToolbar } from './CellToolbar';
import { FoldedCode, isLong } from './FoldedCode';
import { useSettled } from './useSettled';
import { MarkdownCell } from './MarkdownCell';
import { ProblemList } from './ProblemList';

interface Props {
  readonly cell: Cell;
  /** From 1. */
  readonly position: number;
  readonly last: boolean;
}

const NO_PROBLEMS: readonly never[] = [];

/**
 * While a line is being typed it is wrong most of the time: problems are listed, and the last good results
 * give way, once it rests for this long, ms. The marks in the text come at once.
 */
const TYPING_REST = 800;

export const CellView = memo(function CellView({ cell, position, last }: Props): JSX.Element {
  const store = useStore();
  const article = useRef<HTMLElement>(null);
  const state = useApp((app) => cellState(app, cell));
  const output = useApp((app) => app.outputs[cell.id]);
  const selected = useApp((app) => app.selected === cell.id);
  const readOnly = useApp((app) => app.notebook.readOnly);
  const focus = useApp((app) => (app.focus?.cellId === cell.id ? app.focus : null));
  const own = output?.kind === cell.kind ? output : undefined;
  // What blocks a cell is no fault of its own text: it is told in a quiet line, not marked as an error.
  const blocked = own?.status === 'blocked';
  const problems = own === undefined || blocked ? NO_PROBLEMS : own.problems;
  const editing = useApp((app) => app.editing === cell.id);
  const listed = useSettled(problems, editing ? TYPING_REST : 0);
  const latest = useSettled(output, editing && output?.status === 'error' ? TYPING_REST : 0);
  const result = latest?.kind === cell.kind ? latest : undefined;
  const focusTick = focus?.target === 'editor' ? focus.tick : 0;
  // A long text that nobody is editing keeps its results near: they matter first.
  const [folded, setFolded] = useState(() => cell.kind !== 'markdown' && isLong(cell.text));
  if (folded && (focusTick > 0 || problems.length > 0)) setFolded(false);

  useEffect(() => {
    if (focus === null || article.current === null) return;
    if (focus.target === 'cell') article.current.focus({ preventScroll: true });
    article.current.scrollIntoView({ block: 'nearest' });
  }, [focus]);

  const edit = (): void => store.update((app) => requestFocus(app, cell.id, 'editor'));
  const leave = (): void => store.update((app) => requestFocus(app, cell.id, 'cell'));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      edit();
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const step = event.key === 'ArrowUp' ? -1 : 1;
      store.update((app) => {
        const neighbour = app.notebook.cells[cellIndex(app, cell.id) + step];
        return neighbour === undefined ? app : selectCell(app, neighbour.id);
      });
    }
  }

  const name =
    cell.kind === 'markdown'
      ? words.cell.name(cell.kind, position)
      : words.cell.nameWithState(cell.kind, position, state);

  return (
    // A cell takes the keyboard as a whole, as a row of a grid does: Enter goes in, Escape comes out.
    <article
      ref={article}
      className={`cell cell-${cell.kind} cell-is-${state}${selected ? ' cell-selected' : ''}`}
      aria-label={name}
      aria-describedby="cell-keys"
      aria-current={selected}
      tabIndex={0}
      data-cell-id={cell.id}
      onKeyDown={onKeyDown}
      onFocus={() => store.update((app) => (app.selected === cell.id ? app : { ...app, selected: cell.id }))}
    >
      <header className="cell-head">
        {cell.kind === 'markdown' ? null : (
          <>
            <span className="cell-kind">{words.kinds[cell.kind]}</span>
            <AttributesField cell={cell} readOnly={readOnly} />
            <CellStateMark state={state} />
          </>
        )}
        {readOnly ? null : <CellToolbar cell={cell} position={position} last={last} />}
      </header>
      <ErrorBoundary resetKey={cell.text}>
        {cell.kind === 'markdown' ? (
          <MarkdownCell
            cell={cell}
            position={position}
            readOnly={readOnly}
            focusTick={focusTick}
            onEdit={edit}
            onLeave={leave}
          />
        ) : folded ? (
          <FoldedCode kind={cell.kind} text={cell.text} onUnfold={() => setFolded(false)} />
        ) : (
          <CodeEditor
            cell={cell}
            label={words.cell.editor(cell.kind, position)}
            readOnly={readOnly}
            problems={problems}
            focusTick={focusTick}
            onLeave={leave}
          />
        )}
      </ErrorBoundary>
      <ProblemList problems={listed} />
      {blocked ? <BlockedNote problems={own.problems} /> : null}
      {result === undefined || result.kind === 'markdown' ? null : (
        <ErrorBoundary resetKey={result}>
          <CellOutputView output={result} position={position} />
        </ErrorBoundary>
      )}
    </article>
  );
});
