import { describe, expect, test } from 'vitest';
import { documentOf, edited, hopsOf, nextNodes, routeOf, routesOf, simulationOf } from '../testing/lab';
import { ask } from '../testing/networks';

/** r1 with two neighbours, each with a LAN behind; `statics` is what r1 has configured. */
function fork(statics: string): string {
  return `
routers:
  r1:
    interfaces: { eth0: { address: 10.0.0.1/24, lan: office }, eth1: 10.0.12.1/30, eth2: 10.0.13.1/30 }
    static: [${statics}]
  r2: { interfaces: { eth0: 10.0.12.2/30, eth1: { address: 10.9.0.1/24, lan: far } }, static: [{ prefix: 0.0.0.0/0, via: 10.0.12.1 }] }
  r3: { interfaces: { eth0: 10.0.13.2/30, eth1: { address: 10.9.0.2/24, lan: far } }, static: [{ prefix: 0.0.0.0/0, via: 10.0.13.1 }] }
lans: { office: {}, far: {} }
hosts: { pc: { lan: office, address: 10.0.0.10/24 }, server: { lan: far, address: 10.9.0.10/24, gateway: 10.9.0.1 } }
links:
  r1-r2: { ends: [r1:eth1, r2:eth0] }
  r1-r3: { ends: [r1:eth2, r3:eth0] }
`;
}

describe('next hops', () => {
  test('an address beside it', () => {
    const simulation = simulationOf(fork('{ prefix: 10.9.0.0/24, via: 10.0.12.2 }'));
    expect(nextNodes(simulation, 'r1', '10.9.0.0/24')).toEqual(['r2']);
    expect(hopsOf(simulation, 'pc', 'server')).toEqual(['10.0.0.1', '10.0.12.2', '10.9.0.10']);
  });

  test('an interface of a link leads to its other end', () => {
    const simulation = simulationOf(fork('{ prefix: 10.9.0.0/24, via: eth2 }'));
    expect(nextNodes(simulation, 'r1', '10.9.0.0/24')).toEqual(['r3']);
  });

  test('an interface of a LAN delivers on the LAN, however many are on it', () => {
    // 10.9.0.10 is not on the office LAN: nobody answers for it there, not even the only other member.
    const simulation = simulationOf(fork('{ prefix: 10.9.0.0/24, via: eth0 }'));
    expect(routeOf(simulation, 'r1', '10.9.0.0/24')?.nextHops).toMatchObject([{ action: 'deliver' }]);
  });

  test('an address that another static route leads to', () => {
    const recursive = '{ prefix: 10.9.0.0/24, via: 10.8.0.1 }, { prefix: 10.8.0.0/16, via: 10.0.13.2 }';
    expect(nextNodes(simulationOf(fork(recursive)), 'r1', '10.9.0.0/24')).toEqual(['r3']);
  });

  test('leans on the longest prefix, whatever the order of the statements', () => {
    const statics = [
      '{ prefix: 10.9.0.0/24, via: 10.8.7.1 }',
      '{ prefix: 10.8.7.0/24, via: 10.7.0.1 }',
      '{ prefix: 10.8.0.0/16, via: 10.0.12.2 }',
      '{ prefix: 10.7.0.0/16, via: 10.0.13.2 }',
    ];
    for (const order of [statics, statics.toReversed()])
      expect(nextNodes(simulationOf(fork(order.join(', '))), 'r1', '10.9.0.0/24')).toEqual(['r3']);
  });

  test('takes all equal ways to the address it leans on', () => {
    const statics =
      '{ prefix: 10.9.0.0/24, via: 10.8.0.1 }, { prefix: 10.8.0.0/16, via: 10.0.12.2 }, { prefix: 10.8.0.0/16, via: 10.0.13.2 }';
    expect(nextNodes(simulationOf(fork(statics)), 'r1', '10.9.0.0/24')).toEqual(['r2', 'r3']);
  });

  test('does not lean on itself', () => {
    expect(routeOf(simulationOf(fork('{ prefix: 10.8.0.0/16, via: 10.8.0.1 }')), 'r1', '10.8.0.0/16')).toBe(
      undefined,
    );
  });

  test('two that lean on each other both stay out', () => {
    const simulation = simulationOf(
      fork('{ prefix: 10.7.0.0/16, via: 10.8.0.1 }, { prefix: 10.8.0.0/16, via: 10.7.0.1 }'),
    );
    const statics = routesOf(simulation, 'r1').filter(({ source }) => source === 'static');
    expect(statics.map(({ active, why }) => [active, why])).toEqual([
      [false, 'not active: the next hop 10.8.0.1 is not reachable'],
      [false, 'not active: the next hop 10.7.0.1 is not reachable'],
    ]);
  });

  test('discard drops in silence, also where TTL would run out', () => {
    const simulation = simulationOf(fork('{ prefix: 10.9.0.0/24, via: discard }'));
    expect(hopsOf(simulation, 'pc', '-h 2 server')).toEqual(['*', '*']);
  });
});

