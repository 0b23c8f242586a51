/** Communities and route maps, on chains of routers. Results were seen in FRR or follow from the RFC named. */
import { describe, expect, test } from 'vitest';
import type { BgpPathView } from '../../../shared/results';
import { asGraph, ORIGIN, P, type Options } from '../testing/as-graph';
import { routeOf, simulationOf } from '../testing/lab';
import { ask } from '../testing/networks';
import type { Simulation } from '../simulation';

function paths(simulation: Simulation, node: string, prefix = P): readonly BgpPathView[] {
  return ask(simulation, `${node}> show ip bgp ${prefix}`, 'bgp-table').paths;
}

/** x originates P and tells a, a tells b, b tells c: each in an AS of its own, but for `asns`. */
function chain(said: { [wire in 'xa' | 'ab' | 'bc']?: string }, more: Partial<Options> = {}): Simulation {
  const options: Options = {
    asns: { x: 65000, a: 65001, b: 65002, c: 65003 },
    wires: [
      { a: 'x', b: 'a', atA: said.xa ?? '' },
      { a: 'a', b: 'b', atA: said.ab ?? '' },
      { a: 'b', b: 'c', atA: said.bc ?? '' },
    ],
    bgp: { x: ORIGIN.network },
    ...more,
    router: { ...more.router, x: `${ORIGIN.static}\n    ${more.router?.['x'] ?? ''}` },
  };
  return simulationOf(asGraph(options));
}

const tagging = (communities: string): { router: { x: string } } => ({
  router: { x: `routeMaps: { TAG: [{ set: { communities: ${communities} } }] }` },
});

describe('communities', () => {
  test('travel with a route, ascending, and are sent unless a neighbor is excepted', () => {
    const simulation = chain(
      { xa: 'out: TAG', bc: 'sendCommunities: false' },
      tagging('[65000:20, 65000:3]'),
    );
    expect(paths(simulation, 'b')).toMatchObject([{ communities: ['65000:3', '65000:20'] }]);
    expect(paths(simulation, 'c')).toMatchObject([{ communities: [] }]);
  });

  // RFC 1997: a has the route, and what it does with it is for the community to say.
  test.each([
    ['no-export', 'is told to nobody in another AS', { a: 1, b: 0, c: 0 }],
    ['no-advertise', 'is told to nobody', { a: 1, b: 0, c: 0 }],
    ['local-AS', 'stays in the AS, as there are no confederations', { a: 1, b: 0, c: 0 }],
    ['65000:1', 'is told on', { a: 1, b: 1, c: 1 }],
  ])('%s %s', (community, _, known) => {
    const simulation = chain({ xa: 'out: TAG' }, tagging(`[${community}]`));
    for (const [node, count] of Object.entries(known)) expect(paths(simulation, node)).toHaveLength(count);
  });

  test.each([
    ['no-export', 1],
    ['no-advertise', 0],
  ])('%s inside the AS reaches %i neighbours', (community, count) => {
    const simulation = chain(
      { xa: 'out: TAG', ab: 'nextHopSelf: true' },
      { asns: { x: 65000, a: 65001, b: 65001, c: 65003 }, ...tagging(`[${community}]`) },
    );
    expect(paths(simulation, 'b')).toHaveLength(count);
    expect(paths(simulation, 'c')).toHaveLength(0);
  });

  test('set on the way out say what the neighbour does, not the sender', () => {
    const simulation = chain(
      { ab: 'out: TAG' },
      { router: { a: 'routeMaps: { TAG: [{ set: { communities: no-export } }] }' } },
    );
    expect(paths(simulation, 'b')).toMatchObject([{ communities: ['no-export'] }]);
    expect(paths(simulation, 'c')).toEqual([]);
  });
});

/** b's map for what it hears from a; x tags P with 65000:7. */
const hearing = (entries: string): Simulation =>
  chain(
    { xa: 'out: TAG' },
    {
      wires: [
        { a: 'x', b: 'a', atA: 'out: TAG' },
        { a: 'a', b: 'b', atB: 'in: IN' },
        { a: 'b', b: 'c' },
      ],
      router: {
        x: 'routeMaps: { TAG: [{ set: { communities: 65000:7 } }] }',
        b: `prefixLists: { FIFTY: [permit 10.50.0.0/15 le 24] }\n    routeMaps: { IN: [${entries}] }`,
      },
    },
  );

