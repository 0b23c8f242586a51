/** What a change of the network does to one pair of hosts: one rule for `compare` and `fail each`. */
import type { PairChange } from '../../../shared/results';

/** An echo and its answer. */
export interface RoundTrip {
  /** Stand for the nodes and links there and back; null where the echo or its answer is lost. */
  readonly way: readonly (string | number)[] | null;
  /** There and back. */
  readonly hops: number;
  /** There and back, ms. */
  readonly latency: number;
}

/** Sums of the same latencies in another order may differ by this much, ms. */
const ROUNDING_MS = 1e-6;

/** Null where nothing has changed. */
export function changeOf(before: RoundTrip, after: RoundTrip): PairChange | null {
  if (before.way === null || after.way === null) {
    if (before.way === after.way) return null;
    return after.way === null ? 'lost' : 'gained';
  }
  if (after.hops > before.hops || after.latency > before.latency + ROUNDING_MS) return 'longer';
  const isSame = sameWay(before.way, after.way) && after.latency > before.latency - ROUNDING_MS;
  return isSame ? null : 'changed';
}

function sameWay(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
