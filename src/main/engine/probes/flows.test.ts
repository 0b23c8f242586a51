/** Flows over equal-cost paths: which one takes which, and where they fare differently. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf, edited, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf } from '../testing/networks';
import { parseFlow, flowText } from './flow-option';

/** A diamond: r1 reaches r4 over r2 and over r3 at the same cost; the way over r3 is slow. */
const DIAMOND = `
routers:
  r1: { interfaces: { a: { address: 10.1.0.1/24, lan: west }, b: 10.0.12.1/30, c: 10.0.13.1/30 }, ospf: {} }
  r2: { interfaces: { a: 10.0.12.2/30, b: 10.0.24.1/30 }, ospf: {} }
  r3: { interfaces: { a: 10.0.13.2/30, b: 10.0.34.1/30 }, ospf: {} }
  r4: { interfaces: { a: { address: 10.4.0.1/24, lan: east }, b: 10.0.24.2/30, c: 10.0.34.2/30 }, ospf: {} }
lans: { west: {}, east: {} }
hosts:
  alice: { lan: west, address: 10.1.0.10/24 }
  bob: { lan: east, address: 10.4.0.10/24 }
links:
  r1-r2: { ends: [r1:b, r2:a], latency: 1 ms }
  r1-r3: { ends: [r1:c, r3:a], latency: 10 ms }
  r2-r4: { ends: [r2:b, r4:b], latency: 1 ms }
  r3-r4: { ends: [r3:b, r4:c], latency: 10 ms }
`;

/** The same with static routes: r3 does not know the way back to alice, nor on to bob. */
const STATIC = DIAMOND.replaceAll(', ospf: {}', '')
  .replace(
    'c: 10.0.13.1/30 }',
    'c: 10.0.13.1/30 }, static: [{ prefix: 10.4.0.0/24, via: 10.0.12.2 }, { prefix: 10.4.0.0/24, via: 10.0.13.2 }]',
  )
  .replace(
    'b: 10.0.24.1/30 }',
    'b: 10.0.24.1/30 }, static: [{ prefix: 10.4.0.0/24, via: 10.0.24.2 }, { prefix: 10.1.0.0/24, via: 10.0.12.1 }]',
  )
  .replace('c: 10.0.34.2/30 }', 'c: 10.0.34.2/30 }, static: [{ prefix: 10.1.0.0/24, via: 10.0.24.1 }]');

const diamond = simulationOf(DIAMOND);
const holed = simulationOf(STATIC);
const lab = simulationOf(azureLab());

function wayOf(simulation: typeof diamond, line: string): string {
  const { walks, taken } = ask(simulation, line, 'paths');
  return walks[taken]?.steps.map(({ node }) => node).join(' ') ?? '';
}

describe('--flow', () => {
  test.each([
    ['tcp:40000:443', { protocol: 'tcp', sourcePort: 40_000, destinationPort: 443 }],
    ['TCP', { protocol: 'tcp', sourcePort: 49_152, destinationPort: 443 }],
    ['udp:53', { protocol: 'udp', sourcePort: 53, destinationPort: 33_434 }],
    ['icmp', { protocol: 'icmp', sourcePort: 0, destinationPort: 0 }],
  ])('%s', (text, flow) => expect(parseFlow(text)).toEqual(flow));

  test.each([
    ['sctp', 'sctp is no flow: its protocol is tcp, udp or icmp'],
    ['tcp:1:2:3', 'tcp:1:2:3 is no flow: it has two ports at most, source and destination'],
    ['tcp:0', 'tcp:0 is no flow: a port is a whole number from 1 to 65535'],
    ['udp:1:65536', 'udp:1:65536 is no flow: a port is a whole number from 1 to 65535'],
    ['udp::', 'udp:: is no flow: a port is a whole number from 1 to 65535'],
    ['icmp:1', 'icmp has no ports'],
  ])('%s is refused', (text, message) =>
    expect(ask(diamond, `alice> paths bob --flow ${text}`, 'failure').message).toBe(message),
  );

  test('without a value is refused', () =>
    expect(ask(diamond, 'alice> paths bob --flow', 'failure').message).toBe(
      'paths --flow needs a value: FLOW',
    ));

  test('is written as it is read', () => {
    const port = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(fc.constantFrom('tcp', 'udp'), port, port, (protocol, from, to) => {
        const text = `${protocol}:${from}:${to}`;
        const flow = parseFlow(text);
        expect('kind' in flow ? flow.message : flowText(flow)).toBe(text);
      }),
    );
  });
});

