/** Policies of a BGP session in words: what they did to a route that passed, and what decided on it. */
import { strings } from '../../../shared/strings';
import { formatAddress, formatPrefix, type Prefix } from '../address';
import { formatCommunities } from '../community';
import type { Session } from '../routing/bgp-sessions';
import type { ControlPlane } from '../routing/control-plane';
import type { BgpAttributes } from '../routing/route';
import {
  matchingEntry,
  matchingRule,
  SETS_NOTHING,
  type CompiledMap,
  type PolicyRoute,
  type RoutePolicy,
} from '../routing/route-map';
import type { PrefixListName, PrefixRule, RouteMapEntry, RouteMatch, RouteSet } from '../topology/model';

const words = strings.reasons.policies;

export function ruleWords(rule: PrefixRule | PrefixListName): string {
  if ('list' in rule) return rule.list;
  const { action, prefix, ge, le } = rule;
  const longer = `${ge === null ? '' : ` ge ${ge}`}${le === null ? '' : ` le ${le}`}`;
  return `${action} ${formatPrefix(prefix)}${longer}`;
}

/** As a match tells of it: what it permits without the word. */
function rangeWords(rule: PrefixRule | PrefixListName): string {
  return ruleWords(rule).replace(/^permit /, '');
}

/** What kept a route from passing a policy: a line of its prefix list, or an entry of its route map. */
export function verdictWords({ rules, map }: RoutePolicy, route: PolicyRoute): string {
  if (rules !== null && matchingRule(rules, route.prefix)?.action !== 'permit')
    return lineWords(rules, route.prefix);
  return map === null ? words.nothing : entryVerdict(map, route);
}

/** Which line of a prefix list decided on a prefix. */
function lineWords(rules: readonly PrefixRule[], prefix: Prefix): string {
  const rule = matchingRule(rules, prefix);
  if (rule !== null) return words.line(ruleWords(rule));
  return rules.length === 0 ? words.noLines : words.onlyLines(rules.map(ruleWords));
}

function entryVerdict(map: CompiledMap, route: PolicyRoute): string {
  const at = matchingEntry(map, route);
  const entry = map.entries[at];
  if (entry !== undefined) return words.decides(entryName(map, at, entry.written));
  const count = map.entries.length;
  return count === 0 ? words.noEntries(map.name ?? '') : words.noMatch(map.name ?? '', count);
}

/** `entry 2 of route map FROM-PEER (permit, community 65001:100)`; entries are counted from 1. */
function entryName({ name }: CompiledMap, at: number, entry: RouteMapEntry): string {
  return words.entry(at + 1, name ?? '', [entry.action, ...matchWords(entry.match)]);
}

function matchWords({ prefixList, community, asPath }: RouteMatch): string[] {
  return [
    ...(prefixList === null ? [] : [words.matchPrefix(prefixList.map(rangeWords).join(', '))]),
    ...(community.length === 0 ? [] : [words.matchCommunity(formatCommunities(community))]),
    ...(asPath === null ? [] : [words.matchPath(asPath)]),
  ];
}

/** `sets MED 50`, `adds community 65001:7`: one for each thing that an entry does. */
export function setWords(set: RouteSet): string[] {
  const { localPreference, med, weight, prepend, communities, removeCommunities, addCommunities, nextHop } =
    set;
  return [
    ...(typeof prepend !== 'number'
      ? [words.prependsAs(prepend.join(' '))]
      : prepend > 0
        ? [words.prepends(prepend)]
        : []),
    ...(localPreference === null ? [] : [words.localPreference(localPreference)]),
    ...(med === null ? [] : [words.med(med)]),
    ...(weight === null ? [] : [words.weight(weight)]),
    ...(communities === null
      ? []
      : [communities.length === 0 ? words.noCommunities : words.communities(formatCommunities(communities))]),
    ...(removeCommunities.length === 0 ? [] : [words.removes(formatCommunities(removeCommunities))]),
    ...(addCommunities.length === 0 ? [] : [words.adds(formatCommunities(addCommunities))]),
    ...(nextHop === null ? [] : [words.nextHop(formatAddress(nextHop))]),
  ];
}

/** What a named route map did to a route that passed it, in one phrase. */
function entryPassed(map: CompiledMap, route: PolicyRoute, who: string, way: 'in' | 'out'): string[] {
  const at = matchingEntry(map, route);
  const entry = map.entries[at];
  if (entry === undefined) return [];
  return [words.letsBy(who, way, entryName(map, at, entry.written), setWords(entry.written.set))];
}

/**
 * What policies did to a route on its way over the session it was heard on, each in a few words: those of the sender
 * first. None for a default route that the sender makes up.
 */
export function policiesMet(
  control: ControlPlane,
  session: Session,
  heard: BgpAttributes,
  sender: string,
  receiver: string,
): string[] {
  const before = control.bgpState(heard.from, heard.prefix)?.best ?? null;
  if (before === null || session.ownDefault === 'here') return [];
  const seen = control.passage(session, before);
  const isReflected = before.type === 'ibgp' && session.type === 'ibgp';
  const rewritten = seen.out.asPath.join(' ');
  const path = before.asPath.join(' ');
  const overridden = setInPlace(session.in);
  const told = (set: RouteSet): RouteSet =>
    isReflected
      ? SETS_NOTHING
      : {
          ...set,
          weight: null,
          med: overridden.med === null ? set.med : null,
          localPreference:
            session.type === 'ibgp' && overridden.localPreference === null ? set.localPreference : null,
        };
  return [
    ...(isReflected ? [words.reflects(sender)] : []),
    ...(path === rewritten ? [] : [words.rewrites(sender, path, rewritten)]),
    ...passedWords(session.out, seen.out, sender, 'out', told),
    ...(session.nextHopSelf === 'force' || (session.nextHopSelf && !isReflected)
      ? [words.nextHopSelf(sender)]
      : []),
    ...(session.sendsCommunities || seen.out.communities.length === 0
      ? []
      : [words.sendsNoCommunities(sender)]),
    ...(seen.in === null ? [] : passedWords(session.in, seen.in, receiver, 'in')),
  ];
}

/** What the receiver's short policy sets whatever the sender set. */
function setInPlace({ map }: RoutePolicy): RouteSet {
  const [entry] = map?.entries ?? [];
  return map?.name !== null || entry === undefined ? SETS_NOTHING : entry.written.set;
}

/** @param told which of the things that a policy sets count on this way */
function passedWords(
  { rules, map }: RoutePolicy,
  seen: PolicyRoute,
  who: string,
  way: 'in' | 'out',
  told: (set: RouteSet) => RouteSet = (set) => set,
): string[] {
  const byRules = rules === null ? [] : [words.lets(who, way, lineWords(rules, seen.prefix))];
  if (map === null) return byRules;
  if (map.name !== null) return [...byRules, ...entryPassed(map, seen, who, way)];
  const sets = map.entries.flatMap(({ written }) => setWords(told(written.set)));
  return [...byRules, ...sets.map((what) => words.does(who, what))];
}
