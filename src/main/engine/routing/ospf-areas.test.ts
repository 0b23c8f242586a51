/**
 * OSPF with areas. In all networks costs are 10 a link unless said; expectations follow RFC 2328 sections
 * 12.4.3 (what border routers announce), 16.2 (what others make of it) and 16.4 (external routes).
 */
import { describe, expect, test } from 'vitest';
import { documentOf, edited, nextNodes, routeOf, routesOf, simulationOf } from '../testing/lab';

/** Two areas on the backbone: i1 - b1 - c - b2 - i2. i1 and b1 meet in area 1, b2 and i2 in area 2. */
const twoAreasText = `
routers:
  i1:
    interfaces: { home: { address: 10.1.1.1/24, lan: home1 }, up: 10.1.0.1/30 }
    ospf: { area: 1 }
  b1:
    interfaces: { down: { address: 10.1.0.2/30, ospfArea: 1 }, up: 10.0.1.1/30, lo: 10.255.0.1/32 }
    ospf: {}
  c:
    interfaces: { w: 10.0.1.2/30, e: 10.0.2.2/30, lo: 10.255.0.9/32 }
    ospf: {}
  b2:
    interfaces: { down: { address: 10.2.0.2/30, ospfArea: 0.0.0.2 }, up: 10.0.2.1/30, lo: 10.255.0.2/32 }
    ospf: {}
  i2:
    interfaces: { home: { address: 10.2.1.1/24, lan: home2 }, up: 10.2.0.1/30 }
    static: [{ prefix: 10.99.0.0/16, via: discard }]
    ospf: { area: 2 }
lans: { home1: {}, home2: {} }
links:
  i1-b1: { ends: [i1:up, b1:down] }
  b1-c: { ends: [b1:up, c:w] }
  c-b2: { ends: [c:e, b2:up] }
  b2-i2: { ends: [b2:down, i2:up] }
`;
const twoAreas = documentOf(twoAreasText);

const HOME1 = '10.1.1.0/24';
const HOME2 = '10.2.1.0/24';

/** Prefixes of OSPF routes with their path, in the order of the table. */
function ospfOf(simulation: ReturnType<typeof simulationOf>, node: string): Record<string, string> {
  return Object.fromEntries(
    routesOf(simulation, node)
      .filter((route) => route.active && route.source === 'ospf')
      .map((route) => [route.prefix, `${route.ospfPath} ${route.metric}`]),
  );
}

