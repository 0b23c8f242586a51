/** What happens to a packet at each node, and why an answer does not come. */

type CircuitSide = 'primary' | 'secondary';
type Direction = 'inbound' | 'outbound';

const answers = (name: string, from: string): string => `${name} answers from ${from}, but`;

export const walkReasons = {
  arrived: (address: string, name: string) => `${address} is an address of ${name}: the packet has arrived.`,
  ttl: (name: string) => `TTL runs out at ${name}.`,
  noRoute: (name: string, address: string) => `${name} has no route to ${address}.`,
  down: (name: string) => `${name} is shut down.`,
  discarded: (name: string, route: string) => `${name} drops the packet in silence: ${route}.`,
  internet: (name: string, route: string, address: string) =>
    `${name} sends the packet to the Internet (${route}), where ${address} is lost in silence.`,
  noNeighbor: (name: string, address: string) => `Nobody answers for ${address} beside ${name}.`,
  allBeside: (name: string, address: string) =>
    `${address} is everybody beside ${name}: hosts do not answer probes to all of them.`,
  allOfSubnet: (name: string, address: string) =>
    `${address} is everybody in a subnet of ${name}: routers pass no directed broadcasts on.`,
  reversePath: (name: string, source: string) =>
    `${name} lets no packet from ${source} in: none of its routes covers that address.`,
  forwardedTraffic: (name: string, source: string) =>
    `${name} takes over this peering only what the other VNet's own addresses send: ${source} is none of them, and allowForwardedTraffic is off.`,
  denied: (name: string, rule: string, inward: boolean) =>
    `${rule} stops the packet on its way ${inward ? 'into' : 'out of'} ${name}.`,
  loop: (name: string) => `The packet goes round in circles at ${name}.`,
  host: (name: string) => `${name} is a host and forwards nothing for others.`,
  nic: (name: string) =>
    `${name} is a host and forwards nothing for others: IP forwarding of its NIC is off.`,
  rule: (rule: string, priority: number, direction: Direction, nsg: string) =>
    `Rule ${rule} (priority ${priority}, ${direction}) of NSG ${nsg}`,
  someRule: 'A security rule',

  forwards: (
    name: string,
    next: string,
    side: CircuitSide | null,
    route: string,
    shared: string,
    ttl: string,
  ) =>
    `${name} hands it to ${next}${side === null ? '' : ` over the ${side} path`} (${route}${shared}${ttl}).`,
  route: (prefix: string, why: string) => `route ${prefix}, ${why}`,
  withoutRoute: 'no route',
  shared: (count: number) => `; one of ${count} equal next hops, taken by the flow's hash`,
  fabric: '; the fabric is no hop',
  tunnel: '; inside the tunnel, so no TTL is spent',
};

export const silenceReasons = {
  noAddress: (name: string) => `${name} has no address to answer from.`,
  setSilent: (name: string) => `${name} is set not to answer probes.`,
  tooLate: (name: string, ms: number) => `${name} answers, but later than the ${ms} ms the probe waits.`,

  answerReversePath: (name: string, from: string, at: string) =>
    `${answers(name, from)} ${at} lets no packet from that address in: nobody announced a route that covers it there.`,
  answerNoNeighbor: (name: string, from: string, at: string) =>
    `${answers(name, from)} nobody answers for the next hop beside ${at}.`,
  answerInternet: (name: string, from: string, at: string, to: string, prefix: string) =>
    `${answers(name, from)} ${at} has only ${prefix} for ${to}, and the answer is lost in the Internet.`,
  answerDiscarded: (name: string, from: string, at: string, to: string, why: string) =>
    `${answers(name, from)} ${at} drops what is bound for ${to}: ${why}.`,
  answerDenied: (name: string, from: string, at: string, rule: string) =>
    `${answers(name, from)} ${rule.slice(0, 1).toLowerCase()}${rule.slice(1)} stops the answer at ${at}.`,
  answerForwarded: (name: string, from: string, at: string) =>
    `${answers(name, from)} ${at} takes over the peering only what the other VNet's own addresses send (allowForwardedTraffic is off).`,
  answerNoRoute: (name: string, from: string, at: string, to: string) =>
    `${answers(name, from)} ${at} has no route to ${to}.`,
  answerNotForwarded: (name: string, from: string, why: string) => `${answers(name, from)} ${why}`,
  answerTtl: (name: string, from: string, ttl: number, at: string) =>
    `${answers(name, from)} with TTL ${ttl}, which runs out at ${at} before the answer is back.`,
  answerLoop: (name: string, from: string, at: string) =>
    `${answers(name, from)} the answer goes round in circles at ${at}.`,

  probeInternet: (at: string, to: string, prefix: string) =>
    `The probe leaves ${at} by its route ${prefix} for the Internet, where ${to} is lost in silence.`,
  probeDiscarded: (at: string, why: string) => `${at} drops the probe in silence: ${why}.`,
  nothingLeads: 'no route leads there',
  probeReversePath: (at: string, source: string) =>
    `${at} lets no packet from ${source} in: none of its routes covers it.`,
  probeAllBeside: (at: string, to: string) =>
    `${to} is the address of all hosts beside ${at}, and hosts do not answer a probe to all of them.`,
  probeAllOfSubnet: (at: string, to: string) =>
    `${to} is the address of a whole subnet, and ${at} passes no directed broadcasts on.`,
  probeNoNeighbor: (at: string, to: string) =>
    `Nobody has the address ${to} beside ${at}, and ${at} drops the probe in silence.`,
  probeNoNextHop: (at: string, to: string, prefix: string, nextHop: string) =>
    `${at} sends ${to} to ${nextHop} (route ${prefix}), an address that nobody has there, and drops the probe in silence.`,
  probeNoRoute: (at: string, to: string) => `${at} has no route to ${to} and drops the probe in silence.`,
  probeNotForwarded: (at: string) => `${at} forwards nothing.`,
  probeForwarded: (at: string, source: string) =>
    `${at} takes over the peering only what the other VNet's own addresses send: ${source} is none of them, and allowForwardedTraffic is off.`,
  probeDenied: (at: string, rule: string, inward: boolean) =>
    `${rule} stops the probe on its way ${inward ? 'into' : 'out of'} ${at}.`,
  probeLoop: (at: string) => `The probe goes round in circles at ${at}.`,

  hopAnswers: (ttl: number, address: string, node: string) =>
    `Hop ${ttl} answers from ${address}: it is ${node}.`,
  noChange: 'No single change that was tried on this network makes it answer.',
  hopSilent: (ttl: number) => `hop ${ttl} is silent`,
  hopsSilent: (first: number, last: number) => `hops ${first} to ${last} are silent`,
  noAnswer: 'no answer',
  keptAway: (barrier: string) => `What keeps the route away: ${barrier}`,
};
