/** All pairs of hosts as a table of colours: sources as rows, targets as columns, both by VNet and site. */
import type { AreaView, CompareResult, MatrixDiffResult, MatrixResult, PairHost } from '../../shared/results';
import {
  changeCell,
  greatestOf,
  pairCell,
  stateColors,
  type MatrixCell,
  type MatrixScale,
} from './matrix/cells';
import { pairState } from './matrix/state';
import { THEMED, type Palette } from './palette';
import { SIZE } from './path/sizes';
import { nodeRef } from './references';
import { strings } from './strings';
import { element, group, withDetail, type SvgNode } from './svg';
import type { TableView } from './table';
import { label, shorten, textWidth } from './text';

export interface MatrixPictureOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** What colours tell. */
  readonly scale?: MatrixScale;
}

const texts = strings.matrix;
const MARGIN = 16;
/** Holds the longest word of a change, at its size and weight. */
const CELL = { width: 114, height: 40 };
const SMALL = { width: 24, height: 24 };
/** With more hosts than this, cells show signs instead of words. */
const WORDY = 12;
const HEADER_MOST = 180;
const GROUP_GAP = 8;

export function matrixPicture(result: MatrixResult, options: MatrixPictureOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const scale = options.scale ?? 'state';
  const { hosts, pairs, hostsLeftOut } = result;
  const greatest = greatestOf(pairs);
  const byPair = new Map(pairs.map((pair) => [key(pair.from, pair.to), pair]));
  const reached = pairs.filter((pair) => pair.reached).length;
  const states = [...new Set(pairs.map((pair) => pairState(pair)))];
  return draw({
    name: texts.name,
    title: texts.title,
    lead: strings.sentences([
      texts.count(reached, pairs.length),
      ...(hostsLeftOut > 0 ? [texts.leftOut(hostsLeftOut)] : []),
    ]),
    hosts,
    cellOf: (from, to) => {
      const pair = byPair.get(key(from, to));
      return pair === undefined ? null : pairCell(pair, scale, greatest, palette);
    },
    legend:
      scale === 'state'
        ? states.map((state) => ({ ...stateColors(state, palette), strength: 1, text: texts.states[state] }))
        : [
            {
              fill: palette.accent,
              strength: 0.06,
              text: texts.least(scale === 'hops' ? texts.hops(1) : strings.grid.time(0)),
            },
            {
              fill: palette.accent,
              strength: 0.42,
              text: texts.most(
                scale === 'hops' ? texts.hops(greatest.hops) : strings.grid.time(greatest.time),
              ),
            },
          ],
    palette,
  });
}

export function changesPicture({ compare }: MatrixDiffResult, options: MatrixPictureOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const byPair = new Map(compare.differences.map((each) => [key(each.from, each.to), each]));
  const first = new Map(compare.differences.map((each) => [each.change, each]));
  return draw({
    name: texts.changeName(compare.before, compare.after),
    title:
      compare.differences.length === 0
        ? strings.difference.none(compare.before, compare.after)
        : texts.changeTitle(compare.before, compare.after),
    lead: reachingWords(compare),
    hosts: compare.hosts,
    cellOf: (from, to) => {
      const difference = byPair.get(key(from, to));
      return difference === undefined
        ? unchanged(from, to, palette)
        : changeCell(compare, difference, palette);
    },
    legend: [...first.values()].map((each) => {
      const { fill, text } = changeCell(compare, each, palette);
      return { fill, strength: 1, text };
    }),
    palette,
  });
}

function reachingWords({ before, after, reaching, pairs }: CompareResult): string {
  return strings.difference.reaching(before, reaching.before, after, reaching.after, pairs);
}

function unchanged(from: string, to: string, palette: Palette): MatrixCell {
  return {
    text: texts.same,
    sub: '',
    sign: '',
    fill: palette.regionArea,
    strength: 1,
    ink: palette.muted,
    detail: {
      name: texts.pairName(from, to, texts.unchanged),
      lines: [],
      refs: [nodeRef(from), nodeRef(to)],
    },
  };
}

function key(from: string, to: string): string {
  return `${from} ${to}`;
}

interface Matrix {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly hosts: readonly PairHost[];
  /** Null for a host and itself. */
  readonly cellOf: (from: string, to: string) => MatrixCell | null;
  readonly legend: readonly { readonly fill: string; readonly strength: number; readonly text: string }[];
  readonly palette: Palette;
}

