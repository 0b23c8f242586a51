import { describe, expect, it } from 'vitest';
import type { NetworkView, PositionView } from '../../../shared/network-view';
import type { AreaView } from '../../../shared/results';
import { mapGraph } from './graph';
import { layOut } from './lay-out';
import type { MapLayout } from './layout';
import { link, node } from '../testing/views';

const HUB: AreaView = { kind: 'vnet', name: 'hub', region: 'west' };

function view(positions: Readonly<Record<string, PositionView>>, area: AreaView | null): NetworkView {
  const names = ['a', 'b', 'c', 'd'];
  return {
    nodes: names.map((name) => ({
      ...node(name, 'router', name === 'd' ? null : area),
      position: positions[name] ?? null,
    })),
    links: [link('a-b', ['a', 'b']), link('b-c', ['b', 'c']), link('c-d', ['c', 'd'])],
    areas: area === null ? [] : [{ ...area, prefixes: [] }],
  };
}

const laidOut = (
  positions: Readonly<Record<string, PositionView>>,
  area: AreaView | null = null,
): MapLayout => layOut(mapGraph(view(positions, area)));

function placeOf({ nodes, origin = { x: 0, y: 0 } }: MapLayout, id: string): readonly [number, number] {
  const placed = nodes.find(({ node: { id: own } }) => own === id);
  if (placed === undefined) throw new Error(`no ${id}`);
  return [Math.round(placed.x - origin.x), Math.round(placed.y - origin.y)];
}

function lineOf({ edges }: MapLayout): string {
  return edges.find(({ edge }) => edge.link?.name === 'a-b')?.d ?? '';
}

function numbers(d: string): number[] {
  return d.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
}

it('puts a node beside another that stands there already', () => {
  const layout = laidOut({ a: [100, 100], b: [100, 100], c: [103, 96] });
  const [a, b, c] = ['a', 'b', 'c'].map((id) => placeOf(layout, id));
  expect(a).toEqual([100, 100]);
  expect(new Set([a?.[0], b?.[0], c?.[0]]).size).toBe(3);
  expect(laidOut({ a: [100, 100], b: [100, 100], c: [103, 96] })).toEqual(layout);
});

describe.each([
  ['a plain map', null],
  ['a map of areas', HUB],
] as const)('a hand on %s', (_, area) => {
  const alone = laidOut({}, area);
  const moved = laidOut({ b: [700, -300], c: [20, 500] }, area);

  it('puts nodes where it says, and leaves the others', () => {
    expect([placeOf(moved, 'b'), placeOf(moved, 'c')]).toEqual([
      [700, -300],
      [20, 500],
    ]);
    expect([placeOf(moved, 'a'), placeOf(moved, 'd')]).toEqual([placeOf(alone, 'a'), placeOf(alone, 'd')]);
  });

  it('changes nothing where it puts a node where it was', () => {
    const { x, y } = alone.nodes.find(({ node: { id } }) => id === 'b')!;
    const same = laidOut({ b: [x, y] }, area);
    expect(same.nodes.map(({ node: { id } }) => placeOf(same, id))).toEqual(
      alone.nodes.map(({ node: { id } }) => placeOf(alone, id)),
    );
  });

  it('keeps everything in the picture, lines with their nodes and areas about theirs', () => {
    const places = new Map(moved.nodes.map((placed) => [placed.node.id, placed]));
    for (const { x, y } of moved.nodes) {
      expect(x).toBeGreaterThan(0);
      expect(y).toBeGreaterThan(0);
      expect(x).toBeLessThan(moved.width);
      expect(y).toBeLessThan(moved.height);
    }
    for (const { ends, nodes } of moved.edges)
      nodes.forEach((id, index) => {
        const [at, end] = [places.get(id)!, ends[index]!];
        expect(Math.hypot(at.x - end.x, at.y - end.y)).toBeLessThanOrEqual(at.node.width);
      });
    for (const frame of moved.frames)
      for (const { node: own, x, y } of moved.nodes) {
        if (frame.area?.name !== own.view?.area?.name) continue;
        expect(x - own.width / 2).toBeGreaterThanOrEqual(frame.left);
        expect(x + own.width / 2).toBeLessThanOrEqual(frame.right);
        expect(y - own.above).toBeGreaterThanOrEqual(frame.top);
        expect(y + own.below).toBeLessThanOrEqual(frame.bottom);
      }
  });
});

it('moves the lines that stay as they were with all the rest', () => {
  const alone = laidOut({}, HUB);
  const moved = laidOut({ d: [-500, -500] }, HUB);
  const { origin } = moved;
  expect(origin).toBeDefined();
  expect(lineOf(moved).replaceAll(/[\d.-]+/g, '#')).toBe(lineOf(alone).replaceAll(/[\d.-]+/g, '#'));
  expect(numbers(lineOf(moved))[0]).toBeCloseTo((numbers(lineOf(alone))[0] ?? 0) + (origin?.x ?? 0), 0);
});

it('keeps a name clear of a line that a hand has drawn through it', () => {
  const alone = laidOut({}, HUB);
  const [x, y] = placeOf(alone, 'b');
  // The line from a to b runs down through the name of a.
  const layout = laidOut({ a: [x, y - 400], b: [x, y] }, HUB);
  const named = layout.nodes.find(({ node: { id } }) => id === 'a');
  expect(named?.words?.isCrossed).toBe(true);
  expect(alone.nodes.every(({ node: { area }, words }) => area === null || words?.isCrossed !== true)).toBe(
    true,
  );
});
