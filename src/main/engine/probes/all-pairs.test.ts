/** Questions about both directions, all pairs, capacity, failures and faults, on the Azure lab and on plain networks. */
import { describe, expect, test } from 'vitest';
import { edited, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf, plainRouters, twoCustomers } from '../testing/networks';

const lab = simulationOf(azureLab());
const customers = simulationOf(twoCustomers());
const routers = simulationOf(plainRouters());

describe('trace --both', () => {
  test('finds where the ways part, with the route of each direction', () => {
    const { forward, back, divergence } = ask(routers, 'alice> trace --both bob', 'trace-both');
    expect(forward.hops.map(({ node }) => node)).toEqual(['r1', 'r3', 'bob']);
    expect(back.hops.map(({ node }) => node)).toEqual(['r3', 'r2', 'r1', 'alice']);
    expect(divergence).toMatchObject({
      forward: { node: 'r1', next: 'r3', link: 'r1-r3', route: { prefix: '10.3.0.0/24' } },
      back: { node: 'r3', next: 'r2', link: 'r2-r3', route: { prefix: '10.1.0.0/24' } },
    });
    expect(linesOf(routers, 'alice> trace --both bob').at(-1)).toBe(
      'On the way there r1 sends to r3 over r1-r3 (10.3.0.0/24: shortest path, cost 20). On the way back r3 sends to r2 over r2-r3 (10.1.0.0/24: shortest path, cost 30).',
    );
  });

  test('says so where they do not part, also from another source', () => {
    const even = simulationOf(edited(plainRouters(), 'shutdown r1-r3'));
    expect(ask(even, 'r2> trace --both alice bob', 'trace-both').divergence).toBeNull();
    expect(linesOf(even, 'r2> trace alice bob').at(-1)).toBe('Both directions take the same way.');
  });

  test('in Azure: the way out goes past the gateway, the way in through it', () => {
    const { divergence, back } = ask(lab, 'hub-vm> trace --both loc1-vm', 'trace-both');
    expect(divergence?.forward).toMatchObject({ node: 'hub', next: 'msee1-pri' });
    expect(divergence?.back).toMatchObject({ node: 'msee1-pri', next: 'hub-ergw' });
    expect(back.probe).toMatchObject({ source: 'loc1-vm', targetName: 'hub-vm' });
  });

  test('compares nothing where a direction does not arrive', () => {
    const lines = linesOf(customers, 'alice> trace --both bob');
    expect(ask(customers, 'alice> trace --both bob', 'trace-both').divergence).toBeNull();
    expect(lines.slice(-2)).toEqual([
      'alice to bob does not arrive (DENIED_IN). c2 lets no packet from 10.1.0.10 in: none of its routes covers that address.',
      'bob to alice does not arrive (NO_ROUTE). c2 has no route to 10.1.0.10.',
    ]);
    expect(ask(customers, 'alice> trace --both 10.77.0.1', 'failure').message).toBe(
      'no node has the address 10.77.0.1',
    );
  });
});

describe('reach and matrix', () => {
  test('of the lab: every pair, grouped by VNet and site', () => {
    const { hosts, pairs } = ask(lab, 'hub-vm> reach', 'reach');
    expect(hosts.map(({ area }) => area?.name)).toEqual([
      'hub',
      'spoke',
      'branch',
      'remote',
      'location-1',
      'location-2',
    ]);
    expect(pairs).toHaveLength(30);
    expect(pairs.filter(({ reached }) => reached)).toHaveLength(22);
    expect(pairs.find(({ from, to }) => from === 'loc1-vm' && to === 'loc2-vm')).toEqual({
      from: 'loc1-vm',
      to: 'loc2-vm',
      reached: false,
      disposition: 'EXITS_NETWORK',
      lostAt: 'ce1',
      hops: null,
      rttMs: null,
    });
    const lines = linesOf(lab, 'hub-vm> reach');
    expect(lines).toContain('VNet hub to site location-1:');
    expect(lines.at(-1)).toBe('22 of 30 pairs reach each other.');
  });

  test('agree with ping and tracert about every pair', () => {
    for (const simulation of [lab, customers, routers]) {
      const { pairs } = ask(simulation, `${simulation.plane.network.nodes[0]?.name}> reach`, 'reach');
      for (const { from, to, reached, hops } of pairs) {
        expect(ask(simulation, `${from}> ping -n 1 ${to}`, 'ping').reached, `${from} ${to}`).toBe(reached);
        const trace = ask(simulation, `${from}> tracert ${to}`, 'trace');
        if (reached) expect(trace.hops.length, `${from} ${to}`).toBe(hops);
      }
    }
  });

  test('of a plain network: a table without groups', () => {
    expect(linesOf(customers, 'alice> matrix').map((line) => line.replace(/<?\d+ ms/g, 'T'))).toEqual([
      '       alice     bob        web',
      'alice  .         DENIED_IN  NO_ROUTE',
      'bob    NO_ROUTE  .          2 T',
      'web    NO_ROUTE  2 T    .',
      'Each cell: hops and round-trip time.',
      '2 of 6 pairs reach each other.',
    ]);
    expect(linesOf(customers, 'alice> reach')).toHaveLength(8);
  });

  test('the two hold the same pairs', () => {
    expect(ask(lab, 'hub-vm> matrix', 'matrix').pairs).toEqual(ask(lab, 'hub-vm> reach', 'reach').pairs);
  });

  test('a network without hosts has none', () => {
    const none = simulationOf('routers: { r1: { interfaces: { lo: 10.0.0.1/32 } } }');
    expect(linesOf(none, 'r1> matrix')).toEqual(['There are no two hosts in this network.']);
    expect(ask(none, 'r1> reach', 'reach').pairs).toEqual([]);
  });
});

