/** mtr's report in its own columns. Its first line, the time of day, is left out: the engine has no clock. */
import type { MtrHop, MtrResult } from '../../../shared/results';

/** Where the columns begin; a longer name is cut. */
const HOST_WIDTH = 33;
const TITLES = ['Loss%', 'Snt', 'Last', 'Avg', 'Best', 'Wrst', 'StDev'];
const WIDTHS = [6, 6, 7, 6, 6, 6, 6];

export function mtrText({ probe, hops }: MtrResult): string {
  return [line(`HOST: ${probe.source}`, TITLES), ...hops.map(row)].join('\n');
}

function row(hop: MtrHop): string {
  const share = `${((100 * hop.lost) / hop.sent).toFixed(1)}%`;
  const times = [hop.lastMs, hop.averageMs, hop.bestMs, hop.worstMs, hop.deviationMs];
  return line(`${String(hop.ttl).padStart(3)}.|-- ${hop.name ?? hop.address ?? '???'}`, [
    // As in the original, 100.0% does not fit its column and loses its sign.
    ` ${share.padStart(5)}`.slice(0, 6),
    String(hop.sent),
    ...times.map((time) => time.toFixed(1)),
  ]);
}

function line(host: string, cells: readonly string[]): string {
  // A value that is too long for its column moves the others, as in the original: each begins with a space.
  const columns = cells.map((cell, at) => ` ${cell.trimStart()}`.padStart(WIDTHS[at] ?? 0)).join('');
  return host.slice(0, HOST_WIDTH).padEnd(HOST_WIDTH) + columns;
}
