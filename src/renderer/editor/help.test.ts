import { describe as group, expect, it } from 'vitest';
import type { NetworkView } from '../../shared/network-view';
import { complete } from './complete';
import { describe, wordAt } from './hover';

const NETWORK: NetworkView = {
  nodes: [
    {
      name: 'ce1',
      kind: 'router',
      area: { kind: 'site', name: 'location-1', region: null },
      asn: 65021,
      up: true,
      description: 'to the circuit',
      inferred: true,
      position: null,
      interfaces: [{ name: 'ge0/0.1', address: '192.168.30.17/30', up: false, link: 'er1' }],
    },
    {
      name: 'hub-vm',
      kind: 'host',
      area: { kind: 'vnet', name: 'hub', region: 'Azure region 1' },
      asn: null,
      up: true,
      description: null,
      inferred: false,
      position: null,
      interfaces: [{ name: 'eth0', address: '10.10.30.4/25', up: true, link: null }],
    },
  ],
  links: [
    {
      name: 'ce1-lan1',
      kind: 'link',
      ends: [{ node: 'ce1', interface: 'ge0/0.1' }],
      up: false,
      latencyMs: 0.1,
      bandwidth: null,
      path: null,
      position: null,
    },
  ],
  areas: [
    { kind: 'vnet', name: 'hub', region: 'Azure region 1', prefixes: ['10.10.30.0/24'] },
    { kind: 'circuit', name: 'er1', region: null, prefixes: [] },
  ],
};

function labels(
  kind: Parameters<typeof complete>[0],
  before: string,
  above: readonly string[] = [],
): string[] {
  return complete(kind, before, above, { network: NETWORK, scenarios: [], observed: [] }).map(
    (item) => item.label,
  );
}

group('complete', () => {
  it('offers prompts, then commands, then targets with hosts first', () => {
    expect(
      complete('console', 'hu', [], { network: NETWORK, scenarios: [], observed: [] }).map(
        (item) => item.insert,
      ),
    ).toContain('hub-vm> ');
    expect(labels('console', 'hub-vm> ')).toContain('show ip route');
    expect(labels('console', 'hub-vm> tracert ')).toEqual(['hub-vm', 'ce1', '192.168.30.17', '10.10.30.4']);
    expect(labels('console', 'hub-vm> tracert -')).toContain('-d');
  });

  it('offers what stands in the place of each argument', () => {
    expect(labels('console', 'ce1> why ')).toEqual(
      expect.arrayContaining(['hub-vm', '10.10.30.0/24', '192.168.30.17']),
    );
    expect(labels('console', 'ce1> show effective-routes ')).toEqual(['hub-vm']);
    expect(labels('console', 'ce1> show circuit-routes ')).toEqual(['er1']);
    expect(labels('console', 'ce1> show circuit-routes er1 ')).toEqual(['primary', 'secondary']);
    expect(labels('console', 'ce1> why-silent hub-vm 10.10.30.4 ')).toEqual([]);
    expect(labels('console', 'ce1> show ospf ')).toEqual([]);
    expect(labels('console', 'ce1> fail each ')).toEqual(['link', 'node', 'interface']);
    expect(labels('console', 'ce1> trace --')).toEqual(['--both', '--flow']);
  });

  it('replaces a command of several words as a whole', () => {
    const item = complete('console', 'ce1> show ip', [], {
      network: NETWORK,
      scenarios: [],
      observed: [],
    }).find((each) => each.label === 'show ip route');
    expect(item?.from).toBe('ce1> '.length);
  });

  it('offers what an edit command takes', () => {
    expect(labels('edit', 'no')).toContain('no shutdown');
    expect(labels('edit', 'shutdown ')).toEqual(
      expect.arrayContaining(['ce1', 'ce1:ge0/0.1', 'ce1-lan1', 'hub']),
    );
    expect(labels('edit', 'add ')).toContain('host');
  });

  it('follows the order of an expectation', () => {
    expect(labels('expect', 'hub')).toContain('hub-vm');
    expect(labels('expect', 'hub-vm -> ')).toContain('ce1');
    expect(labels('expect', 'hub-vm -> ce1 ')).toEqual(['path', 'reach', 'no-path', 'via', 'rtt', 'same-as']);
    expect(labels('expect', 'hub-vm -> ce1 path ')).toContain('192.168.30.17');
  });

  it('offers sections, and the properties of the section above', () => {
    expect(labels('topology', 'ro')).toContain('routers');
    expect(labels('topology', '    ', ['links:', '  a-b:'])).toContain('bandwidth');
    expect(labels('topology', '  a-b: { ends: [ce1', ['links:'])).toContain('ce1:ge0/0.1');
  });

  it('offers nothing in comments', () => {
    expect(labels('console', '# hub')).toEqual([]);
  });
});

