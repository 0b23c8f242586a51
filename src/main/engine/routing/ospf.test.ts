import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentOf, edited, hopsOf, nextNodes, routeOf, routesOf, simulationOf } from '../testing/lab';

const threeRouters = documentOf(readFileSync('test/fixtures/three-routers.yaml', 'utf8'));

/** a, b and c on one LAN; `of` adds to the settings of each router's OSPF, `lan` to its LAN interface. */
function lanOfThree(
  of: Readonly<Record<string, string>> = {},
  lan: Readonly<Record<string, string>> = {},
): string {
  const routers = ['a', 'b', 'c'].map(
    (name, index) => `  ${name}:
    interfaces:
      lo: 10.255.0.${index + 1}/32
      lan: { address: 10.0.0.${index + 1}/24, lan: backbone${lan[name] ?? ''} }
      home: { address: 10.${index + 1}.0.1/24, lan: home-${name} }
    static: [{ prefix: 10.99.0.0/16, via: discard }, { prefix: 0.0.0.0/0, via: internet }]
    ospf: { ${of[name] ?? ''} }`,
  );
  return `routers:\n${routers.join('\n')}\nlans: { backbone: {}, home-a: {}, home-b: {}, home-c: {} }\n`;
}

describe('paths', () => {
  test('take the smallest sum of costs, not the fewest hops', () => {
    expect(hopsOf(simulationOf(threeRouters), 'bob', 'alice')).toEqual([
      '10.3.0.1',
      '10.0.23.1',
      '10.0.12.1',
      '10.1.0.10',
    ]);
    expect(routeOf(simulationOf(threeRouters), 'r3', '10.1.0.0/24')).toMatchObject({
      source: 'ospf',
      metric: 30,
    });
  });

  test('use the cost of the interface a packet leaves by: the way back may differ', () => {
    // r3's end of the link between them costs 100, r1's end 10.
    expect(nextNodes(simulationOf(threeRouters), 'r1', '10.3.0.0/24')).toEqual(['r3']);
    expect(nextNodes(simulationOf(threeRouters), 'r3', '10.1.0.0/24')).toEqual(['r2']);
  });

  test('share the load where costs are equal, up to maximum-paths', () => {
    const equal = edited(threeRouters, 'set r1:eth2 ospfCost 20');
    expect(nextNodes(simulationOf(equal), 'r1', '10.3.0.0/24')).toEqual(['r2', 'r3']);
    const one = edited(equal, 'set r1 ospf maximumPaths 1');
    expect(nextNodes(simulationOf(one), 'r1', '10.3.0.0/24')).toEqual(['r2']);
  });

  test('cross an own LAN straight to its routers, even where a way round costs the same', () => {
    const yaml = `
routers:
  a: { interfaces: { lo: 10.255.0.1/32, lan: { address: 10.0.0.1/24, lan: l, ospfCost: 20 }, e0: 10.0.1.1/30 }, ospf: {} }
  b: { interfaces: { lo: 10.255.0.2/32, lan: { address: 10.0.0.2/24, lan: l }, e0: 10.0.1.2/30 }, ospf: {} }
  c: { interfaces: { lo: 10.255.0.3/32, lan: { address: 10.0.0.3/24, lan: l } }, ospf: {} }
lans: { l: {} }
links: { ab: { ends: [a:e0, b:e0] } }
`;
    expect(routeOf(simulationOf(yaml), 'a', '10.255.0.3/32')?.metric).toBe(20);
    expect(nextNodes(simulationOf(yaml), 'a', '10.255.0.3/32')).toEqual(['c']);
  });

  test.each(['shutdown r1-r2', 'shutdown r1:eth1', 'shutdown r2:eth1', 'shutdown r2'])(
    'go round what is down: %s',
    (line) => {
      expect(nextNodes(simulationOf(edited(threeRouters, line)), 'r3', '10.1.0.0/24')).toEqual(['r1']);
    },
  );

  test('end where nothing is left', () => {
    const cut = simulationOf(edited(threeRouters, 'shutdown r1:eth1', 'shutdown r1:eth2'));
    expect(routesOf(cut, 'r1').map((route) => route.source)).toEqual(['connected']);
  });
});

describe('interfaces', () => {
  test('on a LAN all see each other, at the cost of one interface', () => {
    const simulation = simulationOf(lanOfThree());
    for (const [node, target, next] of [
      ['a', '10.3.0.0/24', 'c'],
      ['b', '10.1.0.0/24', 'a'],
      ['c', '10.2.0.0/24', 'b'],
    ] as const) {
      expect(nextNodes(simulation, node, target)).toEqual([next]);
      expect(routeOf(simulation, node, target)?.metric).toBe(20);
    }
  });

  test('loopbacks are announced and cost nothing themselves', () => {
    expect(routeOf(simulationOf(lanOfThree()), 'a', '10.255.0.2/32')?.metric).toBe(10);
  });

  test('a passive one is announced, but nobody is met there', () => {
    const simulation = simulationOf(lanOfThree({}, { b: ', ospfPassive: true' }));
    expect(nextNodes(simulation, 'a', '10.3.0.0/24')).toEqual(['c']);
    expect(routeOf(simulation, 'a', '10.2.0.0/24')).toBeUndefined();
    expect(routesOf(simulation, 'b').filter((route) => route.source === 'ospf')).toEqual([]);
    const home = simulationOf(edited(documentOf(lanOfThree()), 'set b:home ospfPassive true'));
    expect(nextNodes(home, 'a', '10.2.0.0/24')).toEqual(['b']);
  });

  test('only those listed take part', () => {
    const simulation = simulationOf(lanOfThree({ b: 'interfaces: [lan]' }));
    expect(routeOf(simulation, 'a', '10.2.0.0/24')).toBeUndefined();
    expect(routeOf(simulation, 'b', '10.1.0.0/24')).toBeDefined();
  });

  test('different subnets on one LAN do not meet', () => {
    const yaml = lanOfThree().replace('10.0.0.3/24', '10.0.9.3/24');
    expect(routeOf(simulationOf(yaml), 'a', '10.3.0.0/24')).toBeUndefined();
  });
});