describe('bottleneck', () => {
  test('names what sets the smallest bandwidth, and what is unknown', () => {
    const limited = simulationOf(edited(plainRouters(), 'shutdown r1-r3', 'set r2-r3 bandwidth 100 Mbit/s'));
    const { bandwidth, parts } = ask(limited, 'alice> bottleneck bob', 'bottleneck');
    expect(bandwidth).toBe(1e8);
    expect(parts.map(({ element }) => element)).toEqual(['office', 'r1-r2', 'r2-r3', 'lab']);
    expect(linesOf(limited, 'r1> bottleneck alice bob').slice(-2)).toEqual([
      'Smallest known bandwidth: 100 Mbit/s, set by r2-r3.',
      'Unknown, and perhaps smaller: office, lab.',
    ]);
  });

  test('counts circuits once, tunnels and gateways', () => {
    const sized = simulationOf(
      edited(
        azureLab(),
        'set er1 bandwidth 50 Mbit/s',
        'set hub-vpngw bandwidth 650 Mbit/s',
        'set vpn-hub-branch bandwidth 1.25 Gbit/s',
      ),
    );
    expect(linesOf(sized, 'hub-vm> bottleneck loc1-vm')).toContain(
      'Smallest known bandwidth: 50 Mbit/s, set by er1.',
    );
    const { parts, bandwidth } = ask(sized, 'hub-vm> bottleneck branch-vm', 'bottleneck');
    expect(bandwidth).toBe(65e7);
    expect(parts.map(({ element, what }) => [element, what])).toEqual([
      ['hub-vpngw', 'vpn-gateway'],
      ['vpn-hub-branch', 'tunnel'],
      ['branch-vpngw', 'vpn-gateway'],
    ]);
  });

  test('says where nothing is known, or nothing is reached', () => {
    expect(linesOf(lab, 'hub-vm> bottleneck loc1-vm').at(-1)).toBe('No bandwidth on this path is known.');
    expect(linesOf(customers, 'alice> bottleneck web')[0]).toBe(
      'Path from alice to web, which is not reached (NO_ROUTE):',
    );
  });
});

