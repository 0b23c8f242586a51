/** What the failure of one element does. */

export interface PairName {
  readonly from: string;
  readonly to: string;
}

/** What the failure of one element does to the pairs of hosts. */
export interface FailureView {
  /** As a `shutdown` line names it. */
  readonly element: string;
  readonly lost: readonly PairName[];
  readonly gained: readonly PairName[];
  /** Take another way that is no longer. */
  readonly changed: readonly PairName[];
  /** Take another way with more hops or more latency. */
  readonly longer: readonly PairName[];
  /** Why it could not be tried; null where it was. */
  readonly problem: string | null;
}

export type FailureKind = 'link' | 'node' | 'interface';

/** Each element of a kind failed alone. */
export interface FailuresResult {
  readonly kind: 'failures';
  readonly each: FailureKind;
  /** Pairs of hosts looked at, and how many of them reach each other with nothing failed. */
  readonly pairs: number;
  readonly reaching: number;
  /** Those that cost pairs first. */
  readonly failures: readonly FailureView[];
  /** Elements and hosts left out beyond the limits. */
  readonly elementsLeftOut: number;
  readonly hostsLeftOut: number;
}
