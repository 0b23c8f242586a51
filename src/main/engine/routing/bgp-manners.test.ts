/** What neighbours are told besides policies: paths rewritten, aggregates, defaults. Results were seen in FRR. */
import { describe, expect, test } from 'vitest';
import type { BgpPathView } from '../../../shared/results';
import { asGraph, ORIGIN, P, type Options } from '../testing/as-graph';
import { routeOf, simulationOf } from '../testing/lab';
import { ask } from '../testing/networks';
import type { Simulation } from '../simulation';

function paths(simulation: Simulation, node: string, prefix = P): readonly BgpPathView[] {
  return ask(simulation, `${node}> show ip bgp ${prefix}`, 'bgp-table').paths;
}

/** x tells a P, a tells b. */
function chain(asns: Options['asns'], aToB: string, bFromA = '', xToA = ''): Simulation {
  return simulationOf(
    asGraph({
      asns,
      wires: [
        { a: 'x', b: 'a', atA: xToA },
        { a: 'a', b: 'b', atA: aToB, atB: bFromA },
      ],
      router: {
        x: `${ORIGIN.static}\n    routeMaps: { MIXED: [{ set: { prepend: [64512, 65100, 3356, 4200000001] } }] }`,
      },
      bgp: { x: ORIGIN.network },
    }),
  );
}

describe('two sites of one AS behind a provider', () => {
  const asns = { x: 65100, a: 3356, b: 65100 };

  test.each([
    ['take each other for a loop', '', '', []],
    ['hear each other with allowas-in', '', 'allowAsIn: 1', [{ asPath: [3356, 65100] }]],
    [
      'or if the provider puts its own number in their place',
      'asOverride: true',
      '',
      [{ asPath: [3356, 3356] }],
    ],
  ])('%s', (_, aToB, bFromA, known) => {
    expect(paths(chain(asns, aToB, bFromA), 'b')).toMatchObject(known);
    expect(paths(chain(asns, aToB, bFromA), 'b')).toHaveLength(known.length);
  });

  test('allowas-in counts how often', () => {
    const twice = 'out: { prepend: 1 }';
    expect(paths(chain(asns, '', 'allowAsIn: 1', twice), 'b')).toEqual([]);
    expect(paths(chain(asns, '', 'allowAsIn: 2', twice), 'b')).toHaveLength(1);
  });
});

describe('private AS numbers', () => {
  const asns = { x: 64600, a: 3320, b: 65100 };

  test.each([
    ['are told', '', [3320, 64600]],
    ['are removed where all of the path is private', 'removePrivateAs: true', [3320]],
    ['or replaced by the own one', 'removePrivateAs: replace', [3320, 3320]],
  ])('%s', (_, aToB, asPath) => {
    expect(paths(chain(asns, aToB), 'b')).toMatchObject([{ asPath }]);
  });

  // The path before: 64600 64512 65100 3356 4200000001, of which 3356 is public and 65100 the neighbour's own.
  test.each([
    ['removePrivateAs: true', [3320, 64600, 64512, 65100, 3356, 4200000001]],
    ['removePrivateAs: all', [3320, 65100, 3356]],
    ['removePrivateAs: { all: true, replace: true }', [3320, 3320, 3320, 65100, 3356, 3320]],
  ])('of a path that is not all private: %s', (aToB, asPath) => {
    const simulation = chain(asns, aToB, 'allowAsIn: 5', 'out: MIXED');
    expect(paths(simulation, 'b')).toMatchObject([{ asPath }]);
  });
});

/** x announces two longer prefixes to a, which aggregates, and tells b. */
const aggregating = (aggregates: string, maps = ''): Simulation =>
  simulationOf(
    asGraph({
      asns: { x: 65000, a: 65001, b: 65002 },
      wires: [
        { a: 'x', b: 'a' },
        { a: 'a', b: 'b' },
      ],
      router: {
        x: 'static: [{ prefix: 10.50.1.0/24, via: discard }, { prefix: 10.50.2.0/24, via: discard }]',
        a: maps,
      },
      bgp: { x: 'networks: [10.50.1.0/24], redistribute: [static]', a: `aggregates: [${aggregates}]` },
    }),
  );

