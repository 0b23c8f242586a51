import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestRoute,
  beatenBy,
  decidingStep,
  runnerUp,
  multipathRoutes,
  usualDecision,
  type DecisionRules,
} from './bgp-decision';
import type { BgpAttributes } from './route';

let session = 0;

/** A route that ties with every other one but for its session, unless something is said of it. */
function route(differs: Partial<BgpAttributes> = {}): BgpAttributes {
  session += 1;
  return {
    prefix: { address: 0x0a000000, length: 8 },
    localPreference: 100,
    asPath: [65001, 65009],
    med: 0,
    origin: 0,
    weight: 0,
    nextHop: 1,
    from: 1,
    fromAddress: 10,
    type: 'ebgp',
    session,
    igpMetric: 0,
    routerId: 10,
    communities: [],
    clusterList: [],
    ...differs,
  };
}

/** Each step with the better route first; every later step prefers the other one. */
const STEPS: readonly (readonly [string, Partial<BgpAttributes>, Partial<BgpAttributes>])[] = [
  ['weight', { weight: 1 }, { weight: 0 }],
  ['local preference', { localPreference: 200 }, { localPreference: 100 }],
  ['locally originated', { type: 'local', asPath: [] }, { type: 'ebgp' }],
  ['AS-path length', { asPath: [65001] }, { asPath: [65002, 65009] }],
  ['origin', { origin: 0 }, { origin: 2 }],
  ['MED', { med: 5 }, { med: 6 }],
  ['eBGP over iBGP', { type: 'ebgp' }, { type: 'ibgp' }],
  ['cost to the next hop', { igpMetric: 1 }, { igpMetric: 2 }],
  ['router id', { routerId: 1 }, { routerId: 2 }],
  ['cluster list length', { clusterList: [7] }, { clusterList: [7, 8] }],
  ['neighbour address', { fromAddress: 1 }, { fromAddress: 2 }],
];

describe.each(STEPS)('%s', (name, better, worse) => {
  test('decides, and is named, whichever came first', () => {
    const [a, b] = [route(better), route(worse)];
    expect(bestRoute([a, b])).toBe(a);
    expect(bestRoute([b, a])).toBe(a);
    expect(decidingStep(a, b)).toContain(name);
  });
});

test('earlier steps outweigh all later ones', () => {
  STEPS.forEach(([name, better, worse], index) => {
    const later = STEPS.slice(index + 1).filter(([other]) => other !== 'locally originated');
    const winner = route({ ...Object.assign({}, ...later.map(([, , bad]) => bad)), ...better });
    const loser = route({ ...Object.assign({}, ...later.map(([, good]) => good)), ...worse });
    expect(bestRoute([loser, winner]), name).toBe(winner);
  });
});

describe('MED', () => {
  test('is not compared between different neighbouring ASes', () => {
    const low = route({ asPath: [65001, 65009], med: 1, routerId: 20 });
    const high = route({ asPath: [65002, 65009], med: 99, routerId: 10 });
    expect(bestRoute([low, high])).toBe(high);
  });

  test('is compared within a neighbouring AS first, so that the order of arrival does not matter', () => {
    // Without groups each of the three beats one other: A beats B by MED, B beats C, C beats A.
    const a = route({ asPath: [65001, 1], med: 1, routerId: 30 });
    const b = route({ asPath: [65001, 2], med: 9, routerId: 10 });
    const c = route({ asPath: [65002, 3], med: 0, routerId: 20 });
    const orders = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ];
    for (const order of orders) expect(bestRoute(order)).toBe(c);
    // Route by route, the last one first: each order ends at its first route, which beats the winner of the others.
    const byOrder = { ...usualDecision, deterministicMed: false };
    expect(orders.map((order) => bestRoute(order, byOrder))).toEqual([a, a, b, b, c, c]);
    expect(decidingStep(c, b)).toContain('MED');
  });

  test('explains a loser by the route of its own neighbouring AS that kept it from the best', () => {
    const near = route({ asPath: [65001, 9], med: 100, routerId: 1 });
    const far = route({ asPath: [65002, 9], med: 50, routerId: 2 });
    const low = route({ asPath: [65001, 9], med: 10, routerId: 3 });
    const candidates = [near, far, low];
    expect(bestRoute(candidates)).toBe(far);
    // The near one would beat the best by its router id; it fell to the low one, by MED.
    expect(beatenBy(far, near, candidates, usualDecision)).toBe(low);
    expect(decidingStep(low, near)).toBe('MED (10 against 100)');
    expect(beatenBy(far, low, candidates, usualDecision)).toBe(far);
    expect(runnerUp(far, [near, low], usualDecision)).toBe(low);
  });
});

