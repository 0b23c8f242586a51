/**
 * What a cell's view knows of the state beside the cell itself, as one value: a page of 500 cells then has one
 * question for each cell at every change, and the same answer where nothing of a cell has changed.
 */
import { useState } from 'react';
import type { CellOutput } from '../../shared/evaluation';
import type { Cell } from '../../shared/notebook';
import type { CellState } from '../../shared/strings/app';
import type { Match } from './find';
import { cellState } from './results';
import { isInRange } from './selection';
import type { AppState, FocusRequest } from './state';
import { useApp } from './store';

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
  readonly found: Match | null;
}

export function cellFacts(app: AppState, cell: Cell): CellFacts {
  const { id } = cell;
  return {
    state: cellState(app, cell),
    output: app.outputs[id],
    selected: app.selected === id,
    readOnly: app.notebook.readOnly,
    focus: app.focus?.cellId === id ? app.focus : null,
    editing: app.editing === id,
    inRange: isInRange(app, id),
    textFolded: app.folds.texts.has(id),
    outputFolded: !app.instructor && app.folds.outputs.has(id),
    flash: app.flash.ids.has(id) ? app.flash.tick : 0,
    found: app.find?.current?.cellId === id ? app.find.current : null,
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
    a.found === b.found
  );
}

/** The facts of a cell by any state, the same object for as long as they are the same. */
export function factsOf(): (app: AppState, cell: Cell) => CellFacts {
  let kept: CellFacts | null = null;
  return (app, cell) => {
    const now = cellFacts(app, cell);
    if (kept === null || !alike(kept, now)) kept = now;
    return kept;
  };
}

export function useCellFacts(cell: Cell): CellFacts {
  const [select] = useState(factsOf);
  return useApp((app) => select(app, cell));
}
