import { describe, expect, test } from 'vitest';
import { documentOf, edited } from '../testing/lab';
import { containerlabFiles, labOf, type Lab, type LabNode } from './index';

function nodeOf(lab: Lab, name: string): LabNode {
  const node = lab.nodes.find((entry) => entry.name === name);
  if (node === undefined) throw new Error(`no machine ${name}`);
  return node;
}

const PLAIN = documentOf(`
routers:
  r1:
    interfaces:
      lo: 10.255.0.1/32
      ge0/0: { address: 10.0.0.1/30, ospfCost: 7, description: to r2 }
      ge0/1: { address: 10.1.0.1/24, lan: office, ospfPassive: true }
    static:
      - { prefix: 192.0.2.0/24, via: 10.0.0.2, distance: 5 }
      - { prefix: 198.51.100.0/24, via: ge0/0 }
      - { prefix: 203.0.113.0/24, via: discard }
    ospf: { redistribute: [static], defaultOriginate: { always: true, metric: 3, type: 1 } }
    bgp:
      asn: 65001
      redistribute: [static]
      neighbors:
        10.255.0.2: { asn: 65001, nextHopSelf: true, out: { prepend: 2 } }
        10.0.0.2:
          asn: 65002
          in: { prefixList: [permit 10.0.0.0/8 ge 8, deny 172.16.0.0/12 ge 20 le 24], localPreference: 150 }
          out: { prefixList: [], prepend: 2, med: 9 }
  r2:
    interfaces: { lo: 10.255.0.2/32, eth0: 10.0.0.2/30 }
    bgp: { asn: 65001, neighbors: { 10.255.0.1: { asn: 65001 } } }
lans: { office: {} }
hosts: { alice: { lan: office, address: 10.1.0.10, initialTtl: 64 } }
links: { link: { ends: [r1:ge0/0, r2:eth0] } }
`);

describe('a plain network', () => {
  const lab = labOf(PLAIN.topology);
  const conf = nodeOf(lab, 'r1').frr ?? '';

  test('is a machine for each router, host and LAN, joined by wires', () => {
    expect(lab.nodes.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'r1 router',
      'r2 router',
      'alice host',
      'office switch',
    ]);
    expect(lab.wires.map((ends) => ends.map((end) => `${end.node}:${end.interface}`))).toEqual([
      ['r1:eth1', 'r2:eth1'],
      ['office:eth1', 'r1:eth2'],
      ['office:eth2', 'alice:eth1'],
    ]);
    expect(nodeOf(lab, 'r1').commands).toContain('ip address add 10.255.0.1/32 dev lo');
    expect(nodeOf(lab, 'alice').commands).toContain('ip route replace default via 10.1.0.1');
    expect(nodeOf(lab, 'alice').sysctls).toMatchObject({ 'net.ipv4.ip_default_ttl': 64 });
  });

  test.each([
    'interface eth1\n description ge0/0: to r2\n ip ospf area 0.0.0.0\n ip ospf cost 7\n ip ospf network point-to-point\n',
    'interface eth2\n description ge0/1\n ip ospf area 0.0.0.0\n ip ospf cost 10\n ip ospf passive\n',
    'ip route 192.0.2.0/24 10.0.0.2 5\n',
    'ip route 198.51.100.0/24 10.0.0.2 eth1 onlink\n',
    'ip route 203.0.113.0/24 blackhole\n',
    ' redistribute static metric 20 metric-type 2\n',
    ' default-information originate always metric 3 metric-type 1\n',
    ' neighbor 10.255.0.2 update-source 10.255.0.1\n',
    '  redistribute static route-map no-default\n',
    // ge at the prefix's own length says nothing but "and longer".
    'ip prefix-list in-10.0.0.2 seq 5 permit 10.0.0.0/8 le 32\n',
    'ip prefix-list in-10.0.0.2 seq 10 deny 172.16.0.0/12 ge 20 le 24\n',
    'ip prefix-list out-10.0.0.2 seq 5 deny 0.0.0.0/0 le 32\n',
    ' set metric 9\n set as-path prepend 65001 65001\n',
  ])('says %j', (lines) => {
    expect(conf).toContain(lines);
  });

  test('does not prepend inside an AS, as the model does not', () => {
    expect(conf).not.toContain('route-map out-10.255.0.2');
  });

  test('keeps what is shut down', () => {
    const down = labOf(edited(PLAIN, 'shutdown office', 'shutdown link', 'shutdown r2').topology);
    expect(nodeOf(down, 'office').commands).toContain('ip link set dev eth1 down');
    expect(nodeOf(down, 'r1').commands).toContain('ip link set dev eth1 down');
    expect(nodeOf(down, 'r2').frr).toBeNull();
  });
});

