/**
 * Policies made ready to be asked: prefix lists with their names filled in, route maps with what they match and set
 * worked out. One evaluator for the short policies of a neighbor (a route map of one entry without a name) and for
 * named route maps.
 */
import { prefixCovers, type Address, type Prefix } from '../address';
import { communitySet, type Community } from '../community';
import { keeping } from './as-path';
import { asPathMatcher, type AsPathMatcher } from '../topology/as-path-pattern';
import type { Policy, PrefixList, PrefixRule, RouteMapEntry, RouteSet, Router } from '../topology/model';

/** What policies look at and change. */
export interface PolicyRoute {
  readonly prefix: Prefix;
  readonly asPath: readonly number[];
  /** Ascending. */
  readonly communities: readonly Community[];
  readonly localPreference: number;
  readonly med: number;
  readonly weight: number;
  /** Null as long as no policy sets it. */
  readonly nextHop: Address | null;
}

/** Plain data, so that policies can be compared. */
export interface MapEntry {
  readonly action: 'permit' | 'deny';
  readonly rules: readonly PrefixRule[] | null;
  /** The AS numbers that come before a path. */
  readonly prepended: readonly number[];
  /** As written: the rest of what it matches and sets. */
  readonly written: RouteMapEntry;
}

export interface CompiledMap {
  /** Null for the settings of a policy itself. */
  readonly name: string | null;
  readonly entries: readonly MapEntry[];
}

/** What one direction of a session does to routes: the prefix list first, then the map. */
export interface RoutePolicy {
  readonly rules: readonly PrefixRule[] | null;
  readonly map: CompiledMap | null;
}

/** One object for all policies that change nothing: announcements look at it all the time. */
export const PASS_ALL: RoutePolicy = { rules: null, map: null };

/** What an entry does that leaves routes as they are. */
export const SETS_NOTHING: RouteSet = {
  localPreference: null,
  med: null,
  weight: null,
  prepend: 0,
  communities: null,
  removeCommunities: [],
  addCommunities: [],
  nextHop: null,
};

/** The policy of a router for one direction; `asn` is the own AS number, which stands for a number of prepends. */
export function compilePolicy(
  router: Pick<Router, 'prefixLists' | 'routeMaps'>,
  policy: Policy,
  asn: number,
): RoutePolicy {
  const { prefixList, routeMap, localPreference, med, weight, prepend } = policy;
  const rules = prefixList === null ? null : rulesOf(router, prefixList);
  const set = { ...SETS_NOTHING, localPreference, med, weight, prepend };
  const isPlain = prepend === 0 && localPreference === null && med === null && weight === null;
  const map = routeMap !== null ? compileMap(router, routeMap, asn) : isPlain ? null : settings(set, asn);
  return rules === null && map === null ? PASS_ALL : { rules, map };
}

/** A policy that gives routes this weight. */
export function weighing(weight: number): RoutePolicy {
  return weight === 0 ? PASS_ALL : { rules: null, map: settings({ ...SETS_NOTHING, weight }, 0) };
}

/** A route map by its name. A map that does not exist (an error of its own) lets nothing pass. */
export function compileMap(
  router: Pick<Router, 'prefixLists' | 'routeMaps'>,
  name: string,
  asn: number,
): CompiledMap {
  const entries = router.routeMaps[name] ?? [];
  return {
    name,
    entries: entries.map((written) => ({
      action: written.action,
      rules: written.match.prefixList === null ? null : rulesOf(router, written.match.prefixList),
      prepended: prependedBy(written.set, asn),
      written,
    })),
  };
}

function settings(set: RouteSet, asn: number): CompiledMap {
  const match = { prefixList: null, community: [], asPath: null };
  const written: RouteMapEntry = { action: 'permit', match, set };
  return {
    name: null,
    entries: [{ action: 'permit', rules: null, prepended: prependedBy(set, asn), written }],
  };
}

