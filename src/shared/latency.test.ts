import { expect, it } from 'vitest';
import { latencyInMs } from './latency';

it.each([
  ['2 ms', 2],
  ['500 us', 0.5],
  ['500µs', 0.5],
  ['1.5 s', 1500],
  ['60 s', 60_000],
  ['61 s', null],
  ['-1 ms', null],
  ['2', null],
  ['2 minutes', null],
  ['nonsense', null],
  ['', null],
])('%j is %j ms', (text, ms) => {
  expect(latencyInMs(text)).toBe(ms);
});
