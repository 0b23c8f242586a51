/** Why a route is there, and why not: route maps, communities, reflectors, aggregates and defaults named on the way. */
import { describe, expect, test } from 'vitest';
import { edited, documentOf, simulationOf } from '../testing/lab';
import { ask } from '../testing/networks';

/** x (AS 65000) tells a, which tells b (a client) and c in its own AS 65001, and d in AS 65002. */
const NETWORK = documentOf(`
routers:
  x:
    interfaces: { lo: 10.255.0.1/32, e0: 10.0.0.1/30 }
    static: [{ prefix: 10.50.1.0/24, via: discard }, { prefix: 10.51.0.0/16, via: discard }, { prefix: 10.52.0.0/16, via: discard }, { prefix: 10.53.0.0/16, via: discard }]
    routeMaps: { TAG: [{ match: { prefix: 10.51.0.0/16 }, set: { communities: no-export } }, { match: { prefix: 10.52.0.0/16 }, set: { communities: 65000:7 } }, permit] }
    bgp: { asn: 65000, redistribute: [static], neighbors: { 10.0.0.2: { asn: 65001, out: TAG } } }
  a:
    interfaces: { lo: 10.255.0.2/32, e0: 10.0.0.2/30, e1: 10.0.1.1/30, e2: 10.0.2.1/30, e3: 10.0.3.1/30 }
    ospf: { interfaces: [lo, e1, e2] }
    routeMaps: { IN: [{ match: { community: 65000:7, asPath: "^65000" }, set: { localPreference: 250, addCommunities: 65001:1 } }, permit], OUT: [{ action: deny, match: { prefix: 10.53.0.0/16 } }, { match: { community: 65001:1 }, set: { prepend: 2, med: 5 } }] }
    bgp: { asn: 65001, clusterId: 9.9.9.9, aggregates: [{ prefix: 10.50.0.0/16, summaryOnly: true }], neighbors: { 10.0.0.1: { asn: 65000, in: IN }, 10.255.0.3: { asn: 65001, nextHopSelf: true, routeReflectorClient: true }, 10.255.0.4: { asn: 65001 }, 10.0.3.2: { asn: 65002, out: OUT, defaultOriginate: true } } }
  b: { interfaces: { lo: 10.255.0.3/32, e1: 10.0.1.2/30 }, static: [{ prefix: 10.60.0.0/16, via: discard }], ospf: {}, bgp: { asn: 65001, networks: [10.60.0.0/16], neighbors: { 10.255.0.2: { asn: 65001 } } } }
  c: { interfaces: { lo: 10.255.0.4/32, e2: 10.0.2.2/30 }, ospf: {}, bgp: { asn: 65001, neighbors: { 10.255.0.2: { asn: 65001 } } } }
  d: { interfaces: { lo: 10.255.0.5/32, e3: 10.0.3.2/30 }, bgp: { asn: 65002, neighbors: { 10.0.3.1: { asn: 65001 } } } }
links:
  l0: { ends: [x:e0, a:e0] }
  l1: { ends: [a:e1, b:e1] }
  l2: { ends: [a:e2, c:e2] }
  l3: { ends: [a:e3, d:e3] }
`);
const simulation = simulationOf(NETWORK);

function chain(line: string): string[] {
  return ask(simulation, line, 'why').chain.flatMap(({ text, policies }) => [text, ...policies]);
}

describe('why', () => {
  test('names the entry of each route map, and what it set', () => {
    expect(chain('d> why 10.52.0.0/16').slice(2)).toEqual([
      'x announces it to a by eBGP: AS path 65000, communities 65000:7 65001:1.',
      'x lets it out by entry 2 of route map TAG (permit, prefix 10.52.0.0/16), which sets community 65000:7',
      'a lets it in by entry 1 of route map IN (permit, community 65000:7, AS path ^65000), which sets local preference 250, adds community 65001:1',
      'a announces it to d by eBGP: AS path 65001 65001 65001 65000, communities 65000:7 65001:1.',
      'a lets it out by entry 2 of route map OUT (permit, community 65001:1), which prepends its AS number 2 more times, sets MED 5',
    ]);
  });

  test('tells of reflectors, aggregates and defaults that are made up', () => {
    expect(chain('c> why 10.60.0.0/16').at(-1)).toBe(
      'a reflects it inside the AS and puts its cluster before the cluster list',
    );
    expect(chain('c> why 10.50.0.0/16')).toContain(
      'a brings it into BGP: it aggregates longer prefixes that it knows; the longer ones it tells nobody (summary-only).',
    );
    expect(chain('d> why 0.0.0.0/0')).toEqual([
      'a tells d a default route of its own making (default-originate) by eBGP: AS path 65001.',
    ]);
  });
});

describe('why-not', () => {
  test.each([
    ['d> why-not 10.51.0.0/16', 'no-export', /with communities no-export: it is not told to another AS/],
    [
      'd> why-not 10.53.0.0/16',
      'filtered-out',
      /its route map toward d stops it: entry 1 of route map OUT \(deny, prefix 10.53.0.0\/16\) decides/,
    ],
    ['d> why-not 10.60.0.0/16', 'filtered-out', /route map OUT has no entry that matches among its 2/],
    ['d> why-not 10.50.1.0/24', 'summary-only', /tells only its aggregate 10.50.0.0\/16/],
  ])('%s: %s', (line, reason, text) => {
    const [barrier] = ask(simulation, line, 'why-not').barriers;
    expect(barrier).toMatchObject({ reason, text: expect.stringMatching(text) });
  });

  test.each([
    ['d', '10.53.0.0/16'],
    ['d', '10.60.0.0/16'],
    ['b', '10.50.1.0/24'],
  ])('at %s the edit it proposes lets %s pass', (node, prefix) => {
    const change = ask(simulation, `${node}> why-not ${prefix}`, 'why-not').barriers[0]?.change ?? [];
    const after = simulationOf(edited(NETWORK, ...change));
    expect(ask(after, `${node}> why ${prefix}`, 'why').route?.prefix).toBe(prefix);
  });

  test('tells which router would have to be a client', () => {
    const without = edited(NETWORK, 'set a bgp neighbors 10.255.0.3 routeReflectorClient false');
    const [barrier] = ask(simulationOf(without), 'c> why-not 10.60.0.0/16', 'why-not').barriers;
    expect(barrier?.reason).toBe('ibgp-to-ibgp');
  });
});
