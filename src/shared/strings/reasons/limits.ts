/** Limits of Azure that are met, designs that work otherwise than one may think, and what would mend them. */

type Side = 'spoke' | 'er' | 'vpn';

export const limitReasons = {
  circuitsOfLocation: (count: number, place: string, gateway: string, most: number) =>
    `${count} circuits from ${place} end at ${gateway}; from one peering location ${most} may.`,
  otherLocation: 'Take circuits from another peering location.',
  circuitsOfGateway: (count: number, gateway: string, sizes: readonly number[]) =>
    `${count} circuits end at ${gateway}; by its size a gateway takes ${sizes.join(', ')}.`,
  secondVnet: 'No gateway takes so many: use a second VNet.',
  gatewaySize: (size: string) => `The gateway must be ${size}.`,
  vnetsOfCircuit: (count: number, circuit: string, most: number) =>
    `${count} VNets are connected to ${circuit}; a standard circuit takes ${most}.`,
  premium: 'The circuit must be premium.',
  prefixesOfPeering: (msee: string, heard: number, standard: number, premium: number) =>
    `${msee} hears ${heard} prefixes from its customer; private peering takes ${standard} on a standard circuit and ${premium} on a premium one, and goes down beyond.`,
  premiumOrSummarise: 'Make the circuit premium, or summarise what is announced to it.',
  summarise: 'Summarise what is announced to it.',
  prefixesToCircuit: (gateway: string, announced: number, most: number) =>
    `${gateway} announces ${announced} prefixes to its circuits; beyond ${most} IPv4 prefixes an ExpressRoute connection goes down.`,
  fewerSpaces: 'Advertise fewer and larger address spaces.',
  gatewaySubnet: (vnet: string, prefix: string) =>
    `The GatewaySubnet of ${vnet} is ${prefix}: too small for an ExpressRoute gateway, or for two gateways.`,
  largerSubnet: (length: number) => `Make it a /${length} or larger.`,
  overlap: (prefix: string, owner: string, other: string, otherOwner: string) =>
    `${prefix} of ${owner} overlaps ${other} of ${otherOwner}: what is joined to both reaches only one of them.`,
  anotherSpace: 'Give one of them another address space.',

  unusedRoute: (route: string, table: string, prefix: string, vnet: string, why: string) =>
    `Route ${route} of ${table} (${prefix}) is Invalid in ${vnet}: ${why}.`,
  nameAppliance: 'Name an appliance as the next hop, or take the route out.',
  /** `asn` is null where that is right. */
  branchToBranch: (server: string, gateway: string, activeActive: boolean, asn: number | null) =>
    `Route Server ${server} exchanges routes between branches, but ${gateway} ${[
      ...(activeActive ? [] : ['is not active-active']),
      ...(asn === null ? [] : [`has AS ${asn}`]),
    ].join(' and ')}.`,
  makeActiveActive: (gateway: string, asn: number) => `Make ${gateway} active-active, with AS ${asn}.`,

  preference: (site: string, there: string, back: string) =>
    `Between Azure and ${site} there are ExpressRoute and VPN: Azure sends by ${there}, ${site} answers by ${back}.`,
  announceToCircuit: (site: string) =>
    `Announce to the circuit what ${site} announces by VPN, in prefixes of the same length.`,
  preferByEdit: (edit: string) =>
    `Give what is heard over ExpressRoute the higher local preference: ${edit}; and see that both announce prefixes of the same length.`,
  preferBeside:
    'Give what is heard over ExpressRoute the higher local preference there and at every router beside it; and see that both announce prefixes of the same length.',

  side: (kind: Side, name: string) =>
    kind === 'spoke'
      ? `spoke ${name}`
      : `what ${kind === 'er' ? 'ExpressRoute' : 'VPN'} connection ${name} leads to`,
  noTransit: (first: string, second: string, hub: string, why: string) =>
    `${first.slice(0, 1).toUpperCase()}${first.slice(1)} and ${second} are joined to ${hub}, which gives no transit between them${why}`,
  notTransitive: ': peering is not transitive.',
  gatewaysApart: ': an ExpressRoute gateway and a VPN gateway do not tell each other what they learned.',
  circuitsApart: ': an ExpressRoute gateway passes nothing on from circuit to circuit.',
  connectionsApart: ': routes of one connection are not known at the other.',
  asPeeringIsSet: ' as the peering is set.',
  peerOrAppliance: 'Peer the two VNets, or send by an appliance in the hub with user-defined routes at both.',
  routeServer:
    'Add a Route Server with branch-to-branch (the VPN gateway active-active, AS 65515), or use a Virtual WAN hub.',
  bgpOnBoth: 'Use BGP on both connections.',
  setTransit: 'Set allowGatewayTransit at the hub and useRemoteGateways at the spoke.',
  peer: (one: string, other: string) => `Peer ${one} and ${other}.`,
  globalReach: 'Join the circuits by ExpressRoute Global Reach.',
  connectAsWell: (vnet: string, connection: string) =>
    `Connect the ExpressRoute gateway of ${vnet} to the circuit of ${connection} as well (Global Reach joins sites, not VNets).`,
};
