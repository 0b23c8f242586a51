import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { editLine } from './edit-line';
import { parseTopology } from './parse';
import { writeEdits } from './write-edits';

const LAB = readFileSync('test/fixtures/azure-lab.yaml', 'utf8');

function written(text: string, ...lines: readonly string[]): string {
  const result = writeEdits(text, lines);
  if (result.kind === 'written') return result.text;
  return result.kind === 'refused' ? `refused: ${result.reason}` : result.kind;
}

function inputOf(text: string, ...lines: readonly string[]): unknown {
  const parsed = parseTopology(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return lines.reduce((document, line) => {
    const edited = editLine(line, document);
    if (!edited.ok) throw new Error(`${line}: ${JSON.stringify(edited.problems)}`);
    return edited.value.document;
  }, parsed.value).input;
}

const BLOCK = `# The lab of room 4.
routers:
  r1: # on the left
    interfaces:
      eth0: { address: 10.1.0.1/24, lan: office } # the desks
      eth1: 10.0.12.1/30
    ospf: {}
  # On the right.
  r2:
    interfaces: { eth0: 10.0.12.2/30 }
    ospf: {}

lans:
  office: {} # two rooms
hosts:
  alice: { lan: office, address: 10.1.0.10 }
  # bob is away
links:
  r1-r2: { ends: [r1:eth1, r2:eth0], latency: 2 ms } # a long cable
`;

describe('an edit written into YAML', () => {
  it.each([
    [
      'the entry of a mapping in braces',
      ['shutdown r1-r2'],
      '  r1-r2: { ends: [r1:eth1, r2:eth0], latency: 2 ms, shutdown: true } # a long cable',
    ],
    ['a value', ['set r1-r2 latency 7 ms'], 'latency: 7 ms } # a long cable'],
    ['an empty mapping', ['shutdown office'], '  office: { shutdown: true } # two rooms'],
    [
      'a mapping on lines of its own',
      ['shutdown r2'],
      '    interfaces: { eth0: 10.0.12.2/30 }\n    ospf: {}\n    shutdown: true\n\nlans:',
    ],
    [
      'a shorthand, written out',
      ['shutdown r1:eth1'],
      '      eth1: { address: 10.0.12.1/30, shutdown: true }\n    ospf',
    ],
    [
      'an element among its like',
      ['add host carol { lan: office, address: 10.1.0.12/24 }'],
      'address: 10.1.0.10 }\n  carol: { lan: office, address: 10.1.0.12/24 }\n  # bob is away',
    ],
    [
      'an element among such on several lines',
      ['add router r3 { interfaces: { eth0: 10.9.0.1/24 } }'],
      '    ospf: {}\n  r3:\n    interfaces: { eth0: 10.9.0.1/24 }\n\nlans:',
    ],
    ['a section', ['add site home {}'], '# a long cable\nsites:\n  home: {}\n'],
    [
      'a removal, with what goes along',
      ['remove alice', 'remove r2'],
      'lans:\n  office: {} # two rooms\nhosts: {}\n  # bob is away\nlinks: {}\n',
    ],
  ])('changes only %s', (_, lines, part) => {
    const text = written(BLOCK, ...lines);
    expect(text).toContain(part);
    expect(inputOf(text)).toEqual(inputOf(BLOCK, ...lines));
  });

  it('leaves every other line as it is', () => {
    const before = BLOCK.split('\n');
    const after = written(BLOCK, 'shutdown r1-r2', 'set r1-r2 latency 7 ms', 'shutdown office').split('\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(2);
  });

  it('takes back to the letter what it wrote', () => {
    expect(written(BLOCK, 'shutdown r1-r2', 'no shutdown r1-r2')).toBe(BLOCK);
    expect(written(BLOCK, 'shutdown r2', 'no shutdown r2')).toBe(BLOCK);
    expect(written(LAB, 'shutdown msee1-pri', 'no shutdown msee1-pri')).toBe(LAB);
  });

  it('keeps the lines and commas of braces that go over several lines', () => {
    const text = `hosts: {}
lans:
  {
    office: {}, # first
    lab: { prefix: 10.2.0.0/24 } # second
  }
sites: { a: {},
  b: {}, }
`;
    expect(written(text, 'add lan yard {}', 'add site c {}')).toBe(`hosts: {}
lans:
  {
    office: {}, # first
    lab: { prefix: 10.2.0.0/24 }, # second
    yard: {}
  }
sites: { a: {},
  b: {}, c: {}, }
`);
    expect(written(text, 'remove lab', 'remove a')).toBe(`hosts: {}
lans:
  {
    office: {}, # first
  }
sites: { 
  b: {}, }
`);
  });

  it('begins a topology', () => {
    expect(written('', 'add lan office {}')).toBe('lans:\n  office: {}\n');
    expect(written('# To do', 'add lan office {}')).toBe('# To do\nlans:\n  office: {}\n');
    expect(written('{}', 'add lan office {}')).toBe('{ lans: { office: {} } }');
    expect(written('lans:\n', 'add lan office {}')).toBe('lans: { office: {} }\n');
  });

  it('does not change what an anchor gives to others, nor writes what is wrong', () => {
    const shared = 'lans:\n  a: &a { latency: 1 ms }\n  b: *a\n';
    expect(written(shared, 'set a latency 2 ms')).toBe('unfit');
    expect(written(shared, 'set b latency 2 ms')).toBe('unfit');
    expect(written(BLOCK, 'shutdown nobody')).toContain('There is no "nobody"');
    expect(written('routers: 1', 'shutdown r1')).toContain('refused');
    expect(written(BLOCK, 'remove office')).toContain('is needed by alice');
  });

  it('quotes what would be read as something else', () => {
    const text = written(
      'sites: { x: {} }',
      'add site 01 { location: "a, b: c # d" }',
      'set x location "no"',
    );
    expect(inputOf(text)).toEqual({
      sites: { x: { location: 'no' }, '01': { location: 'a, b: c # d' } },
    });
  });
});

describe('written into any layout', () => {
  const names = ['r1', 'r2', 'office', 'alice', 'r1-r2', 'r1:eth1'];
  const line = fc.oneof(
    fc.constantFrom(...names).map((name) => `shutdown ${name}`),
    fc.constantFrom(...names).map((name) => `no shutdown ${name}`),
    fc.nat(50).map((ms) => `set r1-r2 latency ${ms} ms`),
    fc.constantFrom('add host bob { lan: office, address: 10.1.0.77/24 }', 'add site home {}'),
    fc.constantFrom('set r2 interfaces eth9 10.7.0.1/30', 'add router r9 { interfaces: {} }'),
    fc.constantFrom('remove alice', 'remove r1-r2', 'remove r2'),
  );
  /** Lines that still mean something after those before them. */
  const lines = fc.array(line, { minLength: 1, maxLength: 5 }).map((all) =>
    all.reduce<readonly string[]>((kept, each) => {
      try {
        inputOf(BLOCK, ...kept, each);
        return [...kept, each];
      } catch {
        return kept;
      }
    }, []),
  );
  const layout = fc.record({
    indent: fc.constantFrom(1, 2, 4),
    lineWidth: fc.constantFrom(0, 20, 40, 80),
    collectionStyle: fc.constantFrom('any', 'block', 'flow'),
    flowCollectionPadding: fc.boolean(),
    trailingComma: fc.boolean(),
    indentSeq: fc.boolean(),
  });

  it('says what the edits do, and keeps every comment of lines that stay', () => {
    fc.assert(
      fc.property(layout, lines, (options, edits) => {
        const plain = stringify(inputOf(BLOCK), options);
        const text = plain
          .split('\n')
          .map((each, index) => (each.trim() === '' ? each : `${each} # ${index}.`))
          .join('\n');
        const after = written(text, ...edits);
        expect(inputOf(after)).toEqual(inputOf(BLOCK, ...edits));
        if (edits.some((each) => each.startsWith('remove'))) return;
        for (const [comment] of text.matchAll(/# \d+\./g)) expect(after).toContain(comment);
      }),
      { numRuns: 40 },
    );
  });

  it('shuts down and brings up everything in the published lab, to the letter', () => {
    const found = parseTopology(LAB);
    if (!found.ok) throw new Error('the lab has errors');
    const { vnets, gateways, circuits, connections, routers, hosts, links, peerings } = found.value.topology;
    const all = [vnets, gateways, circuits, connections, routers, hosts, links, peerings];
    const names = all.flatMap((section) => Object.keys(section));
    const downs = names.map((name) => `shutdown ${name}`);
    expect(inputOf(written(LAB, ...downs))).toEqual(inputOf(LAB, ...downs));
    expect(written(LAB, ...downs, ...names.map((name) => `no shutdown ${name}`))).toBe(LAB);
  });
});
