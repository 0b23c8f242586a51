/** `tracebook run`: notebooks from top to bottom, as text or JSON. */
import { cellStarts, createEvaluator, groupOf, parseNotebook, problemInFile } from '../main/engine/index';
import type { CellOutput, Evaluation } from '../shared/evaluation';
import type { Notebook } from '../shared/notebook';
import { formatProblem, type Problem } from '../shared/problem';
import { parseOptions, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { outputText } from '../shared/transcript';
import { countsOf, summaryText, type Counts } from './run-text';

/** Changes with every change of the JSON that a reader could stumble over. */
const SCHEMA = 'tracebook.run/1';

interface Run {
  readonly file: string;
  /** Null for a file that could not be read. */
  readonly notebook: Notebook | null;
  readonly problems: readonly Problem[];
  readonly evaluation: Evaluation;
}

export function runCommandLine(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { json: 'flag' });
  if (args.positionals.length === 0) throw new UsageError('There is no file to run');
  const json = args.flag('json');
  const runs: Run[] = [];
  for (const file of args.positionals) {
    const run = runFile(file, io);
    runs.push(run);
    printProblems(run, io);
    if (!json && run.notebook !== null) printText(run, args.positionals.length > 1, io);
  }
  if (json) io.out(`${JSON.stringify({ schema: SCHEMA, files: runs.map(fileJson) }, null, 2)}\n`);
  if (runs.some(({ notebook }) => notebook === null)) return 2;
  return runs.every(isWell) ? 0 : 1;
}

/** A topology, say, is read as one Markdown cell: that nothing went wrong then means nothing. */
const NOTHING_TO_RUN: Problem = {
  severity: 'warning',
  message: 'There is no cell to run',
  hint: 'a notebook is Markdown with fenced cells; for a topology see tracebook help trace',
  line: 1,
  column: 1,
};

function runFile(file: string, io: Io): Run {
  const read = io.read(file);
  if (!read.ok) {
    const problem: Problem = { severity: 'error', message: read.message, line: 1, column: 1 };
    return { file, notebook: null, problems: [problem], evaluation: { outputs: [], networks: {} } };
  }
  const { notebook, problems } = parseNotebook(read.text);
  const runs = notebook.cells.some(({ kind }) => kind !== 'markdown');
  return {
    file,
    notebook,
    problems: runs ? problems : [...problems, NOTHING_TO_RUN],
    evaluation: createEvaluator().evaluate(notebook),
  };
}

function isWell({ problems, evaluation }: Run): boolean {
  return (
    problems.every(({ severity }) => severity !== 'error') &&
    evaluation.outputs.every(({ status }) => status === 'fresh')
  );
}

function printProblems({ file, notebook, problems, evaluation }: Run, io: Io): void {
  for (const problem of problems) io.err(`${formatProblem(file, problem)}\n`);
  if (notebook === null) return;
  const starts = cellStarts(notebook);
  for (const { cellId, problems: own } of evaluation.outputs) {
    const start = starts.get(cellId);
    if (start === undefined) continue;
    for (const problem of own) io.err(`${formatProblem(file, problemInFile(problem, start))}\n`);
  }
}

function printText(run: Run, named: boolean, io: Io): void {
  const { file, evaluation } = run;
  if (named) io.out(`== ${file} ==\n\n`);
  for (const output of evaluation.outputs) {
    const view = output.networkKey === null ? null : (evaluation.networks[output.networkKey] ?? null);
    io.out(outputText(output, view));
  }
  io.out(summaryText(runCounts(run)));
}

function runCounts({ notebook, evaluation }: Run): Counts {
  const groups = new Map(notebook?.cells.map((cell) => [cell.id, groupOf(cell)]));
  return countsOf(evaluation.outputs, (id) => groups.get(id) ?? '');
}

function fileJson(run: Run): unknown {
  const { file, notebook, problems, evaluation } = run;
  const starts = notebook === null ? null : cellStarts(notebook);
  const { outputs, networks } = evaluation;
  return {
    file,
    title: notebook?.title ?? null,
    seed: notebook?.seed ?? null,
    formatVersion: notebook?.formatVersion ?? null,
    problems,
    summary: runCounts(run),
    cells: outputs.map((output) => cellJson(output, starts?.get(output.cellId)?.line ?? null)),
    networks,
  };
}

function cellJson({ cellId, ...output }: CellOutput, startLine: number | null): unknown {
  return { id: cellId, startLine, ...output };
}
