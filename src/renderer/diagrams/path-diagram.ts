/** The picture of a path, as a function of the typed result it shows. */
import type { Walk } from '../../shared/results';
import { silentRuns } from '../../shared/silence';
import type { PathSource, PathModel } from './path/model';
import { hopCount } from './path/ends';
import { medianRtt, pathModels, visited } from './path/model';
import { drawRow, type PathDrawing } from './path/draw';
import { lossWords } from './path/texts';
import { pathName, targetWords } from './path/name';
import { travelWords } from './path/travel';
import { drawNotes, type PictureNote } from './notes';
import type { Spacing } from './path/layout';
import { rowsOf, type Row } from './path/rows';
import { SIZE } from './path/sizes';
import { cross, tick } from './link-style';
import { THEMED, type Palette } from './palette';
import { element, group, pathData, round, type SvgNode } from './svg';
import { strings } from './strings';
import { label, textWidth, wrapText } from './text';

export interface PathDiagramOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** What the length of a link tells: nothing, or its latency. */
  readonly spacing?: Spacing;
}

const MARGIN = 16;
const LEAST_WIDTH = 460;
const NOTE_WIDTH = 760;
const BETWEEN = 28;
const BETWEEN_ROWS = 14;
/** A path wider than this is drawn in rows, px: what a page shows without scrolling, less the margins. */
const ROW_WIDTH = 1032;
const INDENT = 26;

/**
 * Source to target from left to right, at its natural size in px; long paths take several rows. A result with
 * several paths shows them beneath each other.
 */
export function pathDiagram(result: PathSource, options: PathDiagramOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const models = pathModels(result);
  const spacing = options.spacing ?? 'even';
  const strips = models.map((model) => {
    const rows = rowsOf(model, ROW_WIDTH, spacing);
    return { model, rows, drawing: drawRows(rows, palette) };
  });
  const title = strings.path.title(result.probe.source, targetWords(result.probe));
  const content = Math.max(
    LEAST_WIDTH,
    textWidth(title, SIZE.title, 'bold'),
    ...strips.map((strip) => strip.drawing.width),
  );
  const parts: SvgNode[] = [];
  let y = MARGIN;
  parts.push(label(title, MARGIN, y + 16, { size: SIZE.title, style: 'bold', fill: palette.text }));
  y += 28;
  let right = content;
  for (const { model, rows, drawing } of strips) {
    const head = drawHead(model, rows, models.length, y, content, palette);
    parts.push(
      head.node,
      group([drawing.node], { transform: `translate(${MARGIN} ${round(y + head.height)})` }),
    );
    right = Math.max(right, head.width);
    y += head.height + drawing.height + BETWEEN;
  }
  y += MARGIN - BETWEEN;
  const notes = drawNotes(notesOf(result, models), Math.max(content, NOTE_WIDTH), palette);
  if (notes.height > 0) {
    parts.push(group([notes.node], { transform: `translate(${MARGIN} ${round(y)})` }));
    right = Math.max(right, notes.width);
    y += notes.height + MARGIN;
  }
  if (result.kind === 'paths' && result.truncated) {
    parts.push(
      label(strings.path.truncated, MARGIN, y + 8, { size: SIZE.name, style: 'plain', fill: palette.muted }),
    );
    y += 24;
  }
  const width = Math.ceil(right + 2 * MARGIN);
  const height = Math.ceil(y);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': pathName(result),
    },
    [element('rect', { width, height, fill: palette.background }), ...parts],
  );
}

/**
 * Why hops say nothing, and which nodes are none. That a probe which is lost silences all hops behind the head
 * tells; and so does it of a ping, which knows no hops.
 */
function notesOf(result: PathSource, models: readonly PathModel[]): PictureNote[] {
  if (result.kind !== 'trace') return [];
  const told = result.hops.filter(({ silence }) => silence?.reason !== 'probe-lost');
  const passed = models.flatMap(({ nodes }) =>
    nodes.flatMap(({ role, kind, name }) =>
      role === 'transit' && kind !== 'vnet' && name !== null ? [name] : [],
    ),
  );
  return [
    ...silentRuns({ ...result, hops: told }).map(({ first, last, node, text }) => ({
      head: strings.path.silentAt(first, last, node),
      text,
    })),
    ...(passed.length === 0 || !result.reached
      ? []
      : [{ head: strings.path.passed(passed), text: strings.path.passedWhy(passed.length) }]),
  ];
}

/** Rows beneath each other. */
function drawRows(rows: readonly Row[], palette: Palette): PathDrawing {
  const parts: SvgNode[] = [];
  let height = 0;
  let width = 0;
  for (const row of rows) {
    const drawing = drawRow(row, palette);
    if (height > 0) height += BETWEEN_ROWS;
    parts.push(group([drawing.node], { transform: `translate(0 ${round(height)})` }));
    height += drawing.height;
    width = Math.max(width, drawing.width);
  }
  return { node: group(parts), width, height };
}

