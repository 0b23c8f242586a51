/**
 * What a cell's view knows of the state beside the cell itself, as one value: a page of 500 cells then has one
 * question for each cell at every change, and the same answer where nothing of a cell has changed.
 */
import { useCallback, useState, useSyncExternalStore } from 'react';
import type { CellOutput } from '../../shared/evaluation';
import type { Cell } from '../../shared/notebook';
import type { CellState } from '../../shared/strings/app';
import type { Match } from './find';
import { cellState } from './results';
import { isInRange } from './selection';
import type { AppState, FocusRequest } from './state';
import { useStore } from './store';

export interface CellFacts {
  readonly state: CellState;
  readonly output: CellOutput | undefined;
  readonly selected: boolean;
  readonly readOnly: boolean;
  readonly focus: FocusRequest | null;
  readonly editing: boolean;
  readonly inRange: boolean;
  readonly textFolded: boolean;
  readonly outputFolded: boolean;
  /** Tick of the mark it has, 0 for none. */
  readonly flash: number;
  /** The same, where the page is to scroll to it. */
  readonly shown: number;
  /** Where a search or the inspector leads to. */
  readonly found: Match | null;
}

/** @param unseen what is told of how it stands and what came out of it, where nobody sees that */
function cellFacts(app: AppState, cell: Cell, unseen: CellFacts | null): CellFacts {
  const { id } = cell;
  return {
    state: unseen === null ? cellState(app, cell) : unseen.state,
    output: unseen === null ? app.outputs[id] : unseen.output,
    selected: app.selected === id,
    readOnly: app.notebook.readOnly,
    focus: app.focus?.cellId === id ? app.focus : null,
    editing: app.editing === id,
    inRange: isInRange(app, id),
    textFolded: app.folds.texts.has(id),
    outputFolded: !app.instructor && app.folds.outputs.has(id),
    flash: app.flash.ids.has(id) ? app.flash.tick : 0,
    shown: app.flash.shown === id ? app.flash.tick : 0,
    found: [app.find?.current, app.inspected?.shown].find((match) => match?.cellId === id) ?? null,
  };
}

function alike(a: CellFacts, b: CellFacts): boolean {
  return (
    a.state === b.state &&
    a.output === b.output &&
    a.selected === b.selected &&
    a.readOnly === b.readOnly &&
    a.focus === b.focus &&
    a.editing === b.editing &&
    a.inRange === b.inRange &&
    a.textFolded === b.textFolded &&
    a.outputFolded === b.outputFolded &&
    a.flash === b.flash &&
    a.shown === b.shown &&
    a.found === b.found
  );
}

/**
 * The facts of a cell by any state, the same object for as long as they are the same. Of a cell far from the window
 * nobody sees how it stands and what came out of it: those stay as they were until it is near.
 */
export function factsOf(): (app: AppState, cell: Cell, isFar?: boolean) => CellFacts {
  let kept: CellFacts | null = null;
  return (app, cell, isFar = false) => {
    const now = cellFacts(app, cell, isFar ? kept : null);
    if (kept === null || !alike(kept, now)) kept = now;
    return kept;
  };
}

/** Whether a cell is far from the window, and who wants to know once it is not. */
export interface Distance {
  readonly isFar: () => boolean;
  readonly set: (far: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createDistance(far: boolean): Distance {
  const listeners = new Set<() => void>();
  return {
    isFar: () => far,
    set(next) {
      const comes = far && !next;
      far = next;
      if (comes) for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useCellFacts(cell: Cell, distance: Distance): CellFacts {
  const store = useStore();
  const [select] = useState(factsOf);
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [store.subscribe(listener), distance.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    [store, distance],
  );
  return useSyncExternalStore(subscribe, () => select(store.get(), cell, distance.isFar()));
}
