/** Cells dragged to another place: which ones, and where they would go. One drag at a time, in one window. */
import type { DragEvent } from 'react';
import { endOfFolded, moveCells, sectionIds } from './actions';
import { selectedIds } from './selection';
import { cellIndex, type AppState } from './state';
import type { Store } from './store';

/** What tells our drags from those of files and texts. */
const TYPE = 'application/x-tracebook-cells';

let dragged: readonly string[] | null = null;

/** A cell alone, the range it is part of, or its section: with Alt, or where the section is folded. */
export function draggedIds(state: AppState, id: string, section: boolean): readonly string[] {
  const selected = selectedIds(state);
  if (selected.includes(id) && selected.length > 1) return selected;
  return section || state.folds.sections.has(id) ? sectionIds(state, id) : [id];
}

export function beginDrag(event: DragEvent, store: Store, id: string): void {
  dragged = draggedIds(store.get(), id, event.altKey);
  event.dataTransfer.setData(TYPE, dragged.join(' '));
  event.dataTransfer.effectAllowed = 'move';
  const cell = event.currentTarget.closest('article');
  if (cell !== null) event.dataTransfer.setDragImage(cell, 24, 18);
}

/** The gap nearest to a height of the window. */
function gapAt(page: Element, y: number): HTMLElement | null {
  let nearest: HTMLElement | null = null;
  let least = Infinity;
  for (const gap of page.querySelectorAll<HTMLElement>('[data-gap-after]')) {
    const { top, bottom } = gap.getBoundingClientRect();
    const distance = Math.abs((top + bottom) / 2 - y);
    if (distance < least) [nearest, least] = [gap, distance];
  }
  return nearest;
}

function mark(page: Element, gap: Element | null): void {
  for (const marked of page.querySelectorAll('.gap-drop')) marked.classList.remove('gap-drop');
  gap?.classList.add('gap-drop');
}

function ours(event: DragEvent): boolean {
  return dragged !== null && event.dataTransfer.types.includes(TYPE);
}

/** What the page does while cells are dragged over it. */
export function dropHandlers(store: Store): {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragEnd: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
} {
  return {
    onDragOver(event) {
      if (!ours(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      mark(event.currentTarget, gapAt(event.currentTarget, event.clientY));
    },
    onDragEnd(event) {
      mark(event.currentTarget, null);
      dragged = null;
    },
    onDrop(event) {
      if (!ours(event) || dragged === null) return;
      event.preventDefault();
      const gap = gapAt(event.currentTarget, event.clientY);
      mark(event.currentTarget, null);
      const ids = dragged;
      dragged = null;
      const after = gap?.dataset['gapAfter'];
      if (after === undefined) return;
      store.update((state) => moveCells(state, ids, placeFor(state, ids, after), performance.now()));
    },
  };
}

/** The cell to stand after, with what is folded away below it: a gap within what is dragged means the place before it. */
function placeFor(state: AppState, ids: readonly string[], after: string): string | null {
  const { cells } = state.notebook;
  const gap = cellIndex(state, after);
  for (let at = gap < 0 ? -1 : endOfFolded(state, gap); at >= 0; at -= 1) {
    const id = cells[at]?.id;
    if (id !== undefined && !ids.includes(id)) return id;
  }
  return null;
}
