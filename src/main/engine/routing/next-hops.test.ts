/** Where routes that are passed on lead: third parties, forwarding addresses, next hops behind next hops. */
import { describe, expect, test } from 'vitest';
import { nextNodes, routeOf, simulationOf } from '../testing/lab';

const onLan = (asn: number, last: number, neighbors: object, more: object = {}): object => ({
  interfaces: { lan: { address: `10.0.0.${last}/24`, lan: 'ix' } },
  bgp: { asn, neighbors, ...more },
});

const inside = (nextHopSelf: boolean): string =>
  JSON.stringify({
    routers: {
      edge: {
        interfaces: { in: '10.0.0.1/30', out: '10.9.0.1/30' },
        static: [{ prefix: '192.0.2.0/24', via: '10.9.0.2' }],
        bgp: {
          asn: 65001,
          redistribute: ['static', 'connected'],
          neighbors: { '10.0.0.2': { asn: 65001, nextHopSelf } },
        },
      },
      core: {
        interfaces: { in: '10.0.0.2/30' },
        bgp: { asn: 65001, neighbors: { '10.0.0.1': { asn: 65001 } } },
      },
    },
    links: { link: { ends: ['edge:in', 'core:in'] } },
  });

describe('BGP next hops', () => {
  test('stay with a third party on a shared LAN (RFC 4271 section 5.1.3)', () => {
    const simulation = simulationOf(
      JSON.stringify({
        lans: { ix: {} },
        routers: {
          origin: {
            ...onLan(65001, 1, { '10.0.0.2': { asn: 65002 } }, { networks: ['192.0.2.0/24'] }),
            static: [{ prefix: '192.0.2.0/24', via: 'discard' }],
          },
          server: onLan(65002, 2, { '10.0.0.1': { asn: 65001 }, '10.0.0.3': { asn: 65003 } }),
          client: onLan(65003, 3, { '10.0.0.2': { asn: 65002 } }),
        },
      }),
    );
    expect(nextNodes(simulation, 'client', '192.0.2.0/24')).toEqual(['origin']);
    expect(routeOf(simulation, 'client', '192.0.2.0/24')?.asPath).toEqual([65002, 65001]);
  });

  test('of own routes are the router behind which they lie, reached by another route of BGP', () => {
    const simulation = simulationOf(inside(false));
    expect(routeOf(simulation, 'core', '192.0.2.0/24')).toMatchObject({
      source: 'ibgp',
      nextHops: [{ address: '10.0.0.1' }],
    });
    const core = simulation.plane.network.nodeByName.get('core') ?? -1;
    const paths = simulation.plane.control.bgpPaths(core);
    expect(paths.map(({ best }) => best?.nextHop)).toContain(0x0a090002);
  });

  test('are the sender itself with next-hop-self', () => {
    const simulation = simulationOf(inside(true));
    const core = simulation.plane.network.nodeByName.get('core') ?? -1;
    const hops = simulation.plane.control.bgpPaths(core).map(({ best }) => best?.nextHop);
    expect(new Set(hops)).toEqual(new Set([0x0a000001]));
  });

  test('that are an address of the receiver are not taken', () => {
    const simulation = simulationOf(`
routers:
  a:
    interfaces: { eth0: 10.0.0.1/30 }
    static: [{ prefix: 192.0.2.0/24, via: 10.0.0.2 }]
    bgp: { asn: 65001, redistribute: [static], neighbors: { 10.0.0.2: { asn: 65002 } } }
  b:
    interfaces: { eth0: 10.0.0.2/30 }
    bgp: { asn: 65002, neighbors: { 10.0.0.1: { asn: 65001 } } }
links: { a-b: { ends: [a:eth0, b:eth0] } }
`);
    expect(routeOf(simulation, 'b', '192.0.2.0/24')).toBeUndefined();
  });
});

test('a static route may lean on a route of BGP, but not on a default route', () => {
  const simulation = simulationOf(`
routers:
  a:
    interfaces: { eth0: 10.0.0.1/30 }
    static:
      - { prefix: 192.0.2.0/24, via: 10.255.0.2 }
      - { prefix: 198.51.100.0/24, via: 10.254.0.2 }
      - { prefix: 0.0.0.0/0, via: 10.0.0.2 }
    bgp: { asn: 65001, neighbors: { 10.0.0.2: { asn: 65002 } } }
  b:
    interfaces: { eth0: 10.0.0.2/30, lo: 10.255.0.2/32 }
    bgp: { asn: 65002, networks: [10.255.0.2/32], neighbors: { 10.0.0.1: { asn: 65001 } } }
links: { a-b: { ends: [a:eth0, b:eth0] } }
`);
  expect(nextNodes(simulation, 'a', '192.0.2.0/24')).toEqual(['b']);
  expect(routeOf(simulation, 'a', '198.51.100.0/24')).toBeUndefined();
});

