/** Draws the marks on lines: bands beneath the lines of the map, arcs where the map has none, and arrows. */
import type { Palette } from '../palette';
import { element, group, pathData, type SvgNode } from '../svg';
import { arcBetween } from './arc';
import type { MapLayout, PlacedEdge, PlacedNode, Point } from './layout';
import { pairKey, type LineMark, type MapOverlay, type Tone } from './overlay';

export function toneColor(tone: Tone, palette: Palette): string {
  switch (tone) {
    case 'good':
      return palette.accent;
    case 'other':
      return palette.pathReturn;
    case 'lost':
      return palette.warn;
    case 'bad':
      return palette.down;
  }
}

const DASHES: Readonly<Record<Tone, string | null>> = {
  good: null,
  other: '0.1 14',
  lost: '10 12',
  bad: '3 10',
};

/** A tunnel is drawn as a tube, which would cover a band as broad as that of other lines. */
const TUNNEL_MORE = 6;

export function toneBand(d: string, tone: Tone, palette: Palette, past = false, broader = 0): SvgNode {
  return element('path', {
    d,
    fill: 'none',
    stroke: toneColor(tone, palette),
    'stroke-opacity': past ? 0.25 : 0.5,
    'stroke-width': (past ? 8 : 13) + broader,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-dasharray': DASHES[tone],
  });
}

/** Beneath the lines and nodes. */
export function drawBands(layout: MapLayout, overlay: MapOverlay, palette: Palette): SvgNode[] {
  const edges = edgesByPair(layout);
  return overlay.lines.flatMap((mark) =>
    linesOf(mark, edges).map((edge) =>
      toneBand(edge.d, mark.tone, palette, mark.past, edge.edge.kind === 'tunnel' ? TUNNEL_MORE : 0),
    ),
  );
}

/** Beneath the nodes, whose names stay legible: the arrows of marks on lines. */
export function drawArrows(layout: MapLayout, overlay: MapOverlay, palette: Palette): SvgNode[] {
  const edges = edgesByPair(layout);
  const places = new Map(layout.nodes.map((placed) => [placed.node.id, placed]));
  return overlay.lines.flatMap((mark) => {
    const to = places.get(mark.to);
    if (mark.arrow !== true || to === undefined) return [];
    return linesOf(mark, edges).map((edge) => arrowOn(edge, mark, gapTo(to, overlay), palette));
  });
}

/** px from the middle of a node to where an arrow at it has its tip. */
function gapTo({ node }: PlacedNode, overlay: MapOverlay): number {
  return node.radius + (overlay.nodes.get(node.id)?.ring === undefined ? 3 : RING);
}

/** Above the nodes: arcs, with their arrows. */
export function drawArcs(layout: MapLayout, overlay: MapOverlay, palette: Palette): SvgNode[] {
  const edges = edgesByPair(layout);
  const places = new Map(layout.nodes.map((placed) => [placed.node.id, placed]));
  return overlay.lines.flatMap((mark) => {
    const from = places.get(mark.from);
    const to = places.get(mark.to);
    if (from === undefined || to === undefined || mark.arc !== true) return [];
    const gaps = [gapTo(from, overlay), gapTo(to, overlay)] as const;
    return edges.has(pairKey(mark.from, mark.to)) ? [] : [arc(from, to, mark, gaps, layout, palette)];
  });
}

/** More lines between two nodes are marked by one in their midst: so many bands and arrows would hide them. */
const MOST_MARKED = 3;

/** The lines that a mark lies on: the one it names, or all between its two nodes. */
function linesOf(
  { from, to, link }: LineMark,
  edges: ReadonlyMap<string, readonly PlacedEdge[]>,
): readonly PlacedEdge[] {
  const all = edges.get(pairKey(from, to)) ?? [];
  const named = all.filter(({ edge }) => edge.link?.name === link);
  if (named.length > 0) return named;
  return all.length > MOST_MARKED ? all.slice(all.length >> 1, (all.length >> 1) + 1) : all;
}

function edgesByPair(layout: MapLayout): ReadonlyMap<string, readonly PlacedEdge[]> {
  const pairs = new Map<string, PlacedEdge[]>();
  for (const placed of layout.edges) {
    const key = pairKey(placed.edge.from, placed.edge.to);
    pairs.set(key, [...(pairs.get(key) ?? []), placed]);
  }
  return pairs;
}

/** An arrow where a line meets the node that it leads to. */
function arrowOn({ d, ends, nodes }: PlacedEdge, mark: LineMark, tip: number, palette: Palette): SvgNode {
  const isLast = nodes[1] === mark.to;
  const [end, start] = isLast ? [ends[1], ends[0]] : ends;
  // Lines of a layered map meet nodes level, also on the side away from the other one; those of a free one run straight.
  const before = /[LQ]/.test(d) ? start : { x: stopsOf(d).at(isLast ? -2 : 1) ?? start.x, y: end.y };
  return arrowHead(end, before, tip, mark, palette);
}

/** How far right a line made of M, H and C is after each of them, px. */
function stopsOf(d: string): number[] {
  return [...d.matchAll(/([MHC])([^A-Z]*)/g)].map(([, command, values = '']) => {
    const numbers = values.trim().split(/\s+/).map(Number);
    return numbers.at(command === 'H' ? -1 : -2) ?? 0;
  });
}

const HEAD = 11;
/** Where the ring about a node ends, px from its sign. */
const RING = 6;

/** `tip` px before `end`, seen from `before`. */
function arrowHead(end: Point, before: Point, tip: number, mark: LineMark, palette: Palette): SvgNode {
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const at = (along: number, across: number): [number, number] => [
    end.x - dx * along - dy * across,
    end.y - dy * along + dx * across,
  ];
  return element('polygon', {
    points: pathData(...at(tip, 0), ...at(tip + HEAD, 6), ...at(tip + HEAD, -6)),
    fill: toneColor(mark.tone, palette),
    'fill-opacity': mark.past === true ? 0.5 : 1,
    stroke: palette.background,
    'stroke-width': 1,
  });
}

/**
 * For two that are not neighbours on the map: their session runs over others.
 * @param gaps px from the middle of each to where the arc begins and ends
 */
function arc(
  from: PlacedNode,
  to: PlacedNode,
  mark: LineMark,
  gaps: readonly [number, number],
  layout: MapLayout,
  palette: Palette,
): SvgNode {
  const [before, tip] = gaps;
  // The line ends in the arrow's foot, or it would show beside the tip.
  const ends = [before, mark.arrow === true ? tip + HEAD - 1 : tip] as const;
  const [start, top, end] = arcBetween(from, to, layout, ends);
  return group([
    element('path', {
      d: pathData('M', start.x, start.y, 'Q', top.x, top.y, end.x, end.y),
      fill: 'none',
      stroke: toneColor(mark.tone, palette),
      'stroke-opacity': mark.past === true ? 0.35 : 0.9,
      'stroke-width': 2.5,
      'stroke-dasharray': mark.tone === 'good' ? '1 5' : '7 5',
      'stroke-linecap': 'round',
    }),
    ...(mark.arrow === true ? [arrowHead(to, end, tip, mark, palette)] : []),
  ]);
}
