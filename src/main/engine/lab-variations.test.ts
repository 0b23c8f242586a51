/**
 * The Azure lab changed: each rule that the published paths rest on is taken away, and as many paths change as
 * were seen to change when the same was done with real routing software; and what an announcement makes visible.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Address } from './address';
import { ForwardingPlane } from './forwarding/plane';
import { runCommand } from './probes/console';
import { peerHostRoutes } from './routing/azure-gateways';
import { peersOf } from './routing/azure-space';
import { ControlPlane } from './routing/control-plane';
import type { NextHop, Route } from './routing/route';
import type { Simulation } from './simulation';
import { documentOf, edited, hopsOf, nextNodes, ping, routeOf, simulationOf, tracert } from './testing/lab';
import { interfaceAt, nodeAt } from './topology/network';
import type { TopologyDocument } from './topology/parse';

const published: {
  readonly paths: readonly {
    readonly id: string;
    readonly from: string;
    readonly command: string;
    readonly target: string;
    readonly condition: readonly string[];
    readonly hops: readonly { readonly address: string | null }[];
    readonly reached: boolean;
  }[];
} = JSON.parse(readFileSync('test/fixtures/published-paths.json', 'utf8'));

const lab = documentOf(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));
const whole = simulationOf(lab);

/** Ids of the published paths that come out differently. */
function changedPaths(
  document: TopologyDocument,
  simulate: (document: TopologyDocument) => Simulation = simulationOf,
): string[] {
  const intact = simulate(document);
  const primaryDown = simulate(edited(document, 'shutdown ce1:ge0/0.1'));
  return published.paths
    .filter((path) => {
      const simulation = path.condition.length === 0 ? intact : primaryDown;
      const result = runCommand(simulation, path.from, `${path.command} ${path.target}`);
      if (result.kind === 'ping')
        return result.reached !== path.reached || result.echoes.some((echo) => echo.reply !== null);
      if (result.kind !== 'trace') throw new Error(JSON.stringify(result));
      const expected = path.hops.map((hop) => hop.address);
      return JSON.stringify(result.hops.map((hop) => hop.address)) !== JSON.stringify(expected);
    })
    .map((path) => path.id);
}

/** A simulation whose data plane breaks one rule. */
function breaking(Plane: typeof ForwardingPlane): (document: TopologyDocument) => Simulation {
  return ({ topology }) => ({ plane: new Plane(new ControlPlane(topology)), seed: 29 });
}

class WithoutSourceCheck extends ForwardingPlane {
  override acceptsSource(): boolean {
    return true;
  }
}

class DefaultCountsAsRoute extends ForwardingPlane {
  override acceptsSource(node: number, source: Address): boolean {
    const isRouter = nodeAt(this.network, node).kind === 'router';
    return super.acceptsSource(node, source) || (isRouter && this.route(node, source) !== undefined);
  }
}

class PeerHostRoutesCount extends ForwardingPlane {
  override acceptsSource(node: number, source: Address): boolean {
    if (super.acceptsSource(node, source)) return true;
    const { vnet } = nodeAt(this.network, node);
    const { topology } = this.control;
    const served = [vnet, ...peersOf(this.network, topology, vnet ?? '').map(({ name }) => name)];
    return this.network.nodes
      .filter((gateway) => gateway.kind === 'vpn-gateway' && served.includes(gateway.vnet))
      .flatMap((gateway) => peerHostRoutes(this.network, topology, gateway.index))
      .some((route) => route.prefix.address === source);
  }
}

class CircuitThroughGateway extends ForwardingPlane {
  /** What a fabric would send straight to an MSEE goes to its ExpressRoute gateway first. */
  override route(node: number, destination: Address): Route | undefined {
    const route = super.route(node, destination);
    if (route?.source !== 'expressroute' || nodeAt(this.network, node).kind !== 'vnet') return route;
    const first = route.nextHops[0];
    if (first === undefined) return route;
    const { segment, node: owner } = interfaceAt(this.network, first.egress);
    const gateway = this.network.segments[segment]?.interfaces.find(
      (index) => nodeAt(this.network, interfaceAt(this.network, index).node).kind === 'er-gateway',
    );
    if (gateway === undefined) return route;
    const name = nodeAt(this.network, interfaceAt(this.network, gateway).node).name;
    const neighbor = this.network.interfaceByName.get(`${name}:vnet`) ?? -1;
    const [egress = -1] = nodeAt(this.network, owner).interfaces;
    const hop: NextHop = { ...first, egress, neighbor };
    return { ...route, nextHops: [hop] };
  }
}

