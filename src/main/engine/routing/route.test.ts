/** A protocol's routes made on demand against the same routes offered one by one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prefixKey, type Prefix } from '../address';
import { DISCARD, RoutingTable, type Route, type RoutesOnDemand } from './route';

const prefixes: readonly Prefix[] = [0, 8, 9, 16, 24, 32].flatMap((length) =>
  length === 0 ? [{ address: 0, length }] : [0x0a000000, 0x0b000000].map((address) => ({ address, length })),
);

const routes = (source: Route['source'], distances: readonly number[]): fc.Arbitrary<Route[]> =>
  fc.array(
    fc
      .record({ prefix: fc.constantFrom(...prefixes), distance: fc.constantFrom(...distances) })
      .map(({ prefix, distance }): Route => {
        return { prefix, source, distance, metric: 0, nextHops: [DISCARD], bgp: null, why: `${distance}` };
      }),
  );
const distinct = routes('ospf', [110]).map((list) => [
  ...new Map(list.map((route) => [prefixKey(route.prefix), route])).values(),
]);

function onDemand(list: readonly Route[]): RoutesOnDemand {
  const byKey = new Map(list.map((route) => [prefixKey(route.prefix), route]));
  return {
    make: (key) => {
      const route = byKey.get(key);
      return route === undefined ? undefined : { ...route };
    },
    keys: () => byKey.keys(),
    lengths: () => list.map(({ prefix }) => prefix.length),
  };
}

test('routes made on demand stand, win and lose as if each had been offered', () => {
  fc.assert(
    fc.property(
      routes('static', [0, 1, 200]),
      distinct,
      routes('ebgp', [20, 200]),
      fc.array(fc.constantFrom(...prefixes)),
      (earlier, protocol, later, asked) => {
        const eager = new RoutingTable();
        for (const route of [...earlier, ...protocol, ...later]) eager.offer(route);
        const lazy = new RoutingTable();
        for (const route of earlier) lazy.offer(route);
        lazy.offerOnDemand(onDemand(protocol));
        for (const prefix of asked) expect(lazy.active.get(prefix)).toBe(lazy.active.get(prefix));
        for (const route of later) lazy.offer(route);
        const byAddress = prefixes.map(({ address }) => [
          lazy.active.match(address),
          lazy.active.match(address, ({ prefix }) => prefix.length < 16),
        ]);
        expect([...lazy.active.values()]).toEqual([...eager.active.values()]);
        expect(new Set(lazy.lost)).toEqual(new Set(eager.lost));
        expect(byAddress).toEqual(
          prefixes.map(({ address }) => [
            eager.active.match(address),
            eager.active.match(address, ({ prefix }) => prefix.length < 16),
          ]),
        );
      },
    ),
    { numRuns: 200, seed: 11 },
  );
});