test('names of machines are safe as folders and differ regardless of case', () => {
  const names = ['R1', 'r1', '..', 'a_b', 'a-b'];
  const routers = Object.fromEntries(names.map((name) => [name, {}]));
  const { topology } = documentOf(JSON.stringify({ routers }));
  const lab = labOf(topology);
  expect(lab.nodes.map(({ name }) => name)).toEqual(['r1', 'r1-2', 'node', 'a-b', 'a-b-2']);
  expect(lab.nodes.map(({ source }) => source)).toEqual(names);
  const readme = containerlabFiles(lab, 'lab').get('README.md');
  expect(readme).toContain('| r1-2 | r1 |');
});

describe('areas, distances and VRFs', () => {
  const lab = labOf(
    documentOf(`
routers:
  abr:
    interfaces:
      lo: 10.255.0.1/32
      up: 10.0.0.1/30
      down: { address: 10.1.0.1/30, ospfArea: 1 }
      stub: { address: 10.2.0.1/24, lan: office, ospfArea: 2 }
      red0: 10.0.0.1/30
      redlo: 10.255.0.1/32
    static: [{ prefix: 192.0.2.0/24, via: 10.0.0.2, track: 10.255.0.9 }]
    ospf:
      areas:
        1: { ranges: [10.1.0.0/16, { prefix: 10.3.0.0/16, cost: 9 }, { prefix: 10.4.0.0/16, advertise: false }] }
        2: { type: totally-stubby, defaultCost: 4 }
      distance: { external: 150 }
    bgp: { asn: 65001, distance: { ibgp: 190 }, neighbors: { 10.0.0.2: { asn: 65001 } } }
    vrfs:
      red:
        interfaces: [red0, redlo]
        static: [{ prefix: 192.0.2.0/24, via: 10.0.0.2 }]
        ospf: { area: 0.0.0.3 }
        bgp: { asn: 65009, redistribute: [connected], neighbors: { 10.0.0.2: { asn: 65002, out: { med: 5 } } } }
  core: { interfaces: { abr: 10.0.0.2/30 } }
  red-ce: { interfaces: { up: 10.0.0.2/30 } }
lans: { office: {} }
links:
  up: { ends: [abr:up, core:abr] }
  red: { ends: [abr:red0, red-ce:up] }
`).topology,
  );
  const machine = nodeOf(lab, 'abr');
  const conf = machine.frr ?? '';

  test('every interface is in its area, and border routers know their areas', () => {
    expect(conf).toContain('interface lo\n ip ospf area 0.0.0.0\n');
    expect(conf.match(/ip ospf area \S+/g)?.toSorted()).toEqual([
      'ip ospf area 0.0.0.0',
      'ip ospf area 0.0.0.0',
      'ip ospf area 0.0.0.1',
      'ip ospf area 0.0.0.2',
      'ip ospf area 0.0.0.3',
      'ip ospf area 0.0.0.3',
    ]);
    for (const line of [
      ' area 0.0.0.1 range 10.1.0.0/16\n',
      ' area 0.0.0.1 range 10.3.0.0/16 cost 9\n',
      ' area 0.0.0.1 range 10.4.0.0/16 not-advertise\n',
      ' area 0.0.0.2 stub no-summary\n',
      ' area 0.0.0.2 default-cost 4\n',
      ' distance ospf intra-area 110 inter-area 110 external 150\n',
      '  distance bgp 20 190 200\n',
    ])
      expect(conf).toContain(line);
  });

  test('a VRF is a device of the kernel and an instance of each protocol', () => {
    expect(lab.nodes.map(({ name }) => name)).not.toContain('abr-red');
    expect(machine.commands).toContain('ip link add name red type vrf table 1001');
    expect(machine.commands.filter((line) => line.endsWith('master red'))).toHaveLength(2);
    for (const line of [
      'vrf red\n ip route 192.0.2.0/24 10.0.0.2\nexit-vrf\n',
      'router ospf vrf red\n ospf router-id 10.255.0.1\n',
      'router bgp 65009 vrf red\n',
      'route-map red-out-10.0.0.2 permit 10\n',
      '  redistribute connected route-map red-no-default\n',
      '  neighbor 10.0.0.2 route-map red-out-10.0.0.2 out\n',
    ])
      expect(conf).toContain(line);
  });

  test('what FRR cannot do is said', () => {
    expect(lab.notes).toContain(
      'abr uses its route to 192.0.2.0/24 whether or not 10.255.0.9 can be reached: FRR does not track addresses.',
    );
    expect(lab.notes.some((note) => note.includes('kernel with VRFs'))).toBe(true);
  });
});
