import { describe, expect, it } from 'vitest';
import { arcBetween } from './arc';
import { mapGraph } from './graph';
import { layOut } from './lay-out';
import { node } from '../testing/views';

const view = (apart: number) => ({
  nodes: [
    { ...node('a'), position: [0, 0] as const },
    { ...node('b'), position: [apart, 0] as const },
  ],
  links: [],
  areas: [],
});

function arc(apart: number) {
  const layout = layOut(mapGraph(view(apart)));
  const [a, b] = layout.nodes;
  if (a === undefined || b === undefined) throw new Error('no nodes');
  return { a, b, curve: arcBetween(a, b, layout, [30, 50]) };
}

describe('an arc', () => {
  it('begins and ends so far from its nodes', () => {
    const { a, b, curve } = arc(500);
    const [start, top, end] = curve;
    expect(Math.hypot(start.x - a.x, start.y - a.y)).toBeCloseTo(30, -0.5);
    expect(Math.hypot(end.x - b.x, end.y - b.y)).toBeCloseTo(50, -0.5);
    expect(Math.abs(top.y - a.y)).toBeGreaterThan(50);
  });

  it('is whole between nodes that stand closer than that', () => {
    const { a, b, curve } = arc(60);
    expect([curve[0].x, curve[2].x]).toEqual([a.x, b.x]);
  });
});
