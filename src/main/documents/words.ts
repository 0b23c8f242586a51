/**
 * What a person is told, worded when it is told and not when it happened: whoever changes the language reads it in
 * the new one.
 */
import type { Language } from '../../shared/language';
import { language } from '../../shared/strings';

export type Words = () => string;

/** Lines beneath each other; null for none. */
export function lines(...all: readonly (Words | null)[]): Words | null {
  const said = all.filter((words) => words !== null);
  return said.length === 0 ? null : () => said.map((words) => words()).join('\n');
}

/** Worded once in each language, where that takes long. */
export function onceInEach(words: Words): Words {
  const known = new Map<Language, string>();
  return () => {
    const text = known.get(language()) ?? words();
    known.set(language(), text);
    return text;
  };
}
