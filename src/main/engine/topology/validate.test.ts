import { describe, expect, test } from 'vitest';
import { parseTopology } from './parse';
import { expectProblems, fixture, topologyOf } from '../../../../test/support/topology-text';

const two = (a: string, b: string): string =>
  `routers: { a: { interfaces: { e: ${a} } }, b: { interfaces: { e: ${b} } } }\n`;

describe('wires', () => {
  test('an interface has one plug', () => {
    expectProblems(
      'routers: { a: { interfaces: { e: { lan: l } } }, b: { interfaces: { e: {} } } }\nlans: { l: {} }\nlinks: { x: { ends: [§a:e, b:e] } }',
      'a:e is plugged into LAN "l" already (an interface belongs to one link, LAN, circuit or connection)',
    );
    expectProblems(
      'routers: { a: { interfaces: { e: {} } } }\nlinks: { x: { ends: [a:e, §a:e] } }',
      /plugged into link "x" already/,
    );
    expectProblems(
      'hosts: { §h: { lan: l, vnet: §v, address: 10.0.0.1/24 } }\nlans: { l: {} }',
      /more than one place/,
      /no VNet "v"/,
    );
    expectProblems(
      'routers: { r: { interfaces: { e: {} } } }\nhosts: { h: { address: 10.0.0.1/24 } }\nlinks: { x: { ends: [r:e, §h:eth1] } }',
      /has one interface, eth0/,
    );
  });

  test('addresses fit', () => {
    expectProblems(
      `${two('10.0.0.1/30', '10.0.0.5/30')}links: { x: { §ends: [a:e, b:e] } }`,
      /in different subnets .*10.0.0.0\/30.*10.0.0.4\/30/,
    );
    expectProblems(
      `${two('10.0.0.1/30', '§10.0.0.1/30')}links: { x: { ends: [a:e, b:e] } }`,
      /^10.0.0.1 belongs to "a:e" already/,
    );
    expectProblems(
      two('§10.0.0.0/24', '§10.0.0.255/24'),
      /is the network address of 10.0.0.0\/24/,
      /is the broadcast address/,
    );
    expectProblems(
      'lans: { l: { prefix: 10.0.0.0/24 } }\nrouters: { a: { interfaces: { e: { lan: l, address: §10.0.1.1/24 } } } }',
      /10.0.1.1 of "a:e" is not in 10.0.0.0\/24/,
    );
    expectProblems(
      'routers: { a: { interfaces: { e: 10.0.0.1/16, f: §10.0.1.1/24, g: 10.0.9.9/32 } } }',
      /10.0.1.0\/24 of "a:f" overlaps 10.0.0.0\/16 of "a:e"/,
    );
  });

  test('an interface and a host have an address of a host', () => {
    expectProblems(
      two('§127.0.0.1/8', '§224.0.0.5/24'),
      '127.0.0.1 is a loopback address, and an interface has one of a host (choose another)',
      /^224.0.0.5 is a multicast group/,
    );
    expectProblems(two('§0.0.0.1/0', '§255.255.255.255/32'), /"this network"/, /the broadcast address/);
    expectProblems(
      'hosts: { h: { lan: l, address: §240.0.0.1/24 } }\nlans: { l: {} }',
      /^240.0.0.1 is a reserved address/,
    );
  });

  test('an address in two places is told of', () => {
    expectProblems(
      'lans: { l: {}, m: {} }\nhosts: { g: { lan: l, address: 10.0.0.9/24 }, h: { lan: m, address: §10.0.0.9/24 } }',
      '10.0.0.9 is the address of "g" too (a probe to it goes where routes lead, whichever was named)',
    );
  });

  test('a host has its gateway in its own subnet', () => {
    const lan = 'routers: { a: { interfaces: { e: { lan: l, address: 10.0.0.1/24 } } }';
    expectProblems(
      `${lan} }\nlans: { l: {} }\nhosts: { §h: { lan: l, address: 10.9.0.9/24 } }`,
      'No router beside "h" is in its subnet 10.9.0.0/24 (what it sends elsewhere is lost)',
    );
    expectProblems(
      `${lan}, b: { interfaces: { e: { lan: l, address: 10.9.0.1/24 } } } }\nlans: { l: {} }\nhosts: { h: { lan: l, address: 10.9.0.9/24 } }`,
    );
  });

  test('a host needs a place, a length and one clear gateway', () => {
    expectProblems('hosts: { §h: { address: 10.0.0.1/24 } }', /"h" is connected to nothing/);
    expectProblems('lans: { l: {} }\nhosts: { h: { lan: l, address: §10.0.0.1 } }', /\/32 is assumed/);
    const routers =
      'routers: { a: { interfaces: { e: { lan: l, address: 10.0.0.1/24 } } }, b: { interfaces: { e: { lan: l, address: 10.0.0.2/24 } } } }\nlans: { l: {} }\n';
    expectProblems(
      `${routers}hosts: { §h: { lan: l, address: 10.0.0.9 } }`,
      '"h" could use 2 gateways (add gateway: one of 10.0.0.1 (a:e), 10.0.0.2 (b:e))',
    );
    expectProblems(`${routers}hosts: { h: { lan: l, address: 10.0.0.9, gateway: 10.0.0.2 } }`);
    expectProblems(
      `${routers}hosts: { h: { lan: l, address: 10.0.0.9, gateway: §10.0.0.3 } }`,
      /No router beside "h"/,
    );
    expectProblems(
      `${routers}hosts: { h: { lan: l, address: 10.0.0.9, gateway: §10.0.1.3 } }`,
      /not in the subnet/,
    );
    const link =
      'routers: { a: { interfaces: { e: 10.0.0.1/30 } } }\nhosts: { h: { address: 10.0.0.2 } }\nlinks: { x: { ends: [a:e, h:eth0] } }';
    expect(topologyOf(link).hosts['h']?.address.length).toBe(30);
  });
});

