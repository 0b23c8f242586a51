/** Draws several ways as one graph: what is taken stands on a broad band, what is only possible has none. */
import { drawFrame } from '../map/frame';
import { glyph } from '../glyphs';
import { cross, linkLine, tick } from '../link-style';
import type { PlacedNode, Point } from '../map/layout';
import { LABEL_SIZE, SUBLABEL_SIZE } from '../map/measures';
import type { Palette } from '../palette';
import { element, group, pathData, withDetail, type SvgNode } from '../svg';
import { label } from '../text';
import { hopBadge } from './badge';
import { wayEdgeDetail, wayNodeDetail } from './ways-details';
import type { WayEdge, WayGraph, WayNode, WayRole } from './ways';
import type { WaysLayout } from './ways-layout';
import type { WayPiece } from './ways-rows';

const BAND = 14;
/** More lines than these between two nodes stand so close that arrows hide them. */
const CROWD = 6;

export interface WaysStyle {
  /** Whether hops bear their numbers. */
  readonly numbered: boolean;
}

export function drawWays(
  graph: WayGraph,
  layout: WaysLayout,
  palette: Palette,
  style: WaysStyle = { numbered: true },
): SvgNode {
  const edges = layout.edges.flatMap((placed) => {
    const edge = layout.edgeOf(placed.edge);
    return edge === undefined ? [] : [{ placed, edge }];
  });
  const together = new Map<string, number>();
  for (const { edge } of edges) together.set(pairOf(edge), (together.get(pairOf(edge)) ?? 0) + 1);
  const isCrowded = (edge: WayEdge): boolean => (together.get(pairOf(edge)) ?? 0) > CROWD;
  const radii = new Map(layout.nodes.map(({ node }) => [node.id, node.radius]));
  return group([
    ...layout.frames.map((frame) => drawFrame(frame, palette)),
    ...edges.map(({ placed, edge }) => drawEdge(placed, edge, isCrowded(edge), radii, graph, palette)),
    ...layout.names.map(({ x, y, text, anchor }) =>
      label(text, x, y + 4, { size: SUBLABEL_SIZE, style: 'plain', fill: palette.muted, anchor }),
    ),
    ...layout.nodes.flatMap((placed) => {
      const node = layout.nodeOf(placed.node.id);
      return node === undefined ? [] : [drawNode(placed, node, graph, style, palette)];
    }),
  ]);
}

function pairOf({ from, to }: WayEdge): string {
  return JSON.stringify([from, to]);
}

export function wayColor(role: WayRole, palette: Palette): string {
  switch (role) {
    case 'taken':
    case 'there':
      return palette.accent;
    case 'back':
      return palette.pathReturn;
    case 'possible':
      return palette.silent;
  }
}

/** The band of a way beneath its line: broad and whole for the way there, dotted for the way back. */
export function wayBand(d: string, role: WayRole, palette: Palette): SvgNode | null {
  if (role === 'possible') return null;
  const back = role === 'back';
  return element('path', {
    d,
    fill: 'none',
    stroke: wayColor(role, palette),
    'stroke-opacity': back ? 0.45 : 0.3,
    'stroke-width': back ? 10 : BAND,
    'stroke-linecap': 'round',
    'stroke-dasharray': back ? '0.1 14' : null,
  });
}

function drawEdge(
  placed: WayPiece,
  edge: WayEdge,
  crowded: boolean,
  radii: ReadonlyMap<string, number>,
  graph: WayGraph,
  palette: Palette,
): SvgNode {
  const { d, ends, isWhole } = placed;
  const isBack = edge.role === 'back';
  const tip = isBack ? 0 : 1;
  const radius = radii.get(isBack ? edge.from : edge.to) ?? 0;
  const band = edge.isAround ? null : wayBand(d, edge.role, palette);
  const state = edge.isAround ? 'faint' : 'up';
  return withDetail(
    group([
      ...(band === null ? [] : [band]),
      linkLine(d, { kind: edge.kind, state, secondary: edge.side === 'secondary', crowded }, palette),
      ...(edge.isAround && isWhole[0] && isWhole[1] ? [dots(placed.mark, palette)] : []),
      element('path', { d, fill: 'none', stroke: 'transparent', 'stroke-width': 14 }),
      ...(isWhole[tip]
        ? crowded && edge.role === 'possible'
          ? []
          : [arrow(ends[tip], radius, edge.role, palette)]
        : [goesOn(ends[tip], edge.role, palette)]),
    ]),
    wayEdgeDetail(edge, graph),
  );
}