describe('between areas', () => {
  test('every router reaches every subnet, at the sum of the costs', () => {
    const simulation = simulationOf(twoAreas);
    expect(ospfOf(simulation, 'i1')).toEqual({
      '10.0.1.0/30': 'inter-area 20',
      '10.0.2.0/30': 'inter-area 30',
      '10.2.0.0/30': 'inter-area 40',
      '10.2.1.0/24': 'inter-area 50',
      '10.255.0.1/32': 'inter-area 10',
      '10.255.0.2/32': 'inter-area 30',
      '10.255.0.9/32': 'inter-area 20',
    });
    expect(ospfOf(simulation, 'c')).toEqual({
      '10.1.0.0/30': 'inter-area 20',
      '10.1.1.0/24': 'inter-area 30',
      '10.2.0.0/30': 'inter-area 20',
      '10.2.1.0/24': 'inter-area 30',
      '10.255.0.1/32': 'intra-area 10',
      '10.255.0.2/32': 'intra-area 10',
    });
    expect(nextNodes(simulation, 'i1', HOME2)).toEqual(['b1']);
  });

  test('a route inside an area wins, however dear it is', () => {
    // A second wire between i1 and i2 puts i1 into area 2, too; at cost 1000 it still wins for area 2's subnets.
    const yaml = twoAreasText
      .replace(
        'up: 10.1.0.1/30 }',
        'up: 10.1.0.1/30, x: { address: 10.2.9.1/30, ospfArea: 2, ospfCost: 1000 } }',
      )
      .replace('up: 10.2.0.1/30 }', 'up: 10.2.0.1/30, x: { address: 10.2.9.2/30, ospfCost: 1000 } }')
      .replace('links:', 'links:\n  x: { ends: [i1:x, i2:x] }');
    const simulation = simulationOf(yaml);
    expect(routeOf(simulation, 'i1', HOME2)).toMatchObject({ ospfPath: 'intra-area', metric: 1010 });
    // i1 has no interface in the backbone: it is no border router and announces nothing of one area in the other.
    expect(routeOf(simulation, 'i2', HOME1)).toMatchObject({ ospfPath: 'inter-area', metric: 50 });
    expect(nextNodes(simulation, 'i2', HOME1)).toEqual(['b2']);
  });

  test('nothing goes through an area that is not the backbone', () => {
    // Without the backbone between them, b1 and b2 have only area 3 in common: no way between areas 1 and 2.
    const yaml = twoAreasText
      .replace('lo: 10.255.0.1/32', 'lo: 10.255.0.1/32, x: { address: 10.3.0.1/30, ospfArea: 3 }')
      .replace('lo: 10.255.0.2/32', 'lo: 10.255.0.2/32, x: { address: 10.3.0.2/30, ospfArea: 3 }')
      .replace('links:', 'links:\n  x: { ends: [b1:x, b2:x] }');
    const cut = simulationOf(edited(documentOf(yaml), 'shutdown c'));
    expect(routeOf(cut, 'i1', HOME2)).toBeUndefined();
    // b1, without a neighbour in the backbone, uses what b2 announces in area 3, but passes nothing of it on.
    expect(routeOf(cut, 'b1', HOME2)).toMatchObject({ ospfPath: 'inter-area', metric: 30 });
    expect(routeOf(cut, 'i1', '10.3.0.0/30')).toMatchObject({ ospfPath: 'inter-area', metric: 20 });
  });

  test('a border router without a neighbour in the backbone hears summaries in its other areas', () => {
    // RFC 3509 section 2.2. i1's loopback makes it a border router, which its only neighbour b1 is, too.
    const yaml = twoAreasText.replace(
      'home: { address: 10.1.1.1/24, lan: home1 }',
      'home: { address: 10.1.1.1/24, lan: home1 }, lo: { address: 10.255.0.5/32, ospfArea: 0 }',
    );
    const simulation = simulationOf(yaml);
    expect(routeOf(simulation, 'i1', HOME2)).toMatchObject({ ospfPath: 'inter-area', metric: 50 });
    // What it announces of its own piece of the backbone is heard in area 1 alone: b1 listens to the backbone only.
    expect(routeOf(simulation, 'b1', '10.255.0.5/32')).toBeUndefined();
  });

  test('equal ways by two border routers share the load', () => {
    const yaml = `
routers:
  i: { interfaces: { a: 10.1.1.1/30, b: 10.1.2.1/30 }, ospf: { area: 1 } }
  a: { interfaces: { i: { address: 10.1.1.2/30, ospfArea: 1 }, c: 10.0.1.1/30 }, ospf: {} }
  b: { interfaces: { i: { address: 10.1.2.2/30, ospfArea: 1 }, c: 10.0.2.1/30 }, ospf: {} }
  c: { interfaces: { a: 10.0.1.2/30, b: 10.0.2.2/30, home: { address: 10.0.9.1/24, lan: home } }, ospf: {} }
lans: { home: {} }
links:
  ia: { ends: [i:a, a:i] }
  ib: { ends: [i:b, b:i] }
  ac: { ends: [a:c, c:a] }
  bc: { ends: [b:c, c:b] }
`;
    expect(nextNodes(simulationOf(yaml), 'i', '10.0.9.0/24')).toEqual(['a', 'b']);
    const one = simulationOf(edited(documentOf(yaml), 'set b:c ospfCost 11'));
    expect(nextNodes(one, 'i', '10.0.9.0/24')).toEqual(['a']);
  });

  test('routers that name different areas on a wire do not meet', () => {
    const simulation = simulationOf(edited(twoAreas, 'set i1 ospf area 7'));
    expect(ospfOf(simulation, 'i1')).toEqual({});
    expect(routeOf(simulation, 'c', HOME1)).toBeUndefined();
  });

  test('a passive interface is announced in its area and from there in others', () => {
    const simulation = simulationOf(edited(twoAreas, 'set i1:home ospfPassive true'));
    expect(routeOf(simulation, 'i2', HOME1)).toMatchObject({ metric: 50 });
  });
});

