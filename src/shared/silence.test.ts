import { expect, it } from 'vitest';
import { hop, probe, silence, trace, walk } from '../renderer/diagrams/testing/lab';
import { silentRuns } from './silence';

const NOTHING = [null, null, null];
const PROBE = probe('alice', '10.1.0.10', '10.3.0.10', null);

it('joins neighbouring hops that are silent for one reason', () => {
  const lost = silence('probe-lost', 'r2', 'r2 drops it.');
  const filtered = silence('reverse-path-check', 'r1', 'Not announced.');
  const result = trace(
    PROBE,
    [
      hop(1, 'r1', null, NOTHING, filtered),
      hop(2, 'r2', '10.0.12.2', [1, 1, 1]),
      hop(3, null, null, NOTHING, lost),
      hop(4, null, null, NOTHING, lost),
    ],
    walk([{ node: 'alice' }], 'NULL_ROUTED'),
    null,
  );
  expect(silentRuns(result)).toEqual([
    { first: 1, last: 1, node: 'r1', text: 'Not announced.' },
    { first: 3, last: 4, node: null, text: 'r2 drops it.' },
  ]);
});
