/** Round trips of several runs as a table: a row for each hop, a column for each run. */
import type { LatencyResult, LatencyRun, MtrHop } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { columns } from './table-text';

const words = strings.reasons.findingTexts;

export function latencyText({ source, runs }: LatencyResult): string {
  const rows = Math.max(0, ...runs.map(({ report }) => report.hops.length));
  const sent = runs[0]?.report.hops[0]?.sent ?? 0;
  const missed = runs.filter(({ report }) => !report.reached).map((run) => title(run, runs));
  return [
    words.latency(source, sent),
    '',
    ...columns([
      ['Hop', ...runs.map((run) => title(run, runs))],
      ...Array.from({ length: rows }, (_, at) => [
        String(at + 1).padStart(3),
        ...runs.map(({ report }) => cell(report.hops[at])),
      ]),
    ]),
    ...(missed.length === 0 ? [] : ['', words.notReached(missed)]),
  ].join('\n');
}

/** What tells a run from the others: its target, its network, or both. */
function title({ network, target }: LatencyRun, runs: readonly LatencyRun[]): string {
  return runs.every((run) => run.network === network) ? target : `${network}: ${target}`;
}

function cell(hop: MtrHop | undefined): string {
  if (hop === undefined) return '';
  if (hop.address === null) return `     *  ${hop.node ?? ''}`.trimEnd();
  return `${hop.averageMs.toFixed(1).padStart(6)}  ${hop.address}`;
}