describe('fail each', () => {
  test('link: the redundant ones cost a longer way, the LANs the pairs', () => {
    const { failures, pairs, reaching } = ask(routers, 'alice> fail each link', 'failures');
    expect([pairs, reaching]).toEqual([2, 2]);
    expect(
      failures.map(({ element, lost, changed, longer }) => [
        element,
        lost.length,
        changed.length,
        longer.length,
      ]),
    ).toEqual([
      ['office', 2, 0, 0],
      ['lab', 2, 0, 0],
      ['r1-r2', 0, 0, 2],
      ['r2-r3', 0, 0, 2],
      ['r1-r3', 0, 0, 2],
    ]);
  });

  test('each failure tells what shutdown tells', () => {
    const { failures } = ask(lab, 'hub-vm> fail each node', 'failures');
    for (const { element, lost, gained, problem } of failures) {
      expect(problem).toBeNull();
      const failed = simulationOf(edited(azureLab(), `shutdown ${element}`));
      const before = reaching(lab);
      const after = reaching(failed);
      expect(
        lost.map(({ from, to }) => `${from} ${to}`),
        element,
      ).toEqual(before.filter((pair) => !after.includes(pair)));
      expect(
        gained.map(({ from, to }) => `${from} ${to}`),
        element,
      ).toEqual(after.filter((pair) => !before.includes(pair)));
    }
  });

  test('in Azure: circuits by path and connection; the redundant er2 path is no single point of failure', () => {
    const { failures } = ask(lab, 'hub-vm> fail each link', 'failures');
    const single = failures.filter(({ lost }) => lost.length > 0).map(({ element }) => element);
    expect(single).toContain('er2-hub');
    expect(single).not.toContain('er2 primary');
    expect(failures.map(({ element }) => element)).toContain('er2 primary');
  });

  test('names single points of failure and what no pair depends on', () => {
    const lines = linesOf(customers, 'alice> fail each link');
    expect(lines).toContain('    lab: loses bob to web, web to bob');
    expect(lines.at(-1)).toBe('No pair depends on: c1-p2, p2-p3, c2-p3, office.');
  });

  test('interface: as the edit names it; what is down already does not fail', () => {
    const { failures } = ask(lab, 'hub-vm> fail each interface', 'failures');
    const names = failures.map(({ element }) => element);
    expect(names).toContain('ce1:ge0/0.1');
    expect(names).not.toContain('ce1:ge0/0.2');
  });

  test('a failure may gain pairs: without its best path p2 announces the other, which p3 may hear', () => {
    const { failures } = ask(customers, 'alice> fail each link', 'failures');
    const gaining = failures.filter(({ gained }) => gained.length > 0);
    expect(gaining.map(({ element }) => element)).toEqual(['c1-p1', 'p1-p2']);
    expect(gaining[1]?.gained).toEqual([
      { from: 'alice', to: 'bob' },
      { from: 'bob', to: 'alice' },
    ]);
  });

  test('lists the pairs that each failure touches', () => {
    const lines = linesOf(routers, 'alice> fail each link --pairs');
    expect(lines.slice(lines.indexOf('r1-r3:'), lines.indexOf('r1-r3:') + 3)).toEqual([
      'r1-r3:',
      '    longer   alice to bob',
      '    longer   bob to alice',
    ]);
    expect(linesOf(routers, 'alice> fail each link')).not.toContain('r1-r3:');
    // A failure that touches no pair has nothing to list.
    expect(linesOf(lab, 'hub-vm> fail each interface --pairs').some((line) => line.endsWith(':'))).toBe(true);
  });

  test('with k=2: every two together, and what they cost beyond each alone', () => {
    const { doubles, failures } = ask(routers, 'alice> fail each link k=2', 'failures');
    const both = [
      { from: 'alice', to: 'bob' },
      { from: 'bob', to: 'alice' },
    ];
    expect(doubles).toEqual({
      tried: (failures.length * (failures.length - 1)) / 2,
      failures: [
        { elements: ['r1-r2', 'r1-r3'], lost: both },
        { elements: ['r2-r3', 'r1-r3'], lost: both },
      ],
    });
    expect(linesOf(routers, 'alice> fail each node k=2').at(-1)).toBe(
      'Two at a time: 3 tried; no two of them lose more than each of them alone.',
    );
    expect(ask(routers, 'alice> fail each link k=1', 'failures').doubles).toBeNull();
  });

  test('with k=2, in Azure: both paths of a circuit, and er1 with the VPN beside it', () => {
    const { doubles } = ask(lab, 'hub-vm> fail each link k=2', 'failures');
    const twos = doubles?.failures.map(({ elements }) => elements.join(' and '));
    expect(twos).toContain('er1 primary and er1 secondary');
    expect(twos).toContain('er2 primary and er2 secondary');
    expect(twos).toContain('vpn-hub-location-1 and er1-hub');
    for (const { elements, lost } of doubles?.failures ?? []) {
      const [one, two] = elements.map((element) => element.split(' '));
      if (one?.length !== 1 || two?.length !== 1) continue;
      const after = simulationOf(edited(azureLab(), `shutdown ${elements[0]}`, `shutdown ${elements[1]}`));
      const { pairs } = ask(after, 'hub-vm> reach', 'reach');
      for (const { from, to } of lost)
        expect(pairs.find((pair) => pair.from === from && pair.to === to)?.reached).toBe(false);
    }
  });

  test('with k=2 stops at its limit and says so', () => {
    const many = Array.from({ length: 40 }, (_, at) => `r${at}: { interfaces: { eth0: 10.0.${at}.1/24 } }`);
    const simulation = simulationOf(`routers:\n  ${many.join('\n  ')}\n`);
    expect(ask(simulation, 'r0> fail each node k=2', 'failures')).toMatchObject({
      failures: { length: 32 },
      doubles: { tried: 496 },
      elementsLeftOut: 8,
    });
    expect(linesOf(simulation, 'r0> fail each node k=2').at(-1)).toBe(
      'Beyond the limit of k=2, 8 elements were not failed.',
    );
    const { message, hint } = ask(simulation, 'r0> fail each node k=3', 'failure');
    expect(message).toBe('fail each has no option k=3');
    expect(hint).toContain('k=2');
  });

  test('says what it does not know', () => {
    expect(ask(routers, 'alice> fail each cable', 'failure').message).toBe('cable is nothing that fails');
    const none = simulationOf('hosts: { a: { lan: x, address: 10.0.0.1/24 } }\nlans: { x: {} }');
    expect(linesOf(none, 'a> fail each node')).toEqual(['There is no node in this network that could fail.']);
  });
});

