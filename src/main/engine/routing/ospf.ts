/**
 * OSPF routes of a node: subnets by shortest path inside its areas, prefixes of other areas as border routers
 * announce them, and external routes that AS boundary routers bring in. Inside an area goes before between
 * areas, and both before external (RFC 2328 section 11).
 */
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixContains, prefixKey, type Address, type Prefix } from '../address';
import { DISTANCE } from '../topology/distances';
import type { Ospf as OspfSettings, Topology } from '../topology/model';
import { interfaceAt, nodeAt, type Network } from '../topology/network';
import { OspfAreas, type Before, type Attachment } from './ospf-areas';
import { ExternalRoutes, type OspfExternal } from './ospf-external';
import { InterArea, type ActiveRange } from './ospf-inter';
import { OspfRoutes } from './ospf-routes';
import { UNREACHED, type FirstHop } from './ospf-spf';
import { DISCARD, ecmpSet, forward, type LostRoute, type OspfPath, type Route } from './route';

export type { OspfExternal } from './ospf-external';

const words = strings.reasons.routes;

/** Another router as OSPF knows it. */
export interface ReachedRouter {
  readonly node: number;
  readonly area: number;
  readonly path: 'intra-area' | 'inter-area';
  readonly cost: number;
  readonly hops: readonly FirstHop[];
}

export class Ospf {
  readonly areas: OspfAreas;
  private readonly interArea: InterArea;
  private readonly external: ExternalRoutes;

  constructor(
    private readonly network: Network,
    topology: Topology,
    before: Before<Ospf> | null,
  ) {
    this.areas = new OspfAreas(network, topology, before && { ...before, ospf: before.ospf.areas });
    this.interArea = new InterArea(this.areas);
    this.external = new ExternalRoutes(this.areas, this.interArea);
  }

  /** Whether the node runs OSPF (and is up). */
  runsOn(node: number): boolean {
    return nodeAt(this.network, node).up && this.areas.settings(node) !== null;
  }

  /** The areas a router is in. */
  attached(node: number): readonly Attachment[] {
    return this.areas.attached(node);
  }

  isBorder(node: number): boolean {
    return this.areas.isBorder(node);
  }

  bordersOf(area: number): readonly number[] {
    return this.areas.bordersOf(area);
  }

  /** The area inside which a router reaches a prefix; null for none. */
  areaOf(node: number, prefix: Prefix): number | null {
    return this.interArea.areaOf(node, prefix);
  }

  /** The ranges of a border router in which something lies. */
  activeRanges(border: number): readonly ActiveRange[] {
    return this.interArea.activeRanges(border);
  }

  /** Routes to every subnet in the node's areas; the node's own subnets are left to `connected`. */
  internalRoutes(node: number): OspfRoutes | null {
    if (!this.runsOn(node)) return null;
    const areas = this.areas
      .attached(node)
      .map((attachment) => ({ graph: attachment.graph, paths: this.areas.pathsIn(attachment) }));
    return new OspfRoutes(areas, (prefix, metric, hops) =>
      this.route(node, 'intra-area', prefix, metric, hops, words.shortestPath(metric)),
    );
  }

  /** Routes to prefixes of other areas, and the discard routes of a border router's own ranges. */
  interAreaRoutes(node: number): Route[] {
    if (!this.runsOn(node)) return [];
    const heard = [...this.interArea.pathsOf(node).values()].map(({ prefix, cost, hops, from }) =>
      this.route(node, 'inter-area', prefix, cost, hops, words.otherArea(cost, this.names(from))),
    );
    return [...heard, ...this.discards(node)];
  }

  /** What is in none of a range's subnets must not follow a default route back (RFC 2328 section 11.2, FRR too). */
  private discards(node: number): Route[] {
    return this.interArea
      .activeRanges(node)
      .filter(({ advertise, prefix }) => advertise && !this.interArea.hasIntraArea(node, prefix))
      .map(({ prefix }) => ({
        ...this.route(node, 'inter-area', prefix, 0, [], words.ownRange(formatPrefix(prefix))),
        nextHops: [DISCARD],
      }));
  }

  /** Routes to external prefixes, and those that lost because OSPF has an internal one. */
  externalRoutes(
    node: number,
    externals: readonly OspfExternal[],
    internal: { has(key: number): boolean },
  ): { readonly routes: Route[]; readonly lost: LostRoute[] } {
    if (!this.runsOn(node) || externals.length === 0) return { routes: [], lost: [] };
    const routes: Route[] = [];
    const lost: LostRoute[] = [];
    for (const { external, metric, hops, from } of this.external.pathsOf(node, externals)) {
      const path = external.type === 1 ? 'external-1' : 'external-2';
      const why = words.external(external.type, external.metric, this.names(from));
      const route = this.route(node, path, external.prefix, metric, hops, why);
      if (internal.has(prefixKey(external.prefix)))
        lost.push({
          route,
          reason: words.lostToInternal,
        });
      else routes.push(route);
    }
    return { routes, lost };
  }

  /** Every other router of the node's areas that it reaches, with cost and first hops; once for each area. */
  routersFrom(node: number): ReachedRouter[] {
    return this.areas.attached(node).flatMap((attachment) => {
      const { area, graph, vertex } = attachment;
      const paths = this.areas.pathsIn(attachment);
      return graph.nodeOf.flatMap((other, at): ReachedRouter[] => {
        const cost = paths.distanceTo(at);
        if (at === vertex || cost === UNREACHED) return [];
        return [{ node: other, area, path: 'intra-area', cost, hops: paths.hopsTo(at) }];
      });
    });
  }

  /** The way to an AS boundary router in another area; null where there is none, or a shorter one inside. */
  boundaryFrom(node: number, boundary: number): ReachedRouter | null {
    const way = this.external.wayToBoundary(node, boundary);
    return way === null || way.path === 'intra-area' ? null : { node: boundary, ...way };
  }

  /** Whether an address lies in the subnet of one of the node's OSPF interfaces. */
  hasSubnetOf(node: number, address: Address): boolean {
    return this.areas
      .attached(node)
      .some(({ graph, vertex }) =>
        graph.prefixes.some(
          (prefix, subnet) =>
            prefixContains(prefix, address) &&
            graph.members[subnet]?.some((member) => member.vertex === vertex) === true,
        ),
      );
  }

  private names(nodes: readonly number[]): string[] {
    return nodes.map((node) => nodeAt(this.network, node).name);
  }

  private route(
    node: number,
    ospfPath: OspfPath,
    prefix: Prefix,
    metric: number,
    hops: readonly FirstHop[],
    why: string,
  ): Route {
    const settings = this.areas.settings(node);
    const members = hops.map(({ egress, neighbor }) =>
      forward(egress, neighbor, interfaceAt(this.network, neighbor).address),
    );
    const nextHops = ecmpSet(members).slice(0, settings?.maximumPaths ?? 1);
    const distance = distanceOf(settings, ospfPath);
    return { prefix, source: 'ospf', ospfPath, distance, metric, nextHops, bgp: null, why };
  }
}

function distanceOf(settings: OspfSettings | null, path: OspfPath): number {
  if (settings === null) return DISTANCE.ospf;
  switch (path) {
    case 'intra-area':
      return settings.distance.intraArea;
    case 'inter-area':
      return settings.distance.interArea;
    case 'external-1':
    case 'external-2':
      return settings.distance.external;
  }
}
