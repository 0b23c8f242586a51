/** Edit lines, carried out one after the other on a copy of the network. */
import type { EditEntry } from '../../../shared/evaluation';
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import type { EnginePort } from './engine-port';
import { moved } from './step-output';
import { COMMAND_LIMIT, errorAt, type Word } from './words';

export interface EditLine extends Word {
  /** Line in the cell, from 1. */
  readonly line: number;
}

/** The lines of a cell that are not empty and no comments. */
export function editLines(text: string): readonly EditLine[] {
  return text.split('\n').flatMap((source, index) => {
    const line = source.trim();
    if (line === '' || line.startsWith('#')) return [];
    return [{ text: line, line: index + 1, column: source.indexOf(line) + 1 }];
  });
}

export interface Edited<Document> {
  /** Null where a line is wrong: all edits or none. */
  readonly document: Document | null;
  readonly edits: readonly EditEntry[];
  readonly problems: readonly Problem[];
}

export function carryOut<Document, Simulation>(
  engine: EnginePort<Document, Simulation>,
  start: Document,
  lines: readonly EditLine[],
): Edited<Document> {
  let document = start;
  const edits: EditEntry[] = [];
  const problems: Problem[] = [];
  for (const [index, { line, text, column }] of lines.entries()) {
    if (index === COMMAND_LIMIT) {
      problems.push(errorAt(line, { column: 1 }, strings.reasons.cells.tooManyEdits(COMMAND_LIMIT)));
      break;
    }
    const edited = engine.edit(text, document);
    problems.push(...edited.problems.map((problem) => moved(problem, line, column - 1)));
    if (!edited.ok) continue;
    document = edited.value.document;
    edits.push({ line, text, summary: edited.value.summary });
  }
  if (problems.some(({ severity }) => severity === 'error')) return { document: null, edits: [], problems };
  return { document, edits, problems };
}
