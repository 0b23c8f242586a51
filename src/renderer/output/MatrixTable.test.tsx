import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { AreaView, MatrixResult, PairView } from '../../shared/results';
import { pairState } from '../diagrams/matrix/state';
import { MatrixTable } from './MatrixTable';

const HUB: AreaView = { kind: 'vnet', name: 'hub', region: null };
const OFFICE: AreaView = { kind: 'site', name: 'office', region: null };

const REACHED: PairView = {
  from: 'vm',
  to: 'pc',
  reached: true,
  disposition: 'ACCEPTED',
  lostAt: null,
  hops: 4,
  rttMs: 41.7,
};
const LOST: PairView = {
  from: 'pc',
  to: 'vm',
  reached: false,
  disposition: 'NULL_ROUTED',
  lostAt: 'hub',
  hops: null,
  rttMs: null,
};

function matrix(areas: readonly [AreaView | null, AreaView | null]): MatrixResult {
  return {
    kind: 'matrix',
    hosts: [
      { name: 'vm', address: '10.0.0.4', area: areas[0] },
      { name: 'pc', address: '10.1.0.4', area: areas[1] },
    ],
    pairs: [REACHED, LOST],
    hostsLeftOut: 0,
  };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a matrix', () => {
  const markup = renderToStaticMarkup(<MatrixTable result={matrix([HUB, OFFICE])} />);

  it('says in words what its colours say', () => {
    expect(markup).toContain('<td class="pair-reached">41 ms <small>4 hops</small></td>');
    expect(markup).toContain('<td class="pair-lost">NULL_ROUTED <small>at hub</small></td>');
  });

  it('heads each row and column with its host, and columns with their area', () => {
    expect(count(markup, 'scope="row"')).toBe(2);
    expect(count(markup, 'scope="colgroup"')).toBe(2);
    expect(markup).toContain('hub');
    expect(markup).toContain('office');
    expect(count(markup, 'class="pair-self"')).toBe(2);
  });

  it('has no row of areas where there are none', () => {
    const plain = renderToStaticMarkup(<MatrixTable result={matrix([null, null])} />);
    expect(plain).not.toContain('colgroup');
    expect(count(plain, 'scope="row"')).toBe(2);
  });

  it('of no pairs is nothing', () => {
    const none = renderToStaticMarkup(<MatrixTable result={{ ...matrix([null, null]), pairs: [] }} />);
    expect(none).toBe('');
  });
});

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
