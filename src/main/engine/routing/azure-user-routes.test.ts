/** User-defined routes and appliances, one rule after the other, on a small hub with two spokes. */
import { describe, expect, test } from 'vitest';
import type { EffectiveRouteView } from '../../../shared/results';
import { runCommand } from '../probes/console';
import type { Simulation } from '../simulation';
import { documentOf, edited, hopsOf, ping, simulationOf } from '../testing/lab';
import { transitHub } from '../testing/transit-hub';

const doc = documentOf(transitHub());
const whole = simulationOf(doc);

function effective(simulation: Simulation, node: string): readonly EffectiveRouteView[] {
  const result = runCommand(simulation, node, 'show effective-routes');
  if (result.kind !== 'effective-routes') throw new Error(JSON.stringify(result));
  return result.routes;
}

function row(simulation: Simulation, node: string, prefix: string, state = 'Active') {
  return effective(simulation, node).find((route) => route.prefix === prefix && route.state === state);
}

function after(...lines: readonly string[]): Simulation {
  return simulationOf(edited(doc, ...lines));
}

describe('an appliance between two spokes', () => {
  test('takes private space, too, by a default route of its own: a spoke reaches the site behind the hub', () => {
    const routes = '{ all: { prefix: 0.0.0.0/0, via: 10.0.0.4 } }';
    const simulation = simulationOf(
      edited(documentOf(transitHub({ routes })), 'set by-nva disableBgpRoutePropagation true'),
    );
    expect(row(simulation, 'vm-a', '10.0.0.0/8')).toBeUndefined();
    expect(row(simulation, 'nva', '10.0.0.0/8')).toMatchObject({ nextHopType: 'None' });
    expect(hopsOf(simulation, 'vm-a', 'pc')[0]).toBe('10.0.0.4');
    expect(ping(simulation, 'vm-a', 'pc').reached).toBe(true);
  });

  test('is a hop that spends TTL, and the fabric is none', () => {
    expect(hopsOf(whole, 'vm-a', 'vm-b')).toEqual(['10.0.0.4', '10.2.0.10']);
    expect(hopsOf(whole, 'vm-b', 'vm-a')).toEqual(['10.0.0.4', '10.1.0.10']);
  });

  test('without a route to it, peering is not transitive', () => {
    const simulation = after('unset a subnets w routeTable');
    expect(ping(simulation, 'vm-a', 'vm-b')).toMatchObject({ reached: false, disposition: 'NULL_ROUTED' });
  });

  test('that does not forward is where packets end, and the trace says why', () => {
    const simulation = after('set nva ipForwarding false');
    const { forwardWalk, disposition } = ping(simulation, 'vm-a', 'vm-b');
    expect(disposition).toBe('NULL_ROUTED');
    expect(forwardWalk.steps.at(-1)).toMatchObject({
      node: 'nva',
      note: expect.stringContaining('IP forwarding of its NIC is off'),
    });
    expect(runCommand(simulation, 'vm-a', 'why-silent vm-a vm-b 1')).toMatchObject({
      change: ['set nva ipForwarding true'],
    });
  });

  test('that is down takes the packets with it: no other route takes over', () => {
    expect(ping(after('shutdown nva'), 'vm-a', 'vm-b').disposition).toBe('NEIGHBOR_UNREACHABLE');
  });

  test('needs allowForwardedTraffic where its packets cross a peering', () => {
    const simulation = after('set hub-b ends b allowForwardedTraffic false');
    const { forwardWalk, disposition } = ping(simulation, 'vm-a', 'vm-b');
    expect(disposition).toBe('DENIED_IN');
    expect(forwardWalk.steps.at(-1)).toMatchObject({
      node: 'b',
      note: expect.stringContaining('allowForwardedTraffic is off'),
    });
    expect(runCommand(simulation, 'vm-a', 'why-silent vm-a vm-b 2')).toMatchObject({
      change: ['set hub-b ends b allowForwardedTraffic true'],
    });
  });

  test('may be a router with NICs in the VNet and static routes of its own', () => {
    const router = `vm-hub: { vnet: hub, address: 10.0.0.9 }
routers:
  nva:
    interfaces: { eth0: { vnet: hub, address: 10.0.0.4/24 } }
    static: [{ prefix: 10.2.0.0/16, via: 10.0.0.1 }]`;
    const yaml = transitHub({ appliance: router }).replace(/routers:\n {2}nva/, 'ROUTERS\n  nva');
    const [before = '', nva = ''] = yaml.split('ROUTERS\n');
    const simulation = simulationOf(before.replace('routers:\n', `routers:\n${nva}\n`));
    expect(hopsOf(simulation, 'vm-a', 'vm-b')).toEqual(['10.0.0.4', '10.2.0.10']);
    expect(hopsOf(simulation, 'vm-hub', 'nva')).toEqual(['10.0.0.4']);
    expect(row(simulation, 'nva', '10.1.0.0/16')?.nextHopType).toBe('VNetPeering');
  });
});

