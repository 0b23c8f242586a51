import { describe, expect, it } from 'vitest';
import { mapLayout } from '../network-map';
import { campusView, link, meshView, node } from '../testing/views';
import { visibleRegion } from './draw';
import { levelOf } from './levels';
import { nodeRegion, nodeTowards, partAt, sceneOf } from './scene';

const scene = sceneOf(mapLayout(meshView(18)));
const { nodes, edges } = scene.layout;

describe('what is at a point', () => {
  it('is the node whose sign is there', () => {
    for (const placed of nodes) {
      expect(partAt(scene, placed, 2, true)).toEqual({ kind: 'node', placed });
    }
  });

  it('is a link in the middle of its line, where links can be pointed at', () => {
    const two = sceneOf(
      mapLayout({ nodes: [node('a'), node('b')], links: [link('ab', ['a', 'b'])], areas: [] }),
    );
    const [placed] = two.layout.edges;
    if (placed === undefined) throw new Error('no link');
    expect(partAt(two, placed.mark, 2, true)).toEqual({ kind: 'link', placed });
    expect(partAt(two, placed.mark, 2, false)).toBeNull();
  });

  it('is the area around where there is nothing else', () => {
    const sites = sceneOf(mapLayout(campusView(80)));
    for (const frame of sites.layout.frames) {
      expect(partAt(sites, { x: frame.left + 3, y: frame.top + 3 }, 1, false)).toEqual({
        kind: 'area',
        frame,
      });
    }
  });

  it('is nothing far from everything', () => {
    expect(partAt(scene, { x: -500, y: -500 }, 7, true)).toBeNull();
  });
});

describe('what is in view', () => {
  it('is everything in the whole plane, and of a node no more than meets it', () => {
    const all = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };
    expect(scene.nodes.within(all)).toEqual(nodes);
    expect(scene.edges.within(all)).toEqual(edges);
    const [first] = nodes;
    if (first === undefined) throw new Error('no node');
    const { x, y } = first;
    expect(scene.nodes.within({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 })).toEqual([first]);
    expect(scene.nodes.within(nodeRegion(first))).toContain(first);
  });

  it('follows the zoom', () => {
    expect(visibleRegion({ x: -100, y: 50, k: 0.5 }, { width: 400, height: 300 })).toEqual({
      left: 200,
      top: -100,
      right: 1000,
      bottom: 500,
    });
    expect([0.05, 0.3, 1].map(levelOf)).toEqual(['far', 'mid', 'near']);
  });
});

describe('arrow keys', () => {
  it('come to every node from the first', () => {
    const [first] = nodes;
    const reached = new Set(first === undefined ? [] : [first]);
    for (const placed of reached) {
      for (const direction of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const next = nodeTowards(scene, placed, direction);
        if (next !== null) reached.add(next);
      }
    }
    expect(reached.size).toBe(nodes.length);
  });
});
