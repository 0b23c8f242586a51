/** The way of a route from its origin: who told whom, by which policies, and what was chosen. */
import type { RouteSource } from '../../results';

export const chainReasons = {
  connected: (name: string, prefix: string, why: string) => `${name} is connected to ${prefix}: ${why}.`,
  static: (name: string, prefix: string, why: string) => `${name} has a static route to ${prefix}: ${why}.`,
  routeTable: (prefix: string, why: string) => `${prefix} is in the route table of the subnet: ${why}.`,
  system: (name: string, prefix: string, why: string) =>
    `${prefix} is a system route of Azure at ${name}: ${why}.`,

  /** A step of BGP: what was told, the AS path and the communities. */
  told: (what: string, path: string, tags: string) => `${what}: ${path}${tags}.`,
  announces: (sender: string, receiver: string, protocol: string) =>
    `${sender} announces it to ${receiver} by ${protocol}`,
  ownDefault: (sender: string, receiver: string, protocol: string) =>
    `${sender} tells ${receiver} a default route of its own making (default-originate) by ${protocol}`,
  emptyPath: 'the AS path is empty',
  path: (path: string) => `AS path ${path}`,
  communities: (list: string) => `, communities ${list}`,
  ownAs: (receiver: string, asn: number) => `${receiver} accepts its own AS ${asn} in the path`,
  ownAsOfGateway: (receiver: string, asn: number) =>
    `${receiver} accepts its own AS ${asn} in the path, as ExpressRoute gateways do from MSEEs`,
  decision: (reason: string, count: number) => `${reason} (${count} candidates)`,

  ospf: (into: string, name: string, along: string, metric: number, equal: string) =>
    `${into}; ${name} computes the shortest way to it: ${along}, metric ${metric}${equal}.`,
  ospfAnnounces: (boundary: string) => `${boundary} announces it`,
  ospfFloods: (boundary: string) => `${boundary} floods its subnet in OSPF`,
  ospfBrings: (boundary: string, type: number, metric: number) =>
    `${boundary} brings it into OSPF from outside (type ${type}, metric ${metric})`,
  equalWays: (count: number) => `, one of ${count} equal ways`,
  range: (name: string, area: string, prefix: string) =>
    `${name}, a border router, sums up area ${area} as ${prefix} (its range); what lies in none of the subnets it knows there it drops.`,
  defaultAlways: (name: string) =>
    `${name} makes up a default route, whether it has one or not (default-originate always).`,
  defaultOfStub: (name: string) => `${name}, a border router, makes up a default route for its stub areas.`,

  transit: (owner: string, vnet: string, peering: string) =>
    `${owner} allows gateway transit and ${vnet} uses remote gateways on peering ${peering}`,
  given: (gateway: string, vnet: string) => `${gateway} gives it to the effective routes of ${vnet}.`,

  aggregates: (name: string) => `${name} brings it into BGP: it aggregates longer prefixes that it knows.`,
  aggregatesAlone: (name: string) =>
    `${name} brings it into BGP: it aggregates longer prefixes that it knows; the longer ones it tells nobody (summary-only).`,
  brings: (name: string, how: string) => `${name} brings it into BGP: ${how}.`,
  bringsThrough: (name: string, how: string, map: string) =>
    `${name} brings it into BGP: ${how}, through route map ${map}.`,
  redistributes: (source: RouteSource | null) => `it redistributes ${source ?? 'its'} routes`,
  statement: (prefix: string) => `a network statement names ${prefix}, and its table has it`,
  advertises: (vnet: string, prefix: string, gateway: string) =>
    `${vnet} advertises ${prefix}, and its gateway ${gateway} announces it.`,
  advertisesAsUser: (user: string, prefix: string, vnet: string, peering: string, gateway: string) =>
    `${user} advertises ${prefix} and uses the gateways of ${vnet} (peering ${peering}), so ${gateway} announces it.`,
  behindConnection: (gateway: string, prefix: string) =>
    `${gateway} is configured with ${prefix} behind one of its connections and announces it.`,
};

/** What policies of BGP do to a route, each in a phrase. */
export const policyReasons = {
  nothing: 'nothing stops it',
  line: (rule: string) => `line "${rule}" decides`,
  noLines: 'it has no lines, and what no line matches is denied',
  onlyLines: (rules: readonly string[]) =>
    `it has only ${rules.map((rule) => `"${rule}"`).join(', ')}, and what no line matches is denied`,
  decides: (entry: string) => `${entry} decides`,
  noEntries: (map: string) => `route map ${map} has no entries, and what no entry matches is denied`,
  noMatch: (map: string, count: number) =>
    `route map ${map} has no entry that matches among its ${count}, and what no entry matches is denied`,
  /** `how` is what the entry does and what it matches. */
  entry: (at: number, map: string, how: readonly string[]) =>
    `entry ${at} of route map ${map} (${how.join(', ')})`,
  matchPrefix: (ranges: string) => `prefix ${ranges}`,
  matchCommunity: (communities: string) => `community ${communities}`,
  matchPath: (pattern: string) => `AS path ${pattern}`,

  prependsAs: (path: string) => `prepends AS ${path}`,
  prepends: (count: number) => `prepends its AS number ${count} more times`,
  localPreference: (value: number) => `sets local preference ${value}`,
  med: (value: number) => `sets MED ${value}`,
  weight: (value: number) => `sets weight ${value}`,
  noCommunities: 'takes all communities away',
  communities: (list: string) => `sets community ${list}`,
  removes: (list: string) => `takes community ${list} away`,
  adds: (list: string) => `adds community ${list}`,
  nextHop: (address: string) => `sets the next hop ${address}`,

  does: (who: string, what: string) => `${who} ${what}`,
  lets: (who: string, way: 'in' | 'out', verdict: string) => `${who} lets it ${way}: ${verdict}`,
  letsBy: (who: string, way: 'in' | 'out', entry: string, sets: readonly string[]) =>
    `${who} lets it ${way} by ${entry}${sets.length === 0 ? '' : `, which ${sets.join(', ')}`}`,
  reflects: (sender: string) =>
    `${sender} reflects it inside the AS and puts its cluster before the cluster list`,
  rewrites: (sender: string, path: string, rewritten: string) =>
    `${sender} turns the path ${path} into ${rewritten || 'an empty one'}`,
  nextHopSelf: (sender: string) => `${sender} makes itself the next hop`,
  sendsNoCommunities: (sender: string) => `${sender} sends no communities`,
};
