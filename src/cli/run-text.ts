/** What a run of a notebook comes to: how many expectations hold, how many cells are wrong. */
import type { CellOutput, CellStatus, ExpectCheck } from '../shared/evaluation';
import { count } from '../shared/transcript';

export interface Tally {
  readonly total: number;
  readonly hold: number;
}

export interface Counts {
  readonly expectations: Tally;
  /** The same for the expect cells of each group: what stands behind `expect` on the fence. */
  readonly groups: Readonly<Record<string, Tally>>;
  /** Cells by status. */
  readonly cells: Readonly<Record<CellStatus, number>>;
}

/** @param groupOf the group of a cell by its id, empty for none */
export function countsOf(outputs: readonly CellOutput[], groupOf: (cellId: string) => string): Counts {
  const cells = { fresh: 0, failed: 0, error: 0, blocked: 0 };
  const groups = new Map<string, ExpectCheck[]>();
  const all: ExpectCheck[] = [];
  for (const output of outputs) {
    cells[output.status] += 1;
    if (output.kind !== 'expect') continue;
    all.push(...output.checks);
    const group = groupOf(output.cellId);
    if (group !== '') groups.set(group, [...(groups.get(group) ?? []), ...output.checks]);
  }
  const byGroup = Object.fromEntries([...groups].map(([group, checks]) => [group, tally(checks)]));
  return { expectations: tally(all), groups: byGroup, cells };
}

function tally(checks: readonly ExpectCheck[]): Tally {
  return { total: checks.length, hold: checks.filter(({ passed }) => passed).length };
}

/** A line for each group of expectations, then one for all. */
export function summaryText({ expectations, groups, cells }: Counts): string {
  const lines = Object.entries(groups).map(([group, { hold, total }]) => `${group}: ${hold} of ${total}\n`);
  const parts = [
    expectations.total === 0
      ? 'no expectations'
      : `${expectations.hold} of ${count(expectations.total, 'expectation')} ${expectations.total === 1 ? 'holds' : 'hold'}`,
  ];
  if (cells.error > 0) parts.push(`${count(cells.error, 'cell')} in error`);
  if (cells.blocked > 0) parts.push(`${count(cells.blocked, 'cell')} blocked`);
  return `${lines.join('')}${parts.join(', ')}\n`;
}
