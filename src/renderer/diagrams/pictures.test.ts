import { describe, expect, it } from 'vitest';
import type { CommandResult, TracerouteResult } from '../../shared/results';
import { picturesOf } from './pictures';
import { renderSvg } from './svg';
import { hubToSpoke, spokeToLocation1 } from './testing/lab';
import { themePalette } from './testing/theme';

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

const paths = (count: number): CommandResult => ({
  kind: 'paths',
  probe,
  walks: Array.from({ length: count }, () => forwardWalk),
  flows: [],
  taken: 0,
  truncated: false,
});

const idsOf = (result: CommandResult): string[] => picturesOf(result, null).map(({ id }) => id);

describe('the pictures of a result', () => {
  it('of a trace: its path first, then its times, its lengths and its packet', () => {
    expect(idsOf(trace)).toEqual(['path', 'latency', 'lengths', 'packet']);
  });

  it('of a traceroute whose probes took one way: those of its trace', () => {
    expect(idsOf(traceroute([forwardWalk]))).toEqual(idsOf(trace));
  });

  it('of one whose probes took several: those ways first', () => {
    const walks = [forwardWalk, { ...forwardWalk, steps: forwardWalk.steps.slice(1) }];
    expect(idsOf(traceroute(walks))[0]).toBe('ways');
  });

  it('of a trace both ways: both over each other, then each', () => {
    const both = { kind: 'trace-both', forward: trace, back: hubToSpoke(), divergence: null } as const;
    expect(idsOf(both)).toEqual(['ways', 'there', 'back', 'latency']);
  });

  it('of many equal paths: one graph and no stack of strips', () => {
    expect(idsOf(paths(1))).toEqual(['path']);
    expect(idsOf(paths(3))).toEqual(['ways', 'each']);
    expect(idsOf(paths(8))).toEqual(['ways']);
  });

  it('of a table: none', () => {
    expect(idsOf({ kind: 'help', commands: [] })).toEqual([]);
  });

  it('stand alone in the colours they are given', () => {
    for (const { draw, opens } of picturesOf(trace, null)) {
      const svg = renderSvg(draw(themePalette('dark'), opens));
      expect(svg).not.toContain('var(');
      expect(svg).toBe(renderSvg(draw(themePalette('dark'), opens)));
    }
  });
});

it('says of two networks without a difference that nothing changes', () => {
  const compare = {
    kind: 'compare',
    before: 'base',
    after: 'cut',
    hosts: [],
    onlyBefore: [],
    onlyAfter: [],
    pairs: 2,
    reaching: { before: 2, after: 2 },
    hostsLeftOut: 0,
    down: { nodes: [], links: [] },
    differences: [],
    notes: [],
  } as const;
  const [matrix] = picturesOf({ kind: 'matrix-diff', compare }, null);
  expect(renderSvg(matrix!.draw(themePalette('light'), 0))).toContain('Nothing changes from base to cut');
});
