/** Security groups: which rule decides at a NIC, in which order, and that answers of what passed pass. */
import { describe, expect, test } from 'vitest';
import { runCommand } from '../probes/console';
import type { Simulation } from '../simulation';
import { documentOf, hopsOf, ping, simulationOf } from '../testing/lab';
import { transitHub, type TransitHub } from '../testing/transit-hub';

/** Vm-a in a subnet with NSG `net`, itself with NSG `own`. */
function guarded(net: string, own: string, more: TransitHub = {}): Simulation {
  return simulationOf(
    transitHub({
      nsgs: `{ net: { rules: ${net} }, own: { rules: ${own} } }`,
      spokeA: '{ prefix: 10.1.0.0/24, routeTable: by-nva, nsg: net }',
      vmA: ', nsg: own',
      ...more,
    }),
  );
}

const rule = (direction: string, action: string, rest = ''): string =>
  `{ priority: 100, direction: ${direction}, action: ${action} ${rest} }`;

function denialOf(simulation: Simulation, from: string, to: string) {
  const { disposition, forwardWalk, reached } = ping(simulation, from, to);
  const last = forwardWalk.steps.at(-1);
  return { reached, disposition, at: last?.node, denial: last?.denial };
}

describe('default rules', () => {
  const plain = guarded('{}', '{}');

  test('let a VNet, its peers and what gateways learned talk with each other', () => {
    expect(ping(plain, 'vm-a', 'pc').reached).toBe(true);
    expect(ping(plain, 'pc', 'vm-a').reached).toBe(true);
    expect(ping(plain, 'nva', 'vm-a').reached).toBe(true);
  });

  test('let a spoke in that is reached by an appliance, for its prefix is in the route table', () => {
    expect(ping(plain, 'vm-b', 'vm-a').reached).toBe(true);
  });

  test('keep out whom no route of the subnet covers', () => {
    const simulation = guarded('{}', '{}', {
      spokeA: '{ prefix: 10.1.0.0/24, routeTable: narrow, nsg: net }',
      tables: 'narrow: { routes: { one: { prefix: 10.2.0.99/32, via: 10.0.0.4 } } }',
    });
    expect(denialOf(simulation, 'vm-b', 'vm-a')).toMatchObject({
      disposition: 'DENIED_IN',
      denial: { nsg: 'net', rule: 'DenyAllInBound', priority: 65500 },
    });
  });

  test('let packets to the Internet leave', () => {
    expect(ping(plain, 'vm-a', '8.8.8.8').disposition).toBe('EXITS_NETWORK');
  });
});

describe('own rules', () => {
  test('on the way in the subnet is asked first, then the NIC', () => {
    const both = guarded(`{ no: ${rule('inbound', 'deny')} }`, `{ nor: ${rule('inbound', 'deny')} }`);
    expect(denialOf(both, 'vm-b', 'vm-a')).toMatchObject({
      disposition: 'DENIED_IN',
      at: 'vm-a',
      denial: { nsg: 'net', rule: 'no', priority: 100, direction: 'inbound' },
    });
    const nic = guarded(`{ yes: ${rule('inbound', 'allow')} }`, `{ nor: ${rule('inbound', 'deny')} }`);
    expect(denialOf(nic, 'vm-b', 'vm-a').denial?.nsg).toBe('own');
  });

  test('on the way out the NIC first, then the subnet', () => {
    const both = guarded(`{ no: ${rule('outbound', 'deny')} }`, `{ nor: ${rule('outbound', 'deny')} }`);
    expect(denialOf(both, 'vm-a', 'vm-b')).toMatchObject({
      disposition: 'DENIED_OUT',
      at: 'vm-a',
      denial: { nsg: 'own', rule: 'nor', direction: 'outbound' },
    });
  });

  test('the lowest priority decides, whatever the order of the text', () => {
    const rules = `{ late: { priority: 300, direction: inbound, action: deny }, early: { priority: 200, direction: inbound, action: allow } }`;
    expect(ping(guarded(rules, '{}'), 'vm-b', 'vm-a').reached).toBe(true);
  });

  test.each([
    ['protocol: tcp', true],
    ['protocol: icmp', false],
    ['ports: [80, 443-445]', true],
    ['source: 10.2.0.0/16', false],
    ['source: [10.9.0.0/16, 10.2.0.10]', false],
    ['source: 10.9.0.0/16', true],
    ['destination: 10.1.0.10', false],
    ['source: VirtualNetwork', false],
    ['source: Internet', true],
    ['source: AzureLoadBalancer', true],
  ])('deny inbound with %s lets a ping from vm-b pass: %s', (match, passes) => {
    const simulation = guarded(`{ no: ${rule('inbound', 'deny', `, ${match}`)} }`, '{}');
    expect(ping(simulation, 'vm-b', 'vm-a').reached).toBe(passes);
  });
});