describe('distance', () => {
  const floating =
    '{ prefix: 10.9.0.0/24, via: 10.0.12.2 }, { prefix: 10.9.0.0/24, via: 10.0.13.2, distance: 5 }';

  test('the lower one wins, the other is listed with the reason', () => {
    const simulation = simulationOf(fork(floating));
    expect(nextNodes(simulation, 'r1', '10.9.0.0/24')).toEqual(['r2']);
    const lost = routesOf(simulation, 'r1').filter((route) => !route.active && route.source === 'static');
    expect(lost).toMatchObject([{ distance: 5, why: expect.stringContaining('administrative distance') }]);
  });

  test.each(['shutdown r1-r2', 'shutdown r1:eth1', 'shutdown r2'])(
    'the other takes over after %s',
    (line) => {
      const simulation = simulationOf(edited(documentOf(fork(floating)), line));
      expect(nextNodes(simulation, 'r1', '10.9.0.0/24')).toEqual(['r3']);
    },
  );

  test('equal ones share the load, each next hop once', () => {
    const twice =
      '{ prefix: 10.9.0.0/24, via: 10.0.12.2 }, { prefix: 10.9.0.0/24, via: eth1 }, { prefix: 10.9.0.0/24, via: 10.0.13.2 }';
    expect(nextNodes(simulationOf(fork(twice)), 'r1', '10.9.0.0/24')).toEqual(['r2', 'r3']);
  });
});

test('loops made by static routes are walked to the end: alternating hops, then TTL expired', () => {
  const simulation = simulationOf(fork('{ prefix: 10.5.0.0/16, via: 10.0.12.2 }'));
  expect(hopsOf(simulation, 'pc', '-h 5 10.5.0.1')).toEqual([
    '10.0.0.1',
    '10.0.12.2',
    '10.0.12.1',
    '10.0.12.2',
    '10.0.12.1',
  ]);
  const hops = hopsOf(simulation, 'pc', '-h 255 10.5.0.1');
  expect(hops).toHaveLength(255);
  expect(hops).not.toContain('*');
});

/** Beyond r2 and r3 lies 10.9.0.0/24, found by OSPF; 203.0.113.0/24 is tracked by an address in it. */
function tracked(more = ''): string {
  return fork(
    `{ prefix: 203.0.113.0/24, via: 10.0.12.2, track: 10.9.0.10 }, { prefix: 203.0.113.0/24, via: 10.0.13.2, distance: 200 }${more}`,
  )
    .replaceAll('static: [{ prefix: 0.0.0.0/0, via: 10.0.12.1 }]', 'ospf: { interfaces: [eth0, eth1] }')
    .replace('    static:', '    ospf: { interfaces: [eth1] }\n    static:');
}

