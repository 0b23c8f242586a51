/** What is to be read beneath a picture: paragraphs, their first words in a column of their own. */
import type { Palette } from './palette';
import { SIZE } from './path/sizes';
import { group, type SvgNode } from './svg';
import { label, textWidth, wrapText } from './text';

export interface PictureNote {
  /** Stands out; empty for a paragraph without. */
  readonly head: string;
  readonly text: string;
}

export interface NotesDrawing {
  readonly node: SvgNode;
  /** Of the widest line, px. */
  readonly width: number;
  readonly height: number;
}

export const NOTE_LINE = 18;
export const NOTE_GAP = 6;
const HEAD_GAP = 10;

/** The column is as wide as the widest head, at most half of `width` px; a wider head takes a line of its own. */
export function drawNotes(notes: readonly PictureNote[], width: number, palette: Palette): NotesDrawing {
  const parts: SvgNode[] = [];
  const heads = notes.map(({ head }) => (head === '' ? 0 : textWidth(head, SIZE.name, 'bold') + HEAD_GAP));
  const column = Math.min(width / 2, Math.max(0, ...heads));
  let y = 0;
  let right = 0;
  for (const [index, { head, text }] of notes.entries()) {
    const headWidth = heads[index] ?? 0;
    const wrapped = wrapText(text, SIZE.name, width - column);
    parts.push(label(head, 0, y + 14, { size: SIZE.name, style: 'bold', fill: palette.text }));
    if (headWidth > column) y += NOTE_LINE;
    parts.push(
      ...wrapped.map((line, row) =>
        label(line, column, y + 14 + row * NOTE_LINE, {
          size: SIZE.name,
          style: 'plain',
          fill: palette.text,
        }),
      ),
    );
    right = Math.max(right, headWidth, ...wrapped.map((line) => column + textWidth(line, SIZE.name)));
    y += Math.max(1, wrapped.length) * NOTE_LINE + NOTE_GAP;
  }
  return { node: group(parts), width: right, height: y };
}