describe('ranges', () => {
  const ranged = edited(twoAreas, 'set b1 ospf areas { 1: { ranges: [10.1.0.0/16] } }');

  test('stand for what they hide, at the cost of the farthest', () => {
    const simulation = simulationOf(ranged);
    const here = ospfOf(simulation, 'c');
    expect(here['10.1.0.0/16']).toBe('inter-area 30');
    expect(here[HOME1]).toBeUndefined();
    expect(here['10.1.0.0/30']).toBeUndefined();
    expect(ospfOf(simulation, 'i2')['10.1.0.0/16']).toBe('inter-area 50');
  });

  test('put a discard route on the border router, so that nothing goes round', () => {
    const route = routeOf(simulationOf(ranged), 'b1', '10.1.0.0/16');
    expect(route?.nextHops).toMatchObject([{ action: 'discard' }]);
    expect(routeOf(simulationOf(ranged), 'b1', HOME1)).toMatchObject({ ospfPath: 'intra-area' });
  });

  test('may have a cost of their own, or not be announced', () => {
    const priced = edited(
      twoAreas,
      'set b1 ospf areas { 1: { ranges: [{ prefix: 10.1.0.0/16, cost: 7 }] } }',
    );
    expect(ospfOf(simulationOf(priced), 'c')['10.1.0.0/16']).toBe('inter-area 17');
    const hidden = simulationOf(
      edited(twoAreas, 'set b1 ospf areas { 1: { ranges: [{ prefix: 10.1.0.0/16, advertise: false }] } }'),
    );
    expect(routeOf(hidden, 'c', '10.1.0.0/16')).toBeUndefined();
    expect(routeOf(hidden, 'c', HOME1)).toBeUndefined();
    expect(routeOf(hidden, 'b1', '10.1.0.0/16')).toBeUndefined();
  });

  test('with nothing inside are not announced', () => {
    const empty = simulationOf(edited(twoAreas, 'set b1 ospf areas { 1: { ranges: [10.77.0.0/16] } }'));
    expect(routeOf(empty, 'c', '10.77.0.0/16')).toBeUndefined();
    expect(routeOf(empty, 'c', HOME1)).toBeDefined();
  });
});

describe('stub areas', () => {
  const external = edited(twoAreas, 'set i2 ospf redistribute [static]');
  const X = '10.99.0.0/16';

  test('hear of other areas but not of external routes, for which a default route stands', () => {
    const stub = simulationOf(
      edited(external, 'set i1 ospf areas { 1: stub }', 'set b1 ospf areas { 1: stub }'),
    );
    expect(routeOf(stub, 'i1', X)).toBeUndefined();
    expect(routeOf(stub, 'i1', HOME2)).toMatchObject({ ospfPath: 'inter-area' });
    expect(routeOf(stub, 'i1', '0.0.0.0/0')).toMatchObject({ ospfPath: 'inter-area', metric: 11 });
    expect(routeOf(stub, 'b1', X)).toMatchObject({ ospfPath: 'external-2' });
    expect(routeOf(stub, 'b1', '0.0.0.0/0')).toBeUndefined();
  });

  test('that are totally stubby hear of nothing but the default route', () => {
    const settings = '{ 1: { type: totally-stubby, defaultCost: 5 } }';
    const stubby = simulationOf(
      edited(external, 'set i1 ospf areas { 1: stub }', `set b1 ospf areas ${settings}`),
    );
    expect(ospfOf(stubby, 'i1')).toEqual({ '0.0.0.0/0': 'inter-area 15' });
    expect(routeOf(stubby, 'i2', HOME1)).toMatchObject({ ospfPath: 'inter-area' });
  });

  test('take nothing in from outside: an AS boundary router in one is not heard', () => {
    const inside = edited(
      twoAreas,
      'set i1 static [{ prefix: 10.98.0.0/16, via: discard }]',
      'set i1 ospf redistribute [static]',
    );
    expect(routeOf(simulationOf(inside), 'c', '10.98.0.0/16')).toBeDefined();
    const stub = edited(inside, 'set i1 ospf areas { 1: stub }', 'set b1 ospf areas { 1: stub }');
    expect(routeOf(simulationOf(stub), 'c', '10.98.0.0/16')).toBeUndefined();
  });

  test('need all their routers to agree', () => {
    const one = simulationOf(edited(external, 'set b1 ospf areas { 1: stub }'));
    expect(ospfOf(one, 'i1')).toEqual({});
  });
});

