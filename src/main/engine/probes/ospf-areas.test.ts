/** What a network with areas answers: tables with the codes of routers, OSPF's own state, and why a route stops. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentOf, edited, simulationOf } from '../testing/lab';
import { ask, linesOf } from '../testing/networks';

const document = documentOf(readFileSync('test/fixtures/ospf-areas.yaml', 'utf8'));
const simulation = simulationOf(document);

describe('show ip route', () => {
  test('has the codes of FRR and Cisco', () => {
    const codes = linesOf(simulation, 'i1> show ip route')
      .filter((line) => /^[A-Z]/.test(line) && line.includes('/'))
      .map((line) => line.split(/ {2,}/).slice(0, 2).join(' '));
    expect(codes).toContain('O IA 10.2.1.0/24');
    expect(codes).toContain('O E2 192.168.0.0/16');
    expect(codes).toContain('C 10.1.1.0/24');
    expect(
      linesOf(simulation, 'a1> show ip route').some((line) => line.startsWith('O     10.1.1.0/24')),
    ).toBe(true);
  });
});

describe('show ospf', () => {
  test('tells roles, areas with their ranges, and what comes from afar', () => {
    const lines = linesOf(simulation, 'a1> show ospf');
    expect(lines[0]).toBe('OSPF on a1, router ID 10.255.0.1, ABR');
    expect(lines).toContain('0.0.0.1  normal  a1, a2          10.1.0.0/16');
    expect(lines).toContain('10.255.0.9  c       0.0.0.0  10    ASBR  10.0.0.2 (c) by c');
    expect(lines).toContain('O IA  10.1.0.0/16     0       None (dropped)');
    expect(lines).toContain('O E2  192.168.0.0/16  20      10.0.0.2 (c) by c');
  });

  test('knows the boundary routers of other areas by summaries', () => {
    const { routers, border, boundary } = ask(simulation, 'i1> show ospf', 'ospf');
    expect(routers.find(({ node }) => node === 'c')).toMatchObject({
      path: 'inter-area',
      area: '0.0.0.1',
      cost: 20,
      boundary: true,
    });
    expect([border, boundary]).toEqual([false, false]);
    // Into a stub area no boundary router is announced.
    expect(ask(simulation, 'i2> show ospf', 'ospf').routers.map(({ node }) => node)).toEqual(['b']);
  });
});

/** Reasons and sentences of what keeps a prefix from a node. */
function barriers(line: string, from = simulation): string[] {
  return ask(from, line, 'why-not').barriers.map(({ reason, text }) => `${reason}: ${text}`);
}

describe('why-not', () => {
  test('names the range that stands for a subnet', () => {
    expect(barriers('c> why-not 10.1.1.0/24')).toEqual([
      'in-range: a1 has 10.1.1.0/24 (ospf), but announces 10.1.0.0/16 in its place into area 0.0.0.0.',
      'in-range: a2 has 10.1.1.0/24 (ospf), but announces 10.1.0.0/16 in its place into area 0.0.0.0.',
    ]);
  });

  test('names the stub area', () => {
    expect(barriers('i2> why-not 192.168.0.0/16')).toEqual([
      'stub-area: b has 192.168.0.0/16 (ospf), but area 0.0.0.2 is a stub area, which hears of no external routes: i2 has a default route instead.',
    ]);
    expect(barriers('i2> why-not 10.1.0.0/16')).toEqual([
      'stub-area: b has 10.1.0.0/16 (ospf), but area 0.0.0.2 is totally stubby: i2 has a default route instead.',
    ]);
  });

  test('names areas that do not fit, and the edit that makes them', () => {
    const apart = simulationOf(edited(document, 'set i2 ospf area 7'));
    const { barriers: found } = ask(apart, 'i2> why-not 10.0.0.0/30', 'why-not');
    expect(found).toMatchObject([
      {
        reason: 'areas-apart',
        text: 'OSPF on i2:b is in area 0.0.0.7, on b:i2 in area 0.0.0.2: they are no neighbours.',
        change: ['set i2 interfaces b ospfArea 2'],
      },
    ]);
    const unlike = simulationOf(edited(document, 'unset i2 ospf areas'));
    expect(barriers('i2> why-not 10.0.0.0/30', unlike)[0]).toContain(
      'disagrees on whether area 0.0.0.2 is a stub',
    );
  });
});

/** The sentences of a chain. */
function chainOf(line: string): string[] {
  return ask(simulation, line, 'why').chain.map(({ text }) => text);
}

describe('why', () => {
  test('follows a route between areas to the router that announces it', () => {
    const { chain } = ask(simulation, 'i1> why 10.2.1.0/24', 'why');
    expect(chain.at(-1)).toMatchObject({ node: 'i1', from: 'i2', protocol: 'ospf' });
  });

  test('begins with the subnets that a range stands for, and with a default route for a stub area', () => {
    const sum =
      'a1, a border router, sums up area 0.0.0.1 as 10.1.0.0/16 (its range); what lies in none of the subnets it knows there it drops.';
    expect(chainOf('a1> why 10.1.0.0/16')).toEqual([
      'a1 is connected to 10.1.9.0/30: i1 is in this subnet.',
      sum,
    ]);
    expect(chainOf('c> why 10.1.0.0/16').slice(1)).toEqual([
      sum,
      'a1 announces it; c computes the shortest way to it: a1 > c, metric 30, one of 2 equal ways.',
    ]);
    expect(chainOf('i2> why 0.0.0.0/0')).toEqual([
      'b, a border router, makes up a default route for its stub areas.',
      'b announces it; i2 computes the shortest way to it: b > i2, metric 15.',
    ]);
  });

  test('not: a range is for other areas only', () => {
    const { barriers } = ask(simulation, 'i1> why-not 10.1.0.0/16', 'why-not');
    expect(barriers.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['a1', 'i1', 'in-range'],
      ['a2', 'i1', 'in-range'],
    ]);
    expect(barriers[0]?.text).toContain('by which a1 tells other areas of area 0.0.0.1');
  });
});
