import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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
});

it('gives all schemes the same tokens', () => {
  for (const other of [dark, lightHigh, darkHigh])
    expect([...other.keys()].toSorted()).toEqual([...light.keys()].toSorted());
});

it('computes the contrast WCAG gives for black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