test('the best does not depend on the order of the candidates', () => {
  const small = fc.integer({ min: 0, max: 2 });
  const attributes = fc
    .record({
      weight: small,
      localPreference: small,
      path: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
      origin: fc.constantFrom(0, 1, 2),
      med: small,
      type: fc.constantFrom('ebgp', 'ibgp'),
      igpMetric: small,
      routerId: small,
    })
    .map(({ path, ...rest }) => ({ asPath: path, ...rest }));
  fc.assert(
    fc.property(fc.array(attributes, { minLength: 1, maxLength: 6 }), fc.integer(), (list, turn) => {
      const candidates = list.map((entry, index) => route({ ...entry, fromAddress: index }));
      const at = Math.abs(turn) % candidates.length;
      const turned = [...candidates.slice(at), ...candidates.slice(0, at)];
      expect(bestRoute(turned)).toBe(bestRoute(candidates));
      expect(bestRoute(turned.toReversed())).toBe(bestRoute(candidates));
    }),
  );
});

function upTo(paths: number): DecisionRules {
  return { ...usualDecision, maximumPaths: { ebgp: paths, ibgp: paths } };
}

describe('multipath', () => {
  test('is off at 1', () => {
    const [a, b] = [route({ fromAddress: 1 }), route({ fromAddress: 2 })];
    expect(multipathRoutes(a, [a, b], usualDecision)).toEqual([a]);
  });

  test('takes what ties in every step before the tie breakers', () => {
    const best = route({ routerId: 1 });
    const equal = route({ routerId: 2, fromAddress: 9 });
    const others = [
      route({ localPreference: 99 }),
      route({ asPath: [65001, 65009, 65010] }),
      route({ origin: 2 }),
      route({ med: 3 }),
      route({ type: 'ibgp' }),
      route({ igpMetric: 3 }),
    ];
    expect(multipathRoutes(best, [...others, equal, best], upTo(16))).toEqual([equal, best]);
  });

  test('wants external routes from one AS, unless relaxed', () => {
    const best = route({ asPath: [1, 9] });
    const [same, other] = [route({ asPath: [1, 8] }), route({ asPath: [2, 9] })];
    expect(multipathRoutes(best, [best, same, other], upTo(16))).toEqual([best, same]);
    const relaxed = { ...upTo(16), multipathRelax: true };
    expect(multipathRoutes(best, [best, same, other], relaxed)).toEqual([best, same, other]);
  });

  test('wants internal routes with the same AS path', () => {
    const best = route({ type: 'ibgp', asPath: [1, 9] });
    const [same, other] = [route({ type: 'ibgp', asPath: [1, 9] }), route({ type: 'ibgp', asPath: [1, 8] })];
    expect(multipathRoutes(best, [best, same, other], upTo(16))).toEqual([best, same]);
  });

  test('counts internal and external paths apart', () => {
    const rules = { ...usualDecision, maximumPaths: { ebgp: 2, ibgp: 1 } };
    const [outer, other] = [route(), route()];
    expect(multipathRoutes(outer, [outer, other], rules)).toEqual([outer, other]);
    const [inner, another] = [route({ type: 'ibgp' }), route({ type: 'ibgp' })];
    expect(multipathRoutes(inner, [inner, another], rules)).toEqual([inner]);
  });

  test('keeps the best where not all fit', () => {
    // The best has the lowest router id, yet the highest neighbour address.
    const candidates = [
      route({ fromAddress: 1, routerId: 3 }),
      route({ fromAddress: 2, routerId: 2 }),
      route({ fromAddress: 3, routerId: 1 }),
    ];
    const best = bestRoute(candidates);
    if (best === null) throw new Error('no best route');
    expect(best.fromAddress).toBe(3);
    expect(multipathRoutes(best, candidates, upTo(2)).map((member) => member.fromAddress)).toEqual([1, 3]);
  });
});
