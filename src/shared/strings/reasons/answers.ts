/** What answers say besides: whose table was asked, what there was to choose from, what differs between two ways. */
import type { RouteSource } from '../../results';

export const answerReasons = {
  vnetRoutes: (name: string, vnet: string) => `${name} has the effective routes of its VNet ${vnet}.`,
  subnetRoutes: (name: string, subnet: string, vnet: string, table: string) =>
    `${name} has the effective routes of its subnet ${subnet} of VNet ${vnet}, with route table ${table}.`,
  noGateway: (name: string) => `${name} is a host without a gateway that answers.`,
  gatewayDecides: (name: string, gateway: string) =>
    `${name} is a host and runs no routing protocol: its gateway ${gateway} decides.`,

  askWhyNot: (name: string, asked: string) => `${name} has no route to ${asked}: ask why-not.`,
  lessSpecific: (name: string, asked: string, prefix: string) =>
    `${name} has no route to exactly ${asked}: what is bound for it follows ${prefix}. Ask why-not for the rest.`,
  announcesAllTheSame: (name: string, asked: string) => `${name} announces ${asked} all the same.`,
  askWhy: (name: string, prefix: string) => `${name} does have a route to ${prefix}: ask why.`,

  candidateUser: (name: string, table: string) => `user-defined route ${name} of ${table}`,
  candidate: (source: RouteSource, what: string) => `${source} route, ${what}`,
  distance: (distance: number) => `distance ${distance}`,
  own: 'its own',
  heard: (type: 'eBGP' | 'iBGP', path: string) => `${type}, AS path ${path || 'empty'}`,
  localPreference: (value: number) => `local preference ${value}`,
  med: (value: number) => `MED ${value}`,
  weight: (value: number) => `weight ${value}`,
  parts: (parts: readonly string[]) => parts.join(', '),

  nobodyHas: (prefix: string) => `Nobody in this network has a route to exactly ${prefix}.`,
  announcementsCut: (limit: number, all: number) =>
    `Only the first ${limit} of ${all} announcements are listed.`,
  refusalsLeftOut: (nodes: number) => `Refusals are told in networks of up to ${nodes} nodes.`,
  lostInTable: (source: RouteSource) => `lost in the table to a route by ${source}`,

  prefixesCut: (limit: number, all: number) => `Only the first ${limit} of ${all} prefixes are listed.`,
  defaultRoute: (name: string, next: readonly string[]) =>
    `What ${name} has no other route for follows its default route to ${next.join(' and ')}.`,
  noRoute: 'no route',
};

/** A sentence behind other words goes on in small letters, unless it begins with a name. */
function goingOn(sentence: string): string {
  return sentence.replace(/^(?:Nobody answers|The packet|The probe) /, (start) => start.toLowerCase());
}

/** What two ways, or one way in two networks, do differently. */
export const differenceReasons = {
  decision: (node: string, next: string | null, over: string | null, why: string) =>
    `${node} ${next === null ? 'ends here' : `sends to ${next}`}${over === null ? '' : ` over ${over}`}${why}.`,
  because: (prefix: string, why: string) => ` (${prefix}: ${why})`,
  thereAndBack: (there: string, back: string) =>
    `On the way there ${goingOn(there)} On the way back ${goingOn(back)}`,
  gateway: (gateway: string) =>
    ` What a VNet sends to a circuit goes straight to the MSEE; what comes from a circuit passes the gateway, here ${gateway}.`,

  now: (end: string) => `Now: ${end}`,
  before: (end: string) => `Before: ${end}`,
  sameWay: (now: string, before: string) => `The same way, in ${now} instead of ${before}.`,
  noTime: 'no time',
  there: (before: string, now: string) => `Before, ${goingOn(before)} Now, ${goingOn(now)}`,
  back: (before: string, now: string) =>
    `Before, on the way back, ${goingOn(before)} Now, on the way back, ${goingOn(now)}`,
  noAddress: (node: string) => `${node} has no address to send from.`,
  theSender: 'the sender',
  doesNotAnswer: (node: string) => `${node} does not answer.`,
  theTarget: 'the target',
  answerLost: (note: string) => `the answer is lost: ${note}`,
};
