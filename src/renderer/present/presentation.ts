/** What happens to a presentation, as pure functions on what the page knows. */
import type { CommandResult } from '../../shared/results';
import type { PageView } from '../../shared/ipc';
import type { AppState } from '../app/state';
import { requestFocus } from '../app/state';
import { stepsOf, type Steps } from '../diagrams/steps';
import { revealsOf, slidesOf, slideWith, type Reveal, type Slide } from './slides';

export interface Presentation {
  /** Place of the slide, from 0; the last one where there are fewer by now. */
  readonly slide: number;
  /** How many of its results are revealed. */
  readonly shown: number;
  /** The step of the trace, spreading or comparison that was revealed last, from 0; null before it is stepped through. */
  readonly step: number | null;
  readonly blank: boolean;
  /** Where the page was, to return to. */
  readonly from: PageView;
}

/** What a presentation shows now. */
export interface Shown {
  readonly slides: readonly Slide[];
  readonly index: number;
  /** Null where there is nothing to present. */
  readonly slide: Slide | null;
  readonly reveals: readonly Reveal[];
  /** How many of them are shown: all of them in the instructor's view. */
  readonly count: number;
}

export function shownOf(state: AppState): Shown {
  const slides = slidesOf(state.notebook.cells);
  const index = Math.max(0, Math.min(state.presentation?.slide ?? 0, slides.length - 1));
  const slide = slides[index] ?? null;
  const reveals = slide === null ? [] : revealsOf(slide, state.outputs);
  const shown = state.presentation?.shown ?? 0;
  return {
    slides,
    index,
    slide,
    reveals,
    count: state.instructor ? reveals.length : Math.min(shown, reveals.length),
  };
}

/** What can be stepped through: the last of such results that is revealed. */
export function steppedReveal(state: AppState): (Reveal & { readonly steps: Steps }) | null {
  const { reveals, count } = shownOf(state);
  for (const reveal of reveals.slice(0, count).toReversed()) {
    const steps = stepsOf(resultOf(state, reveal));
    if (steps !== null) return { ...reveal, steps };
  }
  return null;
}

function resultOf(state: AppState, { cellId, entry }: Reveal): CommandResult | null {
  const output = state.outputs[cellId];
  return output?.kind === 'console' && entry !== null ? (output.entries[entry]?.result ?? null) : null;
}

/** Begins at the slide of the selected cell; a second time it ends. */
export function present(state: AppState, from: PageView): AppState {
  if (state.presentation !== null) return leave(state);
  const slide = slideWith(slidesOf(state.notebook.cells), state.selected);
  const presentation = { slide, shown: 0, step: null, blank: false, from };
  return { ...state, menu: null, overlay: null, presentation };
}

/** Ends, and the page is where it was. */
export function leave(state: AppState): AppState {
  if (state.presentation === null) return state;
  const page = { ...state, view: state.presentation.from, presentation: null };
  return state.selected === null ? page : requestFocus(page, state.selected, 'cell');
}

/** A change of the presentation; a black screen gives way to the slide first. */
function moving(next: (state: AppState, presentation: Presentation) => AppState) {
  return (state: AppState): AppState => {
    const { presentation } = state;
    if (presentation === null) return state;
    if (presentation.blank) return { ...state, presentation: { ...presentation, blank: false } };
    return next(state, presentation);
  };
}

function goTo(state: AppState, presentation: Presentation, slide: number, shown: number): AppState {
  return { ...state, presentation: { ...presentation, slide, shown, step: null } };
}

/** The next result of the slide, else the next slide with none of its results. */
export const forward = moving((state, presentation) => {
  const { slides, index, reveals, count } = shownOf(state);
  if (count < reveals.length) return goTo(state, presentation, index, count + 1);
  return index >= slides.length - 1 ? state : goTo(state, presentation, index + 1, 0);
});

/** Hides the last result again, else the slide before with all of its results. */
export const back = moving((state, presentation) => {
  const { index, count } = shownOf(state);
  if (count > 0 && !state.instructor) return goTo(state, presentation, index, count - 1);
  return index === 0 ? state : goTo(state, presentation, index - 1, Number.MAX_SAFE_INTEGER);
});

export const toFirst = moving((state, presentation) => goTo(state, presentation, 0, 0));
export const toLast = moving((state, presentation) =>
  goTo(state, presentation, Math.max(0, shownOf(state).slides.length - 1), 0),
);

/** Goes through what was revealed last; back from its first step all of it is shown, as before. */
export function stepBy(by: 1 | -1): (state: AppState) => AppState {
  return moving((state, presentation) => {
    const stepped = steppedReveal(state);
    if (stepped === null) return state;
    const { count, begins } = stepped.steps;
    const first = begins === 'whole' ? 0 : 1;
    const wanted = (presentation.step ?? first - 1) + by;
    const step = wanted < first ? null : Math.min(wanted, count - 1);
    return { ...state, presentation: { ...presentation, step } };
  });
}

export function toggleBlank(state: AppState): AppState {
  const { presentation } = state;
  return presentation === null
    ? state
    : { ...state, presentation: { ...presentation, blank: !presentation.blank } };
}

export function toggleInstructor(state: AppState): AppState {
  return { ...state, instructor: !state.instructor };
}
