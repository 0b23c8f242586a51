/** Cuts a text into the pieces that cells are made of. The pieces' sources, joined, are the text. */
import type { CellKind } from '../../../shared/notebook';
import { nearest } from '../topology/nearest';
import { BlockScanner, FENCE_KINDS, type Fence } from './blocks';
import { linesFrom, type Line } from './lines';

/** Offsets are into the text that was cut. */
export interface Piece {
  readonly kind: CellKind;
  /** Null for Markdown. */
  readonly fence: Fence | null;
  readonly start: number;
  /** Start of the next piece, or the end of the text. */
  readonly end: number;
  /** The content: without fences, marker and the blank lines around Markdown, without its final line ending. */
  readonly textStart: number;
  readonly textEnd: number;
  /** After the content's final line ending. */
  readonly contentEnd: number;
}

export interface Cut {
  readonly pieces: readonly Piece[];
  /** The line that would close what is open at the end, and the offset where that began; null if nothing is. */
  readonly open: { readonly closer: string; readonly at: number } | null;
  /** True if the text has more pieces than the limit: the last one then holds all the rest as Markdown. */
  readonly limited: boolean;
  /** Fences whose word is almost a kind of cell, the first few. */
  readonly lookalikes: readonly Lookalike[];
}

export interface Lookalike {
  readonly word: string;
  /** The kind that it is almost. */
  readonly kind: string;
  /** Offset of the fence's line, and the column of the word in it, from 1. */
  readonly at: number;
  readonly column: number;
}

const MAX_LOOKALIKES = 20;

interface Draft {
  readonly kind: CellKind;
  readonly fence: Fence | null;
  readonly start: number;
  textStart: number;
  textEnd: number;
  contentEnd: number;
}

/** Cuts `text` from a line start on into at most `limit` pieces; blank lines before the first belong to none. */
export function cutPieces(text: string, from = 0, limit = Number.POSITIVE_INFINITY): Cut {
  const scanner = new BlockScanner();
  const drafts: Draft[] = [];
  const lookalikes: Lookalike[] = [];
  let openedAt = from;
  let limited = false;

  for (const line of linesFrom(text, from)) {
    const wasOpen = scanner.closer !== null;
    const role = scanner.step(text.slice(line.start, line.end));
    if (!wasOpen) openedAt = line.start;
    if (!wasOpen && scanner.fence?.kind === null && lookalikes.length < MAX_LOOKALIKES) {
      const { word } = scanner.fence;
      const kind = nearest(word, FENCE_KINDS);
      if (kind !== null)
        lookalikes.push({
          word,
          kind,
          at: line.start,
          column: text.indexOf(word, line.start) - line.start + 1,
        });
    }
    const room = limit - drafts.length;
    // A fence needs room for itself and for what may follow it.
    limited ||= (role === 'fence-open' && room < 2) || (role === 'marker' && room < 1);
    const last = drafts.at(-1);
    switch (limited && role !== 'blank' ? 'prose' : role) {
      case 'blank':
      case 'fence-close':
        break;
      case 'fence-content':
        if (last !== undefined) extend(last, line);
        break;
      case 'prose':
        if (last?.kind === 'markdown') extend(last, line);
        else drafts.push(extend(draftOf('markdown', null, line.start, line.start), line));
        break;
      case 'marker':
        drafts.push(draftOf('markdown', null, line.start, line.next));
        break;
      case 'fence-open':
        drafts.push(draftOf(scanner.fence?.kind ?? 'markdown', scanner.fence, line.start, line.next));
        break;
    }
  }
  const pieces = drafts.map((draft, index) => ({ ...draft, end: drafts[index + 1]?.start ?? text.length }));
  const open = scanner.closer === null ? null : { closer: scanner.closer, at: openedAt };
  return { pieces, open, limited, lookalikes };
}

function draftOf(kind: CellKind, fence: Fence | null, start: number, textStart: number): Draft {
  return { kind, fence, start, textStart, textEnd: textStart, contentEnd: textStart };
}

/** Adds a line to the content; blank lines passed over in between come with it. */
function extend(draft: Draft, line: Line): Draft {
  if (draft.kind === 'markdown' && draft.textEnd === draft.textStart) draft.textStart = line.start;
  draft.textEnd = line.end;
  draft.contentEnd = line.next;
  return draft;
}
