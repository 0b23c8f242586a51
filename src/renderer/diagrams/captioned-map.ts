/** A map with what it tells: a title, a sentence, the meaning of its marks, and beneath it what is to be read. */
import type { NetworkView } from '../../shared/network-view';
import { toneBand } from './map/draw-overlay';
import { drawMap } from './map/draw';
import { LARGE } from './map/lay-out';
import { NO_OVERLAY, type MapOverlay, type Tone } from './map/overlay';
import { mapLayout } from './network-map';
import type { Palette } from './palette';
import { SIZE } from './path/sizes';
import { strings } from './strings';
import { element, group, pathData, round, type SvgNode } from './svg';
import { label, textWidth, wrapText } from './text';

export interface Caption {
  /** For those who do not see it. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly marks: readonly { readonly tone: Tone; readonly text: string }[];
  /** Paragraphs beneath the map; the first words of each stand out. */
  readonly notes: readonly { readonly head: string; readonly text: string }[];
  /** Lines that the notes take in any case, so that pictures of a series have one height. */
  readonly leastNoteLines?: number;
}

const MARGIN = 16;
const LINE = 18;
const SAMPLE = 34;
const LEAST_WIDTH = 640;
const NOTE_GAP = 6;
const HEAD_GAP = 10;

/**
 * The most nodes that are drawn with a caption: a picture of more, as wide as a page, shows none of them, and every
 * step of it would be drawn anew.
 */
const MOST = 1000;

/** Whether a map with a caption takes the layout without marks, which the worker makes and maps share. */
export function isLaidOutFirst({ nodes }: NetworkView): boolean {
  return nodes.length > LARGE && nodes.length <= MOST;
}

export function captionedMap(
  view: NetworkView,
  overlay: MapOverlay,
  caption: Caption,
  palette: Palette,
): SvgNode {
  const drawing = drawNetwork(view, overlay, palette);
  const marks = drawMarks(caption, palette);
  const width = Math.ceil(
    Math.max(
      LEAST_WIDTH,
      drawing?.width ?? 0,
      marks.width,
      textWidth(caption.title, SIZE.title, 'bold') + 2 * MARGIN,
    ),
  );
  const words =
    drawing === null ? `${caption.lead} ${strings.map.tooLarge(view.nodes.length, MOST)}` : caption.lead;
  const lead = wrapText(words, SIZE.name, width - 2 * MARGIN);
  const mapTop = MARGIN + 28 + lead.length * LINE + marks.height;
  const mapHeight = drawing?.height ?? 0;
  const notes = drawNotes(caption, width - 2 * MARGIN, palette);
  const height = Math.ceil(mapTop + mapHeight + notes.height + MARGIN);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': caption.name,
    },
    [
      element('rect', { width, height, fill: palette.background }),
      label(caption.title, MARGIN, MARGIN + 16, { size: SIZE.title, style: 'bold', fill: palette.text }),
      ...lead.map((line, index) =>
        label(line, MARGIN, MARGIN + 38 + index * LINE, {
          size: SIZE.name,
          style: 'plain',
          fill: palette.text,
        }),
      ),
      group([marks.node], {
        transform: `translate(${MARGIN} ${round(MARGIN + 28 + lead.length * LINE)})`,
      }),
      ...(drawing === null ? [] : [group([drawing.node], { transform: `translate(0 ${round(mapTop)})` })]),
      group([notes.node], { transform: `translate(${MARGIN} ${round(mapTop + mapHeight)})` }),
    ],
  );
}

interface Part {
  readonly node: SvgNode;
  readonly width: number;
  readonly height: number;
}

/** Null where there are too many nodes. */
function drawNetwork(view: NetworkView, overlay: MapOverlay, palette: Palette): Part | null {
  if (view.nodes.length > MOST) return null;
  return drawMap(mapLayout(view, isLaidOutFirst(view) ? NO_OVERLAY : overlay), palette, overlay);
}

function drawMarks({ marks }: Caption, palette: Palette): Part {
  if (marks.length === 0) return { node: group([]), width: 0, height: 0 };
  let x = 8;
  const parts = marks.map(({ tone, text }) => {
    const part = group([
      toneBand(pathData('M', x, 12, 'H', x + SAMPLE), tone, palette),
      label(text, x + SAMPLE + 14, 16, { size: SIZE.small, style: 'plain', fill: palette.text }),
    ]);
    x += SAMPLE + 14 + textWidth(text, SIZE.small) + 26;
    return part;
  });
  return { node: group(parts), width: x + 2 * MARGIN, height: 30 };
}

/** Heads in a column of their own, as wide as the widest of them; texts beside it. */
function drawNotes({ notes, leastNoteLines }: Caption, width: number, palette: Palette): Part {
  const parts: SvgNode[] = [];
  const heads = notes.map(({ head }) => (head === '' ? 0 : textWidth(head, SIZE.name, 'bold') + HEAD_GAP));
  const column = Math.min(width / 2, Math.max(0, ...heads));
  let y = 0;
  for (const [index, { head, text }] of notes.entries()) {
    const isWide = (heads[index] ?? 0) > column;
    const wrapped = wrapText(text, SIZE.name, width - column);
    parts.push(label(head, 0, y + 14, { size: SIZE.name, style: 'bold', fill: palette.text }));
    if (isWide) y += LINE;
    parts.push(
      ...wrapped.map((line, row) =>
        label(line, column, y + 14 + row * LINE, { size: SIZE.name, style: 'plain', fill: palette.text }),
      ),
    );
    y += Math.max(1, wrapped.length) * LINE + NOTE_GAP;
  }
  return { node: group(parts), width, height: Math.max(y, (leastNoteLines ?? 0) * (LINE + NOTE_GAP)) };
}
