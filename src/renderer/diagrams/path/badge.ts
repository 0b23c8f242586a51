/** The number of a hop, on its glyph's shoulder. */
import type { Palette } from '../palette';
import { element, group, type SvgNode } from '../svg';
import { strings } from '../strings';
import { label, textWidth } from '../text';
import { SIZE } from './sizes';

/** `y` is the glyph's middle. A hop that is silent, or only possible, has an open badge. */
export function hopBadge(
  ttls: readonly [number, number],
  x: number,
  y: number,
  open: boolean,
  palette: Palette,
): SvgNode {
  const text = strings.path.ttls(ttls[0], ttls[1]);
  const width = Math.max(20, textWidth(text, SIZE.small, 'bold') + 10);
  const right = x - 10;
  const middle = right - width / 2;
  const top = y - 29;
  return group([
    element('rect', {
      x: middle - width / 2,
      y: top,
      width,
      height: 20,
      rx: 10,
      fill: open ? palette.background : palette.accent,
      stroke: open ? palette.silent : palette.accent,
      'stroke-width': 1.5,
      'stroke-dasharray': open ? '3 2' : null,
    }),
    label(text, middle, top + 14.5, {
      size: SIZE.small,
      style: 'bold',
      fill: open ? palette.text : palette.onAccent,
      anchor: 'middle',
    }),
  ]);
}