describe('paths', () => {
  test('names for every path a flow that takes it, and that flow does', () => {
    for (const [simulation, pair] of [
      [diamond, 'alice bob'],
      [holed, 'alice bob'],
      [lab, 'hub-vm loc2-vm'],
      [lab, 'loc2-vm spoke-vm'],
    ] as const) {
      const [node = ''] = pair.split(' ');
      const { walks, flows, taken } = ask(simulation, `${node}> paths ${pair}`, 'paths');
      expect(walks.length).toBeGreaterThan(1);
      expect(flows[taken]).toBe('icmp');
      for (const [at, flow] of flows.entries()) {
        const way = walks[at]?.steps.map((step) => step.node).join(' ');
        expect(wayOf(simulation, `${node}> paths ${pair} --flow ${flow}`)).toBe(way);
      }
    }
  });

  test('say which flow they are about', () => {
    const { probe } = ask(diamond, 'alice> paths bob --flow tcp:40000:22', 'paths');
    expect(probe).toMatchObject({ protocol: 'tcp', ports: { source: 40_000, destination: 22 } });
    expect(linesOf(diamond, 'alice> paths bob --flow tcp:40000:22').at(-1)).toBe(
      '* the path this flow takes: tcp:40000:22',
    );
    expect(linesOf(diamond, 'r1> paths alice').at(-1)).toBe('* the path this flow takes');
  });

  test('trace --both follows the flow there, and its reverse back', () => {
    for (const port of [1001, 1002, 1003, 1004]) {
      const there = wayOf(diamond, `alice> paths bob --flow tcp:${port}:80`);
      const home = wayOf(diamond, `bob> paths alice --flow tcp:80:${port}`);
      const { forward, back } = ask(diamond, `alice> trace --both bob --flow tcp:${port}:80`, 'trace-both');
      expect(forward.forwardWalk.steps.map(({ node }) => node).join(' ')).toBe(there);
      expect(back.forwardWalk.steps.map(({ node }) => node).join(' ')).toBe(home);
      expect(back.probe.ports).toEqual({ source: 80, destination: port });
    }
  });

  test("a bottleneck is that of the flow's own path", () => {
    const narrow = simulationOf(DIAMOND.replace('latency: 10 ms', 'latency: 10 ms, bandwidth: 1 Mbit/s'));
    const { flows, walks } = ask(narrow, 'alice> paths bob', 'paths');
    for (const [at, flow] of flows.entries()) {
      const passes = walks[at]?.steps.some(({ node }) => node === 'r3') === true;
      const { bandwidth } = ask(narrow, `alice> bottleneck bob --flow ${flow}`, 'bottleneck');
      expect(bandwidth).toBe(passes ? 1e6 : null);
    }
  });
});

describe('check multipath', () => {
  test('finds branches that differ in time, with a flow that takes the slow one', () => {
    const { findings, flows } = ask(diamond, 'alice> check multipath', 'check');
    expect(flows).toBe(2);
    const slow = findings.find(({ text }) => text.startsWith('Equal paths'));
    expect(slow).toMatchObject({ at: 'r1', from: 'alice', to: 'bob' });
    expect(slow?.text).toMatch(/: [\d.]+ ms by r1, r2, r4, [\d.]+ ms by r1, r3, r4, one way\.$/);
    expect(wayOf(diamond, `alice> paths bob --flow ${slow?.flow}`)).toBe('alice r1 r3 r4 bob');
  });

  test('finds flows that come back another way than others of the same pair', () => {
    const { findings } = ask(diamond, 'alice> check multipath', 'check');
    const back = findings.find(({ text }) => text.includes('comes back the way it went'));
    const { divergence } = ask(diamond, `alice> trace --both bob --flow ${back?.flow}`, 'trace-both');
    expect(divergence).not.toBeNull();
  });

  test('finds a branch on which flows are lost while others arrive', () => {
    const { findings } = ask(holed, 'alice> check multipath', 'check');
    const lost = findings.find(({ text }) => text.includes('not all arrive'));
    expect(lost).toMatchObject({ at: 'r1', from: 'alice', to: 'bob', flows: 1 });
    expect(lost?.text).toBe(
      'r1 shares the load among equal paths, and not all arrive: by r1, r3 a flow is lost. r3 has no route to 10.4.0.10.',
    );
    expect(wayOf(holed, `alice> paths bob --flow ${lost?.flow}`)).toBe('alice r1 r3');
    expect(linesOf(holed, 'alice> check multipath')[1]).toBe(
      `- at r1, for example alice to bob --flow ${lost?.flow}:`,
    );
  });

  test('finds nothing where equal paths are alike, and counts them', () => {
    expect(linesOf(lab, 'hub-vm> check multipath')).toEqual([
      'check multipath: 30 pairs of hosts, equal-cost paths treat all flows alike.',
      'Pairs with several equal-cost paths: 11.',
    ]);
    const line = simulationOf(edited(documentOf(DIAMOND), 'shutdown r3'));
    expect(linesOf(line, 'alice> check multipath').at(-1)).toBe(
      'None of these pairs has several equal-cost paths.',
    );
  });
});

