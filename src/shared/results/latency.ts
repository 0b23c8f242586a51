/** Round trips by hop, of several runs side by side. */
import type { MtrResult } from './traces';

export interface LatencyRun {
  /** `base` or the name of a scenario. */
  readonly network: string;
  /** As typed: a name or an address. */
  readonly target: string;
  readonly report: MtrResult;
}

export interface LatencyResult {
  readonly kind: 'latency';
  readonly source: string;
  /** Network by network, in each of them target by target. */
  readonly runs: readonly LatencyRun[];
}
