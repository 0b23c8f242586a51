/** The source of one cell: as it was read while it is unchanged, else with only the changed lines new. */
import { withLineFeeds } from '../../../shared/document';
import type { Cell, CellOrigin } from '../../../shared/notebook';
import { fenceText, type Fence, type FenceKind } from './blocks';
import { endsWithLineBreak, linesFrom } from './lines';
import { cutPieces, type Piece } from './pieces';

type Written = Pick<Cell, 'kind' | 'text' | 'attributes'>;

export function isUnchanged(cell: Cell): boolean {
  const { origin } = cell;
  return (
    origin !== null &&
    cell.kind === origin.kind &&
    cell.text === origin.text &&
    (cell.kind === 'markdown' || cell.attributes === origin.attributes)
  );
}

/** The cell's lines, each with its line ending, and the blank lines that followed it in the file. */
export function writeCell(cell: Cell, eol: string): string {
  const { origin } = cell;
  if (origin === null) return writeCellAnew(cell, eol);
  return isUnchanged(cell) ? origin.source : writeCellOver(cell, origin, eol);
}

/** The cell without regard to its old lines, at the margin. */
export function writeCellAnew(cell: Cell, eol: string): string {
  const after = cell.origin === null ? '' : blankLinesAfter(cell.origin);
  const lines = contentLines(cell)
    .map((line) => line + eol)
    .join('');
  if (cell.kind === 'markdown') return lines + after;
  const fence = fenceFor(cell, cell.kind, null);
  return openingLine(fence) + eol + lines + fenceText(fence) + eol + after;
}

/** The cell with those of its old lines that are still right. */
function writeCellOver(cell: Cell, origin: CellOrigin, eol: string): string {
  const piece = pieceOf(origin);
  if (piece === undefined || (piece.fence === null) !== (cell.kind === 'markdown'))
    return writeCellAnew(cell, eol);
  const before = origin.source.slice(0, piece.textStart);
  const content = origin.source.slice(piece.textStart, piece.contentEnd);
  const after = origin.source.slice(piece.contentEnd);
  const indent = ' '.repeat(piece.fence?.indent ?? 0);
  const lines = mergeLines(content, origin.text, contentLines(cell), indent, eol);

  if (piece.fence === null || cell.kind === 'markdown') {
    const source = withSafeEol(before, eol) + lines + after;
    // A file that ended without a line ending still does.
    return after === '' && !endsWithLineBreak(origin.source) ? dropFinalEol(source, eol) : source;
  }
  const fence = fenceFor(cell, cell.kind, piece.fence);
  const sameRun = fenceText(fence) === fenceText(piece.fence);
  const sameInfo = fence.kind === piece.fence.kind && fence.attributes === piece.fence.attributes;
  const opening = sameRun && sameInfo ? withSafeEol(before, eol) : openingLine(fence) + eol;
  return opening + lines + (sameRun ? after : fenceText(fence) + eol + blankLinesAfter(origin));
}

function pieceOf(origin: CellOrigin): Piece | undefined {
  return cutPieces(origin.source, 0, origin.kind === 'markdown' ? 1 : 2).pieces[0];
}

/** Old lines at the start and the end that are as before keep their bytes; those between are written anew. */
function mergeLines(
  content: string,
  oldText: string,
  lines: readonly string[],
  indent: string,
  eol: string,
): string {
  const raw = [...linesFrom(content, 0)].map(({ start, end, next }) => ({
    body: content.slice(start, end),
    // A lone CR would join with an LF that comes to follow it.
    ending: ['\n', '\r\n'].includes(content.slice(end, next)) ? content.slice(end, next) : eol,
  }));
  const old = raw.length === 0 ? [] : oldText.split('\n');
  const shorter = Math.min(old.length, lines.length);
  let head = 0;
  while (head < shorter && old[head] === lines[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail += 1;
  const written = lines.map((line, index) => {
    const fromEnd = lines.length - index;
    const same = index < head ? raw[index] : fromEnd <= tail ? raw[raw.length - fromEnd] : undefined;
    if (same !== undefined) return same.body + same.ending;
    return (line === '' ? '' : indent) + line + eol;
  });
  return written.join('');
}

/** The text's lines; none for an empty text. The blank lines around a Markdown cell are the file's, not its own. */
function contentLines({ kind, text }: Written): readonly string[] {
  if (text === '') return [];
  const lines = withLineFeeds(text).split('\n');
  if (kind !== 'markdown') return lines;
  const first = lines.findIndex(isText);
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1);
}

function isText(line: string): boolean {
  return /[^ \t]/.test(line);
}

/** The old fence if it still does; else one that no line of the text closes. */
function fenceFor(cell: Written, kind: FenceKind, old: Fence | null): Fence {
  // Only a tilde fence may have backticks in its info string.
  const character = cell.attributes.includes('`') ? '~' : (old?.character ?? '`');
  const length = Math.max(longestFence(cell.text, character) + 1, old?.length ?? 3);
  return { indent: old?.indent ?? 0, character, length, kind, word: kind, attributes: cell.attributes };
}

/** Length of the longest line of the text that could close a fence of this character. */
function longestFence(text: string, character: string): number {
  let longest = 0;
  for (const { start, end } of linesFrom(text, 0)) {
    const run = /^ {0,3}(`+|~+)[ \t]*$/.exec(text.slice(start, end))?.[1];
    if (run?.startsWith(character) === true) longest = Math.max(longest, run.length);
  }
  return longest;
}

function openingLine(fence: Fence): string {
  const attributes = fence.attributes === '' ? '' : ` ${fence.attributes}`;
  return `${fenceText(fence)}${fence.kind ?? ''}${attributes}`;
}

function blankLinesAfter(origin: CellOrigin): string {
  const piece = pieceOf(origin);
  const after = origin.source.slice(piece?.contentEnd ?? origin.source.length);
  if (origin.kind === 'markdown') return after;
  // The closing fence, if there is one, is the first line after the content.
  const [closing] = linesFrom(after, 0);
  return closing === undefined ? '' : after.slice(closing.next);
}

/** With a line ending that an LF which comes to follow it does not join. */
function withSafeEol(text: string, eol: string): string {
  if (text === '' || text.endsWith('\n')) return text;
  return (text.endsWith('\r') ? text.slice(0, -1) : text) + eol;
}

function dropFinalEol(text: string, eol: string): string {
  return text.endsWith(eol) ? text.slice(0, -eol.length) : text;
}
