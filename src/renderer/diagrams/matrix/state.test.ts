import { describe, expect, it } from 'vitest';
import { pairState } from './state';

describe('the state of a pair', () => {
  it.each([
    [true, 'ACCEPTED', 'reached'],
    [false, 'EXITS_NETWORK', 'leaves'],
    [false, 'DENIED_IN', 'refused'],
    [false, 'REPLY_FILTERED', 'refused'],
    [false, 'NO_ROUTE', 'lost'],
    [false, 'ACCEPTED', 'lost'],
  ] as const)('%s %s is %s', (reached, disposition, state) => {
    expect(pairState({ reached, disposition })).toBe(state);
  });
});
