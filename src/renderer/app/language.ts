/** The language of the page: that of the settings, from its first word on. */
import { chosenLanguage, type Language, type LanguageChoice } from '../../shared/language';
import { startOf } from '../../shared/start';
import { language, speak } from '../../shared/strings';
import { currentView } from './page-view';
import type { Store } from './store';

/** Speaks the language that the address of the page names, then that of the settings whenever they change. */
export function followLanguage(store: Store): void {
  const { system, look } = startOf(window.location.search);
  store.update((state) => ({ ...state, settings: { ...state.settings, ...look } }));
  use(chosenLanguage(look.language, system));
  let last = look.language;
  store.subscribe(() => {
    const { settings } = store.get();
    if (settings.language === last) return;
    last = settings.language;
    change(store, system, last);
  });
}

function change(store: Store, system: Language, choice: LanguageChoice): void {
  const wished = chosenLanguage(choice, system);
  if (wished === language()) return;
  use(wished);
  // Everything is drawn anew, in words of other lengths: the page stays where it is read.
  const view = currentView(store);
  store.update((state) => ({ ...state, view }));
}

function use(language: Language): void {
  speak(language);
  document.documentElement.lang = language;
}
