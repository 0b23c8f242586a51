/** Route reflectors (RFC 4456). Results were seen in FRR, with the same networks. */
import { describe, expect, test } from 'vitest';
import type { BgpPathView } from '../../../shared/results';
import { asGraph, ORIGIN, P } from '../testing/as-graph';
import { simulationOf } from '../testing/lab';
import { ask, linesOf } from '../testing/networks';
import type { Simulation } from '../simulation';

function paths(simulation: Simulation, node: string): readonly BgpPathView[] {
  return ask(simulation, `${node}> show ip bgp ${P}`, 'bgp-table').paths;
}

const CLIENT = 'routeReflectorClient: true';

/** b stands between a, which brings P in, and c: all in one AS with OSPF. */
function line(toA: string, toC: string, b = ''): Simulation {
  return simulationOf(
    asGraph({
      asns: { a: 65001, b: 65001, c: 65001 },
      wires: [
        { a: 'a', b: 'b', atB: toA },
        { a: 'b', b: 'c', atA: toC },
      ],
      router: { a: `ospf: {}\n    ${ORIGIN.static}`, b: 'ospf: {}', c: 'ospf: {}' },
      bgp: { a: ORIGIN.network, b },
    }),
  );
}

describe('what is heard inside the AS is told inside it', () => {
  test.each([
    ['to nobody, without clients', '', '', 0],
    ['to all, if it comes from a client', CLIENT, '', 1],
    ['to clients, if it comes from another', '', CLIENT, 1],
    ['from client to client', CLIENT, CLIENT, 1],
  ])('%s', (_, toA, toC, count) => {
    expect(paths(line(toA, toC), 'c')).toHaveLength(count);
  });
});

test('a reflected route names its originator and the clusters it passed, and keeps its next hop', () => {
  const [path] = paths(line(CLIENT, '', 'clusterId: 9.9.9.9'), 'c');
  expect(path).toMatchObject({
    originator: '1.0.0.1',
    clusterList: ['9.9.9.9'],
    nextHop: '10.0.0.1',
    learnedFrom: 'b',
    internal: true,
  });
  const shown = linesOf(line(CLIENT, ''), `c> show ip bgp ${P}`);
  expect(shown.map((each) => each.trim())).toContain('Originator: 1.0.0.1, Cluster list: 1.0.0.2');
});

test.each([
  ['nextHopSelf: true', '10.0.0.1'],
  ['nextHopSelf: force', '10.0.1.1'],
])('a reflector with %s tells the next hop %s', (how, nextHop) => {
  expect(paths(line(CLIENT, how), 'c')).toMatchObject([{ nextHop }]);
});

const text = (map: string): string =>
  asGraph({
    asns: { a: 65001, b: 65001, c: 65001 },
    wires: [
      { a: 'a', b: 'b', atB: CLIENT },
      { a: 'b', b: 'c', atA: 'out: OUT' },
    ],
    router: {
      a: `ospf: {}\n    ${ORIGIN.static}`,
      b: `ospf: {}\n    routeMaps: { OUT: [${map}] }`,
      c: 'ospf: {}',
    },
    bgp: { a: ORIGIN.network },
  });

test('policies toward a neighbour filter what is reflected, but do not change it', () => {
  const changed = simulationOf(
    text('{ set: { localPreference: 300, med: 7, prepend: 2, communities: 65001:1 } }'),
  );
  expect(paths(changed, 'c')).toMatchObject([
    { localPreference: 100, metric: 0, asPath: [], communities: [], clusterList: ['1.0.0.2'] },
  ]);
  expect(paths(simulationOf(text(`{ action: deny, match: { prefix: ${P} } }, permit`)), 'c')).toEqual([]);
});

/** Two reflectors beside each other, both with the client a; `b` and `c` are said of them. */
function pair(b: string, c: string): Simulation {
  return simulationOf(
    asGraph({
      asns: { a: 65001, b: 65001, c: 65001 },
      wires: [
        { a: 'a', b: 'b', atB: CLIENT },
        { a: 'a', b: 'c', atB: CLIENT },
        { a: 'b', b: 'c' },
      ],
      router: { a: `ospf: {}\n    ${ORIGIN.static}`, b: 'ospf: {}', c: 'ospf: {}' },
      bgp: { a: ORIGIN.network, b, c },
    }),
  );
}

describe('loops between reflectors', () => {
  test('a reflector takes what passed no cluster of its own', () => {
    expect(paths(pair('', ''), 'b')).toMatchObject([
      { learnedFrom: 'a', clusterList: [] },
      { learnedFrom: 'c', clusterList: ['1.0.0.3'] },
    ]);
  });

  test('and refuses what passed its own cluster', () => {
    expect(paths(pair('clusterId: 9.9.9.9', 'clusterId: 9.9.9.9'), 'b')).toMatchObject([
      { learnedFrom: 'a' },
    ]);
  });

  test('nobody takes back what it originated', () => {
    expect(paths(pair('', ''), 'a')).toMatchObject([{ learnedFrom: null }]);
  });
});

test('outside the AS nothing of clusters is told', () => {
  const simulation = simulationOf(
    asGraph({
      asns: { a: 65001, b: 65001, c: 65001, o: 65009 },
      wires: [
        { a: 'a', b: 'b', atB: CLIENT },
        { a: 'b', b: 'c' },
        { a: 'c', b: 'o' },
      ],
      router: { a: `ospf: {}\n    ${ORIGIN.static}`, b: 'ospf: {}', c: 'ospf: {}' },
      bgp: { a: ORIGIN.network },
    }),
  );
  expect(paths(simulation, 'o')).toMatchObject([{ clusterList: [], originator: null, asPath: [65001] }]);
});
