/** Runs a job some times and keeps what it took: on the clock, and of the processor (others may use the machine). */
export type Row = Measured | BeyondLimit;

/** A workload that was stopped: what it measured before stands in rows of their own. */
export interface BeyondLimit {
  readonly workload: string;
  /** On the clock, s. */
  readonly stoppedAfter: number;
}

export interface Measured {
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

/** A job is run no more once it has taken this long, ms: warm-up and measured runs each. */
const PATIENCE = 4000;

export class Bench {
  /** @param tell is told each row as soon as it is measured */
  constructor(
    private readonly workload: string,
    private readonly tell: (row: Measured) => void,
  ) {}

  /** Runs a job that says what came out, up to `warmUp` times unmeasured and up to `runs` times measured. */
  time(what: string, runs: number, warmUp: number, job: () => string | number): void {
    let result = '';
    let start = performance.now();
    const isPatient = (): boolean => performance.now() - start < PATIENCE;
    for (let run = 0; run < warmUp && isPatient(); run++) result = String(job());
    const samples: Sample[] = [];
    start = performance.now();
    for (let run = 0; run < runs && (run === 0 || isPatient()); run++) {
      globalThis.gc?.();
      samples.push(sample(() => (result = String(job()))));
    }
    const { ms, cpuMs, range } = summary(samples);
    this.add({ what, runs: samples.length, ms, range, cpuMs, perSecond: null, result });
  }

  /** Runs a job that does a number of things, and keeps how many it does in a second of processor time. */
  rate(what: string, runs: number, count: number, job: () => string | number): void {
    let result = String(job());
    const samples = Array.from({ length: runs }, () => sample(() => (result = String(job()))));
    const { ms, cpuMs, range } = summary(samples);
    this.add({ what, runs, ms, range, cpuMs, perSecond: (count / cpuMs) * 1000, result });
  }

  private add(row: Omit<Measured, 'workload' | 'peakMb'>): void {
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    this.tell({ workload: this.workload, ...row, peakMb });
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
