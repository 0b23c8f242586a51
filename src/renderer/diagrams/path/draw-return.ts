/** Draws the way of the replies where it is another: a thin line beneath, from the target to the source. */
import { cross } from '../link-style';
import type { Palette } from '../palette';
import { element, group, pathData, withDetail, type SvgNode } from '../svg';
import { strings } from '../strings';
import { label } from '../text';
import type { Bands } from './bands';
import { returnDetail } from './details';
import type { PathLayout } from './layout';
import type { PathModel } from './model';
import { SIZE } from './sizes';

export function drawReturn(model: PathModel, layout: PathLayout, y: Bands, palette: Palette): SvgNode[] {
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
          label(stop.text, stop.x, line + 20, {
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
