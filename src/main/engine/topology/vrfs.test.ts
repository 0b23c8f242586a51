/** VRFs: each is a router of its own to routing and forwarding, and a part of its device to people. */
import { describe, expect, test } from 'vitest';
import { expectProblems, fixture } from '../../../../test/support/topology-text';
import { documentOf, edited, hopsOf, nextNodes, routeOf, routesOf, simulationOf } from '../testing/lab';
import { ask, linesOf } from '../testing/networks';
import { networkView } from './view';

/** A provider edge with two customers that use the same addresses, each with a site behind its own router. */
const edge = documentOf(fixture('two-vrfs'));

describe('a VRF', () => {
  const simulation = simulationOf(edge);

  test('has tables of its own, and the same addresses may stand in several', () => {
    expect(nextNodes(simulation, 'pe@red', '10.2.0.0/24')).toEqual(['red-ce']);
    expect(routeOf(simulation, 'pe@red', '10.2.0.0/24')?.source).toBe('ospf');
    expect(nextNodes(simulation, 'pe@blue', '10.2.0.0/24')).toEqual(['blue-ce']);
    expect(routeOf(simulation, 'pe@blue', '10.2.0.0/24')?.source).toBe('static');
    expect(routesOf(simulation, 'pe').map(({ prefix }) => prefix)).toEqual([
      '192.0.2.0/30',
      '203.0.113.0/24',
    ]);
  });

  test('keeps packets apart, and is named where they pass', () => {
    const trace = ask(simulation, 'red-pc> tracert -d 10.2.0.10', 'trace');
    expect(trace.hops.map(({ node }) => node)).toEqual(['pe@red', 'red-ce', 'red-server']);
    expect(ask(simulation, 'blue-pc> tracert -d 10.2.0.10', 'trace').hops.map(({ node }) => node)).toEqual([
      'pe@blue',
      'blue-ce',
      'blue-server',
    ]);
    expect(hopsOf(simulation, 'red-pc', '-d -h 3 192.0.2.2').at(-1)).not.toBe('192.0.2.2');
  });

  test('is asked by vrf NAME at its router', () => {
    const routes = ask(simulation, 'pe> show ip route vrf red', 'routes');
    expect(routes.node).toBe('pe@red');
    expect(linesOf(simulation, 'pe> show ospf vrf red')[0]).toBe('OSPF on pe@red, router ID 10.1.0.1');
    expect(ask(simulation, 'pe> ping vrf blue 10.2.0.10', 'ping').reached).toBe(true);
    expect(ask(simulation, 'pe> ping 10.2.0.10', 'ping').reached).toBe(false);
    expect(ask(simulation, 'pe@red> show ip route vrf default', 'routes').node).toBe('pe');
    expect(ask(simulation, 'pe> show ip route vrf rde', 'failure')).toMatchObject({
      message: 'pe has no VRF rde',
      hint: 'did you mean "red"?',
    });
    expect(ask(simulation, 'p> show ip route vrf red', 'failure').message).toBe('p has no VRF red');
    expect(ask(simulation, 'pe> show ip route vrf', 'failure').message).toContain('missing');
  });

  test('goes down with its router', () => {
    const down = simulationOf(edited(edge, 'shutdown pe'));
    expect(routesOf(down, 'pe@red')).toEqual([]);
    const silent = simulationOf(edited(edge, 'set pe icmp off'));
    expect(hopsOf(silent, 'red-pc', '-d 10.2.0.10')).toEqual(['*', '10.0.0.2', '10.2.0.10']);
  });

  test('is a node of the map', () => {
    expect(networkView(edge.topology).nodes.map(({ name }) => name)).toContain('pe@blue');
  });
});

