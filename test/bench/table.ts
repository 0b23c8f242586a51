/** Rows as a table, and how times grow with the size of a network. */
import type { Row } from './measure';

export function tableOf(rows: readonly Row[]): string {
  return rows
    .map((row) => {
      if ('stoppedAfter' in row) return `${row.workload.padEnd(44)}  stopped after ${row.stoppedAfter} s`;
      const value = row.perSecond === null ? time(row.ms ?? 0) : `${(row.perSecond / 1e6).toFixed(1)} M/s`;
      const range = row.range === null ? '' : `${time(row.range[0])} to ${time(row.range[1])}`;
      const cells = [
        row.workload.padEnd(44),
        row.what.padEnd(42),
        value.padStart(10),
        range.padStart(24),
        `cpu ${time(row.cpuMs ?? 0)}`.padStart(14),
        `${row.runs} runs`.padStart(8),
        `${row.peakMb} MB`.padStart(9),
        `= ${row.result}`,
      ];
      return cells.join('  ');
    })
    .join('\n');
}

function time(ms: number): string {
  return ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
}

export interface Growth {
  readonly what: string;
  /** Such as: 50 to 200 n^1.2. */
  readonly text: string;
}

/** Of workloads of one kind in several sizes: the power of the number of routers with which processor time grows. */
export function growthOf(rows: readonly Row[]): Growth[] {
  const families = new Map<string, { readonly size: number; readonly cpuMs: number }[]>();
  for (const row of rows) {
    if ('stoppedAfter' in row) continue;
    const { workload, what, cpuMs } = row;
    const size = /^(.*), (\d+) routers$/.exec(workload);
    if (size === null || cpuMs === null || /\d/.test(what)) continue;
    const family = `${size[1] ?? ''}, ${what}`;
    families.set(family, [...(families.get(family) ?? []), { size: Number(size[2]), cpuMs }]);
  }
  return [...families].flatMap(([what, sizes]) => {
    const steps = sizes.slice(1).map((now, at) => {
      const before = sizes[at] ?? now;
      const power = Math.log(now.cpuMs / before.cpuMs) / Math.log(now.size / before.size);
      return `${before.size} to ${now.size} n^${power.toFixed(1)}`;
    });
    return steps.length === 0 ? [] : [{ what: `Growth, ${what}`, text: steps.join(', ') }];
  });
}
