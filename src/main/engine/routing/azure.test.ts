/** Azure's rules one by one, on small networks of their own. The published lab has its own tests. */
import { describe, expect, test } from 'vitest';
import { documentOf, edited, hopsOf, nextNodes, ping, routeOf, routesOf, simulationOf } from '../testing/lab';

const HOST = 'address: 10.100.0.10';
/** Prefers ExpressRoute, as Azure does, and does not carry the branch into the circuit. */
const MIRROR =
  'in: { localPreference: 200 }, out: { prefixList: [deny 10.4.0.0/16, permit 0.0.0.0/0 le 32] }';

/**
 * A hub with both gateways, a spoke that uses them, one peered without, a branch by VPN, a site with an
 * ExpressRoute circuit and a VPN to the hub. `msee` is what the site's router says to its MSEEs.
 */
function hubAndSpokes(msee = MIRROR): string {
  return `
vnets:
  hub: { addressSpace: [10.1.0.0/16], subnets: { w: 10.1.0.0/24, GatewaySubnet: 10.1.255.0/24 }, advertise: [10.1.0.0/24] }
  spoke: { addressSpace: [10.2.0.0/16], subnets: { w: 10.2.0.0/24 } }
  island: { addressSpace: [10.3.0.0/16], subnets: { w: 10.3.0.0/24 } }
  branch: { addressSpace: [10.4.0.0/16], subnets: { w: 10.4.0.0/24, GatewaySubnet: 10.4.255.0/24 } }
peerings:
  hub-spoke: { ends: { hub: { allowGatewayTransit: true }, spoke: { useRemoteGateways: true } } }
  hub-island: { ends: { hub: { allowGatewayTransit: true }, island: {} } }
gateways:
  er: { type: expressroute, vnet: hub, instances: [10.1.255.10] }
  vpn: { type: vpn, vnet: hub, instances: [10.1.255.20], bgpAddress: 10.1.255.30 }
  bvpn: { type: vpn, vnet: branch, asn: 65010, instances: [10.4.255.20] }
circuits:
  c1:
    primary: { msee: m1, customer: ce:p, peering: 192.168.0.0/30 }
    secondary: { msee: m2, customer: ce:s, peering: 192.168.0.4/30 }
    connections: { c1-hub: { gateway: er, primary: 10.1.255.1, secondary: 10.1.255.2 } }
connections:
  hub-branch: { ends: [vpn, bvpn] }
  hub-site: { ends: [vpn, ce:t] }
routers:
  ce:
    interfaces: { p: 192.168.0.1/30, s: 192.168.0.5/30, t: 192.168.9.1/32, lan: { address: 10.100.0.1/24, lan: lan } }
    static: [{ prefix: 10.1.255.30/32, via: t }, { prefix: 10.100.128.0/17, via: discard }, { prefix: 10.2.7.0/24, via: discard }, { prefix: 10.4.0.0/16, via: discard, distance: 250 }]
    bgp:
      asn: 65100
      networks: [10.100.0.0/24]
      neighbors:
        192.168.0.2: { asn: 12076, ${msee} }
        192.168.0.6: { asn: 12076, ${msee} }
        10.1.255.30: { asn: 65515, multihop: true }
lans: { lan: {} }
hosts:
  hub-vm: { vnet: hub, address: 10.1.0.4 }
  spoke-vm: { vnet: spoke, address: 10.2.0.4 }
  island-vm: { vnet: island, address: 10.3.0.4 }
  branch-vm: { vnet: branch, address: 10.4.0.4 }
  pc: { lan: lan, ${HOST} }
`;
}

const lab = documentOf(hubAndSpokes());
const whole = simulationOf(lab);

/** A second VNet on the circuit, in another region. */
const withFar = simulationOf(
  hubAndSpokes()
    .replace(
      'peerings:',
      '  far: { addressSpace: [10.5.0.0/16], subnets: { w: 10.5.0.0/24, GatewaySubnet: 10.5.255.0/24 } }\npeerings:',
    )
    .replace('circuits:', '  far-er: { type: expressroute, vnet: far, instances: [10.5.255.10] }\ncircuits:')
    .replace('c1-hub:', 'c1-far: { gateway: far-er, primary: 10.5.255.1, secondary: 10.5.255.2 }, c1-hub:')
    .replace('hosts:', 'hosts:\n  far-vm: { vnet: far, address: 10.5.0.4 }'),
);

