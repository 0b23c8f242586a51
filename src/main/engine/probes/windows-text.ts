/** tracert and ping in the exact format of the Windows tools. */
import type { PingEcho, PingResult, TraceHop, TraceResult } from '../../../shared/results';

const LOST_CELL = '   *     ';

/** One probe's time, nine wide: whole milliseconds, cut off, `<1 ms` below one. */
function timeCell(rttMs: number | null): string {
  if (rttMs === null) return LOST_CELL;
  return rttMs < 1 ? '  <1 ms  ' : `${String(Math.floor(rttMs)).padStart(4)} ms  `;
}

/** What tracert and pathping begin with. */
export function traceHeader(result: Pick<TraceResult, 'probe' | 'maxHops' | 'resolveNames'>): string[] {
  const { probe, maxHops } = result;
  const named = result.resolveNames && probe.targetName !== null;
  const header = named
    ? [`Tracing route to ${probe.targetName} [${probe.targetAddress}]`, `over a maximum of ${maxHops} hops:`]
    : [`Tracing route to ${probe.targetAddress} over a maximum of ${maxHops} hops`];
  return ['', ...header];
}

export function tracertText(result: TraceResult): string {
  return [...traceHeader(result), '', ...result.hops.map(hopRow), '', 'Trace complete.'].join('\n');
}

function hopRow(hop: TraceHop): string {
  const number = `${String(hop.ttl).padStart(3)}  `;
  const who = hop.name === null ? (hop.address ?? '') : `${hop.name} [${hop.address}]`;
  if (hop.reply === 'net-unreachable' || hop.reply === 'host-unreachable') {
    const what = hop.reply === 'net-unreachable' ? 'net' : 'host';
    // The first answer of this kind ends the row: only probes lost before it are in it.
    const before = hop.rttMs.slice(
      0,
      hop.rttMs.findIndex((rtt) => rtt !== null),
    );
    return `${number}${before.map(timeCell).join('')}${who}  reports: Destination ${what} unreachable.`;
  }
  return `${number}${hop.rttMs.map(timeCell).join('')}${hop.address === null ? 'Request timed out.' : who}`;
}

export function pingText(result: PingResult): string {
  const { probe, echoes } = result;
  const who =
    probe.targetName === null ? probe.targetAddress : `${probe.targetName} [${probe.targetAddress}]`;
  const received = echoes.filter((echo) => echo.reply !== null).length;
  const lost = echoes.length - received;
  const share = Math.floor((lost * 100) / echoes.length);
  return [
    '',
    `Pinging ${who} with ${result.bytes} bytes of data:`,
    ...echoes.map((echo) => echoRow(echo, result.bytes)),
    '',
    `Ping statistics for ${probe.targetAddress}:`,
    `    Packets: Sent = ${echoes.length}, Received = ${received}, Lost = ${lost} (${share}% loss),`,
    ...timesRows(echoes),
  ].join('\n');
}

function echoRow(echo: PingEcho, bytes: number): string {
  switch (echo.reply) {
    case null:
      return 'Request timed out.';
    case 'echo-reply': {
      const time = (echo.rttMs ?? 0) < 1 ? 'time<1ms' : `time=${Math.floor(echo.rttMs ?? 0)}ms`;
      return `Reply from ${echo.address}: bytes=${bytes} ${time} TTL=${echo.ttl}`;
    }
    case 'time-exceeded':
      return `Reply from ${echo.address}: TTL expired in transit.`;
    case 'net-unreachable':
      return `Reply from ${echo.address}: Destination net unreachable.`;
    case 'host-unreachable':
      return `Reply from ${echo.address}: Destination host unreachable.`;
  }
}

/** Only echoes that came back have times. */
function timesRows(echoes: readonly PingEcho[]): string[] {
  const times = echoes.flatMap((echo) => (echo.reply === 'echo-reply' ? [Math.floor(echo.rttMs ?? 0)] : []));
  if (times.length === 0) return [];
  const average = Math.floor(times.reduce((sum, time) => sum + time, 0) / times.length);
  return [
    'Approximate round trip times in milli-seconds:',
    `    Minimum = ${Math.min(...times)}ms, Maximum = ${Math.max(...times)}ms, Average = ${average}ms`,
  ];
}
