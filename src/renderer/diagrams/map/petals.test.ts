import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { petalsAbout } from './petals';

describe('petals', () => {
  it('stand beside each other and off the middle, however many there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 90 }),
        fc.integer({ min: 30, max: 90 }),
        fc.integer({ min: 1, max: 130 }),
        (own, petal, count) => {
          const places = petalsAbout(own, petal, count).map(({ radius, angle }) => ({
            x: radius * Math.cos(angle),
            y: radius * Math.sin(angle),
          }));
          expect(places).toHaveLength(count);
          const apart = places.flatMap((a, index) =>
            places.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
          );
          expect(Math.min(Number.POSITIVE_INFINITY, ...apart)).toBeGreaterThan(2 * petal - 1);
          expect(Math.min(...places.map(({ x, y }) => Math.hypot(x, y)))).toBeGreaterThan(own + petal - 1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