function after(...lines: readonly string[]): ReturnType<typeof simulationOf> {
  return simulationOf(edited(lab, ...lines));
}

describe('what gateways announce', () => {
  test('advertised prefixes of the VNet and of peered VNets that use its gateways', () => {
    for (const node of ['m1', 'm2', 'ce', 'bvpn'])
      expect(routeOf(whole, node, '10.1.0.0/24'), node).toBeDefined();
    for (const node of ['m1', 'ce', 'bvpn']) {
      expect(routeOf(whole, node, '10.2.0.0/16'), node).toBeDefined();
      expect(routeOf(whole, node, '10.1.255.0/24'), node).toBeUndefined();
      expect(routeOf(whole, node, '10.3.0.0/16'), node).toBeUndefined();
    }
  });

  test.each([
    'shutdown hub-spoke',
    'remove hub-spoke',
    'set hub-spoke ends spoke useRemoteGateways false',
    'shutdown spoke',
  ])('a spoke is withdrawn by "%s"', (line) => {
    expect(routeOf(after(line), 'm1', '10.2.0.0/16')).toBeUndefined();
    expect(routeOf(after(line), 'bvpn', '10.2.0.0/16')).toBeUndefined();
  });

  test('an ExpressRoute gateway passes nothing on that it learned', () => {
    // The site hears of the branch by VPN alone.
    expect(routeOf(whole, 'm1', '10.4.0.0/16')).toBeUndefined();
    expect(routeOf(whole, 'ce', '10.4.0.0/16')?.learnedFrom).toBe('vpn');
  });

  test('a VPN gateway passes on between its connections', () => {
    expect(routeOf(whole, 'bvpn', '10.100.0.0/24')?.asPath).toEqual([65515, 65100]);
    expect(hopsOf(whole, 'branch-vm', 'pc').at(-1)).toBe('10.100.0.10');
  });

  test('a default route is not passed on between VPN connections', () => {
    const yaml = hubAndSpokes().replace('networks: [10.100.0.0/24]', 'networks: [10.100.0.0/24, 0.0.0.0/0]');
    const simulation = simulationOf(
      edited(
        documentOf(yaml),
        'set ce static [{ prefix: 10.1.255.30/32, via: t }, { prefix: 0.0.0.0/0, via: internet }]',
      ),
    );
    expect(routeOf(simulation, 'vpn', '0.0.0.0/0')).toBeDefined();
    expect(routeOf(simulation, 'bvpn', '0.0.0.0/0')).toBeUndefined();
  });

  test('an MSEE passes on between all it is attached to, the shared ASN notwithstanding', () => {
    expect(routeOf(withFar, 'far-er', '10.1.0.0/24')?.asPath).toEqual([12076, 65515]);
    expect(routeOf(withFar, 'far-er', '10.2.0.0/16')).toBeDefined();
    expect(routeOf(withFar, 'ce', '10.5.0.0/16')).toBeDefined();
    expect(hopsOf(withFar, 'far-vm', 'spoke-vm').at(-1)).toBe('10.2.0.4');
  });

  test('on VPN sessions the shared ASN does block', () => {
    // The site tells the hub's VPN gateway of the far VNet by the path 65100 12076 65515.
    expect(routeOf(withFar, 'vpn', '10.100.0.0/24')).toBeDefined();
    expect(routeOf(withFar, 'vpn', '10.5.0.0/16')).toBeUndefined();
  });
});

