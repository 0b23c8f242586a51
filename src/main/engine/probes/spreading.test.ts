/** How prefixes spread and what nodes know of a network, on the Azure lab and on a plain network. */
import { describe, expect, test } from 'vitest';
import type { AnnouncementsResult } from '../../../shared/results';
import { documentOf, edited, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf, square, twoCustomers } from '../testing/networks';

const lab = simulationOf(azureLab());
const plain = simulationOf(twoCustomers());
const ring = simulationOf(square());

function told({ events }: AnnouncementsResult, outcome: string): string[] {
  return events
    .filter((event) => event.outcome === outcome)
    .map(({ step, from, to }) => `${step} ${from ?? '-'} ${to}`);
}

describe('announcements', () => {
  const spreading = ask(lab, 'hub-vm> announcements 10.2.30.0/25', 'announcements');

  test('begin at the origin and go one session at a time', () => {
    expect(told(spreading, 'origin')).toEqual(['0 - lan1']);
    expect(told(spreading, 'best').filter((text) => !text.startsWith('4'))).toEqual([
      '1 lan1 ce1',
      '2 ce1 hub-vpngw',
      '2 ce1 msee1-pri',
      '3 msee1-pri hub-ergw',
      '3 hub-vpngw branch-vpngw',
      '3 msee1-pri remote-ergw',
    ]);
  });

  test('name the route that lost, and by what', () => {
    expect(told(spreading, 'lost')).toContain('3 hub-vpngw hub');
    const lost = spreading.events.find(({ outcome, to }) => outcome === 'lost' && to === 'hub');
    expect(lost?.reason).toContain('prefers ExpressRoute over VPN');
    expect(lost?.asPath).toEqual([65021]);
  });

  test('name what is refused, and those who hear nothing', () => {
    expect(told(spreading, 'refused')).toContain('4 hub-ergw msee2-pri');
    expect(spreading.without).toEqual(
      ['msee1-sec', 'msee2-pri', 'msee2-sec', 'ce2a', 'ce2b', 'lan2'].toSorted(),
    );
  });

  test('show routes that share the load', () => {
    const shared = ask(lab, 'hub-vm> announcements 10.1.31.0/25', 'announcements');
    expect(told(shared, 'multipath')).toEqual([expect.stringContaining('msee2-sec hub-ergw')]);
  });

  test('show every router by which OSPF shares the load', () => {
    const equal = ask(ring, 'west> announcements 10.1.0.0/24', 'announcements');
    expect(told(equal, 'best')).toEqual(['1 west north', '1 west south', '2 north east']);
    expect(told(equal, 'multipath')).toEqual(['2 south east']);
  });

  test('stop at a prefix list, with its line', () => {
    const filtered = ask(plain, 'alice> announcements 172.16.5.10', 'announcements');
    expect(filtered.prefix).toBe('172.16.5.0/24');
    expect(told(filtered, 'refused')).toEqual(['1 c2 p3']);
    expect(filtered.events.at(-1)?.reason).toContain('permit 10.2.0.0/16 le 24');
    expect(filtered.without).toEqual(['c1', 'p1', 'p2', 'p3']);
  });

  test('refuse nothing where nothing joins two nodes, or what does is down', () => {
    const apart = simulationOf(
      documentOf(`
routers:
  r1: { interfaces: { e0: 10.0.1.1/30, e1: 10.0.2.1/30 }, ospf: {} }
  r2: { interfaces: { e0: 10.0.1.2/30 }, ospf: {} }
  spare: { interfaces: { e0: 10.0.3.1/30 } }
links: { r1-r2: { ends: [r1:e0, r2:e0], shutdown: true } }`),
    );
    const result = ask(apart, 'r1> announcements 10.0.2.0/30', 'announcements');
    expect(told(result, 'refused')).toEqual([]);
    expect(told(result, 'not-told')).toEqual(['1 r1 r2', '1 r1 spare']);
    expect(
      linesOf(apart, 'r1> announcements 10.0.2.0/30').filter((line) => line.startsWith('  - ')),
    ).toHaveLength(2);
  });

  test('of what nobody has are none', () => {
    const none = ask(plain, 'alice> announcements 203.0.113.0/24', 'announcements');
    expect(none.events).toEqual([]);
    expect(none.notes).toEqual(['Nobody in this network has a route to exactly 203.0.113.0/24.']);
  });

  test('print step by step', () => {
    expect(linesOf(plain, 'alice> announcements bob').slice(0, 5)).toEqual([
      '10.2.0.0/24',
      'It comes from',
      '  * c2: lan is in this subnet',
      'Step 1',
      '  > c2 -> p3 (bgp, AS path 65002): the only BGP route',
    ]);
  });

  test('give one reason for several refusals once, and name the protocol that refuses', () => {
    const lines = linesOf(lab, 'ce1> announcements 10.2.30.0/25');
    const refused = lines.filter((line) => line.startsWith('  x hub-ergw -> '));
    expect(refused.map((line) => line.includes('for the same reason'))).toEqual([false, false, true]);
    const { events } = ask(plain, 'c1> announcements 10.1.0.0/24', 'announcements');
    const toP3 = events.filter(({ to, outcome }) => to === 'p3' && outcome === 'refused');
    expect(toP3.map(({ protocol }) => protocol)).toEqual(['bgp', 'ospf']);
  });
});

