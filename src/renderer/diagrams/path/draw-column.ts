/** Draws a node of a path with the lines beneath it. */
import { glyph } from '../glyphs';
import { tick } from '../link-style';
import type { Palette } from '../palette';
import { element, group, withDetail, type SvgNode } from '../svg';
import { label } from '../text';
import { hopBadge } from './badge';
import { LINE, type Bands } from './bands';
import { nodeDetail } from './details';
import type { Column } from './layout';
import { isFold } from './node';
import { GAP_HALF, GLYPH_RADIUS, TRANSIT_RADIUS } from './sizes';
import { lookSize, lookStyle, type ColumnText } from './texts';

export function drawColumn(column: Column, y: Bands, palette: Palette): SvgNode {
  const { node, x } = column;
  const transit = node.role === 'transit';
  const radius = transit ? TRANSIT_RADIUS : GLYPH_RADIUS;
  const unseen = isFold(node) || node.role === 'target' || (node.role === 'hop' && node.address === null);
  const parts: SvgNode[] = [
    element('rect', {
      x: x - column.half,
      y: y.axis - GLYPH_RADIUS - 8,
      width: 2 * column.half,
      height: y.areaBottom - y.axis + GLYPH_RADIUS + 4,
      rx: 6,
      fill: 'transparent',
    }),
  ];
  if (isFold(node)) {
    parts.push(
      element('rect', {
        x: x - GAP_HALF,
        y: y.axis - 13,
        width: 2 * GAP_HALF,
        height: 26,
        rx: 13,
        fill: palette.background,
        stroke: palette.silent,
        'stroke-width': 2,
        'stroke-dasharray': '4 3',
      }),
      ...[-10, 0, 10].map((dx) =>
        element('circle', { cx: x + dx, cy: y.axis, r: 2.5, fill: palette.silent }),
      ),
    );
  } else {
    const stroke =
      node.end === 'reached'
        ? palette.ok
        : node.role === 'source'
          ? palette.accent
          : unseen || transit
            ? palette.silent
            : palette.nodeLine;
    parts.push(
      glyph(node.kind, x, y.axis, {
        radius,
        stroke,
        fill: palette.node,
        dashed: unseen,
        strokeWidth: transit ? 1.25 : 2,
      }),
    );
  }
  if (node.ttls !== null && !isFold(node) && node.role !== 'target')
    parts.push(hopBadge(node.ttls, x, y.axis, unseen, palette));
  if (node.end === 'reached') parts.push(tick(x + 20, y.axis - 19, palette));
  column.texts.forEach((text, index) => {
    parts.push(
      label(text.content, x, y.axis + GLYPH_RADIUS + 20 + index * LINE, {
        size: lookSize(text.look),
        style: lookStyle(text.look),
        fill: lookColor(text.look, palette),
        anchor: 'middle',
      }),
    );
  });
  return withDetail(group(parts), nodeDetail(node));
}

function lookColor(look: ColumnText['look'], palette: Palette): string {
  switch (look) {
    case 'address':
    case 'name':
    case 'rtt':
      return palette.text;
    case 'faint':
      return palette.muted;
    case 'silent':
      return palette.warn;
    case 'error':
      return palette.error;
  }
}
