/** What joins those that a hub keeps apart: Route Server, Global Reach, virtual hub; and gateways with two instances. */
import { describe, expect, test } from 'vitest';
import { runCommand } from '../probes/console';
import { documentOf, edited, hopsOf, nextNodes, ping, routeOf, simulationOf } from '../testing/lab';
import { hubWithBranches, routeServer, virtualHub } from '../testing/hubs';

const messages = (yaml: string): string[] => documentOf(yaml).warnings.map(({ message }) => message);

describe('Route Server', () => {
  const without = simulationOf(hubWithBranches());
  const quiet = simulationOf(hubWithBranches(routeServer(false)));
  const joined = simulationOf(hubWithBranches(routeServer(true)));

  test('gives the VNet what an appliance announces, straight to its NIC', () => {
    expect(routeOf(without, 'hub', '10.200.0.0/24')).toBeUndefined();
    expect(routeOf(quiet, 'hub', '10.200.0.0/24')?.source).toBe('route-server');
    expect(hopsOf(quiet, 'hub-vm', '10.200.0.1')).toEqual(['10.200.0.1']);
    const result = runCommand(quiet, 'hub-vm', 'show effective-routes');
    expect(JSON.stringify(result)).toContain(
      '"source":"VirtualNetworkGateway","prefix":"10.200.0.0/24","nextHopType":"VirtualNetworkGateway","nextHopAddresses":["10.0.0.4"]',
    );
  });

  test('tells the appliance of the VNet, and of what gateways learned only with branch-to-branch', () => {
    expect(routeOf(quiet, 'nva', '10.0.0.0/24')?.source).toBe('connected');
    expect(routeOf(quiet, 'nva', '10.101.0.0/24')).toBeUndefined();
    expect(routeOf(joined, 'nva', '10.101.0.0/24')?.asPath).toEqual([65515, 12076, 65101]);
  });

  test('with branch-to-branch ExpressRoute and VPN reach each other through the gateways', () => {
    for (const simulation of [without, quiet])
      expect(ping(simulation, 'branch-vm', 'pc1').reached).toBe(false);
    expect(routeOf(joined, 'ce1', '10.4.0.0/16')?.asPath).toEqual([12076, 65515, 65004]);
    expect(routeOf(joined, 'bvpn', '10.101.0.0/24')?.asPath).toEqual([65515, 12076, 65101]);
    const { reached, forwardWalk, returnWalk } = ping(joined, 'branch-vm', 'pc1');
    expect(reached).toBe(true);
    const nodes = ['branch-vm', 'branch', 'bvpn', 'vpn', 'hub', 'm1', 'ce1', 'pc1'];
    expect(forwardWalk.steps.map(({ node }) => node)).toEqual(nodes);
    // Circuit to VNet passes the ExpressRoute gateway, VNet to circuit does not.
    expect(returnWalk?.steps.map(({ node }) => node)).toEqual([
      ...nodes.toReversed().slice(0, 3),
      'er',
      ...nodes.toReversed().slice(3),
    ]);
  });

  test('does not join circuit with circuit', () => {
    expect(ping(joined, 'pc1', 'pc2').reached).toBe(false);
  });

  test('the VNet itself still prefers ExpressRoute, and keeps no route of one gateway from the other', () => {
    expect(nextNodes(joined, 'hub', '10.101.0.0/24')).toEqual(['m1']);
    expect(nextNodes(joined, 'hub', '10.4.0.0/16')).toEqual(['vpn', 'vpn']);
    expect(runCommand(joined, 'hub-vm', 'why 10.200.0.0/24')).toMatchObject({
      chain: expect.arrayContaining([
        expect.objectContaining({ text: 'rs gives it to the effective routes of hub.' }),
      ]),
    });
  });

  test('asks for a VPN gateway that is active-active and in AS 65515', () => {
    expect(messages(hubWithBranches(routeServer(true)))).toEqual([]);
    expect(messages(hubWithBranches(routeServer(true), false))).toContain('"vpn" is not active-active');
    const other = hubWithBranches(routeServer(true)).replace(
      'activeActive: true',
      'activeActive: true, asn: 65001',
    );
    expect(messages(other)).toContain('"vpn" has AS 65001 and takes no part');
    expect(routeOf(simulationOf(other), 'bvpn', '10.101.0.0/24')).toBeUndefined();
  });

  test('that is shut down joins nobody', () => {
    const down = simulationOf(edited(documentOf(hubWithBranches(routeServer(true))), 'shutdown rs'));
    expect(routeOf(down, 'hub', '10.200.0.0/24')).toBeUndefined();
  });
});

