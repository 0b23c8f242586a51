/** A map with what it tells: a title, a sentence, the meaning of its marks, and beneath it what is to be read. */
import type { NetworkView } from '../../shared/network-view';
import { toneBand } from './map/draw-overlay';
import { drawMap } from './map/draw';
import { LARGE } from './map/lay-out';
import { NO_OVERLAY, type MapOverlay, type Tone } from './map/overlay';
import { mapLayout } from './network-map';
import { drawNotes, NOTE_GAP, NOTE_LINE, type PictureNote } from './notes';
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
  readonly marks: readonly { readonly tone: Tone; readonly past?: boolean; readonly text: string }[];
  /** Paragraphs beneath the map; the first words of each stand out. */
  readonly notes: readonly PictureNote[];
  /** Lines that the notes take in any case, so that pictures of a series have one height. */
  readonly leastNoteLines?: number;
}

const MARGIN = 16;
const SAMPLE = 34;
const LEAST_WIDTH = 640;

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
  const mapTop = MARGIN + 28 + lead.length * NOTE_LINE + marks.height;
  const mapHeight = drawing?.height ?? 0;
  const notes = drawNotes(caption.notes, width - 2 * MARGIN, palette);
  const notesHeight = Math.max(notes.height, (caption.leastNoteLines ?? 0) * (NOTE_LINE + NOTE_GAP));
  const height = Math.ceil(mapTop + mapHeight + notesHeight + MARGIN);
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
        label(line, MARGIN, MARGIN + 38 + index * NOTE_LINE, {
          size: SIZE.name,
          style: 'plain',
          fill: palette.text,
        }),
      ),
      group([marks.node], {
        transform: `translate(${MARGIN} ${round(MARGIN + 28 + lead.length * NOTE_LINE)})`,
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
  const parts = marks.map(({ tone, past = false, text }) => {
    const part = group([
      toneBand(pathData('M', x, 12, 'H', x + SAMPLE), tone, palette, past),
      label(text, x + SAMPLE + 14, 16, { size: SIZE.small, style: 'plain', fill: palette.text }),
    ]);
    x += SAMPLE + 14 + textWidth(text, SIZE.small) + 26;
    return part;
  });
  return { node: group(parts), width: x + 2 * MARGIN, height: 30 };
}
