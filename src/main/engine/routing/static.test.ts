import { describe, expect, test } from 'vitest';
import { documentOf, edited, hopsOf, nextNodes, routeOf, routesOf, simulationOf } from '../testing/lab';

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
    expect(routesOf(simulation, 'r1').map((route) => route.source)).not.toContain('static');
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