/** Two edges tell their core a default route by OSPF, and each other what two providers told them by iBGP. */
const dualHomed = simulationOf(
  documentOf(`
sites: { hq: {} }
routers:
  edge-a:
    site: hq
    interfaces: { up: 203.0.113.2/30, core: 10.0.0.1/30, peer: 10.0.0.9/30 }
    ospf: { interfaces: [core, peer], defaultOriginate: { metric: 10 } }
    bgp:
      asn: 64500
      networks: [198.51.100.0/24]
      neighbors: { 203.0.113.1: { asn: 64510 }, 10.0.0.10: { asn: 64500, nextHopSelf: true } }
  edge-b:
    interfaces: { core: 10.0.0.5/30, peer: 10.0.0.10/30 }
    ospf: {}
    bgp:
      asn: 64500
      networks: [198.51.100.0/24]
      neighbors: { 10.0.0.9: { asn: 64500, nextHopSelf: true } }
  core:
    interfaces: { a: 10.0.0.2/30, b: 10.0.0.6/30, lan: { address: 198.51.100.1/24, lan: servers } }
    ospf: {}
  provider:
    interfaces: { ce: 203.0.113.1/30, web: { address: 192.0.2.1/24, lan: web } }
    bgp:
      asn: 64510
      networks: [192.0.2.0/24]
      neighbors: { 203.0.113.2: { asn: 64500, defaultOriginate: true } }
lans: { servers: {}, web: {} }
hosts:
  server: { lan: servers, address: 198.51.100.10 }
  customer: { lan: web, address: 192.0.2.10 }
links:
  up: { ends: [edge-a:up, provider:ce] }
  a: { ends: [edge-a:core, core:a] }
  b: { ends: [edge-b:core, core:b] }
  peer: { ends: [edge-a:peer, edge-b:peer] }`),
);

test('an announcement that lost to a route of another protocol is told once', () => {
  const spreading = ask(dualHomed, 'core> announcements 198.51.100.0/24', 'announcements');
  expect(told(spreading, 'lost')).toEqual(['2 edge-b edge-a', '2 edge-a edge-b']);
});

function othersOf(line: string, wanted: string): readonly string[] {
  return ask(lab, line, 'perspective')
    .prefixes.filter(({ prefix }) => prefix === wanted)
    .flatMap(({ others }) => others.map(({ use, chain }) => `${use}: ${chain.join(' ')}`));
}

