/** What the checks find. */

export interface CheckFinding {
  readonly at: string;
  /** A flow that shows it. */
  readonly from: string;
  readonly to: string;
  /** Where it takes a certain flow to see it: as `--flow` takes it. */
  readonly flow?: string;
  /** How many of the flows looked at show it. */
  readonly flows: number;
  readonly text: string;
}

export interface CheckResult {
  readonly kind: 'check';
  readonly check: 'asymmetry' | 'blackholes' | 'loops' | 'multipath';
  /** Flows looked at. */
  readonly flows: number;
  readonly findings: readonly CheckFinding[];
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}
