/** The outline: headings and cells with how they stand; one stop of Tab, arrows go through it. */
import { useLayoutEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { outlineOf, searchOutline, type OutlineEntry } from '../app/outline';
import { cellState } from '../app/results';
import { focusSelected, selectCell, unfold } from '../app/state';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Icon, STATE_ICONS } from '../ui/icons';

const text = words.editing.outline;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

export function Outline(): JSX.Element | null {
  const open = useApp((state) => state.outline && state.phase === 'ready');
  return open ? <OpenOutline /> : null;
}

function OpenOutline(): JSX.Element {
  const store = useStore();
  const cells = useApp((state) => state.notebook.cells);
  const selected = useApp((state) => state.selected);
  const [query, setQuery] = useState('');
  const nav = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const { current } = nav;
    return () => {
      if (current?.contains(document.activeElement) === true) store.update(focusSelected);
    };
  }, [store]);
  const entries = useMemo(() => outlineOf(cells), [cells]);
  const shown = useMemo(() => searchOutline(entries, query), [entries, query]);
  const [wanted, setWanted] = useState(0);
  const stop = Math.min(wanted, shown.length - 1);

  const go = (entry: OutlineEntry): void =>
    store.update((state) => selectCell(unfold(state, [entry.cell.id]), entry.cell.id));

  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const ends = { Home: 0, End: shown.length - 1 }[event.key];
    if (step === undefined && ends === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = ends ?? Math.max(0, Math.min(stop + (step ?? 0), shown.length - 1));
    setWanted(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <nav ref={nav} className="outline" aria-label={text.label}>
      <div className="outline-top">
        <input
          className="field"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.querySelectorAll('button')[stop]?.focus();
          }}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={text.close}
          title={text.close}
          onClick={() => store.update((state) => ({ ...state, outline: false }))}
        >
          <Icon name="close" />
        </button>
      </div>
      {shown.length === 0 ? (
        <p className="outline-empty">{entries.length === 0 ? text.empty : text.none}</p>
      ) : null}
      <ul ref={list} onKeyDown={onKeyDown}>
        {shown.map((entry, index) => (
          <li key={`${entry.cell.id}:${entry.heading?.line ?? 0}`}>
            <Entry
              entry={entry}
              current={entry.cell.id === selected}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setWanted(index)}
              onGo={() => go(entry)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps {
  readonly entry: OutlineEntry;
  readonly current: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onGo: () => void;
}

function Entry({ entry, current, tabIndex, onFocus, onGo }: EntryProps): JSX.Element {
  const { cell, heading, depth, title } = entry;
  const state = useApp((app) => cellState(app, cell));
  const shown = title === '' ? text.untitled : title;
  const label = heading === null ? `${words.kinds[cell.kind]}: ${shown}, ${words.states[state]}` : shown;
  return (
    <button
      type="button"
      className={`outline-entry outline-${heading === null ? 'cell' : `heading outline-h${heading.level}`}`}
      style={{ paddingLeft: `calc(var(--space-3) + ${Math.min(depth, 5)} * var(--space-3))` }}
      aria-label={label}
      aria-current={current}
      title={shown}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={onGo}
    >
      {heading === null ? (
        <span className={`state state-${state}`}>
          <Icon name={STATE_ICONS[state]} />
        </span>
      ) : null}
      <span className="outline-title">{shown}</span>
    </button>
  );
}
