/**
 * A router's OSPF routes to the subnets of its areas, as its shortest paths hold them: thousands of routers with
 * thousands of routes each are little in arrays and very much as objects, and few of them are ever looked at.
 */
import { prefixKey, type Prefix } from '../address';
import { NONE, type OspfGraph } from './ospf-graph';
import { UNREACHED, type FirstHop, type ShortestPaths, type SubnetPath } from './ospf-spf';
import type { Route, RoutesOnDemand } from './route';

/** One of a router's areas with its shortest paths there. */
export interface AreaPaths {
  readonly graph: OspfGraph;
  readonly paths: ShortestPaths;
}

export class OspfRoutes implements RoutesOnDemand {
  constructor(
    private readonly areas: readonly AreaPaths[],
    private readonly toRoute: (prefix: Prefix, metric: number, hops: readonly FirstHop[]) => Route,
  ) {}

  /** Of subnets with one prefix the nearest counts; equally near ones share the load. */
  make(key: number): Route | undefined {
    let prefix: Prefix | undefined;
    let metric = UNREACHED;
    let hops: FirstHop[] = [];
    for (const area of this.areas) {
      for (const subnet of area.graph.subnetsOf.get(key) ?? []) {
        const path = area.paths.toSubnet(subnet);
        if (!leadsOver(path) || path.distance > metric) continue;
        if (path.distance < metric) hops = [];
        prefix = area.graph.prefixes[subnet];
        metric = path.distance;
        hops.push(...path.hops);
      }
    }
    return prefix === undefined ? undefined : this.toRoute(prefix, metric, hops);
  }

  *keys(): IterableIterator<number> {
    for (const [index, area] of this.areas.entries()) {
      const earlier = this.areas.slice(0, index);
      for (const [subnet, prefix] of area.graph.prefixes.entries()) {
        if (!reaches(area, subnet)) continue;
        const key = prefixKey(prefix);
        const first = area.graph.subnetsOf.get(key)?.find((same) => reaches(area, same));
        if (first === subnet && !earlier.some((other) => reachesKey(other, key))) yield key;
      }
    }
  }

  has(key: number): boolean {
    return this.areas.some((area) => reachesKey(area, key));
  }

  lengths(): number[] {
    return this.areas.flatMap(({ graph }) => graph.lengths);
  }

  /** Every route, made. */
  all(): Route[] {
    return [...this.keys()].flatMap((key) => this.make(key) ?? []);
  }
}

/** Whether the way to a subnet leads over another router: not where it is the router's own, or out of reach. */
function leadsOver({ hops, own }: SubnetPath): boolean {
  return hops.length > 0 && own === NONE;
}

function reaches({ paths }: AreaPaths, subnet: number): boolean {
  return leadsOver(paths.toSubnet(subnet));
}

function reachesKey(area: AreaPaths, key: number): boolean {
  return area.graph.subnetsOf.get(key)?.some((subnet) => reaches(area, subnet)) === true;
}
