/** What tells one run from another: a colour, a dash and a shape of its own, none of them needed alone. */
import type { Palette } from '../palette';
import { element, pathData, type SvgNode } from '../svg';

const COLORS: readonly (keyof Palette)[] = ['accent', 'warn', 'pathReturn', 'peering', 'text'];
const DASHES: readonly (string | null)[] = [null, '7 3', '2 3', '9 3 2 3', '4 2'];
const RADIUS = 5;

export function seriesColor(index: number, palette: Palette): string {
  return palette[COLORS[index % COLORS.length] ?? 'accent'];
}

export function seriesDash(index: number): string | null {
  return DASHES[index % DASHES.length] ?? null;
}

export function seriesMark(index: number, x: number, y: number, palette: Palette): SvgNode {
  const style = { fill: seriesColor(index, palette), stroke: palette.background, 'stroke-width': 1.5 };
  const r = RADIUS;
  switch (index % COLORS.length) {
    case 0:
      return element('circle', { cx: x, cy: y, r, ...style });
    case 1:
      return element('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...style });
    case 2:
      return element('polygon', {
        points: pathData(x, y - r - 1, x + r + 1, y + r, x - r - 1, y + r),
        ...style,
      });
    case 3:
      return element('polygon', {
        points: pathData(x, y - r - 2, x + r + 2, y, x, y + r + 2, x - r - 2, y),
        ...style,
      });
    default:
      return element('polygon', {
        points: pathData(x - r - 1, y - r, x + r + 1, y - r, x, y + r + 1),
        ...style,
      });
  }
}
