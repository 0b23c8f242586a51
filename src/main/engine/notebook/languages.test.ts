/** Evaluating in two languages: other sentences, the same answers, nothing mixed. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CellOutput } from '../../../shared/evaluation';
import type { Notebook } from '../../../shared/notebook';
import { speak } from '../../../shared/strings';
import { proseNamesOf, wordsOf } from '../../../renderer/highlight/names';
import { createEvaluator, parseNotebook } from '..';

const FOLDER = new URL('../../../../notebooks/', import.meta.url);
const NOTEBOOKS = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

/** The fields that hold sentences, or parts of sentences; `route` is what a candidate's route is. */
const SENTENCES: ReadonlySet<string> = new Set(
  'note notes text why reason decision policies remedy route difference remark summary'.split(' '),
);
/** Those that hold words or addresses. */
const WORDS: ReadonlySet<string> = new Set(['expected', 'actual']);

const JAPANESE = /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u;

function notebookIn(file: string): Notebook {
  return parseNotebook(readFileSync(new URL(file, FOLDER), 'utf8')).notebook;
}

afterEach(() => speak('en'));

interface Told {
  readonly field: string;
  readonly english: unknown;
  readonly japanese: unknown;
}

/** Whatever two values hold at the same places; the field it stands in, also inside lists. */
function* told(english: unknown, japanese: unknown, field: string): Generator<Told> {
  if (typeof english !== 'object' || typeof japanese !== 'object' || english === null || japanese === null) {
    yield { field, english, japanese };
    return;
  }
  expect(Object.keys(japanese)).toEqual(Object.keys(english));
  const others = new Map(Object.entries(japanese));
  for (const [key, inner] of Object.entries(english))
    yield* told(inner, others.get(key), Array.isArray(english) ? field : key);
}

function resultsIn(outputs: readonly CellOutput[]): unknown[] {
  return outputs.flatMap((output): unknown[] => {
    if (output.kind === 'console') return output.entries.map(({ result }) => result);
    if (output.kind === 'observed') return output.entries.map(({ comparison }) => comparison);
    if (output.kind === 'expect') return [output.checks];
    if (output.kind === 'edit' || output.kind === 'scenario') return [output.edits];
    return output.kind === 'predict' ? [{ ...output.predicted, text: null }] : [];
  });
}

describe.each(NOTEBOOKS)('%s in Japanese', (file) => {
  const notebook = notebookIn(file);
  const { outputs, networks } = createEvaluator().evaluate(notebook);
  const english = resultsIn(outputs);
  speak('ja');
  const japanese = resultsIn(createEvaluator().evaluate(notebook).outputs);
  speak('en');
  const all = [...told(english, japanese, '')];

  it('gives what it gives in English but for its sentences', () => {
    const others = all.filter(
      ({ field, ...each }) => each.english !== each.japanese && !SENTENCES.has(field) && !WORDS.has(field),
    );
    expect(others).toEqual([]);
  });

  it('has no English sentence', () => {
    // What somebody has typed into the notebook stays.
    const typed = notebook.cells.map(({ text }) => text).join('\n');
    const left = all.filter(
      ({ field, japanese: text }) =>
        SENTENCES.has(field) &&
        typeof text === 'string' &&
        text.includes(' ') &&
        !JAPANESE.test(text) &&
        !typed.includes(text),
    );
    expect(left).toEqual([]);
  });

  it('names what it names in English, as words that the page finds', () => {
    const names = new Map(Object.values(networks).flatMap((view) => [...proseNamesOf(view)]));
    // A word of English too, and found where only that is meant.
    names.delete('hub');
    const namesIn = (text: unknown): readonly string[] =>
      wordsOf(String(text), names).flatMap(({ reference }) => reference ?? []);
    const lost = all.filter((each) => {
      const found = new Set(namesIn(each.japanese));
      return SENTENCES.has(each.field) && namesIn(each.english).some((name) => !found.has(name));
    });
    expect(lost).toEqual([]);
  });

  it('has no Japanese in English', () => {
    expect(
      all.filter((each) => each.english !== each.japanese && JAPANESE.test(String(each.english))),
    ).toEqual([]);
  });
});

it('gives after a change of language what an evaluator gives that never knew another', () => {
  const notebook = notebookIn('azure-interop.tracebook.md');
  const evaluator = createEvaluator();
  const english = evaluator.evaluate(notebook);
  speak('ja');
  expect(evaluator.evaluate(notebook)).toEqual(createEvaluator().evaluate(notebook));
  speak('en');
  expect(evaluator.evaluate(notebook)).toEqual(english);
});

it('answers in the language of the moment about a network of before', () => {
  const evaluator = createEvaluator();
  const { outputs } = evaluator.evaluate(notebookIn('azure-interop.tracebook.md'));
  const key = outputs.find(({ networkKey }) => networkKey !== null)?.networkKey ?? '';
  const ask = (): string => evaluator.ask(key, 'hub-vm', 'show ip route')?.text ?? '';
  const english = ask();
  speak('ja');
  expect(ask()).toMatch(JAPANESE);
  speak('en');
  expect(ask()).toBe(english);
  expect(english).not.toMatch(JAPANESE);
});
