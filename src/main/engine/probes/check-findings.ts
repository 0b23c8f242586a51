/** What the checks share: findings gathered by what they have in common, and what was left out. */
import type { CheckFinding, CheckResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';

const words = strings.reasons.checks;

export function hostNotes(leftOut: number): string[] {
  return leftOut === 0 ? [] : [words.hostsLeftOut(leftOut)];
}

/** Findings by what they have in common: the first flow is the example, the others are counted. */
export class Findings {
  private readonly found = new Map<string, CheckFinding>();

  add(key: string, example: Omit<CheckFinding, 'flows'>): void {
    const known = this.found.get(key);
    this.found.set(
      key,
      known === undefined ? { ...example, flows: 1 } : { ...known, flows: known.flows + 1 },
    );
  }

  all(): CheckFinding[] {
    return [...this.found.values()];
  }
}

export function resultOf(
  check: CheckResult['check'],
  flows: number,
  findings: Findings,
  notes: readonly string[],
): CheckResult {
  return { kind: 'check', check, flows, findings: findings.all(), notes };
}
