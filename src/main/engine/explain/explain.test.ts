/** why and why-not: the chain of announcements, the decision, and every rule that keeps a prefix from a node. */
import { describe, expect, test } from 'vitest';
import type { BarrierView } from '../../../shared/results';
import { edited, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf, twoCustomers } from '../testing/networks';
import type { TopologyDocument } from '../topology/document';

const lab = simulationOf(azureLab());
const plain = simulationOf(twoCustomers());

function chainOf(simulation: typeof lab, line: string): string[] {
  return ask(simulation, line, 'why').chain.map(({ text }) => text);
}

function barriersOf(simulation: typeof lab, line: string): string[][] {
  return ask(simulation, line, 'why-not').barriers.map(({ from, to, reason }) => [from, to, reason]);
}

/** The first barrier to a prefix in the lab after something was shut down, with the edit that takes it away. */
function barrierAfter(name: string, line: string): unknown[] {
  const cut = simulationOf(edited(azureLab(), `shutdown ${name}`));
  const [first] = ask(cut, line, 'why-not').barriers;
  return [first?.from, first?.to, first?.reason, first?.change];
}

/** With a route map of p2 that lets nothing pass, and an edit that uses it. */
function mapped(line: string): TopologyDocument {
  return edited(twoCustomers(), 'set p2 routeMaps NONE [{ action: deny }]', line);
}

function keptByMap(document: TopologyDocument, line: string): BarrierView | undefined {
  const { barriers } = ask(simulationOf(document), line, 'why-not');
  return barriers.find(({ text }) => text.includes('route map NONE'));
}

