/** Route maps and prefix lists of routers: those that are named exist, and what they say fits together. */
import { formatAddress } from '../../address';
import { splitContext } from '../contexts';
import { valueAt, type Path } from '../json';
import type { Bgp, Neighbor, Policy, PrefixList, RouteMapEntry, Router } from '../model';
import { suggest } from '../nearest';
import type { Context } from './context';

export function checkPolicies(context: Context): void {
  for (const [name, router] of Object.entries(context.topology.routers)) {
    const rules = new RouterPolicies(context, name, router);
    rules.check();
  }
}

class RouterPolicies {
  private readonly path: Path;

  constructor(
    private readonly context: Context,
    private readonly name: string,
    private readonly router: Router,
  ) {
    this.path = ['routers', name];
  }

  check(): void {
    const { routeMaps, ospf, bgp } = this.router;
    // A router's VRFs share its route maps.
    const own = splitContext(this.name) === null ? Object.entries(routeMaps) : [];
    for (const [map, entries] of own)
      for (const [index, entry] of entries.entries())
        this.entry([...this.path, 'routeMaps', map, index], entry);
    for (const [index, { routeMap }] of (ospf?.redistribute ?? []).entries())
      this.map([...this.path, 'ospf', 'redistribute', index, 'routeMap'], routeMap);
    if (bgp !== null) this.bgp([...this.path, 'bgp'], bgp);
  }

  private bgp(path: Path, bgp: Bgp): void {
    for (const part of ['networks', 'redistribute', 'aggregates'] as const)
      for (const [index, { routeMap }] of bgp[part].entries())
        this.map([...path, part, index, 'routeMap'], routeMap);
    for (const neighbor of bgp.neighbors)
      this.neighbor([...path, 'neighbors', formatAddress(neighbor.address)], bgp, neighbor);
  }

  private neighbor(path: Path, bgp: Bgp, neighbor: Neighbor): void {
    this.policy([...path, 'in'], neighbor.in);
    this.policy([...path, 'out'], neighbor.out);
    const isExternal = neighbor.asn !== bgp.asn;
    const idle = (key: string, what: string): void =>
      this.context.warn([...path, key], `${key} does nothing here: ${what}`, `remove ${key}`, 'key');
    if (isExternal && neighbor.routeReflectorClient)
      idle('routeReflectorClient', 'the neighbor is in another AS');
    if (!isExternal && neighbor.asOverride) idle('asOverride', 'the neighbor is in the same AS');
    if (!isExternal && neighbor.removePrivateAs !== null)
      idle('removePrivateAs', 'the neighbor is in the same AS');
  }

  private policy(path: Path, policy: Policy): void {
    const { prefixList, routeMap, localPreference, med, weight, prepend } = policy;
    this.list([...path, 'prefixList'], prefixList);
    this.map([...path, 'routeMap'], routeMap);
    if (routeMap === null) return;
    const beside = { localPreference, med, weight, prepend: prepend === 0 ? null : prepend };
    for (const [key, value] of Object.entries(beside))
      if (value !== null)
        this.context.error(
          [...path, key],
          `${key} stands beside a route map`,
          `set it in an entry of routeMaps ${routeMap}`,
          'key',
        );
  }

  private entry(path: Path, { action, match, set }: RouteMapEntry): void {
    this.list([...path, 'match', 'prefixList'], match.prefixList);
    if (set.communities !== null && set.addCommunities.length + set.removeCommunities.length > 0)
      this.context.error(
        [...path, 'set', 'communities'],
        'communities replaces all of them: there is nothing to add or remove',
        'write all that should be there under communities, or only addCommunities and removeCommunities',
        'key',
      );
    const input = valueAt(this.context.input, [...path, 'set']);
    if (action === 'deny' && input !== undefined)
      this.context.warn(
        [...path, 'set'],
        'What an entry denies is not changed by it',
        'write action: permit, or remove set',
        'key',
      );
  }

  /** A list of rules names only lists that exist. */
  private list(path: Path, list: PrefixList | null): void {
    const { prefixLists } = this.router;
    for (const [index, entry] of (list ?? []).entries())
      if ('list' in entry && !Object.hasOwn(prefixLists, entry.list))
        this.missing([...path, index], 'prefix list', entry.list, Object.keys(prefixLists), 'prefixLists');
  }

  private map(path: Path, map: string | null): void {
    const { routeMaps } = this.router;
    if (map !== null && !Object.hasOwn(routeMaps, map))
      this.missing(path, 'route map', map, Object.keys(routeMaps), 'routeMaps');
  }

  private missing(path: Path, what: string, wanted: string, known: readonly string[], section: string): void {
    const router = splitContext(this.name)?.router ?? this.name;
    const hint = suggest(wanted, known) ?? `write it under ${section} of ${router}`;
    this.context.error(path, `"${router}" has no ${what} "${wanted}"`, hint);
  }
}
