/** A notebook that shows every kind of cell in every state, with results written by hand. */
import * as lab from '../../src/renderer/diagrams/testing/lab';
import type { CellOutput, ConsoleEntry } from '../../src/shared/evaluation';
import type { LinkView, NetworkView, NodeView } from '../../src/shared/network-view';
import type { Cell, CellKind, Notebook } from '../../src/shared/notebook';
import type { TraceResult } from '../../src/shared/results';
import topologyText from '../fixtures/three-routers.yaml?raw';

const PROSE = `# One hub, five neighbours

Six virtual machines, **four virtual networks**, two sites. Every path between them is a question, and each
answer comes from the same two rules: *who announced the prefix*, and who may answer.

## What to look for

1. Which hop answers, and from which address
2. Which hop stays silent, and [why it may](https://example.org/rfc3704)
   - a missing route back
   - the reverse-path check at the edge

- [x] Hub to spoke: one hop, since peering is none
- [ ] Location 1 to branch: three hops, although five devices handle it

| network | prefix | announced by |
| --- | --- | --- |
| hub | \`10.10.30.0/25\` | ExpressRoute and VPN gateways |
| branch | \`10.11.30.64/27\` | VPN gateway |

> Silence is information: it tells where an address is not announced.

![The lab as published](https://example.org/lab.png)`;

function cell(id: string, kind: CellKind, text: string): Cell {
  return { id, kind, text, attributes: '', origin: null };
}

export const sampleNotebook: Notebook = {
  head: '',
  formatVersion: 1,
  title: 'Hub and spokes',
  seed: 7,
  eol: '\n',
  readOnly: false,
  cells: [
    cell('m1', 'markdown', PROSE),
    cell('t1', 'topology', topologyText.trimEnd()),
    cell('m2', 'markdown', '## Traces\n\nFrom each end, with its path.'),
    cell(
      'c1',
      'console',
      '# the peered network, then the branch over VPN\nloc1-vm> tracert 10.11.30.68\nspoke-vm> tracert -d 10.2.30.10',
    ),
    cell('e1', 'edit', 'shutdown r1:eth1\n# the detour is gone now'),
    cell('x1', 'expect', 'alice -> bob via r3\nalice -> bob via r2'),
    cell('c2', 'console', 'r1> show ip route'),
    cell('c3', 'console', 'hub-vn> tracert 10.1.31.10'),
    cell('c4', 'console', 'branch-vm> ping 10.1.31.10'),
  ],
};

function traceText(result: TraceResult): string {
  const rows = result.hops.map((hop) => {
    const times = hop.rttMs.map((rtt) =>
      rtt === null ? '   *     ' : rtt < 1 ? '  <1 ms  ' : `${String(Math.round(rtt)).padStart(4)} ms  `,
    );
    return `${String(hop.ttl).padStart(3)}  ${times.join('')}${hop.address ?? 'Request timed out.'}`;
  });
  const header = `Tracing route to ${result.probe.targetAddress} over a maximum of ${result.maxHops} hops`;
  return ['', header, '', ...rows, '', 'Trace complete.', ''].join('\n');
}

function entry(line: number, node: string, command: string, result: TraceResult): ConsoleEntry {
  return { line, node, command, result, text: traceText(result) };
}

function node(name: string, kind: NodeView['kind'], addresses: Readonly<Record<string, string>>): NodeView {
  return {
    name,
    kind,
    area: null,
    asn: null,
    up: true,
    description: null,
    inferred: false,
    position: null,
    interfaces: Object.entries(addresses).map(([each, address]) => ({
      name: each,
      address,
      up: true,
      link: null,
    })),
  };
}

function link(name: string, ends: readonly [string, string], up = true): LinkView {
  return {
    name,
    kind: 'link',
    ends: ends.map((end) => ({ node: end.split(':')[0] ?? '', interface: end.split(':')[1] ?? null })),
    up,
    latencyMs: 2,
    bandwidth: null,
    path: null,
    position: null,
  };
}

