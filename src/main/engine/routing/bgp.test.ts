import { describe, expect, test } from 'vitest';
import { simulate } from '../simulation';
import { asGraph, ORIGIN, P, type Options } from '../testing/as-graph';
import { documentOf, edited, nextNodes, routeOf, routesOf, simulationOf } from '../testing/lab';

/** x originates P; a and b hear it; c hears it from a (wire 2) and b (wire 3). */
function diamond(atC: { fromA?: string; fromB?: string }, more: Partial<Options> = {}): string {
  return asGraph({
    asns: { x: 65000, a: 65001, b: 65002, c: 65003 },
    wires: [
      { a: 'x', b: 'a' },
      { a: 'x', b: 'b' },
      { a: 'a', b: 'c', atB: atC.fromA ?? '' },
      { a: 'b', b: 'c', atB: atC.fromB ?? '' },
    ],
    ...more,
    router: { x: ORIGIN.static, ...more.router },
    bgp: { x: ORIGIN.network, ...more.bgp },
  });
}

function chosen(yaml: string, node = 'c'): string[] {
  return nextNodes(simulationOf(yaml), node, P);
}

describe('policies', () => {
  test('without any the lower router id wins', () => {
    expect(chosen(diamond({}))).toEqual(['a']);
  });

  test.each([
    ['weight', { fromB: 'in: { weight: 5 }' }],
    ['local preference', { fromB: 'in: { localPreference: 150 }' }],
    ['a prefix list in', { fromA: `in: { prefixList: [deny ${P}, permit 0.0.0.0/0 le 32] }` }],
  ])('%s decides', (_, atC) => {
    expect(chosen(diamond(atC))).toEqual(['b']);
  });

  test('the loser is listed with the step that decided', () => {
    const lost = routesOf(simulationOf(diamond({ fromB: 'in: { localPreference: 150 }' })), 'c').filter(
      (route) => !route.active && route.prefix === P,
    );
    expect(lost).toMatchObject([
      { learnedFrom: 'a', why: 'lost to b by local preference (150 against 100)' },
    ]);
  });

  test('prepending makes a path longer', () => {
    const wires = [
      { a: 'x', b: 'a' },
      { a: 'x', b: 'b' },
      { a: 'a', b: 'c', atA: 'out: { prepend: 2 }' },
      { a: 'b', b: 'c' },
    ];
    const simulation = simulationOf(diamond({}, { wires }));
    expect(routeOf(simulation, 'c', P)).toMatchObject({ learnedFrom: 'b', asPath: [65002, 65000] });
    const other = routesOf(simulation, 'c').find((route) => !route.active && route.prefix === P);
    expect(other?.asPath).toEqual([65001, 65001, 65001, 65000]);
  });

  test('what is filtered out at the sender is not heard', () => {
    const wires = [
      { a: 'x', b: 'a', atA: 'out: { prefixList: [] }' },
      { a: 'x', b: 'b' },
      { a: 'a', b: 'c' },
      { a: 'b', b: 'c' },
    ];
    const simulation = simulationOf(diamond({}, { wires }));
    expect(nextNodes(simulation, 'c', P)).toEqual(['b']);
    // a hears it the long way round.
    expect(routeOf(simulation, 'a', P)?.asPath).toEqual([65003, 65002, 65000]);
  });

  test.each([
    ['permit 10.50.0.0/16', true],
    ['permit 10.0.0.0/8', false],
    ['permit 10.0.0.0/8 le 16', true],
    ['permit 10.0.0.0/8 le 15', false],
    ['permit 10.0.0.0/8 ge 16', true],
    ['permit 10.0.0.0/8 ge 17', false],
    ['permit 10.0.0.0/8 ge 12 le 20', true],
    ['permit 0.0.0.0/0 le 32', true],
    ['permit 0.0.0.0/0', false],
  ])('%s: %s', (rule, passes) => {
    const atC = { fromA: `in: { prefixList: [${rule}] }`, fromB: 'shutdown: true' };
    expect(chosen(diamond(atC))).toEqual(passes ? ['a'] : []);
  });
});

/** c has two wires to a (2 and 3); a sets MED on them. */
function twoWires(one: string, other: string, bgp = ''): string {
  return asGraph({
    asns: { x: 65000, a: 65001, c: 65003, d: 65004 },
    wires: [
      { a: 'x', b: 'a', atA: 'out: { med: 77 }' },
      { a: 'c', b: 'd' },
      { a: 'a', b: 'c', atA: one },
      { a: 'a', b: 'c', atA: other },
    ],
    router: { x: ORIGIN.static },
    bgp: { x: ORIGIN.network, c: bgp },
  });
}

