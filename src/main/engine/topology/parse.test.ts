import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../address';
import { MAX_NODES, MAX_PROBLEMS, MAX_TEXT } from './limits';
import type { Topology } from './model';
import { parseTopology } from './parse';

function fixture(name: string): string {
  return readFileSync(`test/fixtures/${name}.yaml`, 'utf8');
}

function topologyOf(text: string): Topology {
  const result = parseTopology(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.topology;
}

/**
 * Parses `marked` without its marks and expects one problem at each `§`, with these messages in the order
 * of the text.
 */
function expectProblems(marked: string, ...messages: (string | RegExp)[]): void {
  const places: string[] = [];
  for (const [index, line] of marked.split('\n').entries()) {
    let seen = 0;
    for (const { index: at } of line.matchAll(/§/g)) places.push(`${index + 1}:${at - seen++ + 1}`);
  }
  const { problems } = parseTopology(marked.replaceAll('§', ''));
  expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
  for (const [index, message] of messages.entries()) {
    const { message: said = '', hint } = problems[index] ?? {};
    const whole = hint === undefined ? said : `${said} (${hint})`;
    if (typeof message === 'string') expect(whole).toBe(message);
    else expect(whole).toMatch(message);
  }
  expect(problems).toHaveLength(messages.length);
}

describe('valid topologies', () => {
  test.each(['azure-lab', 'three-routers'])('the fixture %s has no problem', (name) => {
    const result = parseTopology(fixture(name));
    expect(result.problems).toEqual([]);
    expect(result.ok).toBe(true);
  });

  test.each(['', '# nothing\n', '---\n', '{}', 'routers:\n', 'lans:\n  office:\n', '\uFEFFrouters: {}\n'])(
    'as good as empty: %j',
    (text) => {
      expect(parseTopology(text)).toMatchObject({ ok: true, problems: [] });
    },
  );

  test('fills in defaults', () => {
    const { hosts, links, routers, connections, circuits, gateways } = topologyOf(fixture('azure-lab'));
    expect(hosts['hub-vm']).toMatchObject({
      address: { address: parseAddress('10.10.30.4'), length: 25 },
      initialTtl: 128,
      gateway: null,
    });
    expect(hosts['loc1-vm']).toMatchObject({ address: { length: 25 }, site: 'location-1' });
    expect(links['ce1-lan1']).toMatchObject({ latency: 0.05, bandwidth: null });
    expect(routers['ce1']).toMatchObject({
      icmp: { answers: true },
      ospf: { defaultCost: 10, maximumPaths: 16, defaultOriginate: { always: false, type: 2 } },
      bgp: { maximumPaths: 1 },
    });
    expect(routers['ce2a']?.ospf?.redistribute).toEqual([{ from: 'bgp', metric: 20, type: 2 }]);
    expect(connections['vpn-hub-location-1']?.ends.map(({ ttl }) => ttl)).toEqual(['uniform', 'pipe']);
    expect(circuits['er1']).toMatchObject({ asn: 12076, primary: { latency: 0.1 } });
    expect(gateways['hub-ergw']).toMatchObject({ asn: 65515, bgpAddress: parseAddress('10.10.30.140') });
  });

  test.each([
    ['2 ms', 2],
    ['500 us', 0.5],
    ['500us', 0.5],
    ['1 s', 1000],
    ['7', 7],
    ['0.25', 0.25],
  ])('latency %s', (text, ms) => {
    expect(topologyOf(`lans: { a: { latency: ${text} } }`).lans['a']?.latency).toBe(ms);
  });

  test.each([
    ['1 Gbit/s', 1e9],
    ['50 Mbit/s', 5e7],
    ['64 kbit/s', 64_000],
    ['9600 bit/s', 9600],
    ['1000', 1000],
  ])('bandwidth %s', (text, bits) => {
    const topology = topologyOf(
      `${fixture('three-routers')}  extra: { ends: [r2:x, r3:x], bandwidth: ${text} }
`
        .replaceAll('eth1: 10.0.23.1/30 }', 'eth1: 10.0.23.1/30, x: null }')
        .replace('eth1: 10.0.23.2/30', 'x: {}\n      eth1: 10.0.23.2/30'),
    );
    expect(topology.links['extra']?.bandwidth).toBe(bits);
  });

  test('an interface name may contain a colon; an end point splits at the first', () => {
    const text =
      'routers: { a: { interfaces: { "e0:1": 10.0.0.1/31 } }, b: { interfaces: { e0: 10.0.0.0/31 } } }\n';
    const { links } = topologyOf(`${text}links: { l: { ends: ["a:e0:1", b:e0] } }`);
    expect(links['l']?.ends[0]).toEqual({ node: 'a', interface: 'e0:1' });
  });

  test('aliases repeat values', () => {
    const text = 'lans:\n  a: &plain { latency: 3 }\n  b: *plain\n';
    expect(topologyOf(text).lans['b']?.latency).toBe(3);
  });

  test('prefix lists', () => {
    const text = fixture('azure-lab').replace(
      '[permit 10.2.30.0/25]',
      '[deny 10.0.0.0/8 ge 9 le 24, permit 0.0.0.0/0 le 32]',
    );
    expect(topologyOf(text).routers['ce1']?.bgp?.neighbors[0]?.out.prefixList).toEqual([
      { action: 'deny', prefix: { address: parseAddress('10.0.0.0'), length: 8 }, ge: 9, le: 24 },
      { action: 'permit', prefix: { address: 0, length: 0 }, ge: null, le: 32 },
    ]);
  });
});

describe('broken YAML', { timeout: 60_000 }, () => {
  test('is told with its place', () => {
    expectProblems('routers:\n  r1: {§', /^Broken YAML: /);
    expectProblems('routers:\n§\tx: 1', /Broken YAML/);
    expectProblems(
      'lans:\n  a: {}\n  §a: {}\n',
      '"a" stands here twice (names and keys are unique; rename or remove one)',
    );
    expectProblems('lans: {}\n§--- \nhosts: {}\n', /second YAML document/);
    expectProblems('lans: {}\nx: §!evil 1\n', /^Tags/);
    expectProblems('lans:\n  a: §*nobody\n', /^Nothing above is marked &nobody/);
    expectProblems('lans:\n  a: &a {}\n  b:\n    §<<: *a\n', /^Merge keys/);
    expectProblems('lans:\n  ? §[x, y]\n  : {}\n', /^A key must be a word/);
    expectProblems('lans:\n  a: { latency: §.inf }\n', /^This is not a number/);
  });

  test('NUL, depth, length and aliases are bounded', () => {
    expectProblems('lans: {}\nx: §\0\n', /^A NUL character/);
    expect(parseTopology('['.repeat(1_000_000)).problems[0]?.message).toMatch(/levels of nesting/);
    expect(parseTopology('- '.repeat(100_000)).problems[0]?.message).toMatch(/levels of nesting/);
    expect(parseTopology('{a: '.repeat(100_000)).problems[0]?.message).toMatch(/levels of nesting/);
    expect(parseTopology('? '.repeat(100_000)).problems[0]?.message).toMatch(/levels of nesting/);
    expect(parseTopology('#'.repeat(MAX_TEXT + 1)).problems[0]?.message).toMatch(
      /^The text is 8,388,609 characters/,
    );
    expect(parseTopology('[1,'.padEnd(4_000_000, '1,')).problems[0]?.message).toMatch(/too many values/);
  });

  test('an alias bomb goes off in a message', () => {
    const levels = Array.from({ length: 20 }, (_, index) => {
      const inner = index === 0 ? 'x' : `*a${index - 1}`;
      return `a${index}: &a${index} [${Array.from({ length: 10 }, () => inner).join(', ')}]`;
    });
    expect(parseTopology(levels.join('\n')).problems).toMatchObject([
      { line: 4, message: 'Aliases stand for more than 10,000 values' },
    ]);
    expect(parseTopology('lans: &a { b: *a }').problems[0]?.message).toMatch(/Aliases|nesting/);
  });

  test('names of object properties are refused and pollute nothing', () => {
    expectProblems('lans: { §__proto__: { latency: 1 } }', /^"__proto__" is a reserved word/);
    expectProblems('§__proto__: { polluted: 1 }', /reserved/);
    expectProblems('routers: { r: { interfaces: { §constructor: 10.0.0.1/24 } } }', /reserved/);
    expectProblems('hosts: { §toString: {} }', /reserved/);
    expect({}).not.toHaveProperty('polluted');
    expect(topologyOf('').routers['constructor']).toBeUndefined();
  });
});

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
      'There is no property "localPref" here (there are prefixList, localPreference, med, prepend, weight)',
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

describe('wires', () => {
  test('an interface has one plug', () => {
    expectProblems(
      'routers: { a: { interfaces: { e: { lan: l } } }, b: { interfaces: { e: {} } } }\nlans: { l: {} }\nlinks: { x: { ends: [§a:e, b:e] } }',
      'a:e is plugged into LAN "l" already (an interface belongs to one link, LAN, circuit or connection)',
    );
    expectProblems(
      'routers: { a: { interfaces: { e: {} } } }\nlinks: { x: { ends: [a:e, §a:e] } }',
      /plugged into link "x" already/,
    );
    expectProblems(
      'hosts: { §h: { lan: l, vnet: §v, address: 10.0.0.1/24 } }\nlans: { l: {} }',
      /more than one place/,
      /no VNet "v"/,
    );
    expectProblems(
      'routers: { r: { interfaces: { e: {} } } }\nhosts: { h: { address: 10.0.0.1/24 } }\nlinks: { x: { ends: [r:e, §h:eth1] } }',
      /has one interface, eth0/,
    );
  });

  test('addresses fit', () => {
    const two = (a: string, b: string): string =>
      `routers: { a: { interfaces: { e: ${a} } }, b: { interfaces: { e: ${b} } } }\n`;
    expectProblems(
      `${two('10.0.0.1/30', '10.0.0.5/30')}links: { x: { §ends: [a:e, b:e] } }`,
      /in different subnets .*10.0.0.0\/30.*10.0.0.4\/30/,
    );
    expectProblems(
      `${two('10.0.0.1/30', '§10.0.0.1/30')}links: { x: { ends: [a:e, b:e] } }`,
      /^10.0.0.1 belongs to "a:e" already/,
    );
    expectProblems(
      two('§10.0.0.0/24', '§10.0.0.255/24'),
      /is the network address of 10.0.0.0\/24/,
      /is the broadcast address/,
    );
    expectProblems(
      'lans: { l: { prefix: 10.0.0.0/24 } }\nrouters: { a: { interfaces: { e: { lan: l, address: §10.0.1.1/24 } } } }',
      /10.0.1.1 of "a:e" is not in 10.0.0.0\/24/,
    );
    expectProblems(
      'routers: { a: { interfaces: { e: 10.0.0.1/16, f: §10.0.1.1/24, g: 10.0.9.9/32 } } }',
      /10.0.1.0\/24 of "a:f" overlaps 10.0.0.0\/16 of "a:e"/,
    );
  });

  test('a host needs a place, a length and one clear gateway', () => {
    expectProblems('hosts: { §h: { address: 10.0.0.1/24 } }', /"h" is connected to nothing/);
    expectProblems('lans: { l: {} }\nhosts: { h: { lan: l, address: §10.0.0.1 } }', /\/32 is assumed/);
    const routers =
      'routers: { a: { interfaces: { e: { lan: l, address: 10.0.0.1/24 } } }, b: { interfaces: { e: { lan: l, address: 10.0.0.2/24 } } } }\nlans: { l: {} }\n';
    expectProblems(
      `${routers}hosts: { §h: { lan: l, address: 10.0.0.9 } }`,
      '"h" could use 2 gateways (add gateway: one of 10.0.0.1 (a:e), 10.0.0.2 (b:e))',
    );
    expectProblems(`${routers}hosts: { h: { lan: l, address: 10.0.0.9, gateway: 10.0.0.2 } }`);
    expectProblems(
      `${routers}hosts: { h: { lan: l, address: 10.0.0.9, gateway: §10.0.0.3 } }`,
      /No router beside "h"/,
    );
    expectProblems(
      `${routers}hosts: { h: { lan: l, address: 10.0.0.9, gateway: §10.0.1.3 } }`,
      /not in the subnet/,
    );
    const link =
      'routers: { a: { interfaces: { e: 10.0.0.1/30 } } }\nhosts: { h: { address: 10.0.0.2 } }\nlinks: { x: { ends: [a:e, h:eth0] } }';
    expect(topologyOf(link).hosts['h']?.address.length).toBe(30);
  });
});

describe('routing', () => {
  const bgp = (neighbor: string): string =>
    `routers: { a: { interfaces: { e: 10.0.0.1/30 }, bgp: { asn: 1, neighbors: { ${neighbor} } } }, b: { interfaces: { e: 10.0.0.2/30 }, bgp: { asn: 2 } }, c: { interfaces: { e: 10.0.1.1/30 } } }`;

  test('sessions that cannot come up are warned of', () => {
    expectProblems(bgp('10.0.0.2: { asn: 2 }'));
    expectProblems(bgp('§10.0.0.9: { asn: 2 }'), /Nothing has the address 10.0.0.9/);
    expectProblems(bgp('§10.0.1.1: { asn: 2 }'), /"c" \(10.0.1.1\) runs no BGP/);
    expectProblems(bgp('10.0.0.2: { asn: §3 }'), /"b" \(10.0.0.2\) is in AS 2.* \(write asn: 2\)/);
    expect(parseTopology(bgp('10.0.0.9: { asn: 2 }')).ok).toBe(true);
  });

  test('a router is not its own neighbor or next hop', () => {
    expectProblems(bgp('§10.0.0.1: { asn: 1 }'), /is an address of "a" itself/);
    expectProblems(
      'routers: { a: { interfaces: { e: 10.0.0.1/30 }, static: [{ prefix: 0.0.0.0/0, via: §10.0.0.1 }] } }',
      /is an address of "a" itself/,
    );
  });
});

describe('Azure', { timeout: 60_000 }, () => {
  const LAB = fixture('azure-lab');

  /** The lab with one place changed; `§` marks where the problem must be. */
  function changed(from: string, to: string): string {
    expect(LAB).toContain(from);
    return LAB.replace(from, to);
  }

  test('VNets', () => {
    expectProblems(
      'vnets: { v: { addressSpace: [10.0.0.0/16, §10.0.1.0/24] } }',
      /10.0.1.0\/24 overlaps 10.0.0.0\/16/,
    );
    expectProblems(
      'vnets: { v: { addressSpace: [10.0.0.0/16], subnets: { a: 10.0.0.0/24, b: §10.0.0.0/25, c: §10.1.0.0/24 } } }',
      /overlaps/,
      /not in the address space of "v"/,
    );
    expectProblems(
      'vnets: { v: { addressSpace: [10.0.0.0/16], advertise: [§10.1.0.0/24] } }',
      /not in the address space/,
    );
    expectProblems('vnets: { v: { §addressSpace: [] } }', /at least 1 entry/);
    expectProblems(
      changed('address: 10.17.30.4 }', 'address: §10.17.31.4 }'),
      /10.17.31.4 is in no subnet of VNet "remote"/,
    );
    expectProblems(
      changed('address: 10.17.30.4 }', 'address: §10.17.30.45 }'),
      /is in the GatewaySubnet of "remote"/,
    );
    expectProblems(changed('address: 10.17.30.4 }', 'address: §10.17.30.3 }'), /Azure keeps 10.17.30.3/);
    expectProblems(
      changed('vnet: hub, address: 10.10.30.4', 'vnet: hub, address: 10.10.30.4, gateway: §10.10.30.1'),
      /no gateway of its own/,
    );
    expectProblems(
      `${LAB}  twin: { vnet: hub, address: §10.10.30.4 }\n`,
      /10.10.30.4 belongs to "hub-vm" already/,
    );
  });

  test('peerings', () => {
    expectProblems(
      changed(
        '[10.11.30.0/26]\n    subnets: { workload: 10.11.30.0/26 }',
        '[10.10.30.0/26]\n    subnets: { workload: 10.10.30.0/26 }',
      )
        .replace('vnet: spoke, address: 10.11.30.4', 'vnet: spoke, address: 10.10.30.4')
        .replace('    ends:\n      hub:', '    §ends:\n      hub:'),
      /Azure refuses to peer/,
    );
    expectProblems(
      changed('hub: { allowGatewayTransit: true }', 'hub: {}').replace(
        'useRemoteGateways: true',
        'useRemoteGateways: §true',
      ),
      /"hub" does not allow gateway transit/,
    );
    expectProblems(
      `${changed('sites:\n', 'sites:\n')}`
        .replace('gateways:\n', 'gateways:\n  g: { type: vpn, vnet: spoke, instances: [§10.11.30.9] }\n')
        .replace('useRemoteGateways: true', 'useRemoteGateways: §true'),
      /"spoke" has a gateway of its own, "g"/,
      /not in the GatewaySubnet of "spoke"/,
    );
    expectProblems(
      changed('gateways:\n', '  again: { ends: { hub: {}, spoke: {} } }\ngateways:\n').replace(
        '  again',
        '  §again',
      ),
      /"hub-spoke" joins these two VNets already/,
    );
    expectProblems(
      changed(
        'gateways:\n',
        '  more:\n    ends:\n      remote: { allowGatewayTransit: true }\n      spoke: { useRemoteGateways: §true }\ngateways:\n',
      ),
      /uses the gateways of another VNet already/,
    );
  });

  test('gateways', () => {
    expectProblems(
      changed('instances: [10.17.30.44]', 'instances: [§10.17.30.5]'),
      /10.17.30.5 is not in the GatewaySubnet of "remote"/,
    );
    expectProblems(
      changed('bgpAddress: 10.11.30.126', 'bgpAddress: §10.11.30.70'),
      /not in the GatewaySubnet of "branch"/,
    );
    expectProblems(
      changed('circuits:\n', '  extra: { type: §vpn, vnet: hub, instances: [10.10.30.150] }\n\ncircuits:\n'),
      /has a gateway of this type already, "hub-vpngw"/,
    );
  });

  test('circuits', () => {
    expectProblems(
      changed('peering: 192.168.30.16/30', 'peering: 192.168.30.24/30')
        .replace('customer: ce1:ge0/0.1', 'customer: §ce1:ge0/0.1')
        .replace('        192.168.30.18:', '        §192.168.30.18:'),
      /has 192.168.30.17\/30, not 192.168.30.25\/30/,
      /Nothing has the address/,
    );
    expectProblems(
      'circuits: { c: { primary: { msee: m, peering: §10.0.0.0/31 } } }',
      /no private peering subnet/,
    );
    expectProblems(
      'routers: { r: { interfaces: { e: 10.0.0.1/30 } } }\ncircuits: { c: { §primary: { msee: m, customer: r:e } } }',
      /has a customer but no peering subnet/,
    );
    expectProblems(
      changed('gateway: remote-ergw', 'gateway: §remote-ergv'),
      /no gateway "remote-ergv" \(did you mean "remote-ergw"\?\)/,
    );
    expectProblems(
      changed('gateway: remote-ergw', 'gateway: §branch-vpngw')
        .replace('primary: 10.17.30.36', 'primary: §10.17.30.36')
        .replace('secondary: 10.17.30.37', 'secondary: §10.17.30.37'),
      /is a VPN gateway/,
      /GatewaySubnet/,
      /GatewaySubnet/,
    );
    expectProblems(
      changed('primary: 10.17.30.36', 'primary: §10.17.30.6'),
      /not in the GatewaySubnet of "remote"/,
    );
    expectProblems(
      changed('{ gateway: hub-ergw, primary: 10.10.30.134', '{ gateway: hub-ergw, primary: §10.10.30.132'),
      /10.10.30.132 belongs to "er1-hub" already/,
    );
  });

  test('connections', () => {
    expectProblems(
      changed('[hub-vpngw, branch-vpngw]', '[hub-vpngw, §hub-ergw]'),
      /"hub-ergw" is an ExpressRoute gateway/,
    );
    expectProblems(
      changed('[hub-vpngw, ce1:tunnel0]', '[hub-vpngw, §ce1]'),
      /"ce1" is a router: its tunnel interface is missing/,
    );
    expectProblems(
      changed('[hub-vpngw, ce1:tunnel0]', '[§hub-vpngw:x, ce1:tunnel0]'),
      /is a gateway and has no interface/,
    );
    expectProblems(
      changed('[hub-vpngw, branch-vpngw]', '[hub-vpngw, §hub-vpn]'),
      /no gateway or router "hub-vpn" \(did you mean "hub-vpngw"\?\)/,
    );
    expectProblems(
      changed('ends: [hub-vpngw, branch-vpngw]', '§ends: [hub-vpngw, hub-vpngw]'),
      /with itself/,
    );
  });
});

describe('limits', { timeout: 60_000 }, () => {
  test('nodes', () => {
    const many = Array.from({ length: MAX_NODES + 1 }, (_, index) => `  r${index}: {}`).join('\n');
    expect(parseTopology(`routers:\n${many}\n`).problems).toMatchObject([
      { message: 'The topology has 5001 nodes; 5000 are allowed' },
    ]);
  });

  test('problems', () => {
    const many = Array.from({ length: 80 }, (_, index) => `  l${index}: { latency: x }`).join('\n');
    const { problems } = parseTopology(`lans:\n${many}\n`);
    expect(problems).toHaveLength(MAX_PROBLEMS);
    expect(problems.at(-1)?.message).toBe('31 more problems are not shown');
  });
});

describe('arbitrary text', { timeout: 60_000 }, () => {
  const check = (text: string): void => {
    const result = parseTopology(text);
    expect(result.ok || result.problems.length > 0).toBe(true);
    const lines = text.split(/\r\n|\n/);
    for (const { line, column } of result.problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length + 1);
    }
  };

  test('never throws, whatever the characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 300 });
  });

  test('never throws, whatever happened to a good text', () => {
    for (const name of ['azure-lab', 'three-routers']) {
      const text = fixture(name);
      const junk = fc.oneof(
        fc.constantFrom(
          '',
          '\n',
          ':',
          '- ',
          '{',
          ']',
          '"',
          "'",
          '&a ',
          '*a',
          '!t ',
          '\t',
          '#',
          '|',
          '?',
          'null',
          '0',
          '10.0.0.1/8',
          '__proto__',
        ),
        fc.string({ maxLength: 3 }),
      );
      fc.assert(
        fc.property(fc.nat(text.length), fc.nat(30), junk, (start, length, insert) => {
          check(text.slice(0, start) + insert + text.slice(start + length));
        }),
        { numRuns: 60 },
      );
    }
  });

  test('never throws, whatever the values', () => {
    const sections = [
      'vnets',
      'peerings',
      'gateways',
      'circuits',
      'connections',
      'sites',
      'routers',
      'lans',
      'hosts',
      'links',
    ];
    const keys = [
      'ends',
      'address',
      'vnet',
      'lan',
      'interfaces',
      'primary',
      'secondary',
      'connections',
      'bgp',
      'ospf',
      'icmp',
      'static',
      'addressSpace',
      'subnets',
      'instances',
      'gateway',
      'type',
    ];
    const scalar = fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1e300,
      '',
      'a',
      'off',
      '10.0.0.1/24',
      '10.0.0.0/24',
      '10.0.0.1',
      'a:b',
      'vpn',
      [],
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        scalar,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, 'a', 'b'), tie('value'), { maxKeys: 5 }),
      ),
    }));
    const element = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 });
    const topology = fc.dictionary(
      fc.constantFrom(...sections),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), element),
    );
    fc.assert(
      fc.property(topology, (input) => {
        check(JSON.stringify(input));
      }),
      { numRuns: 150 },
    );
  });
});
