/** Runs a job some times and keeps what it took: on the clock, and of the processor (others may use the machine). */
export interface Row {
  readonly workload: string;
  readonly what: string;
  readonly runs: number;
  /** Median and range on the clock, ms; null for rates. */
  readonly ms: number | null;
  readonly range: readonly [number, number] | null;
  /** Median of processor time, all threads, ms. */
  readonly cpuMs: number | null;
  /** Median rate; null for times. */
  readonly perSecond: number | null;
  /** What came out: the same wherever and whenever it is measured. */
  readonly result: string;
  /** Most memory the process had by then, MB. */
  readonly peakMb: number;
}

interface Sample {
  readonly ms: number;
  readonly cpuMs: number;
}

export class Bench {
  readonly rows: Row[] = [];

  constructor(private readonly workload: string) {}

  /** Runs a job that says what came out, `warmUp` times unmeasured. */
  time(what: string, runs: number, warmUp: number, job: () => string | number): void {
    let result = '';
    for (let run = 0; run < warmUp; run++) result = String(job());
    const samples: Sample[] = [];
    for (let run = 0; run < runs; run++) {
      globalThis.gc?.();
      samples.push(sample(() => (result = String(job()))));
    }
    const { ms, cpuMs, range } = summary(samples);
    this.add({ what, runs, ms, range, cpuMs, perSecond: null, result });
  }

  /** Runs a job that does a number of things, and keeps how many it does in a second of processor time. */
  rate(what: string, runs: number, count: number, job: () => string | number): void {
    let result = String(job());
    const samples = Array.from({ length: runs }, () => sample(() => (result = String(job()))));
    const { ms, cpuMs, range } = summary(samples);
    this.add({ what, runs, ms, range, cpuMs, perSecond: (count / cpuMs) * 1000, result });
  }

  private add(row: Omit<Row, 'workload' | 'peakMb'>): void {
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    this.rows.push({ workload: this.workload, ...row, peakMb });
  }
}

function sample(job: () => void): Sample {
  const cpu = process.cpuUsage();
  const start = performance.now();
  job();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

function summary(samples: readonly Sample[]): Sample & { readonly range: readonly [number, number] } {
  const times = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const cpu = samples.map(({ cpuMs }) => cpuMs).toSorted((a, b) => a - b);
  return { ms: middle(times), cpuMs: middle(cpu), range: [times[0] ?? 0, times.at(-1) ?? 0] };
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