describe('MED', () => {
  test('the lower one wins between sessions with one AS', () => {
    const simulation = simulationOf(twoWires('out: { med: 20 }', 'out: { med: 10 }'));
    expect(routeOf(simulation, 'c', P)?.nextHops).toMatchObject([{ address: '10.0.3.1' }]);
    expect(routeOf(simulation, 'c', P)?.metric).toBe(10);
  });

  test('is not passed on to the next AS', () => {
    const simulation = simulationOf(twoWires('', ''));
    expect(routeOf(simulation, 'a', P)?.metric).toBe(77);
    expect(routeOf(simulation, 'c', P)?.metric).toBe(0);
  });

  test('of an own prefix is its metric in the table', () => {
    const simulation = simulationOf(twoWires('', ''));
    expect(routeOf(simulation, 'd', P)?.metric).toBe(0);
  });

  test('multipath takes both wires, unless MED tells them apart', () => {
    expect(nextNodes(simulationOf(twoWires('', '', 'maximumPaths: 2')), 'c', P)).toEqual(['a', 'a']);
    const med = simulationOf(twoWires('out: { med: 20 }', 'out: { med: 10 }', 'maximumPaths: 2'));
    expect(nextNodes(med, 'c', P)).toEqual(['a']);
  });
});

describe('origination', () => {
  test('a network statement needs the prefix in the table', () => {
    const document = documentOf(diamond({}));
    expect(routeOf(simulationOf(document), 'c', P)).toBeDefined();
    const without = edited(document, 'unset x static');
    expect(routeOf(simulationOf(without), 'c', P)).toBeUndefined();
  });

  test('redistribution has the origin "incomplete", which loses to a network statement', () => {
    const yaml = diamond(
      {},
      {
        router: { a: ORIGIN.static, b: ORIGIN.static, x: '' },
        bgp: { x: '', a: 'redistribute: [static]', b: ORIGIN.network },
      },
    );
    expect(chosen(yaml)).toEqual(['b']);
    const lost = routesOf(simulationOf(yaml), 'c').find((route) => !route.active && route.prefix === P);
    expect(lost?.why).toContain('origin (IGP against incomplete)');
  });

  test('an own path is refused: no loops', () => {
    const simulation = simulationOf(diamond({}));
    expect(routesOf(simulation, 'x').flatMap((route) => route.asPath ?? [])).not.toContain(65000);
  });
});

/** r1 - r2 - r3 in a row; r1 and r3 peer by their loopbacks, over statics. */
function overloop(multihop: boolean): string {
  return `
routers:
  r1:
    interfaces: { lo: 10.255.0.1/32, e0: 10.0.0.1/30 }
    static: [{ prefix: 10.255.0.3/32, via: 10.0.0.2 }, { prefix: ${P}, via: discard }]
    bgp: { asn: 65001, networks: [${P}], neighbors: { 10.255.0.3: { asn: 65003, multihop: ${multihop} } } }
  r2:
    interfaces: { e0: 10.0.0.2/30, e1: 10.0.1.1/30, e2: 10.0.2.1/30 }
    static: [{ prefix: 10.255.0.3/32, via: 10.0.1.2 }, { prefix: 10.255.0.1/32, via: 10.0.0.1 }]
  r4: { interfaces: { e0: 10.0.1.2/30, e1: 10.0.3.1/30 }, static: [{ prefix: 10.255.0.3/32, via: 10.0.3.2 }, { prefix: 10.255.0.1/32, via: 10.0.1.1 }] }
  r3:
    interfaces: { lo: 10.255.0.3/32, e0: 10.0.3.2/30 }
    static: [{ prefix: 10.255.0.1/32, via: 10.0.3.1 }]
    bgp: { asn: 65003, neighbors: { 10.255.0.1: { asn: 65001, multihop: ${multihop} } } }
links:
  l0: { ends: [r1:e0, r2:e0] }
  l1: { ends: [r2:e1, r4:e0] }
  l2: { ends: [r4:e1, r3:e0] }
`;
}

