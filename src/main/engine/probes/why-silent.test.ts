/** why-silent: the reason of a `*`, and an edit, tried on the network, after which the hop answers. */
import { describe, expect, test } from 'vitest';
import { edited, hopsOf, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf, twoCustomers } from '../testing/networks';

const lab = simulationOf(azureLab());

describe('in the Azure lab', () => {
  test('the classroom answer: announce the GatewaySubnet, and the gateway appears', () => {
    expect(linesOf(lab, 'branch-vm> why-silent 10.10.30.4 2')).toEqual([
      'Hop 2, hub-vpngw (10.10.30.254): reverse-path check.',
      'hub-vpngw answers from 10.10.30.254, but branch lets no packet from that address in: nobody announced a route that covers it there.',
      'It answers after this edit:',
      '    announce hub 10.10.30.128/25',
    ]);
    const announced = simulationOf(edited(azureLab(), 'announce hub 10.10.30.128/25'));
    expect(hopsOf(announced, 'branch-vm', '10.10.30.4')[1]).toBe('10.10.30.254');
  });

  test('opens the prefix list that would stop the announcement', () => {
    expect(ask(lab, 'hub-vm> why-silent loc2-vm 2', 'why-silent').change).toEqual([
      'announce ce2a 192.168.31.16/30',
      'set ce2a bgp neighbors 192.168.31.18 out prefixList [permit 10.1.31.0/25, permit 192.168.31.16/30]',
    ]);
  });

  test('where Azure has no such setting it names the rule', () => {
    const { silence, change, notes } = ask(lab, 'branch-vm> why-silent loc2-vm 1', 'why-silent');
    expect([silence?.reason, change]).toEqual(['probe-lost', []]);
    expect(notes[1]).toContain('What keeps the route away: hub-ergw learned 10.1.31.0/25 from msee2-pri');
  });

  test('a hop that is shut off by an interface comes back with it', () => {
    const cut = simulationOf(edited(azureLab(), 'shutdown ce1-lan1'));
    expect(ask(cut, 'loc1-vm> why-silent hub-vm 1', 'why-silent').silence).toBeNull();
    const lone = simulationOf(edited(azureLab(), 'shutdown vpn-hub-branch'));
    expect(ask(lone, 'branch-vm> why-silent hub-vm 1', 'why-silent').change).toEqual([
      'no shutdown vpn-hub-branch',
    ]);
  });
});

describe('in a plain network', () => {
  test('a route back that iBGP does not carry: a session of its own', () => {
    const { silence, change } = ask(simulationOf(twoCustomers()), 'alice> why-silent bob 3', 'why-silent');
    expect(silence).toMatchObject({ reason: 'no-route-back', at: 'p3' });
    expect(change).toEqual([
      'set p1 bgp neighbors 10.9.0.3 { asn: 65010, nextHopSelf: true }',
      'set p3 bgp neighbors 10.9.0.1 { asn: 65010, nextHopSelf: true }',
    ]);
  });

  test('a router that is set not to answer', () => {
    const mute = simulationOf(edited(twoCustomers(), 'set p2 icmp off'));
    const { silence, change } = ask(mute, 'c1> why-silent alice bob 2', 'why-silent');
    expect(silence?.reason).toBe('does-not-answer');
    expect(change).toEqual(['set p2 icmp answers true']);
    const slow = simulationOf(edited(twoCustomers(), 'set p2 icmp delay 9 s'));
    expect(ask(slow, 'alice> why-silent bob 2', 'why-silent').change).toEqual(['set p2 icmp delay 0 ms']);
    const muteMsee = simulationOf(edited(azureLab(), 'set er1 icmp off'));
    expect(ask(muteMsee, 'hub-vm> why-silent loc1-vm 1', 'why-silent').change).toEqual([
      'set er1 icmp answers true',
    ]);
  });

  test('a hop that answers, one that is not there, and one that is no number', () => {
    const plain = simulationOf(twoCustomers());
    expect(linesOf(plain, 'alice> why-silent bob 1')).toEqual(['Hop 1 answers from 10.1.0.1: it is c1.']);
    expect(ask(plain, 'alice> why-silent web 4', 'failure').message).toBe(
      'the trace from alice to web has 1 hop, and 4 is none of them',
    );
    expect(ask(plain, 'alice> why-silent bob second', 'failure').message).toBe('second is no hop');
  });
});
