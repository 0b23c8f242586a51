import { describe, expect, it } from 'vitest';
import type { MapEdge } from './graph';
import { mapLayout } from '../network-map';
import { link, node } from '../testing/views';
import { straightEdges } from './straight';

const edge: MapEdge = { from: 'a', to: 'b', kind: 'link', link: null, up: true, path: null };
const places = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 200, y: 0 }],
]);
const drawn = (count: number) =>
  straightEdges(
    Array.from({ length: count }, () => edge),
    places,
  );

describe('links between the same two nodes', () => {
  it('run side by side, 12 px apart, where they are few', () => {
    expect(drawn(3).map(({ mark }) => mark.y)).toEqual([-12, 0, 12]);
    expect(drawn(3).every(({ d }) => !d.includes('Q'))).toBe(true);
  });

  it.each([4, 12, 60])('end in their nodes, %i of them, and stay apart half-way', (count) => {
    const all = drawn(count);
    for (const { ends } of all) for (const { y } of ends) expect(Math.abs(y)).toBeLessThanOrEqual(12);
    const middles = all.map(({ mark }) => mark.y);
    expect(new Set(middles).size).toBe(count);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(110);
  });
});

it('a bundle lies within its map', () => {
  const links = Array.from({ length: 30 }, (_, index) => link(`l${index}`, ['a', 'b']));
  const layout = mapLayout({ nodes: [node('a'), node('b')], links, areas: [] });
  const heights = layout.edges.map(({ mark }) => mark.y);
  expect(Math.min(...heights)).toBeGreaterThan(8);
  expect(Math.max(...heights)).toBeLessThan(layout.height - 8);
});
