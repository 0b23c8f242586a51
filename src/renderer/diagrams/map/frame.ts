/** Draws the frame of an area or a region, with its titles and the notes at its foot. */
import { areaColors } from '../area-style';
import type { Palette } from '../palette';
import { element, group, withDetail, type SvgNode } from '../svg';
import { label } from '../text';
import { areaDetail } from './details';
import type { Frame } from './layout';
import type { AreaMark } from './overlay';
import { AREA_FOOT, LABEL_SIZE, NOTE_LINE, SUBLABEL_SIZE } from './measures';

export function drawFrame(frame: Frame, palette: Palette, mark: AreaMark = {}): SvgNode {
  const box = {
    x: frame.left,
    y: frame.top,
    width: frame.right - frame.left,
    height: frame.bottom - frame.top,
  };
  if (frame.area === null) {
    return group([
      element('rect', {
        ...box,
        rx: 14,
        fill: palette.regionArea,
        stroke: palette.regionLine,
        'stroke-width': 1,
        'stroke-dasharray': '6 4',
      }),
      label(frame.title, frame.left + 14, frame.top + 22, {
        size: LABEL_SIZE,
        style: 'bold',
        fill: palette.regionLine,
      }),
    ]);
  }
  const colors = areaColors(frame.area.kind, palette);
  const parts = [
    element('rect', {
      ...box,
      rx: 10,
      fill: mark.faint === true ? palette.background : colors.fill,
      stroke: colors.line,
      'stroke-width': 1.25,
      'stroke-dasharray': mark.faint === true ? '2 4' : null,
    }),
    label(frame.title, frame.left + 12, frame.top + 20, {
      size: LABEL_SIZE,
      style: 'bold',
      fill: colors.line,
    }),
  ];
  if (frame.subtitle !== null) {
    parts.push(
      label(frame.subtitle, frame.left + 12, frame.top + 37, {
        size: SUBLABEL_SIZE,
        style: 'plain',
        fill: colors.line,
      }),
    );
  }
  const detail = areaDetail(frame.area);
  frame.notes.forEach((note, index) => {
    const baseline = frame.bottom - AREA_FOOT + 4 - (frame.notes.length - 1 - index) * NOTE_LINE;
    parts.push(
      label(note, frame.left + 12, baseline, { size: SUBLABEL_SIZE, style: 'plain', fill: colors.line }),
    );
  });
  return withDetail(group(parts), { ...detail, lines: [...detail.lines, ...(mark.lines ?? [])] });
}
