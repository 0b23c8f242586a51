import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../language';
import { CATALOGUES, language, speak, strings } from '.';

afterEach(() => speak('en'));

/** Every text of a catalogue by its place, functions called with stand-ins. */
function texts(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${place}.${key}`));
}

describe('the words of this process', () => {
  it('are English until another language is spoken', () => {
    expect(language()).toBe('en');
    expect(strings.menu.file).toBe(CATALOGUES.en.menu.file);
  });

  it('change in every part that somebody keeps, and back', () => {
    const { menu } = strings;
    speak('ja');
    expect(language()).toBe('ja');
    expect(menu.file).toBe(CATALOGUES.ja.menu.file);
    expect(menu.file).not.toBe(CATALOGUES.en.menu.file);
    speak('en');
    expect(strings).toEqual(CATALOGUES.en);
  });

  it('leave the catalogues as they are', () => {
    const before = JSON.stringify(CATALOGUES);
    speak('ja');
    expect(JSON.stringify(CATALOGUES)).toBe(before);
  });
});

it.each(LANGUAGES)('the catalogue %s leaves nothing unsaid', (each) => {
  const english = new Map(texts(CATALOGUES.en, ''));
  const empty = texts(CATALOGUES[each], '').filter(
    ([place, text]) => text === '' && english.get(place) !== '',
  );
  expect(empty).toEqual([]);
});
