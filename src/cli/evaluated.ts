/** A notebook from a file with its outputs; what is wrong in it is told on stderr. */
import { cellStarts, createEvaluator, parseNotebook, problemInFile } from '../main/engine/index';
import type { Evaluation } from '../shared/evaluation';
import type { Notebook } from '../shared/notebook';
import { formatProblem } from '../shared/problem';
import type { Io } from './io';

export interface Evaluated {
  readonly notebook: Notebook;
  readonly evaluation: Evaluation;
}

/** Null for a file that cannot be read, once that is told. */
export function evaluated(file: string, io: Io): Evaluated | null {
  const read = io.read(file);
  if (!read.ok) {
    io.err(`${file}: error: ${read.message}\n`);
    return null;
  }
  const { notebook, problems } = parseNotebook(read.text);
  const evaluation = createEvaluator().evaluate(notebook);
  for (const problem of problems) io.err(`${formatProblem(file, problem)}\n`);
  const starts = cellStarts(notebook);
  for (const { cellId, problems: own } of evaluation.outputs) {
    const start = starts.get(cellId);
    if (start !== undefined)
      for (const problem of own) io.err(`${formatProblem(file, problemInFile(problem, start))}\n`);
  }
  return { notebook, evaluation };
}
