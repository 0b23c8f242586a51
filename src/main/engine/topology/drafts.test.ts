import { describe, expect, test } from 'vitest';
import { expectProblems, topologyOf } from '../../../../test/support/topology-text';

describe('shape', () => {
  test('unknown sections and properties suggest the nearest', () => {
    expectProblems('§ruters: {}', 'There is no section "ruters" (did you mean "routers"?)');
    expectProblems(
      'lans:\n  a:\n    §latnecy: 1\n    §prefixx: 10.0.0.0/8\n',
      'There is no property "latnecy" here (did you mean "latency"?)',
      'There is no property "prefixx" here (did you mean "prefix"?)',
    );
    expectProblems(
      'routers: { r: { bgp: { asn: 1, neighbors: { 10.0.0.1: { asn: 2, in: { §localPref: 3 } } } } } }',
      'There is no property "localPref" here (did you mean "localPreference"?)',
    );
  });

  test('wrong and missing values say what is needed', () => {
    expectProblems('§- a', /A topology is a mapping of sections, not a list/);
    expectProblems('routers: §5', /routers is a mapping of names, not 5/);
    expectProblems('routers: { r: §5 }', /A router is a mapping of properties, not 5/);
    expectProblems('routers: { r: { §interfaces: [a] } }', /^a list stands where a mapping is needed/);
    expectProblems('links: { l: { ends: §r1:eth0 } }', /^"r1:eth0" stands where a list is needed/);
    expectProblems('links: { §l: {} }', '"ends" is missing (add ends: ...)');
    expectProblems('links: { l: { §ends: [r:a] } }', /needs at least 2 entries/);
    expectProblems('lans: { a: { latency: §fast } }', /^"fast" is not a latency/);
    expectProblems('lans: { a: { latency: §-1 } }', /^-1 is not a latency/);
    expectProblems('lans: { a: { shutdown: §"yes" } }', /^"yes" is not true or false/);
    expectProblems('lans: { a: { site: §5 } }', /^5 is not a name/);
    expectProblems('lans: { a: { description: §5 } }', /^5 is not text/);
    expectProblems('routers: { r: { ttlCheck: §before-lokup } }', /did you mean "before-lookup"/);
    expectProblems('peerings: { p: { §ends: { a: {} } } }', /^A peering joins two VNets/);
  });

  test('addresses, prefixes and AS numbers', () => {
    expectProblems(
      'routers:\n  r:\n    interfaces:\n      a: §10.0.0.256/24\n      b: §10.0.0.1\n      c: { address: §10.0.0.1/33 }\n',
      '"10.0.0.256/24" is not an address with a prefix length (write it like 10.1.0.1/24)',
      /"10.0.0.1" is not an address with a prefix length/,
      /"10.0.0.1\/33" is not/,
    );
    expectProblems(
      'lans: { a: { prefix: §10.1.0.1/24 } }',
      '"10.1.0.1/24" is not a prefix: bits are set behind its length (did you mean 10.1.0.0/24?)',
    );
    expectProblems('hosts: { h: { address: §ten } }', /"ten" is not an IPv4 address/);
    for (const asn of ['0', '4294967296', '-1', '1.5', 'AS65000'])
      expectProblems(`routers: { r: { bgp: { asn: §${asn} } } }`, /is not an AS number/);
    expect(topologyOf('routers: { r: { bgp: { asn: 4294967295 } } }').routers['r']?.bgp?.asn).toBe(
      4_294_967_295,
    );
    expectProblems(
      'routers: { r: { bgp: { asn: 1, neighbors: { §r2: { asn: 2 } } } } }',
      /"r2" is not an IPv4 address/,
    );
    expectProblems('routers: { r: { static: [{ prefix: 0.0.0.0/0, via: §5 }] } }', /5 is not a next hop/);
  });

  test.each([
    'allow 10.0.0.0/8',
    'permit 10.0.0.0',
    'permit 10.0.0.0/8 ge 7',
    'permit 10.0.0.0/8 le 33',
    'permit 10.0.0.0/8 ge 20 le 16',
    'permit 10.0.0.0/8 le 20 le 24',
  ])('prefix-list entry "%s" is refused', (entry) => {
    const list = `[§${entry}]`;
    expectProblems(
      `routers: { r: { bgp: { asn: 1, neighbors: { 10.0.0.9: { asn: 2, in: { prefixList: ${list} } } } } } }`,
      /is not/,
    );
  });
});

describe('names and references', () => {
  test('names', () => {
    expectProblems('lans: { §"a b": {} }', /"a b" cannot be a name/);
    expectProblems('lans: { §10.0.0.1: {} }', /is an address, not a name/);
    expectProblems(`lans: { §${'x'.repeat(65)}: {} }`, /longer than 64/);
    expectProblems(
      'lans: { a: {} }\nsites: { §a: {} }',
      'The name "a" is taken by a LAN (names are unique in the whole topology; choose another)'
        .replace('a site', 'a LAN')
        .replace('LAN', 'LAN'),
    );
    expectProblems('lans: { m: {} }\ncircuits: { c: { primary: { msee: §m } } }', /is taken by/);
    expectProblems(
      'routers: { r: { interfaces: { §"e 0": {}, §internet: {} } } }',
      /cannot be an interface name/,
      /static routes/,
    );
  });

  test('unknown references suggest the nearest, wrong kinds are named', () => {
    expectProblems('routers: { r: { site: §x } }', 'There is no site "x"');
    expectProblems(
      'sites: { north: {} }\nlans: { l: { site: §noth } }',
      'There is no site "noth" (did you mean "north"?)',
    );
    expectProblems('lans: { l: {} }\nrouters: { r: { site: §l } }', '"l" is a LAN, not a site');
    expectProblems(
      'routers: { r1: { interfaces: { eth0: {} } } }\nlinks: { l: { ends: [§r1:eth1, §r2:eth0] } }',
      '"r1" has no interface "eth1" (did you mean "eth0"?)',
      'There is no router or host "r2" (did you mean "r1"?)',
    );
    expectProblems('routers: { r: { ospf: { interfaces: [§eth9] } } }', /"r" has no interface "eth9"/);
    expectProblems(
      'routers: { r: { static: [{ prefix: 0.0.0.0/0, via: §eth9 }] } }',
      /"r" has no interface "eth9"/,
    );
  });

  test('an element with errors of its own is not reported as missing', () => {
    expectProblems(
      'routers: { r1: { interfaces: { eth0: §bad } } }\nhosts: { h: { address: 10.0.0.1/24 } }\nlinks: { l: { ends: [r1:eth0, h:eth0] } }',
      /"bad" is not an address/,
    );
  });
});
