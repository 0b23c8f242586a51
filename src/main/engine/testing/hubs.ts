/** Azure networks for tests: a hub with both gateways, an appliance and two circuits; and a virtual hub. */

/**
 * A hub with an ExpressRoute and a VPN gateway; `branch` by VPN; two sites, each with a circuit of its own to the
 * hub; an appliance `nva` in the hub that knows of a network behind it.
 */
export function hubWithBranches(more = '', active = true): string {
  return `
vnets:
  hub:
    addressSpace: [10.0.0.0/16]
    subnets: { nva: 10.0.0.0/24, GatewaySubnet: 10.0.255.0/27, RouteServerSubnet: 10.0.254.0/27 }
    advertise: [10.0.0.0/24]
  branch: { addressSpace: [10.4.0.0/16], subnets: { w: 10.4.0.0/24, GatewaySubnet: 10.4.255.0/27 } }
gateways:
  er: { type: expressroute, vnet: hub, instances: [10.0.255.4] }
  vpn: { type: vpn, vnet: hub, instances: [10.0.255.5, 10.0.255.6], activeActive: ${active} }
  bvpn: { type: vpn, vnet: branch, asn: 65004, instances: [10.4.255.4] }
circuits:
  c1:
    bandwidth: 100 Mbit/s
    primary: { msee: m1, customer: ce1:wan, peering: 192.168.1.0/30 }
    connections: { c1-hub: { gateway: er, primary: 10.0.255.10 } }
  c2:
    bandwidth: 50 Mbit/s
    primary: { msee: m2, customer: ce2:wan, peering: 192.168.2.0/30 }
    connections: { c2-hub: { gateway: er, primary: 10.0.255.11 } }
connections:
  hub-branch: { ends: [vpn, bvpn] }
routers:
  ce1:
    interfaces: { wan: 192.168.1.1/30, lan: { address: 10.101.0.1/24, lan: lan1 } }
    bgp: { asn: 65101, networks: [10.101.0.0/24], neighbors: { 192.168.1.2: { asn: 12076 } } }
  ce2:
    interfaces: { wan: 192.168.2.1/30, lan: { address: 10.102.0.1/24, lan: lan2 } }
    bgp: { asn: 65102, networks: [10.102.0.0/24], neighbors: { 192.168.2.2: { asn: 12076 } } }
  nva:
    interfaces: { eth0: { vnet: hub, address: 10.0.0.4/24 }, behind: 10.200.0.1/24 }
    bgp:
      asn: 65200
      networks: [10.200.0.0/24]
      neighbors: { 10.0.254.4: { asn: 65515, multihop: true }, 10.0.254.5: { asn: 65515, multihop: true } }
lans: { lan1: {}, lan2: {} }
hosts:
  hub-vm: { vnet: hub, address: 10.0.0.10 }
  branch-vm: { vnet: branch, address: 10.4.0.10 }
  pc1: { lan: lan1, address: 10.101.0.10 }
  pc2: { lan: lan2, address: 10.102.0.10 }
${more}`;
}

/** The section to put behind `hubWithBranches`. */
export function routeServer(branchToBranch: boolean): string {
  return `routeServers: { rs: { vnet: hub, instances: [10.0.254.4, 10.0.254.5], branchToBranch: ${branchToBranch} } }`;
}

export function virtualHub(): string {
  return `
vnets:
  a: { addressSpace: [10.1.0.0/16], subnets: { w: 10.1.0.0/24 } }
  b: { addressSpace: [10.2.0.0/16], subnets: { w: 10.2.0.0/24 } }
  branch: { addressSpace: [10.4.0.0/16], subnets: { w: 10.4.0.0/24, GatewaySubnet: 10.4.255.0/27 } }
virtualHubs: { vhub: { prefix: 10.0.0.0/23, vnets: [a, b] } }
gateways:
  er: { type: expressroute, vnet: vhub, instances: [10.0.0.4] }
  vpn: { type: vpn, vnet: vhub, instances: [10.0.0.5, 10.0.0.6], activeActive: true }
  bvpn: { type: vpn, vnet: branch, asn: 65004, instances: [10.4.255.4] }
circuits:
  c: { primary: { msee: m, customer: ce:wan, peering: 192.168.1.0/30 }, connections: { c-hub: { gateway: er, primary: 10.0.0.10 } } }
connections: { hub-branch: { ends: [vpn, bvpn] } }
routers:
  ce:
    interfaces: { wan: 192.168.1.1/30, lan: { address: 10.100.0.1/24, lan: lan } }
    bgp: { asn: 65100, networks: [10.100.0.0/24], neighbors: { 192.168.1.2: { asn: 12076 } } }
lans: { lan: {} }
hosts:
  vm-a: { vnet: a, address: 10.1.0.10 }
  vm-b: { vnet: b, address: 10.2.0.10 }
  vm-c: { vnet: branch, address: 10.4.0.10 }
  pc: { lan: lan, address: 10.100.0.10 }
`;
}
