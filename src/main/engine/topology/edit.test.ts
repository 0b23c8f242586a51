import { describe, expect, test } from 'vitest';
import { fixture } from '../../../../test/support/topology-text';
import { EDIT_COMMANDS } from '../../../shared/edit-commands';
import { applyEdit, editLine } from './edit';
import { parseTopology, type TopologyDocument } from './parse';

function documentOf(text: string): TopologyDocument {
  const result = parseTopology(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const LAB = documentOf(fixture('azure-lab'));
const PLAIN = documentOf(fixture('three-routers'));

function edited(document: TopologyDocument, line: string): TopologyDocument {
  const result = editLine(line, document);
  if (!result.ok) throw new Error(`${line}: ${JSON.stringify(result.problems)}`);
  return result.value.document;
}

/** `column: message (hint)` of every problem. */
function complaints(document: TopologyDocument, line: string): string[] {
  const result = editLine(line, document);
  return result.problems.map(
    ({ line: at, column, message, hint }) =>
      `${at}:${column} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );
}

describe('shutdown', () => {
  test('takes an interface down and up again, to the same network', () => {
    const down = edited(LAB, 'shutdown ce1:ge0/0.1');
    expect(down.topology.routers['ce1']?.interfaces['ge0/0.1']?.shutdown).toBe(true);
    expect(edited(down, 'no shutdown ce1:ge0/0.1')).toEqual(LAB);
  });

  test.each([
    ['hub', (d: TopologyDocument) => d.topology.vnets['hub']?.shutdown],
    ['hub-spoke', (d: TopologyDocument) => d.topology.peerings['hub-spoke']?.shutdown],
    ['hub-ergw', (d: TopologyDocument) => d.topology.gateways['hub-ergw']?.shutdown],
    ['er1', (d: TopologyDocument) => d.topology.circuits['er1']?.shutdown],
    ['er1-hub', (d: TopologyDocument) => d.topology.circuits['er1']?.connections['er1-hub']?.shutdown],
    ['msee1-pri', (d: TopologyDocument) => d.topology.circuits['er1']?.primary.shutdown],
    ['msee2-sec', (d: TopologyDocument) => d.topology.circuits['er2']?.secondary?.shutdown],
    ['vpn-hub-branch', (d: TopologyDocument) => d.topology.connections['vpn-hub-branch']?.shutdown],
    ['location-1', (d: TopologyDocument) => d.topology.sites['location-1']?.shutdown],
    ['ce1', (d: TopologyDocument) => d.topology.routers['ce1']?.shutdown],
    ['location-1-lan', (d: TopologyDocument) => d.topology.lans['location-1-lan']?.shutdown],
    ['loc1-vm', (d: TopologyDocument) => d.topology.hosts['loc1-vm']?.shutdown],
    ['loc1-vm:eth0', (d: TopologyDocument) => d.topology.hosts['loc1-vm']?.shutdown],
    ['ce1-lan1', (d: TopologyDocument) => d.topology.links['ce1-lan1']?.shutdown],
  ])('shutdown %s', (name, isDown) => {
    expect(isDown(LAB)).toBe(false);
    expect(isDown(edited(LAB, `SHUT ${name}`))).toBe(true);
    expect(edited(edited(LAB, `shutdown ${name}`), `No Shut ${name} # again`)).toEqual(LAB);
  });

  test('of what is down already changes nothing and says so', () => {
    const result = editLine('shutdown ce1:ge0/0.2', LAB);
    expect(result).toMatchObject({
      ok: true,
      value: { summary: 'Interface ce1:ge0/0.2 is shut down already' },
    });
    expect(edited(LAB, 'shutdown ce1:ge0/0.2')).toBe(LAB);
  });

  test('names what does not exist, at its column', () => {
    expect(complaints(LAB, 'shutdown ce9')).toEqual(['1:10 There is no "ce9" (did you mean "ce1"?)']);
    expect(complaints(LAB, '  shutdown ce1:ge0/0.9')).toEqual([
      '1:16 "ce1" has no interface "ge0/0.9" (did you mean "ge0/0.1"?)',
    ]);
    expect(complaints(LAB, 'shutdown hub-vm:eth1')).toEqual([
      '1:17 "hub-vm" is a host and has no interface "eth1" (write hub-vm)',
    ]);
    expect(complaints(LAB, 'shutdown')).toEqual([
      '1:9 the name of an element is missing (add it at the end of the line)',
    ]);
    expect(complaints(LAB, 'shutdown ce1 now')).toEqual([
      '1:14 "now" is too much here (end the line before it)',
    ]);
    expect(complaints(LAB, 'no ce1')[0]).toMatch(/^1:4 "no ce1" is no command/);
    expect(complaints(LAB, 'shutdwn ce1')).toEqual([
      '1:1 There is no command "shutdwn" (did you mean "shutdown"?)',
    ]);
  });
});

