/** A sign for every kind of node, told apart by outline as well as by what is inside. */
import type { NodeKind } from '../../shared/results';
import { element, group, type SvgNode } from './svg';

export interface GlyphStyle {
  readonly stroke: string;
  readonly fill: string;
  /** Half its height, px. */
  readonly radius: number;
  readonly dashed: boolean;
  readonly strokeWidth: number;
}

/** A node's kind, or the LAN that joins several of them. */
export type GlyphKind = NodeKind | 'lan';

/** Shapes are drawn in a square from -20 to 20 and scaled to the wanted radius. */
const UNIT = 20;

export function glyph(kind: GlyphKind, x: number, y: number, style: GlyphStyle): SvgNode {
  const scale = style.radius / UNIT;
  const outline = {
    fill: style.fill,
    'stroke-dasharray': style.dashed ? `${round1(3.5 / scale)} ${round1(3 / scale)}` : null,
  };
  return group([OUTLINES[kind](outline), ...SIGNS[kind]], {
    transform: `translate(${round1(x)} ${round1(y)}) scale(${Math.round(scale * 1000) / 1000})`,
    stroke: style.stroke,
    'stroke-width': round1(style.strokeWidth / scale),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    fill: 'none',
  });
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

type Outline = (attributes: Readonly<Record<string, string | number | null>>) => SvgNode;

const hexagon: Outline = (attributes) =>
  element('polygon', { points: '-11,-18 11,-18 20,0 11,18 -11,18 -20,0', ...attributes });

const OUTLINES: Readonly<Record<GlyphKind, Outline>> = {
  host: (attributes) => element('rect', { x: -19, y: -17, width: 38, height: 27, rx: 4, ...attributes }),
  router: (attributes) => element('circle', { r: 19, ...attributes }),
  'vpn-gateway': hexagon,
  'er-gateway': hexagon,
  'route-server': hexagon,
  msee: (attributes) => element('polygon', { points: '0,-20 20,0 0,20 -20,0', ...attributes }),
  vnet: (attributes) => element('rect', { x: -19, y: -13, width: 38, height: 26, rx: 13, ...attributes }),
  internet: (attributes) =>
    element('path', {
      d: 'M-11,13 a8,8 0 0 1 -1,-16 a11,11 0 0 1 21,-4 a9,9 0 0 1 2,20 z',
      ...attributes,
    }),
  lan: (attributes) => element('rect', { x: -5, y: -19, width: 10, height: 38, rx: 5, ...attributes }),
};

const lines = (...paths: readonly string[]): SvgNode[] => paths.map((d) => element('path', { d }));

const SIGNS: Readonly<Record<GlyphKind, readonly SvgNode[]>> = {
  host: lines('M-8,17 H8', 'M0,10 V17', 'M-11,-9 l4,4 l-4,4', 'M-2,-1 h7'),
  router: lines('M-11,-5 H10 m-5,-5 l5,5 l-5,5', 'M11,6 H-10 m5,-5 l-5,5 l5,5'),
  'vpn-gateway': lines('M-7,-1 h14 v10 h-14 z', 'M-4,-1 v-4 a4,4 0 0 1 8,0 v4'),
  'er-gateway': lines('M-9,-7 l7,7 l-7,7', 'M1,-7 l7,7 l-7,7'),
  'route-server': lines(
    'M-8,-6 h16',
    'M-8,0 h16',
    'M-8,6 h16',
    'M-11,-6 h0.01',
    'M-11,0 h0.01',
    'M-11,6 h0.01',
  ),
  msee: lines('M-8,-4 l4,4 l-4,4', 'M-1,-4 l4,4 l-4,4', 'M6,-4 l4,4 l-4,4'),
  vnet: lines('M-9,-5 l-4,5 l4,5', 'M9,-5 l4,5 l-4,5', 'M-4,0 h0.01', 'M0,0 h0.01', 'M4,0 h0.01'),
  internet: [],
  lan: [],
};
