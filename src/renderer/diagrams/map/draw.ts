/** Draws a map from its layout: frames, then lines, then nodes, then the legend. */
import { glyph } from '../glyphs';
import { cross, linkLine } from '../link-style';
import type { Palette } from '../palette';
import { element, group, pathData, withDetail, type SvgNode } from '../svg';
import { label } from '../text';
import { linkDetail, nodeDetail } from './details';
import { drawArcs, drawArrows, drawBands, toneColor } from './draw-overlay';
import { drawFrame } from './frame';
import type { MapLayout, PlacedEdge, PlacedNode } from './layout';
import { drawLegend } from './legend';
import { LABEL_SIZE, SUBLABEL_SIZE } from './measures';
import { NO_OVERLAY, type MapOverlay } from './overlay';
import { wordsBox, wordsOf } from './words';

export interface MapDrawing {
  readonly node: SvgNode;
  readonly width: number;
  readonly height: number;
}

export function drawMap(layout: MapLayout, palette: Palette, overlay: MapOverlay = NO_OVERLAY): MapDrawing {
  const faint = new Set(layout.nodes.flatMap(({ node }) => (overlay.isFaint(node) ? [node.id] : [])));
  const isFaded = ({ edge }: PlacedEdge): boolean =>
    overlay.fadesLines && (faint.has(edge.from) || faint.has(edge.to));
  const legend = drawLegend(layout, palette);
  const body = group([
    ...layout.frames.map((frame) => drawFrame(frame, palette, overlay.areas.get(frame.area?.name ?? ''))),
    ...drawBands(layout, overlay, palette),
    ...layout.edges.map((edge) => drawEdge(edge, isFaded(edge), palette)),
    ...drawArrows(layout, overlay, palette),
    ...layout.nodes.map((node) => drawNode(node, overlay, palette)),
    ...drawArcs(layout, overlay, palette),
  ]);
  return {
    node: group([body, legend.node]),
    width: Math.max(layout.width, legend.width),
    height: layout.height + legend.height,
  };
}

function drawEdge({ edge, d, mark }: PlacedEdge, faint: boolean, palette: Palette): SvgNode {
  const state = !edge.up ? 'down' : faint ? 'faint' : 'up';
  const parts = [linkLine(d, { kind: edge.kind, state, secondary: edge.path === 'secondary' }, palette)];
  if (edge.link === null) return group(parts);
  // Lines are thin; what the pointer may touch is not.
  parts.push(element('path', { d, fill: 'none', stroke: 'transparent', 'stroke-width': 14 }));
  if (!edge.up) parts.push(cross(mark.x, mark.y, palette, 8));
  return withDetail(group(parts, { 'data-link': edge.link.name }), linkDetail(edge.link));
}

/** What the pointer may touch of a node besides what is seen of it: between its lines, and from its sign to its name. */
function drawReach(placed: PlacedNode): SvgNode[] {
  const { node, x, y } = placed;
  if (node.label === null && node.sublabel === null) return [];
  const { left, top, right, bottom } = wordsBox(placed);
  // To the nearest place of its words; filled, for the outline of what has the keyboard reckons with more than a stroke.
  const [dx, dy] = [Math.min(right, Math.max(left, x)) - x, Math.min(bottom, Math.max(top, y)) - y];
  const half = (0.8 * node.radius) / (Math.hypot(dx, dy) || 1);
  const [ax, ay] = [-dy * half, dx * half];
  return [
    element('path', {
      d: pathData('M', x + ax, y + ay, 'l', dx, dy, 'l', -2 * ax, -2 * ay, 'l', -dx, -dy, 'Z'),
      fill: 'transparent',
    }),
    element('rect', { x: left, y: top, width: right - left, height: bottom - top, fill: 'transparent' }),
  ];
}

function drawNode(placed: PlacedNode, overlay: MapOverlay, palette: Palette): SvgNode {
  const { node, x, y } = placed;
  const faint = overlay.isFaint(node);
  const mark = overlay.nodes.get(node.id);
  const stroke = !node.up ? palette.down : node.label === null || faint ? palette.silent : palette.nodeLine;
  const parts = [
    ...drawReach(placed),
    ...(mark?.ring === undefined
      ? []
      : [
          element('circle', {
            cx: x,
            cy: y,
            r: node.radius + 4,
            fill: palette.background,
            stroke: toneColor(mark.ring, palette),
            'stroke-width': 3,
            'stroke-dasharray': mark.ring === 'good' ? null : '5 4',
          }),
        ]),
    glyph(node.kind, x, y, {
      radius: node.radius,
      stroke,
      fill: palette.node,
      dashed: !node.up || faint,
      strokeWidth: node.label === null || faint ? 1.25 : 2,
    }),
  ];
  if (!node.up) parts.push(cross(x + node.radius - 3, y - node.radius + 3, palette, 8));
  const words = wordsOf(placed);
  let baseline = words.top;
  const halo = {
    stroke: palette.background,
    'stroke-width': 3,
    'paint-order': 'stroke',
    'stroke-linejoin': 'round',
  };
  const around = words.isCrossed ? halo : {};
  if (node.label !== null) {
    baseline += 13;
    parts.push(
      label(
        node.label,
        words.x,
        baseline,
        {
          size: LABEL_SIZE,
          style: 'bold',
          fill: !node.up ? palette.down : faint ? palette.muted : palette.text,
          anchor: words.anchor,
        },
        around,
      ),
    );
    baseline += 3;
  }
  if (node.sublabel !== null) {
    baseline += 13;
    parts.push(
      label(
        node.sublabel,
        words.x,
        baseline,
        { size: SUBLABEL_SIZE, style: 'plain', fill: palette.muted, anchor: words.anchor },
        around,
      ),
    );
  }
  const detail = nodeDetail(node);
  const named = node.lan === null ? { 'data-node': node.view?.name } : { 'data-link': node.lan.name };
  return withDetail(group(parts, named), { ...detail, lines: [...detail.lines, ...(mark?.lines ?? [])] });
}
