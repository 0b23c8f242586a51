/** The picture of several ways between two ends: equal-cost paths, or the way there and the way back. */
import { targetWords } from './path/name';
import { tick, cross } from './link-style';
import { drawLegend } from './map/legend';
import { THEMED, type Palette } from './palette';
import { SIZE } from './path/sizes';
import { lossWords } from './path/texts';
import { wayGraph, type WayGraph, type WayRole, type WaysSource } from './path/ways';
import { drawWays, wayBand, wayColor } from './path/ways-draw';
import { layoutWays } from './path/ways-layout';
import { element, group, pathData, round, type SvgNode } from './svg';
import { strings } from './strings';
import { label, textWidth, wrapText } from './text';

export interface WaysDiagramOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** How many paths there are, where the result has only some of them. */
  readonly outOf?: number;
}

const MARGIN = 16;
const LINE = 18;
const LEAST_WIDTH = 460;
const INDENT = 26;

export function waysName(result: WaysSource): string {
  const probe = result.kind === 'paths' ? result.probe : result.forward.probe;
  const name = result.kind === 'paths' ? strings.path.waysName : strings.path.bothName;
  return name(probe.source, targetWords(probe));
}

export function waysDiagram(result: WaysSource, options: WaysDiagramOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const { outOf = null } = options;
  const graph = { ...wayGraph(result), isPart: outOf !== null };
  const layout = layoutWays(graph);
  const titled = result.kind === 'paths' ? strings.path.title : strings.path.bothTitle;
  const title = titled(graph.probe.source, targetWords(graph.probe));
  const wide = Math.max(LEAST_WIDTH, layout.width, textWidth(title, SIZE.title, 'bold') + 2 * MARGIN);
  const head = drawHead(headSentences(result, graph, outOf), graph, wide - 2 * MARGIN - INDENT, palette);
  const roles = drawRoles(graph, palette);
  const legend = drawLegend(layout, palette);
  const top = MARGIN + 28 + head.height;
  const width = Math.ceil(Math.max(wide, head.width + 2 * MARGIN + INDENT, roles.width, legend.width));
  const height = Math.ceil(top + roles.height + layout.height + legend.height);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': waysName(result),
    },
    [
      element('rect', { width, height, fill: palette.background }),
      label(title, MARGIN, MARGIN + 16, { size: SIZE.title, style: 'bold', fill: palette.text }),
      group([head.node], { transform: `translate(${MARGIN} ${MARGIN + 28})` }),
      group([roles.node], { transform: `translate(${MARGIN} ${round(top)})` }),
      group([drawWays(graph, layout, palette), legend.node], {
        transform: `translate(0 ${round(top + roles.height)})`,
      }),
    ],
  );
}

interface Part {
  readonly node: SvgNode;
  readonly width: number;
  readonly height: number;
}

function drawHead(sentences: readonly string[], graph: WayGraph, width: number, palette: Palette): Part {
  const arrived = graph.ways.filter(({ walk }) => walk.disposition === 'ACCEPTED').length;
  const good = arrived === graph.ways.length;
  const lines = sentences.flatMap((text, index) =>
    wrapText(text, SIZE.name, width, index === 0 ? 'bold' : 'plain').map((line) => ({ line, index })),
  );
  const widths = lines.map(({ line, index }) => textWidth(line, SIZE.name, index === 0 ? 'bold' : 'plain'));
  return {
    node: group([
      good ? tick(9, 9, palette) : cross(9, 9, palette),
      ...lines.map(({ line, index }, row) =>
        label(line, INDENT, 14 + row * LINE, {
          size: SIZE.name,
          style: index === 0 ? 'bold' : 'plain',
          fill: index > 0 ? palette.text : good ? palette.ok : palette.error,
        }),
      ),
    ]),
    width: Math.max(0, ...widths),
    height: lines.length * LINE + 10,
  };
}

function headSentences(result: WaysSource, graph: WayGraph, outOf: number | null): string[] {
  const texts = strings.path;
  const lost = graph.ways.flatMap(({ walk, role }) => {
    const last = walk.steps.at(-1);
    if (last === undefined || last.action === 'accepted') return [];
    const where = texts.lost(last.node, lossWords(walk));
    return [role === 'there' || role === 'back' ? `${texts.directions[role]}: ${where}` : where];
  });
  if (result.kind === 'trace-both') {
    const [first, ...rest] = lost;
    if (first !== undefined) return [first, ...rest];
    return result.divergence === null
      ? [texts.sameWay]
      : [texts.waysPart(result.divergence.forward.node, result.divergence.back.node), result.divergence.text];
  }
  return [
    texts.countPaths(outOf ?? graph.ways.length),
    ...(outOf === null ? [] : [texts.drawnPaths(graph.ways.length)]),
    ...new Set(lost),
    ...(result.truncated ? [texts.truncated] : []),
  ];
}

const SAMPLE = 38;

/** What the bands mean; nothing where there is one way only. */
function drawRoles(graph: WayGraph, palette: Palette): Part {
  const roles = [...new Set(graph.ways.map(({ role }) => role))];
  if (roles.length < 2) return { node: group([]), width: 0, height: 0 };
  let x = 0;
  const parts = roles.map((role: WayRole) => {
    const d = pathData('M', x, 9, 'H', x + SAMPLE);
    const band = wayBand(d, role, palette);
    const text = strings.path.legend[role];
    const node = group([
      ...(band === null ? [] : [band]),
      element('path', { d, fill: 'none', stroke: wayColor(role, palette), 'stroke-width': 2 }),
      label(text, x + SAMPLE + 12, 13, { size: SIZE.small, style: 'plain', fill: palette.text }),
    ]);
    x += SAMPLE + 12 + textWidth(text, SIZE.small) + 24;
    return node;
  });
  return { node: group(parts), width: x + 2 * MARGIN, height: 22 };
}
