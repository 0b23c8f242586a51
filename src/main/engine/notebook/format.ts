/**
 * Reading and writing a notebook file. What was read and not changed is written back byte for byte; what was
 * changed is written so that nothing else in the file moves. The format is described in docs/notebook-format.md.
 */
import { withLineFeeds } from '../../../shared/document';
import type { CellOrigin, Notebook } from '../../../shared/notebook';
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import {
  bomLength,
  FORMAT_VERSION,
  frontMatterExtent,
  hasUnclosedFrontMatter,
  readFrontMatter,
} from './front-matter';
import { assignIds } from './ids';
import { countLineBreaks, dominantEol } from './lines';
import { cutPieces, type Piece } from './pieces';
import { layOut } from './layout';

const said = strings.reasons.cells.file;

/** Callers refuse larger files before they read them, bytes. */
export const NOTEBOOK_SIZE_LIMIT = 50 * 1024 * 1024;

/** What follows in a file with more cells is kept as one Markdown cell. */
export const CELL_LIMIT = 10_000;

/** What to tell the reader of a file that is over the limit. */
export function tooLargeMessage(bytes: number): string {
  const mib = (bytes / (1024 * 1024)).toFixed(1);
  return said.tooLarge(mib, NOTEBOOK_SIZE_LIMIT / (1024 * 1024));
}

/** Reads any text; never throws. Problems have positions in the file. */
export function parseNotebook(text: string): {
  readonly notebook: Notebook;
  readonly problems: readonly Problem[];
} {
  const extent = frontMatterExtent(text);
  const matter = readFrontMatter(text, extent);
  const cut = cutPieces(text, extent?.end ?? bomLength(text), CELL_LIMIT);
  const readOnly = matter.formatVersion > FORMAT_VERSION;
  const problems = [...matter.problems];

  if (readOnly) {
    problems.push({
      severity: 'warning',
      message: said.newer(matter.formatVersion, FORMAT_VERSION),
      hint: said.openNewer,
      line: 1,
      column: 1,
    });
  }
  if (hasUnclosedFrontMatter(text)) {
    problems.push({
      severity: 'warning',
      message: said.frontMatterOpen,
      hint: said.closeFrontMatter,
      line: 1,
      column: 1,
    });
  }
  if (cut.open !== null) {
    const { at } = cut.open;
    const closer = cut.open.closer.trim();
    problems.push({
      severity: 'warning',
      message: said.open,
      hint: closer.length > 40 ? said.closeWithMany(closer.length, closer[0] ?? '') : said.closeWith(closer),
      line: countLineBreaks(text, at) + 1,
      column: 1,
    });
  }
  for (const { word, kind, at, column } of cut.lookalikes) {
    problems.push({
      severity: 'warning',
      message: said.noKind(word),
      hint: strings.reasons.commands.didYouMean(kind),
      line: countLineBreaks(text, at) + 1,
      column,
    });
  }
  if (cut.limited) {
    const last = cut.pieces.at(-1)?.start ?? 0;
    problems.push({
      severity: 'error',
      message: said.tooManyCells(CELL_LIMIT),
      line: countLineBreaks(text, last) + 1,
      column: 1,
    });
  }

  const notebook: Notebook = {
    head: text.slice(0, cut.pieces[0]?.start ?? text.length),
    formatVersion: matter.formatVersion,
    title: matter.title,
    seed: matter.seed,
    eol: dominantEol(text),
    cells: assignIds(cut.pieces.map((piece, index) => originOf(text, piece, index))),
    readOnly,
  };
  return { notebook, problems };
}

/** The text of a notebook as it goes to the file. */
export function serializeNotebook(notebook: Notebook): string {
  return (
    notebook.head +
    layOut(notebook)
      .map((part) => part.before + part.source)
      .join('')
  );
}

/** Where a cell's text begins in the file: its first line, from 1, and by how much its lines are indented. */
export interface CellStart {
  readonly line: number;
  readonly indent: number;
  /** Column in the opening line, from 1, at which the cell's attributes begin. */
  readonly attributes: number;
}

/** By cell id, in the file as it will be written. */
export function cellStarts(notebook: Notebook): ReadonlyMap<string, CellStart> {
  const starts = new Map<string, CellStart>();
  let line = 1 + countLineBreaks(notebook.head);
  for (const { cell, before, source } of layOut(notebook)) {
    line += countLineBreaks(before);
    const [piece] = cutPieces(source, 0, cell.kind === 'markdown' ? 1 : 2).pieces;
    const startLine = line + countLineBreaks(source, piece?.textStart ?? 0);
    const opening = source.slice(piece?.start ?? 0, piece?.textStart ?? 0);
    const attributes = opening.indexOf(cell.attributes, opening.indexOf(cell.kind) + cell.kind.length) + 1;
    starts.set(cell.id, { line: startLine, indent: piece?.fence?.indent ?? 0, attributes });
    line += countLineBreaks(source);
  }
  return starts;
}

/** A problem of a cell, with its position in the file; one in line 0 counts its columns in the attributes. */
export function problemInFile(problem: Problem, start: CellStart): Problem {
  const { endLine, endColumn } = problem;
  const before = problem.line === 0 ? start.attributes - 1 : start.indent;
  return {
    ...problem,
    line: problem.line + start.line - 1,
    column: problem.column + before,
    ...(endLine === undefined ? {} : { endLine: endLine + start.line - 1 }),
    ...(endColumn === undefined ? {} : { endColumn: endColumn + before }),
  };
}

function originOf(text: string, piece: Piece, index: number): CellOrigin {
  const { kind, fence, start, end, textStart, textEnd } = piece;
  const content = withLineFeeds(text.slice(textStart, textEnd));
  return {
    kind,
    text: fence === null || fence.indent === 0 ? content : dedent(content, fence.indent),
    attributes: fence?.attributes ?? '',
    source: text.slice(start, end),
    index,
  };
}

/** A fence's content loses as many spaces as the fence is indented by (CommonMark 0.31 section 4.5). */
function dedent(text: string, indent: number): string {
  const spaces = new RegExp(`^ {1,${indent}}`);
  return text
    .split('\n')
    .map((line) => line.replace(spaces, ''))
    .join('\n');
}
