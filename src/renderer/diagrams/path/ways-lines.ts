/** Lines that lead from left to right, level but for bends, as points to be cut and moved. */
import type { Point } from '../map/layout';
import { pathData } from '../svg';

/** A point of a line, and by which bend it is reached from the one before it; null where the line is level. */
interface Stop extends Point {
  readonly bend: readonly [Point, Point] | null;
}

export type Line = readonly Stop[];

/** @param d of `M`, `H` and `C` */
export function lineOf(d: string): Line {
  const stops: Stop[] = [];
  for (const [, command, rest = ''] of d.matchAll(/([MHC])([^MHC]*)/g)) {
    const [a = 0, b = 0, c = 0, e = 0, x = 0, y = 0] = rest.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const last = stops.at(-1);
    if (command === 'M') stops.push({ x: a, y: b, bend: null });
    else if (command === 'H') stops.push({ x: a, y: last?.y ?? 0, bend: null });
    else stops.push({ x, y, bend: [{ x: a, y: b }, { x: c, y: e }] }); // prettier-ignore
  }
  return stops;
}

const NOWHERE: Stop = { x: 0, y: 0, bend: null };

export function startOf(line: Line): Point {
  return line[0] ?? NOWHERE;
}

export function endOf(line: Line): Point {
  return line.at(-1) ?? NOWHERE;
}

/** How high a line is where it can be cut; null where it is bent, runs back, or is not. */
export function heightAt(line: Line, x: number): number | null {
  if (line.some((stop, index) => index > 0 && stop.x < (line[index - 1]?.x ?? 0))) return null;
  const next = line.findIndex((stop, index) => index > 0 && stop.bend === null && stop.x >= x);
  const stop = line[next];
  const before = line[next - 1];
  return stop === undefined || before === undefined || before.x > x ? null : stop.y;
}

/** What lies between two cuts, each where the line is level, and `reach` beyond these. */
export function clipLine(line: Line, from: number, to: number, reach: number): Line {
  const enters = heightAt(line, from);
  const leaves = heightAt(line, to);
  const within = line.filter(({ x, bend }, index) =>
    bend === null ? x > from && x < to : (line[index - 1]?.x ?? 0) >= from && x <= to,
  );
  return [
    ...(startOf(line).x < from && enters !== null ? [{ x: from - reach, y: enters, bend: null }] : []),
    ...withLevels(within, line, from),
    ...(endOf(line).x > to && leaves !== null ? [{ x: to + reach, y: leaves, bend: null }] : []),
  ];
}

/** A bend begins where the line before it ends, which may be just at the cut. */
function withLevels(within: Line, line: Line, from: number): Line {
  const [first] = within;
  if (first === undefined || first.bend === null) return within;
  const before = line[line.indexOf(first) - 1];
  return before === undefined
    ? within
    : [{ x: Math.max(before.x, from), y: before.y, bend: null }, ...within];
}

export function lineShifted(
  line: Line,
  dx: number,
  dy: number,
): { readonly d: string; readonly start: Point; readonly end: Point } {
  const parts = line.flatMap(({ x, y, bend }, index) => {
    if (index === 0) return ['M', x + dx, y + dy];
    if (bend === null) return ['H', x + dx];
    return ['C', ...bend.flatMap((point) => [point.x + dx, point.y + dy]), x + dx, y + dy];
  });
  const [start, end] = [startOf(line), endOf(line)];
  return {
    d: pathData(...parts),
    start: { x: start.x + dx, y: start.y + dy },
    end: { x: end.x + dx, y: end.y + dy },
  };
}
