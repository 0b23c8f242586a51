/** Headings, the sections they begin, and what is folded away under them. */
import type { Cell } from '../../shared/notebook';

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without its marks. */
  readonly title: string;
  /** In the cell's text, from 1. */
  readonly line: number;
}

/** Opening fences of code (CommonMark 0.31 section 4.5). */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** ATX headings (section 4.2) and the underline of setext headings (section 4.3). */
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** Lines that are no paragraph, so that what follows them underlines nothing. */
const NO_PARAGRAPH = /^(?: {0,3}(?:[-*+>]|\d+[.)])|\s*$| {4}|\|)/;

/** Thematic breaks (section 4.1). */
const BREAK = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;

const known = new WeakMap<Cell, readonly Heading[]>();

/** The headings of a Markdown cell, in order; none of any other cell. */
export function headingsOf(cell: Cell): readonly Heading[] {
  const found = known.get(cell) ?? (cell.kind === 'markdown' ? headingsIn(cell.text) : []);
  known.set(cell, found);
  return found;
}

function headingsIn(text: string): readonly Heading[] {
  return marksIn(text).filter((mark) => 'level' in mark);
}

/** A line that parts a text: a heading, or a thematic break. */
export type Mark = Heading | { readonly line: number };

/** The headings and thematic breaks of a Markdown text, in order. */
export function marksIn(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let fence: string | null = null;
  let above = '';
  for (const [index, line] of text.split('\n').entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length) fence = null;
      continue;
    }
    const atx = ATX.exec(line);
    const underline = UNDERLINE.exec(line)?.[1];
    if (mark !== undefined) fence = mark;
    else if (atx !== null) {
      marks.push({ level: atx[1]?.length ?? 1, title: plain(atx[2] ?? ''), line: index + 1 });
    } else if (underline !== undefined && !NO_PARAGRAPH.test(above)) {
      marks.push({ level: underline.startsWith('=') ? 1 : 2, title: plain(above), line: index });
    } else if (BREAK.test(line)) marks.push({ line: index + 1 });
    above = mark === undefined && atx === null ? line : '';
  }
  return marks;
}

/** A title as it reads: without emphasis, code marks and the addresses of links. */
function plain(title: string): string {
  return title
    .replaceAll(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replaceAll(/(\*\*|__|~~|`|\*)(?=\S)(.+?)\1/g, '$2')
    .trim();
}

/** Where the section that a cell begins ends: the index after its last cell, or null where it begins none. */
export function sectionEnd(cells: readonly Cell[], index: number): number | null {
  const cell = cells[index];
  const level = cell === undefined ? undefined : headingsOf(cell)[0]?.level;
  if (level === undefined) return null;
  const next = cells.findIndex((other, at) => at > index && (headingsOf(other)[0]?.level ?? 7) <= level);
  return next < 0 ? cells.length : next;
}

/** The cells under folded headings, each with the cell that holds the heading. */
export function hiddenCells(
  cells: readonly Cell[],
  folded: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const hidden = new Map<string, string>();
  if (folded.size === 0) return hidden;
  for (const [index, { id }] of cells.entries()) {
    if (!folded.has(id) || hidden.has(id)) continue;
    for (const cell of cells.slice(index + 1, sectionEnd(cells, index) ?? index + 1)) hidden.set(cell.id, id);
  }
  return hidden;
}

/** A line of the outline: a heading, or a cell that is computed. */
export interface OutlineEntry {
  readonly cell: Cell;
  readonly heading: Heading | null;
  /** From 0, by the headings above. */
  readonly depth: number;
  readonly title: string;
}

/** The notebook as a list of headings and of the cells under each. */
export function outlineOf(cells: readonly Cell[]): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let open: number[] = [];
  for (const cell of cells) {
    if (cell.kind === 'markdown') {
      for (const heading of headingsOf(cell)) {
        open = open.filter((level) => level < heading.level);
        entries.push({ cell, heading, depth: open.length, title: heading.title });
        open.push(heading.level);
      }
    } else entries.push({ cell, heading: null, depth: open.length, title: firstLine(cell.text) });
  }
  return entries;
}

/** The entries whose title has all the words, with the headings above them. */
export function searchOutline(entries: readonly OutlineEntry[], words: string): readonly OutlineEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Set<OutlineEntry>();
  let above: OutlineEntry[] = [];
  for (const entry of entries) {
    if (entry.heading !== null) above = above.filter(({ depth }) => depth < entry.depth);
    if (wanted.every((word) => entry.title.toLowerCase().includes(word))) {
      for (const heading of above) found.add(heading);
      found.add(entry);
    }
    if (entry.heading !== null) above.push(entry);
  }
  return entries.filter((entry) => found.has(entry));
}

/** The first line of a text that says something: not empty, not a comment. */
export function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? lines.find(Boolean) ?? '';
}