function returnWords(back: Walk): string {
  const nodes = visited(back);
  return back.disposition === 'ACCEPTED'
    ? strings.path.returnOver(nodes)
    : strings.path.returnLost(nodes.at(-1) ?? '');
}

interface Head {
  readonly node: SvgNode;
  readonly height: number;
  readonly width: number;
}

function drawHead(
  model: PathModel,
  rows: readonly Row[],
  count: number,
  y: number,
  content: number,
  palette: Palette,
): Head {
  const status = statusOf(model, count);
  const mark = status.good ? tick(MARGIN + 9, y + 9, palette) : cross(MARGIN + 9, y + 9, palette);
  const wraps = Math.min(NOTE_WIDTH, content - INDENT);
  const note = [
    ...wrapText(status.good ? travelWords(model) : reasonOf(model), SIZE.name, wraps),
    ...(rows.length > 1 && model.back !== null ? wrapText(returnWords(model.back), SIZE.name, wraps) : []),
  ];
  const scale = drawScale(rows[0]?.layout.pxPerMs ?? 0, palette);
  const lineCount = note.length + wrapText(status.text, SIZE.name, wraps, 'bold').length;
  const sentence = wrapText(status.text, SIZE.name, wraps, 'bold');
  const lines = [
    ...sentence.map((line, index) =>
      label(line, MARGIN + INDENT, y + 14 + index * 18, {
        size: SIZE.name,
        style: 'bold',
        fill: status.good ? palette.ok : palette.error,
      }),
    ),
    ...note.map((line, index) =>
      label(line, MARGIN + INDENT, y + 14 + (sentence.length + index) * 18, {
        size: SIZE.name,
        style: 'plain',
        fill: palette.text,
      }),
    ),
  ];
  return {
    node: group([
      mark,
      ...lines,
      ...(scale === null
        ? []
        : [
            group([scale.node], {
              transform: `translate(${MARGIN + INDENT} ${round(y + lineCount * 18 + 6)})`,
            }),
          ]),
    ]),
    height: lineCount * 18 + 16 + (scale === null ? 0 : 24),
    width:
      INDENT + Math.max(...sentence.map((line) => textWidth(line, SIZE.name, 'bold')), scale?.width ?? 0),
  };
}

const LEAST_BAR = 60;

/** The least of 1, 2 and 5 times a power of ten that is drawn as long as can be seen. */
function roundMs(pxPerMs: number): number {
  const least = LEAST_BAR / pxPerMs;
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 5].find((each) => each * power >= least) ?? 10;
  return Number((times * power).toPrecision(1));
}

/** A round number of ms and the length it has on the picture. */
function drawScale(
  pxPerMs: number,
  palette: Palette,
): { readonly node: SvgNode; readonly width: number } | null {
  if (pxPerMs === 0) return null;
  const ms = roundMs(pxPerMs);
  const length = ms * pxPerMs;
  const text = strings.path.scale(ms);
  const bar = element('path', {
    d: pathData('M', 0, 4, 'V', 14, 'M', 0, 9, 'H', length, 'M', length, 4, 'V', 14),
    fill: 'none',
    stroke: palette.text,
    'stroke-width': 1.5,
  });
  const words = label(text, length + 8, 13, { size: SIZE.small, style: 'plain', fill: palette.text });
  return { node: group([bar, words]), width: length + 8 + textWidth(text, SIZE.small) };
}

/** Why the probe did not come to the end of its way and back, as far as its head tells it. */
function reasonOf({ probe, walk, nodes, silence, stoppedAfter }: PathModel): string {
  const final = walk.steps.at(-1);
  // The notes tell it of each silent hop; a ping has none.
  if (silence !== null && nodes.at(-1)?.hop == null) return silence.text;
  if (stoppedAfter === null) return final?.note ?? '';
  return final?.action === 'accepted'
    ? strings.path.stoppedShort(targetWords(probe), hopCount(walk), stoppedAfter)
    : '';
}

function statusOf(model: PathModel, count: number): { readonly good: boolean; readonly text: string } {
  const texts = strings.path;
  const final = model.walk.steps.at(-1);
  const arrived = final?.action === 'accepted';
  const hops = model.nodes.findLast((node) => node.ttls !== null)?.ttls?.[0] ?? 0;
  const reply = medianRtt(model.nodes.at(-1)?.rttMs ?? []);
  const parts: string[] = [];
  if (model.index !== null && count > 1) {
    parts.push(texts.pathOf(model.index + 1, count), model.taken ? texts.taken : texts.possible);
  }
  if (model.stoppedAfter !== null) parts.push(texts.stopped(model.stoppedAfter));
  else if (!arrived) parts.push(texts.lost(final?.node ?? model.probe.source, lossWords(model.walk)));
  else if (model.reached) parts.push(texts.reached(hops));
  else parts.push(model.silence?.reason === 'too-late' ? texts.reachedTooLate : texts.reachedSilently);
  if (reply !== null) parts.push(texts.roundTrip(texts.milliseconds(reply)));
  return { good: arrived && model.reached, text: parts.join(' · ') };
}