describe('announce and withdraw', () => {
  test('of a VNet, also where it advertises its whole space', () => {
    const both = edited(LAB, 'announce hub 10.10.30.128/25');
    expect(both.input).toHaveProperty(['vnets', 'hub', 'advertise'], ['10.10.30.0/25', '10.10.30.128/25']);
    expect(edited(both, 'withdraw hub 10.10.30.128/25')).toEqual(LAB);
    expect(edited(LAB, 'withdraw spoke 10.11.30.0/26').topology.vnets['spoke']?.advertise).toEqual([]);
  });

  test('of a router with BGP', () => {
    const more = edited(LAB, 'announce ce1 10.2.30.128/25');
    expect(more.topology.routers['ce1']?.bgp?.networks).toHaveLength(2);
  });

  test('says what is wrong', () => {
    expect(complaints(LAB, 'announce lan1 10.0.0.0/8')).toEqual([
      '1:10 "lan1" runs no BGP (set lan1 bgp { asn: 65000 })',
    ]);
    expect(complaints(LAB, 'announce er1 10.0.0.0/8')[0]).toMatch(/^1:10 "er1" is a circuit/);
    expect(complaints(LAB, 'announce hub 10.10.30.0')).toEqual([
      '1:14 "10.10.30.0" is not a prefix (write it like 10.1.0.0/24)',
    ]);
    expect(complaints(LAB, 'withdraw hub 10.9.0.0/16')[0]).toMatch(
      /^1:14 "hub" does not announce 10.9.0.0\/16/,
    );
    expect(complaints(LAB, 'announce hub 10.9.0.0/16')[0]).toMatch(
      /^1:14 .*not in the address space of "hub"/,
    );
  });
});

describe('set and unset', () => {
  test.each([
    [PLAIN, 'set r1-r2 latency 5 ms', (d: TopologyDocument) => d.topology.links['r1-r2']?.latency, 5],
    [
      PLAIN,
      'set r1 interfaces eth1 ospfCost 50',
      (d: TopologyDocument) => d.topology.routers['r1']?.interfaces['eth1']?.ospfCost,
      50,
    ],
    [
      PLAIN,
      'set r1:eth1 ospfCost 50',
      (d: TopologyDocument) => d.topology.routers['r1']?.interfaces['eth1']?.ospfCost,
      50,
    ],
    [PLAIN, 'set r1 icmp off', (d: TopologyDocument) => d.topology.routers['r1']?.icmp.answers, false],
    [
      PLAIN,
      'set r1 description "a # b"',
      (d: TopologyDocument) => d.topology.routers['r1']?.description,
      'a # b',
    ],
    [
      LAB,
      'set ce1 bgp neighbors 10.10.30.254 in localPreference 300',
      (d: TopologyDocument) => d.topology.routers['ce1']?.bgp?.neighbors[2]?.in.localPreference,
      300,
    ],
    [
      LAB,
      'set ce1 static 1 distance 5',
      (d: TopologyDocument) => d.topology.routers['ce1']?.static[1]?.distance,
      5,
    ],
    [
      LAB,
      'set er1 primary latency 2 ms',
      (d: TopologyDocument) => d.topology.circuits['er1']?.primary.latency,
      2,
    ],
    [
      LAB,
      'set msee1-pri latency 2 ms',
      (d: TopologyDocument) => d.topology.circuits['er1']?.primary.latency,
      2,
    ],
    [
      LAB,
      'set vpn-hub-branch ends 0 ttl pipe',
      (d: TopologyDocument) => d.topology.connections['vpn-hub-branch']?.ends[0].ttl,
      'pipe',
    ],
    [
      LAB,
      'set ce1 ospf redistribute [bgp]',
      (d: TopologyDocument) => d.topology.routers['ce1']?.ospf?.redistribute,
      [{ from: 'bgp', metric: 20, type: 2, routeMap: null }],
    ],
  ])('%# %s', (document, line, read, value) => {
    expect(read(document)).not.toEqual(value);
    expect(read(edited(document, line))).toEqual(value);
  });

  test('unset goes back to the default', () => {
    const slow = edited(PLAIN, 'unset r1-r3 latency');
    expect(slow.topology.links['r1-r3']?.latency).toBe(0.05);
    expect(edited(LAB, 'unset ce1 static 0').topology.routers['ce1']?.static).toHaveLength(1);
  });

  test('says what is wrong, at its column', () => {
    expect(complaints(PLAIN, 'set r1-r2 latncy 5 ms')).toEqual([
      '1:11 There is no property "latncy" here (did you mean "latency"?)',
    ]);
    expect(complaints(PLAIN, 'set r1-r2 latency 5 parsecs')).toEqual([
      '1:19 "5 parsecs" is not a latency from 0 to 60 s (write it like 2 ms, 500 us or 1 s; a bare number is ms)',
    ]);
    expect(complaints(PLAIN, 'set r1-r2 latency')[0]).toMatch(/^1:18 VALUE for latency is missing/);
    expect(complaints(PLAIN, 'set r1 ospf { defaultCost: 3, maximumPaths: 99 }')).toEqual([
      '1:45 99 is not a whole number from 1 to 64 (write a number in that range)',
    ]);
    expect(complaints(PLAIN, 'set r1 ospf { defaultCost: 3')[0]).toMatch(/^1:29 Broken YAML/);
    expect(complaints(PLAIN, 'set r2 interfaces eth0 address 10.0.99.2/30')[0]).toMatch(
      /^1:5 r1-r2 ends: The ends of link "r1-r2" are in different subnets/,
    );
    expect(complaints(PLAIN, 'set r1-r2 ends 2 r1:eth0')).toEqual([
      '1:18 The list has no such item (it has 2, counted from 0)',
    ]);
    expect(complaints(PLAIN, 'unset r1 bgp')[0]).toMatch(/^1:10 "bgp" is not set here/);
    expect(complaints(PLAIN, 'set r1 __proto__ 1')[0]).toMatch(/^1:8 There is no property "__proto__" here/);
    expect(complaints(PLAIN, 'set r1 interfaces __proto__ shutdown true')[0]).toMatch(/reserved word/);
  });
});

