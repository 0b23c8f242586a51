import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pushApart, type Box } from './apart';
import { tangleOf } from './tangle';
import { untangle } from './untangle';

const ROOM = 5;

const boxes = fc.array(
  fc.record({
    x: fc.integer({ min: -200, max: 200 }),
    y: fc.integer({ min: -200, max: 200 }),
    left: fc.integer({ min: 5, max: 60 }),
    right: fc.integer({ min: 5, max: 60 }),
    above: fc.integer({ min: 5, max: 40 }),
    below: fc.integer({ min: 5, max: 40 }),
  }),
  { maxLength: 40 },
);

function touching(all: readonly Box[]): number {
  return all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter(
        (b) =>
          a.x - a.left < b.x + b.right - 1e-6 &&
          b.x - b.left < a.x + a.right - 1e-6 &&
          a.y - a.above < b.y + b.below - 1e-6 &&
          b.y - b.above < a.y + a.below - 1e-6,
      ),
  ).length;
}

describe('boxes pushed apart', () => {
  it('touch no more, wherever they were', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        pushApart(all, ROOM);
        expect(touching(all)).toBe(0);
      }),
    );
  });

  it('are seen to touch where both reach far towards each other', () => {
    const size = { y: 0, above: 10, below: 10 };
    const all = [
      { ...size, x: 69, left: 5, right: 60 },
      { ...size, x: 141, left: 60, right: 5 },
    ];
    pushApart(all, ROOM);
    expect(touching(all)).toBe(0);
  });

  it('touch no more where thousands lie on one another', () => {
    const size = { left: 30, right: 30, above: 20, below: 20 };
    const all = Array.from({ length: 1200 }, (_, index) => ({ x: index % 7, y: index % 5, ...size }));
    pushApart(all, ROOM);
    expect(touching(all)).toBe(0);
  });

  it('stay where they are if none touched', () => {
    const size = { left: 10, right: 10, above: 10, below: 10 };
    const all = [0, 100, 200].map((x) => ({ x, y: 0, ...size }));
    pushApart(all, ROOM);
    expect(all.map(({ x }) => x)).toEqual([0, 100, 200]);
  });
});

describe('untangled lines', () => {
  it('of a square whose diagonals are drawn as sides cross no more', () => {
    const size = { left: 20, right: 20, above: 20, below: 20 };
    const all = [
      [0, 0],
      [300, 300],
      [300, 0],
      [0, 300],
    ].map(([x = 0, y = 0]) => ({ x, y, ...size }));
    // A ring 0 - 1 - 2 - 3: two of its links are the diagonals.
    const tangle = tangleOf(
      all,
      [
        [1, 3],
        [0, 2],
        [1, 3],
        [2, 0],
      ],
      130,
      ROOM,
    );
    if (tangle === null) throw new Error('too large');
    untangle(tangle);
    const [a, b, c, d] = all;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('lost');
    expect(cross(a, b, c, d) || cross(b, c, d, a)).toBe(false);
    expect(touching(all)).toBe(0);
  });
});

type Place = Pick<Box, 'x' | 'y'>;

function cross(a: Place, b: Place, c: Place, d: Place): boolean {
  const turn = (p: Place, q: Place, r: Place): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
