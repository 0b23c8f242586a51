/** Whether BGP rests, asked of the lab, of disputes between policies, and of redistribution that is in two minds. */
import { expect, test } from 'vitest';
import { parseAddress } from '../address';
import { simulate } from '../simulation';
import { chosenRoutes } from '../stability/outcomes';
import { documentOf, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf, twoCustomers } from '../testing/networks';

test('the Azure lab and a provider with two customers rest in one way', () => {
  const lab = ask(simulationOf(azureLab()), 'hub-vm> check stability', 'stability');
  expect(lab).toMatchObject({ findings: [], notes: [] });
  expect(lab.prefixes).toBeGreaterThan(0);
  expect(linesOf(simulationOf(twoCustomers()), 'alice> check stability')).toEqual([
    'check stability: 3 prefixes in BGP, each comes to rest in one way.',
  ]);
});

/** Both a and b prefer the way through the other to that over their own link with d. */
const DISAGREE = `
routers:
  d:
    interfaces: { a: 10.0.1.1/30, b: 10.0.2.1/30 }
    static: [{ prefix: 10.50.0.0/16, via: discard }]
    bgp: { asn: 65000, networks: [10.50.0.0/16], neighbors: { 10.0.1.2: { asn: 65001 }, 10.0.2.2: { asn: 65002 } } }
  a:
    interfaces: { d: 10.0.1.2/30, b: 10.0.3.1/30 }
    bgp: { asn: 65001, neighbors: { 10.0.1.1: { asn: 65000 }, 10.0.3.2: { asn: 65002, in: { localPreference: 200 } } } }
  b:
    interfaces: { d: 10.0.2.2/30, a: 10.0.3.2/30 }
    bgp: { asn: 65002, neighbors: { 10.0.2.1: { asn: 65000 }, 10.0.3.1: { asn: 65001, in: { localPreference: 200 } } } }
links:
  ad: { ends: [a:d, d:a] }
  bd: { ends: [b:d, d:b] }
  ab: { ends: [a:b, b:a] }
`;

test('policies that prefer each other are shown with both outcomes, the one in use first', () => {
  const simulation = simulationOf(DISAGREE);
  const { findings } = ask(simulation, 'd> check stability', 'stability');
  expect(findings).toMatchObject([
    {
      prefix: '10.50.0.0/16',
      by: 'policies',
      nodes: ['a', 'b'],
      proven: true,
      outcomes: [
        [
          { node: 'a', from: 'd', asPath: [65000], localPreference: 100 },
          { node: 'b', from: 'a', asPath: [65001, 65000], localPreference: 200 },
        ],
        [
          { node: 'a', from: 'b', asPath: [65002, 65000], localPreference: 200 },
          { node: 'b', from: 'd', asPath: [65000], localPreference: 100 },
        ],
      ],
    },
  ]);
  expect(linesOf(simulation, 'd> check stability')).toEqual([
    'check stability: 1 prefix in BGP, 1 does not come to rest in just one way.',
    '- 10.50.0.0/16 has 2 stable outcomes at a, b: policies prefer ways through each other, and who was first decides.',
    "    1. a takes d's (path 65000, local preference 100); b takes a's (path 65001 65000, local preference 200)",
    "    2. a takes b's (path 65002 65000, local preference 200); b takes d's (path 65000, local preference 100)",
  ]);
});

test('a default route that is told without being had comes to the outcome asked for, too', () => {
  const told = DISAGREE.replaceAll(/(10\.0\.[12]\.2: \{ asn: 6500[12])/g, '$1, defaultOriginate: true');
  const { topology } = documentOf(told);
  const bothWays = [
    { a: '10.0.1.1', b: '10.0.3.1' },
    { a: '10.0.3.2', b: '10.0.2.1' },
  ];
  for (const wanted of bothWays) {
    // The router that tells the route has chosen none itself.
    const choices = new Map(Object.entries(wanted).map(([name, from]) => [name, parseAddress(from)]));
    const { network } = simulationOf(told).plane;
    const asked = simulate(topology, 0, {
      choices: (node) => choices.get(network.nodes[node]?.name ?? '') ?? undefined,
    });
    if (!asked.ok) throw new Error('the network has to rest');
    const routes = chosenRoutes(asked.value.plane.control, { address: 0, length: 0 });
    const heard = [...routes].map(([node, { fromAddress }]) => [network.nodes[node]?.name, fromAddress]);
    expect(Object.fromEntries(heard)).toEqual(Object.fromEntries(choices));
  }
});

test('a router that redistributes from OSPF what it also hears by BGP may stay with either', () => {
  const simulation = simulationOf(`
routers:
  r:
    interfaces: { inside: 10.0.1.1/30, outside: 10.0.2.1/30 }
    ospf: { interfaces: [inside] }
    bgp: { asn: 65001, redistribute: [ospf], neighbors: { 10.0.2.2: { asn: 65002 } } }
  inner:
    interfaces: { r: 10.0.1.2/30, both: 10.9.0.1/24 }
    ospf: {}
  outer:
    interfaces: { r: 10.0.2.2/30, both: 10.9.0.2/24 }
    bgp: { asn: 65002, networks: [10.9.0.0/24], neighbors: { 10.0.2.1: { asn: 65001 } } }
links: { in: { ends: [r:inside, inner:r] }, out: { ends: [r:outside, outer:r] } }
`);
  const { findings } = ask(simulation, 'r> check stability', 'stability');
  expect(findings).toMatchObject([{ prefix: '10.9.0.0/24', by: 'redistribution', nodes: ['r'] }]);
  expect(findings[0]?.outcomes.map(([route]) => route?.from)).toEqual([null, 'outer']);
});

test('what never rests is named, and all else is answered', () => {
  // b's own static route is a last resort; a tells b of it as a route of BGP, which b prefers.
  const simulation = simulationOf(`
routers:
  a:
    interfaces: { lo: 10.255.0.1/32, e0: 10.0.0.1/30 }
    ospf: {}
    bgp: { asn: 65001, redistribute: [ospf], neighbors: { 10.0.0.2: { asn: 65001, nextHopSelf: true } } }
  b:
    interfaces: { lo: 10.255.0.2/32, e0: 10.0.0.2/30 }
    static: [{ prefix: 10.60.0.0/16, via: discard, distance: 210 }]
    ospf: { redistribute: [static] }
    bgp: { asn: 65001, neighbors: { 10.0.0.1: { asn: 65001 } } }
links: { ab: { ends: [a:e0, b:e0] } }
`);
  const { findings } = ask(simulation, 'a> check stability', 'stability');
  expect(findings).toMatchObject([
    { prefix: '10.60.0.0/16', by: 'redistribution', nodes: ['a', 'b'], outcomes: [], proven: false },
  ]);
  expect(linesOf(simulation, 'a> check stability')[1]).toBe(
    '- routes to 10.60.0.0/16 come and go at a, b, and are left out there. That there is no outcome is not proven.',
  );
  expect(linesOf(simulation, 'a> ping 10.255.0.2').join('\n')).toContain('(0% loss)');
});
