import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../address';
import { MAX_NODES, MAX_PROBLEMS, MAX_TEXT } from './limits';
import { parseTopology } from './parse';
import { expectProblems, fixture, topologyOf } from '../../../../test/support/topology-text';

/** Any UTF-16 units, lone surrogates and controls included. */
const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units));

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
    expect(routers['ce2a']?.ospf?.redistribute).toEqual([
      { from: 'bgp', metric: 20, type: 2, routeMap: null },
    ]);
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

test('the examples of the manual are valid', () => {
  const manual = readFileSync('docs/topology.md', 'utf8');
  const examples = [...manual.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1]!);
  expect(examples.length).toBeGreaterThan(3);
  for (const example of examples) {
    const isFragment = /^(bgp|ospf|interfaces):/.test(example);
    const text = isFragment ? `routers:\n  r:\n${example.replaceAll(/^/gm, '    ')}` : example;
    const { ok, problems } = parseTopology(text);
    expect({ ok, problems: isFragment ? [] : problems }).toEqual({ ok: true, problems: [] });
  }
});

describe('broken YAML', { timeout: 60_000 }, () => {
  test('is told with its place', () => {
    expectProblems('routers:\n  r1: {§', /^Broken YAML: /);
    expectProblems('routers:\n§\tx: 1', /Broken YAML/);
    expectProblems(
      'routers: { r1: { interfaces: {§',
      /^Broken YAML: .* \(look for a bracket, brace, colon or quote that is missing/,
    );
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
    expect(parseTopology('[1,'.padEnd(1_300_000, '1,')).problems[0]?.message).toMatch(/too many values/);
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

const check = (text: string): void => {
  const result = parseTopology(text);
  expect(result.ok || result.problems.length > 0).toBe(true);
  const lines = text.split(/\r\n|\n/).length;
  const outside = result.problems.filter(({ line, column }) => line < 1 || column < 1 || line > lines + 1);
  expect(outside).toEqual([]);
};

describe('arbitrary text', { timeout: 60_000 }, () => {
  test('never throws, whatever the characters', () => {
    fc.assert(fc.property(anyText(200), check), { numRuns: 100 });
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
        { numRuns: 40 },
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
      { numRuns: 60 },
    );
  });
});
