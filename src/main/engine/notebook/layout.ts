/**
 * How the cells of a notebook follow one another in the file. Cells that were neighbours when they were read
 * stay as they are; between others stands a blank line, what was left open is closed, and a marker line
 * parts two Markdown cells.
 */
import type { Cell, Notebook } from '../../../shared/notebook';
import { BlockScanner, CELL_MARKER, isMarker } from './blocks';
import { BOM, frontMatterExtent } from './front-matter';
import { endsWithBlankLine, endsWithLineBreak, linesFrom } from './lines';
import { cutPieces } from './pieces';
import { isUnchanged, writeCell, writeCellAnew } from './write-cell';

/** A cell's bytes, and those that part it from what stands above it. */
export interface Part {
  readonly cell: Cell;
  readonly before: string;
  readonly source: string;
}

export function layOut(notebook: Notebook): readonly Part[] {
  const { cells, eol, head } = notebook;
  const parts: Part[] = [];
  let above = head === BOM ? '' : head;
  for (const [index, cell] of cells.entries()) {
    const previous = index === 0 ? null : (cells[index - 1] ?? null);
    const next = cells[index + 1];
    const neighbours = cell.origin?.index === (index === 0 ? 0 : nextIndex(previous));
    const settled = neighbours && (previous === null || isUnchanged(previous));

    let source = writeCell(cell, eol);
    if (!settled && cell.kind !== 'markdown' && !opensBelow(above, source)) source = writeCellAnew(cell, eol);
    if (next !== undefined && !(isUnchanged(cell) && next.origin?.index === nextIndex(cell))) {
      source = closed(source, eol);
    }
    const gap = seam(above, neighbours, eol);
    const marker = needsMarker(cell, previous, source, index === 0 && head === '')
      ? CELL_MARKER + eol + eol
      : '';
    parts.push({ cell, before: gap + marker, source });
    above = source === '' ? gap + marker : source;
  }
  return hasStrayFrontMatter(head, parts) ? withMarkerFirst(parts, eol) : parts;
}

function nextIndex(cell: Cell | null): number | null {
  return cell === null || cell.origin === null ? null : cell.origin.index + 1;
}

/** What must stand between the text above and the next cell. */
function seam(above: string, neighbours: boolean, eol: string): string {
  if (above === '') return '';
  if (!endsWithLineBreak(above)) return neighbours ? eol : eol + eol;
  if (neighbours || endsWithBlankLine(above)) return '';
  // After a lone CR an LF would be no line of its own.
  return above.endsWith('\r') ? '\r\n' : eol;
}

function needsMarker(cell: Cell, previous: Cell | null, source: string, first: boolean): boolean {
  if (cell.kind !== 'markdown' || startsWithMarker(source)) return false;
  const empty = cutPieces(source, 0, 1).pieces.length === 0;
  // A byte order mark counts as one only at the very start of the file.
  return empty || previous?.kind === 'markdown' || (first && source.startsWith(BOM));
}

function startsWithMarker(source: string): boolean {
  const [line] = linesFrom(source, 0);
  return line !== undefined && isMarker(source.slice(line.start, line.end));
}

/** False for an indented fence that would fall into a list which ends the text above. */
function opensBelow(above: string, source: string): boolean {
  if (!source.startsWith(' ')) return true;
  const scanner = new BlockScanner();
  for (const { start, end } of linesFrom(above, 0)) scanner.step(above.slice(start, end));
  const [opening] = linesFrom(source, 0);
  return opening !== undefined && scanner.step(source.slice(opening.start, opening.end)) === 'fence-open';
}

/** Closes a fence or an HTML block that would swallow the next cell. */
function closed(source: string, eol: string): string {
  const { open } = cutPieces(source);
  if (open === null) return source;
  return source + (endsWithLineBreak(source) ? '' : eol) + open.closer + eol;
}

/** True if the cells, without front matter above them, would together read like some. */
function hasStrayFrontMatter(head: string, parts: readonly Part[]): boolean {
  const first = parts[0];
  if (first === undefined || !first.source.startsWith('---') || frontMatterExtent(head) !== null)
    return false;
  return frontMatterExtent(head + parts.map((part) => part.before + part.source).join('')) !== null;
}

function withMarkerFirst(parts: readonly Part[], eol: string): readonly Part[] {
  return parts.map((part, index) =>
    index === 0 ? { ...part, before: part.before + CELL_MARKER + eol + eol } : part,
  );
}
