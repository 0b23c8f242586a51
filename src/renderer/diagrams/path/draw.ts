/** Draws one path from its layout: bands from top to bottom, each with its own height. */
import { areaColors } from '../area-style';
import { glyph } from '../glyphs';
import { cross, linkColor, linkLine, tick } from '../link-style';
import type { Palette } from '../palette';
import { element, group, pathData, withDetail, type SvgNode } from '../svg';
import { strings } from '../strings';
import { label, textWidth } from '../text';
import { branchDetail, linkDetail, nodeDetail, returnDetail } from './details';
import {
  GAP_HALF,
  GLYPH_RADIUS,
  lookSize,
  lookStyle,
  SIZE,
  TRANSIT_RADIUS,
  type Column,
  type ColumnText,
  type LinkPlace,
  type PathLayout,
  type Stub,
} from './layout';
import type { PathModel } from './model';

const LABEL_BAND = 46;
const AREA_HEAD = 42;
const LINE = 18;
const STUB_ROW = 22;
const RETURN_BAND = 62;

interface Bands {
  readonly labels: number;
  readonly areaTop: number;
  readonly axis: number;
  readonly areaBottom: number;
  readonly stubs: number;
  readonly back: number;
  readonly height: number;
}

function bands(layout: PathLayout): Bands {
  const labels = 0;
  const areaTop = labels + (layout.hasLabels ? LABEL_BAND : 0);
  const head = layout.areas.length > 0 ? AREA_HEAD : 4;
  const axis = areaTop + head + GLYPH_RADIUS + 10;
  const rows = Math.max(1, ...layout.columns.map((column) => column.texts.length));
  const areaBottom = axis + GLYPH_RADIUS + 8 + rows * LINE + 8;
  const stubs = areaBottom + (layout.stubRows > 0 ? 4 : 0);
  const back = stubs + layout.stubRows * STUB_ROW;
  const height = back + (layout.back === null ? 0 : RETURN_BAND);
  return { labels, areaTop, axis, areaBottom, stubs, back, height };
}

/** The drawing with its upper left corner at the origin. */
export function drawPath(
  model: PathModel,
  layout: PathLayout,
  palette: Palette,
): { readonly node: SvgNode; readonly height: number } {
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
          fill: colors.fill,
          stroke: colors.line,
          'stroke-width': 1.25,
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
  return { node: group(parts), height: y.height };
}

function drawLink(place: LinkPlace, layout: PathLayout, y: Bands, palette: Palette): SvgNode {
  const state = place.link.state === 'up' ? 'up' : place.link.state === 'down' ? 'down' : 'faint';
  const parts: SvgNode[] = [];
  if (place.label !== null) {
    const { kind, name } = place.label;
    const color = state === 'down' ? palette.down : linkColor(place.link.kind, palette);
    parts.push(
      element('path', {
        d: pathData('M', place.middle, y.labels + 33, 'V', y.axis),
        stroke: color,
        'stroke-width': 1,
        fill: 'none',
      }),
      label(kind, place.middle, y.labels + 12, {
        size: SIZE.small,
        style: 'bold',
        fill: color,
        anchor: 'middle',
      }),
    );
    if (name !== null) {
      parts.push(
        label(name, place.middle, y.labels + 28, {
          size: SIZE.small,
          style: 'plain',
          fill: palette.text,
          anchor: 'middle',
        }),
      );
    }
  }
  parts.push(
    linkLine(pathData('M', place.from, y.axis, 'H', place.to), { kind: place.link.kind, state }, palette),
  );
  const lostFrom = layout.links.find((link) => link.link.state !== 'up');
  if (place === lostFrom) parts.push(cross(place.middle, y.axis, palette));
  const detail = linkDetail(place.link);
  const node = group(parts);
  return detail === null ? node : withDetail(node, detail);
}

function drawColumn(column: Column, y: Bands, palette: Palette): SvgNode {
  const { node, x } = column;
  const transit = node.role === 'transit';
  const radius = transit ? TRANSIT_RADIUS : GLYPH_RADIUS;
  const unseen =
    node.role === 'gap' || node.role === 'target' || (node.role === 'hop' && node.address === null);
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
  if (node.role === 'gap') {
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
  if (node.ttls !== null && node.role === 'hop') parts.push(badge(node.ttls, x, y, unseen, palette));
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

/** The hop's number, on the glyph's shoulder. */
function badge(
  ttls: readonly [number, number],
  x: number,
  y: Bands,
  silent: boolean,
  palette: Palette,
): SvgNode {
  const text = strings.path.ttls(ttls[0], ttls[1]);
  const width = Math.max(20, textWidth(text, SIZE.small, 'bold') + 10);
  const right = x - 10;
  const middle = right - width / 2;
  const top = y.axis - 29;
  return group([
    element('rect', {
      x: middle - width / 2,
      y: top,
      width,
      height: 20,
      rx: 10,
      fill: silent ? palette.background : palette.accent,
      stroke: silent ? palette.silent : palette.accent,
      'stroke-width': 1.5,
      'stroke-dasharray': silent ? '3 2' : null,
    }),
    label(text, middle, top + 14.5, {
      size: SIZE.small,
      style: 'bold',
      fill: silent ? palette.text : palette.onAccent,
      anchor: 'middle',
    }),
  ]);
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

/** The way of the replies: a thin line beneath, from the target to the source. */
function drawReturn(model: PathModel, layout: PathLayout, y: Bands, palette: Palette): SvgNode[] {
  const { back } = layout;
  const first = back?.stops[0];
  const last = back?.stops.at(-1);
  if (back === null || first === undefined || last === undefined || first === last) return [];
  const color = palette.pathReturn;
  const line = y.back + 28;
  const top = y.back + 3;
  const corner = 8;
  const d = back.arrives
    ? pathData(
        'M',
        first.x,
        top,
        'V',
        line - corner,
        'Q',
        first.x,
        line,
        first.x - corner,
        line,
        'H',
        last.x + corner,
        'Q',
        last.x,
        line,
        last.x,
        line - corner,
        'V',
        top + 6,
      )
    : pathData(
        'M',
        first.x,
        top,
        'V',
        line - corner,
        'Q',
        first.x,
        line,
        first.x - corner,
        line,
        'H',
        last.x,
      );
  const parts: SvgNode[] = [element('path', { d, fill: 'none', stroke: color, 'stroke-width': 1.5 })];
  if (back.arrives) {
    parts.push(
      element('polygon', {
        points: pathData(last.x - 5, top + 8, last.x, top, last.x + 5, top + 8),
        fill: color,
      }),
      label(strings.path.returnPath, last.x + 12, line - 9, {
        size: SIZE.small,
        style: 'plain',
        fill: color,
      }),
    );
  }
  for (const stop of back.stops) {
    if (!stop.visible) continue;
    const notes = (model.back?.steps ?? [])
      .filter((step) => step.node === stop.name)
      .map((step) => step.note);
    parts.push(
      withDetail(
        group([
          element('circle', {
            cx: stop.x,
            cy: line,
            r: 4.5,
            fill: palette.background,
            stroke: color,
            'stroke-width': 2,
          }),
          label(stop.name, stop.x, line + 20, {
            size: SIZE.small,
            style: 'plain',
            fill: palette.text,
            anchor: 'middle',
          }),
        ]),
        returnDetail(stop.name, notes),
      ),
    );
  }
  if (!back.arrives) parts.push(cross(last.x - 16, line, palette, 7));
  return parts;
}
