/** Draws several ways as one graph: what is taken stands on a broad band, what is only possible has none. */
import { drawFrame } from '../map/frame';
import { glyph } from '../glyphs';
import { cross, linkLine, tick } from '../link-style';
import type { MapLayout, PlacedEdge, PlacedNode, Point } from '../map/layout';
import { LABEL_SIZE, SUBLABEL_SIZE } from '../map/measures';
import type { Palette } from '../palette';
import { element, group, pathData, withDetail, type SvgNode } from '../svg';
import { label } from '../text';
import { hopBadge } from './badge';
import { wayEdgeDetail, wayNodeDetail } from './ways-details';
import type { WayEdge, WayGraph, WayNode, WayRole } from './ways';
import type { WaysLayout } from './ways-layout';

const BAND = 14;

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
  const radii = new Map(layout.nodes.map(({ node }) => [node.id, node.radius]));
  return group([
    ...layout.frames.map((frame) => drawFrame(frame, palette)),
    ...edges.map(({ placed, edge }) => drawEdge(placed, edge, radii, graph, palette)),
    ...inReadingOrder(layout).flatMap((placed) => {
      const node = layout.nodeOf(placed.node.id);
      return node === undefined ? [] : [drawNode(placed, node, graph, style, palette)];
    }),
  ]);
}

/** From left to right, in each column from top to bottom: the order of the keyboard. */
function inReadingOrder(layout: MapLayout): PlacedNode[] {
  return layout.nodes.toSorted((a, b) => a.x - b.x || a.y - b.y);
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
  placed: PlacedEdge,
  edge: WayEdge,
  radii: ReadonlyMap<string, number>,
  graph: WayGraph,
  palette: Palette,
): SvgNode {
  const { d, ends } = placed;
  const isBack = edge.role === 'back';
  const radius = radii.get(isBack ? edge.from : edge.to) ?? 0;
  const band = wayBand(d, edge.role, palette);
  return withDetail(
    group([
      ...(band === null ? [] : [band]),
      linkLine(d, { kind: edge.kind, state: 'up', secondary: edge.side === 'secondary' }, palette),
      element('path', { d, fill: 'none', stroke: 'transparent', 'stroke-width': 14 }),
      arrow(isBack ? ends[0] : ends[1], radius, edge.role, palette),
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
  const isReached = isTarget && way.silence === null;
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
