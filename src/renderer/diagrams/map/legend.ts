/** Explains the lines that occur on a map, beneath it. */
import { cross, linkLine, type LinkStyle } from '../link-style';
import type { Palette } from '../palette';
import { group, pathData, type SvgNode } from '../svg';
import { strings } from '../strings';
import { label, textWidth } from '../text';
import type { MapLayout } from './layout';
import { MARGIN, SUBLABEL_SIZE } from './measures';

const HEIGHT = 30;
const SAMPLE = 38;

interface Entry {
  readonly text: string;
  readonly style: LinkStyle;
}

export function drawLegend(
  layout: MapLayout,
  palette: Palette,
): { readonly node: SvgNode; readonly width: number; readonly height: number } {
  const entries = entriesFor(layout);
  if (entries.length < 2) return { node: group([]), width: 0, height: 0 };
  const least = Math.max(layout.width, 480);
  let x = MARGIN;
  let y = layout.height + HEIGHT / 2 - 8;
  let right = 0;
  const parts = entries.map(({ text, style }) => {
    const width = SAMPLE + 8 + textWidth(text, SUBLABEL_SIZE);
    if (x > MARGIN && x + width > least - MARGIN) {
      x = MARGIN;
      y += HEIGHT - 6;
    }
    const node = group([
      linkLine(pathData('M', x, y, 'H', x + SAMPLE), style, palette),
      ...(style.state === 'down' ? [cross(x + SAMPLE / 2, y, palette, 7)] : []),
      label(text, x + SAMPLE + 8, y + 4, { size: SUBLABEL_SIZE, style: 'plain', fill: palette.text }),
    ]);
    x += width + 24;
    right = Math.max(right, x - 24 + MARGIN);
    return node;
  });
  return { node: group(parts), width: right, height: y + HEIGHT / 2 + 8 - layout.height };
}

function entriesFor(layout: MapLayout): Entry[] {
  const edges = layout.edges.map((placed) => placed.edge);
  const texts = strings.map.legend;
  const has = (...kinds: readonly string[]): boolean =>
    edges.some((edge) => kinds.includes(edge.kind) && edge.up);
  const entries: (Entry & { readonly shown: boolean })[] = [
    { text: texts.link, style: { kind: 'link', state: 'up' }, shown: has('link', 'lan') },
    {
      text: texts.expressroute,
      style: { kind: 'expressroute', state: 'up' },
      shown: has('expressroute', 'private-peering', 'global-reach'),
    },
    {
      text: texts.secondary,
      style: { kind: 'expressroute', state: 'up', secondary: true },
      shown: edges.some((edge) => edge.path === 'secondary'),
    },
    { text: texts.tunnel, style: { kind: 'tunnel', state: 'up' }, shown: has('tunnel') },
    { text: texts.peering, style: { kind: 'peering', state: 'up' }, shown: has('peering') },
    { text: texts.down, style: { kind: null, state: 'down' }, shown: edges.some((edge) => !edge.up) },
  ];
  return entries.filter((entry) => entry.shown);
}
