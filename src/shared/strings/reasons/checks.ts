/** What the checks find, and what they leave out. */

export const checkReasons = {
  oneMember: 'Of equal-cost paths only the one that the flow takes is followed.',
  hostsLeftOut: (count: number) => `Beyond the limit, ${count} more hosts were left out.`,

  notCompared: (pairs: number) => `Pairs that do not reach each other were not compared: ${pairs}.`,
  answerLost: (name: string, end: string) => `The answer of ${name} is lost. ${end}`,
  circle: (address: string, nodes: readonly string[]) =>
    `Packets for ${address} go round in circles: ${nodes.join(', ')}.`,
  flowsCut: (flows: number, all: number) => `Only the first ${flows} of up to ${all} flows were followed.`,

  noneShared: 'None of these pairs has several equal-cost paths.',
  shared: (pairs: number) => `Pairs with several equal-cost paths: ${pairs}.`,
  pathsCut: (pairs: number, limit: number) =>
    `Of ${pairs} of them only the first ${limit} paths were followed.`,
  delivery: (at: string, way: string, end: string) =>
    `${at} shares the load among equal paths, and not all arrive: by ${way} a flow is lost. ${end}`,
  latency: (at: string, least: string, fast: string, most: string, slow: string) =>
    `Equal paths from ${at} differ in time: ${least} ms by ${fast}, ${most} ms by ${slow}, one way.`,
  wayBack: (at: string) =>
    `The hash at ${at} decides whether a flow comes back the way it went: a stateful device on one of the paths would drop the flows that do not.`,
  way: (nodes: readonly string[]) => (nodes.length === 0 ? 'the direct way' : nodes.join(', ')),

  /** BGP that does not come to rest, or comes to rest in several ways. */
  unproven: (prefixes: string) =>
    `Not proven for ${prefixes}: there are more permitted paths than are looked at.`,
  untried: (count: number) => `${count} combinations of redistribution were not tried.`,
  outcomes: (prefix: string, count: number, names: string, why: string) =>
    `${prefix} has ${count} stable outcomes at ${names}: ${why}.`,
  byPolicies: 'policies prefer ways through each other, and who was first decides',
  byRedistribution: 'a router redistributes what it would also hear, and which was there first decides',
  listed: (names: readonly string[], more: number) =>
    `${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  comeAndGo: (prefix: string | null, names: readonly string[]) =>
    `${prefix === null ? 'BGP sessions' : `routes to ${prefix}`} come and go at ${names.join(', ')}, and are left out there`,
  restless: (prefix: string | null, names: readonly string[], proven: boolean) =>
    `${proven ? 'BGP has no stable outcome' : 'BGP does not settle'} for ${prefix === null ? 'BGP sessions' : `routes to ${prefix}`}: ${names.join(', ')} keep changing their choice, and have no route by BGP`,
  mendStability: 'look for local preferences or redistribution that disagree with each other',
  neverSettles: 'the routing protocols do not settle, whatever is left out',
  sentence: (text: string) => `${text}.`,
};
