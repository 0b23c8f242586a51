/** What does not fit between the elements of a topology: references, wires, addresses, routing. */

export const referenceProblems = {
  or: (kinds: readonly string[]) => kinds.join(' or '),
  isNot: (name: string, kind: string, wanted: string) => `"${name}" is ${kind}, not ${wanted}`,
  /** `wanted` as `or` gives it, each with its article. */
  none: (wanted: string, name: string) =>
    `There is no ${wanted.replace(/^an? /, '').replace(' or a ', ' or ')} "${name}"`,
  noInterface: (node: string, name: string) => `"${node}" has no interface "${name}"`,
  addInterface: (node: string) => `add it under interfaces of ${node}`,
  missing: (router: string, what: 'prefix list' | 'route map', wanted: string) =>
    `"${router}" has no ${what} "${wanted}"`,
  writeUnder: (section: string, router: string) => `write it under ${section} of ${router}`,
};

export const addressProblems = {
  /** What an address is that is none of a host. */
  special: {
    thisNetwork: 'an address of "this network"',
    loopback: 'a loopback address',
    multicast: 'a multicast group',
    broadcast: 'the broadcast address',
    reserved: 'a reserved address',
  },
  isSpecial: (address: string, what: string) => `${address} is ${what}, and an interface has one of a host`,
  another: 'choose another',
  inTwoPlaces: (address: string, holder: string) => `${address} is the address of "${holder}" too`,
  whereRoutesLead: 'a probe to it goes where routes lead, whichever was named',
  belongs: (address: string, holder: string) => `${address} belongs to "${holder}" already`,
  uniqueIn: (where: string) => `addresses are unique in ${where}`,
  notIn: (address: string, label: string, prefix: string) => `${address} of "${label}" is not in ${prefix}`,
  prefixOfLan: (lan: string) => `that is the prefix of LAN "${lan}"`,
  otherSubnets: (link: string) => `The ends of link "${link}" are in different subnets`,
  subnets: (near: string, nearPrefix: string, far: string, farPrefix: string) =>
    `"${near}" is in ${nearPrefix}, "${far}" in ${farPrefix}`,
  overlaps: (inner: string, innerOf: string, outer: string, outerOf: string) =>
    `${inner} of "${innerOf}" overlaps ${outer} of "${outerOf}"`,
  noOverlap: 'the networks of one router must not overlap',
  firstOrLast: (address: string, isFirst: boolean, prefix: string) =>
    `${address} is the ${isFirst ? 'network' : 'broadcast'} address of ${prefix}`,
  between: (first: string, last: string) => `use an address between ${first} and ${last}`,
};

export const hostProblems = {
  manyPlaces: (name: string) => `"${name}" is in more than one place`,
  onePlace: 'a host has one interface: in a VNet, on a LAN or at the end of a link',
  noPlace: (name: string) => `"${name}" is connected to nothing`,
  givePlace: 'give it a vnet or a lan, or let a link end at it',
  lengthAssumed: (name: string) => `Nothing tells the prefix length of "${name}"; /32 is assumed`,
  giveLength: (address: string) => `write ${address}/24, or give its LAN a prefix`,
  noGatewayInVNet: 'A host in a VNet has no gateway of its own',
  vnetRoutes: 'remove it: the VNet routes for it',
  noRouterInSubnet: (name: string, prefix: string) => `No router beside "${name}" is in its subnet ${prefix}`,
  lost: 'what it sends elsewhere is lost',
  manyGateways: (name: string, count: number) => `"${name}" could use ${count} gateways`,
  addGateway: (choices: readonly string[]) => `add gateway: one of ${choices.join(', ')}`,
  ownGateway: (name: string) => `"${name}" is its own gateway`,
  writeRouter: 'write the address of a router',
  gatewayElsewhere: (address: string, name: string) =>
    `The gateway ${address} is not in the subnet of "${name}"`,
  reachesOwn: (name: string) => `"${name}" reaches only its own subnet directly`,
  noRouterAt: (name: string, address: string) => `No router beside "${name}" has the address ${address}`,
};

