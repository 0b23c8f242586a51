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

/** Two elements that fail together. */
export interface DoubleFailureView {
  readonly elements: readonly [string, string];
  /** Pairs that are lost now, but not when either fails alone. */
  readonly lost: readonly PairName[];
}

/** Each element of a kind failed alone; with k=2 also every two of them together. */
export interface FailuresResult {
  readonly kind: 'failures';
  readonly each: FailureKind;
  /** Pairs of hosts looked at, and how many of them reach each other with nothing failed. */
  readonly pairs: number;
  readonly reaching: number;
  /** Those that cost pairs first. */
  readonly failures: readonly FailureView[];
  /** Whether every pair of hosts of each failure is to be listed. */
  readonly listed: boolean;
  /** With k=2: how many twos were tried, and those that cost more than their elements do alone; else null. */
  readonly doubles: { readonly tried: number; readonly failures: readonly DoubleFailureView[] } | null;
  /** Elements and hosts left out beyond the limits. */
  readonly elementsLeftOut: number;
  readonly hostsLeftOut: number;
}
