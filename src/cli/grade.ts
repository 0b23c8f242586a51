/**
 * `tracebook grade`: what handed-in notebooks answered, judged by the key's own network and questions. What a
 * hand-in says besides its answers counts for nothing, so that nobody grades himself.
 */
import { createEvaluator, isNamed, nameOf, parseNotebook } from '../main/engine/index';
import type { CellOutput } from '../shared/evaluation';
import type { Cell, Notebook } from '../shared/notebook';
import type { Problem } from '../shared/problem';
import { answersIn, withAnswer } from '../shared/prediction';
import { parseOptions, required, UsageError } from './arguments';
import { csvLine } from './csv';
import type { ExitCode, Io } from './io';
import { writeTarget } from './target';

interface Question {
  readonly id: string;
  readonly points: number;
}

interface Key {
  readonly notebook: Notebook;
  readonly questions: readonly Question[];
}

type PredictOutput = Extract<CellOutput, { readonly kind: 'predict' }>;

interface Grade {
  /** Points by question. */
  readonly points: readonly number[];
  readonly note: string;
}

export function gradeCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { key: 'value', csv: 'value', force: 'flag' });
  const keyFile = required(args, 'key');
  if (args.positionals.length === 0) throw new UsageError('There is no notebook to grade');
  const key = readKey(keyFile, io);
  if (key === null) return 2;
  const { questions } = key;
  const head = ['file', ...questions.map(({ id }) => id), 'points', 'of', 'note'];
  const of = sum(questions.map(({ points }) => points));
  const evaluator = createEvaluator();
  const predict = (notebook: Notebook): ReadonlyMap<string, PredictOutput> =>
    new Map(
      evaluator
        .evaluate(notebook)
        .outputs.flatMap((output) => (output.kind === 'predict' ? [[output.cellId, output]] : [])),
    );
  let unread = false;
  const rows = args.positionals.map((file) => {
    const read = io.read(file);
    if (!read.ok) {
      unread = true;
      io.err(`${file}: error: ${read.message}\n`);
    }
    const { points, note } = read.ok
      ? grade(key, parseNotebook(read.text).notebook, predict)
      : { points: questions.map(() => 0), note: read.message };
    return csvLine([file, ...points.map(String), String(sum(points)), String(of), note]);
  });
  const written = writeTarget(
    args.value('csv') ?? '-',
    csvLine(head) + rows.join(''),
    args.flag('force'),
    io,
  );
  return unread ? 2 : written;
}

/** Null after the reasons went to stderr. */
function readKey(file: string, io: Io): Key | null {
  const refuse = (message: string): null => {
    io.err(`${file}: error: ${message}\n`);
    return null;
  };
  const read = io.read(file);
  if (!read.ok) return refuse(read.message);
  const { notebook } = parseNotebook(read.text);
  const cells = notebook.cells.filter(({ kind }) => kind === 'predict');
  if (cells.length === 0) return refuse('The key has no predict cell');
  const unnamed = cells.find((cell) => !isNamed(cell));
  if (unnamed !== undefined)
    return refuse(
      `The question \`${unnamed.text.split('\n')[0] ?? ''}\` has no name of its own (write {#q1} behind predict on its fence)`,
    );
  const byId = new Map(
    createEvaluator()
      .evaluate(notebook)
      .outputs.map((output) => [output.cellId, output]),
  );
  const questions: Question[] = [];
  for (const { id } of cells) {
    const output = byId.get(id);
    if (output?.kind !== 'predict' || output.predicted === null)
      return refuse(`Question ${id} does not work: ${output?.problems[0]?.message ?? 'it was not run'}`);
    questions.push({ id, points: output.predicted.points });
  }
  return { notebook, questions };
}

function grade(
  { notebook, questions }: Key,
  handIn: Notebook,
  predict: (notebook: Notebook) => ReadonlyMap<string, PredictOutput>,
): Grade {
  const answers = new Map(questions.map(({ id }) => [id, answersTo(id, handIn)]));
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.kind !== 'predict') return cell;
    return { ...cell, text: withAnswer(cell.text, answers.get(cell.id)?.[0] ?? ''), origin: null };
  });
  const judged = predict({ ...notebook, cells });
  const points = questions.map((question) =>
    judged.get(question.id)?.predicted?.verdict === 'right' ? question.points : 0,
  );
  const having = (test: (given: readonly string[] | null) => boolean): readonly string[] =>
    questions.flatMap(({ id }) => (test(answers.get(id) ?? null) ? [id] : []));
  const missing = having((given) => given === null);
  const open = having((given) => given?.length === 0);
  const several = having((given) => given !== null && given.length > 1);
  // An answer that is no answer counts for nothing; a teacher may see more in it.
  const unclear = questions.flatMap(({ id }) => {
    const [problem] = judged.get(id)?.problems ?? [];
    return problem === undefined ? [] : [`${id} (${saying(problem)})`];
  });
  const note = [
    ...(missing.length === 0 ? [] : [`missing: ${missing.join(' ')}`]),
    ...(open.length === 0 ? [] : [`not answered: ${open.join(' ')}`]),
    ...(unclear.length === 0 ? [] : [`not understood: ${unclear.join(', ')}`]),
    ...(several.length === 0 ? [] : [`several answers, the first counts: ${several.join(' ')}`]),
  ].join('; ');
  return { points, note };
}

/** All answers that a hand-in gives to a question, in its cells of that name: one may be copied. Null for no such cell. */
function answersTo(id: string, handIn: Notebook): readonly string[] | null {
  const cells = handIn.cells.filter((cell) => cell.kind === 'predict' && nameOf(cell) === id);
  if (cells.length === 0) return null;
  return cells.flatMap(({ text }) => answersIn(text)).filter((answer) => answer !== '');
}

function saying({ message, hint }: Problem): string {
  return hint === undefined ? message : `${message}: ${hint}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
