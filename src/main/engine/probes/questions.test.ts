/** The tables and the next hop, on the Azure lab and on a plain network. */
import { describe, expect, test } from 'vitest';
import { edited, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf, twoCustomers } from '../testing/networks';

const lab = simulationOf(azureLab());
const plain = simulationOf(twoCustomers());

describe('show ip bgp', () => {
  test('marks the best and its rivals in the columns of the field', () => {
    expect(linesOf(lab, 'ce1> show ip bgp')).toEqual([
      'BGP table of ce1, local router ID is 192.168.30.21, local AS 65021',
      'Status codes: s suppressed, * valid, > best, = multipath, i internal',
      'Origin codes: i IGP, e EGP, ? incomplete',
      '    Network            Next Hop            Metric LocPrf Weight Path',
      ' *> 10.2.30.0/25       192.168.30.1            20         32768 i',
      ' *> 10.10.30.0/25      192.168.30.18            0    200      0 12076 65515 i',
      ' *                     10.10.30.254             0             0 65515 i',
      ' *> 10.11.30.0/26      192.168.30.18            0    200      0 12076 65515 i',
      ' *                     10.10.30.254             0             0 65515 i',
      ' *> 10.11.30.64/27     10.10.30.254             0             0 65515 65516 i',
      ' *> 10.17.30.0/27      192.168.30.18            0    200      0 12076 65515 i',
      'Displayed 5 routes and 7 paths',
    ]);
  });

  test('of one prefix it tells the step of the decision', () => {
    const { paths } = ask(lab, 'ce1> show ip bgp 10.10.30.0/25', 'bgp-table');
    expect(paths.map(({ learnedFrom, status, why }) => [learnedFrom, status, why])).toEqual([
      ['msee1-pri', 'best', 'best by local preference (200 against 100)'],
      ['hub-vpngw', 'valid', 'lost to msee1-pri by local preference (200 against 100)'],
    ]);
  });

  test('shows equal routes of a gateway as multipath', () => {
    const { paths } = ask(lab, 'hub-ergw> show ip bgp 10.1.31.0/25', 'bgp-table');
    expect(paths.map(({ learnedFrom, status }) => [learnedFrom, status])).toEqual([
      ['msee2-pri', 'best'],
      ['msee2-sec', 'multipath'],
    ]);
  });

  test('marks what was heard inside the AS, with its local preference', () => {
    expect(linesOf(plain, 'p2> show ip bgp 10.1.0.0/24').slice(4, 8)).toEqual([
      ' *>i10.1.0.0/24        10.9.0.1                 0    100      0 65001 i',
      '        from p1: best by AS-path length (1 against 3)',
      ' *                     10.0.2.2                 0             0 65001 65001 65001 i',
      '        from c1: lost to p1 by AS-path length (1 against 3)',
    ]);
  });

  test('says who speaks BGP where the node does not', () => {
    expect(ask(plain, 'alice> show ip bgp', 'failure')).toMatchObject({
      message: 'alice runs no BGP',
      hint: 'these do: c1, p1, p2, p3, c2',
    });
    expect(linesOf(plain, 'c1> show ip bgp 10.77.0.0/16')).toEqual([
      'BGP on c1 knows nothing of 10.77.0.0/16.',
    ]);
    expect(ask(plain, 'c1> show ip bgp 10.1.0.300', 'failure').message).toContain('10.1.0.300');
  });
});

describe('show effective-routes', () => {
  test('has the columns of Azure, ECMP addresses, and the losing route as Invalid', () => {
    expect(linesOf(lab, 'hub-vm> show effective-routes')).toEqual([
      'Name  State    Source                 AddressPrefix   NextHopType            NextHopIpAddress',
      '-     Active   Default                0.0.0.0/0       Internet               -',
      '-     Active   Default                10.0.0.0/8      None                   -',
      '-     Active   VirtualNetworkGateway  10.1.31.0/25    VirtualNetworkGateway  10.10.30.134, 10.10.30.135',
      '-     Active   VirtualNetworkGateway  10.2.30.0/25    VirtualNetworkGateway  10.10.30.132',
      '-     Active   Default                10.10.30.0/24   VnetLocal              -',
      '-     Active   Default                10.11.30.0/26   VNetPeering            -',
      '-     Active   VirtualNetworkGateway  10.11.30.64/27  VirtualNetworkGateway  10.10.30.142',
      '-     Active   VirtualNetworkGateway  10.17.30.0/27   VirtualNetworkGateway  10.10.30.132, 10.10.30.133',
      '-     Active   Default                100.64.0.0/10   None                   -',
      '-     Active   Default                172.16.0.0/12   None                   -',
      '-     Active   Default                192.168.0.0/16  None                   -',
      '-     Invalid  VirtualNetworkGateway  10.2.30.0/25    VirtualNetworkGateway  10.10.30.142',
    ]);
  });

  test('takes another VM, and refuses what is in no VNet', () => {
    expect(ask(lab, 'ce1> show effective-routes branch-vm', 'effective-routes').vnet).toBe('branch');
    expect(ask(plain, 'alice> show effective-routes', 'failure').message).toContain('alice is in no VNet');
  });
});