describe('edits', () => {
  test('of interfaces name the router or the VRF', () => {
    for (const line of ['shutdown pe:red0', 'shutdown pe@red:red0']) {
      const cut = edited(edge, line);
      expect(cut.topology.routers['pe']?.interfaces['red0']?.shutdown).toBe(true);
      expect(routeOf(simulationOf(cut), 'pe@red', '10.2.0.0/24')).toBeUndefined();
    }
  });

  test('of what a VRF has of its own, and of what it shares', () => {
    const byRouter = edited(edge, 'set pe vrfs blue static 0 via discard');
    const byVrf = edited(edge, 'set pe@blue static 0 via discard');
    expect(byVrf.topology).toEqual(byRouter.topology);
    expect(edited(edge, 'set pe@blue icmp off').topology).toEqual(edited(edge, 'set pe icmp off').topology);
    expect(routeOf(simulationOf(edited(edge, 'unset pe@red ospf')), 'pe@red', '10.2.0.0/24')).toBeUndefined();
    const speaking = edited(edge, 'set pe@blue bgp { asn: 65001 }', 'announce pe@blue 10.2.0.0/24');
    expect(speaking.topology.routers['pe']?.vrfs['blue']?.bgp?.networks).toHaveLength(1);
    expect(() => edited(edge, 'shutdown pe@red')).toThrow(/is a VRF, not an element of its own/);
    expect(() => edited(edge, 'remove pe@red')).toThrow(/is a VRF, not an element of its own/);
    expect(() => edited(edge, 'shutdown pe@green')).toThrow(/There is no \\"pe@green\\"/);
  });

  test('a failing node takes its VRFs along', () => {
    const result = ask(simulationOf(edge), 'red-pc> fail each node', 'failures');
    const pe = result.failures.find(({ element }) => element === 'pe');
    expect(pe?.lost.length).toBeGreaterThan(0);
  });
});

function router(vrfs: string, more = ''): string {
  return `routers:\n  r: { interfaces: { a: 10.0.0.1/24, b: 10.0.1.1/24 }, vrfs: ${vrfs}${more} }\n`;
}

/** Two customers behind a provider edge, the first one in a VRF; `two` is an address of the second. */
function twoSites(vrf: 'a, b' | 'a', two: string, more = ''): string {
  return `routers:
  pe: { interfaces: { a: 10.0.0.1/30, b: 10.0.1.1/30 }, vrfs: { red: { interfaces: [${vrf}] } } }
  ce1: { interfaces: { up: 10.0.0.2/30, lo: 10.9.0.9/32, t: 172.16.0.1/30 } }
  ce2: { interfaces: { up: 10.0.1.2/30, lo: ${two}, t: 172.16.0.2/30 } }
links: { one: { ends: [pe:a, ce1:up] }, two: { ends: [pe:b, ce2:up] } }
${more}`;
}

describe('rules', () => {
  test('an interface is in one VRF, and exists', () => {
    expectProblems(
      router('{ red: { interfaces: [a, §a, §c] }, blue: { interfaces: [§a, b] } }'),
      '"a" stands here twice (an interface belongs to one VRF)',
      /"r" has no interface "c"/,
      'Interface "a" of "r" is in VRF "red" already (an interface belongs to one VRF)',
    );
  });

  test('networks overlap between VRFs, not within one', () => {
    expectProblems(router('{ red: { interfaces: [b] } }').replace('10.0.1.1/24', '10.0.0.2/24'));
    expectProblems(
      router('{ red: { interfaces: [a, b] } }').replace('b: 10.0.1.1/24', 'b: §10.0.0.2/24'),
      /overlaps/,
    );
  });

  test('problems of what a VRF says stand where it says it', () => {
    expectProblems(
      router(
        '{ red: { interfaces: [a], static: [{ prefix: 10.9.0.0/16, via: §b }], ospf: { interfaces: [§b] } } }',
      ),
      /"r@red" has no interface "b"/,
      /"r@red" has no interface "b"/,
    );
    expectProblems(
      router('{ red: { interfaces: [a], bgp: { asn: 1, neighbors: { §10.0.0.1: { asn: 1 } } } } }'),
      /10.0.0.1 is an address of "r@red" itself/,
    );
  });

  test('names are short and not default', () => {
    expectProblems(
      router('{ §default: {}, §"a b": {} }'),
      /The default VRF is the router itself/,
      /"a b" cannot be the name of a VRF/,
    );
  });

  test('an address in two places of one VRF is told of, in two that never meet is not', () => {
    const slip =
      '10.9.0.9 is the address of "ce1:lo" too (a probe to it goes where routes lead, whichever was named)';
    expectProblems(twoSites('a, b', '§10.9.0.9/32'), slip);
    expectProblems(twoSites('a', '10.9.0.9/32'));
    // A tunnel joins what wires do not.
    expectProblems(twoSites('a', '§10.9.0.9/32', 'connections: { t: { ends: [ce1:t, ce2:t] } }'), slip);
  });

  test('what the router says is not told again for each VRF', () => {
    expectProblems(router('{ red: { interfaces: [a] } }', ', site: §nowhere'), /no site "nowhere"/);
  });
});
