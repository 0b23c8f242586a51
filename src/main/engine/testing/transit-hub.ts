/** A small Azure network for tests: a hub with an appliance, two spokes that reach each other by it, and a site. */

export interface TransitHub {
  /** Elements and properties to put in, by the place they are for. */
  readonly gateways?: string;
  readonly circuits?: string;
  readonly connections?: string;
  readonly gatewaySubnet?: string;
  readonly routes?: string;
  /** Route tables besides by-nva. */
  readonly tables?: string;
  readonly nsgs?: string;
  readonly spokeA?: string;
  readonly spokeB?: string;
  readonly vmA?: string;
  readonly vmB?: string;
  /** The end of each spoke in its peering with the hub. */
  readonly spokeEnd?: string;
  readonly appliance?: string;
  readonly more?: string;
}

export function transitHub(parts: TransitHub = {}): string {
  const {
    gateways = '{ vpn: { type: vpn, vnet: hub, instances: [10.0.255.4], asn: 65515 } }',
    circuits = '{}',
    connections = '{ site: { ends: [vpn, ce:tunnel] } }',
    gatewaySubnet = '10.0.255.0/27',
    routes = '{ spokes: { prefix: 10.0.0.0/8, via: 10.0.0.4 } }',
    tables = '',
    nsgs = '{}',
    spokeA = '{ prefix: 10.1.0.0/24, routeTable: by-nva }',
    spokeB = '{ prefix: 10.2.0.0/24, routeTable: by-nva }',
    vmA = '',
    vmB = '',
    spokeEnd = '{ useRemoteGateways: true, allowForwardedTraffic: true }',
    appliance = 'nva: { vnet: hub, address: 10.0.0.4, ipForwarding: true }',
    more = '',
  } = parts;
  return `
vnets:
  hub: { addressSpace: [10.0.0.0/16], subnets: { nva: 10.0.0.0/24, GatewaySubnet: ${gatewaySubnet} } }
  a: { addressSpace: [10.1.0.0/16], subnets: { w: ${spokeA} } }
  b: { addressSpace: [10.2.0.0/16], subnets: { w: ${spokeB} } }
routeTables:
  by-nva: { routes: ${routes} }
  ${tables}
nsgs: ${nsgs}
peerings:
  hub-a: { ends: { hub: { allowGatewayTransit: true }, a: ${spokeEnd} } }
  hub-b: { ends: { hub: { allowGatewayTransit: true }, b: ${spokeEnd} } }
gateways: ${gateways}
circuits: ${circuits}
connections: ${connections}
routers:
  ce:
    interfaces: { tunnel: 192.168.9.1/32, wan: 192.168.0.1/30, lan: { address: 10.100.0.1/24, lan: lan } }
    static: [{ prefix: 10.0.255.4/32, via: tunnel }]
    bgp:
      asn: 65100
      networks: [10.100.0.0/24]
      neighbors: { 10.0.255.4: { asn: 65515, multihop: true }, 192.168.0.2: { asn: 12076 } }
lans: { lan: {} }
hosts:
  vm-a: { vnet: a, address: 10.1.0.10 ${vmA} }
  vm-b: { vnet: b, address: 10.2.0.10 ${vmB} }
  pc: { lan: lan, address: 10.100.0.10 }
  ${appliance}
${more}`;
}