describe('what gateways refuse', () => {
  test('their own and peered space, also more specific, when it comes back from outside', () => {
    const edge = hubAndSpokes().replace(
      'networks: [10.100.0.0/24]',
      'networks: [10.100.0.0/24, 10.2.7.0/24]',
    );
    const simulation = simulationOf(edge);
    expect(routeOf(simulation, 'm1', '10.2.7.0/24')).toBeDefined();
    for (const node of ['er', 'vpn', 'hub', 'spoke'])
      expect(
        routesOf(simulation, node).map((route) => route.prefix),
        node,
      ).not.toContain('10.2.7.0/24');
    expect(hopsOf(simulation, 'hub-vm', '-h 2 10.2.7.1')).toEqual(['*', '*']);
  });

  test('a peered VNet wins over a more specific route that a gateway learned', () => {
    // island peers with spoke, the hub does not peer with island: the hub learns 10.3.9.0/24 from the site.
    const yaml = hubAndSpokes()
      .replace(
        'hub-island: { ends: { hub: { allowGatewayTransit: true }, island: {} } }',
        'spoke-island: { ends: { spoke: {}, island: {} } }',
      )
      .replace('networks: [10.100.0.0/24]', 'networks: [10.100.0.0/24, 10.3.0.0/24]')
      .replace('{ prefix: 10.2.7.0/24, via: discard }', '{ prefix: 10.3.0.0/24, via: discard }');
    const simulation = simulationOf(yaml);
    expect(routeOf(simulation, 'hub', '10.3.0.0/24')?.source).toBe('expressroute');
    expect(routeOf(simulation, 'spoke', '10.3.0.0/24')).toBeUndefined();
    const lost = routesOf(simulation, 'spoke').find((route) => route.prefix === '10.3.0.0/24');
    expect(lost).toMatchObject({ active: false, why: expect.stringContaining('peering routes win') });
    expect(hopsOf(simulation, 'spoke-vm', 'island-vm')).toEqual(['10.3.0.4']);
  });
});

describe('what a VNet prefers', () => {
  test('ExpressRoute over VPN for the same prefix, one member for each MSEE', () => {
    expect(routeOf(whole, 'hub', '10.100.0.0/24')?.source).toBe('expressroute');
    expect(nextNodes(whole, 'hub', '10.100.0.0/24')).toEqual(['m1', 'm2']);
    const lost = routesOf(whole, 'hub').find((route) => !route.active && route.prefix === '10.100.0.0/24');
    expect(lost).toMatchObject({ source: 'vpn', why: expect.stringContaining('ExpressRoute over VPN') });
  });

  test('the longer prefix first, also by VPN', () => {
    const yaml = hubAndSpokes('out: { prefixList: [permit 10.100.0.0/24] }').replace(
      'networks: [10.100.0.0/24]',
      'networks: [10.100.0.0/24, 10.100.128.0/17]',
    );
    expect(routeOf(simulationOf(yaml), 'hub', '10.100.128.0/17')?.source).toBe('vpn');
  });

  test('a shorter AS path among circuits, and before it the connection weight', () => {
    const second = `
  c2:
    primary: { msee: m3, customer: ce2:p, peering: 192.168.1.0/30 }
    connections: { c2-hub: { gateway: er, primary: 10.1.255.3 } }
connections:`;
    const yaml = (prepend: number): string =>
      hubAndSpokes()
        .replace('connections:\n  hub-branch', `${second.trimStart().replace(/^/, '  ')}\n  hub-branch`)
        .replace(
          'lans:',
          `  ce2:
    interfaces: { p: 192.168.1.1/30, lan: { address: 10.100.0.2/24, lan: lan } }
    bgp: { asn: 65100, networks: [10.100.0.0/24], neighbors: { 192.168.1.2: { asn: 12076, out: { prepend: ${prepend} } } } }
lans:`,
        )
        .replace(HOST, `${HOST}, gateway: 10.100.0.1`);
    expect(nextNodes(simulationOf(yaml(0)), 'hub', '10.100.0.0/24')).toEqual(['m1', 'm2', 'm3']);
    expect(nextNodes(simulationOf(yaml(1)), 'hub', '10.100.0.0/24')).toEqual(['m1', 'm2']);
    const weighty = edited(documentOf(yaml(1)), 'set c2-hub weight 10');
    expect(nextNodes(simulationOf(weighty), 'hub', '10.100.0.0/24')).toEqual(['m3']);
  });

  test('what a gateway learned over the system routes, and drops the rest of private space', () => {
    expect(routeOf(whole, 'hub', '10.0.0.0/8')).toMatchObject({
      source: 'system',
      nextHops: [{ action: 'discard' }],
    });
    expect(hopsOf(whole, 'hub-vm', '-h 3 10.200.0.1')).toEqual(['*', '*', '*']);
    const yaml = hubAndSpokes()
      .replace('networks: [10.100.0.0/24]', 'networks: [10.100.0.0/24, 10.0.0.0/8]')
      .replace('{ prefix: 10.2.7.0/24, via: discard }', '{ prefix: 10.0.0.0/8, via: discard }');
    expect(routeOf(simulationOf(yaml), 'hub', '10.0.0.0/8')?.source).toBe('expressroute');
  });

  test('no None route for private space that is its own', () => {
    const simulation = simulationOf(
      'vnets: { v: { addressSpace: [10.0.0.0/8], subnets: { w: 10.0.0.0/24 } } }\nhosts: { a: { vnet: v, address: 10.0.0.4 }, b: { vnet: v, address: 10.0.0.5 } }',
    );
    expect(routeOf(simulation, 'v', '10.0.0.0/8')?.source).toBe('vnet');
    expect(hopsOf(simulation, 'a', 'b')).toEqual(['10.0.0.5']);
    expect(ping(simulation, 'a', '8.8.8.8').disposition).toBe('EXITS_NETWORK');
  });
});

