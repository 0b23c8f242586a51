/** Prints the figures of all workloads as a table, or as JSON where TRACEBOOK_BENCH_JSON is set. */
import os from 'node:os';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { FIGURE, type Figure } from './bench';

interface Row extends Figure {
  readonly workload: string;
}

const SOFTWARE =
  'Drawn by software (--disable-gpu, virtual screens have no GPU): with a GPU frames are shorter.';

export default class FigureReporter implements Reporter {
  private readonly isJson = process.env['TRACEBOOK_BENCH_JSON'] === '1';
  private readonly rows: Row[] = [];
  private readonly failures: { readonly workload: string; readonly reason: string }[] = [];
  private readonly machine = `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
  private readonly loadBefore = os.loadavg()[0] ?? 0;

  onBegin(): void {
    if (!this.isJson) print(`${this.machine}, load ${this.loadBefore.toFixed(1)}\n${SOFTWARE}`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const rows = result.annotations.flatMap(({ type, description }): Row[] => {
      if (type !== FIGURE || description === undefined) return [];
      const figure: Figure = JSON.parse(description);
      return [{ workload: test.title, ...figure }];
    });
    this.rows.push(...rows);
    if (!this.isJson) for (const row of rows) print(lineOf(row));
    if (result.status === 'passed') return;
    const reason = result.error?.message ?? result.status;
    this.failures.push({ workload: test.title, reason });
    if (!this.isJson) print(`${test.title.padEnd(34)}  could not be measured: ${reason}`);
  }

  onEnd(): void {
    const { machine, loadBefore, rows, failures } = this;
    if (!this.isJson) return;
    const schema = 'tracebook.bench-ui/1';
    print(JSON.stringify({ schema, machine, rendering: SOFTWARE, loadBefore, rows, failures }, null, 2));
  }

  printsToStdio(): boolean {
    return true;
  }
}

function lineOf({ workload, what, value, unit }: Row): string {
  const shown = unit === 'count' ? value.toFixed(0) : value.toFixed(1);
  return `${workload.padEnd(34)}  ${what.padEnd(44)}  ${shown.padStart(9)} ${unit}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
