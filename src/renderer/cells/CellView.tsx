/** One cell of the page, and the gap below it: what it does as a whole. What stands in it is CellContent's. */
import { memo, useEffect, useRef, useState, type JSX, type MouseEvent } from 'react';
import type { Cell } from '../../shared/notebook';
import { createDistance, useCellFacts } from '../app/cell-facts';
import { openMenu } from '../app/menus';
import { extendTo, isInRange } from '../app/selection';
import { hold } from '../app/hold';
import { useStore } from '../app/store';
import { words } from '../app/strings';
import { CellContent } from './CellContent';
import { InsertBar } from './InsertBar';
import { checkCells } from '../ui/near';
import { likelyHeight, useDrawn } from './useDrawn';
import { useSpoken } from '../ui/spoken';

interface Props {
  readonly cell: Cell;
  /** From 1. */
  readonly position: number;
  readonly last: boolean;
  /** How many cells its folded heading hides; null where it begins no section, -1 where that is open. */
  readonly hidden: number | null;
  /** Whether the page has so many cells that only those near the window are drawn. */
  readonly long: boolean;
}

export const CellView = memo(function CellView({ cell, position, last, hidden, long }: Props): JSX.Element {
  useSpoken();
  const store = useStore();
  const article = useRef<HTMLElement>(null);
  const [distance] = useState(() => createDistance(long));
  const facts = useCellFacts(cell, distance);
  const { state, selected, readOnly, focus, inRange, flash, shown, found } = facts;
  const [height] = useState(() => likelyHeight(cell));
  const drawn = useDrawn(article, distance, !long || selected || focus !== null || found !== null);

  useEffect(() => {
    if (focus === null || article.current === null) return;
    if (focus.target === 'cell') article.current.focus({ preventScroll: true });
    article.current.scrollIntoView({ block: 'nearest' });
  }, [focus]);

  const [pointed, setPointed] = useState(false);

  useEffect(checkCells, [position]);

  useEffect(() => {
    if (shown > 0) article.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  useEffect(() => {
    if (found === null) return undefined;
    // Its mark is there once an editor is.
    return hold(() => {
      const mark = article.current?.querySelector('.found-current');
      (mark ?? article.current)?.scrollIntoView({ block: 'nearest' });
    });
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

  return (
    <>
      {/* A cell takes the keyboard as a whole, as a row of a grid does: Enter goes in, Escape comes out. */}
      <article
        ref={article}
        className={`cell${drawn ? '' : ' cell-undrawn'} cell-${cell.kind} cell-is-${state}${selected ? ' cell-selected' : ''}${inRange ? ' cell-in-range' : ''}${flash > 0 ? ` cell-flash cell-flash-${flash % 2}` : ''}`}
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
        {drawn ? (
          <CellContent
            cell={cell}
            facts={facts}
            position={position}
            last={last}
            hidden={hidden}
            acting={selected || pointed}
          />
        ) : (
          <div className="cell-place" style={{ height }} />
        )}
      </article>
      {readOnly ? (
        <div className="gap" />
      ) : (
        <InsertBar after={cell.id} position={position + 1} open={last} alone={false} drawn={drawn} />
      )}
    </>
  );
});