const bgp = (neighbor: string): string =>
  `routers: { a: { interfaces: { e: 10.0.0.1/30 }, bgp: { asn: 1, neighbors: { ${neighbor} } } }, b: { interfaces: { e: 10.0.0.2/30 }, bgp: { asn: 2 } }, c: { interfaces: { e: 10.0.1.1/30 } } }`;

describe('routing', () => {
  test('sessions that cannot come up are warned of', () => {
    expectProblems(bgp('10.0.0.2: { asn: 2 }'));
    expectProblems(bgp('§10.0.0.9: { asn: 2 }'), /Nothing has the address 10.0.0.9/);
    expectProblems(bgp('§10.0.1.1: { asn: 2 }'), /"c" \(10.0.1.1\) runs no BGP/);
    expectProblems(bgp('10.0.0.2: { asn: §3 }'), /"b" \(10.0.0.2\) is in AS 2.* \(write asn: 2\)/);
    expect(parseTopology(bgp('10.0.0.9: { asn: 2 }')).ok).toBe(true);
  });

  test('a router is not its own neighbor or next hop', () => {
    expectProblems(bgp('§10.0.0.1: { asn: 1 }'), /is an address of "a" itself/);
    expectProblems(
      'routers: { a: { interfaces: { e: 10.0.0.1/30 }, static: [{ prefix: 0.0.0.0/0, via: §10.0.0.1 }] } }',
      /is an address of "a" itself/,
    );
  });
});