describe('peering', () => {
  test('is no hop, and not transitive', () => {
    expect(hopsOf(whole, 'hub-vm', 'spoke-vm')).toEqual(['10.2.0.4']);
    expect(hopsOf(whole, 'spoke-vm', '-h 2 island-vm')).toEqual(['*', '*']);
    expect(ping(whole, 'spoke-vm', 'island-vm').silence?.text).toBeTruthy();
  });

  test('gives gateways only to a spoke that uses them', () => {
    expect(routeOf(whole, 'spoke', '10.100.0.0/24')?.source).toBe('expressroute');
    expect(routeOf(whole, 'island', '10.100.0.0/24')).toBeUndefined();
  });

  test.each(['shutdown hub-spoke', 'set hub-spoke ends spoke allowVirtualNetworkAccess false'])(
    '%s',
    (line) => {
      expect(ping(after(line), 'spoke-vm', 'hub-vm').reached).toBe(false);
    },
  );
});

describe('gateways going down', () => {
  test.each(['shutdown er', 'shutdown c1-hub', 'shutdown c1', 'remove er'])(
    '%s takes the ExpressRoute connection along, and VPN takes over',
    (line) => {
      const simulation = after(line);
      expect(routeOf(simulation, 'hub', '10.100.0.0/24')?.source).toBe('vpn');
      expect(nextNodes(simulation, 'ce', '10.1.0.0/24')).toEqual(['vpn']);
      expect(hopsOf(simulation, 'hub-vm', 'pc').at(-1)).toBe('10.100.0.10');
    },
  );

  test.each(['shutdown m1', 'shutdown ce:p'])('%s leaves the secondary path', (line) => {
    expect(nextNodes(after(line), 'hub', '10.100.0.0/24')).toEqual(['m2']);
    expect(nextNodes(after(line), 'ce', '10.1.0.0/24')).toEqual(['m2']);
  });

  test('without any gateway private destinations are dropped in silence', () => {
    const simulation = after('shutdown er', 'shutdown vpn');
    expect(ping(simulation, 'spoke-vm', 'pc')).toMatchObject({ reached: false, disposition: 'NULL_ROUTED' });
    expect(ping(simulation, 'pc', 'spoke-vm').echoes.map((echo) => echo.reply)).not.toContain('echo-reply');
  });
});

describe('VPN without BGP', () => {
  const statics = edited(
    lab,
    'shutdown c1',
    'set hub-branch bgp false',
    'set hub-branch ends [{ node: vpn, prefixes: [10.1.0.0/24] }, { node: bvpn, prefixes: [10.4.0.0/16, 10.44.0.0/16] }]',
  );
  const simulation = simulationOf(statics);

  test('each end routes the prefixes behind the other into the tunnel', () => {
    expect(routeOf(simulation, 'hub', '10.44.0.0/16')?.source).toBe('vpn');
    expect(hopsOf(simulation, 'hub-vm', 'branch-vm').at(-1)).toBe('10.4.0.4');
    expect(routeOf(simulation, 'branch', '10.100.0.0/24')).toBeUndefined();
  });

  test('the gateway announces them to its BGP neighbours', () => {
    expect(routeOf(simulation, 'ce', '10.44.0.0/16')?.learnedFrom).toBe('vpn');
    const down = simulationOf(edited(statics, 'shutdown hub-branch'));
    expect(routeOf(down, 'ce', '10.44.0.0/16')).toBeUndefined();
  });
});