group('describe', () => {
  it('tells kind, area, number, state, text and doubt of a node', () => {
    const told = describe('console', 'ce1', NETWORK)?.join('\n');
    for (const part of [
      'router',
      'site location-1',
      'AS 65021',
      'to the circuit',
      'assumed',
      '192.168.30.17/30',
    ]) {
      expect(told).toContain(part);
    }
  });

  it('shows free text as it stands, with no link, image or markup of its own', () => {
    const nodes = NETWORK.nodes.map((node) => ({
      ...node,
      description: '![x](http://a.example/) <b>\n# no*w* [y](command:z) www.a.example',
    }));
    const told = describe('console', 'ce1', { ...NETWORK, nodes })?.join('\n') ?? '';
    expect(told).toContain('\\!\\[x\\]\\(http\\:\\/\\/a\\.example\\/\\) \\<b\\> \\# no\\*w\\*');
    expect(told).not.toMatch(/(?<!\\)[[\]<>!]/);
    expect(told).not.toMatch(/http:|www\.|\n#/);
  });

  it('finds the interface of an address, with or without its length', () => {
    for (const word of ['192.168.30.17', '192.168.30.17/30', 'ce1:ge0/0.1']) {
      expect(describe('console', word, NETWORK)?.[0]).toContain('ge0/0.1');
    }
  });

  it('tells in which network an unknown address lies', () => {
    expect(describe('console', '10.10.30.200', NETWORK)?.[0]).toContain('VNet hub');
    expect(describe('console', '10.99.0.1', NETWORK)).toBeNull();
  });

  it('tells links, areas and commands', () => {
    expect(describe('edit', 'ce1-lan1', NETWORK)?.[0]).toContain('down');
    expect(describe('edit', 'hub', NETWORK)?.join(' ')).toContain('10.10.30.0/24');
    expect(describe('console', 'tracert', NETWORK)?.[0]).toContain('tracert [-d]');
    expect(describe('console', 'why-not', NETWORK)?.[0]).toContain('why-not [NODE] PREFIX');
    expect(describe('topology', 'nothing', NETWORK)).toBeNull();
  });
});

const BESIDE = { network: NETWORK, scenarios: ['no-er1'], observed: ['published'] };

function labelsAt(line: string, above: readonly string[] = []): string[] {
  return complete('console', line, above, BESIDE).map(({ label }) => label);
}

const expected = (line: string): readonly string[] =>
  complete('expect', line, [], BESIDE).map(({ label }) => label);

group('completion of scenarios', () => {
  it('offers base and those named above, in cells and in lines', () => {
    expect(labelsAt('hub-vm> compare ')).toContain('no-er1');
    expect(labelsAt('hub-vm> compare base ', ['hub-vm> scenario cut from base { }'])).toEqual([
      'base',
      'no-er1',
      'cut',
    ]);
    expect(labelsAt('hub-vm> matrix --diff ')).toEqual(['no-er1']);
  });

  it('offers the observed cells above behind same-as, and a pair behind a check that comes first', () => {
    expect(expected('same-as ')).toEqual(['published']);
    expect(expected('hub-vm -> ce1 same-as ')).toEqual(['published']);
    expect(expected('reach ')).toContain('hub-vm');
    expect(expected('')).toContain('same-as');
  });

  it('completes the body of a scenario as that of an edit cell', () => {
    expect(complete('scenario', 'shut', [], BESIDE)).toEqual(complete('edit', 'shut', [], BESIDE));
  });
});

group('wordAt', () => {
  it('takes a name with its interface, and a key without its colon', () => {
    expect(wordAt('shutdown ce1:ge0/0.1', 12)).toEqual({ text: 'ce1:ge0/0.1', start: 9 });
    expect(wordAt('  hub-vm: {}', 4)).toEqual({ text: 'hub-vm', start: 2 });
    expect(wordAt('  hub-vm: {}', 9)).toBeNull();
  });
});
