/** Draws a map from its layout: frames, then lines, then nodes, then the legend. */
import { glyph } from '../glyphs';
import { cross, linkLine } from '../link-style';
import type { Palette } from '../palette';
import { element, group, withDetail, type SvgNode } from '../svg';
import { label } from '../text';
import { linkDetail, nodeDetail } from './details';
import { drawFrame } from './frame';
import type { MapLayout, PlacedEdge, PlacedNode } from './layout';
import { drawLegend } from './legend';
import { LABEL_SIZE, SUBLABEL_SIZE } from './measures';

export interface MapDrawing {
  readonly node: SvgNode;
  readonly width: number;
  readonly height: number;
}

export function drawMap(layout: MapLayout, palette: Palette): MapDrawing {
  const legend = drawLegend(layout, palette);
  const body = group([
    ...layout.frames.map((frame) => drawFrame(frame, palette)),
    ...layout.edges.map((edge) => drawEdge(edge, palette)),
    ...layout.nodes.map((node) => drawNode(node, palette)),
  ]);
  return {
    node: group([body, legend.node]),
    width: Math.max(layout.width, legend.width),
    height: layout.height + legend.height,
  };
}

function drawEdge({ edge, d, mark }: PlacedEdge, palette: Palette): SvgNode {
  const state = edge.up ? 'up' : 'down';
  const parts = [linkLine(d, { kind: edge.kind, state, secondary: edge.path === 'secondary' }, palette)];
  if (edge.link === null) return group(parts);
  // Lines are thin; what the pointer may touch is not.
  parts.push(element('path', { d, fill: 'none', stroke: 'transparent', 'stroke-width': 14 }));
  if (!edge.up) parts.push(cross(mark.x, mark.y, palette, 8));
  return withDetail(group(parts), linkDetail(edge.link));
}

function drawNode({ node, x, y }: PlacedNode, palette: Palette): SvgNode {
  const stroke = node.up ? (node.label === null ? palette.silent : palette.nodeLine) : palette.down;
  const parts = [
    glyph(node.kind, x, y, {
      radius: node.radius,
      stroke,
      fill: palette.node,
      dashed: !node.up,
      strokeWidth: node.label === null ? 1.5 : 2,
    }),
  ];
  if (!node.up) parts.push(cross(x + node.radius - 3, y - node.radius + 3, palette, 8));
  let baseline = y + node.radius + 6;
  // Lines may pass behind a label on maps without areas.
  const halo = {
    stroke: palette.background,
    'stroke-width': 3,
    'paint-order': 'stroke',
    'stroke-linejoin': 'round',
  };
  const around = node.area === null ? halo : {};
  if (node.label !== null) {
    baseline += 13;
    parts.push(
      label(
        node.label,
        x,
        baseline,
        { size: LABEL_SIZE, style: 'bold', fill: node.up ? palette.text : palette.down, anchor: 'middle' },
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
        x,
        baseline,
        { size: SUBLABEL_SIZE, style: 'plain', fill: palette.muted, anchor: 'middle' },
        around,
      ),
    );
  }
  return withDetail(group(parts), nodeDetail(node));
}
