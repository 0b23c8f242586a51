/** What a page must know before its first word and colour: in its address, since messages come too late. */
import { LANGUAGE_CHOICES, LANGUAGES, type Language } from './language';
import { DEFAULT_SETTINGS, FOLLOWED, SPACINGS, type LookSettings } from './settings';

export interface Start {
  /** The language of the system. */
  readonly system: Language;
  readonly look: LookSettings;
}

export function pageAddress(page: string, { system, look }: Start): string {
  const url = new URL(page);
  const { language, highContrast, reducedMotion, spacing } = look;
  const given = { system, language, highContrast, reducedMotion, spacing };
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, value);
  return url.href;
}

/** @param search of the page's own address; what it lacks is as a new profile has it */
export function startOf(search: string): Start {
  const given = new URLSearchParams(search);
  const one = <Value extends string>(name: string, values: readonly Value[], usual: Value): Value =>
    values.find((each) => each === given.get(name)) ?? usual;
  const { language, highContrast, reducedMotion, spacing } = DEFAULT_SETTINGS;
  return {
    system: one('system', LANGUAGES, 'en'),
    look: {
      language: one('language', LANGUAGE_CHOICES, language),
      highContrast: one('highContrast', FOLLOWED, highContrast),
      reducedMotion: one('reducedMotion', FOLLOWED, reducedMotion),
      spacing: one('spacing', SPACINGS, spacing),
    },
  };
}