describe('without one rule', () => {
  test('with all of them nothing changes', () => {
    expect(changedPaths(lab)).toEqual([]);
  });

  test('without the reverse-path check 19 paths change', () => {
    expect(changedPaths(lab, breaking(WithoutSourceCheck))).toHaveLength(19);
  });

  test('with VNet-to-circuit traffic through the gateway 9 change', () => {
    expect(changedPaths(lab, breaking(CircuitThroughGateway))).toHaveLength(9);
  });

  test('with host routes of BGP peers counted 5 change', () => {
    expect(changedPaths(lab, breaking(PeerHostRoutesCount))).toHaveLength(5);
  });

  test("with a CE's default counted 5 change", () => {
    expect(changedPaths(lab, breaking(DefaultCountsAsRoute))).toHaveLength(5);
  });

  test('without local preference 200 two change', () => {
    const without = edited(
      lab,
      'unset ce1 bgp neighbors 192.168.30.18 in',
      'unset ce1 bgp neighbors 192.168.30.22 in',
    );
    expect(changedPaths(without)).toHaveLength(2);
  });

  test('without the pipe model both change that enter the tunnel at the CE', () => {
    const uniform = edited(lab, 'set vpn-hub-location-1 ends 1 ttl uniform');
    expect(changedPaths(uniform)).toEqual([
      'loc1-vm->hub-vm (ExpressRoute 1 primary down)',
      'loc1-vm->branch-vm',
    ]);
  });
});

describe('announcing the GatewaySubnet of the hub', () => {
  const announced = simulationOf(edited(lab, 'announce hub 10.10.30.128/25'));

  test.each([
    ['branch-vm', 'hub-vm', '10.10.30.254'],
    ['loc1-vm', 'hub-vm', '10.10.30.140'],
    ['loc1-vm', 'spoke-vm', '10.10.30.140'],
  ])('from %s to %s %s appears', (from, to, address) => {
    expect(hopsOf(whole, from, to)).not.toContain(address);
    expect(hopsOf(announced, from, to)).toContain(address);
  });

  test('withdrawing it again hides it again', () => {
    const again = simulationOf(edited(lab, 'announce hub 10.10.30.128/25', 'withdraw hub 10.10.30.128/25'));
    expect(hopsOf(again, 'branch-vm', 'hub-vm')).toEqual(hopsOf(whole, 'branch-vm', 'hub-vm'));
  });
});

describe('failures', () => {
  const LOC2 = ['hub-vm', 'spoke-vm'] as const;

  test.each([
    'shutdown ce2a',
    'shutdown ce2b',
    'shutdown msee2-pri',
    'shutdown ce2b-lan2',
    'shutdown ce2a:ge0/0',
  ])('location 2 loses no traffic by "%s"', (line) => {
    const simulation = simulationOf(edited(lab, line));
    for (const vm of LOC2) {
      expect(ping(simulation, vm, 'loc2-vm').reached, `${vm} to location 2`).toBe(true);
      expect(ping(simulation, 'loc2-vm', vm).reached, `location 2 to ${vm}`).toBe(true);
    }
  });

  test('with both CEs gone the LAN gateway says net unreachable', () => {
    const simulation = simulationOf(edited(lab, 'shutdown ce2a', 'shutdown ce2b'));
    const trace = tracert(simulation, 'loc2-vm', 'hub-vm');
    expect(trace.hops).toMatchObject([{ address: '10.1.31.3', reply: 'net-unreachable' }]);
  });

  test('the ExpressRoute connection goes down with the gateway, VPN takes over where there is one', () => {
    const simulation = simulationOf(edited(lab, 'shutdown hub-ergw'));
    expect(routeOf(simulation, 'hub', '10.1.31.0/25')).toBeUndefined();
    expect(ping(simulation, 'hub-vm', 'loc2-vm').disposition).toBe('NULL_ROUTED');
    expect(nextNodes(simulation, 'hub', '10.2.30.0/25')).toEqual(['hub-vpngw']);
    expect(ping(simulation, 'hub-vm', 'loc1-vm').reached).toBe(true);
  });

  test('a CE announces its LAN only while its IGP has it', () => {
    expect(routeOf(whole, 'hub', '10.2.30.0/25')).toBeDefined();
    const simulation = simulationOf(edited(lab, 'shutdown lan1:ge0/1'));
    expect(routeOf(simulation, 'hub', '10.2.30.0/25')).toBeUndefined();
  });

  test('the spoke loses all but itself with its peering', () => {
    const simulation = simulationOf(edited(lab, 'shutdown hub-spoke'));
    for (const target of ['hub-vm', 'branch-vm', 'remote-vm', 'loc1-vm', 'loc2-vm'])
      expect(ping(simulation, 'spoke-vm', target).reached, target).toBe(false);
    expect(routeOf(simulation, 'ce1', '10.11.30.0/26')).toBeUndefined();
  });

  test('ways back are walked on their own: asymmetric latency adds up', () => {
    const slow = simulationOf(
      edited(lab, 'set vpn-hub-location-1 latency 50 ms', 'unset ce1 bgp neighbors 192.168.30.18 in'),
    );
    // The CE now prefers the VPN back, Azure still sends by ExpressRoute.
    const [echo] = ping(slow, 'hub-vm', 'loc1-vm').echoes;
    expect(echo?.rttMs).toBeGreaterThan(50);
    expect(echo?.rttMs).toBeLessThan(60);
  });
});
