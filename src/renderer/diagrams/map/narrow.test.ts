import { describe, expect, it } from 'vitest';
import { networkMap } from '../network-map';
import { elements } from '../svg';
import { mapFaults } from '../testing/map-faults';
import { campusView, meshView } from '../testing/views';
import { collapse, matching, neighbourhood } from './narrow';

const campus = campusView(4);
const names = (view: { readonly nodes: readonly { readonly name: string }[] }): string[] =>
  view.nodes.map(({ name }) => name);

describe('a folded area', () => {
  const folded = collapse(campus, new Set(['site site-1', 'site site-2']));

  it('is one sign in its place, with the links that led out of it', () => {
    const sign = folded.nodes.find(({ name }) => name === 'site-1');
    expect(sign?.area).toMatchObject({ kind: 'site', name: 'site-1' });
    expect(sign?.folded).toContain('edge-1');
    expect(names(folded)).not.toContain('edge-1');
    const between = folded.links.map((link) => link.ends.map((end) => end.node).join(' '));
    expect(between).toContain('core-1 site-1');
    expect(between.some((ends) => ends.includes('access-1'))).toBe(false);
    expect(folded.areas.map(({ name }) => name)).toEqual(campus.areas.map(({ name }) => name));
  });

  it('is told as what it is, and found by what is in it', () => {
    const parts = [...elements(networkMap(folded))].flatMap(({ detail }) => detail ?? []);
    const sign = parts.find(({ name }) => name === 'Site site-1, folded');
    expect(sign?.refs).toEqual(['area:site-1']);
    expect(sign?.lines).toContain('edge-1');
    expect([...matching(folded, 'edge-1')]).toEqual(['site-1']);
  });

  it('makes a map without a fault', () => {
    expect(mapFaults(folded)).toEqual([]);
  });

  it('of none is the network itself', () => {
    expect(collapse(campus, new Set())).toBe(campus);
  });
});

describe('a neighbourhood', () => {
  const near = neighbourhood(meshView(6), 'router-2-2', 1);

  it('is a node and what is beside it', () => {
    expect(names(near).toSorted()).toEqual([
      'host-2-2',
      'router-1-2',
      'router-2-1',
      'router-2-2',
      'router-2-3',
      'router-3-2',
    ]);
    expect(near.links.every((link) => link.ends.every((end) => names(near).includes(end.node)))).toBe(true);
  });

  it('keeps the areas of what is left', () => {
    const view = neighbourhood(campus, 'edge-1', 1);
    expect(view.areas.map(({ name }) => name)).toEqual(['site-1']);
    expect(mapFaults(view)).toEqual([]);
  });
});

describe('a search', () => {
  it.each([
    ['EDGE-1', ['edge-1']],
    ['site-2', ['edge-2', 'access-2', 'pc-2a', 'pc-2b']],
    ['', []],
    ['nothing', []],
  ])('for %s', (words, found) => {
    expect([...matching(campus, words)]).toEqual(found);
  });
});