export const wireProblems = {
  /** What an interface is plugged into. */
  holders: {
    vnet: (name: string) => `VNet "${name}"`,
    lan: (name: string) => `LAN "${name}"`,
    link: (name: string) => `link "${name}"`,
    circuit: (name: string) => `circuit "${name}"`,
    connection: (name: string) => `connection "${name}"`,
  },
  plugged: (end: string, holder: string) => `${end} is plugged into ${holder} already`,
  oneHolder: 'an interface belongs to one link, LAN, circuit or connection',
  hostInterface: (host: string, name: string) => `"${host}" is a host and has one interface, ${name}`,
  write: (text: string) => `write ${text}`,
};

export const sizeProblems = {
  nodes: (count: number, most: number) => `The topology has ${count} nodes; ${most} are allowed`,
  links: (count: number, most: number) => `The topology has ${count} links; ${most} are allowed`,
  interfaces: (name: string, count: number, most: number) =>
    `"${name}" has ${count} interfaces; ${most} are allowed`,
  interfaceName: (name: string) => `"${name}" cannot be an interface name`,
  letters: (most: number) => `use letters, digits and . / - _ :, at most ${most}`,
  hasMeaning: (name: string) => `"${name}" has a meaning in static routes and cannot be an interface`,
};

export const vrfProblems = {
  twice: (name: string) => `"${name}" stands here twice`,
  inVrf: (name: string, router: string, vrf: string) =>
    `Interface "${name}" of "${router}" is in VRF "${vrf}" already`,
  oneVrf: 'an interface belongs to one VRF',
  badName: (name: string) => `"${name}" cannot be the name of a VRF`,
  letters: 'use letters, digits, dot, hyphen and underscore, at most 15',
  isDefault: 'The default VRF is the router itself',
  outside: 'write its settings outside vrfs',
};

export const routingProblems = {
  ownAddress: (address: string, name: string) => `${address} is an address of "${name}" itself`,
  trackAnother: 'track the address of another node',
  nextRouter: 'write the address of the next router',
  anotherRouter: 'a neighbor is another router',
  nobody: (address: string) => `Nothing has the address ${address}: this BGP session stays down`,
  checkAddress: 'check the address of the neighbor',
  noBgp: (name: string, address: string) => `"${name}" (${address}) runs no BGP: this session stays down`,
  giveBgp: (name: string) => `give "${name}" bgp: { ... }`,
  otherAs: (name: string, address: string, asn: number) =>
    `"${name}" (${address}) is in AS ${asn}: this session stays down`,
  writeAs: (asn: number) => `write asn: ${asn}`,
  idle: (key: string, isExternal: boolean) =>
    `${key} does nothing here: the neighbor is in ${isExternal ? 'another AS' : 'the same AS'}`,
  remove: (key: string) => `remove ${key}`,
  besideMap: (key: string) => `${key} stands beside a route map`,
  setInMap: (map: string) => `set it in an entry of routeMaps ${map}`,
  allCommunities: 'communities replaces all of them: there is nothing to add or remove',
  oneOfCommunities:
    'write all that should be there under communities, or only addCommunities and removeCommunities',
  deniedUnchanged: 'What an entry denies is not changed by it',
  permitOrRemove: 'write action: permit, or remove set',
};

export const ospfProblems = {
  backboneStub: 'The backbone cannot be a stub area',
  onlyOthers: 'only areas other than 0 can',
  noInterface: (name: string, area: string) => `"${name}" has no interface in area ${area}`,
  putOne: 'put one there with ospfArea, or leave the area out',
  otherAreas: (here: string, area: string, there: string, otherArea: string) =>
    `"${here}" is in OSPF area ${area}, "${there}" beside it in ${otherArea}: they do not become neighbours`,
  sameArea: 'name the same ospfArea on both',
  stubOnOne: (stub: string, area: string, other: string) =>
    `"${stub}" takes area ${area} for a stub, "${other}" does not: they do not become neighbours`,
  stubOnBoth: 'write type: stub for this area under ospf of both, or of neither',
  brokenBackbone: (first: string, other: string) =>
    `The OSPF backbone is not in one piece: between "${first}" and "${other}" lie other areas, and routes between areas do not pass through them`,
  joinPieces: 'join the pieces by a link in area 0 (virtual links are not modelled)',
  noBorder: (area: string, router: string) =>
    `OSPF area ${area} at "${router}" has no border router in the backbone: no routes pass between it and other areas`,
  intoBackbone: 'put an interface of one of its routers into area 0',
};
