import { describe, expect, it } from 'vitest';
import type { CompareResult, PairDifference, PairWay } from '../../shared/results';
import type { NetworkView } from '../../shared/network-view';
import { differenceMap } from './difference-map';
import { elements } from './svg';
import { link, node } from './testing/views';

const view: NetworkView = {
  nodes: [node('a'), node('b')],
  links: [link('a-b', ['a', 'b'])],
  areas: [],
};

const comparison: CompareResult = {
  kind: 'compare',
  before: 'base',
  after: 'x',
  hosts: [],
  pairs: 0,
  reaching: { before: 0, after: 0 },
  differences: [],
  onlyBefore: [],
  onlyAfter: [],
  hostsLeftOut: 0,
  down: { nodes: [], links: [] },
};

function names(seen: NetworkView, result: CompareResult): readonly string[] {
  return [...elements(differenceMap(result, seen))].flatMap(({ detail }) => detail?.name ?? []);
}

const way: PairWay = {
  reached: true,
  disposition: 'ACCEPTED',
  lostAt: null,
  hops: 1,
  rttMs: 1,
  nodes: ['a', 'b'],
  links: ['first', null],
  back: ['b', 'a'],
  backLinks: ['first', null],
};

describe('the difference between two networks', () => {
  it('shows what is shut afterwards as down', () => {
    const shut = names(view, { ...comparison, down: { nodes: ['b'], links: ['a-b'] } });
    expect(shut.filter((name) => name.endsWith(', down'))).toEqual(['Link a-b, down', 'b, Router, down']);
  });

  it('shows what is opened afterwards as up', () => {
    const closed = { ...view, nodes: view.nodes.map((each) => ({ ...each, up: false })) };
    expect(names(closed, comparison).filter((name) => name.endsWith(', down'))).toEqual([]);
  });

  it('lies on the very line that is taken, of several between the same two nodes', () => {
    const twice = { ...view, links: [link('first', ['a', 'b']), link('second', ['a', 'b'])] };
    const moved: PairDifference = {
      from: 'a',
      to: 'b',
      change: 'changed',
      before: way,
      after: { ...way, links: ['second', null], backLinks: ['second', null] },
      parting: null,
      text: '',
    };
    const picture = differenceMap({ ...comparison, differences: [moved] }, twice);
    const bands = [...elements(picture)].filter(({ attributes }) => attributes['stroke-width'] === 13);
    // Two of them are in the legend.
    expect(new Set(bands.map(({ attributes }) => attributes['d'])).size).toBe(4);
    expect(bands).toHaveLength(4);
  });
});
