/** What a page must know before its first word: it stands in its address, since messages come too late. */
import { LANGUAGE_CHOICES, LANGUAGES, type Language, type LanguageChoice } from './language';

export interface Start {
  /** The language of the system. */
  readonly system: Language;
  /** The language as the settings have it. */
  readonly choice: LanguageChoice;
}

export function pageAddress(page: string, { system, choice }: Start): string {
  const url = new URL(page);
  url.searchParams.set('system', system);
  url.searchParams.set('language', choice);
  return url.href;
}

/** @param search of the page's own address; what it lacks is as a new profile has it */
export function startOf(search: string): Start {
  const given = new URLSearchParams(search);
  return {
    system: LANGUAGES.find((each) => each === given.get('system')) ?? 'en',
    choice: LANGUAGE_CHOICES.find((each) => each === given.get('language')) ?? 'system',
  };
}
