/** What shapes of large plain networks look like, told by where things stand. */
import { describe, expect, it } from 'vitest';
import { link, meshView, node } from '../testing/views';
import type { NetworkView } from '../../../shared/network-view';
import { mapLayout } from '../network-map';
import type { MapLayout, PlacedEdge, PlacedNode, Point } from './layout';

type Pair = readonly [string, string];

function viewOf(pairs: readonly Pair[], alone: readonly string[] = []): NetworkView {
  const names = new Set([...pairs.flat(), ...alone]);
  return {
    nodes: [...names].map((name) => node(name)),
    links: pairs.map((ends, index) => link(`l${index}`, ends)),
    areas: [],
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function ring(name: string, count: number): Pair[] {
  return range(count).map((index) => [`${name}${index}`, `${name}${(index + 1) % count}`]);
}

function tree(name: string, count: number, branches: number): Pair[] {
  return range(count - 1).map((index) => [`${name}${Math.floor(index / branches)}`, `${name}${index + 1}`]);
}

/** A tree in which every node hangs on one that a simple congruence picks among those before it. */
function wildTree(name: string, count: number): Pair[] {
  return range(count - 1).map((index) => [
    `${name}${(index * 7919 + 13) % (index + 1)}`,
    `${name}${index + 1}`,
  ]);
}

/** A fat tree of switches with this many ports (Al-Fares et al., SIGCOMM 2008). */
function fatTree(ports: number): Pair[] {
  const half = range(ports / 2);
  return range(ports).flatMap((pod) =>
    half.flatMap((a): Pair[] => [
      ...half.map((c): Pair => [`core${a}-${c}`, `agg${pod}-${a}`]),
      ...half.map((edge): Pair => [`agg${pod}-${a}`, `edge${pod}-${edge}`]),
      ...half.map((host): Pair => [`edge${pod}-${a}`, `host${pod}-${a}-${host}`]),
    ]),
  );
}

function overlaps({ nodes }: MapLayout): number {
  const boxes = nodes
    .map(({ node: { width, above, below }, x, y }) => ({
      left: x - width / 2,
      right: x + width / 2,
      top: y - above,
      bottom: y + below,
    }))
    .toSorted((a, b) => a.left - b.left);
  let count = 0;
  boxes.forEach((a, index) => {
    for (let next = index + 1; next < boxes.length; next += 1) {
      const b = boxes[next];
      if (b === undefined || b.left >= a.right) break;
      if (a.top < b.bottom && b.top < a.bottom) count += 1;
    }
  });
  return count;
}

function crossings({ edges }: MapLayout): number {
  let count = 0;
  edges.forEach((a, index) => {
    for (const b of edges.slice(index + 1)) if (cross(a, b)) count += 1;
  });
  return count;
}

function cross(first: PlacedEdge, second: PlacedEdge): boolean {
  if (first.nodes.some((name) => second.nodes.includes(name))) return false;
  const [[a, b], [c, d]] = [first.ends, second.ends];
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function placeOf({ nodes }: MapLayout, name: string): PlacedNode {
  const found = nodes.find(({ node: { id } }) => id === name);
  if (found === undefined) throw new Error(`${name} has no place`);
  return found;
}

function distances(layout: MapLayout, centre: Point, prefix: string): number[] {
  return layout.nodes
    .filter(({ node: { id } }) => id.startsWith(prefix))
    .map(({ x, y }) => Math.hypot(x - centre.x, y - centre.y));
}

const middle = ({ width, height }: MapLayout): Point => ({ x: width / 2, y: height / 2 });

const SHAPES: Readonly<Record<string, NetworkView>> = {
  'a ring': viewOf(ring('r', 400)),
  'a ring of chains': viewOf([
    ...ring('r', 12),
    ...range(12).flatMap((arm) =>
      range(20).map((at): Pair => [at === 0 ? `r${arm}` : `c${arm}-${at - 1}`, `c${arm}-${at}`]),
    ),
  ]),
  'a tree': viewOf(tree('t', 400, 3)),
  'a wild tree': viewOf(wildTree('w', 400)),
  'a hub and its spokes': viewOf(range(400).map((spoke): Pair => ['hub', `s${spoke}`])),
  'rings on a backbone': viewOf([
    ...range(8).map((at): Pair => [`s${at}-0`, `s${(at + 1) % 8}-0`]),
    ...range(8).flatMap((at) => ring(`s${at}-`, 20)),
  ]),
  'a fat tree': viewOf(fatTree(8)),
  'many parts': viewOf(
    [...ring('a', 90), ...tree('b', 120, 2), ...range(20).flatMap((part) => tree(`p${part}-`, 5 + part, 2))],
    range(30).map((index) => `x${index}`),
  ),
  'a mesh with hosts': meshView(15),
};

const layoutOf = (name: string): MapLayout => mapLayout(SHAPES[name] ?? viewOf([]));

describe('a small network as wide as it is long', () => {
  const levels = (pairs: readonly Pair[]): number =>
    mapLayout(viewOf(pairs)).edges.filter(({ ends: [from, to] }) => Math.abs(from.y - to.y) < 1).length;

  it.each<[string, readonly Pair[], number]>([
    ['a triangle', ring('a', 3), 1],
    [
      'a triangle with arms',
      [...ring('a', 3), ...range(3).map((index): Pair => [`a${index}`, `b${index}`])],
      1,
    ],
    ['a square', ring('a', 4), 2],
    ['five in a ring', ring('a', 5), 1],
    ['three about a hub', range(3).map((index): Pair => ['hub', `a${index}`]), 1],
    ['four about a hub', range(4).map((index): Pair => ['hub', `a${index}`]), 2],
  ])('%s stands level', (_, pairs, level) => {
    expect(levels(pairs)).toBe(level);
    const { width, height } = mapLayout(viewOf(pairs));
    expect(height).toBeLessThan(1.25 * width);
  });
});

describe.each(Object.entries(SHAPES))('%s', (_, view) => {
  it('has every node, none on another, and the same places every time', () => {
    const layout = mapLayout(view);
    expect(layout.nodes).toHaveLength(view.nodes.length);
    expect(overlaps(layout)).toBe(0);
    expect(mapLayout(structuredClone(view))).toEqual(layout);
  });
});

describe.each([
  'a ring',
  'a ring of chains',
  'a tree',
  'a wild tree',
  'a hub and its spokes',
  'rings on a backbone',
  'many parts',
])('%s', (name) => {
  it('has no crossings', () => {
    expect(crossings(layoutOf(name))).toBe(0);
  });
});

/** Half the width of a sign, px. */
const SIGN = 20;

/** How near a link comes to the middle of a sign where it does not end, px. */
function nearest({ edges, nodes }: MapLayout): number {
  return Math.min(
    ...edges.flatMap(({ nodes: ends, ends: [a, b] }) =>
      nodes
        .filter(({ node: { id } }) => !ends.includes(id))
        .map(({ x, y }) => {
          const [dx, dy] = [b.x - a.x, b.y - a.y];
          const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy);
          const at = Math.min(1, Math.max(0, along));
          return Math.hypot(a.x + at * dx - x, a.y + at * dy - y);
        }),
    ),
  );
}

describe.each([8, 20, 40, 59, 60, 100])('a hub with %i spokes', (count) => {
  it('has no link beneath the sign of another spoke, as if they were a chain', () => {
    const layout = mapLayout(viewOf(range(count).map((spoke): Pair => ['hub', `spoke-${spoke}`])));
    expect(nearest(layout)).toBeGreaterThan(SIGN);
    expect(overlaps(layout)).toBe(0);
  });
});

/** Every leaf joined to every spine; beneath each a host, or a LAN of several. */
function leavesAndSpines(spines: number, leaves: number, hosts: number): Pair[] {
  return range(leaves).flatMap((leaf) => [
    ...range(spines).map((spine): Pair => [`spine${spine}`, `leaf${leaf}`]),
    ...range(hosts).map((host): Pair => [hosts === 1 ? `leaf${leaf}` : `lan${leaf}`, `host${leaf}-${host}`]),
    ...(hosts === 1 ? [] : [[`leaf${leaf}`, `lan${leaf}`] as const]),
  ]);
}

describe.each([
  [4, 8, 1],
  [4, 8, 3],
  [3, 9, 4],
  [8, 16, 2],
])('%i spines and %i leaves, each with %i hosts', (spines, leaves, hosts) => {
  const layout = mapLayout(viewOf(leavesAndSpines(spines, leaves, hosts)));
  const rowsOf = (prefix: string): number[] => [
    ...new Set(
      layout.nodes.filter(({ node: { id } }) => id.startsWith(prefix)).map(({ y }) => Math.round(y)),
    ),
  ];

  it('stand in rows, leaves on both sides of the spines, and hosts outside', () => {
    const [spine, ...more] = rowsOf('spine');
    expect(more).toEqual([]);
    const away = (prefix: string): number[] => rowsOf(prefix).map((y) => y - (spine ?? 0));
    expect(
      away('leaf')
        .map(Math.sign)
        .toSorted((a, b) => a - b),
    ).toEqual([-1, 1]);
    const farthest = Math.max(...[...away('leaf'), ...away('lan')].map(Math.abs));
    expect(Math.min(...away('host').map(Math.abs))).toBeGreaterThan(farthest);
  });

  it('have no link beneath the sign of a node that it does not end at', () => {
    expect(nearest(layout)).toBeGreaterThan(SIGN);
    expect(overlaps(layout)).toBe(0);
  });
});

describe('shapes', () => {
  it('a ring is a circle', () => {
    const layout = layoutOf('a ring');
    const reach = distances(layout, middle(layout), 'r');
    expect(Math.max(...reach) / Math.min(...reach)).toBeLessThan(1.05);
  });

  it('chains of a ring lead outwards', () => {
    const layout = layoutOf('a ring of chains');
    const places = ring('r', 12).map(([name]) => placeOf(layout, name));
    const centre = {
      x: places.reduce((sum, { x }) => sum + x, 0) / 12,
      y: places.reduce((sum, { y }) => sum + y, 0) / 12,
    };
    const reach = distances(layout, centre, 'c3-');
    expect(reach).toEqual(reach.toSorted((a, b) => a - b));
    expect(Math.max(...distances(layout, centre, 'r'))).toBeLessThan(
      Math.min(...distances(layout, centre, 'c')),
    );
  });

  it('rings on a backbone are circles', () => {
    const layout = layoutOf('rings on a backbone');
    const own = layout.nodes.filter(({ node: { id } }) => id.startsWith('s3-'));
    const centre = {
      x: own.reduce((sum, { x }) => sum + x, 0) / own.length,
      y: own.reduce((sum, { y }) => sum + y, 0) / own.length,
    };
    const reach = distances(layout, centre, 's3-');
    expect(Math.max(...reach) / Math.min(...reach)).toBeLessThan(1.05);
  });

  it('a hub is in the middle of its spokes', () => {
    const layout = layoutOf('a hub and its spokes');
    const hub = placeOf(layout, 'hub');
    const { x, y } = middle(layout);
    expect(Math.hypot(hub.x - x, hub.y - y)).toBeLessThan(0.02 * layout.width);
    expect(layout.width / layout.height).toBeCloseTo(1, 0);
  });

  it('tiers of a fat tree are rows, their pods apart, with fewer crossings than by distance', () => {
    const layout = layoutOf('a fat tree');
    const rows = new Set(
      layout.nodes.filter(({ node: { id } }) => !id.startsWith('host')).map(({ y }) => Math.round(y)),
    );
    expect(rows.size).toBe(5);
    expect(crossings(layout)).toBeLessThan(2937);
  });

  it('a mesh with hosts stands square', () => {
    const layout = mapLayout(meshView(15));
    const first = placeOf(layout, 'router-7-7');
    const beside = [placeOf(layout, 'router-8-7'), placeOf(layout, 'router-7-8')];
    for (const { x, y } of beside) {
      const angle = Math.atan2(y - first.y, x - first.x);
      expect(Math.abs(Math.sin(4 * angle)), 'a right angle').toBeLessThan(0.35);
    }
  });

  it('parts that are not joined keep to boxes of their own', () => {
    const layout = layoutOf('many parts');
    const boxes = ['a', 'b', ...range(20).map((part) => `p${part}-`)].map((prefix) => {
      const own = layout.nodes.filter(({ node: { id } }) => id.startsWith(prefix));
      return {
        left: Math.min(...own.map(({ node: { width }, x }) => x - width / 2)),
        right: Math.max(...own.map(({ node: { width }, x }) => x + width / 2)),
        top: Math.min(...own.map(({ node: { above }, y }) => y - above)),
        bottom: Math.max(...own.map(({ node: { below }, y }) => y + below)),
      };
    });
    const meeting = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(meeting).toEqual([]);
    const area = boxes.reduce((sum, box) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
    expect(area / (layout.width * layout.height)).toBeGreaterThan(0.4);
  });
});
