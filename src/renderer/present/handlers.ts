/** The commands of a presentation. */
import type { CommandId } from '../../shared/commands';
import { presentWords } from '../app/strings';
import type { Handler } from '../app/commands';
import { currentView } from '../app/page-view';
import type { AppState } from '../app/state';
import {
  back,
  forward,
  leave,
  present,
  stepBy,
  steppedReveal,
  toFirst,
  toggleBlank,
  toggleInstructor,
  toLast,
} from './presentation';
import { scrollSlide, seesNext } from './scroll';

function change(next: (state: AppState) => AppState): Handler {
  return ({ store }) => store.update(next);
}

/** What does not fit the window is read to its end before the slide goes on. */
const goForward: Handler = ({ store }) => {
  const blank = store.get().presentation?.blank === true;
  if (blank || seesNext() || !scrollSlide(1)) store.update(forward);
};

const goBack: Handler = ({ store }) => {
  const { presentation, instructor } = store.get();
  const hides = presentation?.blank === true || (!instructor && (presentation?.shown ?? 0) > 0);
  if (hides || !scrollSlide(-1)) store.update(back);
};

/** Steps through what has steps; where nothing has, the slide scrolls. */
function stepping(by: 1 | -1): Handler {
  return ({ store }) => {
    const state = store.get();
    const blank = state.presentation?.blank === true;
    if (blank || steppedReveal(state) !== null) store.update(stepBy(by));
    else scrollSlide(by);
  };
}

export const PRESENT_HANDLERS = {
  'view.instructor': change((state) => {
    const next = toggleInstructor(state);
    const announcement = next.instructor ? presentWords.instructorOn : presentWords.instructorOff;
    return { ...next, announcement };
  }),
  'view.present': ({ store, session }) => {
    void session.flush();
    const view = currentView(store);
    store.update((state) => present(state, view));
  },
  'present.forward': goForward,
  'present.back': goBack,
  'present.stepForward': stepping(1),
  'present.stepBack': stepping(-1),
  'present.first': change(toFirst),
  'present.last': change(toLast),
  'present.blank': change(toggleBlank),
  'present.leave': change(leave),
} as const satisfies Partial<Record<CommandId, Handler>>;