/** c without its own static routes, so that it takes what a and b inject. */
function injected(a: string, b: string): ReturnType<typeof simulationOf> {
  return simulationOf(edited(documentOf(lanOfThree({ a, b })), 'unset c static'));
}

describe('external routes', () => {
  const D = '0.0.0.0/0';

  const X = '10.99.0.0/16';

  test('type 1 adds the cost inside, type 2 does not', () => {
    const one = injected('redistribute: [{ from: static, metric: 7, type: 1 }]', '');
    expect(routeOf(one, 'c', X)).toMatchObject({ metric: 17 });
    const two = injected('redistribute: [{ from: static, metric: 7 }]', '');
    expect(routeOf(two, 'c', X)).toMatchObject({ metric: 7 });
    expect(nextNodes(two, 'c', X)).toEqual(['a']);
  });

  test.each([
    ['type 1 over type 2', 'metric: 500, type: 1', 'metric: 1, type: 2', ['a']],
    ['the smaller metric', 'metric: 5', 'metric: 6', ['a']],
    ['both where they are equal', 'metric: 5', 'metric: 5', ['a', 'b']],
  ])('%s', (_, a, b, winners) => {
    const [ofA = '', ofB = ''] = [a, b].map((settings) => `redistribute: [{ from: static, ${settings} }]`);
    expect(nextNodes(injected(ofA, ofB), 'c', X)).toEqual(winners);
  });

  test('at equal metric of type 2 the nearer router wins', () => {
    const rule = 'redistribute: [{ from: static, metric: 5 }]';
    const yaml = lanOfThree({ a: rule, b: rule });
    // c reaches b over a link of its own, cheaper than the LAN.
    const near = yaml.replace('lans:', 'links: { near: { ends: [b:near, c:near] } }\nlans:');
    const document = edited(
      documentOf(
        near
          .replace(
            'lo: 10.255.0.2/32',
            'lo: 10.255.0.2/32\n      near: { address: 10.7.0.1/30, ospfCost: 3 }',
          )
          .replace(
            'lo: 10.255.0.3/32',
            'lo: 10.255.0.3/32\n      near: { address: 10.7.0.2/30, ospfCost: 3 }',
          ),
      ),
      'unset c static',
    );
    expect(nextNodes(simulationOf(document), 'c', X)).toEqual(['b']);
  });

  test('an internal route wins over an external one for the same prefix', () => {
    const document = documentOf(lanOfThree({ b: 'redistribute: [static]' }));
    const simulation = simulationOf(edited(document, 'set b static [{ prefix: 10.1.0.0/24, via: discard }]'));
    expect(routeOf(simulation, 'c', '10.1.0.0/24')).toMatchObject({ metric: 20 });
    const lost = routesOf(simulation, 'c').find((route) => !route.active && route.prefix === '10.1.0.0/24');
    expect(lost?.why).toContain('ospf');
  });

  test('connected ones are injected by redistribution', () => {
    const simulation = simulationOf(lanOfThree({ b: 'interfaces: [lan], redistribute: [connected]' }));
    expect(routeOf(simulation, 'a', '10.2.0.0/24')).toMatchObject({ source: 'ospf', metric: 20 });
  });

  test('a default is not redistributed, but originated: only while it is held, unless always', () => {
    expect(routeOf(injected('redistribute: [static]', ''), 'c', D)).toBeUndefined();
    expect(nextNodes(injected('defaultOriginate: true', ''), 'c', D)).toEqual(['a']);
    const document = edited(documentOf(lanOfThree({ a: 'defaultOriginate: true' })), 'unset c static');
    expect(routeOf(simulationOf(edited(document, 'unset a static')), 'c', D)).toBeUndefined();
    const always = edited(document, 'unset a static', 'set a ospf defaultOriginate { always: true }');
    expect(nextNodes(simulationOf(always), 'c', D)).toEqual(['a']);
  });

  test('the way to an originated default counts to its gateway, where that lies in an OSPF subnet', () => {
    const document = edited(
      documentOf(lanOfThree({ a: 'defaultOriginate: true' })),
      'unset b static',
      'unset c static',
      'set a static [{ prefix: 0.0.0.0/0, via: 10.0.0.2 }]',
    );
    expect(nextNodes(simulationOf(document), 'c', D)).toEqual(['b']);
    expect(nextNodes(simulationOf(document), 'b', D)).toEqual([]);
    const always = edited(document, 'set a ospf defaultOriginate { always: true }');
    expect(nextNodes(simulationOf(always), 'c', D)).toEqual(['a']);
  });

  test('a default that is only heard is not originated again', () => {
    const both = { a: 'defaultOriginate: true', b: 'defaultOriginate: { metric: 0 }' };
    const document = edited(documentOf(lanOfThree(both)), 'unset c static', 'unset b static');
    expect(nextNodes(simulationOf(document), 'c', '0.0.0.0/0')).toEqual(['a']);
  });
});