function network(direct: boolean): NetworkView {
  return {
    nodes: [
      node('r1', 'router', { eth0: '10.1.0.1/24', eth1: '10.0.12.1/30', eth2: '10.0.13.1/30' }),
      node('r2', 'router', { eth0: '10.0.12.2/30', eth1: '10.0.23.1/30' }),
      node('r3', 'router', { eth0: '10.3.0.1/24', eth1: '10.0.23.2/30', eth2: '10.0.13.2/30' }),
      node('alice', 'host', { eth0: '10.1.0.10/24' }),
      node('bob', 'host', { eth0: '10.3.0.10/24' }),
    ],
    links: [
      link('r1-r2', ['r1:eth1', 'r2:eth0'], direct),
      link('r2-r3', ['r2:eth1', 'r3:eth1']),
      link('r1-r3', ['r1:eth2', 'r3:eth2']),
      { ...link('office', ['r1:eth0', 'alice:eth0']), kind: 'lan' },
      { ...link('lab', ['r3:eth0', 'bob:eth0']), kind: 'lan' },
    ],
    areas: [],
  };
}

export const sampleNetworks: Readonly<Record<string, NetworkView>> = {
  whole: network(true),
  cut: network(false),
};

/** Results of the cells whose text is as given; a cell changed since shows that it was understood. */
export function sampleOutputs(notebook: Notebook): CellOutput[] {
  return notebook.cells.map((each) => outputOf(each));
}

function outputOf({ id, kind, text }: Cell): CellOutput {
  const base = { cellId: id, status: 'fresh', problems: [], networkKey: 'whole' } as const;
  switch (kind) {
    case 'markdown':
      return { ...base, kind, networkKey: null };
    case 'topology':
      return { ...base, kind };
    case 'edit':
      return {
        ...base,
        kind,
        networkKey: 'cut',
        edits: [{ line: 1, text: text.split('\n')[0] ?? '', summary: 'Interface eth1 of r1 is shut down.' }],
      };
    case 'predict':
      return { ...base, kind, predicted: null };
    case 'scenario':
      return { ...base, kind, networkKey: 'cut', name: 'cut', from: 'base', edits: [] };
    case 'observed':
      return { ...base, kind, name: null, entries: [] };
    case 'expect':
      return {
        ...base,
        kind,
        status: 'failed',
        checks: [
          {
            line: 1,
            text: 'alice -> bob via r3',
            passed: true,
            expected: 'r1 r3',
            actual: 'r1 r3',
            difference: null,
          },
          {
            line: 2,
            text: 'alice -> bob via r2',
            passed: false,
            expected: 'r1 r2 r3',
            actual: 'r1 r3',
            difference: 'The path does not pass r2: the link r1-r2 is down.',
          },
        ],
      };
    case 'console':
      return consoleOutput(id, base);
  }
}

function consoleOutput(
  id: string,
  base: {
    readonly cellId: string;
    readonly status: 'fresh';
    readonly problems: readonly never[];
    readonly networkKey: 'whole';
  },
): CellOutput {
  const kind = 'console';
  if (id === 'c2') {
    const routes = [
      { ...lab.route('10.3.0.0/24', 'ospf', ['r3']), why: 'The only route to this prefix.' },
      {
        ...lab.route('10.0.13.0/30', 'connected', ['r1']),
        why: 'Connected routes win by their distance of 0.',
      },
      {
        ...lab.route('10.0.13.0/30', 'ospf', ['r3']),
        active: false,
        why: 'Lost to the connected route: distance 110 against 0.',
      },
    ];
    const result = { kind: 'routes', node: 'r1', nodeKind: 'router', routes } as const;
    const text =
      'C   10.0.13.0/30 is directly connected, eth2\nO   10.3.0.0/24 [110/110] via 10.0.13.2, eth2\n';
    return { ...base, kind, entries: [{ line: 1, node: 'r1', command: 'show ip route', result, text }] };
  }
  if (id === 'c3') {
    const problem = {
      severity: 'error',
      message: 'There is no node named "hub-vn"',
      hint: 'Did you mean "hub-vm"?',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 7,
    } as const;
    return { ...base, kind, status: 'error', problems: [problem], entries: [] };
  }
  if (id === 'c4') return { ...base, kind, status: 'blocked', entries: [] };
  return {
    ...base,
    kind,
    entries: [
      entry(2, 'loc1-vm', 'tracert 10.11.30.68', lab.location1ToBranch()),
      entry(3, 'spoke-vm', 'tracert -d 10.2.30.10', lab.spokeToLocation1()),
    ],
  };
}