describe('why', () => {
  test('follows a prefix from its LAN through OSPF and BGP into a VNet', () => {
    expect(chainOf(lab, 'hub-vm> why 10.2.30.0/25')).toEqual([
      'lan1 is connected to 10.2.30.0/25: ge0/1 is in this subnet.',
      'lan1 floods its subnet in OSPF; ce1 computes the shortest way to it: lan1 > ce1, metric 20.',
      'ce1 brings it into BGP: a network statement names 10.2.30.0/25, and its table has it.',
      'ce1 announces it to msee1-pri by eBGP: AS path 65021.',
      'msee1-pri announces it to hub-ergw by eBGP: AS path 12076 65021.',
      'hub-ergw gives it to the effective routes of hub.',
    ]);
    const { chain, candidates } = ask(lab, 'hub-vm> why 10.2.30.0/25', 'why');
    expect(chain.at(-1)?.decision).toBe('Azure prefers ExpressRoute over VPN for the same prefix');
    expect(chain.flatMap(({ policies }) => policies)).toEqual([
      'ce1 lets it out: line "permit 10.2.30.0/25" decides',
    ]);
    expect(candidates.map(({ node, from, status }) => [node, from, status])).toEqual([
      ['hub', 'msee1-pri', 'best'],
      ['hub', 'ce1', 'lost'],
    ]);
  });

  test('tells the shared AS number, gateway transit, and the policy that decided', () => {
    const remote = ask(lab, 'remote-vm> why 10.11.30.0/26', 'why');
    expect(remote.chain[0]?.text).toBe(
      'spoke advertises 10.11.30.0/26 and uses the gateways of hub (peering hub-spoke), so hub-ergw announces it.',
    );
    expect(remote.chain.flatMap(({ policies }) => policies).join()).toContain('accepts its own AS 65515');
    expect(ask(lab, 'spoke-vm> why 10.11.30.64/27', 'why').chain.at(-1)?.policies).toEqual([
      'hub allows gateway transit and spoke uses remote gateways on peering hub-spoke',
    ]);
    const ce1 = ask(lab, 'ce1> why 10.10.30.0/25', 'why').chain.at(-1);
    expect(ce1?.policies).toEqual(['ce1 sets local preference 200']);
    expect(ce1?.decision).toBe('best by local preference (200 against 100) (2 candidates)');
  });

  test('tells who brings a prefix into OSPF, and how many ways are equal', () => {
    expect(chainOf(lab, 'lan2> why 10.10.30.0/25').at(-1)).toBe(
      'ce2a brings it into OSPF from outside (type 2, metric 20); lan2 computes the shortest way to it: ce2a > lan2, metric 20, one of 2 equal ways.',
    );
  });

  test('tells what a learned route is preferred to: VPN, or a system route of Azure', () => {
    expect(ask(lab, 'hub> next-hop 10.2.30.10', 'next-hop').route?.why).toBe(
      'announced by msee1-pri; the only BGP route; learned by hub-ergw; ExpressRoute goes before VPN',
    );
    const tunnelled = simulationOf(
      edited(azureLab(), 'unset ce2a bgp neighbors 192.168.31.18 out', 'announce ce2a 0.0.0.0/0'),
    );
    const last = ask(tunnelled, 'hub-vm> why 8.8.8.8', 'why').chain.at(-1);
    expect(last?.text).toBe('hub-ergw gives it to the effective routes of hub.');
    expect(last?.decision).toBe(
      'for the same prefix Azure prefers what gateways learned over its own system routes',
    );
  });

  test('answers for a host by its gateway, for an address by the route that covers it', () => {
    const loc1 = ask(lab, 'loc1-vm> why 10.10.30.4', 'why');
    expect([loc1.table, loc1.route?.prefix]).toEqual(['lan1', '0.0.0.0/0']);
    expect(chainOf(plain, 'p1> why 10.9.0.3').at(-1)).toContain('p3 > p2 > p1, metric 20');
    expect(ask(plain, 'c1> why p1 10.1.0.0/24', 'why').node).toBe('p1');
  });

  test('tells policies and protocols of a plain network', () => {
    expect(linesOf(plain, 'alice> why 10.2.0.0/24')).toEqual([
      'alice is a host and runs no routing protocol: its gateway c1 decides.',
      'c1 has 10.2.0.0/24 (ebgp): 10.0.2.1 (p2) by up2',
      'How it came here:',
      '  1. c2 is connected to 10.2.0.0/24: lan is in this subnet.',
      '  2. c2 brings it into BGP: a network statement names 10.2.0.0/24, and its table has it.',
      '  3. c2 announces it to p3 by eBGP: AS path 65002.',
      '     policy: p3 lets it in: line "permit 10.2.0.0/16 le 24" decides',
      '  4. p3 announces it to p2 by iBGP: AS path 65002.',
      '     policy: p3 makes itself the next hop',
      '  5. p2 announces it to c1 by eBGP: AS path 65010 65002.',
    ]);
  });

  test('says so where there is no route', () => {
    const result = ask(plain, 'p3> why 10.1.0.0/24', 'why');
    expect(result).toMatchObject({
      route: null,
      chain: [],
      notes: ['p3 has no route to 10.1.0.0/24: ask why-not.'],
    });
  });
});