describe('Azure', { timeout: 60_000 }, () => {
  const LAB = fixture('azure-lab');

  /** The lab with one place changed; `§` marks where the problem must be. */
  function changed(from: string, to: string): string {
    expect(LAB).toContain(from);
    return LAB.replace(from, to);
  }

  test('VNets', () => {
    expectProblems(
      'vnets: { v: { addressSpace: [10.0.0.0/16, §10.0.1.0/24] } }',
      /10.0.1.0\/24 overlaps 10.0.0.0\/16/,
    );
    expectProblems(
      'vnets: { v: { addressSpace: [10.0.0.0/16], subnets: { a: 10.0.0.0/24, b: §10.0.0.0/25, c: §10.1.0.0/24 } } }',
      /overlaps/,
      /not in the address space of "v"/,
    );
    expectProblems(
      'vnets: { v: { addressSpace: [10.0.0.0/16], advertise: [§10.1.0.0/24] } }',
      /not in the address space/,
    );
    expectProblems('vnets: { v: { §addressSpace: [] } }', /at least 1 entry/);
    expectProblems(
      changed('address: 10.17.30.4 }', 'address: §10.17.31.4 }'),
      /10.17.31.4 is in no subnet of VNet "remote"/,
    );
    expectProblems(
      changed('address: 10.17.30.4 }', 'address: §10.17.30.45 }'),
      /is in the GatewaySubnet of "remote"/,
    );
    expectProblems(changed('address: 10.17.30.4 }', 'address: §10.17.30.3 }'), /Azure keeps 10.17.30.3/);
    expectProblems(
      changed('vnet: hub, address: 10.10.30.4', 'vnet: hub, address: 10.10.30.4, gateway: §10.10.30.1'),
      /no gateway of its own/,
    );
    expectProblems(
      `${LAB}  twin: { vnet: hub, address: §10.10.30.4 }\n`,
      /10.10.30.4 belongs to "hub-vm" already/,
    );
  });

  test('peerings', () => {
    expectProblems(
      changed(
        '[10.11.30.0/26]\n    subnets: { workload: 10.11.30.0/26 }',
        '[10.10.30.0/26]\n    subnets: { workload: 10.10.30.0/26 }',
      )
        .replace('vnet: spoke, address: 10.11.30.4', 'vnet: spoke, address: 10.10.30.4')
        .replace('    ends:\n      hub:', '    §ends:\n      hub:'),
      /Azure refuses to peer/,
    );
    expectProblems(
      changed('hub: { allowGatewayTransit: true }', 'hub: {}').replace(
        'useRemoteGateways: true',
        'useRemoteGateways: §true',
      ),
      /"hub" does not allow gateway transit/,
    );
    expectProblems(
      LAB.replace(
        'gateways:\n',
        'gateways:\n  g: { type: vpn, vnet: spoke, instances: [§10.11.30.9] }\n',
      ).replace('useRemoteGateways: true', 'useRemoteGateways: §true'),
      /"spoke" has a gateway of its own, "g"/,
      /not in the GatewaySubnet of "spoke"/,
    );
    expectProblems(
      changed('gateways:\n', '  again: { ends: { hub: {}, spoke: {} } }\ngateways:\n').replace(
        '  again',
        '  §again',
      ),
      /"hub-spoke" joins these two VNets already/,
    );
    expectProblems(
      changed(
        'gateways:\n',
        '  more:\n    ends:\n      remote: { allowGatewayTransit: true }\n      spoke: { useRemoteGateways: §true }\ngateways:\n',
      ),
      /uses the gateways of another VNet already/,
    );
  });

  test('gateways', () => {
    expectProblems(
      changed('instances: [10.17.30.44]', 'instances: [§10.17.30.5]'),
      /10.17.30.5 is not in the GatewaySubnet of "remote"/,
    );
    expectProblems(
      changed('bgpAddress: 10.11.30.126', 'bgpAddress: §10.11.30.70'),
      /not in the GatewaySubnet of "branch"/,
    );
    expectProblems(
      changed('circuits:\n', '  extra: { type: §vpn, vnet: hub, instances: [10.10.30.150] }\n\ncircuits:\n'),
      /has a gateway of this type already, "hub-vpngw"/,
    );
  });

  test('circuits', () => {
    expectProblems(
      changed('peering: 192.168.30.16/30', 'peering: 192.168.30.24/30')
        .replace('customer: ce1:ge0/0.1', 'customer: §ce1:ge0/0.1')
        .replace('        192.168.30.18:', '        §192.168.30.18:'),
      /has 192.168.30.17\/30, not 192.168.30.25\/30/,
      /Nothing has the address/,
    );
    expectProblems(
      'circuits: { c: { primary: { msee: m, peering: §10.0.0.0/31 } } }',
      /no private peering subnet/,
    );
    expectProblems(
      'routers: { r: { interfaces: { e: 10.0.0.1/30 } } }\ncircuits: { c: { §primary: { msee: m, customer: r:e } } }',
      /has a customer but no peering subnet/,
    );
    expectProblems(
      changed('gateway: remote-ergw', 'gateway: §remote-ergv'),
      /no gateway "remote-ergv" \(did you mean "remote-ergw"\?\)/,
    );
    expectProblems(
      changed('gateway: remote-ergw', 'gateway: §branch-vpngw')
        .replace('primary: 10.17.30.36', 'primary: §10.17.30.36')
        .replace('secondary: 10.17.30.37', 'secondary: §10.17.30.37'),
      /is a VPN gateway/,
      /GatewaySubnet/,
      /GatewaySubnet/,
    );
    expectProblems(
      changed('primary: 10.17.30.36', 'primary: §10.17.30.6'),
      /not in the GatewaySubnet of "remote"/,
    );
    expectProblems(
      changed('{ gateway: hub-ergw, primary: 10.10.30.134', '{ gateway: hub-ergw, primary: §10.10.30.132'),
      /10.10.30.132 belongs to "er1-hub" already/,
    );
  });

  test('connections', () => {
    expectProblems(
      changed('[hub-vpngw, branch-vpngw]', '[hub-vpngw, §hub-ergw]'),
      /"hub-ergw" is an ExpressRoute gateway/,
    );
    expectProblems(
      changed('[hub-vpngw, ce1:tunnel0]', '[hub-vpngw, §ce1]'),
      /"ce1" is a router: its tunnel interface is missing/,
    );
    expectProblems(
      changed('[hub-vpngw, ce1:tunnel0]', '[§hub-vpngw:x, ce1:tunnel0]'),
      /is a gateway and has no interface/,
    );
    // The gateway with an error of its own is still a gateway to its connections.
    expectProblems(
      changed('type: vpn\n    vnet: branch', 'type: §vpm\n    vnet: branch'),
      /"vpm" is not one of vpn, expressroute/,
    );
    expectProblems(
      changed('[hub-vpngw, branch-vpngw]', '[hub-vpngw, §hub-vpn]'),
      /no gateway or router "hub-vpn" \(did you mean "hub-vpngw"\?\)/,
    );
    expectProblems(
      changed('ends: [hub-vpngw, branch-vpngw]', '§ends: [hub-vpngw, hub-vpngw]'),
      /with itself/,
    );
  });
});
