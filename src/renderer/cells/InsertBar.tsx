/** The gap between two cells: on hover or focus it offers new cells. One tab stop; arrows move inside. */
import { memo, useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { CELL_KINDS } from '../../shared/notebook';
import { insertCell } from '../app/actions';
import { useStore } from '../app/store';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';
import { useSpoken } from '../ui/spoken';

interface Props {
  /** The cell above the gap, null at the top. */
  readonly after: string | null;
  /** Where a cell put here would stand, from 1. */
  readonly position: number;
  /** Stays visible: on an empty page and at the end. */
  readonly open: boolean;
  /** Takes the keyboard if nothing has it: on an empty page there is no cell that could. */
  readonly alone: boolean;
  /** Whether it has its buttons; far from the window it is an empty place. */
  readonly drawn: boolean;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

export const InsertBar = memo(function InsertBar(props: Props): JSX.Element {
  const { after, position, open, alone, drawn } = props;
  useSpoken();
  const store = useStore();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  // Most gaps are never used: until then one button, a stop for Tab, stands for all.
  const [used, setUsed] = useState(open);
  useEffect(() => {
    if (alone && document.activeElement === document.body) bar.current?.querySelector('button')?.focus();
  }, [alone]);

  if (!drawn && !open && !used) return <div className="gap" data-gap-after={after ?? ''} />;

  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (current + step + CELL_KINDS.length) % CELL_KINDS.length;
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={bar}
      className={open ? 'insert-bar insert-bar-open' : 'insert-bar'}
      data-gap-after={after ?? ''}
      role="toolbar"
      aria-label={words.insert.label(position)}
      onKeyDown={onKeyDown}
      onPointerEnter={() => setUsed(true)}
      onFocus={() => setUsed(true)}
    >
      {(used || open ? CELL_KINDS : CELL_KINDS.slice(0, 1)).map((kind, index) => (
        <button
          key={kind}
          type="button"
          className="insert-button"
          aria-label={words.insert.cell(kind)}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          onClick={() => store.update((state) => insertCell(state, kind, after, performance.now()))}
        >
          <Icon name="add" />
          {words.kinds[kind]}
        </button>
      ))}
    </div>
  );
});
