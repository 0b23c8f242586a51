import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { difference, VISIONS } from './colour-vision';
import { contrast } from './contrast';

const css = readFileSync(new URL('../../shared/tokens.css', import.meta.url), 'utf8');
const darkStart = css.indexOf('@media (prefers-color-scheme: dark)');

function colours(text: string): Map<string, string> {
  return new Map([...text.matchAll(/--color-([\w-]+):\s*(#[\da-f]{6})\s*;/g)].map((m) => [m[1]!, m[2]!]));
}

const contrastCss = readFileSync(new URL('../../shared/contrast.css', import.meta.url), 'utf8');
const contrastDark = contrastCss.indexOf('@media (prefers-color-scheme: dark)');

const light = colours(css.slice(0, darkStart));
const dark = colours(css.slice(darkStart));
const lightHigh = colours(contrastCss.slice(0, contrastDark));
const darkHigh = colours(contrastCss.slice(contrastDark));

const BACKGROUNDS = ['bg', 'surface', 'surface-sunken', 'terminal'];
const MEANINGS = ['accent', 'ok', 'warn', 'error'];

/** Text of the first on the second. */
const TEXT_PAIRS: [string, string][] = [
  ...BACKGROUNDS.flatMap((background): [string, string][] =>
    ['text', 'text-muted', ...MEANINGS].map((text) => [text, background]),
  ),
  ...['text', 'text-muted', 'accent'].map((text): [string, string] => [text, 'surface-hover']),
  ...MEANINGS.flatMap((meaning): [string, string][] => [
    [meaning, `${meaning}-soft`],
    ['text', `${meaning}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['text', 'selection'],
  ...['keyword', 'name', 'number', 'string', 'comment', 'operator', 'prompt'].flatMap(
    (code): [string, string][] => [
      [`code-${code}`, 'surface-sunken'],
      [`code-${code}`, 'terminal'],
    ],
  ),
  ...['vnet', 'site', 'circuit', 'region'].flatMap((area): [string, string][] => [
    [`area-${area}-line`, `area-${area}`],
    ['text', `area-${area}`],
    ['text-muted', `area-${area}`],
    ['silent', `area-${area}`],
  ]),
  ['text', 'node'],
];

/** Lines and shapes that carry meaning (WCAG 2.2, 1.4.11). */
const SHAPE_PAIRS: [string, string][] = [
  'link',
  'lan',
  'peering',
  'tunnel',
  'expressroute',
  'path',
  'path-return',
  'silent',
  'down',
  'node-line',
  'focus',
].flatMap((shape): [string, string][] =>
  ['surface', 'bg', 'area-vnet', 'area-site', 'area-circuit', 'area-region'].map((background) => [
    shape,
    background,
  ]),
);
SHAPE_PAIRS.push(['border-strong', 'surface'], ['border-strong', 'surface-sunken'], ['border-strong', 'bg']);

/** What is told apart by its colour at a glance, though never by its colour alone. */
const TOLD_APART: [group: string, least: number, names: string[]][] = [
  ['marks of announcements, packets and differences', 10, ['accent', 'path-return', 'warn', 'down']],
  ['outcomes', 10, ['ok', 'warn', 'error']],
  ['kinds of links', 10, ['link', 'peering', 'tunnel', 'expressroute', 'down']],
  ['runs of a latency chart', 10, ['accent', 'warn', 'path-return', 'peering', 'text']],
  ['grounds of outcomes', 4.5, ['ok-soft', 'warn-soft', 'error-soft']],
];

describe.each([
  ['light', light, 4.5, 3],
  ['dark', dark, 4.5, 3],
  ['light, highly contrasting', lightHigh, 7, 4.5],
  ['dark, highly contrasting', darkHigh, 7, 4.5],
] as const)('%s colours', (_name, scheme, forText, forShapes) => {
  const of = (name: string): string => {
    const value = scheme.get(name);
    if (value === undefined) throw new Error(`no token --color-${name}`);
    return value;
  };

  it.each(TEXT_PAIRS)('%s on %s can be read', (text, background) => {
    expect(contrast(of(text), of(background))).toBeGreaterThanOrEqual(forText);
  });

  it.each(SHAPE_PAIRS)('%s on %s can be told', (shape, background) => {
    expect(contrast(of(shape), of(background))).toBeGreaterThanOrEqual(forShapes);
  });

  describe.each(VISIONS)('with %s vision', (vision) => {
    it.each(TOLD_APART)('%s can be told apart (CIELAB %d)', (_group, least, names) => {
      const close = names.flatMap((one, index) =>
        names.slice(index + 1).flatMap((other) => {
          const apart = difference(of(one), of(other), vision);
          return apart < least ? [`${one} and ${other}: ${apart.toFixed(1)}`] : [];
        }),
      );
      expect(close).toEqual([]);
    });
  });
});

it('gives all schemes the same tokens', () => {
  for (const other of [dark, lightHigh, darkHigh])
    expect([...other.keys()].toSorted()).toEqual([...light.keys()].toSorted());
});

it('computes the contrast WCAG gives for black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

it('sees what the deficiencies are known for', () => {
  // Red and green of one lightness; the confusion of blue and green with tritanopia.
  expect(difference('#b04a4a', '#6b7a2a', 'normal')).toBeGreaterThan(50);
  expect(difference('#b04a4a', '#6b7a2a', 'deuteranopia')).toBeLessThan(25);
  expect(difference('#0078c8', '#008c8c', 'tritanopia')).toBeLessThan(
    difference('#0078c8', '#008c8c', 'normal') / 2,
  );
  expect(difference('#808080', '#808080', 'protanopia')).toBe(0);
});
