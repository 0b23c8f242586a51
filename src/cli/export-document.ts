/** `tracebook export --to html|markdown|ipynb`: a notebook with its outputs, for readers without Tracebook. */
import { cellStarts, createEvaluator, parseNotebook, problemInFile } from '../main/engine/index';
import { ENDINGS, writeDocument, type DocumentFormat } from '../main/handout/documents';
import { formatProblem } from '../shared/problem';
import type { ExitCode, Io } from './io';
import { stemOf, writeTarget } from './target';

/** What is wrong in the notebook is told on stderr; the document shows it too. */
export function exportDocument(
  file: string,
  format: DocumentFormat,
  target: string | undefined,
  force: boolean,
  io: Io,
): ExitCode {
  const read = io.read(file);
  if (!read.ok) {
    io.err(`${file}: error: ${read.message}\n`);
    return 2;
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
  const document = writeDocument(notebook, evaluation, format);
  return writeTarget(target ?? `${stemOf(file)}${ENDINGS[format]}`, document, force, io);
}
