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

it('Japanese sets off what is written in Latin letters, and nothing else', () => {
  const { lostBy, ownRoute } = CATALOGUES.ja.reasons.routes;
  expect(lostBy('edge-b', 'MED')).toBe('edge-b が優先: MED');
  expect(lostBy(ownRoute, 'MED')).toBe('自身のルートが優先: MED');
});

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

/** Every sentence by its place, made with a list of one word in the place of each parameter. */
function sentences(value: unknown, place: string): [string, string][] {
  if (typeof value === 'function') {
    const make: unknown = Reflect.apply(
      value,
      null,
      Array.from({ length: value.length }, () => ['x']),
    );
    return [[place, String(make)]];
  }
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    sentences(inner, place === '' ? key : `${place}.${key}`),
  );
}

describe('the sentences of the engine', () => {
  const JAPANESE = /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u;
  /** Names of the field, and frames that hold other words only. */
  const WORDLESS: ReadonlySet<string> = new Set(
    `routes.both routes.steps.med chain.told policies.does answers.med answers.parts differences.because
     checks.sentence observed.theirs observed.is edits.element edits.kinds.vnet edits.kinds.nsg
     edits.aKind editProblems.words.shutdown topology.references.or topology.wires.holders.vnet
     topology.wires.holders.lan edits.kinds.globalReach edits.kinds.routeServer edits.kinds.lan edits.kinds.msee answerTexts.has
     checks.way
     findingTexts.pair findingTexts.pairs findingTexts.finding findingTexts.changeTitle`.split(/\s+/),
  );

  it('are Japanese in the one catalogue', () => {
    const left = sentences(CATALOGUES.ja.reasons, '').filter(
      ([place, text]) => !JAPANESE.test(text) && !WORDLESS.has(place),
    );
    expect(left).toEqual([]);
  });
});

it('goes on in small letters behind other words, but not with a name', () => {
  const { there } = strings.reasons.differences;
  expect(there('Nobody answers for 10.0.0.1 beside a.', 'Nobody has no route.')).toBe(
    'Before, nobody answers for 10.0.0.1 beside a. Now, Nobody has no route.',
  );
});