test('a next hop is looked up in what the router uses: a route of eBGP instead of the same of OSPF', () => {
  // r3 hears 10.9.0.0/16 from r2, with x beside r2 as next hop; it reaches x's subnet by r2 (OSPF) or y (eBGP).
  const simulation = simulationOf(`
routers:
  r2:
    interfaces: { lo: 10.255.0.2/32, core: 10.0.23.2/30, out: { address: 10.0.1.2/30, ospfPassive: true } }
    ospf: {}
    bgp: { asn: 65003, neighbors: { 10.255.0.3: { asn: 65003 }, 10.0.1.1: { asn: 65002 } } }
  r3:
    interfaces: { lo: 10.255.0.3/32, core: 10.0.23.1/30, out: 10.0.3.2/30 }
    ospf: { interfaces: [lo, core] }
    bgp: { asn: 65003, neighbors: { 10.255.0.2: { asn: 65003 }, 10.0.3.1: { asn: 65004 } } }
  x:
    interfaces: { e0: 10.0.1.1/30 }
    static: [{ prefix: 10.9.0.0/16, via: discard }]
    bgp: { asn: 65002, networks: [10.9.0.0/16], neighbors: { 10.0.1.2: { asn: 65003 } } }
  y:
    interfaces: { e0: 10.0.3.1/30 }
    static: [{ prefix: 10.0.1.0/30, via: discard }]
    bgp: { asn: 65004, networks: [10.0.1.0/30], neighbors: { 10.0.3.2: { asn: 65003 } } }
links: { inside: { ends: [r2:core, r3:core] }, to-x: { ends: [r2:out, x:e0] }, to-y: { ends: [r3:out, y:e0] } }
`);
  expect(routeOf(simulation, 'r3', '10.0.1.0/30')?.source).toBe('ebgp');
  expect(nextNodes(simulation, 'r3', '10.9.0.0/16')).toEqual(['y']);
});

test('a static route with distance 255 is never used', () => {
  const simulation = simulationOf(
    'routers: { a: { static: [{ prefix: 192.0.2.0/24, via: discard, distance: 255 }] } }',
  );
  expect(routeOf(simulation, 'a', '192.0.2.0/24')).toBeUndefined();
});

describe('OSPF forwarding addresses (RFC 2328 sections 2.3 and 16.4)', () => {
  const simulation = simulationOf(`
routers:
  boundary:
    interfaces: { lan: { address: 10.0.0.1/24, lan: office }, up: 10.1.0.1/30 }
    static: [{ prefix: 192.0.2.0/24, via: 10.0.0.9 }]
    ospf: { redistribute: [{ from: static, metric: 20, type: 1 }] }
  beside:
    interfaces: { lan: { address: 10.0.0.2/24, lan: office } }
    ospf: {}
  behind:
    interfaces: { up: 10.1.0.2/30 }
    ospf: {}
  gateway:
    interfaces: { lan: { address: 10.0.0.9/24, lan: office } }
    ospf: {}
lans: { office: {} }
links: { up: { ends: [boundary:up, behind:up] } }
`);

  test('lead straight to the gateway on the LAN', () => {
    expect(nextNodes(simulation, 'beside', '192.0.2.0/24')).toEqual(['gateway']);
  });

  test('count the way to the gateway', () => {
    expect(nextNodes(simulation, 'behind', '192.0.2.0/24')).toEqual(['boundary']);
    expect(routeOf(simulation, 'behind', '192.0.2.0/24')?.metric).toBe(10 + 10 + 20);
  });

  test('are of no use to the gateway itself', () => {
    expect(routeOf(simulation, 'gateway', '192.0.2.0/24')).toBeUndefined();
  });

  test('are of no use to the gateway even where a way round to its own subnet is shorter', () => {
    const around = simulationOf(`
routers:
  boundary:
    interfaces: { direct: 10.0.0.1/30, other: 10.0.1.1/30 }
    static: [{ prefix: 192.0.2.0/24, via: 10.0.0.2 }]
    ospf: { redistribute: [{ from: static, metric: 20, type: 1 }] }
  gateway:
    interfaces: { direct: { address: 10.0.0.2/30, ospfCost: 100 }, other: 10.0.1.2/30 }
    ospf: {}
links:
  direct: { ends: [boundary:direct, gateway:direct] }
  other: { ends: [boundary:other, gateway:other] }
`);
    expect(routeOf(around, 'gateway', '192.0.2.0/24')).toBeUndefined();
  });
});
