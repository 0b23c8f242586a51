/** Round trips as series of points: one for each run, by hop, or by echo for a ping. */
import type { CommandResult, ProbeView, TraceHop } from '../../../shared/results';
import { gridRows, gridSource, spread, unanswered, type GridRow, type GridSource } from '../grid/rows';

export interface LatencyPoint {
  /** Number of the hop, or of the echo. */
  readonly at: number;
  readonly name: string | null;
  readonly address: string | null;
  /** Least, mean and greatest, ms; null where there was no answer. */
  readonly rtt: GridRow['rtt'];
  /** Share of the probes without an answer, 0 to 1. */
  readonly loss: number;
}

export interface LatencySeries {
  readonly name: string;
  readonly probe: ProbeView;
  readonly by: 'hop' | 'echo';
  readonly points: readonly LatencyPoint[];
}

/** Null where nothing was measured: a result without times, or none that was answered. */
export function latencySeries(result: CommandResult, name: string): LatencySeries | null {
  const source = gridSource(result);
  if (source === null) return null;
  const series = seriesOf(source, name);
  return isAnswered(series) ? series : null;
}

/** One for each run, also for those that nobody answered; none where that is so of all. */
export function latencyRuns(
  runs: readonly { readonly report: GridSource; readonly name: string }[],
): readonly LatencySeries[] {
  const all = runs.map(({ report, name }) => seriesOf(report, name));
  return all.some(isAnswered) ? all : [];
}

function isAnswered({ points }: LatencySeries): boolean {
  return points.some(({ rtt }) => rtt !== null);
}

function seriesOf(source: GridSource, name: string): LatencySeries {
  const { probe } = source;
  switch (source.kind) {
    case 'ping':
      return { name, probe, by: 'echo', points: echoes(source.echoes) };
    case 'trace':
      return { name, probe, by: 'hop', points: traced(source.hops) };
    case 'mtr':
    case 'pathping':
      return { name, probe, by: 'hop', points: hops(gridRows(source)) };
  }
}

function echoes(
  all: readonly { readonly address: string | null; readonly rttMs: number | null }[],
): LatencyPoint[] {
  return all.map(({ address, rttMs }, index) => ({
    at: index + 1,
    name: null,
    address,
    rtt: rttMs === null ? null : { min: rttMs, avg: rttMs, max: rttMs },
    loss: rttMs === null ? 1 : 0,
  }));
}

/** Each hop as it was probed; where the same node, or nobody, stays silent to the end, that is told once. What no probe met has no point. */
function traced(all: readonly TraceHop[]): LatencyPoint[] {
  const probed = all.filter(({ rttMs }) => rttMs.length > 0);
  const answered = probed.findLastIndex(({ rttMs }) => spread(rttMs) !== null);
  const told = probed.filter(
    ({ node }, index) => index < answered + 2 || node !== (probed[index - 1]?.node ?? null),
  );
  return told.map(({ ttl, node, address, hiddenAddress, rttMs }) => ({
    at: ttl,
    name: node,
    address: address ?? hiddenAddress,
    rtt: spread(rttMs),
    loss: unanswered(rttMs),
  }));
}

function hops(rows: readonly GridRow[]): LatencyPoint[] {
  return rows.flatMap(({ hop, name, address, rtt, loss, status }) =>
    hop === null || status === 'source' ? [] : [{ at: hop, name, address, rtt, loss: loss ?? 0 }],
  );
}
