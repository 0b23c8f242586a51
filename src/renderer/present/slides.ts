/**
 * A notebook as slides: a heading of the first or second level begins one, and so does a thematic break. The cells
 * up to the next such line belong to it; their results are shown one after the other.
 */
import type { CellOutput } from '../../shared/evaluation';
import type { Cell } from '../../shared/notebook';
import { marksIn } from '../app/outline';

/** A piece of a Markdown cell, or a cell that is computed. */
export type SlidePart =
  | { readonly kind: 'prose'; readonly cell: Cell; readonly text: string }
  | { readonly kind: 'cell'; readonly cell: Cell };

export interface Slide {
  /** Empty where no heading begins it. */
  readonly title: string;
  readonly parts: readonly SlidePart[];
}

/** Deeper headings are part of their slide. */
const DEEPEST = 2;

const known = new WeakMap<readonly Cell[], readonly Slide[]>();

/** The slides of a notebook; none of an empty one. */
export function slidesOf(cells: readonly Cell[]): readonly Slide[] {
  const slides = known.get(cells) ?? cut(cells);
  known.set(cells, slides);
  return slides;
}

function cut(cells: readonly Cell[]): readonly Slide[] {
  const slides: { title: string; parts: SlidePart[] }[] = [];
  const add = (part: SlidePart): void => {
    const last = slides.at(-1);
    if (last === undefined) slides.push({ title: '', parts: [part] });
    else last.parts.push(part);
  };
  for (const cell of cells) {
    if (cell.kind !== 'markdown') {
      if (cell.text.trim() !== '') add({ kind: 'cell', cell });
      continue;
    }
    for (const { begins, title, text } of pieces(cell.text)) {
      if (begins) slides.push({ title, parts: [] });
      if (text.trim() !== '') add({ kind: 'prose', cell, text });
    }
  }
  return slides.filter(({ parts }) => parts.length > 0);
}

interface Piece {
  readonly begins: boolean;
  readonly title: string;
  readonly text: string;
}

/** A text cut before its headings and at its thematic breaks, which are not shown themselves. */
function pieces(text: string): readonly Piece[] {
  const lines = text.split('\n');
  const cuts = marksIn(text).filter((mark) => !('level' in mark) || mark.level <= DEEPEST);
  const definitions = lines.filter((line) => DEFINITION.test(line)).join('\n');
  const firstCut = cuts[0]?.line ?? lines.length + 1;
  const found: Piece[] = [{ begins: false, title: '', text: lines.slice(0, firstCut - 1).join('\n') }];
  for (const [index, mark] of cuts.entries()) {
    const heading = 'level' in mark ? mark : null;
    const from = heading === null ? mark.line : mark.line - 1;
    const own = lines.slice(from, (cuts[index + 1]?.line ?? lines.length + 1) - 1).join('\n');
    found.push({ begins: true, title: heading?.title ?? '', text: own });
  }
  // What a link refers to may stand on another slide.
  return cuts.length === 0 || definitions === ''
    ? found
    : found.map((piece) =>
        piece.text.trim() === '' ? piece : { ...piece, text: `${piece.text}\n\n${definitions}` },
      );
}

/** Link reference definitions (CommonMark 0.31 section 4.7). */
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]*\S/;

/** The slide with this cell, the first of several; 0 where there is none. */
export function slideWith(slides: readonly Slide[], cellId: string | null): number {
  return Math.max(
    0,
    slides.findIndex(({ parts }) => parts.some(({ cell }) => cell.id === cellId)),
  );
}

/** What is revealed at one press of the key: an answer of a console cell, or the results of another cell. */
export interface Reveal {
  readonly cellId: string;
  /** Place among the entries of a console cell; null of other cells. */
  readonly entry: number | null;
}

/** What of a slide can be revealed, in order. */
export function revealsOf(slide: Slide, outputs: Readonly<Record<string, CellOutput>>): readonly Reveal[] {
  return slide.parts.flatMap(({ kind, cell: { id: cellId } }): readonly Reveal[] => {
    const output = kind === 'cell' ? outputs[cellId] : undefined;
    if (output === undefined || !hasResults(output)) return [];
    if (output.kind !== 'console') return [{ cellId, entry: null }];
    return output.entries.map((_, entry) => ({ cellId, entry }));
  });
}

function hasResults(output: CellOutput): boolean {
  switch (output.kind) {
    case 'markdown':
      return false;
    // The question is shown from the beginning; its answer is what is revealed.
    case 'predict':
      return output.predicted !== null;
    case 'topology':
      return output.networkKey !== null;
    case 'edit':
    case 'scenario':
      return output.edits.length > 0 || output.networkKey !== null;
    case 'console':
    case 'observed':
      return output.entries.length > 0;
    case 'expect':
      return output.checks.length > 0;
  }
}