describe('flows', () => {
  const web = guarded(
    `{ web: { priority: 100, direction: inbound, action: allow, protocol: tcp, ports: [80, 8000-8999] }, rest: { priority: 200, direction: inbound, action: deny } }`,
    '{}',
  );

  test.each([
    ['tcp:50000:80', 'ACCEPTED'],
    ['tcp:50000:8080', 'ACCEPTED'],
    ['tcp:50000:81', 'DENIED_IN'],
    ['udp:50000:80', 'DENIED_IN'],
    ['icmp', 'DENIED_IN'],
  ])('%s: %s', (flow, disposition) => {
    expect(runCommand(web, 'vm-b', `paths --flow ${flow} vm-a`)).toMatchObject({
      walks: [{ disposition }],
    });
  });
});

describe('state', () => {
  const closed = guarded(`{ closed: ${rule('inbound', 'deny')} }`, '{}');

  test('answers of an allowed flow come in where nothing else may', () => {
    expect(ping(closed, 'vm-a', 'vm-b').reached).toBe(true);
    expect(hopsOf(closed, 'vm-a', 'vm-b')).toEqual(['10.0.0.4', '10.2.0.10']);
    expect(ping(closed, 'vm-b', 'vm-a').reached).toBe(false);
  });

  test('of one NIC says nothing to another: an answer that comes by another appliance is a new flow there', () => {
    const yaml = transitHub({
      nsgs: `{ strict: { rules: { a-only: { priority: 100, direction: inbound, action: allow, source: 10.1.0.0/16 }, no: { priority: 200, direction: inbound, action: deny } } } }`,
      more: '  nva2: { vnet: hub, address: 10.0.0.5, ipForwarding: true, nsg: strict }',
      spokeB: '{ prefix: 10.2.0.0/24, routeTable: back }',
      tables: 'back: { routes: { a: { prefix: 10.1.0.0/16, via: 10.0.0.5 } } }',
    });
    const { reached, returnWalk } = ping(simulationOf(yaml), 'vm-a', 'vm-b');
    expect(reached).toBe(false);
    expect(returnWalk?.steps.at(-1)).toMatchObject({ node: 'nva2', denial: { nsg: 'strict', rule: 'no' } });
  });
});

describe('what is said of it', () => {
  test('the step names the rule, and why-silent the edit that opens it', () => {
    const simulation = guarded(`{ no-spokes: ${rule('inbound', 'deny', ', source: 10.2.0.0/16')} }`, '{}');
    expect(ping(simulation, 'vm-b', 'vm-a').forwardWalk.steps.at(-1)?.note).toBe(
      'Rule no-spokes (priority 100, inbound) of NSG net stops the packet on its way into vm-a.',
    );
    expect(runCommand(simulation, 'vm-b', 'why-silent vm-b vm-a 2')).toMatchObject({
      silence: { reason: 'probe-lost', at: 'vm-a' },
      change: ['set net rules no-spokes action allow'],
    });
  });

  test('blackholes are found with the rule in their text', () => {
    const simulation = guarded(`{ no: ${rule('inbound', 'deny')} }`, '{}');
    const result = runCommand(simulation, 'pc', 'check blackholes');
    expect(JSON.stringify(result)).toContain('Rule no (priority 100, inbound) of NSG net');
  });
});

test('an unknown tag, port or group is refused with what to write instead', () => {
  expect(() =>
    documentOf(
      transitHub({ nsgs: '{ n: { rules: { r: { priority: 1, direction: inbound, action: deny } } } }' }),
    ),
  ).toThrow(/100 to 4096/);
  expect(() => guarded(`{ r: ${rule('inbound', 'deny', ', source: Vnet')} }`, '{}')).toThrow(
    /VirtualNetwork/,
  );
  expect(() => guarded(`{ r: ${rule('inbound', 'deny', ', ports: [90-80]')} }`, '{}')).toThrow(/range like/);
  expect(() => documentOf(transitHub({ vmA: ', nsg: nobody' }))).toThrow(/nobody/);
});