describe('paths', () => {
  test('a way that comes back to a node goes round again: the same flow has the same hash there', () => {
    const loopy = simulationOf(`
routers:
  r1:
    interfaces: { l: { address: 10.1.0.1/24, lan: a }, e1: 10.0.1.1/30, e2: 10.0.2.1/30 }
    static: [{ prefix: 10.9.0.0/24, via: 10.0.1.2 }, { prefix: 10.9.0.0/24, via: 10.0.2.2 }]
  good: { interfaces: { w: 10.0.1.2/30, l: { address: 10.9.0.1/24, lan: z } } }
  back: { interfaces: { w: 10.0.2.2/30 }, static: [{ prefix: 10.9.0.0/24, via: 10.0.2.1 }] }
lans: { a: {}, z: {} }
hosts: { alice: { lan: a, address: 10.1.0.10 }, zoe: { lan: z, address: 10.9.0.10 } }
links: { l1: { ends: [r1:e1, good:w] }, l2: { ends: [r1:e2, back:w] } }
`);
    const ways = linesOf(loopy, 'alice> paths zoe').map((line) => line.replace(/^[ *]+|  \(--flow.*$/g, ''));
    expect(ways.slice(0, 3)).toEqual([
      '2 paths from alice to zoe',
      'alice > r1 > good > zoe',
      'alice > r1 > back > r1 > back > ...  LOOP',
    ]);
  });

  test('ways over the same devices are told apart by where they come in', () => {
    const pair = simulationOf(`
vnets:
  hub: { addressSpace: [10.0.0.0/16], subnets: { w: 10.0.1.0/24, GatewaySubnet: 10.0.255.0/27 } }
  far: { addressSpace: [10.1.0.0/16], subnets: { w: 10.1.1.0/24, GatewaySubnet: 10.1.255.0/27 } }
gateways:
  g1: { type: vpn, vnet: hub, asn: 65001, instances: [10.0.255.4, 10.0.255.5], activeActive: true }
  g2: { type: vpn, vnet: far, asn: 65002, instances: [10.1.255.4] }
connections: { t: { ends: [g1, g2] } }
hosts: { h1: { vnet: hub, address: 10.0.1.4 }, h2: { vnet: far, address: 10.1.1.4 } }
`);
    const ways = linesOf(pair, 'h1> paths h2').map((line) => line.replace(/^[ *]+|  \(--flow.*$/g, ''));
    expect(ways).toContain('h1 > hub > g1 (10.0.255.4) > g2 (t/1) > far > h2');
    expect(new Set(ways).size).toBe(ways.length);
  });

  test('a router with addresses in VRFs only names them', () => {
    const pe = simulationOf(`
routers:
  pe: { interfaces: { r: { address: 10.1.0.1/24, lan: a } }, vrfs: { red: { interfaces: [r] } } }
lans: { a: {} }
hosts: { alice: { lan: a, address: 10.1.0.10 } }
`);
    expect(ask(pe, 'alice> tracert pe', 'failure')).toMatchObject({
      message: 'pe has addresses in its VRFs only',
      hint: expect.stringContaining('pe@red'),
    });
  });
});
