/** Round-trip times by hop as a chart: least to greatest as a bar, means joined by a line, one for each run. */
import { scaleLinear } from 'd3';
import { targetWords } from './path/name';
import type { LatencyPoint, LatencySeries } from './latency/series';
import { seriesColor, seriesDash, seriesMark } from './latency/marks';
import { THEMED, type Palette } from './palette';
import { nodeRef } from './references';
import { strings } from './strings';
import { element, group, pathData, round, withDetail, type SvgNode } from './svg';
import { label, shorten, textWidth } from './text';

export interface LatencyChartOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
}

/** Room for the times on the left, px: more where they are long. */
const LEAST_LEFT = 64;
const TICK_GAP = 8;
const RIGHT = 24;
const TOP = 48;
const PLOT = 220;
const LEGEND_LINE = 22;
/** Where the name of a run stands beside how it is drawn, px. */
const BESIDE = 56;
/** Between the points of two runs at one hop, px. */
const ASIDE = 11;
const LEAST_STEP = 40;
const NAMED_STEP = 96;
/** How wide the plot is even for a single hop, px. */
const LEAST_PLOT = 220;
const WIDEST = 1020;
const TICKS = 5;

export function latencyName(all: readonly LatencySeries[]): string {
  const [first] = all;
  if (first === undefined || all.length > 1) return strings.latency.manyName(all.length);
  return strings.latency.name(first.probe.source, targetWords(first.probe));
}

export function latencyChart(all: readonly LatencySeries[], options: LatencyChartOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const last = Math.max(1, ...all.flatMap(({ points }) => points.map(({ at }) => at)));
  const greatest = Math.max(1, ...all.flatMap(({ points }) => points.map(({ rtt }) => rtt?.max ?? 0)));
  const y = scaleLinear([0, greatest * 1.08], [TOP + PLOT, TOP]);
  const ticks = y.ticks(TICKS);
  const times = ticks.map((tick) => textWidth(strings.path.scaleTick(tick), 12));
  const left = Math.max(LEAST_LEFT, Math.max(...times) + 2 * TICK_GAP);
  const named = all.length === 1 && last * NAMED_STEP <= WIDEST - left - RIGHT;
  const step = named
    ? Math.max(NAMED_STEP, LEAST_PLOT / last)
    : Math.max(LEAST_STEP, Math.min(NAMED_STEP, (WIDEST - left - RIGHT) / last));
  const x = (at: number): number => left + (at - 0.5) * step;
  const silent = all.some(({ points }) => points.some(({ rtt }) => rtt === null));
  const legend = all.length > 1 ? (all.length + (silent ? 1 : 0)) * LEGEND_LINE + 8 : 0;
  const title = titleOf(all);
  const names = legend === 0 || !silent ? 0 : Math.max(...all.map(({ name }) => textWidth(name, 12))) + 12;
  const beneath =
    legend === 0 || silent ? 0 : BESIDE + Math.max(...all.map(({ name }) => textWidth(name, 12))) + RIGHT;
  const width = Math.ceil(
    Math.max(left + last * step + names + RIGHT, beneath, textWidth(title, 16, 'bold') + 32),
  );
  const axis = TOP + PLOT;
  const height = axis + (named ? 62 : 44) + legend;
  const parts: SvgNode[] = [
    element('rect', { width, height, fill: palette.background }),
    label(title, 16, 30, { size: 16, style: 'bold', fill: palette.text }),
    ...ticks.map((tick) =>
      group([
        element('line', {
          x1: left,
          x2: left + last * step,
          y1: y(tick),
          y2: y(tick),
          stroke: palette.regionLine,
          'stroke-width': tick === 0 ? 1.5 : 0.5,
          'stroke-dasharray': tick === 0 ? null : '2 4',
        }),
        label(strings.path.scaleTick(tick), left - TICK_GAP, y(tick) + 4, {
          size: 12,
          style: 'plain',
          fill: palette.muted,
          anchor: 'end',
        }),
      ]),
    ),
    ...hopLabels(all, last, { x, left }, axis, named, palette),
    ...all.map((series, index) => {
      // Side by side, so that no run hides another.
      const aside = (at: number): number => x(at) + (index - (all.length - 1) / 2) * ASIDE;
      return drawSeries(series, { index, alone: all.length === 1 }, aside, y, palette);
    }),
    ...(legend === 0
      ? []
      : drawLegend(all, silent, height - legend, { x, left }, left + last * step + 12, palette)),
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': latencyName(all),
    },
    parts,
  );
}

/** Where hops stand, and where the plot begins, px. */
interface Across {
  readonly x: (at: number) => number;
  readonly left: number;
}

function titleOf(all: readonly LatencySeries[]): string {
  const { title, echoTitle, titleFrom } = strings.latency;
  if (all.every(({ by }) => by === 'echo')) return echoTitle;
  const source = all[0]?.probe.source ?? '';
  return all.length > 1 && all.every(({ probe }) => probe.source === source) ? titleFrom(source) : title;
}