function reaching(simulation: ReturnType<typeof simulationOf>): string[] {
  return ask(simulation, 'hub-vm> reach', 'reach')
    .pairs.filter(({ reached }) => reached)
    .map(({ from, to }) => `${from} ${to}`);
}

describe('check', () => {
  test('asymmetry: the place where the ways part, with an example', () => {
    const { findings, flows } = ask(routers, 'alice> check asymmetry', 'check');
    expect(flows).toBe(1);
    expect(findings).toMatchObject([{ at: 'r1', from: 'alice', to: 'bob', flows: 1 }]);
    expect(ask(lab, 'hub-vm> check asymmetry', 'check').findings.map(({ at }) => at)).toContain('remote');
    expect(linesOf(customers, 'alice> check asymmetry')).toEqual([
      'check asymmetry: 1 pair of hosts, every way back is the way there, read backwards.',
      'Pairs that do not reach each other were not compared: 2.',
      'Of equal-cost paths only the one that the flow takes is followed.',
    ]);
  });

  test('blackholes: where packets are lost and by which rule', () => {
    const { findings } = ask(customers, 'alice> check blackholes', 'check');
    expect(findings.map(({ at, from, to, flows }) => [at, from, to, flows])).toEqual([
      ['c2', 'alice', 'bob', 1],
      ['c1', 'alice', 'web', 1],
      ['c2', 'bob', 'alice', 2],
    ]);
    expect(ask(lab, 'hub-vm> check blackholes', 'check').findings).toHaveLength(8);
    expect(ask(routers, 'alice> check blackholes', 'check').findings).toEqual([]);
  });

  test('loops: two default routes at each other', () => {
    const circle = simulationOf(
      edited(
        plainRouters(),
        'set r1 static [{ prefix: 0.0.0.0/0, via: 10.0.12.2 }]',
        'set r2 static [{ prefix: 0.0.0.0/0, via: 10.0.12.1 }]',
      ),
    );
    const { findings } = ask(circle, 'alice> check loops', 'check');
    // Nobody has this address: what only a default route leads to.
    expect(findings).toMatchObject([{ to: '198.51.100.254' }]);
  });

  test('loops: two routes at each other', () => {
    const circle = simulationOf(
      edited(
        plainRouters(),
        'set r1 static [{ prefix: 172.16.0.0/16, via: 10.0.12.2 }]',
        'set r2 static [{ prefix: 172.16.0.0/16, via: 10.0.12.1 }]',
      ),
    );
    const { findings } = ask(circle, 'alice> check loops', 'check');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ to: '172.16.255.254' });
    expect(findings[0]?.flows).toBeGreaterThan(1);
    expect(findings[0]?.text).toMatch(
      /^Packets for 172\.16\.255\.254 go round in circles: r(?:1, r2, r1|2, r1, r2)\.$/,
    );
    expect(ask(lab, 'hub-vm> check loops', 'check').findings).toEqual([]);
    expect(linesOf(customers, 'alice> check loops')[0]).toMatch(/no packet goes round in circles\.$/);
  });
});
