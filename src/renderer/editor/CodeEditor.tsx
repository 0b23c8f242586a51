/**
 * The text of a cell. At rest it is static coloured text; pointed at, clicked or entered by key it becomes a
 * live editor at the same place, lent by the pool.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type JSX } from 'react';
import { setText } from '../app/actions';
import { useStore } from '../app/store';
import { words } from '../app/strings';
import type { Cell } from '../../shared/notebook';
import type { Problem } from '../../shared/problem';
import type { Loan, TextRange } from './pool';
import { StaticCode } from './StaticCode';
import { useEditorRuntime } from './useEditorRuntime';

interface Props {
  readonly cell: Cell;
  /** Accessible name of the live editor. */
  readonly label: string;
  readonly readOnly: boolean;
  readonly problems: readonly Problem[];
  /** A new number above 0 moves the keyboard into the editor. */
  readonly focusTick: number;
  /** A match of a search in this text: the editor comes alive and shows it, the keyboard stays. */
  readonly found?: TextRange | null;
  /** Live from the start, not only when touched. */
  readonly immediate?: boolean;
  readonly onLeave: () => void;
  readonly onBlur?: () => void;
}

type Wish = 'keep-caret' | { readonly x: number; readonly y: number };

/**
 * How long the pointer stays on a cell it was moved to before its editor comes alive, ms: not for one passing by. Cells
 * that are scrolled beneath a pointer at rest are entered too, and are not meant.
 */
const POINTING = 60;

export function CodeEditor(props: Props): JSX.Element {
  const { cell, label, problems, focusTick, found = null, immediate = false } = props;
  const store = useStore();
  const [wanted, setWanted] = useState(immediate || focusTick > 0);
  const [seenTick, setSeenTick] = useState(focusTick);
  if (focusTick !== seenTick) {
    setSeenTick(focusTick);
    if (focusTick > 0) setWanted(true);
  }
  if (found !== null && !wanted) setWanted(true);
  const runtime = useEditorRuntime(wanted);
  const box = useRef<HTMLDivElement>(null);
  const mount = useRef<HTMLDivElement>(null);
  const loan = useRef<Loan | null>(null);
  const wish = useRef<Wish | null>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  const grantWish = useCallback((): void => {
    const { current } = wish;
    if (current === null || loan.current === null) return;
    wish.current = null;
    if (current === 'keep-caret') loan.current.focus();
    else loan.current.focusAt(current.x, current.y);
  }, []);

  useLayoutEffect(() => {
    if (runtime === null || mount.current === null) return undefined;
    const { cell: now, label: name, readOnly: locked, problems: wrong, found: match = null } = latest.current;
    const lent = runtime.borrow({
      cellId: now.id,
      kind: now.kind,
      text: now.text,
      label: name,
      readOnly: locked,
      mount: mount.current,
      onText: (text) => store.updateAfterPaint((state) => setText(state, now.id, text, performance.now())),
      onFocus: () => store.update((state) => ({ ...state, selected: now.id, editing: now.id })),
      onBlur() {
        store.update((state) => (state.editing === now.id ? { ...state, editing: null } : state));
        latest.current.onBlur?.();
      },
      onEscape: () => latest.current.onLeave(),
      onHeight(height) {
        if (box.current !== null) box.current.style.height = `${height}px`;
      },
      onEvicted: () => setWanted(false),
    });
    loan.current = lent;
    lent.setProblems(wrong);
    lent.setFound(match);
    grantWish();
    const element = box.current;
    return () => {
      lent.end();
      loan.current = null;
      if (element !== null) element.style.height = '';
    };
  }, [runtime, store, grantWish]);

  // Whenever the cell is another one, if with the same text: what was typed and undone since was never rendered.
  useEffect(() => loan.current?.setText(cell.text), [cell]);
  useEffect(() => loan.current?.setKind(cell.kind), [cell.kind]);
  useEffect(() => loan.current?.setLabel(label), [label]);
  useEffect(() => loan.current?.setProblems(problems), [problems]);
  useEffect(() => loan.current?.setFound(found), [found]);
  useEffect(() => {
    if (focusTick === 0) return;
    wish.current = 'keep-caret';
    grantWish();
  }, [focusTick, grantWish]);

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div
      ref={box}
      className="code"
      data-hint={cell.text === '' ? words.cell.hints[cell.kind] : undefined}
      onPointerMove={() => {
        timer.current ??= setTimeout(() => setWanted(true), POINTING);
      }}
      onPointerLeave={() => {
        clearTimeout(timer.current);
        timer.current = undefined;
      }}
      onClick={(event) => {
        if (runtime !== null || getSelection()?.isCollapsed === false) return;
        wish.current = { x: event.clientX, y: event.clientY };
        setWanted(true);
      }}
    >
      {runtime === null ? <StaticCode kind={cell.kind} text={cell.text} problems={problems} /> : null}
      <div ref={mount} className="code-mount" />
    </div>
  );
}