describe('add and remove', () => {
  test('adds an element and takes it away again', () => {
    const more = edited(PLAIN, 'add host pc9 { lan: office, address: 10.1.0.99 }');
    expect(more.topology.hosts['pc9']?.address.length).toBe(24);
    expect(edited(more, 'remove pc9')).toEqual(PLAIN);
    expect(edited(PLAIN, 'add lan attic').topology.lans['attic']?.prefix).toBeNull();
  });

  test('removing a node takes its links along; the inverse brings all back in place', () => {
    const result = editLine('remove ce1', LAB);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.summary).toBe(
      'Removed router "ce1", and with it link "ce1-lan1", connection "vpn-hub-location-1", ' +
        'the primary customer end of "er1", the secondary customer end of "er1"',
    );
    expect(result.value.document.topology.circuits['er1']?.primary.customer).toBeNull();
    const back = applyEdit(result.value.document, result.value.inverse);
    expect(back.ok && JSON.stringify(back.value.document)).toBe(JSON.stringify(LAB));
  });

  test('says who needs what should go', () => {
    expect(complaints(LAB, 'remove hub')).toEqual([
      '1:8 "hub" is needed by hub-vm, hub-ergw, hub-vpngw (remove or change those first)',
    ]);
    expect(complaints(PLAIN, 'remove office')).toEqual([
      '1:8 "office" is needed by alice (remove or change those first)',
    ]);
    expect(complaints(LAB, 'remove location-1')[0]).toMatch(/needed by ce1, lan1, location-1-lan /);
    expect(complaints(LAB, 'remove msee1-pri')).toEqual([
      '1:8 "msee1-pri" is the primary MSEE of "er1" (shut it down, or remove er1)',
    ]);
    expect(complaints(PLAIN, 'add hots x')).toEqual([
      '1:5 "hots" is no kind of element (did you mean "host"?)',
    ]);
    expect(complaints(PLAIN, 'add host r1 { lan: office, address: 10.1.0.7 }')[0]).toMatch(
      /^1:10 .*The name "r1" is taken by a router/,
    );
    expect(complaints(PLAIN, 'add host alice {}')[0]).toMatch(/^1:10 The name "alice" is taken/);
    expect(complaints(PLAIN, 'add host pc9 { lan: offic, address: 10.1.0.9/24 }')[0]).toBe(
      '1:21 There is no LAN "offic" (did you mean "office"?)',
    );
    expect(complaints(PLAIN, 'add host __proto__ { lan: office, address: 10.1.0.9/24 }')[0]).toMatch(
      /reserved word/,
    );
  });
});

test('an edit shares everything it did not touch', () => {
  const after = edited(LAB, 'set ce1 bgp neighbors 10.10.30.254 in localPreference 300');
  const { routers: before } = LAB.topology;
  for (const section of [
    'vnets',
    'peerings',
    'gateways',
    'circuits',
    'connections',
    'hosts',
    'links',
  ] as const) {
    expect(after.topology[section]).toBe(LAB.topology[section]);
    expect(after.input[section]).toBe(LAB.input[section]);
  }
  for (const name of ['lan1', 'ce2a', 'ce2b', 'lan2'])
    expect(after.topology.routers[name]).toBe(before[name]);
  expect(after.topology.routers['ce1']).not.toBe(before['ce1']);
});

test('every command of the table is known to the parser', () => {
  for (const { name } of EDIT_COMMANDS) expect(complaints(PLAIN, name).join()).not.toMatch(/no command/);
});
