/**
 * The language the page is drawn in. What shows words and would not be drawn again by itself (`memo`) asks for it,
 * and is drawn anew in another language; what a person opened, moved or wrote stays as it is.
 */
import { createContext, useContext } from 'react';
import type { Language } from '../../shared/language';

export const SpokenLanguage = createContext<Language>('en');

export function useSpoken(): Language {
  return useContext(SpokenLanguage);
}
