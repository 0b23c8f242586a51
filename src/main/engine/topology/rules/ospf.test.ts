import { describe, test } from 'vitest';
import { expectProblems } from '../../../../../test/support/topology-text';

const link = 'links: { x: { ends: [a:e, b:e] } }';

/** Two routers on a link; `a` and `b` are what else their interfaces and their OSPF say. */
function pair(
  a: { e?: string; ospf?: string; more?: string },
  b: { e?: string; ospf?: string; more?: string },
): string {
  const router = (name: string, address: string, { e = '', ospf = '', more = '' }: typeof a): string =>
    `  ${name}: { interfaces: { e: { address: ${address}${e} }${more} }, ospf: {${ospf}} }\n`;
  return `routers:\n${router('a', '10.0.0.1/30', a)}${router('b', '10.0.0.2/30', b)}${link}`;
}

describe('areas', () => {
  test('are written as numbers or like addresses, once each', () => {
    expectProblems(pair({ ospf: ' area: 0.0.0.1 ' }, { ospf: ' area: 1 ' }));
    expectProblems(
      pair({ ospf: ' area: §one ' }, { ospf: ' area: §-1 ' }),
      /"one" is not an OSPF area/,
      /-1 is not an OSPF area/,
    );
    expectProblems(
      pair({ ospf: ' area: 1, areas: { 1: {}, §0.0.0.1: {} } ' }, { ospf: ' area: 1 ' }),
      /Area 0.0.0.1 stands here twice/,
    );
    expectProblems(
      pair({ ospf: ' area: 1, areas: { §x: {} } ' }, { ospf: ' area: 1 ' }),
      /"x" is not an OSPF area/,
    );
  });

  test('are of a known type', () => {
    expectProblems(
      pair({ ospf: ' area: 1, areas: { 1: §nssa } ' }, { ospf: ' area: 1 ' }),
      /Not-so-stubby areas \(RFC 3101\) are not modelled/,
    );
    expectProblems(
      pair({ ospf: ' areas: { §0: stub } ' }, { ospf: ' areas: { §0.0.0.0: stub } ' }),
      /The backbone cannot be a stub area/,
      /The backbone cannot be a stub area/,
    );
  });

  test('that are described should be used', () => {
    expectProblems(pair({ ospf: ' areas: { §7: {} } ' }, {}), /"a" has no interface in area 0.0.0.7/);
  });

  test('should be the same on a wire', () => {
    expectProblems(
      pair({ ospf: ' area: 1 ' }, {}).replace(' e: { address: 10.0.0.2', ' §e: { address: 10.0.0.2'),
      /"b:e" is in OSPF area 0.0.0.0, "a:e" beside it in 0.0.0.1: they do not become neighbours/,
    );
    expectProblems(
      pair({ ospf: ' area: 1, areas: { 1: stub } ' }, { ospf: ' area: 1 ' }).replace(
        ' e: { address: 10.0.0.2',
        ' §e: { address: 10.0.0.2',
      ),
      /"a" takes area 0.0.0.1 for a stub, "b" does not/,
    );
  });
});

describe('the backbone', () => {
  test('has to be in one piece', () => {
    const lo = ', lo: { address: 10.9.0.1/32, ospfArea: 0 }';
    const other = ', lo: { address: 10.9.0.2/32, ospfArea: 0 }';
    const yaml = pair({ ospf: ' area: 1 ', more: lo }, { ospf: ' area: 1 ', more: other });
    expectProblems(
      yaml.replace('}, ospf: { area: 1 } }\nlinks', '}, §ospf: { area: 1 } }\nlinks'),
      /The OSPF backbone is not in one piece: between "a" and "b" lie other areas/,
    );
  });

  test('has to touch every area', () => {
    // b is in areas 1 and 2 but not in the backbone, and so no border router.
    const yaml = pair(
      { ospf: ' area: 1 ' },
      { ospf: ' area: 1 ', more: ', lo: { address: 10.9.0.1/32, ospfArea: 2 }' },
    );
    expectProblems(
      yaml.replaceAll(', ospf: { area: 1 }', ', §ospf: { area: 1 }'),
      /OSPF area 0.0.0.1 at "a" has no border router/,
      /OSPF area 0.0.0.2 at "b" has no border router/,
    );
  });

  test('is not missed where there is only one area', () => {
    expectProblems(pair({ ospf: ' area: 1 ' }, { ospf: ' area: 1 ' }));
  });
});
