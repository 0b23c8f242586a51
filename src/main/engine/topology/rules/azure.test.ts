/** What is said of Azure's elements that do not fit together, and where. */
import { describe, expect, test } from 'vitest';
import { expectProblems } from '../../../../../test/support/topology-text';
import { documentOf, edited } from '../../testing/lab';

const vnet = (subnets: string): string =>
  `vnets: { v: { addressSpace: [10.0.0.0/16], subnets: { ${subnets} } } }\n`;

const withAppliance = (host: string): string =>
  `${vnet('w: { prefix: 10.0.0.0/24, routeTable: §t }')}routeTables: { t: { routes: { a: { prefix: 10.9.0.0/16, via: 10.0.0.4 } } } }\nhosts: { nva: { vnet: v, address: 10.0.0.4${host} } }`;

const gatewayTable = (table: string): string =>
  `${vnet('GatewaySubnet: { prefix: 10.0.255.0/27, routeTable: §t }')}routeTables: { t: ${table} }`;

const nsg = (rules: string): string => `nsgs: { n: { rules: { ${rules} } } }`;

describe('route tables', () => {
  test('are named by subnets, and have one route for each prefix', () => {
    expectProblems(vnet('w: { prefix: 10.0.0.0/24, routeTable: §rt }'), /^There is no route table "rt"/);
    expectProblems(
      'routeTables: { t: { routes: { a: { prefix: 10.0.0.0/8, via: None }, b: { prefix: §10.0.0.0/8, via: Internet } } } }',
      '"a" is a route to 10.0.0.0/8 already (a route table has one route for each prefix)',
    );
  });

  test('have next hops of Azure', () => {
    expectProblems(
      'routeTables: { t: { routes: { a: { prefix: 10.0.0.0/8, via: §internet } } } }',
      /is not a next hop of a user-defined route \(did you mean Internet\?\)/,
    );
    expectProblems(
      'routeTables: { t: { routes: { a: { prefix: 10.0.0.0/8, via: §10.0.0 } } } }',
      /write the address of an appliance, or one of VirtualNetworkGateway, VnetLocal, Internet, None/,
    );
    expectProblems('routeTables: { t: { routes: { §a: { prefix: 10.0.0.0/8 } } } }', /"via" is missing/);
  });

  test('say where an appliance is missing or does not forward', () => {
    expectProblems(
      withAppliance(''),
      /^Nobody who forwards has the address 10.0.0.4 of route "a" \(give it to a router/,
    );
    expectProblems(withAppliance(', ipForwarding: true').replace('§', ''));
  });

  test('of a GatewaySubnet have limits', () => {
    expectProblems(gatewayTable('{ routes: { a: { prefix: 0.0.0.0/0, via: None } } }'), /default route "a"/);
    expectProblems(gatewayTable('{ disableBgpRoutePropagation: true }'), /a gateway does not work without/);
  });
});

describe('security groups', () => {
  test('are for NICs in a VNet', () => {
    expectProblems(
      'lans: { l: {} }\nnsgs: { n: {} }\nhosts: { h: { lan: l, address: 10.0.0.4/24, nsg: §n } }',
      'Only NICs in a VNet have an NSG (remove it, or add vnet)',
    );
    expectProblems(
      `${vnet('GatewaySubnet: { prefix: 10.0.255.0/27, nsg: §n }')}nsgs: { n: {} }`,
      /^The GatewaySubnet takes no NSG/,
    );
    expectProblems(vnet('w: { prefix: 10.0.0.0/24, nsg: §nobody }'), /^There is no NSG "nobody"/);
  });

  test('have rules with priorities of their own, directions, actions, ports', () => {
    expectProblems(
      nsg(
        'a: { priority: 100, direction: inbound, action: deny }, b: { priority: §100, direction: inbound, action: allow }',
      ),
      '"a" has priority 100 inbound already (priorities of one direction are unique in an NSG)',
    );
    expectProblems(nsg('a: { priority: §99, direction: inbound, action: deny }'), /100 to 4096/);
    expectProblems(nsg('a: { priority: 100, direction: §in, action: deny }'), /not one of inbound, outbound/);
    expectProblems(
      nsg('a: { priority: 100, direction: inbound, action: deny, ports: [80, §99999] }'),
      /is not a port \(write a number up to 65535, or a range like 8000-8999\)/,
    );
    expectProblems(
      nsg('a: { priority: 100, direction: inbound, action: deny, source: §Vnet }'),
      /write a prefix, an address, or one of any, VirtualNetwork, Internet, AzureLoadBalancer/,
    );
  });
});

describe('appliances', () => {
  test('have NICs in a subnet, as long as it is', () => {
    const router = (nic: string): string =>
      `${vnet('w: 10.0.0.0/24, GatewaySubnet: 10.0.255.0/27')}routers: { r: { interfaces: { e: { vnet: v, ${nic} } } } }`;
    expectProblems(
      router('address: §10.0.0.4/16'),
      /^The subnet of 10.0.0.4 is 10.0.0.0\/24 \(write 10.0.0.4\/24\)/,
    );
    expectProblems(router('address: §10.9.0.4/24'), /in no subnet of VNet "v"/);
    expectProblems(router('address: §10.0.255.4/27'), /in the GatewaySubnet/);
    expectProblems(router('').replace('e: {', '§e: {'), /^NIC "r:e" has no address/);
    expectProblems(
      `${vnet('w: 10.0.0.0/24')}routers: { r: { ospf: { §interfaces: [e] }, interfaces: { e: { vnet: v, address: 10.0.0.4/24 } } } }`,
      /^OSPF finds no neighbours by "e" \(Azure carries no multicast: use BGP\)/,
    );
    expectProblems(
      'hosts: { h: { lan: l, address: 10.0.0.4/24, ipForwarding: §true } }\nlans: { l: {} }',
      /^Only a VM forwards/,
    );
  });
});

describe('what joins more', () => {
  test('Global Reach takes two circuits and a /29', () => {
    const circuits = 'circuits: { a: { primary: { msee: m } }, b: { primary: { msee: n } } }\n';
    expectProblems(
      `${circuits}globalReach: { g: { circuits: [a, §c], prefix: 10.0.0.0/29 } }`,
      /^There is no circuit "c"/,
    );
    expectProblems(
      `${circuits}globalReach: { g: { §circuits: [a, a], prefix: 10.0.0.0/29 } }`,
      /with itself/,
    );
    expectProblems(`${circuits}globalReach: { g: { circuits: [a, b], prefix: §10.0.0.0/28 } }`, /is no \/29/);
    expectProblems(
      `${circuits}globalReach: { g: { circuits: [a, b], prefix: 10.0.0.0/29 }, h: { §circuits: [b, a], prefix: 10.0.1.0/29 } }`,
      /^"g" joins these two circuits already/,
    );
  });

  test('a Route Server lives in its subnet', () => {
    expectProblems(
      `${vnet('w: 10.0.0.0/24')}routeServers: { r: { vnet: v, instances: [§10.0.0.4] } }`,
      /not in the RouteServerSubnet/,
    );
    expectProblems(
      `${vnet('RouteServerSubnet: 10.0.0.0/27')}routeServers: { r: { vnet: v, instances: [10.0.0.4], asn: §65001 } }`,
      /has AS 65515/,
    );
    expectProblems(
      `${vnet('RouteServerSubnet: 10.0.0.0/27')}routeServers: { r: { vnet: v, instances: [10.0.0.4] }, s: { vnet: §v, instances: [10.0.0.5] } }`,
      /has a Route Server already/,
    );
  });

  test('a tunnel has a circuit below it that exists', () => {
    expectProblems(
      `${vnet('GatewaySubnet: 10.0.255.0/27')}gateways: { g: { type: vpn, vnet: v, instances: [10.0.255.4] } }
routers: { r: { interfaces: { t: {} } } }
connections: { c: { ends: [g, r:t], underlay: §er9 } }`,
      /^There is no circuit "er9"/,
    );
  });
});

describe('edits', () => {
  const document =
    documentOf(`${vnet('w: { prefix: 10.0.0.0/24, routeTable: t, nsg: n }')}routeTables: { t: {} }
nsgs: { n: {} }
hosts: { h: { vnet: v, address: 10.0.0.4, nsg: n } }`);

  test('a route table and an NSG go without their subnets and NICs', () => {
    const { vnets, hosts } = edited(document, 'remove t', 'remove n').topology;
    expect(vnets['v']?.subnets['w']).toMatchObject({ routeTable: null, nsg: null });
    expect(hosts['h']?.nsg).toBeNull();
  });

  test('routes and rules are set one by one', () => {
    const { routeTables, nsgs } = edited(
      document,
      'set t routes a { prefix: 10.9.0.0/16, via: None }',
      'set t routes a via Internet',
      'set n rules r { priority: 100, direction: inbound, action: deny, ports: 80 }',
      'set n rules r action allow',
    ).topology;
    expect(routeTables['t']?.routes['a']?.via).toEqual({ kind: 'Internet' });
    expect(nsgs['n']?.rules['r']).toMatchObject({ action: 'allow', ports: [[80, 80]] });
  });
});

describe('names', () => {
  test('of peerings and connections are no names of interfaces that Azure has itself', () => {
    const two = `vnets: { a: { addressSpace: [10.0.0.0/24] }, b: { addressSpace: [10.1.0.0/24], subnets: { GatewaySubnet: 10.1.0.0/27 } } }
gateways: { g: { type: vpn, vnet: b, instances: [10.1.0.4] } }
routers: { r: { interfaces: { t: 192.0.2.1/32 } } }
`;
    expectProblems(
      `${two}peerings: { §fabric: { ends: { a: {}, b: {} } } }`,
      '"fabric" is what the own interface of every VNet is called (give the peering another name)',
    );
    expectProblems(
      `${two}connections: { §vnet: { ends: [g, r:t], bgp: false } }`,
      '"vnet" is what the own interface of every gateway is called (give the connection another name)',
    );
  });
});