describe('Global Reach', () => {
  const yaml = hubWithBranches(
    'globalReach: { reach: { circuits: [c1, c2], prefix: 172.31.0.0/29, latency: 20 ms } }',
  );
  const joined = simulationOf(yaml);

  test('joins the customers of two circuits from MSEE to MSEE', () => {
    expect(hopsOf(joined, 'pc1', 'pc2').at(-1)).toBe('10.102.0.10');
    const steps = ping(joined, 'pc1', 'pc2').forwardWalk.steps.map(({ node }) => node);
    expect(steps).toEqual(['pc1', 'ce1', 'm1', 'm2', 'ce2', 'pc2']);
    expect(routeOf(joined, 'ce1', '10.102.0.0/24')?.asPath).toEqual([12076, 65102]);
  });

  test('passes on no VNets, and gives a VNet nothing it did not have', () => {
    const apart = simulationOf(edited(documentOf(yaml), 'shutdown c2-hub'));
    expect(routeOf(apart, 'ce2', '10.0.0.0/24')).toBeUndefined();
    expect(nextNodes(apart, 'hub', '10.102.0.0/24')).toEqual([]);
    expect(ping(apart, 'pc1', 'pc2').reached).toBe(true);
  });

  test('can be shut down, and goes with its circuit', () => {
    expect(ping(simulationOf(edited(documentOf(yaml), 'shutdown reach')), 'pc1', 'pc2').reached).toBe(false);
    const removed = edited(documentOf(yaml), 'remove c2');
    expect(Object.keys(removed.topology.globalReach)).toEqual([]);
  });

  test('has the bandwidth of the smaller circuit', () => {
    expect(runCommand(joined, 'pc1', 'bottleneck pc1 pc2')).toMatchObject({ bandwidth: 50_000_000 });
  });
});

describe('an active-active VPN gateway', () => {
  test('shares flows over its instances, each with a tunnel and a session of its own', () => {
    const yaml = hubWithBranches().replace(
      'nva:\n    interfaces: { eth0: { vnet: hub, address: 10.0.0.4/24 }, behind',
      `site:
    interfaces: { t0: 192.168.9.1/32, t1: 192.168.9.2/32, lan: { address: 10.103.0.1/24, lan: lan3 } }
    static: [{ prefix: 10.0.255.5/32, via: t0 }, { prefix: 10.0.255.6/32, via: t1 }]
    bgp:
      asn: 65103
      networks: [10.103.0.0/24]
      maximumPaths: 2
      neighbors: { 10.0.255.5: { asn: 65515, multihop: true }, 10.0.255.6: { asn: 65515, multihop: true } }
  nva:
    interfaces: { eth0: { vnet: hub, address: 10.0.0.4/24 }, behind`,
    );
    const whole = documentOf(
      yaml
        .replace(
          'connections:\n',
          'connections:\n  hub-site: { ends: [vpn, { node: site, interface: t0, second: t1 }] }\n',
        )
        .replace('lans: { ', 'lans: { lan3: {}, '),
    );
    const simulation = simulationOf(whole);
    expect(routeOf(simulation, 'site', '10.0.0.0/24')?.nextHops.map(({ egress }) => egress)).toEqual([
      't0',
      't1',
    ]);
    expect(routeOf(simulation, 'hub', '10.103.0.0/24')?.nextHops.map(({ interface: nic }) => nic)).toEqual([
      'vnet',
      'vnet/1',
    ]);
    const one = simulationOf(edited(whole, 'shutdown site:t0'));
    expect(routeOf(one, 'site', '10.0.0.0/24')?.nextHops.map(({ egress }) => egress)).toEqual(['t1']);
    expect(routeOf(one, 'hub', '10.103.0.0/24')).toBeDefined();
  });

  test('needs two instances, and a second interface at the router', () => {
    expect(() => documentOf(hubWithBranches().replace('[10.0.255.5, 10.0.255.6]', '[10.0.255.5]'))).toThrow(
      /two/,
    );
    expect(() =>
      documentOf(
        hubWithBranches().replace(
          'hub-branch: {',
          'x: { ends: [bvpn, { node: ce1, interface: t, second: u }] }\n  hub-branch: {',
        ),
      ),
    ).toThrow(/second tunnel/);
  });
});

