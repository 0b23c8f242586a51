/**
 * Which lines of a Markdown text stand at its top level: just enough of CommonMark 0.31 to tell a notebook's
 * fences from those inside other fences, lists, quotes, HTML and indented code (sections 4.4 to 4.6, 5.2).
 */
import { CELL_KINDS, type CellKind } from '../../../shared/notebook';
import { isBlankUnit } from './lines';

export type FenceKind = Exclude<CellKind, 'markdown'>;

export interface Fence {
  readonly indent: number;
  readonly character: '`' | '~';
  readonly length: number;
  /** Null for a fence that is no cell, such as ```python. */
  readonly kind: FenceKind | null;
  /** The first word of the info string; empty where there is none. */
  readonly word: string;
  /** The info string after the kind, blanks around it removed. */
  readonly attributes: string;
}

/**
 * What a line is. Lines of foreign fences, lists and HTML are `prose`; `marker` is the line that starts a
 * Markdown cell.
 */
export type LineRole = 'blank' | 'prose' | 'marker' | 'fence-open' | 'fence-content' | 'fence-close';

/** Starts a Markdown cell where nothing else would: between two of them, or for an empty one. */
export const CELL_MARKER = '<!-- cell -->';

export const FENCE_KINDS: ReadonlySet<string> = new Set<string>(
  CELL_KINDS.filter((kind) => kind !== 'markdown'),
);