describe('a perspective', () => {
  test('tells the AS path and the way of each announcement', () => {
    const { table, prefixes } = ask(lab, 'hub-vm> perspective', 'perspective');
    expect(table).toBe('hub');
    const known = prefixes.map(({ prefix, route, chain }) => [
      prefix,
      route?.asPath?.join(' ') ?? '',
      chain.join(' '),
    ]);
    expect(known).toContainEqual(['10.2.30.0/25', '12076 65021', 'lan1 ce1 msee1-pri hub-ergw hub']);
    expect(known).toContainEqual(['10.11.30.64/27', '65516', 'branch-vpngw hub-vpngw hub']);
  });

  test('tells the ways that share the load, and those that were heard and not chosen', () => {
    expect(othersOf('hub-vm> perspective', '10.1.31.0/25')).toEqual([
      'equal: lan2 ce2b msee2-sec hub-ergw hub',
    ]);
    expect(othersOf('hub-vm> perspective', '10.2.30.0/25')).toEqual(['not-chosen: lan1 ce1 hub-vpngw hub']);
    expect(othersOf('spoke-vm> perspective', '10.2.30.0/25')).toEqual([
      'not-chosen: lan1 ce1 hub-vpngw spoke',
    ]);
    expect(othersOf('ce1> perspective', '10.10.30.0/25')).toEqual(['not-chosen: hub-vpngw ce1']);
    expect(othersOf('branch-vm> perspective', '10.2.30.0/25')).toEqual([]);
  });

  test('goes along the routers through which OSPF floods, every one that shares the load', () => {
    const { prefixes } = ask(ring, 'ann> perspective', 'perspective');
    expect(prefixes.map(({ chain }) => chain.join(' '))).toEqual(['west', 'east north west']);
    expect(prefixes.at(-1)?.others).toEqual([
      { use: 'equal', chain: ['east', 'south', 'west'], reason: null },
    ]);
  });

  test('tells why the rest is unknown', () => {
    const { prefixes, nodes } = ask(lab, 'branch-vm> perspective', 'perspective');
    const unknown = prefixes.filter(({ route }) => route === null);
    expect(unknown.map(({ prefix }) => prefix)).toEqual(['10.17.30.0/27', '10.1.31.0/25']);
    expect(unknown[0]?.reason).toContain('the gateways of a VNet do not tell each other');
    const seen = new Map(nodes.map(({ node, prefix }) => [node, prefix]));
    expect(seen.get('loc1-vm')).toBe('10.2.30.0/25');
    expect(seen.get('loc2-vm')).toBeNull();
  });

  test('counts a default route for nothing', () => {
    const { prefixes } = ask(lab, 'ce1> perspective', 'perspective');
    expect(prefixes.find(({ prefix }) => prefix === '10.1.31.0/25')?.route).toBeNull();
  });

  test('knows a default route as a prefix of its own, which lies nowhere, and says who takes what follows it', () => {
    const { prefixes, notes } = ask(dualHomed, 'server> perspective', 'perspective');
    expect(prefixes.map(({ prefix, area, route }) => [prefix, area, route?.source ?? null])).toEqual([
      ['198.51.100.0/24', null, 'connected'],
      ['192.0.2.0/24', null, null],
      ['0.0.0.0/0', null, 'ospf'],
    ]);
    expect(notes).toContain('What core has no other route for follows its default route to edge-a.');
    expect(ask(dualHomed, 'edge-b> perspective', 'perspective').notes).toEqual([]);
  });

  test('changes with the network', () => {
    const cut = simulationOf(edited(azureLab(), 'shutdown vpn-hub-branch'));
    const { prefixes } = ask(cut, 'branch-vm> perspective', 'perspective');
    expect(prefixes.filter(({ route }) => route !== null).map(({ prefix }) => prefix)).toEqual([
      '10.11.30.64/27',
    ]);
    expect(linesOf(cut, 'branch-vm> perspective')[1]).toMatch(/^branch knows 1 of \d prefixes$/);
  });
});

test('where only routers are joined, a perspective says that there is nothing to know', () => {
  const two = documentOf(
    'routers: { r1: { interfaces: { a: 10.0.0.1/30 } }, r2: { interfaces: { a: 10.0.0.2/30 } } }',
  );
  expect(linesOf(simulationOf(two), 'r1> perspective')).toEqual([
    'There is no prefix to know: no host has a subnet here, and BGP carries nothing',
  ]);
});