const known = (simulation: Simulation, node: string): string[] =>
  ask(simulation, `${node}> show ip bgp`, 'bgp-table').paths.map(({ prefix }) => prefix);

describe('aggregates', () => {
  test('are announced beside what is in them, with the worst origin and no path', () => {
    const simulation = aggregating(P);
    expect(known(simulation, 'b')).toEqual([P, '10.50.1.0/24', '10.50.2.0/24']);
    expect(paths(simulation, 'b')).toMatchObject([{ asPath: [65001], origin: '?' }]);
    expect(routeOf(simulation, 'a', P)).toMatchObject({
      source: 'aggregate',
      distance: 200,
      nextHops: [{ action: 'discard' }],
    });
  });

  test('with summary-only in its place, which is shown', () => {
    const simulation = aggregating(`{ prefix: ${P}, summaryOnly: true }`);
    expect(known(simulation, 'b')).toEqual([P]);
    expect(known(simulation, 'x')).toEqual([P, '10.50.1.0/24', '10.50.2.0/24']);
    const suppressed = ask(simulation, 'a> show ip bgp', 'bgp-table').paths.filter((path) => path.suppressed);
    expect(suppressed.map(({ prefix }) => prefix)).toEqual(['10.50.1.0/24', '10.50.2.0/24']);
  });

  test('only while there is something in them', () => {
    expect(known(aggregating('10.60.0.0/16, 10.50.1.0/24'), 'b')).toEqual(['10.50.1.0/24', '10.50.2.0/24']);
  });

  test('of several lengths, each of the longer routes of others', () => {
    const simulation = aggregating(`{ prefix: 10.48.0.0/12, summaryOnly: true }, ${P}`);
    // The aggregate within the other is not hidden by it.
    expect(known(simulation, 'b')).toEqual(['10.48.0.0/12', P]);
  });

  test('through a route map', () => {
    const maps = 'routeMaps: { AGG: [{ set: { communities: 65001:77, med: 12 } }] }';
    expect(paths(aggregating(`{ prefix: ${P}, routeMap: AGG }`, maps), 'b')).toMatchObject([
      { communities: ['65001:77'], metric: 12 },
    ]);
  });
});

const telling = (aToB: string, a = ''): Simulation =>
  simulationOf(
    asGraph({
      asns: { a: 65001, b: 65002, c: 65003 },
      wires: [
        { a: 'a', b: 'b', atA: aToB },
        { a: 'b', b: 'c' },
      ],
      router: { a },
      ...(a === '' ? {} : { bgp: { a: 'networks: [0.0.0.0/0]' } }),
    }),
  );

describe('a default route that a router tells without having it', () => {
  const DEFAULT = '0.0.0.0/0';

  test('is heard by that neighbour, and goes on from there', () => {
    const simulation = telling('defaultOriginate: true');
    expect(paths(simulation, 'a', DEFAULT)).toEqual([]);
    expect(paths(simulation, 'b', DEFAULT)).toMatchObject([
      { asPath: [65001], learnedFrom: 'a', origin: 'i' },
    ]);
    expect(paths(simulation, 'c', DEFAULT)).toMatchObject([{ asPath: [65002, 65001] }]);
    expect(paths(telling(''), 'b', DEFAULT)).toEqual([]);
  });

  test('comes in place of one that it has, and past the policies', () => {
    const own = `static: [{ prefix: 0.0.0.0/0, via: discard }]\n    routeMaps: { OUT: [{ set: { med: 50 } }] }`;
    expect(paths(telling('out: OUT', own), 'b', DEFAULT)).toMatchObject([{ metric: 50 }]);
    expect(paths(telling('out: OUT, defaultOriginate: true', own), 'b', DEFAULT)).toMatchObject([
      { metric: 0 },
    ]);
  });
});

