/**
 * A router's OSPF routes to the subnets of its domain, as its shortest paths hold them: thousands of routers with
 * thousands of routes each are little in arrays and very much as objects, and few of them are ever looked at.
 */
import { prefixKey, type Prefix } from '../address';
import type { OspfGraph } from './ospf-graph';
import { hopsTo, UNREACHED, type FirstHop, type ShortestPaths } from './ospf-spf';
import type { Route, RoutesOnDemand } from './route';

export class OspfRoutes implements RoutesOnDemand {
  constructor(
    private readonly graph: OspfGraph,
    private readonly paths: ShortestPaths,
    private readonly toRoute: (prefix: Prefix, metric: number, hops: readonly FirstHop[]) => Route,
  ) {}

  /** Of subnets with one prefix the nearest counts; equally near ones share the load. */
  make(key: number): Route | undefined {
    const subnets = this.graph.subnetsOf.get(key)?.filter((subnet) => this.reaches(subnet)) ?? [];
    const metric = subnets.reduce((least, subnet) => Math.min(least, this.distance(subnet)), UNREACHED);
    const nearest = subnets.filter((subnet) => this.distance(subnet) === metric);
    const prefix = this.graph.prefixes[nearest[0] ?? -1];
    if (prefix === undefined) return undefined;
    const hops = nearest.flatMap((subnet) => hopsTo(this.paths, this.graph.routerCount + subnet));
    return this.toRoute(prefix, metric, hops);
  }

  *keys(): IterableIterator<number> {
    for (const [subnet, prefix] of this.graph.prefixes.entries()) {
      if (!this.reaches(subnet)) continue;
      const key = prefixKey(prefix);
      const first = this.graph.subnetsOf.get(key)?.find((same) => this.reaches(same));
      if (first === subnet) yield key;
    }
  }

  mayHave(length: number): boolean {
    return this.graph.hasLength[length] === true;
  }

  /** Every route, made. */
  all(): Route[] {
    return [...this.keys()].flatMap((key) => this.make(key) ?? []);
  }

  private distance(subnet: number): number {
    return this.paths.distance[this.graph.routerCount + subnet] ?? UNREACHED;
  }

  /** Whether the way to a subnet leads over another router: not where it is the router's own, or out of reach. */
  private reaches(subnet: number): boolean {
    const at = this.graph.routerCount + subnet;
    return this.paths.hopSet[at] !== 0 && this.paths.ownInterface[at] === -1;
  }
}
