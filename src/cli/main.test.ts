import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inMemory, runIn, type Outcome } from './testing';

const notebook = readFileSync('test/fixtures/small.tracebook.md', 'utf8');
const topology = readFileSync('test/fixtures/three-routers.yaml', 'utf8');

/** With files that exist in memory only. */
function tracebook(args: readonly string[], files: Readonly<Record<string, string>> = {}): Outcome {
  return runIn(inMemory({ 'small.tracebook.md': notebook, 'three.yaml': topology, ...files }), args);
}

const fence = (kind: string, text: string): string => `\`\`\`${kind}\n${text}\n\`\`\`\n\n`;
const lab = fence('topology', topology);
const onTrace = ['trace', '--topology', 'three.yaml', '--from', 'alice', '--to', 'bob'];

describe('tracebook', () => {
  it('tells its version and how it is used', () => {
    expect(tracebook(['--version'])).toEqual({ code: 0, out: 'tracebook 1.2.3\n', err: '' });
    expect(tracebook(['--help']).out).toContain('Usage: tracebook COMMAND');
    for (const command of ['run', 'trace', 'routes', 'ask', 'export', 'help']) {
      const help = tracebook([command, '--help']);
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toContain(`Usage: tracebook ${command}`);
      expect(tracebook(['help', command])).toEqual(help);
    }
  });

  it.each([
    [[], 'Usage: tracebook COMMAND'],
    [['rnu'], 'There is no command "rnu" (did you mean "run"?)'],
    [['help', 'rout'], 'There is no command "rout"'],
    [['run'], 'There is no file to run; see tracebook help run'],
    [['run', '--jsn', 'x'], "Unknown option '--jsn'; see tracebook help run"],
    [['trace', '--from', 'a', '--to', 'b'], '--topology is missing'],
    [['trace', '--topology'], "Option '--topology <value>' argument missing"],
    [[...onTrace, 'extra'], '"extra" does not belong here'],
    [[...onTrace, '--from', 'bob'], '--from is given 2 times'],
    [['routes', '--topology', 'three.yaml'], 'The node is missing'],
  ])('refuses %j', (args, message) => {
    const { code, out, err } = tracebook(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('tracebook run', () => {
  it('prints what each cell gives, and counts the expectations', () => {
    const { code, out, err } = tracebook(['run', 'small.tracebook.md']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('(network of 5 nodes and 5 links)');
    expect(out).toContain(
      'alice> tracert bob\n\nTracing route to bob [10.3.0.10]\nover a maximum of 30 hops:\n',
    );
    expect(out).toContain('edit> shutdown r1-r2\n');
    expect(out).toContain('ok      alice -> bob via r2\n');
    expect(out.endsWith('\n6 of 6 expectations hold\n')).toBe(true);
  });

  it('counts the expectations of each group apart', () => {
    const text =
      lab +
      fence('expect published {#a}', 'alice -> bob reach\nalice -> bob no-path') +
      fence('expect', 'alice -> bob reach');
    const { code, out } = tracebook(['run', 'x.md'], { 'x.md': text });
    expect(code).toBe(1);
    expect(out.endsWith('\npublished: 1 of 2\n2 of 3 expectations hold\n')).toBe(true);
  });

  it('gives the same bytes each time', () => {
    expect(tracebook(['run', 'small.tracebook.md'])).toEqual(tracebook(['run', 'small.tracebook.md']));
  });

  it('shows how an expectation fails', () => {
    const text = lab + fence('expect', 'alice -> bob path 10.9.9.9');
    const { code, out, err } = tracebook(['run', 'x.md'], { 'x.md': text });
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(
      /FAILED {2}alice -> bob path 10\.9\.9\.9\n +expected {2}10\.9\.9\.9\n +actual {4}10\.1\.0\.1 .*\n +Hop 1 is 10\.1\.0\.1, not 10\.9\.9\.9\n/,
    );
    expect(out.endsWith('0 of 1 expectation holds\n')).toBe(true);
  });

  it('gives every silent hop its reason', () => {
    const silent = `${lab}${fence('edit', 'set r2 icmp answers false')}${fence('edit', 'set r1-r3 latency 500 ms\nset r1:eth2 ospfCost 500')}${fence('console', 'alice> tracert bob')}`;
    const { code, out } = tracebook(['run', 'x.md'], { 'x.md': silent });
    expect(code).toBe(0);
    const stars = out.match(/Request timed out\./g) ?? [];
    expect(stars.length).toBeGreaterThan(0);
    expect(out.match(/^ {2}hop \d+ is silent: .+$/gm)).toHaveLength(stars.length);
    // To the hop limit for one reason: told once.
    const dead = `${lab}${fence('edit', 'set r1 static [{ prefix: 10.3.0.10/32, via: discard }]')}${fence('console', 'alice> tracert bob')}`;
    const told = tracebook(['run', 'x.md'], { 'x.md': dead }).out.match(/^ {2}hops? .+ silent: .+$/gm);
    expect(told).toEqual([expect.stringMatching(/^ {2}hops \d+ to 30 are silent: /)]);
  });

  it('tells errors with file, line and column, and runs the rest', () => {
    const text = `# T\n\n${lab}${fence('console', '\nalice> tracrt bob')}${fence('expect', 'alice -> bob reach')}`;
    const { code, out, err } = tracebook(['run', 'x.md'], { 'x.md': text });
    expect(code).toBe(1);
    const line = text.split('\n').findIndex((source) => source.includes('tracrt')) + 1;
    expect(err).toContain(`x.md:${line}:8: error: `);
    expect(out.endsWith('1 of 1 expectation holds, 1 cell in error\n')).toBe(true);
  });

  it('says where broken YAML is', () => {
    const { code, err } = tracebook(['run', 'x.md'], { 'x.md': `\n\n${fence('topology', 'routers: [')}` });
    expect(code).toBe(1);
    expect(err).toMatch(/^x\.md:[45]:\d+: error: /);
  });

  it('keeps a problem on one line, whatever it quotes', () => {
    const { err } = tracebook(['run', 'x.md'], {
      'x.md': fence('topology', 'routers:\n  "a\\nb": {}\n  r1: |\n    two\n    lines'),
    });
    expect(err.split('\n')).toHaveLength(3);
  });

  it('says that a file holds nothing to run', () => {
    const { code, err } = tracebook(['run', 'x.yaml'], { 'x.yaml': topology });
    expect([code, err]).toEqual([
      0,
      'x.yaml:1:1: warning: There is no cell to run (a notebook is Markdown with fenced cells; for a topology see tracebook help trace)\n',
    ]);
  });

  it('goes on after a file that cannot be read, and exits with 2', () => {
    const { code, out, err } = tracebook(['run', 'none.md', 'small.tracebook.md']);
    expect(code).toBe(2);
    expect(err).toBe('none.md:1:1: error: There is no such file\n');
    expect(out).toContain('== small.tracebook.md ==');
    expect(out).toContain('6 of 6 expectations hold');
  });

  it('prints one JSON document with every cell', () => {
    const { code, out } = tracebook(['run', '--json', 'small.tracebook.md']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'tracebook.run/1',
      files: [
        {
          file: 'small.tracebook.md',
          title: 'A small plain network',
          seed: 7,
          summary: {
            expectations: { total: 6, hold: 6 },
            cells: { fresh: 11, failed: 0, error: 0, blocked: 0 },
          },
          cells: [
            { kind: 'markdown', status: 'fresh', startLine: 7 },
            { kind: 'topology', startLine: 10 },
            {
              kind: 'console',
              entries: [{ node: 'alice', command: 'tracert bob', result: { kind: 'trace' } }, {}, {}, {}],
            },
            { kind: 'expect', checks: [{ passed: true }, {}] },
            {},
            { kind: 'edit', edits: [{ text: 'shutdown r1-r2' }] },
            {},
            {},
            {},
            {},
            {},
          ],
        },
      ],
    });
  });

  it('lets no notebook steer the terminal', () => {
    const text = lab + fence('console', 'alice> tracert \u001B[2Jbob');
    const { out, err } = tracebook(['run', 'x.md'], { 'x.md': text });
    expect(out + err).not.toContain('\u001B');
    expect(err).toContain('\uFFFD[2Jbob');
  });
});

describe('tracebook trace', () => {
  it('traces on a topology, changed by edits', () => {
    const { code, out, err } = tracebook([...onTrace, '--edit', 'shutdown r1-r3', '--all-paths']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('10.0.12.2');
    expect(out).toContain('alice> paths bob\n');
  });

  it('traces on the network at the end of a notebook', () => {
    const args = ['trace', '--topology', 'small.tracebook.md', '--from', 'alice', '--to', '10.3.0.10'];
    expect(tracebook(args).out).toContain('Destination net unreachable');
    expect(tracebook([...args, '--edit', 'no shutdown r1-r2']).out).toContain('10.0.12.2');
  });

  it('prints JSON', () => {
    const { code, out } = tracebook([...onTrace, '--edit', 'shutdown r1-r3', '--json', '--all-paths']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'tracebook.trace/1',
      disposition: 'ACCEPTED',
      reached: true,
      hops: [
        { ttl: 1, address: '10.1.0.1', node: 'r1', interface: 'eth0', silentReason: null },
        { ttl: 2, address: '10.0.12.2' },
        { ttl: 3, address: '10.0.23.2' },
        { ttl: 4, address: '10.3.0.10' },
      ],
      paths: [{ taken: true, disposition: 'ACCEPTED' }],
      truncated: false,
    });
  });

  it.each([
    [['--edit', 'shutdwn r1'], '--edit:1:1: error: There is no command "shutdwn"'],
    [['--edit', 'shutdown alice'], '--from:1:1: error: alice is shut down'],
    [['--edit', 'shutdown r1', '--edit', 'shutdown r9'], '--edit:1:10: error: '],
  ])('tells what is wrong with %j', (extra, message) => {
    const { code, out, err } = tracebook([...onTrace, ...extra]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it.each([
    ['x.yaml', 'routers: [', 'alice', 'bob', /^x\.yaml:\d+:\d+: error: /],
    ['x.md', 'no cells', 'alice', 'bob', /^x\.md:1:1: error: The notebook has no topology cell\n$/],
    [
      'x.md',
      `${lab}${fence('edit', 'shutdown r9')}`,
      'alice',
      'bob',
      new RegExp(`^x\\.md:${lab.split('\n').length + 1}:10: error: `),
    ],
    [
      'x.yaml',
      topology,
      'alic',
      'bob',
      /^--from:1:1: error: There is no node "alic" \(did you mean "alice"\?\)\n$/,
    ],
    [
      'x.yaml',
      topology,
      'alice',
      'bobb',
      /^--to:1:1: error: There is no node "bobb" \(did you mean "bob"\?\)\n$/,
    ],
  ])('tells what is wrong in %s', (file, text, from, to, message) => {
    const { code, err } = tracebook(['trace', '--topology', file, '--from', from, '--to', to], {
      [file]: text,
    });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('tracebook ask', () => {
  const onThree = ['ask', '--topology', 'three.yaml'];

  it('puts any console command to a node', () => {
    const { code, out } = tracebook([...onThree, 'r1', 'why', '10.3.0.0/24']);
    expect(code).toBe(0);
    expect(out).toMatch(/^r1> why 10\.3\.0\.0\/24\nr1 has 10\.3\.0\.0\/24 \(ospf\)/);
    expect(tracebook([...onThree, '--', 'alice', 'ping', '-n', '1', 'bob']).out).toContain('Sent = 1');
    // Behind `--` it is the hops of tracert, not a wish for help.
    expect(tracebook([...onThree, '--', 'alice', 'tracert', '-h', '5', 'bob']).out).toContain(
      'maximum of 5 hops',
    );
  });

  it('prints the typed result as JSON', () => {
    const { out } = tracebook([...onThree, '--json', 'r1', 'next-hop', 'bob']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'tracebook.ask/1',
      node: 'r1',
      command: 'next-hop bob',
      result: { kind: 'next-hop', node: 'r1', route: { prefix: '10.3.0.0/24' } },
    });
  });

  it('says what is missing or not understood', () => {
    expect(tracebook([...onThree, 'r1']).err).toContain('The command is missing');
    expect(tracebook([...onThree, 'r1', 'wyh', '10.3.0.0/24'])).toMatchObject({
      code: 2,
      out: '',
      err: 'COMMAND:1:1: error: \'wyh\' is not a command (did you mean "why"?)\n',
    });
  });
});

describe('tracebook routes', () => {
  it('shows the table of a node', () => {
    const { code, out } = tracebook(['routes', '--topology', 'three.yaml', 'r1']);
    expect(code).toBe(0);
    expect(out).toMatch(/^r1> show ip route\n/);
    expect(out).toContain('10.3.0.0/24');
  });

  it('prints JSON', () => {
    const { out } = tracebook(['routes', '--topology', 'three.yaml', 'r1', '--json']);
    expect(JSON.parse(out)).toMatchObject({ schema: 'tracebook.routes/1', node: 'r1', nodeKind: 'router' });
  });

  it('names the nearest node', () => {
    const { code, err } = tracebook(['routes', '--topology', 'three.yaml', 'r0']);
    expect([code, err]).toEqual([2, 'NODE:1:1: error: There is no node "r0" (did you mean "r1"?)\n']);
  });
});
