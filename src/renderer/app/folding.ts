/** What is folded away: texts, outputs and sections, of the selected cells. */
import { hiddenCells, sectionEnd } from './outline';
import { selectedIds } from './selection';
import { cellIndex, requestFocus, selectCell, type AppState, type Folds } from './state';

/** What was folded stays in view: the page moves under it. */
function withFolds(state: AppState, folds: Partial<Folds>): AppState {
  const next = { ...state, folds: { ...state.folds, ...folds } };
  return state.selected === null ? next : requestFocus(next, state.selected, 'cell');
}

/** All of them in, or, where all are in, all of them out. */
function toggled(set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(set);
  const all = ids.every((id) => set.has(id));
  for (const id of ids) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return next;
}

export function toggleOutputs(state: AppState): AppState {
  return withFolds(state, { outputs: toggled(state.folds.outputs, selectedIds(state)) });
}

export function toggleTexts(state: AppState): AppState {
  return withFolds(state, { texts: toggled(state.folds.texts, selectedIds(state)) });
}

export function setSectionFolded(state: AppState, id: string, folded: boolean): AppState {
  const sections = new Set(state.folds.sections);
  if (folded) sections.add(id);
  else sections.delete(id);
  // What had the keyboard in the section gives it to the heading.
  const hidden = hiddenCells(state.notebook.cells, sections);
  const within = state.selected !== null && hidden.has(state.selected);
  return withFolds(within ? { ...state, selected: id, anchor: id } : state, { sections });
}

/** Folds the section that the selected cell begins or, in the midst of one, goes to its heading. */
export function foldSection(state: AppState): AppState {
  const { cells } = state.notebook;
  const index = cellIndex(state, state.selected);
  if (state.selected === null || index < 0) return state;
  const begins = sectionEnd(cells, index) !== null;
  if (begins && !state.folds.sections.has(state.selected)) {
    return setSectionFolded(state, state.selected, true);
  }
  const heading = cells.findLastIndex((_, at) => at < index && (sectionEnd(cells, at) ?? 0) > index);
  const id = cells[heading]?.id;
  return id === undefined ? state : selectCell(state, id);
}

export function unfoldSection(state: AppState): AppState {
  return state.selected === null ? state : setSectionFolded(state, state.selected, false);
}