/** Where a line meets the node it leads to. */
function arrow(end: Point, radius: number, role: WayRole, palette: Palette): SvgNode {
  const side = role === 'back' ? 1 : -1;
  const tip = end.x + side * (radius + 2);
  const foot = tip + side * 8;
  return element('polygon', {
    points: pathData(tip, end.y, foot, end.y - 5, foot, end.y + 5),
    fill: wayColor(role, palette),
    stroke: palette.background,
    'stroke-width': 0.75,
  });
}

/** Stands for what is left out: the way round a loop, again and again. */
function dots({ x, y }: Point, palette: Palette): SvgNode {
  return group([
    element('rect', {
      x: x - 17,
      y: y - 9,
      width: 34,
      height: 18,
      rx: 9,
      fill: palette.background,
      stroke: palette.silent,
      'stroke-width': 1.5,
      'stroke-dasharray': '4 3',
    }),
    ...[-8, 0, 8].map((dx) => element('circle', { cx: x + dx, cy: y, r: 2, fill: palette.silent })),
  ]);
}

/** Where a line goes on in another row. */
function goesOn({ x, y }: Point, role: WayRole, palette: Palette): SvgNode {
  const foot = x + (role === 'back' ? 6 : -6);
  return element('path', {
    d: pathData('M', foot, y - 6, 'L', x, y, 'L', foot, y + 6),
    fill: 'none',
    stroke: wayColor(role, palette),
    'stroke-width': 2,
  });
}

function drawNode(
  placed: PlacedNode,
  way: WayNode,
  graph: WayGraph,
  style: WaysStyle,
  palette: Palette,
): SvgNode {
  const { node, x, y } = placed;
  const main = way.visits.some((visit) => graph.ways[visit.way]?.role !== 'possible');
  const isTarget = way.end === 'target';
  const arrives = way.visits.some(
    ({ way: at, step }) => step.action === 'accepted' && graph.ways[at]?.role !== 'back',
  );
  const isReached = isTarget && arrives && way.silence === null;
  const stroke = isReached
    ? palette.ok
    : way.end === 'source'
      ? palette.accent
      : main
        ? palette.nodeLine
        : palette.silent;
  const parts = [
    glyph(node.kind, x, y, {
      radius: node.radius,
      stroke,
      fill: palette.node,
      dashed: !main || way.silence !== null,
      strokeWidth: main && node.radius > 15 ? 2 : 1.5,
    }),
  ];
  if (way.ttls !== null && style.numbered)
    parts.push(hopBadge(way.ttls, x, y, !main || way.silence !== null, palette));
  if (isReached) parts.push(tick(x + 20, y - 19, palette));
  if (way.lost.length > 0) parts.push(cross(x + 20, y - 19, palette));
  let baseline = y + node.radius + 6;
  if (node.label !== null) {
    baseline += 13;
    parts.push(
      label(node.label, x, baseline, {
        size: LABEL_SIZE,
        style: 'bold',
        fill: main ? palette.text : palette.muted,
        anchor: 'middle',
      }),
    );
    baseline += 3;
  }
  if (node.sublabel !== null) {
    baseline += 13;
    parts.push(
      label(node.sublabel, x, baseline, {
        size: SUBLABEL_SIZE,
        style: way.silence === null ? 'mono' : 'plain',
        fill: way.silence === null ? palette.muted : palette.warn,
        anchor: 'middle',
      }),
    );
  }
  return withDetail(group(parts), wayNodeDetail(way, graph));
}
