import { describe, expect, test } from 'vitest';
import { expectProblems, topologyOf } from '../../../../../test/support/topology-text';
import { documentOf, edited } from '../../testing/lab';

/** Router r with more properties; its neighbor 10.0.0.2 is x in AS 65002, with what is said of it. */
function router(more: string, neighbor = ''): string {
  return `routers:
  r:
    interfaces: { e: 10.0.0.1/30 }
    ${more}
    bgp: { asn: 65001, neighbors: { 10.0.0.2: { asn: 65002, ${neighbor} } } }
  x: { interfaces: { e: 10.0.0.2/30 }, bgp: { asn: 65002 } }
links: { w: { ends: [r:e, x:e] } }
`;
}

const MAPS = 'routeMaps: { CUSTOMERS: [permit], PEERS: [deny] }';

describe('route maps', () => {
  test('are read whole, what is not said being left alone', () => {
    const text = router(
      `routeMaps:
      FROM-X:
        - action: deny
          match: { prefix: 10.9.0.0/16 le 24 }
        - match: { community: 65002:7, asPath: "^65002_" }
          set: { localPreference: 200, prepend: [65001, 65009], addCommunities: [no-export, 65001:1] }
        - permit`,
      'in: FROM-X',
    );
    const { routeMaps, bgp } = topologyOf(text).routers['r'] ?? {};
    expect(bgp?.neighbors[0]?.in).toMatchObject({ routeMap: 'FROM-X', prefixList: null });
    expect(routeMaps?.['FROM-X']).toMatchObject([
      { action: 'deny', match: { prefixList: [{ action: 'permit', le: 24 }], community: [], asPath: null } },
      {
        action: 'permit',
        match: { prefixList: null, community: [65002 * 65536 + 7], asPath: '^65002_' },
        set: {
          localPreference: 200,
          med: null,
          prepend: [65001, 65009],
          communities: null,
          addCommunities: [0xffffff01, 65001 * 65536 + 1],
        },
      },
      { action: 'permit', match: { prefixList: null }, set: { prepend: 0, communities: null } },
    ]);
  });

  test('that are named exist', () => {
    expectProblems(
      router(MAPS, 'in: §COSTUMERS'),
      '"r" has no route map "COSTUMERS" (did you mean "CUSTOMERS"?)',
    );
    expectProblems(
      router('', 'out: { routeMap: §NONE }'),
      /no route map "NONE" \(write it under routeMaps of r\)/,
    );
    expectProblems(
      `routers:
  r:
    interfaces: { e: 10.0.0.1/30 }
    ${MAPS}
    ospf: { redistribute: [{ from: bgp, routeMap: §A }] }
    bgp:
      asn: 65001
      networks: [{ prefix: 10.0.0.0/30, routeMap: §B }]
      redistribute: [{ from: static, routeMap: §C }]
      aggregates: [{ prefix: 10.0.0.0/8, routeMap: §D }]
`,
      /no route map "A"/,
      /no route map "B"/,
      /no route map "C"/,
      /no route map "D"/,
    );
  });

  test.each([
    [
      'match: { prefixList: [permit 10.0.0.0/8, §LOCAL] }',
      /no prefix list "LOCAL" \(did you mean "LOCALS"\?\)/,
    ],
    ['match: { §prefix: 10.0.0.0/8, prefixList: LOCALS }', /prefix and prefixList stand side by side/],
    ['match: { community: §65001 }', /65001 stands where a list is needed/],
    ['match: { community: [§65001:70000] }', /"65001:70000" is not a community/],
    ['match: { asPath: §"(65001" }', /"\(65001" is not a pattern on AS paths: a "\(" is not closed/],
    ['set: { prepend: §99 }', /99 is not what can stand before a path/],
    ['set: { §communities: [], addCommunities: [65001:1] }', /replaces all of them/],
    ['set: { §localPref: 5 }', /no property "localPref"/],
    ['action: deny, §set: { med: 5 }', /What an entry denies is not changed/],
  ])('entry { %s }', (entry, problem) => {
    expectProblems(
      router(`prefixLists: { LOCALS: [permit 10.0.0.0/8] }\n    routeMaps: { M: [{ ${entry} }] }`),
      problem,
    );
  });

  test('of a neighbor have nothing set beside them', () => {
    expectProblems(router(MAPS, 'in: { routeMap: PEERS, §med: 5 }'), /med stands beside a route map/);
  });
});

test('switches that do nothing toward a neighbor are warned of', () => {
  expectProblems(router('', '§routeReflectorClient: true'), /the neighbor is in another AS/);
});

test('what is written short of BGP is read whole', () => {
  const text = `routers:
  r:
    interfaces: { e: 10.0.0.1/30 }
    bgp:
      asn: 65001
      networks: [10.0.0.0/30]
      redistribute: [static]
      aggregates: [10.0.0.0/8]
      neighbors:
        10.0.0.2: { asn: 65002, removePrivateAs: all, allowAsIn: on, nextHopSelf: force }
        10.0.0.3: { asn: 65003, removePrivateAs: true }
`;
  const bgp = topologyOf(text).routers['r']?.bgp;
  expect(bgp).toMatchObject({
    networks: [{ prefix: { length: 30 }, routeMap: null }],
    redistribute: [{ from: 'static', routeMap: null }],
    aggregates: [{ prefix: { length: 8 }, summaryOnly: false, routeMap: null }],
    neighbors: [
      { removePrivateAs: { all: true, replace: false }, allowAsIn: 3, nextHopSelf: 'force' },
      { removePrivateAs: { all: false, replace: false }, allowAsIn: 0, nextHopSelf: false },
    ],
  });
});

test('edits reach into route maps, and announce leaves the map of another prefix alone', () => {
  const before = documentOf(router(`${MAPS}\n    static: [{ prefix: 10.8.0.0/16, via: discard }]`));
  const after = edited(
    before,
    'set r routeMaps PEERS 0 { match: { community: 65001:7 }, set: { med: 5 } }',
    'set r bgp networks [{ prefix: 10.8.0.0/16, routeMap: PEERS }]',
    'announce r 10.9.0.0/16',
    'set r bgp neighbors 10.0.0.2 in CUSTOMERS',
    'set r bgp neighbors 10.0.0.2 routeReflectorClient false',
  );
  const { routeMaps, bgp } = after.topology.routers['r'] ?? {};
  expect(routeMaps?.['PEERS']).toMatchObject([{ action: 'permit', set: { med: 5 } }]);
  expect(bgp?.networks.map(({ routeMap }) => routeMap)).toEqual(['PEERS', null]);
  expect(bgp?.neighbors[0]?.in.routeMap).toBe('CUSTOMERS');
  const back = edited(after, 'withdraw r 10.9.0.0/16', 'unset r bgp neighbors 10.0.0.2 in routeMap');
  expect(back.topology.routers['r']?.bgp?.networks).toMatchObject([{ routeMap: 'PEERS' }]);
});