describe('tracking', () => {
  const document = documentOf(tracked());
  const X = '203.0.113.0/24';

  test('a route stands while there is another route to the address it tracks', () => {
    expect(nextNodes(simulationOf(document), 'r1', X)).toEqual(['r2']);
  });

  test('and gives way to a floating one when that is lost', () => {
    const lost = simulationOf(edited(document, 'shutdown r2:eth1'));
    expect(nextNodes(lost, 'r1', X)).toEqual(['r3']);
    const idle = routesOf(lost, 'r1').find((route) => !route.active && route.prefix === X);
    expect(idle).toMatchObject({
      distance: 1,
      why: 'not active: the tracked address 10.9.0.10 is not reachable',
    });
  });

  test('a default route is no way to a tracked address', () => {
    const byDefault = edited(
      documentOf(tracked(', { prefix: 0.0.0.0/0, via: 10.0.13.2 }')),
      'shutdown r2:eth1',
    );
    expect(nextNodes(simulationOf(byDefault), 'r1', X)).toEqual(['r3']);
    const hostRoute = edited(
      documentOf(tracked(', { prefix: 10.9.0.10/32, via: 10.0.13.2 }')),
      'shutdown r2:eth1',
    );
    expect(nextNodes(simulationOf(hostRoute), 'r1', X)).toEqual(['r2']);
  });

  test('a route does not vouch for itself', () => {
    const own = fork('{ prefix: 10.9.0.0/24, via: 10.0.12.2, track: 10.9.0.10 }');
    expect(routeOf(simulationOf(own), 'r1', '10.9.0.0/24')).toBeUndefined();
  });

  test('an address beside the router counts while somebody has it and is up', () => {
    const beside = documentOf(fork('{ prefix: 10.9.0.0/24, via: 10.0.12.2, track: 10.0.0.10 }'));
    expect(nextNodes(simulationOf(beside), 'r1', '10.9.0.0/24')).toEqual(['r2']);
    const down = simulationOf(edited(beside, 'shutdown pc'));
    expect(routeOf(down, 'r1', '10.9.0.0/24')).toBeUndefined();
  });
});

describe('what is not active', () => {
  test('is shown with its reason', () => {
    const document = documentOf(
      fork(
        '{ prefix: 10.9.0.0/24, via: eth1 }, { prefix: 10.9.1.0/24, via: 10.0.12.2 }, { prefix: 10.9.2.0/24, via: discard, distance: 255 }',
      ),
    );
    const lost = routesOf(simulationOf(edited(document, 'shutdown r1:eth1')), 'r1').filter(
      ({ active }) => !active,
    );
    expect(lost.map(({ prefix, why }) => `${prefix} ${why}`)).toEqual([
      '10.9.0.0/24 not active: interface eth1 is down',
      '10.9.1.0/24 not active: the next hop 10.0.12.2 is not reachable',
      '10.9.2.0/24 not active: distance 255 is never used',
    ]);
  });

  test('stands among the candidates of why, beside the wider route that is used', () => {
    const document = documentOf(
      fork('{ prefix: 10.9.0.0/24, via: 10.0.12.2 }, { prefix: 10.0.0.0/8, via: 10.0.13.2 }'),
    );
    const cut = simulationOf(edited(document, 'shutdown r1-r2'));
    // 10.0.12.2 is then reached by 10.0.0.0/8: next hops are looked up in what is left.
    expect(nextNodes(cut, 'r1', '10.9.0.0/24')).toEqual(['r3']);
    const both = simulationOf(edited(document, 'shutdown r1-r2', 'shutdown r1-r3'));
    const result = ask(both, 'r1> why 10.9.0.10', 'why');
    expect(result.candidates.map(({ status, reason }) => [status, reason])).toEqual([
      ['lost', 'not active: the next hop 10.0.12.2 is not reachable'],
      ['lost', 'not active: the next hop 10.0.13.2 is not reachable'],
    ]);
  });
});
