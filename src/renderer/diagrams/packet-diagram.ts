/**
 * One probe on its way and its answer on the way back, a step at a time: where it is, what is left of its TTL,
 * and which route of which table sends it on.
 */
import type { TraceResult } from '../../shared/results';
import type { Language } from '../../shared/language';
import { language, strings as words } from '../../shared/strings';
import { targetWords } from './path/name';
import {
  answerWords,
  headWords,
  packetFrames,
  routeWords,
  tableWords,
  ttlWords,
  waysOf,
  type PacketFrame,
} from './packet/frames';
import { drawLegend } from './map/legend';
import { THEMED, type Palette } from './palette';
import { SIZE } from './path/sizes';
import { joinWays, type WayGraph } from './path/ways';
import { drawWays, wayColor } from './path/ways-draw';
import { layoutWays, type WaysLayout } from './path/ways-layout';
import { strings } from './strings';
import { element, group, pathData, round, type SvgNode } from './svg';
import type { TableView } from './table';
import { label, textWidth, wrapText } from './text';

export interface PacketDiagramOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** Steps made so far, from 0; all of them unless told. */
  readonly frame?: number;
  /** Tells what happens beneath the picture; true unless told. */
  readonly panel?: boolean;
}

const texts = strings.packet;
const MARGIN = 16;
const LINE = 18;
const HEADROOM = 26;
const LEAST_WIDTH = 620;

export function packetName({ probe, returnWalk }: TraceResult): string {
  return texts.name(probe.source, targetWords(probe), returnWalk !== null);
}

export function packetDiagram(trace: TraceResult, options: PacketDiagramOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const frames = packetFrames(trace);
  const index = Math.max(0, Math.min(options.frame ?? frames.length - 1, frames.length - 1));
  const frame = frames[index];
  const { graph, layout } = placedWays(trace);
  const title = packetName(trace);
  const legend = drawLegend(layout, palette);
  const width = Math.ceil(
    Math.max(LEAST_WIDTH, layout.width, legend.width, textWidth(title, SIZE.title, 'bold') + 2 * MARGIN),
  );
  const panels =
    options.panel === false ? [] : frames.map((each) => panelLines(each, width - 2 * MARGIN - 24));
  const panel = panels.length === 0 ? 0 : Math.max(...panels.map((lines) => lines.length)) * LINE + 24;
  const top = MARGIN + 34;
  const bottom = top + layout.height + legend.height;
  const height = Math.ceil(bottom + panel + MARGIN);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': title,
    },
    [
      element('rect', { width, height, fill: palette.background }),
      label(title, MARGIN, MARGIN + 16, { size: SIZE.title, style: 'bold', fill: palette.text }),
      group(
        [
          drawWays(graph, layout, palette, { numbered: false }),
          legend.node,
          ...(frame === undefined ? [] : [drawPacket(frame, graph, layout, palette)]),
        ],
        { transform: `translate(0 ${top})` },
      ),
      ...(panel === 0 ? [] : [drawPanel(panels[index] ?? [], frame, width, bottom, panel, palette)]),
    ],
  );
}

interface PlacedWays {
  readonly graph: WayGraph;
  readonly layout: WaysLayout;
  /** Of the words in it. */
  readonly language: Language;
}

const laidOut = new WeakMap<TraceResult, PlacedWays>();

/** The same for every step of a packet: placed once. */
function placedWays(trace: TraceResult): PlacedWays {
  const known = laidOut.get(trace);
  if (known?.language === language()) return known;
  const graph = joinWays(trace.probe, waysOf(trace), trace.hops);
  const made = { graph, layout: layoutWays(graph, HEADROOM), language: language() };
  laidOut.set(trace, made);
  return made;
}

/** On the node where the packet is: a ring round it, and above it an envelope with its TTL. */
function drawPacket(frame: PacketFrame, graph: WayGraph, layout: WaysLayout, palette: Palette): SvgNode {
  const here = graph.nodes.find((node) =>
    node.visits.some(({ way, step }) => way === frame.way && step === frame.step),
  );
  const placed = layout.nodes.find(({ node }) => node.id === here?.id);
  if (placed === undefined) return group([]);
  const color = wayColor(frame.direction, palette);
  const text = texts.ttl(frame.step.ttlOut);
  const half = textWidth(text, SIZE.small, 'bold') / 2 + 14;
  const y = placed.y - placed.node.radius - 20;
  const lost = frame.isLast && frame.step.action !== 'accepted';
  const ground = lost ? palette.down : color;
  return group([
    element('circle', {
      cx: placed.x,
      cy: placed.y,
      r: placed.node.radius + 4,
      fill: 'none',
      stroke: ground,
      'stroke-width': 3,
    }),
    group(
      [
        element('rect', { x: -half, y: -11, width: 2 * half, height: 22, rx: 4, fill: ground }),
        // The flap of an envelope.
        element('path', {
          d: pathData('M', -half + 5, -5, 'l', 5, 5, 'l', 5, -5),
          fill: 'none',
          stroke: palette.onAccent,
          'stroke-width': 1.5,
        }),
        label(text, 6, 4, { size: SIZE.small, style: 'bold', fill: palette.onAccent, anchor: 'middle' }),
      ],
      { transform: `translate(${round(placed.x)} ${round(y)})`, class: 'packet' },
    ),
  ]);
}

interface PanelLine {
  readonly text: string;
  readonly look: 'head' | 'plain' | 'mono';
}

function panelLines(frame: PacketFrame, width: number): PanelLine[] {
  const wrapped = [frame.step.note, answerWords(frame)].flatMap((text) =>
    text === null ? [] : wrapText(text, SIZE.name, width),
  );
  return [
    { text: headWords(frame), look: 'head' },
    { text: ttlWords(frame), look: 'plain' },
    { text: tableWords(frame), look: 'mono' },
    ...wrapped.map((text): PanelLine => ({ text, look: 'plain' })),
  ];
}

function drawPanel(
  lines: readonly PanelLine[],
  frame: PacketFrame | undefined,
  width: number,
  top: number,
  height: number,
  palette: Palette,
): SvgNode {
  return group([
    element('rect', {
      x: MARGIN,
      y: top,
      width: width - 2 * MARGIN,
      height,
      rx: 8,
      fill: palette.regionArea,
      stroke: frame === undefined ? palette.regionLine : wayColor(frame.direction, palette),
      'stroke-width': 1.25,
    }),
    ...lines.map(({ text, look }, row) =>
      label(text, MARGIN + 12, top + 24 + row * LINE, {
        size: SIZE.name,
        style: look === 'head' ? 'bold' : look,
        fill: palette.text,
      }),
    ),
  ]);
}

export function packetTable(trace: TraceResult): TableView {
  return {
    caption: packetName(trace),
    columns: [...texts.columns, words.present.steps.column],
    rows: packetFrames(trace).map((frame, index) => [
      String(index + 1),
      strings.path.directions[frame.direction],
      frame.step.node,
      ttlWords(frame),
      frame.step.route === null ? '' : routeWords(frame.step.route, frame.step.chosen),
      frame.step.note,
      answerWords(frame) ?? '',
    ]),
  };
}
