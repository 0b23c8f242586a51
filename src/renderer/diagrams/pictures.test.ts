import { describe, expect, it } from 'vitest';
import type { TracerouteResult } from '../../shared/results';
import { spokeToLocation1 } from './testing/lab';
import { picturesOf } from './pictures';

const trace = spokeToLocation1();
const { probe, forwardWalk } = trace;

function traceroute(walks: TracerouteResult['walks']): TracerouteResult {
  return {
    kind: 'traceroute',
    probe,
    maxHops: 30,
    resolveNames: true,
    reached: true,
    disposition: 'ACCEPTED',
    hops: [],
    trace,
    walks,
  };
}

describe('the pictures of a result', () => {
  it('of a traceroute whose probes took one way: its trace', () => {
    expect(picturesOf(traceroute([forwardWalk]))).toEqual([trace]);
  });

  it('of one whose probes took several: those ways', () => {
    const walks = [forwardWalk, { ...forwardWalk, steps: forwardWalk.steps.slice(1) }];
    expect(picturesOf(traceroute(walks))).toEqual([
      { kind: 'paths', probe, walks, taken: 0, truncated: false },
    ]);
  });

  it('of a trace both ways: two', () => {
    const both = { kind: 'trace-both', forward: trace, back: trace, divergence: null } as const;
    expect(picturesOf(both)).toEqual([trace, trace]);
  });

  it('of a table: none', () => {
    expect(picturesOf({ kind: 'help', commands: [] })).toEqual([]);
  });
});