/** c hears P from a1 and a2; both say their own path behind them. */
const fork = (asns: Options['asns'], c: string): Simulation =>
  simulationOf(
    asGraph({
      asns,
      wires: [
        { a: 'x', b: 'a1' },
        { a: 'x', b: 'a2' },
        { a: 'a1', b: 'c' },
        { a: 'a2', b: 'c' },
      ],
      router: { x: ORIGIN.static },
      bgp: { x: ORIGIN.network, c },
    }),
  );

describe('several equal paths', () => {
  const one = { x: 65000, a1: 65001, a2: 65001, c: 65003 };
  const two = { x: 65000, a1: 65001, a2: 65002, c: 65003 };

  test.each([
    ['one AS', one, 'maximumPaths: 1', 1],
    ['one AS', one, 'maximumPaths: 2', 2],
    ['one AS, internal paths alone being allowed', one, 'maximumPathsIbgp: 2', 1],
    ['two ASes', two, 'maximumPaths: 2', 1],
    ['two ASes', two, 'maximumPaths: 2, multipathRelax: true', 2],
  ])('from %s with %o, %s: %i', (_, asns, c, count) => {
    expect(routeOf(fork(asns, c), 'c', P)?.nextHops).toHaveLength(count);
  });
});

/** c hears P from a1 (router id lower, MED 20) and a2 (MED 10), in different ASes. */
const medians = (c: string): string | null | undefined => {
  const simulation = simulationOf(
    asGraph({
      asns: { x: 65000, a1: 65001, a2: 65002, c: 65003 },
      wires: [
        { a: 'x', b: 'a1' },
        { a: 'x', b: 'a2' },
        { a: 'a1', b: 'c', atB: 'in: { med: 20 }' },
        { a: 'a2', b: 'c', atB: 'in: { med: 10 }' },
      ],
      router: { x: ORIGIN.static },
      bgp: { x: ORIGIN.network, c },
    }),
  );
  return paths(simulation, 'c')[0]?.learnedFrom;
};

describe('MED', () => {
  test('of different ASes is compared only where that is asked for', () => {
    expect(medians('')).toBe('a1');
    expect(medians('alwaysCompareMed: true')).toBe('a2');
  });
});

// r2 puts 10.1.0.0/16 into OSPF with a metric that becomes the MED in BGP.
const both = (
  metric: number,
  aggregates: string,
  own = 'networks: [10.1.1.0/24], redistribute: [ospf]',
): Simulation =>
  simulationOf(`
routers:
  r1:
    interfaces: { e0: 10.0.12.1/30, lan: { address: 10.1.1.1/24, lan: l } }
    ospf: { interfaces: [e0] }
    bgp: { asn: 65001, ${own}, aggregates: ${aggregates} }
  r2:
    interfaces: { e0: 10.0.12.2/30 }
    static: [{ prefix: 10.1.0.0/16, via: discard }]
    ospf: { redistribute: [{ from: static, metric: ${metric} }] }
lans: { l: {} }
links: { w: { ends: [r1:e0, r2:e0] } }
`);

const found = (...network: Parameters<typeof both>): readonly BgpPathView[] =>
  paths(both(...network), 'r1', '10.1.0.0/16');

describe('an aggregate beside a redistributed route of its prefix', () => {
  test('wins by its origin, or by its MED', () => {
    const aggregate = '[{ prefix: 10.1.0.0/16 }]';
    expect(found(30, '[]')).toMatchObject([{ metric: 30, origin: '?' }]);
    expect(found(0, aggregate)).toMatchObject([{ metric: 0, origin: 'i' }]);
    expect(found(30, aggregate, 'redistribute: [ospf, connected]')).toMatchObject([
      { metric: 0, origin: '?' },
    ]);
  });
});
