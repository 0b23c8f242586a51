/** The languages of the interface, and which of them a person reads. */
export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each writes dates and times. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja-JP' };

/** What can be chosen: a language, or whatever the system has. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

function known(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary);
}

/**
 * The first of the system's languages that the interface has, English where it has none.
 * @param preferred language tags (RFC 5646) such as `ja-JP`, the dearest first
 */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = known(tag);
    if (language !== undefined) return language;
  }
  return 'en';
}

export function chosenLanguage(choice: LanguageChoice, system: Language): Language {
  return choice === 'system' ? system : choice;
}