describe('sessions', () => {
  test.each(['shutdown a:e2', 'shutdown c:e2', 'shutdown w2', 'shutdown a'])('%s takes one down', (line) => {
    expect(nextNodes(simulationOf(edited(documentOf(diamond({})), line)), 'c', P)).toEqual(['b']);
  });

  test.each(['shutdown: true', 'asn: 65009'])('%s keeps one down', (statement) => {
    const wires = [
      { a: 'x', b: 'a' },
      { a: 'x', b: 'b' },
      { a: 'a', b: 'c' },
      { a: 'b', b: 'c' },
    ];
    const yaml = diamond({}, { wires });
    const wrong = statement.startsWith('asn')
      ? yaml.replace('10.0.2.1: { asn: 65001', '10.0.2.1: { asn: 65009')
      : diamond({ fromA: statement });
    expect(chosen(wrong)).toEqual(['b']);
  });

  test('eBGP between loopbacks needs multihop', () => {
    expect(routeOf(simulationOf(overloop(true)), 'r3', P)).toMatchObject({ learnedFrom: 'r1' });
    expect(routeOf(simulationOf(overloop(false)), 'r3', P)).toBeUndefined();
  });

  test('one over several hops goes down with any link on its way', () => {
    for (const link of ['l0', 'l1', 'l2']) {
      const broken = edited(documentOf(overloop(true)), `shutdown ${link}`);
      expect(routeOf(simulationOf(broken), 'r3', P), link).toBeUndefined();
    }
  });

  test('a /30 used twice in the network does not confuse neighbours', () => {
    const yaml = `
routers:
  r1: { interfaces: { e0: 10.0.0.1/30 }, static: [{ prefix: ${P}, via: discard }], bgp: { asn: 1, networks: [${P}], neighbors: { 10.0.0.2: { asn: 2 } } } }
  r2: { interfaces: { e0: 10.0.0.2/30 }, bgp: { asn: 2, neighbors: { 10.0.0.1: { asn: 1 } } } }
  r3: { interfaces: { e0: 10.0.0.1/30 }, static: [{ prefix: 10.60.0.0/16, via: discard }], bgp: { asn: 3, networks: [10.60.0.0/16], neighbors: { 10.0.0.2: { asn: 4 } } } }
  r4: { interfaces: { e0: 10.0.0.2/30 }, bgp: { asn: 4, neighbors: { 10.0.0.1: { asn: 3 } } } }
links: { l0: { ends: [r1:e0, r2:e0] }, l1: { ends: [r3:e0, r4:e0] } }
`;
    const simulation = simulationOf(yaml);
    expect(routeOf(simulation, 'r2', P)?.learnedFrom).toBe('r1');
    expect(routeOf(simulation, 'r4', '10.60.0.0/16')?.learnedFrom).toBe('r3');
  });
});

/** x (65000) - e (eBGP); e, m, f in AS 65001 with OSPF inside, full mesh; f - y (65009). */
function inside(atE = '', mesh = true): string {
  const third = mesh ? ', 10.0.2.2: { asn: 65001 }' : '';
  return `
routers:
  x: { interfaces: { e0: 10.0.0.1/30 }, static: [{ prefix: ${P}, via: discard }], bgp: { asn: 65000, networks: [${P}], neighbors: { 10.0.0.2: { asn: 65001 } } } }
  e:
    interfaces: { e0: 10.0.0.2/30, e1: 10.0.1.1/30 }
    ospf: { interfaces: [e1] }
    bgp: { asn: 65001, neighbors: { 10.0.0.1: { asn: 65000 }, 10.0.1.2: { asn: 65001, ${atE} }${third.replace('}', `, ${atE} }`)} } }
  m:
    interfaces: { e0: 10.0.1.2/30, e1: 10.0.2.1/30 }
    ospf: {}
    bgp: { asn: 65001, neighbors: { 10.0.1.1: { asn: 65001 }, 10.0.2.2: { asn: 65001 } } }
  f:
    interfaces: { e0: 10.0.2.2/30, e1: 10.0.3.1/30 }
    ospf: { interfaces: [e0] }
    bgp: { asn: 65001, neighbors: { 10.0.2.1: { asn: 65001 }, ${mesh ? '10.0.1.1: { asn: 65001 }, ' : ''}10.0.3.2: { asn: 65009 } } }
  y: { interfaces: { e0: 10.0.3.2/30 }, bgp: { asn: 65009, neighbors: { 10.0.3.1: { asn: 65001 } } } }
links:
  l0: { ends: [x:e0, e:e0] }
  l1: { ends: [e:e1, m:e0] }
  l2: { ends: [m:e1, f:e0] }
  l3: { ends: [f:e1, y:e0] }
`;
}