function prependedBy({ prepend }: RouteSet, asn: number): readonly number[] {
  return typeof prepend === 'number' ? Array.from({ length: prepend }, () => asn) : prepend;
}

/** The rules of a list, those of the lists it names among them. */
export function rulesOf(
  { prefixLists }: Pick<Router, 'prefixLists'>,
  list: PrefixList,
): readonly PrefixRule[] {
  return list.flatMap((entry) => ('list' in entry ? (prefixLists[entry.list] ?? []) : [entry]));
}

/** What an entry's text stands for, worked out when it is first asked for. */
interface Working {
  readonly matchesPath: AsPathMatcher | null;
  /** Null where it changes nothing. */
  readonly change: ((route: PolicyRoute) => PolicyRoute) | null;
}

const working = new WeakMap<MapEntry, Working>();

function workingOf(entry: MapEntry): Working {
  const known = working.get(entry);
  if (known !== undefined) return known;
  const { asPath } = entry.written.match;
  const made = { matchesPath: asPath === null ? null : asPathMatcher(asPath), change: changeOf(entry) };
  working.set(entry, made);
  return made;
}

function changeOf({ prepended, written }: MapEntry): Working['change'] {
  const { localPreference, med, weight, communities, removeCommunities, addCommunities, nextHop } =
    written.set;
  const retags = communities !== null || removeCommunities.length > 0 || addCommunities.length > 0;
  const values = [localPreference, med, weight, nextHop];
  if (!retags && prepended.length === 0 && values.every((value) => value === null)) return null;
  const lengthened = keeping((path: readonly number[]) => [...prepended, ...path]);
  const retagged = keeping((own: readonly Community[]) =>
    communitySet([
      ...(communities ?? own.filter((community) => !removeCommunities.includes(community))),
      ...addCommunities,
    ]),
  );
  return (route) => ({
    prefix: route.prefix,
    asPath: prepended.length === 0 ? route.asPath : lengthened(route.asPath),
    communities: retags ? retagged(route.communities) : route.communities,
    localPreference: localPreference ?? route.localPreference,
    med: med ?? route.med,
    weight: weight ?? route.weight,
    nextHop: nextHop ?? route.nextHop,
  });
}

/** The rule of a prefix list that decides on a prefix; null where none matches. */
export function matchingRule(rules: readonly PrefixRule[], prefix: Prefix): PrefixRule | null {
  return rules.find((rule) => ruleMatches(rule, prefix)) ?? null;
}

/** The number of the entry that decides on a route, counted from 0; -1 where none matches. */
export function matchingEntry({ entries }: CompiledMap, route: PolicyRoute): number {
  return entries.findIndex((entry) => {
    const { rules, written } = entry;
    if (rules !== null && matchingRule(rules, route.prefix)?.action !== 'permit') return false;
    if (!written.match.community.every((each) => route.communities.includes(each))) return false;
    return workingOf(entry).matchesPath?.(route.asPath) !== false;
  });
}

/** What a policy makes of a route; null where it denies it. */
export function applyPolicy({ rules, map }: RoutePolicy, route: PolicyRoute): PolicyRoute | null {
  if (rules !== null && matchingRule(rules, route.prefix)?.action !== 'permit') return null;
  return map === null ? route : applyMap(map, route);
}

/** What a route map makes of a route; null where it denies it. */
export function applyMap(map: CompiledMap, route: PolicyRoute): PolicyRoute | null {
  const entry = map.entries[matchingEntry(map, route)];
  if (entry?.action !== 'permit') return null;
  const { change } = workingOf(entry);
  return change === null ? route : change(route);
}

function ruleMatches(rule: PrefixRule, prefix: Prefix): boolean {
  if (!prefixCovers(rule.prefix, prefix)) return false;
  if (rule.ge === null && rule.le === null) return prefix.length === rule.prefix.length;
  const longest = rule.le ?? 32;
  return prefix.length >= (rule.ge ?? rule.prefix.length) && prefix.length <= longest;
}