describe('a tunnel over Microsoft peering', () => {
  const yaml = `
vnets: { hub: { addressSpace: [10.0.0.0/16], subnets: { w: 10.0.0.0/24, GatewaySubnet: 10.0.255.0/27 } } }
gateways: { vpn: { type: vpn, vnet: hub, instances: [10.0.255.4], bandwidth: 650 Mbit/s } }
circuits:
  c: { bandwidth: 50 Mbit/s, primary: { msee: m1, customer: ce:p, peering: 192.168.1.0/30 }, secondary: { msee: m2, customer: ce:s, peering: 192.168.1.4/30 } }
connections: { site: { ends: [vpn, ce:tunnel], underlay: c, bandwidth: 1 Gbit/s } }
routers:
  ce:
    interfaces: { p: 192.168.1.1/30, s: 192.168.1.5/30, tunnel: 192.168.9.1/32, lan: { address: 10.100.0.1/24, lan: lan } }
    static: [{ prefix: 10.0.255.4/32, via: tunnel }]
    bgp: { asn: 65100, networks: [10.100.0.0/24], neighbors: { 10.0.255.4: { asn: 65515, multihop: true } } }
lans: { lan: {} }
hosts: { vm: { vnet: hub, address: 10.0.0.10 }, pc: { lan: lan, address: 10.100.0.10 } }
`;
  const whole = documentOf(yaml);

  test('is up while one path of the circuit is', () => {
    expect(ping(simulationOf(whole), 'vm', 'pc').reached).toBe(true);
    for (const line of ['shutdown m1', 'shutdown ce:p'])
      expect(ping(simulationOf(edited(whole, line)), 'vm', 'pc').reached, line).toBe(true);
    for (const lines of [['shutdown c'], ['shutdown m1', 'shutdown ce:s'], ['shutdown m1', 'shutdown m2']])
      expect(ping(simulationOf(edited(whole, ...lines)), 'vm', 'pc').reached, lines.join()).toBe(false);
  });

  test('has no more bandwidth than the circuit below it', () => {
    expect(runCommand(simulationOf(whole), 'vm', 'bottleneck vm pc')).toMatchObject({
      bandwidth: 50_000_000,
      parts: [
        { element: 'vpn' },
        { element: 'site' },
        { element: 'c', what: 'expressroute' },
        { element: 'lan' },
      ],
    });
  });
});

describe('a virtual hub', () => {
  const yaml = virtualHub();
  const simulation = simulationOf(yaml);
  const hosts = ['vm-a', 'vm-b', 'vm-c', 'pc'];
  const pairs = hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from, to] as const));

  test.each(pairs)('gives transit from %s to %s', (from, to) => {
    expect(ping(simulation, from, to).reached).toBe(true);
  });

  test('is no hop between two VNets, and one Azure names as a gateway', () => {
    expect(hopsOf(simulation, 'vm-a', 'vm-b')).toEqual(['10.2.0.10']);
    expect(runCommand(simulation, 'vm-a', 'next-hop vm-b')).toMatchObject({
      azure: { nextHopType: 'VirtualNetworkGateway' },
      route: { source: 'virtual-hub' },
    });
  });

  test('refuses what does not fit, where it is written', () => {
    expect(() => documentOf(yaml.replace('vnets: [a, b]', 'vnets: [a, nobody]'))).toThrow(
      /no VNet \\"nobody\\"/,
    );
    expect(() =>
      documentOf(
        yaml
          .replace('prefix: 10.0.0.0/23', 'prefix: 10.1.0.0/23')
          .replaceAll(/10\.0\.0\.(4|5|6|10)\b/g, '10.1.1.$1'),
      ),
    ).toThrow(/overlap/);
    expect(() => edited(documentOf(yaml), 'remove a')).toThrow(/needed by/);
  });
});
