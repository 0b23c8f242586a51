/** A router's policies as FRR's prefix lists, community lists, AS path lists and route maps. */
import { formatAddress, formatPrefix } from '../address';
import { formatCommunities, formatCommunity, type Community } from '../community';
import { rulesOf, SETS_NOTHING } from '../routing/route-map';
import type { Policy, PrefixList, PrefixRule, RouteMapEntry, RouteSet, Router } from '../topology/model';

/** The names of what a neighbor's policy became; null for nothing. */
export interface FrrPolicy {
  readonly prefixList: string | null;
  readonly routeMap: string | null;
}

/** FRR would redistribute a default route into BGP; the model, like other routers, does not. */
const NO_DEFAULT = 'no-default';

/** Collects what the policies of a router need: each list and map is written once, before it is named. */
export class FrrPolicies {
  readonly lines: string[] = [];
  private readonly written = new Set<string>();

  /**
   * @param asn the own AS number: what a number of prepends puts before a path
   * @param vrf whose policies these are; lists and maps have one space of names in FRR
   */
  constructor(
    private readonly router: Router,
    private readonly asn: number,
    private readonly vrf: string | null,
  ) {}

  private scoped(name: string): string {
    return this.vrf === null ? name : `${this.vrf}-${name}`;
  }

  /**
   * @param given name of the route map and its prefix list, where they have none of their own
   * @param isExternal toward another AS; inside its own a policy puts nothing before the path
   */
  policy(given: string, policy: Policy, isExternal: boolean): FrrPolicy {
    const name = this.scoped(given);
    const { prefixList, routeMap, localPreference, med, weight } = policy;
    if (routeMap !== null) {
      const list = prefixList === null ? null : this.prefixList(name, prefixList);
      return { prefixList: list, routeMap: this.map(routeMap) };
    }
    const prepend = isExternal ? policy.prepend : 0;
    const set: RouteSet = { ...SETS_NOTHING, localPreference, med, weight, prepend };
    const entry: RouteMapEntry = {
      action: 'permit',
      match: { prefixList, community: [], asPath: null },
      set,
    };
    if (prefixList === null && this.setLines(name, set).length === 0)
      return { prefixList: null, routeMap: null };
    this.lines.push(...this.entryLines(name, name, 10, entry), '!');
    return { prefixList: null, routeMap: name };
  }

  /** One of the router's route maps. */
  map(map: string): string {
    const name = this.scoped(map);
    if (this.isNew(`map ${name}`)) this.lines.push(...this.mapLines(name, map), '!');
    return name;
  }

  /** A route map that lets no default route pass, and of the rest what one of the router's maps (if named) does. */
  withoutDefault(map: string | null): string {
    const name = this.scoped(map === null ? NO_DEFAULT : `${NO_DEFAULT}-${map}`);
    if (!this.isNew(`map ${name}`)) return name;
    if (this.isNew(`list ${NO_DEFAULT}`))
      this.lines.push(`ip prefix-list ${NO_DEFAULT} seq 5 permit 0.0.0.0/0`);
    const rest = map === null ? [`route-map ${name} permit 20`, 'exit'] : this.mapLines(name, map);
    this.lines.push(
      `route-map ${name} deny ${map === null ? 10 : 5}`,
      ` match ip address prefix-list ${NO_DEFAULT}`,
      'exit',
      ...rest,
      '!',
    );
    return name;
  }

  private isNew(key: string): boolean {
    const known = this.written.has(key);
    this.written.add(key);
    return !known;
  }

  private mapLines(name: string, map: string): string[] {
    const entries = this.router.routeMaps[map] ?? [];
    // A map without entries does not exist for FRR; what nothing permits is denied.
    if (entries.length === 0) return [`route-map ${name} deny 10`, 'exit'];
    return entries.flatMap((entry, at) =>
      this.entryLines(name, `${this.scoped(map)}-${at + 1}`, 10 * (at + 1), entry),
    );
  }

  private entryLines(map: string, name: string, sequence: number, entry: RouteMapEntry): string[] {
    const { action, match, set } = entry;
    const { prefixList, community, asPath } = match;
    const matches = [
      ...(prefixList === null ? [] : [`match ip address prefix-list ${this.prefixList(name, prefixList)}`]),
      ...(community.length === 0 ? [] : [`match community ${this.communityList(name, [community])}`]),
      ...(asPath === null ? [] : [`match as-path ${this.pathList(name, asPath)}`]),
    ];
    const sets = action === 'deny' ? [] : this.setLines(name, set);
    return [
      `route-map ${map} ${action} ${sequence}`,
      ...[...matches, ...sets].map((line) => ` ${line}`),
      'exit',
    ];
  }

  /** A list that is nothing but one of the router's keeps its name. */
  private prefixList(name: string, list: PrefixList): string {
    const [only] = list;
    const known = list.length === 1 && only !== undefined && 'list' in only ? this.scoped(only.list) : name;
    if (!this.isNew(`list ${known}`)) return known;
    const rules = rulesOf(this.router, list);
    // A prefix list that does not exist matches everything in FRR: an empty one has to be written as a deny.
    if (rules.length === 0) this.lines.push(`ip prefix-list ${known} seq 5 deny 0.0.0.0/0 le 32`);
    else this.lines.push(...rules.map((rule, index) => prefixListLine(known, index, rule)));
    return known;
  }

  /** A list of which each line wants all of its communities. */
  private communityList(name: string, lines: readonly (readonly Community[])[]): string {
    if (this.isNew(`communities ${name}`))
      this.lines.push(
        ...lines.map((line) => `bgp community-list standard ${name} permit ${formatCommunities(line)}`),
      );
    return name;
  }

  private pathList(name: string, pattern: string): string {
    if (this.isNew(`paths ${name}`)) this.lines.push(`bgp as-path access-list ${name} permit ${pattern}`);
    return name;
  }

  private setLines(name: string, set: RouteSet): string[] {
    const { localPreference, med, weight, prepend, communities, removeCommunities, addCommunities, nextHop } =
      set;
    const before = typeof prepend === 'number' ? Array.from({ length: prepend }, () => this.asn) : prepend;
    const removed = removeCommunities.map((community) => [community]);
    return [
      ...(localPreference === null ? [] : [`set local-preference ${localPreference}`]),
      ...(med === null ? [] : [`set metric ${med}`]),
      ...(weight === null ? [] : [`set weight ${weight}`]),
      ...(before.length === 0 ? [] : [`set as-path prepend ${before.join(' ')}`]),
      ...(removed.length === 0
        ? []
        : [`set comm-list ${this.communityList(`${name}-removed`, removed)} delete`]),
      ...(communities === null
        ? []
        : [`set community ${communities.length === 0 ? 'none' : formatCommunities(communities)}`]),
      ...(addCommunities.length === 0
        ? []
        : [`set community ${addCommunities.map(formatCommunity).join(' ')} additive`]),
      ...(nextHop === null ? [] : [`set ip next-hop ${formatAddress(nextHop)}`]),
    ];
  }
}

function prefixListLine(name: string, index: number, { action, prefix, ge, le }: PrefixRule): string {
  // FRR wants length < ge <= le: bounds that say nothing are left out.
  const low = ge !== null && ge > prefix.length ? ` ge ${ge}` : '';
  const upTo = le ?? (ge === null ? prefix.length : 32);
  const high = upTo > prefix.length ? ` le ${upTo}` : '';
  return `ip prefix-list ${name} seq ${5 * (index + 1)} ${action} ${formatPrefix(prefix)}${low}${high}`;
}