describe('show circuit-routes', () => {
  test('has the columns of Azure for either path', () => {
    expect(linesOf(lab, 'hub-vm> show circuit-routes er1 primary')).toEqual([
      'Route table of er1, primary path (msee1-pri)',
      'Network        NextHop        LocPrf  Weight  Path',
      '10.2.30.0/25   192.168.30.17          0       65021',
      '10.10.30.0/25  10.10.30.140           0       65515',
      '10.11.30.0/26  10.10.30.140           0       65515',
      '10.17.30.0/27  10.17.30.44            0       65515',
    ]);
    const secondary = ask(lab, 'hub-vm> show circuit-routes er1 secondary', 'circuit-routes');
    expect(secondary.routes.map(({ prefix }) => prefix)).not.toContain('10.2.30.0/25');
  });

  test('names what is wrong', () => {
    expect(ask(plain, 'alice> show circuit-routes er1 primary', 'failure').message).toBe(
      'there is no circuit named er1',
    );
    expect(ask(lab, 'ce1> show circuit-routes er1 third', 'failure').hint).toBe('write primary or secondary');
    expect(ask(lab, 'ce1> show circuit-routes er1', 'failure').message).toContain('primary or secondary');
  });
});

describe('show ospf', () => {
  test('lists neighbours, costs and routers', () => {
    expect(linesOf(plain, 'p1> show ospf')).toEqual([
      'OSPF on p1, router ID 10.9.0.1',
      'Area     Type    Border routers  Ranges',
      '0.0.0.0  normal  -               -',
      'Neighbor ID  State  Address    Interface  Area     Router',
      '10.9.0.2     Full   10.9.12.2  p2         0.0.0.0  p2',
      'Interface  Address       Area     Cost  State',
      'p2         10.9.12.1/30  0.0.0.0  10    Up',
      'lo         10.9.0.1/32   0.0.0.0  0     Passive',
      'Router ID  Router  Area     Cost  Type  Next hop',
      '10.9.0.2   p2      0.0.0.0  10          10.9.12.2 (p2) by p2',
      '10.9.0.3   p3      0.0.0.0  20          10.9.12.2 (p2) by p2',
    ]);
  });

  test('knows boundary routers, and loses a neighbour with its link', () => {
    const { routers } = ask(lab, 'lan2> show ospf', 'ospf');
    expect(routers.map(({ node, boundary }) => [node, boundary])).toEqual([
      ['ce2a', true],
      ['ce2b', true],
    ]);
    const cut = simulationOf(edited(azureLab(), 'shutdown ce2a-lan2'));
    expect(ask(cut, 'lan2> show ospf', 'ospf').neighbors.map(({ node }) => node)).toEqual(['ce2b']);
    expect(ask(lab, 'hub-vm> show ospf', 'failure').message).toBe('hub-vm runs no OSPF');
  });
});

describe('next-hop', () => {
  test.each([
    ['spoke-vm', 'VNetPeering', []],
    ['10.10.30.200', 'VnetLocal', []],
    ['10.2.30.10', 'VirtualNetworkGateway', ['10.10.30.132']],
    ['10.11.30.68', 'VirtualNetworkGateway', ['10.10.30.142']],
    ['10.99.0.1', 'None', []],
    ['8.8.8.8', 'Internet', []],
  ])('of a VM for %s is %s', (target, nextHopType, nextHopAddresses) => {
    expect(ask(lab, `hub-vm> next-hop ${target}`, 'next-hop').azure).toEqual({
      nextHopType,
      nextHopAddresses,
      routeTable: 'System Route',
    });
  });

  test('with --flow is the one of equal next hops that the flow takes', () => {
    for (const flow of ['icmp', 'tcp:40000:443', 'tcp:40001:443', 'udp:50000:53']) {
      const line = `spoke-vm> next-hop remote-vm --flow ${flow}`;
      const { route, chosen, flow: told } = ask(lab, line, 'next-hop');
      expect([told, route?.nextHops.length]).toEqual([flow, 2]);
      const { walks, taken } = ask(lab, `spoke-vm> paths remote-vm --flow ${flow}`, 'paths');
      const msee = route?.nextHops[chosen ?? -1]?.node;
      expect(walks[taken]?.steps.map(({ node }) => node)).toContain(msee);
    }
    expect(linesOf(lab, 'lan2> next-hop hub-vm --flow tcp:40000:443')).toEqual([
      'Destination : 10.10.30.4',
      'Route       : 10.10.30.0/25 (ospf)',
      'Next hop    : 192.168.31.0 (ce2a) by ge0/0, 192.168.31.4 (ce2b) by ge0/1',
      expect.stringMatching(
        /^Flow        : tcp:40000:443 takes 192\.168\.31\.[04] \(ce2[ab]\) by ge0\/[01]$/,
      ),
      'Because     : external type 2, metric 20, announced by ce2a and ce2b',
    ]);
    expect(ask(plain, 'c1> next-hop --flow udp web', 'next-hop')).toMatchObject({ flow: null, chosen: null });
    expect(ask(lab, 'hub> next-hop --flow udp remote-vm', 'failure').message).toBe(
      'hub has no address, and a flow needs one to come from',
    );
    expect(ask(plain, 'c1> next-hop --flow gre bob', 'failure').message).toContain('tcp, udp or icmp');
  });

  test('of a router is its route, by the prompt or by name', () => {
    expect(linesOf(plain, 'alice> next-hop c1 bob')).toEqual([
      'Destination : 10.2.0.10',
      'Route       : 10.2.0.0/24 (ebgp)',
      'Next hop    : 10.0.2.1 (p2) by up2',
      'Because     : announced by p2; the only BGP route',
    ]);
    expect(linesOf(plain, 'c1> next-hop web')).toEqual(['c1 has no route to 172.16.5.10.']);
    expect(ask(plain, 'c1> next-hop nobody', 'failure').message).toBe('there is no node named nobody');
  });
});

test('an argument too many or too few is refused with the usage', () => {
  expect(ask(plain, 'c1> why', 'failure')).toMatchObject({ hint: 'usage: why [NODE] PREFIX' });
  expect(ask(plain, 'c1> why a b c', 'failure').message).toBe('why does not expect c');
  expect(ask(plain, 'c1> why nobody 10.1.0.0/24', 'failure').message).toBe('there is no node named nobody');
});