describe('which route a subnet takes', () => {
  test('user-defined before learned before system, for the same prefix', () => {
    const simulation = after(
      'set by-nva routes site { prefix: 10.100.0.0/24, via: 10.0.0.4 }',
      'set by-nva routes own { prefix: 10.1.0.0/16, via: 10.0.0.4 }',
    );
    expect(row(simulation, 'vm-a', '10.100.0.0/24')).toMatchObject({
      name: 'site',
      source: 'User',
      nextHopType: 'VirtualAppliance',
      nextHopAddresses: ['10.0.0.4'],
    });
    expect(row(simulation, 'vm-a', '10.100.0.0/24', 'Invalid')).toMatchObject({
      source: 'VirtualNetworkGateway',
      why: expect.stringContaining('lost to user-defined route site'),
    });
    expect(row(simulation, 'vm-a', '10.1.0.0/16')?.source).toBe('User');
    expect(row(simulation, 'vm-a', '10.1.0.0/16', 'Invalid')?.nextHopType).toBe('VnetLocal');
    expect(row(simulation, 'vm-a', '10.0.0.0/8', 'Invalid')?.nextHopType).toBe('None');
  });

  test('the longest prefix before all of that', () => {
    // 10.0.0.0/8 leads to the appliance; the site's /24 is longer and was learned by the gateway.
    expect(hopsOf(whole, 'vm-a', 'pc').at(-1)).toBe('10.100.0.10');
    expect(hopsOf(whole, 'vm-a', 'pc')).not.toContain('10.0.0.4');
    expect(hopsOf(whole, 'vm-a', '10.0.0.4')).toEqual(['10.0.0.4']);
  });

  test('only the subnets that name the table have its routes', () => {
    const simulation = after(
      'set a subnets other 10.1.1.0/24',
      'add host plain { vnet: a, address: 10.1.1.10 }',
    );
    expect(row(simulation, 'plain', '10.0.0.0/8')?.source).toBe('Default');
    expect(row(simulation, 'vm-a', '10.0.0.0/8')?.source).toBe('User');
  });

  test('a table that is shut down counts for nothing', () => {
    expect(row(after('shutdown by-nva'), 'vm-a', '10.0.0.0/8')?.source).toBe('Default');
  });

  test.each([
    ['None', 'NULL_ROUTED'],
    ['Internet', 'EXITS_NETWORK'],
    ['VnetLocal', 'NEIGHBOR_UNREACHABLE'],
  ])('via %s', (via, disposition) => {
    const simulation = after(`set by-nva routes spokes via ${via}`);
    expect(row(simulation, 'vm-a', '10.0.0.0/8')?.nextHopType).toBe(via);
    expect(ping(simulation, 'vm-a', 'vm-b').disposition).toBe(disposition);
  });

  test('next-hop names the table', () => {
    expect(runCommand(whole, 'vm-a', 'next-hop vm-b')).toMatchObject({
      azure: { nextHopType: 'VirtualAppliance', nextHopAddresses: ['10.0.0.4'], routeTable: 'by-nva' },
    });
    expect(runCommand(whole, 'vm-a', 'next-hop pc')).toMatchObject({ azure: { routeTable: 'System Route' } });
  });

  test('why tells of the user-defined route and what it won over', () => {
    expect(runCommand(whole, 'vm-a', 'why vm-b')).toMatchObject({
      route: { prefix: '10.0.0.0/8', source: 'user' },
      candidates: [
        { status: 'best', route: 'user-defined route spokes of by-nva' },
        { status: 'lost', reason: expect.stringContaining('lost to user-defined route spokes') },
      ],
    });
  });
});

