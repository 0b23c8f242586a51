import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fixture } from '../../../../test/support/topology-text';
import { applyEdit, editLine, parseEdit, type Edit } from './edit';
import { parseTopology, type TopologyDocument } from './parse';

function documentOf(text: string): TopologyDocument {
  const result = parseTopology(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const LAB = documentOf(fixture('azure-lab'));
const PLAIN = documentOf(fixture('three-routers'));

/** Every element and interface of a document, as edits name them. */
function targetsOf({ topology }: TopologyDocument): string[] {
  const interfaces = Object.entries(topology.routers).flatMap(([name, { interfaces: own }]) =>
    Object.keys(own).map((key) => `${name}:${key}`),
  );
  const circuits = Object.values(topology.circuits).flatMap(({ primary, secondary, connections }) => [
    primary.msee,
    ...(secondary === null ? [] : [secondary.msee]),
    ...Object.keys(connections),
  ]);
  return [...Object.values(topology).flatMap((section) => Object.keys(section)), ...interfaces, ...circuits];
}

const PROPERTIES = [
  'shutdown true',
  'latency 7 ms',
  'description "why not"',
  'ospf { defaultCost: 7 }',
  'ospfCost 3',
  'hashSeed 9',
  'icmp off',
  'site location-2',
  'primary latency 3',
];

for (const [label, document] of [
  ['azure-lab', LAB],
  ['three-routers', PLAIN],
] as const)
  test(`any sequence of edits on ${label} is taken back by its inverses, order included`, () => {
    const target = fc.constantFrom(...targetsOf(document));
    const line = fc.oneof(
      fc.tuple(fc.constantFrom('shutdown', 'no shutdown', 'remove'), target).map((words) => words.join(' ')),
      fc.tuple(target, fc.constantFrom(...PROPERTIES)).map(([name, property]) => `set ${name} ${property}`),
      fc
        .tuple(target, fc.constantFrom('latency', 'interfaces', 'site', 'ospf'))
        .map(([name, key]) => `unset ${name} ${key}`),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const inverses: Edit[] = [];
        let current = document;
        for (const each of lines) {
          const result = editLine(each, current);
          if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
          else {
            inverses.unshift(result.value.inverse);
            current = result.value.document;
          }
        }
        for (const inverse of inverses) {
          const back = applyEdit(current, inverse);
          if (!back.ok) throw new Error(JSON.stringify(back.problems));
          current = back.value.document;
        }
        expect(JSON.stringify(current)).toBe(JSON.stringify(document));
      }),
      { numRuns: 100 },
    );
  });

test.each([
  ['azure-lab', LAB],
  ['three-routers', PLAIN],
])('shutdown and remove of anything in %s give a network or a message', (_, document) => {
  for (const name of targetsOf(document)) {
    expect(editLine(`shutdown ${name}`, document).ok).toBe(true);
    const result = editLine(`remove ${name}`, document);
    expect(result.ok || result.problems.length > 0).toBe(true);
  }
});

test('no line makes the parser throw, and none pollutes prototypes', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'set',
      'add',
      'unset',
      'remove',
      'shutdown',
      'no',
      'announce',
      'r1',
      'r1:eth0',
      'router',
      'bgp',
      '{',
      '[',
      '*a',
      '&a',
      '!x',
      '#',
      ':',
      '"',
      '__proto__',
      'constructor',
      'interfaces',
      '0',
      '10.0.0.0/8',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const line = words.join(' ');
      for (const problem of editLine(line, PLAIN).problems) expect(problem.column).toBeGreaterThan(0);
      const parsed = parseEdit(line, PLAIN);
      if (parsed.ok) applyEdit(PLAIN, parsed.value);
    }),
    { numRuns: 300 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('an edit that did not come from a line cannot reach a prototype either', () => {
  for (const key of ['__proto__', 'constructor', 'toString']) {
    const edit: Edit = {
      summary: '',
      steps: [{ type: 'set', path: ['routers', key, 'polluted'], value: true }],
    };
    expect(applyEdit(PLAIN, edit)).toMatchObject({ ok: false });
  }
  expect({}).not.toHaveProperty('polluted');
});