function draw(matrix: Matrix): SvgNode {
  const { hosts, palette } = matrix;
  const wordy = hosts.length <= WORDY;
  const size = wordy ? CELL : SMALL;
  const offsets = offsetsOf(hosts);
  const header = Math.min(
    HEADER_MOST,
    Math.max(
      60,
      ...hosts.map((host, index) => textWidth(rowName(host, index, wordy), SIZE.name, 'bold') + 12),
    ),
  );
  const top = MARGIN + 56 + (wordy ? 44 : 26);
  const left = MARGIN + header;
  const extent = (length: number): number => hosts.length * length + (offsets.at(-1) ?? 0);
  const legendTop = top + extent(size.height) + 16;
  const legend = drawLegend(matrix);
  const width = Math.ceil(
    Math.max(
      left + extent(size.width) + MARGIN,
      textWidth(matrix.title, SIZE.title, 'bold') + 2 * MARGIN,
      textWidth(matrix.lead, SIZE.name) + 2 * MARGIN,
      legend.width + 2 * MARGIN,
    ),
  );
  const height = Math.ceil(legendTop + 24 + MARGIN);
  const x = (index: number): number => left + index * size.width + (offsets[index] ?? 0);
  const y = (index: number): number => top + index * size.height + (offsets[index] ?? 0);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': matrix.name,
    },
    [
      element('rect', { width, height, fill: palette.background }),
      label(matrix.title, MARGIN, MARGIN + 16, { size: SIZE.title, style: 'bold', fill: palette.text }),
      label(matrix.lead, MARGIN, MARGIN + 38, { size: SIZE.name, style: 'plain', fill: palette.text }),
      ...hosts.flatMap((host, index) => [
        ...columnHead(host, index, wordy, x(index) + size.width / 2, top - 10, palette),
        label(
          shorten(rowName(host, index, wordy), SIZE.name, header - 8, 'bold'),
          left - 10,
          y(index) + size.height / 2 + 4,
          {
            size: SIZE.name,
            style: 'bold',
            fill: palette.text,
            anchor: 'end',
          },
        ),
      ]),
      ...hosts.flatMap((from, row) =>
        hosts.map((to, column) => {
          const cell = matrix.cellOf(from.name, to.name);
          return from.name === to.name
            ? self(x(column), y(row), size, palette)
            : cell === null
              ? group([])
              : drawCell(cell, x(column), y(row), size, wordy, palette);
        }),
      ),
      group([legend.node], { transform: `translate(${MARGIN} ${legendTop})` }),
    ],
  );
}

function rowName({ name }: PairHost, index: number, wordy: boolean): string {
  return wordy ? name : `${name} ${index + 1}`;
}

function columnHead(
  { name, area }: PairHost,
  index: number,
  wordy: boolean,
  x: number,
  y: number,
  palette: Palette,
): SvgNode[] {
  const middle = { size: SIZE.small, anchor: 'middle' } as const;
  if (!wordy) return [label(String(index + 1), x, y, { ...middle, style: 'bold', fill: palette.text })];
  const room = CELL.width - 6;
  return [
    label(shorten(name, SIZE.small, room, 'bold'), x, y - 16, {
      ...middle,
      style: 'bold',
      fill: palette.text,
    }),
    label(shorten(areaWords(area), SIZE.small, room), x, y, {
      ...middle,
      style: 'plain',
      fill: palette.muted,
    }),
  ];
}

function areaWords(area: AreaView | null): string {
  return area === null ? '' : area.name;
}

/** Where the areas change, a gap. */
function offsetsOf(hosts: readonly PairHost[]): number[] {
  let offset = 0;
  return hosts.map((host, index) => {
    const before = hosts[index - 1];
    if (before !== undefined && areaWords(before.area) !== areaWords(host.area)) offset += GROUP_GAP;
    return offset;
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function self(x: number, y: number, { width, height }: Size, palette: Palette): SvgNode {
  return element('path', {
    d: `M ${x + width / 2 - 5} ${y + height / 2} h 10`,
    stroke: palette.muted,
    'stroke-width': 1.5,
    fill: 'none',
  });
}

function drawCell(
  cell: MatrixCell,
  x: number,
  y: number,
  { width, height }: Size,
  wordy: boolean,
  palette: Palette,
): SvgNode {
  const center = x + width / 2;
  const middle = { anchor: 'middle', fill: cell.ink } as const;
  const two = cell.sub !== '';
  const words = wordy
    ? [
        label(shorten(cell.text, SIZE.name, width - 8, 'bold'), center, y + height / 2 + (two ? -2 : 5), {
          ...middle,
          size: SIZE.name,
          style: 'bold',
        }),
        ...(two
          ? [
              label(shorten(cell.sub, SIZE.small, width - 8), center, y + height / 2 + 13, {
                ...middle,
                size: SIZE.small,
                style: 'plain',
              }),
            ]
          : []),
      ]
    : cell.sign === ''
      ? []
      : [label(cell.sign, center, y + height / 2 + 5, { ...middle, size: 14, style: 'bold' })];
  return withDetail(
    group([
      element('rect', {
        x: x + 1,
        y: y + 1,
        width: width - 2,
        height: height - 2,
        rx: 3,
        fill: cell.fill,
        'fill-opacity': cell.strength,
        stroke: palette.regionLine,
        'stroke-width': 0.5,
      }),
      ...words,
    ]),
    cell.detail,
  );
}

function drawLegend({ legend, palette }: Matrix): { readonly node: SvgNode; readonly width: number } {
  let x = 0;
  const parts = legend.map(({ fill, strength, text }) => {
    const part = group([
      element('rect', {
        x,
        y: 0,
        width: 22,
        height: 16,
        rx: 3,
        fill,
        'fill-opacity': strength,
        stroke: palette.regionLine,
        'stroke-width': 0.75,
      }),
      label(text, x + 30, 13, { size: SIZE.small, style: 'plain', fill: palette.text }),
    ]);
    x += 30 + textWidth(text, SIZE.small) + 22;
    return part;
  });
  return { node: group(parts), width: x };
}

export function matrixTable(result: MatrixResult): TableView {
  return {
    caption: texts.name,
    columns: texts.columns,
    rows: result.pairs.map(({ from, to, reached, disposition, hops, rttMs, lostAt }) => [
      from,
      to,
      reached ? texts.states.reached : strings.dispositions[disposition],
      hops === null ? '' : String(hops),
      rttMs === null ? '' : strings.grid.time(rttMs),
      lostAt ?? '',
    ]),
  };
}
