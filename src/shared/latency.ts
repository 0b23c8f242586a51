/** Latencies as they are written: `2 ms`, `500 us`, `1 s`. */

const WRITTEN = /^(\d+(?:\.\d+)?) *(us|µs|ms|s)$/;
const TO_MS: Readonly<Record<string, number>> = { us: 0.001, µs: 0.001, ms: 1, s: 1000 };
export const MAX_LATENCY_MS = 60_000;

/** In ms; null for a text that is none, or for one longer than a link may take. */
export function latencyInMs(text: string): number | null {
  const [, number, unit = ''] = WRITTEN.exec(text) ?? [];
  const ms = Number(number) * (TO_MS[unit] ?? Number.NaN);
  return ms <= MAX_LATENCY_MS ? ms : null;
}
