/** Evaluating in two languages: other sentences, the same answers, nothing mixed. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CellOutput } from '../../../shared/evaluation';
import type { Notebook } from '../../../shared/notebook';
import { speak } from '../../../shared/strings';
import { createEvaluator, parseNotebook } from '..';

const FOLDER = new URL('../../../../notebooks/', import.meta.url);
const NOTEBOOKS = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

/** The fields of results that hold sentences, or parts of sentences. */
const SENTENCES: ReadonlySet<string> = new Set(['note', 'why', 'silence']);
const TEXTS: ReadonlySet<string> = new Set([...SENTENCES, 'text', 'reason', 'decision', 'policies', 'notes']);

const JAPANESE = /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u;

function notebookIn(file: string): Notebook {
  return parseNotebook(readFileSync(new URL(file, FOLDER), 'utf8')).notebook;
}

afterEach(() => speak('en'));

/** Every text in a value, with the name of the field that it stands in. */
function* textsOf(value: unknown, field: string): Generator<readonly [field: string, text: string]> {
  if (typeof value === 'string') yield [field, value];
  else if (Array.isArray(value)) for (const inner of value) yield* textsOf(inner, field);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* textsOf(inner, field === 'silence' && key === 'text' ? field : key);
}

/** The results of console cells with their sentences left out. */
function withoutSentences(outputs: readonly CellOutput[]): unknown {
  const results = outputs.map((output) => (output.kind === 'console' ? output.entries : []));
  return JSON.parse(
    JSON.stringify(results, (key, value: unknown) => (TEXTS.has(key) ? null : value)),
  ) as unknown;
}

describe.each(NOTEBOOKS)('%s in Japanese', (file) => {
  it('has no English sentence', () => {
    speak('ja');
    const { outputs } = createEvaluator().evaluate(notebookIn(file));
    const english = outputs.flatMap((output) =>
      output.kind === 'console'
        ? [
            ...textsOf(
              output.entries.map(({ result }) => result),
              '',
            ),
          ].filter(([field, text]) => SENTENCES.has(field) && !JAPANESE.test(text))
        : [],
    );
    expect(english).toEqual([]);
  });

  it('gives what it gives in English but for its sentences', () => {
    const notebook = notebookIn(file);
    const english = withoutSentences(createEvaluator().evaluate(notebook).outputs);
    speak('ja');
    expect(withoutSentences(createEvaluator().evaluate(notebook).outputs)).toEqual(english);
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
