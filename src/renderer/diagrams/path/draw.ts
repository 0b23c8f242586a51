/** Draws one path from its layout. */
import { areaColors } from '../area-style';
import { cross, linkColor, linkLine } from '../link-style';
import type { Palette } from '../palette';
import { element, group, pathData, withDetail, type SvgNode } from '../svg';
import { label } from '../text';
import { bands, STUB_ROW, type Bands } from './bands';
import { branchDetail, linkDetail } from './details';
import { drawColumn } from './draw-column';
import { drawReturn } from './draw-return';
import { glyphHalf, type LinkPlace, type PathLayout } from './layout';
import type { PathModel } from './model';
import type { PathLink } from './node';
import { NAME_GAP, type Row } from './rows';
import { SIZE } from './sizes';
import type { Stub } from './stubs';

export interface PathDrawing {
  readonly node: SvgNode;
  readonly width: number;
  readonly height: number;
}

/** A row with its upper left corner at the origin. */
export function drawRow({ model, layout, enters, leaves }: Row, palette: Palette): PathDrawing {
  const y = bands(layout);
  const first = layout.columns[0];
  const last = layout.columns.at(-1);
  const shift = enters === null ? 0 : enters.length + enters.room;
  const parts = [drawPath(model, layout, palette)];
  if (enters !== null && first !== undefined) {
    const start = -enters.length;
    parts.push(
      beside(enters.name, start - NAME_GAP, y.axis, 'end', palette),
      reach(enters.link, start, first.x - glyphHalf(first.node), y.axis, palette),
    );
  }
  const reaches = leaves === null ? 0 : leaves.length + leaves.room;
  if (leaves !== null && last !== undefined) {
    const end = layout.width + leaves.length;
    parts.push(
      reach(leaves.link, last.x + glyphHalf(last.node), end, y.axis, palette),
      head(end, y.axis, palette),
      ...(leaves.label === null
        ? []
        : drawLabel(leaves.label, leaves.link, layout.width + leaves.length / 2, y, palette)),
      beside(leaves.name, end + NAME_GAP, y.axis, 'start', palette),
    );
  }
  return {
    node: group(parts, { transform: `translate(${shift} 0)` }),
    width: layout.width + shift + reaches,
    height: y.height,
  };
}

/** The part of a link that a row shows. */
function reach(link: PathLink, from: number, to: number, y: number, palette: Palette): SvgNode {
  const state = link.state === 'up' ? 'up' : link.state === 'down' ? 'down' : 'faint';
  const line = linkLine(
    pathData('M', from, y, 'H', to),
    { kind: link.kind, state, secondary: link.side === 'secondary' },
    palette,
  );
  const detail = linkDetail(link);
  return detail === null ? line : withDetail(group([line]), detail);
}

/** The node at the other end of a link that goes on in another row. */
function beside(name: string, x: number, y: number, anchor: 'start' | 'end', palette: Palette): SvgNode {
  return label(name, x, y + 4, { size: SIZE.small, style: 'plain', fill: palette.muted, anchor });
}

/** Says that a row goes on. */
function head(x: number, y: number, palette: Palette): SvgNode {
  return element('path', {
    d: pathData('M', x - 6, y - 6, 'L', x, y, 'L', x - 6, y + 6),
    fill: 'none',
    stroke: palette.nodeLine,
    'stroke-width': 2,
  });
}

function drawPath(model: PathModel, layout: PathLayout, palette: Palette): SvgNode {
  const y = bands(layout);
  const parts = [
    ...layout.areas.map((area) => {
      const colors = areaColors(area.area.kind, palette);
      return group([
        element('rect', {
          x: area.left,
          y: y.areaTop,
          width: area.right - area.left,
          height: y.areaBottom - y.areaTop,
          rx: 10,
          fill: area.isFaint ? palette.background : colors.fill,
          stroke: colors.line,
          'stroke-width': 1.25,
          'stroke-dasharray': area.isFaint ? '2 4' : null,
        }),
        label(area.title, area.left + 10, y.areaTop + 19, {
          size: SIZE.name,
          style: 'bold',
          fill: colors.line,
        }),
        ...(area.subtitle === null
          ? []
          : [
              label(area.subtitle, area.left + 10, y.areaTop + 35, {
                size: SIZE.small,
                style: 'plain',
                fill: colors.line,
              }),
            ]),
      ]);
    }),
    // In reading order, which is the order of the keyboard too: a node, its branches, the link that leaves it.
    ...layout.columns.flatMap((column, index) => {
      const link = layout.links[index];
      return [
        drawColumn(column, y, palette),
        ...layout.stubs.filter((stub) => stub.from === column.x).map((stub) => drawStub(stub, y, palette)),
        ...(link === undefined ? [] : [drawLink(link, layout, y, palette)]),
      ];
    }),
    ...drawReturn(model, layout, y, palette),
  ];
  return group(parts);
}

/** What a link is, above it and the areas, and a line down to it. */
function drawLabel(
  { kind, name }: NonNullable<LinkPlace['label']>,
  link: PathLink,
  x: number,
  y: Bands,
  palette: Palette,
): SvgNode[] {
  const color = link.state === 'down' ? palette.down : linkColor(link.kind, palette);
  const line = { d: pathData('M', x, y.labels + 33, 'V', y.axis), stroke: color, 'stroke-width': 1 };
  const centred = { size: SIZE.small, anchor: 'middle' } as const;
  return [
    element('path', { ...line, fill: 'none' }),
    label(kind, x, y.labels + 12, { ...centred, style: 'bold', fill: color }),
    ...(name === null
      ? []
      : [label(name, x, y.labels + 28, { ...centred, style: 'plain', fill: palette.text })]),
  ];
}

function drawLink(place: LinkPlace, layout: PathLayout, y: Bands, palette: Palette): SvgNode {
  const state = place.link.state === 'up' ? 'up' : place.link.state === 'down' ? 'down' : 'faint';
  const parts: SvgNode[] = [];
  if (place.label !== null) parts.push(...drawLabel(place.label, place.link, place.middle, y, palette));
  parts.push(
    linkLine(
      pathData('M', place.from, y.axis, 'H', place.to),
      { kind: place.link.kind, state, secondary: place.link.side === 'secondary' },
      palette,
    ),
  );
  const lostFrom = layout.links.find((link) => link.link.state !== 'up');
  if (place === lostFrom) parts.push(cross(place.middle, y.axis, palette));
  const detail = linkDetail(place.link);
  const node = group(parts);
  return detail === null ? node : withDetail(node, detail);
}

function drawStub(stub: Stub, y: Bands, palette: Palette): SvgNode {
  const end = y.stubs + stub.row * STUB_ROW + STUB_ROW / 2;
  const { x } = stub;
  const start = ['M', x - 12, y.axis, 'Q', x, y.axis, x, y.axis + 12];
  const d = pathData(...start, 'V', end - 6, 'Q', x, end, x + 6, end);
  const ring = { fill: palette.background, stroke: palette.silent, 'stroke-width': 1.5 };
  return withDetail(
    group([
      linkLine(d, { kind: null, state: 'faint' }, palette),
      element('circle', { cx: x + 6, cy: end, r: 3, ...ring }),
      label(stub.text, x + 14, end + 4, { size: SIZE.small, style: 'plain', fill: palette.muted }),
    ]),
    branchDetail(stub.node),
  );
}