describe('external routes in other areas', () => {
  const X = '10.99.0.0/16';

  test('of type 1 add the whole way to the AS boundary router, of type 2 nothing', () => {
    const one = edited(twoAreas, 'set i2 ospf redistribute [{ from: static, metric: 7, type: 1 }]');
    expect(routeOf(simulationOf(one), 'i1', X)).toMatchObject({ ospfPath: 'external-1', metric: 47 });
    expect(routeOf(simulationOf(one), 'c', X)).toMatchObject({ metric: 27 });
    const two = edited(twoAreas, 'set i2 ospf redistribute [{ from: static, metric: 7 }]');
    expect(routeOf(simulationOf(two), 'i1', X)).toMatchObject({ ospfPath: 'external-2', metric: 7 });
    expect(nextNodes(simulationOf(two), 'i1', X)).toEqual(['b1']);
  });

  test('lose to a route between areas for the same prefix', () => {
    const both = edited(
      twoAreas,
      'set c static [{ prefix: 10.2.1.0/24, via: discard, distance: 200 }]',
      'set c ospf redistribute [{ from: static, metric: 1, type: 1 }]',
      'set c ospf distance 250',
    );
    // c's own static route (200) beats its OSPF (250) and is redistributed; i1 prefers what is inside the domain.
    const simulation = simulationOf(both);
    expect(routeOf(simulation, 'c', HOME2)).toMatchObject({ source: 'static' });
    expect(routeOf(simulation, 'i1', HOME2)).toMatchObject({ ospfPath: 'inter-area' });
    const lost = routesOf(simulation, 'i1').find((route) => !route.active && route.prefix === HOME2);
    expect(lost).toMatchObject({ ospfPath: 'external-1' });
    expect(lost?.why).toContain('RFC 2328 section 11');
  });

  test('prefer a boundary router inside an area other than the backbone (section 16.4.1)', () => {
    // b1 hears of 10.97.0.0/16 from i1 (area 1, far) and c (backbone, near), both type 1 at equal sums or worse.
    const yaml = edited(
      twoAreas,
      'set i1 static [{ prefix: 10.97.0.0/16, via: discard }]',
      'set c static [{ prefix: 10.97.0.0/16, via: discard }]',
      'set i1 ospf redistribute [{ from: static, metric: 50, type: 1 }]',
      'set c ospf redistribute [{ from: static, metric: 5, type: 1 }]',
    );
    expect(nextNodes(simulationOf(yaml), 'b1', '10.97.0.0/16')).toEqual(['i1']);
  });
});

test('the subnets of OSPF interfaces are not redistributed as connected ones', () => {
  // RFC 2328 leaves it open; Cisco and FRR do so. c hears of i1's LAN by area 1 only while that is not cut off.
  const yaml = edited(twoAreas, 'set i1 ospf redistribute [connected]', 'set b1 ospf areas { 1: stub }');
  expect(routeOf(simulationOf(yaml), 'c', HOME1)).toBeUndefined();
  const lost = routesOf(simulationOf(edited(twoAreas, 'set i1 ospf redistribute [connected]')), 'c');
  expect(lost.filter(({ prefix }) => prefix === HOME1)).toMatchObject([{ ospfPath: 'inter-area' }]);
});

describe('distances', () => {
  test('may differ by the type of path', () => {
    const set = edited(
      twoAreas,
      'set i2 ospf redistribute [static]',
      'set c ospf distance { intraArea: 90, external: 150 }',
    );
    const simulation = simulationOf(set);
    expect(routeOf(simulation, 'c', '10.255.0.1/32')?.distance).toBe(90);
    expect(routeOf(simulation, 'c', HOME1)?.distance).toBe(110);
    expect(routeOf(simulation, 'c', '10.99.0.0/16')?.distance).toBe(150);
  });

  test('of 255 keep routes out of the table', () => {
    const never = simulationOf(edited(twoAreas, 'set c ospf distance 255'));
    expect(ospfOf(never, 'c')).toEqual({});
    expect(routesOf(never, 'c').find(({ prefix }) => prefix === HOME1)?.why).toContain('never used');
    // Its neighbours still compute their ways through it.
    expect(routeOf(never, 'i1', HOME2)).toBeDefined();
  });
});