const FENCE = /^( {0,3})(`{3,}|~{3,})(.*)$/s;
const FENCE_CLOSE = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const QUOTE = /^ {0,3}>/;
const THEMATIC_BREAK = /^ {0,3}([-_*])[ \t]*(?:\1[ \t]*){2,}$/;
const LIST_ITEM = /^( {0,3})([-+*]|(\d{1,9})[.)])(?=[ \t]|$)/;
const MARKER = /^<!-- cell -->[ \t]*$/;

/** Start and end of the HTML blocks that may hold blank lines (section 4.6, kinds 1 to 5). */
const HTML_BLOCKS: readonly { readonly start: RegExp; readonly end: RegExp; readonly closer: string }[] = [
  {
    start: /^ {0,3}<(?:script|pre|style|textarea)(?:[ \t>]|$)/i,
    end: /<\/(?:script|pre|style|textarea)>/i,
    closer: '</pre>',
  },
  { start: /^ {0,3}<!--/, end: /-->/, closer: '-->' },
  { start: /^ {0,3}<\?/, end: /\?>/, closer: '?>' },
  { start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/, closer: ']]>' },
  { start: /^ {0,3}<![a-z]/i, end: />/, closer: '>' },
];

interface OpenHtml {
  readonly end: RegExp;
  readonly closer: string;
}

export class BlockScanner {
  /** The fence that the last line opened or stood in. */
  fence: Fence | null = null;
  private html: OpenHtml | null = null;
  /** Column at which a list item's content begins; 0 outside lists. */
  private listIndent = 0;
  private emptyListItem = false;
  private paragraph = false;

  /** The line that closes what is still open, or null where nothing is. */
  get closer(): string | null {
    if (this.fence !== null) return fenceText(this.fence);
    return this.html === null ? null : this.html.closer;
  }

  /** Takes the next line, without its line ending. */
  step(line: string): LineRole {
    if (this.fence !== null) return this.insideFence(this.fence, line);
    const indent = indentOf(line);
    if (this.html !== null) {
      if (this.html.end.test(line)) this.html = null;
      return indent === null ? 'blank' : 'prose';
    }
    if (indent === null) {
      this.paragraph = false;
      if (this.emptyListItem) this.leaveList();
      return 'blank';
    }
    if (this.listIndent > 0 && indent >= this.listIndent) {
      this.emptyListItem = false;
      this.paragraph = !HEADING.test(line.slice(this.listIndent));
      return 'prose';
    }
    return this.topLevel(line, indent);
  }

  private insideFence(fence: Fence, line: string): LineRole {
    const run = FENCE_CLOSE.exec(line)?.[1];
    const closes = run !== undefined && run[0] === fence.character && run.length >= fence.length;
    if (closes) this.fence = null;
    if (fence.kind !== null) return closes ? 'fence-close' : 'fence-content';
    return indentOf(line) === null ? 'blank' : 'prose';
  }

  private topLevel(line: string, indent: number): LineRole {
    const fence = parseFence(line);
    if (fence !== null) {
      this.interrupt();
      this.fence = fence;
      return fence.kind === null ? 'prose' : 'fence-open';
    }
    if (isMarker(line)) {
      this.interrupt();
      return 'marker';
    }
    const html = HTML_BLOCKS.find((block) => block.start.test(line));
    if (html !== undefined) {
      this.interrupt();
      if (!html.end.test(line)) this.html = html;
      return 'prose';
    }
    if (indent >= 4) {
      if (!this.paragraph) this.leaveList();
      return 'prose';
    }
    if (HEADING.test(line) || QUOTE.test(line) || isThematicBreak(line)) {
      this.interrupt();
      return 'prose';
    }
    if (this.startListItem(line)) return 'prose';
    // Text right after a list's paragraph continues it (section 5.2, laziness); after anything else it is ours.
    if (!this.paragraph) this.leaveList();
    this.paragraph = true;
    return 'prose';
  }

  private startListItem(line: string): boolean {
    const item = LIST_ITEM.exec(line);
    if (item === null) return false;
    const [marker, indent = '', , number] = item;
    const rest = line.slice(marker.length);
    const spaces = indentOf(rest);
    const interruptsParagraph = this.paragraph && this.listIndent === 0;
    if (interruptsParagraph && (spaces === null || (number !== undefined && Number(number) !== 1)))
      return false;
    // Five or more spaces begin indented code one column after the marker.
    const gap = spaces === null || spaces > 4 ? 1 : spaces;
    this.listIndent = Math.max(indent.length + 1, marker.length + gap);
    this.emptyListItem = spaces === null;
    this.paragraph = spaces !== null;
    return true;
  }

  private interrupt(): void {
    this.leaveList();
    this.paragraph = false;
  }

  private leaveList(): void {
    this.listIndent = 0;
    this.emptyListItem = false;
  }
}

export function isMarker(line: string): boolean {
  return MARKER.test(line);
}

/** The fence that a line opens, or null. */
export function parseFence(line: string): Fence | null {
  const match = FENCE.exec(line);
  if (match === null) return null;
  const [, indent = '', run = '', rest = ''] = match;
  const character = run.startsWith('`') ? '`' : '~';
  if (character === '`' && rest.includes('`')) return null;
  const info = trimBlanks(rest);
  const gap = info.search(/[ \t]/);
  const word = gap === -1 ? info : info.slice(0, gap);
  const kind = isFenceKind(word) ? word : null;
  const attributes = gap === -1 ? '' : trimBlanks(info.slice(gap));
  return { indent: indent.length, character, length: run.length, kind, word, attributes };
}

/** The line that closes a fence, or opens it but for its info string. */
export function fenceText(fence: Fence): string {
  return ' '.repeat(fence.indent) + fence.character.repeat(fence.length);
}

function isFenceKind(word: string): word is FenceKind {
  return FENCE_KINDS.has(word);
}

/** A long line is no thematic break to us; the limit bounds what the expression may have to go back over. */
function isThematicBreak(line: string): boolean {
  return line.length < 1000 && THEMATIC_BREAK.test(line);
}

/** Columns before the first character that is no blank (a tab goes to the next multiple of 4); null for a blank line. */
function indentOf(line: string): number | null {
  let column = 0;
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    if (!isBlankUnit(unit)) return column;
    column += unit === 9 ? 4 - (column % 4) : 1;
  }
  return null;
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlankUnit(text.charCodeAt(start))) start += 1;
  while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
