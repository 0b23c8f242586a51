/** The picture of a path, as a function of the typed result it shows. */
import type { PathSource, PathModel } from './path/model';
import { medianRtt, pathModels } from './path/model';
import { drawPath } from './path/draw';
import { pathName } from './path/name';
import { layoutPath, SIZE } from './path/layout';
import { cross, tick } from './link-style';
import { THEMED, type Palette } from './palette';
import { element, group, round, type SvgNode } from './svg';
import { strings } from './strings';
import { label, textWidth, wrapText } from './text';

export interface PathDiagramOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
}

const MARGIN = 16;
const LEAST_WIDTH = 460;
const NOTE_WIDTH = 760;
const BETWEEN = 28;
const INDENT = 26;

/**
 * Source to target from left to right, at its natural size in px; long paths are wide, and are to be
 * scrolled rather than shrunk. A result with several paths shows them beneath each other.
 */
export function pathDiagram(result: PathSource, options: PathDiagramOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const models = pathModels(result);
  const strips = models.map((model) => ({ model, layout: layoutPath(model) }));
  const { source, target, targetName } = result.probe;
  const title = strings.path.title(source, strings.path.target(target, targetName));
  const content = Math.max(
    LEAST_WIDTH,
    textWidth(title, SIZE.title, 'bold'),
    ...strips.map((strip) => strip.layout.width),
  );
  const parts: SvgNode[] = [];
  let y = MARGIN;
  parts.push(label(title, MARGIN, y + 16, { size: SIZE.title, style: 'bold', fill: palette.text }));
  y += 28;
  let right = content;
  for (const { model, layout } of strips) {
    const head = drawHead(model, models.length, y, content, palette);
    const drawing = drawPath(model, layout, palette);
    parts.push(
      head.node,
      group([drawing.node], { transform: `translate(${MARGIN} ${round(y + head.height)})` }),
    );
    right = Math.max(right, head.width);
    y += head.height + drawing.height + BETWEEN;
  }
  y += MARGIN - BETWEEN;
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

interface Head {
  readonly node: SvgNode;
  readonly height: number;
  readonly width: number;
}

function drawHead(model: PathModel, count: number, y: number, content: number, palette: Palette): Head {
  const status = statusOf(model, count);
  const mark = status.good ? tick(MARGIN + 9, y + 9, palette) : cross(MARGIN + 9, y + 9, palette);
  const final = model.walk.steps.at(-1);
  const wraps = Math.min(NOTE_WIDTH, content - INDENT);
  const note = status.good ? [] : wrapText(final?.note ?? '', SIZE.name, wraps);
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
    node: group([mark, ...lines]),
    height: (sentence.length + note.length) * 18 + 16,
    width: INDENT + Math.max(...sentence.map((line) => textWidth(line, SIZE.name, 'bold')), 0),
  };
}

function statusOf(model: PathModel, count: number): { readonly good: boolean; readonly text: string } {
  const texts = strings.path;
  const final = model.walk.steps.at(-1);
  const arrived = final?.action === 'accepted';
  const hops = model.nodes.findLast((node) => node.role === 'hop')?.ttls?.[0] ?? 0;
  const reply = medianRtt(model.nodes.at(-1)?.rttMs ?? []);
  const parts: string[] = [];
  if (model.index !== null && count > 1) {
    parts.push(texts.pathOf(model.index + 1, count), model.taken ? texts.taken : texts.possible);
  }
  if (!arrived)
    parts.push(texts.lost(final?.node ?? model.probe.source, strings.dispositions[model.walk.disposition]));
  else if (model.reached) parts.push(texts.reached(hops));
  else parts.push(texts.reachedSilently);
  if (reply !== null) parts.push(texts.roundTrip(texts.milliseconds(reply)));
  return { good: arrived && model.reached, text: parts.join(' · ') };
}