describe('why-not', () => {
  test('names the gateway that keeps circuits and VPN apart', () => {
    expect(barriersOf(lab, 'branch-vm> why-not 10.1.31.0/25')).toEqual([
      ['hub-ergw', 'hub-vpngw', 'gateways-apart'],
      ['hub-ergw', 'msee1-pri', 'no-transit'],
      ['hub-ergw', 'msee1-sec', 'no-transit'],
    ]);
    expect(ask(lab, 'branch-vm> why-not 10.1.31.10', 'why-not').barriers[0]?.text).toContain(
      "hub-ergw learned 10.1.31.0/25 from msee2-pri, but an ExpressRoute gateway announces only its own VNet's prefixes",
    );
  });

  test('names prefix lists, sessions that are down, and space that is not advertised', () => {
    expect(barriersOf(lab, 'remote-vm> why-not 10.11.30.64/27')).toEqual([
      ['ce1', 'msee1-pri', 'filtered-out'],
      ['ce1', 'msee1-sec', 'session-down'],
      ['hub-vpngw', 'hub-ergw', 'gateways-apart'],
    ]);
    expect(ask(lab, 'remote-vm> why-not 10.11.30.64/27', 'why-not').barriers[1]?.text).toContain(
      'ce1:ge0/0.2 is shut down',
    );
    expect(barriersOf(lab, 'branch-vm> why-not 10.10.30.128/25')[0]).toEqual([
      'hub',
      'hub-vpngw',
      'not-advertised',
    ]);
    expect(barriersOf(lab, 'spoke-vm> why-not 10.10.30.128/25')).toContainEqual([
      'hub',
      'spoke',
      'whole-space',
    ]);
  });

  test('names what is not redistributed, and the default that is followed instead', () => {
    const result = ask(lab, 'loc1-vm> why-not 10.10.30.0/25', 'why-not');
    expect(result.instead?.prefix).toBe('0.0.0.0/0');
    expect(result.barriers.map(({ reason }) => reason)).toEqual(['not-redistributed']);
  });

  test('names the rules of BGP in a plain network', () => {
    expect(barriersOf(plain, 'p1> why-not 10.2.0.0/24')).toEqual([
      ['c1', 'p1', 'own-as'],
      ['p2', 'p1', 'ibgp-to-ibgp'],
      ['p2', 'p1', 'not-redistributed'],
    ]);
    expect(barriersOf(plain, 'c1> why-not 172.16.5.0/24')).toEqual([['c2', 'p3', 'filtered-in']]);
    expect(barriersOf(plain, 'c2> why-not 10.9.12.0/30')).toEqual([['p3', 'c2', 'not-originated']]);
    expect(barriersOf(plain, 'p2> why-not 10.99.0.0/16')).toEqual([['p2', 'p2', 'nobody']]);
  });

  test('names next hops that cannot be reached, links that are down, and neighbours without a protocol', () => {
    const noSelf = simulationOf(edited(twoCustomers(), 'set p3 bgp neighbors 10.9.0.2 nextHopSelf false'));
    expect(barriersOf(noSelf, 'p2> why-not 10.2.0.0/24')).toContainEqual([
      'p3',
      'p2',
      'next-hop-unreachable',
    ]);
    const cut = simulationOf(edited(twoCustomers(), 'shutdown p2-p3'));
    expect(barriersOf(cut, 'p1> why-not 10.9.0.3/32')).toEqual([['p3', 'p2', 'link-down']]);
    expect(barriersOf(cut, 'c1> why-not 10.2.0.0/24')).toEqual([['p3', 'p2', 'session-down']]);
    const silent = simulationOf(edited(twoCustomers(), 'unset c2 bgp'));
    expect(barriersOf(silent, 'p3> why-not 10.2.0.0/24')).toEqual([['c2', 'p3', 'no-protocol']]);
  });

  test('names peering without transit', () => {
    const apart = simulationOf(edited(azureLab(), 'set hub-spoke ends spoke useRemoteGateways false'));
    expect(barriersOf(apart, 'spoke-vm> why-not 10.2.30.0/25')[0]?.[2]).toBe('no-gateway-transit');
    expect(barriersOf(apart, 'branch-vm> why-not 10.11.30.0/26')[0]).toEqual([
      'spoke',
      'hub-vpngw',
      'no-gateway-transit',
    ]);
  });

  test('names what is shut down: the node itself, a peering, a gateway, the origin', () => {
    expect(barrierAfter('spoke', 'spoke> why-not 10.2.30.0/25')).toEqual([
      'spoke',
      'spoke',
      'node-down',
      ['no shutdown spoke'],
    ]);
    expect(barrierAfter('hub-spoke', 'spoke-vm> why-not 10.2.30.0/25')).toEqual([
      'hub-ergw',
      'spoke',
      'link-down',
      ['no shutdown hub-spoke'],
    ]);
    expect(barrierAfter('remote-ergw', 'hub-vm> why-not 10.17.30.0/27')).toEqual([
      'remote',
      'remote-ergw',
      'node-down',
      ['no shutdown remote-ergw'],
    ]);
    expect(barrierAfter('remote', 'hub-vm> why-not 10.17.30.0/27')).toEqual([
      'remote',
      'remote-ergw',
      'node-down',
      ['no shutdown remote'],
    ]);
    expect(barrierAfter('ce1-lan1', 'lan1> why-not 10.10.30.0/25')).toEqual(['ce1', 'lan1', 'link-down', []]);
    for (const name of ['lan1', 'lan1:ge0/1', 'location-1-lan'])
      expect(barrierAfter(name, 'loc1-vm> why-not 10.10.30.0/25')).toEqual([
        name,
        'loc1-vm',
        'link-down',
        [`no shutdown ${name}`],
      ]);
    expect(barrierAfter('lan1:ge0/1', 'hub-vm> why-not 10.2.30.0/25')).toEqual([
      'lan1:ge0/1',
      'hub',
      'node-down',
      ['no shutdown lan1:ge0/1'],
    ]);
  });

  test('names the route map that keeps a route out of another protocol, and opens it', () => {
    const intoOspf = mapped('set p2 ospf redistribute [{ from: bgp, routeMap: NONE }]');
    expect(keptByMap(intoOspf, 'p3> why-not 10.1.0.0/24')).toMatchObject({
      reason: 'not-redistributed',
      text: 'p2 learned 10.1.0.0/24 from p1, but route map NONE keeps it out of OSPF: p3 does not hear of it.',
      change: ['set p2 routeMaps NONE [{ match: { prefix: 10.1.0.0/24 } }, { action: deny }]'],
    });
    const intoBgp = mapped('set p2 bgp redistribute [{ from: ospf, routeMap: NONE }]');
    expect(keptByMap(intoBgp, 'c1> why-not 10.9.0.3/32')).toMatchObject({
      reason: 'not-originated',
      text: 'p2 has 10.9.0.3/32 (ospf), but route map NONE keeps it out of BGP, so c1 does not hear of it.',
    });
    // What is redistributed already keeps its route map.
    const others = mapped('set p2 ospf redistribute [{ from: static, routeMap: NONE }]');
    expect(ask(simulationOf(others), 'p3> why-not 10.1.0.0/24', 'why-not').barriers.at(-1)?.change).toEqual([
      'set p2 ospf redistribute [{ from: static, metric: 20, type: 2, routeMap: NONE }, bgp]',
    ]);
  });

  test('says of an MSEE what no setting changes, and tells one rule of one node once', () => {
    expect(linesOf(lab, 'hub-vm> why-not 192.168.30.16/30').slice(3)).toEqual([
      '  1. msee1-pri has 192.168.30.16/30 (connected), but an MSEE announces only what it learned, not the subnets it is connected to, so hub-ergw does not hear of it.',
      '     The same keeps it from remote-ergw.',
      '  2. ce1 has 192.168.30.16/30 (connected), but does not bring it into BGP: no network statement names it and nothing redistributes it, so hub-vpngw does not hear of it.',
      '     to change that: announce ce1 192.168.30.16/30',
    ]);
  });

  test('from circuit to circuit names Global Reach, within one does not', () => {
    const texts = ask(lab, 'loc1-vm> why-not 10.1.31.0/25', 'why-not').barriers.map(({ text }) => text);
    expect(texts[0]).toContain(
      'From site to site ExpressRoute Global Reach between er2 and er1 would carry it.',
    );
    const vnet = ask(lab, 'ce2a> why-not 10.17.30.0/27', 'why-not').barriers[0]?.text;
    expect(vnet).toContain("Connecting its VNet's own ExpressRoute gateway to er2 as well would carry it");
    expect(vnet).not.toContain('Global Reach between');
    const within = ask(lab, 'msee1-sec> why-not 10.2.30.0/25', 'why-not').barriers;
    expect(within.length).toBeGreaterThan(0);
    expect(within.map(({ text }) => text).join()).not.toContain('Global Reach');
  });

  test('says so where the route is there', () => {
    const result = ask(plain, 'c1> why-not 10.2.0.0/24', 'why-not');
    expect(result.held?.prefix).toBe('10.2.0.0/24');
    expect(linesOf(plain, 'c1> why-not 10.2.0.0/24')).toEqual([
      'c1 does have a route to 10.2.0.0/24: ask why.',
    ]);
  });

  test('the one change it proposes works', () => {
    const fixed = simulationOf(edited(azureLab(), 'set ce1 ospf redistribute [bgp]'));
    expect(ask(fixed, 'loc1-vm> why-not 10.10.30.0/25', 'why-not').held).not.toBeNull();
    const announced = simulationOf(edited(azureLab(), 'announce hub 10.10.30.128/25'));
    expect(ask(announced, 'branch-vm> why-not 10.10.30.128/25', 'why-not').held).not.toBeNull();
  });
});
