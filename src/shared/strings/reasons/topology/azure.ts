/** What does not fit between Azure's elements of a topology, by Azure's rules. */

export const vnetProblems = {
  subnetOutside: (prefix: string, vnet: string) =>
    `Subnet ${prefix} is not in the address space of "${vnet}"`,
  prefixOutside: (prefix: string, vnet: string) => `${prefix} is not in the address space of "${vnet}"`,
  thatIs: (prefixes: readonly string[]) => `that is ${prefixes.join(', ')}`,
  ownOnly: 'a VNet announces its own prefixes only',
  overlaps: (prefix: string, other: string) => `${prefix} overlaps ${other}`,
  noOverlap: 'prefixes of one VNet must not overlap',
  inNoSubnet: (address: string, vnet: string) => `${address} is in no subnet of VNet "${vnet}"`,
  itsSubnets: (subnets: readonly string[]) => `its subnets are ${subnets.join(', ')}`,
  addSubnets: (vnet: string) => `add subnets to "${vnet}"`,
  inGatewaySubnet: (address: string, vnet: string) => `${address} is in the GatewaySubnet of "${vnet}"`,
  onlyGateways: 'only gateways live there',
  kept: (address: string) => `Azure keeps ${address} for itself`,
  firstFree: (address: string) => `the first free address of the subnet is ${address}`,
  notInSubnet: (address: string, subnet: string, vnet: string) =>
    `${address} is not in the ${subnet} of "${vnet}"`,
  addSubnet: (subnet: string, vnet: string) => `add a subnet ${subnet} to "${vnet}"`,
  sameType: (vnet: string, gateway: string) =>
    `VNet "${vnet}" has a gateway of this type already, "${gateway}"`,
  oneOfEach: 'a VNet has one VPN gateway and one ExpressRoute gateway at most',
  onlyVpn: 'Only VPN gateways are active-active',
  bothPaths: 'ExpressRoute gateways always use both paths',
  instances: (name: string, count: number) => `"${name}" has ${count} instances`,
  writeTwo: 'active-active means two: write both addresses',
  ownInterface: (name: string) => `"${name}" is what the own interface of every VNet is called`,
  renamePeering: 'give the peering another name',
  joined: (peering: string) => `"${peering}" joins these two VNets already`,
  removePeering: 'remove one of the peerings',
  spacesOverlap: (prefix: string, vnet: string, other: string, otherVNet: string) =>
    `${prefix} of "${vnet}" overlaps ${other} of "${otherVNet}"`,
  refused: 'Azure refuses to peer VNets whose address spaces overlap',
  noTransit: (vnet: string) => `"${vnet}" does not allow gateway transit`,
  allowTransit: (vnet: string) => `add allowGatewayTransit: true to the end "${vnet}"`,
  ownGateway: (vnet: string, gateway: string) => `"${vnet}" has a gateway of its own, "${gateway}"`,
  notBoth: 'a VNet uses remote gateways or its own, not both',
  borrowed: (vnet: string, peering: string) =>
    `"${vnet}" uses the gateways of another VNet already, by "${peering}"`,
  onePeering: 'at most one peering may use remote gateways',
  noGateway: (vnet: string) => `"${vnet}" has no gateway to use`,
  addGateway: (vnet: string) => `add a gateway to "${vnet}"`,
};

