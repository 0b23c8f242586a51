/** How links are drawn: each kind has its own colour and its own line, so that neither is needed alone. */
import type { LinkKind } from '../../shared/results';
import type { Palette } from './palette';
import { element, group, pathData, type SvgNode } from './svg';

export type LinkState = 'up' | 'down' | 'faint';

const COLORS: Readonly<Record<LinkKind, keyof Palette>> = {
  link: 'link',
  lan: 'lan',
  vnet: 'link',
  peering: 'peering',
  tunnel: 'tunnel',
  expressroute: 'expressroute',
  'private-peering': 'expressroute',
  'global-reach': 'expressroute',
};

export function linkColor(kind: LinkKind | null, palette: Palette): string {
  return kind === null ? palette.link : palette[COLORS[kind]];
}

export interface LinkStyle {
  readonly kind: LinkKind | null;
  readonly state: LinkState;
  /** The second of a circuit's two paths: thinner and broken. */
  readonly secondary?: boolean;
  /** One of many side by side, which would else be one dark bar. */
  readonly crowded?: boolean;
}

/** A line along `d`, by kind and state: tunnels as tubes, ExpressRoute thick, peerings as beads. */
export function linkLine(d: string, style: LinkStyle, palette: Palette): SvgNode {
  const base = { d, fill: 'none', 'stroke-linecap': 'butt' } as const;
  if (style.state === 'down') {
    return element('path', { ...base, stroke: palette.down, 'stroke-width': 2, 'stroke-dasharray': '3 5' });
  }
  if (style.state === 'faint') {
    return element('path', {
      ...base,
      stroke: palette.silent,
      'stroke-width': 1.5,
      'stroke-dasharray': '2 4',
    });
  }
  const stroke = linkColor(style.kind, palette);
  switch (style.kind) {
    case 'tunnel':
      return group([
        element('path', { ...base, stroke, 'stroke-width': 8 }),
        element('path', { ...base, stroke: palette.background, 'stroke-width': 5 }),
        element('path', { ...base, stroke, 'stroke-width': 1, 'stroke-dasharray': '5 4' }),
      ]);
    case 'peering':
      return element('path', {
        ...base,
        stroke,
        'stroke-width': 4,
        'stroke-linecap': 'round',
        'stroke-dasharray': '0.1 8',
      });
    case 'expressroute':
    case 'private-peering':
    case 'global-reach':
      return style.secondary === true
        ? element('path', { ...base, stroke, 'stroke-width': 2, 'stroke-dasharray': '9 4' })
        : element('path', { ...base, stroke, 'stroke-width': 4 });
    case 'vnet':
      return element('path', { ...base, stroke, 'stroke-width': 1.5 });
    case 'link':
    case 'lan':
    case null:
      return element('path', { ...base, stroke, 'stroke-width': style.crowded === true ? 1 : 2 });
  }
}

/** A cross on its own ground, for what is down or lost. */
export function cross(x: number, y: number, palette: Palette, radius = 9): SvgNode {
  const arm = radius * 0.45;
  return group([
    element('circle', {
      cx: x,
      cy: y,
      r: radius,
      fill: palette.background,
      stroke: palette.down,
      'stroke-width': 2,
    }),
    element('path', {
      d: pathData(
        'M',
        x - arm,
        y - arm,
        'l',
        2 * arm,
        2 * arm,
        'M',
        x - arm,
        y + arm,
        'l',
        2 * arm,
        -2 * arm,
      ),
      stroke: palette.down,
      'stroke-width': 2.5,
      'stroke-linecap': 'round',
      fill: 'none',
    }),
  ]);
}

/** A tick on its own ground, for what was reached. */
export function tick(x: number, y: number, palette: Palette, radius = 9): SvgNode {
  return group([
    element('circle', {
      cx: x,
      cy: y,
      r: radius,
      fill: palette.background,
      stroke: palette.ok,
      'stroke-width': 2,
    }),
    element('path', {
      d: pathData(
        'M',
        x - radius * 0.45,
        y,
        'l',
        radius * 0.32,
        radius * 0.36,
        'l',
        radius * 0.55,
        -radius * 0.72,
      ),
      stroke: palette.ok,
      'stroke-width': 2.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      fill: 'none',
    }),
  ]);
}