describe('route maps', () => {
  test.each([
    ['a prefix', '{ match: { prefix: 10.0.0.0/8 le 16 } }', true],
    ['a prefix that does not match', '{ match: { prefix: 10.0.0.0/8 le 15 } }', false],
    ['a named prefix list', '{ match: { prefixList: FIFTY } }', true],
    ['a list in which a deny comes first', '{ match: { prefixList: [deny 10.50.0.0/16, FIFTY] } }', false],
    ['a community', '{ match: { community: 65000:7 } }', true],
    ['all of several communities', '{ match: { community: [65000:7, 65000:8] } }', false],
    ['an AS path', '{ match: { asPath: "^65001_65000$" } }', true],
    ['another AS path', '{ match: { asPath: "^65000$" } }', false],
    ['several things, all of them true', '{ match: { asPath: _65000_, community: 65000:7 } }', true],
    ['several things, one of them false', '{ match: { asPath: _65009_, community: 65000:7 } }', false],
    ['anything', 'permit', true],
    ['nothing, for there are no entries', '', false],
    [
      'a denied prefix, before all is permitted',
      '{ action: deny, match: { prefix: 10.50.0.0/16 } }, permit',
      false,
    ],
    ['what no entry before has', '{ action: deny, match: { community: 65000:8 } }, permit', true],
  ])('match %s', (_, entries, passes) => {
    expect(paths(hearing(entries), 'b')).toHaveLength(passes ? 1 : 0);
  });

  test.each([
    ['{ set: { localPreference: 150, med: 7, weight: 9 } }', { localPreference: 150, metric: 7, weight: 9 }],
    ['{ set: { prepend: 2 } }', { asPath: [65002, 65002, 65001, 65000] }],
    ['{ set: { prepend: [65010, 65011] } }', { asPath: [65010, 65011, 65001, 65000] }],
    ['{ set: { communities: [65002:1, no-export] } }', { communities: ['65002:1', 'no-export'] }],
    ['{ set: { communities: [] } }', { communities: [] }],
    ['{ set: { addCommunities: [65002:1] } }', { communities: ['65000:7', '65002:1'] }],
    [
      '{ set: { removeCommunities: [65000:7, 65000:9], addCommunities: [65002:1] } }',
      { communities: ['65002:1'] },
    ],
    // Only the first entry that matches counts.
    ['{ match: { community: 65000:7 }, set: { med: 1 } }, { set: { med: 2 } }', { metric: 1 }],
  ])('%s', (entries, expected) => {
    expect(paths(hearing(entries), 'b')).toMatchObject([expected]);
  });

  test('set the next hop, which has to be in a subnet shared with a neighbour one hop away', () => {
    expect(routeOf(hearing('{ set: { nextHop: 10.0.2.2 } }'), 'b', P)?.nextHops).toMatchObject([
      { node: 'c' },
    ]);
    expect(paths(hearing('{ set: { nextHop: 10.255.0.3 } }'), 'b')).toEqual([]);
    expect(paths(hearing('{ set: { nextHop: 10.0.1.2 } }'), 'b')).toEqual([]);
  });

  test('take effect toward one neighbour only, and after its prefix list', () => {
    const more = { router: { a: `routeMaps: { OUT: [{ set: { med: 30 } }] }` } };
    expect(paths(chain({ ab: 'out: OUT' }, more), 'b')).toMatchObject([{ metric: 30 }]);
    const both = chain({ ab: `out: { prefixList: [deny ${P}], routeMap: OUT }` }, more);
    expect(paths(both, 'b')).toEqual([]);
  });

  test('give what a network statement brings in its attributes', () => {
    const simulation = chain(
      {},
      {
        bgp: { x: `networks: [{ prefix: ${P}, routeMap: OWN }]` },
        router: {
          x: 'routeMaps: { OWN: [{ set: { localPreference: 300, weight: 5, med: 9, communities: 65000:55, prepend: 1 } }] }',
        },
      },
    );
    expect(paths(simulation, 'x')).toMatchObject([
      { localPreference: 300, weight: 5, metric: 9, asPath: [65000], communities: ['65000:55'] },
    ]);
    expect(paths(simulation, 'a')).toMatchObject([
      { localPreference: 100, weight: 0, metric: 9, asPath: [65000, 65000], communities: ['65000:55'] },
    ]);
  });

  test('choose what is redistributed into BGP', () => {
    const statics = `static: [{ prefix: 10.60.0.0/16, via: discard }, { prefix: 10.61.0.0/16, via: discard }]`;
    const simulation = chain(
      {},
      {
        bgp: { a: 'redistribute: [{ from: static, routeMap: SOME }]' },
        router: {
          a: `${statics}\n    routeMaps: { SOME: [{ match: { prefix: 10.60.0.0/16 }, set: { med: 4 } }] }`,
        },
      },
    );
    expect(paths(simulation, 'b', '10.60.0.0/16')).toMatchObject([{ metric: 4, origin: '?' }]);
    expect(paths(simulation, 'b', '10.61.0.0/16')).toEqual([]);
  });

  test('choose what is redistributed into OSPF, and with which metric', () => {
    const text = `routers:
  x:
    interfaces: { e: 10.0.0.1/30 }
    static: [{ prefix: ${P}, via: discard }, { prefix: 10.51.0.0/16, via: discard }, { prefix: 10.52.0.0/16, via: discard }]
    routeMaps: { TAG: [{ match: { prefix: 10.51.0.0/16 }, set: { communities: 65000:7 } }, permit] }
    bgp: { asn: 65000, redistribute: [static], neighbors: { 10.0.0.2: { asn: 65001, out: TAG } } }
  a:
    interfaces: { e: 10.0.0.2/30, i: 10.1.0.1/30 }
    routeMaps:
      INWARD: [{ match: { prefix: ${P} }, set: { med: 44 } }, { match: { community: 65000:7 } }]
    ospf: { interfaces: [i], redistribute: [{ from: bgp, metric: 20, routeMap: INWARD }] }
    bgp: { asn: 65001, neighbors: { 10.0.0.1: { asn: 65000 } } }
  b: { interfaces: { i: 10.1.0.2/30 }, ospf: {} }
links: { w: { ends: [x:e, a:e] }, v: { ends: [a:i, b:i] } }
`;
    const simulation = simulationOf(text);
    const metric = (prefix: string): number | undefined => routeOf(simulation, 'b', prefix)?.metric;
    expect([P, '10.51.0.0/16', '10.52.0.0/16'].map(metric)).toEqual([44, 20, undefined]);
  });
});

test('the default local preference is given to what comes from outside, and kept inside', () => {
  const simulation = chain(
    { ab: 'nextHopSelf: true' },
    {
      asns: { x: 65000, a: 65001, b: 65001, c: 65003 },
      bgp: { x: ORIGIN.network, a: 'defaultLocalPreference: 150' },
    },
  );
  expect(['a', 'b', 'c'].map((node) => paths(simulation, node)[0]?.localPreference)).toEqual([150, 150, 100]);
});