export const routeTableProblems = {
  notVm: 'Only a VM forwards for others',
  useRouter: 'use a router outside of a VNet',
  samePrefix: (route: string, prefix: string) => `"${route}" is a route to ${prefix} already`,
  oneForEach: 'a route table has one route for each prefix',
  noNsg: 'The GatewaySubnet takes no NSG',
  wouldStop: 'gateways in it would stop working',
  noPropagation: (table: string) => `"${table}" has disableBgpRoutePropagation on`,
  needsLearned: 'a gateway does not work without the routes it learned',
  hasDefault: (table: string, route: string) => `"${table}" has the default route "${route}"`,
  noDefault: 'Azure takes no user-defined 0.0.0.0/0 on a GatewaySubnet',
  unused: (route: string, table: string, why: string) => `Route "${route}" of "${table}" is not used: ${why}`,
  noAppliance: (address: string, route: string) =>
    `Nobody who forwards has the address ${address} of route "${route}"`,
  giveAppliance: 'give it to a router in a VNet, or to a VM with ipForwarding: true',
  onlyNics: 'Only NICs in a VNet have an NSG',
  removeOrVNet: 'remove it, or add vnet',
  priorityTaken: (rule: string, priority: number, direction: string) =>
    `"${rule}" has priority ${priority} ${direction} already`,
  uniquePriorities: 'priorities of one direction are unique in an NSG',
  noAddress: (nic: string) => `NIC "${nic}" has no address`,
  giveAddress: 'give it one of a subnet of the VNet',
  otherLength: (address: string, prefix: string) => `The subnet of ${address} is ${prefix}`,
  noMulticast: (name: string) => `OSPF finds no neighbours by "${name}"`,
  useBgp: 'Azure carries no multicast: use BGP',
};

export const circuitProblems = {
  noPeering: (side: 'primary' | 'secondary', name: string) =>
    `The ${side} path of "${name}" has a customer but no peering subnet`,
  addPeering: 'add peering: A.B.C.D/30',
  badPeering: (prefix: string) => `${prefix} is no private peering subnet`,
  use30: 'use a /30',
  noAddress: (label: string) => `${label} has no address`,
  giveFirst: (wanted: string) => `give it ${wanted}, the first of the peering subnet`,
  otherAddress: (label: string, address: string, wanted: string) => `${label} has ${address}, not ${wanted}`,
  firstUsable: 'the customer has the first usable address of the peering subnet, the MSEE the second',
  connected: (other: string, circuit: string, gateway: string) =>
    `"${other}" connects "${circuit}" to "${gateway}" already`,
  removeOne: 'remove one of the two',
  isVpn: (gateway: string) => `"${gateway}" is a VPN gateway`,
  toExpressRoute: 'a circuit connects to an ExpressRoute gateway',
  noSecondary: (name: string) => `"${name}" has no secondary path`,
  addSecondary: (name: string) => `remove it, or add secondary: { msee: ... } to "${name}"`,
};

export const tunnelProblems = {
  ownInterface: (name: string) => `"${name}" is what the own interface of every gateway is called`,
  rename: 'give the connection another name',
  noTunnel: (name: string) => `"${name}" is a router: its tunnel interface is missing`,
  isExpressRoute: (name: string) => `"${name}" is an ExpressRoute gateway`,
  endsAt: 'a connection ends at a VPN gateway or a router',
  isGateway: (name: string) => `"${name}" is a gateway and has no interface to name`,
  withItself: (name: string, node: string) => `"${name}" connects "${node}" with itself`,
  twoNodes: 'name two nodes',
  noSecond: 'Only a router opposite an active-active gateway has a second tunnel interface',
  removeOrActive: 'remove it, or set activeActive: true at the gateway',
  oneTunnel: (node: string, far: string) => `"${node}" has a tunnel to one instance of "${far}" only`,
  addSecond: 'add second: the interface of the tunnel to the other instance',
};

export const transitProblems = {
  serverTaken: (vnet: string, server: string) => `"${vnet}" has a Route Server already, "${server}"`,
  oneServer: 'a VNet has one',
  withItself: (name: string, circuit: string) => `"${name}" joins "${circuit}" with itself`,
  twoCircuits: 'name two circuits',
  joined: (other: string) => `"${other}" joins these two circuits already`,
  removeOne: 'remove one of the two',
  no29: (prefix: string) => `${prefix} is no /29`,
  take29: 'Global Reach takes a /29: a /30 for each path',
  serverAs: (asn: number) => `A Route Server has AS ${asn}`,
  removeAsn: 'remove asn',
  otherAs: (gateway: string, asn: number) => `"${gateway}" has AS ${asn} and takes no part`,
  needsAs: (asn: number) => `branch-to-branch needs AS ${asn} at the VPN gateway`,
  notActive: (gateway: string) => `"${gateway}" is not active-active`,
  needsActive: 'Azure asks for that where a Route Server exchanges routes with a VPN gateway',
};
