/** What stands in a cell: its head, its text, what is wrong with it, and what came out of it. */
import { useState, type JSX } from 'react';
import type { Cell } from '../../shared/notebook';
import type { CellFacts } from '../app/cell-facts';
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
import { MarkdownCell } from './MarkdownCell';
import { ProblemList } from './ProblemList';
import { RunningNote } from './RunningNote';
import { useSettled } from './useSettled';

interface Props {
  readonly cell: Cell;
  readonly facts: CellFacts;
  /** From 1. */
  readonly position: number;
  readonly last: boolean;
  /** How many cells its folded heading hides; null where it begins no section, -1 where that is open. */
  readonly hidden: number | null;
  /** Whether its actions are at hand: those of every cell would be most of a long page. */
  readonly acting: boolean;
}

const NO_PROBLEMS: readonly never[] = [];

/**
 * While a line is being typed it is wrong most of the time: problems are listed, and the last good results
 * give way, once it rests for this long, ms. The marks in the text come at once.
 */
const TYPING_REST = 800;

export function CellContent({ cell, facts, position, last, hidden, acting }: Props): JSX.Element {
  const store = useStore();
  const { state, output, readOnly, focus, editing, found } = facts;
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

  const edit = (): void => store.update((app) => requestFocus(app, cell.id, 'editor'));
  const leave = (): void => store.update((app) => requestFocus(app, cell.id, 'cell'));
  const section = hidden === null ? null : { id: cell.id, folded: hidden >= 0, hidden };

  return (
    <>
      {section === null ? null : <SectionMark {...section} />}
      <header className="cell-head">
        {cell.kind === 'markdown' ? null : (
          <>
            <span className="cell-kind">{words.kinds[cell.kind]}</span>
            <AttributesField cell={cell} readOnly={readOnly} />
            <CellStateMark state={state} />
            {state === 'running' ? <RunningNote name={words.cell.name(cell.kind, position)} /> : null}
          </>
        )}
        {readOnly || !acting ? null : <CellToolbar cell={cell} position={position} last={last} />}
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
    </>
  );
}
