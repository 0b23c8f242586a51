import { describe, expect, it } from 'vitest';
import { chosenLanguage, systemLanguage } from './language';

describe('the language', () => {
  it.each([
    [['ja-JP', 'en-US'], 'ja'],
    [['ja_JP.UTF-8'], 'ja'],
    [['de-DE', 'fr'], 'en'],
    [['fr', 'ja', 'en'], 'ja'],
    [['en-GB', 'ja'], 'en'],
    [['jam'], 'en'],
    [[], 'en'],
  ] as const)('of a system with %j is %s', (preferred, language) => {
    expect(systemLanguage(preferred)).toBe(language);
  });

  it('is the chosen one, else that of the system', () => {
    expect(chosenLanguage('system', 'ja')).toBe('ja');
    expect(chosenLanguage('en', 'ja')).toBe('en');
    expect(chosenLanguage('ja', 'en')).toBe('ja');
  });
});