/** A row for each run: how it is drawn, at which hops nobody answered (where it is so), and its name. */
function drawLegend(
  all: readonly LatencySeries[],
  silent: boolean,
  top: number,
  { x, left }: Across,
  right: number,
  palette: Palette,
): SvgNode[] {
  const small = { size: 12, style: 'plain' } as const;
  return [
    ...(silent ? [label(strings.latency.silentHops, 16, top + 18, { ...small, fill: palette.muted })] : []),
    ...all.map((series, index) => {
      const middle = top + (index + (silent ? 1 : 0)) * LEGEND_LINE + 12;
      const sample: [number, number][] = [
        [16, middle],
        [46, middle],
      ];
      return group([
        line(sample, index, palette),
        seriesMark(index, 31, middle, palette),
        ...(silent
          ? [
              element('line', {
                x1: left,
                x2: right - 12,
                y1: middle,
                y2: middle,
                stroke: palette.regionLine,
                'stroke-width': 0.5,
                'stroke-dasharray': '2 4',
              }),
            ]
          : []),
        ...series.points.flatMap((point) =>
          point.rtt === null ? [silentMark(series, point, x(point.at), middle, palette)] : [],
        ),
        label(series.name, silent ? right : BESIDE, middle + 4, { ...small, fill: palette.text }),
      ]);
    }),
  ];
}

function hopLabels(
  all: readonly LatencySeries[],
  last: number,
  { x, left }: Across,
  axis: number,
  named: boolean,
  palette: Palette,
): SvgNode[] {
  const points = new Map(all[0]?.points.map((point) => [point.at, point]));
  const unit = all.every(({ by }) => by === 'echo') ? strings.latency.echo : strings.latency.hop;
  return [
    label(unit, left - TICK_GAP, axis + 20, { size: 12, style: 'plain', fill: palette.muted, anchor: 'end' }),
    ...Array.from({ length: last }, (_, index) => {
      const at = index + 1;
      const name = points.get(at)?.name ?? points.get(at)?.address ?? null;
      const center = { size: 12, style: 'plain', anchor: 'middle' } as const;
      return group([
        label(String(at), x(at), axis + 20, { ...center, style: 'bold', fill: palette.text }),
        ...(named && name !== null
          ? [label(shorten(name, 12, NAMED_STEP - 8), x(at), axis + 38, { ...center, fill: palette.muted })]
          : []),
      ]);
    }),
  ];
}

function drawSeries(
  series: LatencySeries,
  { index, alone }: { readonly index: number; readonly alone: boolean },
  x: (at: number) => number,
  y: (ms: number) => number,
  palette: Palette,
): SvgNode {
  const answered = series.points.flatMap(({ at, rtt }) =>
    rtt === null ? [] : [[x(at), y(rtt.avg)] as const],
  );
  return group([
    line(answered, index, palette),
    ...series.points.flatMap((point) => {
      if (point.rtt !== null) return [drawPoint(series, { ...point, rtt: point.rtt }, index, x, y, palette)];
      // Among several runs the legend tells which of them was not answered.
      return alone ? [silentMark(series, point, x(point.at), y(0) - 12, palette)] : [];
    }),
  ]);
}

function line(points: readonly (readonly [number, number])[], index: number, palette: Palette): SvgNode {
  const d = pathData(...points.flatMap(([px, py], at) => [at === 0 ? 'M' : 'L', px, py]));
  return element('path', {
    d,
    fill: 'none',
    stroke: seriesColor(index, palette),
    'stroke-width': 1.5,
    'stroke-dasharray': seriesDash(index),
  });
}

/** What is known of a point beside its times. */
function linesOf({ name, address, loss }: LatencyPoint): string[] {
  const lost = loss > 0 ? strings.latency.loss(strings.grid.percent(loss)) : null;
  return [name, address, lost].filter((part) => part !== null);
}

function silentMark(
  series: LatencySeries,
  point: LatencyPoint,
  x: number,
  y: number,
  palette: Palette,
): SvgNode {
  return withDetail(
    group([
      element('circle', {
        cx: x,
        cy: y,
        r: 8,
        fill: palette.background,
        stroke: palette.silent,
        'stroke-dasharray': '3 2',
      }),
      label('*', x, y + 7, { size: 16, style: 'bold', fill: palette.warn, anchor: 'middle' }),
    ]),
    {
      name: strings.latency.silentPoint(series.name, String(point.at)),
      lines: linesOf(point),
      refs: point.name === null ? [] : [nodeRef(point.name)],
    },
  );
}

function drawPoint(
  series: LatencySeries,
  point: LatencyPoint & { readonly rtt: NonNullable<LatencyPoint['rtt']> },
  index: number,
  x: (at: number) => number,
  y: (ms: number) => number,
  palette: Palette,
): SvgNode {
  const { at, rtt, name } = point;
  const texts = strings.latency;
  const time = strings.grid.time;
  const refs = name === null ? [] : [nodeRef(name)];
  const left = x(at);
  const color = seriesColor(index, palette);
  const [low, high] = [round(y(rtt.min)), round(y(rtt.max))];
  return withDetail(
    group([
      element('rect', {
        x: left - 12,
        y: Math.min(high, low) - 8,
        width: 24,
        height: Math.abs(low - high) + 16,
        fill: 'transparent',
      }),
      element('path', {
        d: pathData(
          'M',
          left,
          low,
          'V',
          high,
          'M',
          left - 5,
          low,
          'H',
          left + 5,
          'M',
          left - 5,
          high,
          'H',
          left + 5,
        ),
        stroke: color,
        'stroke-width': 1.5,
        fill: 'none',
      }),
      seriesMark(index, left, y(rtt.avg), palette),
    ]),
    {
      name: texts.pointName(series.name, String(at), time(rtt.avg)),
      lines: [texts.range(time(rtt.min), time(rtt.avg), time(rtt.max)), ...linesOf(point)],
      refs,
    },
  );
}