describe('gateway route propagation', () => {
  const off = after('set by-nva disableBgpRoutePropagation true');

  test('off keeps what gateways learned from the subnet, not from the VNet', () => {
    expect(row(off, 'vm-a', '10.100.0.0/24')).toBeUndefined();
    expect(row(off, 'a', '10.100.0.0/24')?.source).toBe('VirtualNetworkGateway');
  });

  test('why-not names the table and the switch', () => {
    expect(runCommand(off, 'vm-a', 'why-not 10.100.0.0/24')).toMatchObject({
      instead: { prefix: '10.0.0.0/8' },
      barriers: [{ reason: 'propagation-off', change: ['set by-nva disableBgpRoutePropagation false'] }],
    });
  });

  test('so that an appliance stands between a spoke and a site, in both directions', () => {
    const yaml = transitHub({
      gatewaySubnet: '{ prefix: 10.0.255.0/27, routeTable: to-spokes }',
      tables: 'to-spokes: { routes: { a: { prefix: 10.1.0.0/16, via: 10.0.0.4 } } }',
    });
    const simulation = simulationOf(edited(documentOf(yaml), 'set by-nva disableBgpRoutePropagation true'));
    expect(hopsOf(simulation, 'vm-a', 'pc').slice(0, 2)).toEqual(['10.0.0.4', '10.0.255.4']);
    const back = ping(simulation, 'pc', 'vm-a').forwardWalk.steps.map(({ node }) => node);
    expect(back).toEqual(['pc', 'ce', 'vpn', 'hub', 'nva', 'hub', 'a', 'vm-a']);
    expect(ping(simulation, 'pc', 'vm-a').reached).toBe(true);
  });
});

describe('next hop type VirtualNetworkGateway', () => {
  const via = '{ all: { prefix: 10.200.0.0/16, via: VirtualNetworkGateway } }';

  test('leads to the VPN gateway, also to that of the hub', () => {
    const simulation = simulationOf(transitHub({ routes: via }));
    expect(row(simulation, 'vm-a', '10.200.0.0/16')).toMatchObject({
      source: 'User',
      nextHopType: 'VirtualNetworkGateway',
      nextHopAddresses: ['10.0.255.4'],
    });
    const steps = ping(simulation, 'vm-a', '10.200.0.1').forwardWalk.steps.map(({ node }) => node);
    expect(steps).toEqual(['vm-a', 'a', 'hub', 'vpn']);
  });

  test.each([
    [
      '{ er: { type: expressroute, vnet: hub, instances: [10.0.255.5] } }',
      'ExpressRoute, Azure takes routes by BGP only',
    ],
    [
      '{ er: { type: expressroute, vnet: hub, instances: [10.0.255.5] }, vpn: { type: vpn, vnet: hub, instances: [10.0.255.4] } }',
      'coexist',
    ],
  ])('is not used with %s', (gateways, reason) => {
    const yaml = transitHub({ routes: via, gateways, connections: '{}' });
    const document = documentOf(yaml);
    expect(document.warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining(reason));
    expect(row(simulationOf(document), 'vm-a', '10.200.0.0/16', 'Invalid')?.why).toContain(reason);
    expect(row(simulationOf(document), 'vm-a', '10.200.0.0/16')).toBeUndefined();
  });
});
