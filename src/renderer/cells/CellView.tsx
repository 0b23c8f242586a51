/** One cell of the page: its text, how it stands, what came out of it. */
import { memo, useEffect, useRef, useState, type JSX, type MouseEvent } from 'react';
import type { Cell } from '../../shared/notebook';
import { useCellFacts } from '../app/cell-facts';
import { openMenu } from '../app/menus';
import { extendTo, isInRange } from '../app/selection';
import { requestFocus } from '../app/state';
import { useStore } from '../app/store';
import { words } from '../app/strings';
import { CodeEditor } from '../editor/CodeEditor';
import { CellOutputView } from '../output/CellOutputView';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { AttributesField } from './AttributesField';
import { BlockedNote } from './BlockedNote';
import { CellStateMark } from './CellStateMark';
import { CellToolbar } from './CellToolbar';
import { FoldedCode, isLong } from './FoldedCode';
import { FoldedOutput, FoldedText, SectionMark, SectionNote } from './Folds';
import { RunningNote } from './RunningNote';
import { useSettled } from './useSettled';
import { MarkdownCell } from './MarkdownCell';
import { ProblemList } from './ProblemList';

interface Props {
  readonly cell: Cell;
  /** From 1. */
  readonly position: number;
  readonly last: boolean;
  /** How many cells its folded heading hides; null where it begins no section, -1 where that is open. */
  readonly hidden: number | null;
}

const NO_PROBLEMS: readonly never[] = [];

/**
 * While a line is being typed it is wrong most of the time: problems are listed, and the last good results
 * give way, once it rests for this long, ms. The marks in the text come at once.
 */
const TYPING_REST = 800;

export const CellView = memo(function CellView(props: Props): JSX.Element {
  const { cell, position, last, hidden } = props;
  const store = useStore();
  const article = useRef<HTMLElement>(null);
  const facts = useCellFacts(cell);
  const { state, output, selected, readOnly, focus, editing, inRange, flash, found } = facts;
  const own = output?.kind === cell.kind ? output : undefined;
  // What blocks a cell is no fault of its own text: it is told in a quiet line, not marked as an error.
  const blocked = own?.status === 'blocked';
  const problems = own === undefined || blocked ? NO_PROBLEMS : own.problems;
  const listed = useSettled(problems, editing ? TYPING_REST : 0);
  const latest = useSettled(output, editing && output?.status === 'error' ? TYPING_REST : 0);
  const result = latest?.kind === cell.kind ? latest : undefined;
  const focusTick = focus?.target === 'editor' ? focus.tick : 0;
  // A long text that nobody is editing keeps its results near: they matter first.
  const [folded, setFolded] = useState(() => cell.kind !== 'markdown' && isLong(cell.text));
  if (folded && (focusTick > 0 || problems.length > 0 || found !== null)) setFolded(false);

  useEffect(() => {
    if (focus === null || article.current === null) return;
    if (focus.target === 'cell') article.current.focus({ preventScroll: true });
    article.current.scrollIntoView({ block: 'nearest' });
  }, [focus]);

  // The actions of a cell nobody is at would be most of a long page.
  const [pointed, setPointed] = useState(false);

  const edit = (): void => store.update((app) => requestFocus(app, cell.id, 'editor'));
  const leave = (): void => store.update((app) => requestFocus(app, cell.id, 'cell'));

  useEffect(() => {
    if (flash > 0) article.current?.scrollIntoView({ block: 'nearest' });
  }, [flash]);

  useEffect(() => {
    if (found !== null) article.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);

  function onPointerDown(event: MouseEvent): void {
    // With Shift a press extends the range of cells; in a text it marks letters, as everywhere.
    const inText =
      event.target instanceof Element && event.target.closest('.code, button, select, a') !== null;
    if (!event.shiftKey || inText) return;
    event.preventDefault();
    store.update((app) => extendTo(app, cell.id));
  }

  function onContextMenu(event: MouseEvent): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    // The key for menus tells no place: then it opens at the cell.
    const box = event.currentTarget.getBoundingClientRect();
    const keyboard = event.button !== 2 && event.clientX === 0 && event.clientY === 0;
    const [x, y] = keyboard ? [box.left + 24, box.top + 36] : [event.clientX, event.clientY];
    store.update((app) => {
      const ranged = isInRange(app, cell.id) ? app : { ...app, selected: cell.id, anchor: cell.id };
      return openMenu(ranged, { kind: 'cell', x, y });
    });
  }

  const plain = words.cell.name(cell.kind, position);
  const stated = cell.kind === 'markdown' ? plain : words.cell.nameWithState(cell.kind, position, state);
  const name = inRange ? words.cell.inRange(stated) : stated;
  const section = hidden === null ? null : { id: cell.id, folded: hidden >= 0, hidden };

  return (
    // A cell takes the keyboard as a whole, as a row of a grid does: Enter goes in, Escape comes out.
    <article
      ref={article}
      className={`cell cell-${cell.kind} cell-is-${state}${selected ? ' cell-selected' : ''}${inRange ? ' cell-in-range' : ''}${flash > 0 ? ` cell-flash cell-flash-${flash % 2}` : ''}`}
      aria-label={name}
      aria-describedby="cell-keys"
      aria-current={selected}
      tabIndex={0}
      data-cell-id={cell.id}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onPointerDown={onPointerDown}
      onContextMenu={onContextMenu}
      onFocus={() =>
        store.update((app) =>
          app.selected === cell.id ? app : { ...app, selected: cell.id, anchor: cell.id },
        )
      }
    >
      {section === null ? null : <SectionMark {...section} />}
      <header className="cell-head">
        {cell.kind === 'markdown' ? null : (
          <>
            <span className="cell-kind">{words.kinds[cell.kind]}</span>
            <AttributesField cell={cell} readOnly={readOnly} />
            <CellStateMark state={state} />
            {state === 'running' ? <RunningNote name={plain} /> : null}
          </>
        )}
        {readOnly || !(selected || pointed) ? null : (
          <CellToolbar cell={cell} position={position} last={last} />
        )}
      </header>
      <ErrorBoundary resetKey={cell.text}>
        {facts.textFolded && found === null ? (
          <FoldedText id={cell.id} value={cell.text} />
        ) : cell.kind === 'markdown' ? (
          <MarkdownCell
            cell={cell}
            position={position}
            readOnly={readOnly}
            focusTick={focusTick}
            found={found}
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
            found={found}
            onLeave={leave}
          />
        )}
      </ErrorBoundary>
      {section === null || hidden === null || hidden < 0 ? null : <SectionNote {...section} />}
      <ProblemList problems={listed} />
      {blocked ? <BlockedNote problems={own.problems} /> : null}
      {result === undefined || result.kind === 'markdown' ? null : facts.outputFolded ? (
        <FoldedOutput id={cell.id} />
      ) : (
        <ErrorBoundary resetKey={result}>
          <CellOutputView output={result} position={position} />
        </ErrorBoundary>
      )}
    </article>
  );
});