describe('iBGP', () => {
  test('a next hop that the IGP does not know makes a route unusable', () => {
    expect(routeOf(simulationOf(inside()), 'f', P)).toBeUndefined();
  });

  test('next-hop-self mends that, and the AS path grows only at its edge', () => {
    const simulation = simulationOf(inside('nextHopSelf: true'));
    expect(routeOf(simulation, 'm', P)).toMatchObject({ source: 'ibgp', distance: 200, learnedFrom: 'e' });
    expect(routeOf(simulation, 'f', P)).toMatchObject({ learnedFrom: 'e', asPath: [65000] });
    expect(nextNodes(simulation, 'f', P)).toEqual(['m']);
    expect(routeOf(simulation, 'y', P)?.asPath).toEqual([65001, 65000]);
  });

  test('what is heard over iBGP is not told over iBGP', () => {
    const simulation = simulationOf(inside('nextHopSelf: true', false));
    expect(routeOf(simulation, 'm', P)).toBeDefined();
    expect(routeOf(simulation, 'f', P)).toBeUndefined();
  });

  test('local preference goes with the route', () => {
    const yaml = inside('nextHopSelf: true').replace(
      '10.0.0.1: { asn: 65000 }',
      '10.0.0.1: { asn: 65000, in: { localPreference: 222 } }',
    );
    const simulation = simulationOf(yaml);
    expect(routeOf(simulation, 'f', P)?.localPreference).toBe(222);
    expect(routeOf(simulation, 'y', P)?.localPreference).toBe(100);
  });
});

/** d originates P; each of the others prefers to reach it by the next one in the ring over its own wire. */
function ring(names: readonly string[]): string {
  const asns = Object.fromEntries([['d', 64999], ...names.map((name, index) => [name, 65001 + index])]);
  const direct = names.map((name) => ({ a: 'd', b: name }));
  const prefer = 'in: { localPreference: 200 }';
  const around =
    names.length === 2
      ? [{ a: names[0] ?? '', b: names[1] ?? '', atA: prefer, atB: prefer }]
      : names.map((name, index) => ({ a: name, b: names[(index + 1) % names.length] ?? '', atA: prefer }));
  return asGraph({
    asns,
    wires: [...direct, ...around],
    router: { d: ORIGIN.static },
    bgp: { d: ORIGIN.network },
  });
}

describe('disputes', () => {
  test('DISAGREE settles, always in the same way', () => {
    const [one, other] = [simulationOf(ring(['a', 'b'])), simulationOf(ring(['a', 'b']))];
    expect(['a', 'b'].map((name) => nextNodes(one, name, P))).toEqual([['d'], ['a']]);
    expect(['a', 'b'].map((name) => nextNodes(other, name, P))).toEqual([['d'], ['a']]);
  });

  test('an odd ring settles too: whoever is last hears only its own AS number from the next', () => {
    const simulation = simulationOf(ring(['a', 'b', 'c']));
    const next = ['a', 'b', 'c'].map((name) => nextNodes(simulation, name, P));
    expect(next.filter(([node]) => node === 'd')).toHaveLength(1);
    expect(simulation.plane.control.stableOutcomes({ address: 0x0a320000, length: 16 }, 9)).toMatchObject({
      outcomes: { length: 3 },
      complete: true,
    });
  });

  test('what protocols undo for each other is left out, and named with its routers', () => {
    // r1 peers with r3 over a route that r2 injects into OSPF only as long as r1 and r3 do not peer.
    const yaml = `
routers:
  r1:
    interfaces: { e0: 10.0.12.1/30 }
    ospf: { redistribute: [bgp] }
    bgp: { asn: 65001, neighbors: { 10.255.3.3: { asn: 65003, multihop: true, in: { localPreference: 300 } }, 10.0.12.2: { asn: 65001, nextHopSelf: true } } }
  r2:
    interfaces: { e0: 10.0.12.2/30, e1: 10.0.23.1/30 }
    ospf: { interfaces: [e0], redistribute: [bgp] }
    bgp: { asn: 65001, neighbors: { 10.0.23.2: { asn: 65003 }, 10.0.12.1: { asn: 65001 } } }
  r3:
    interfaces: { e0: 10.0.23.2/30, lo: 10.255.3.3/32 }
    static: [{ prefix: 10.0.12.0/30, via: 10.0.23.1 }]
    bgp: { asn: 65003, networks: [10.255.3.3/32], neighbors: { 10.0.23.1: { asn: 65001 }, 10.0.12.1: { asn: 65001, multihop: true } } }
links: { l12: { ends: [r1:e0, r2:e0] }, l23: { ends: [r2:e1, r3:e0] } }
`;
    const result = simulate(documentOf(yaml).topology, 1);
    expect(result.problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: BGP sessions come and go at r1, r3, and are left out there',
      'warning: routes to 10.255.3.3/32 come and go at r1, r2, and are left out there',
    ]);
    if (!result.ok) throw new Error('no answer');
    expect(nextNodes(result.value, 'r2', '10.255.3.3/32')).toEqual(['r3']);
  });
});
