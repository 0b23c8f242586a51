/** `tracebook export --to html|markdown|ipynb`: a notebook with its outputs, for readers without Tracebook. */
import { writeDocument } from '../main/handout/documents';
import { ENDINGS, type DocumentFormat } from '../main/handout/formats';
import { evaluated } from './evaluated';
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
  const run = evaluated(file, io);
  if (run === null) return 2;
  const document = writeDocument(run.notebook, run.evaluation, format);
  return writeTarget(target ?? `${stemOf(file)}${ENDINGS[format]}`, document, force, io);
}
