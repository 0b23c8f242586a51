/** When two round-trip times are the same: real ones jitter, and the model's latencies are rounded. */
import { strings } from '../../../shared/strings';

const SHARE = 0.25;
const LEAST_MS = 10;

/** When times count as the same, in a sentence. */
export function toleranceWords(): string {
  return strings.reasons.observed.tolerance(LEAST_MS, SHARE * 100);
}

export function isWithin(observedMs: number, modelMs: number): boolean {
  return Math.abs(observedMs - modelMs) <= Math.max(LEAST_MS, SHARE * modelMs);
}

/** Of the answers there were; null where there were none. */
export function median(times: readonly (number | null)[]): number | null {
  const answered = times.filter((time) => time !== null).toSorted((a, b) => a - b);
  const upper = answered[Math.floor(answered.length / 2)];
  const lower = answered[Math.floor((answered.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

export function milliseconds(ms: number): string {
  return `${Number(ms.toFixed(1))} ms`;
}
