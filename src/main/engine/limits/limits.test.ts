/** `check limits`, rule by rule, on small networks; and what it says of the published lab. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CheckFinding, LimitRule } from '../../../shared/results';
import { renderText } from '../probes/text';
import { runCommand } from '../probes/console';
import type { Simulation } from '../simulation';
import { documentOf, edited, simulationOf, tracert } from '../testing/lab';
import { hubWithBranches, routeServer } from '../testing/hubs';
import { transitHub } from '../testing/transit-hub';

const lab = readFileSync('test/fixtures/azure-lab.yaml', 'utf8');

function findings(simulation: Simulation, rule?: LimitRule): readonly CheckFinding[] {
  const node = simulation.plane.network.nodes[0]?.name ?? '';
  const result = runCommand(simulation, node, 'check limits');
  if (result.kind !== 'check') throw new Error(JSON.stringify(result));
  return result.findings.filter((each) => rule === undefined || each.rule === rule);
}

function reaches(simulation: Simulation, from: string, to: string): boolean {
  return tracert(simulation, from, to).reached;
}

const circuits = (count: number, location: (at: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, at) => `c${at}: { location: ${location(at)}, primary: { msee: m${at} }, connections: { c${at}-hub: { gateway: er, primary: 10.0.255.${at + 10} } } }`).join(', ')} }`;
const ER = '{ er: { type: expressroute, vnet: hub, instances: [10.0.255.5] } }';

const hubWithCircuits = (count: number, location: (at: number) => string): Simulation =>
  simulationOf(transitHub({ gateways: ER, connections: '{}', circuits: circuits(count, location) }));

const circuitWithVnets = (vnets: number): string => {
  const each = (text: (at: number) => string): string =>
    Array.from({ length: vnets }, (_, at) => text(at)).join(', ');
  return `
vnets: { ${each((at) => `v${at}: { addressSpace: [10.${at}.0.0/16], subnets: { GatewaySubnet: 10.${at}.255.0/27 } }`)} }
gateways: { ${each((at) => `g${at}: { type: expressroute, vnet: v${at}, instances: [10.${at}.255.4] }`)} }
circuits: { c: { primary: { msee: m }, connections: { ${each((at) => `x${at}: { gateway: g${at}, primary: 10.${at}.255.10 }`)} } } }`;
};
const subnetList = (count: number): string =>
  Array.from({ length: count }, (_, at) => `10.${at >> 8}.${at & 255}.0/24`).join(', ');

const hubAdvertising = (count: number): Simulation =>
  simulationOf(`vnets: { v: { addressSpace: [10.0.0.0/8], subnets: { GatewaySubnet: 10.255.0.0/27 }, advertise: [${subnetList(count)}] } }
gateways: { er: { type: expressroute, vnet: v, instances: [10.255.0.4] } }
circuits: { c: { primary: { msee: m }, connections: { x: { gateway: er, primary: 10.255.0.10 } } } }`);

describe('numbers and sizes', () => {
  test('circuits of a gateway, in all and from one place', () => {
    expect(
      findings(
        hubWithCircuits(4, () => 'one'),
        'circuits-of-location',
      ),
    ).toEqual([]);
    expect(
      findings(
        hubWithCircuits(5, () => 'one'),
        'circuits-of-location',
      ),
    ).toMatchObject([{ at: 'er' }]);
    const five = findings(hubWithCircuits(5, (at) => `p${at}`));
    expect(five.filter(({ rule }) => rule === 'circuits-of-location')).toEqual([]);
    expect(five).toContainEqual(
      expect.objectContaining({ rule: 'circuits-of-gateway', remedy: expect.stringContaining('ErGw2Az') }),
    );
    expect(
      findings(
        hubWithCircuits(17, (at) => `p${at}`),
        'circuits-of-gateway',
      )[0]?.remedy,
    ).toContain('second VNet');
  });

  test('VNets of a standard circuit', () => {
    expect(findings(simulationOf(circuitWithVnets(10)), 'vnets-of-circuit')).toEqual([]);
    expect(findings(simulationOf(circuitWithVnets(11)), 'vnets-of-circuit')).toMatchObject([
      { at: 'c', text: expect.stringContaining('11 VNets') },
    ]);
  });

  test('prefixes to a circuit', () => {
    expect(findings(hubAdvertising(1000), 'prefixes-to-circuit')).toEqual([]);
    expect(findings(hubAdvertising(1001), 'prefixes-to-circuit')).toMatchObject([
      { at: 'er', text: expect.stringContaining('connection goes down') },
    ]);
  });

  test('prefixes from a customer', () => {
    const networks = Array.from({ length: 4001 }, (_, at) => `172.${16 + (at >> 8)}.${at & 255}.0/24`);
    const site = (count: number): Simulation =>
      simulationOf(`circuits: { c: { primary: { msee: m, customer: ce:wan, peering: 192.168.0.0/30 } } }
routers:
  ce:
    interfaces: { wan: 192.168.0.1/30 }
    static: [${networks
      .slice(0, count)
      .map((prefix) => `{ prefix: ${prefix}, via: discard }`)
      .join(', ')}]
    bgp: { asn: 65100, redistribute: [static], neighbors: { 192.168.0.2: { asn: 12076 } } }`);
    expect(findings(site(40), 'prefixes-of-peering')).toEqual([]);
    expect(findings(site(4001), 'prefixes-of-peering')).toMatchObject([
      { at: 'm', remedy: expect.stringContaining('premium') },
    ]);
  });

  test('a GatewaySubnet below /27', () => {
    expect(
      findings(simulationOf(transitHub({ gatewaySubnet: '10.0.255.0/28' })), 'gateway-subnet'),
    ).toMatchObject([{ at: 'hub', text: expect.stringContaining('10.0.255.0/28') }]);
    expect(findings(simulationOf(transitHub()), 'gateway-subnet')).toEqual([]);
  });

  test('address spaces that overlap, of VNets and on-premises', () => {
    const yaml = transitHub().replace(
      'routeTables:',
      '  far: { addressSpace: [10.2.128.0/17] }\n  home: { addressSpace: [10.100.0.0/16] }\nrouteTables:',
    );
    expect(findings(simulationOf(yaml), 'overlap').map(({ at, text }) => `${at}: ${text}`)).toEqual([
      expect.stringMatching(/^b: 10.2.0.0\/16 of b overlaps 10.2.128.0\/17 of far/),
      expect.stringMatching(/^home: 10.100.0.0\/16 of home overlaps 10.100.0.0\/24 of ce/),
    ]);
    expect(findings(simulationOf(transitHub()), 'overlap')).toEqual([]);
  });
});

describe('a site with ExpressRoute and VPN', () => {
  const both = documentOf(
    transitHub({
      gateways:
        '{ er: { type: expressroute, vnet: hub, instances: [10.0.255.5] }, vpn: { type: vpn, vnet: hub, instances: [10.0.255.4] } }',
      circuits:
        '{ c: { primary: { msee: m, customer: ce:wan, peering: 192.168.0.0/30 }, connections: { c-hub: { gateway: er, primary: 10.0.255.10 } } } }',
    }),
  );

  test('that prefers VPN answers another way than Azure asks: found, with a pair and the line that mends it', () => {
    const vpnFirst = edited(both, 'set ce bgp neighbors 10.0.255.4 in { localPreference: 300 }');
    const [found] = findings(simulationOf(vpnFirst), 'site-preference');
    expect(found).toMatchObject({ at: 'ce', from: 'vm-a', to: 'pc' });
    const line = /set ce bgp .* 200/.exec(found?.remedy ?? '')?.[0] ?? '';
    expect(line).toBe('set ce bgp neighbors 192.168.0.2 in localPreference 200');
    const mended = edited(vpnFirst, line, 'unset ce bgp neighbors 10.0.255.4 in');
    expect(findings(simulationOf(mended), 'site-preference')).toEqual([]);
  });
});

describe('designs', () => {
  test('a route to a gateway that Azure does not take', () => {
    const yaml = transitHub({
      gateways: ER,
      connections: '{}',
      routes: '{ all: { prefix: 10.200.0.0/16, via: VirtualNetworkGateway } }',
    });
    expect(findings(simulationOf(yaml), 'unused-route')).toMatchObject([
      { at: 'by-nva', text: expect.stringContaining('Invalid in a') },
      { at: 'by-nva', text: expect.stringContaining('Invalid in b') },
    ]);
  });

  test('branch-to-branch with a VPN gateway that is not active-active', () => {
    const [fit, unfit] = [true, false].map((active) =>
      simulationOf(hubWithBranches(routeServer(true), active)),
    );
    expect(fit && findings(fit, 'branch-to-branch')).toEqual([]);
    expect(unfit && findings(unfit, 'branch-to-branch')).toMatchObject([
      { at: 'vpn', remedy: 'Make vpn active-active, with AS 65515.' },
    ]);
  });
});

describe('transit', () => {
  test('spoke and spoke', () => {
    const plain = simulationOf(edited(documentOf(transitHub()), 'shutdown by-nva'));
    expect(findings(plain, 'no-transit')).toMatchObject([
      {
        at: 'hub',
        from: 'vm-a',
        to: 'vm-b',
        flows: 1,
        remedy: expect.stringContaining('appliance in the hub'),
      },
    ]);
    expect(findings(simulationOf(transitHub()), 'no-transit')).toEqual([]);
  });

  test('what the published lab does not join is named with what would join it', () => {
    const found = findings(simulationOf(lab));
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['no-transit']));
    expect(found).toMatchObject([
      { at: 'hub', from: 'branch-vm', to: 'remote-vm', remedy: expect.stringContaining('Route Server') },
      { at: 'hub', from: 'branch-vm', to: 'loc2-vm', remedy: expect.stringContaining('Route Server') },
      {
        at: 'hub',
        from: 'remote-vm',
        to: 'loc2-vm',
        flows: 1,
        remedy: expect.stringContaining(
          'Connect the ExpressRoute gateway of remote to the circuit of er2-hub',
        ),
      },
      // Two sites on circuits of their own.
      {
        at: 'hub',
        from: 'loc1-vm',
        to: 'loc2-vm',
        flows: 1,
        remedy: 'Join the circuits by ExpressRoute Global Reach.',
      },
    ]);
  });

  test('what joins the lab does join it', () => {
    const second =
      'set er2 connections er2-remote { gateway: remote-ergw, primary: 10.17.30.38, secondary: 10.17.30.39 }';
    const connected = simulationOf(edited(documentOf(lab), second));
    expect(reaches(connected, 'remote-vm', 'loc2-vm')).toBe(true);
    expect(reaches(connected, 'loc1-vm', 'loc2-vm')).toBe(false);
    const joined = simulationOf(
      edited(documentOf(lab), 'add globalReach gr { circuits: [er1, er2], prefix: 172.16.9.0/29 }'),
    );
    expect(reaches(joined, 'loc1-vm', 'loc2-vm')).toBe(true);
    expect(reaches(joined, 'remote-vm', 'loc2-vm')).toBe(false);
  });

  test('as text', () => {
    const text = renderText(runCommand(simulationOf(lab), 'hub-vm', 'check limits'));
    expect(text.split('\n').slice(0, 4)).toEqual([
      'check limits: 30 pairs of hosts, 4 found.',
      '- at hub, for example branch-vm to remote-vm:',
      '    What VPN connection vpn-hub-branch leads to and what ExpressRoute connection er1-hub leads to are joined to hub, which gives no transit between them: an ExpressRoute gateway and a VPN gateway do not tell each other what they learned.',
      '    Add a Route Server with branch-to-branch (the VPN gateway active-active, AS 65515), or use a Virtual WAN hub.',
    ]);
  });
});
