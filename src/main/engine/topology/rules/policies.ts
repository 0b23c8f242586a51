/** Route maps and prefix lists of routers: those that are named exist, and what they say fits together. */
import { strings } from '../../../../shared/strings';
import { formatAddress } from '../../address';
import { splitContext } from '../contexts';
import { valueAt, type Path } from '../json';
import type { Bgp, Neighbor, Policy, PrefixList, RouteMapEntry, Router } from '../model';
import { suggest } from '../nearest';
import type { Context } from './context';

const said = strings.reasons.topology.routing;
const { references } = strings.reasons.topology;

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
    const idle = (key: string): void =>
      this.context.warn([...path, key], said.idle(key, isExternal), said.remove(key), 'key');
    if (isExternal && neighbor.routeReflectorClient) idle('routeReflectorClient');
    if (!isExternal && neighbor.asOverride) idle('asOverride');
    if (!isExternal && neighbor.removePrivateAs !== null) idle('removePrivateAs');
  }

  private policy(path: Path, policy: Policy): void {
    const { prefixList, routeMap, localPreference, med, weight, prepend } = policy;
    this.list([...path, 'prefixList'], prefixList);
    this.map([...path, 'routeMap'], routeMap);
    if (routeMap === null) return;
    const beside = { localPreference, med, weight, prepend: prepend === 0 ? null : prepend };
    for (const [key, value] of Object.entries(beside))
      if (value !== null)
        this.context.error([...path, key], said.besideMap(key), said.setInMap(routeMap), 'key');
  }

  private entry(path: Path, { action, match, set }: RouteMapEntry): void {
    this.list([...path, 'match', 'prefixList'], match.prefixList);
    if (set.communities !== null && set.addCommunities.length + set.removeCommunities.length > 0)
      this.context.error([...path, 'set', 'communities'], said.allCommunities, said.oneOfCommunities, 'key');
    const input = valueAt(this.context.input, [...path, 'set']);
    if (action === 'deny' && input !== undefined)
      this.context.warn([...path, 'set'], said.deniedUnchanged, said.permitOrRemove, 'key');
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

  private missing(
    path: Path,
    what: 'prefix list' | 'route map',
    wanted: string,
    known: readonly string[],
    section: string,
  ): void {
    const router = splitContext(this.name)?.router ?? this.name;
    const hint = suggest(wanted, known) ?? references.writeUnder(section, router);
    this.context.error(path, references.missing(router, what, wanted), hint);
  }
}
