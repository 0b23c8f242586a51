/**
 * OSPF's external routes: prefixes that AS boundary routers bring in (RFC 2328 section 16.4), and the ways to
 * those routers, inside an area or by the summaries of border routers (sections 12.4.3 and 16.2).
 */
import { prefixContains, prefixKey, type Address, type Prefix } from '../address';
import { interfacesOf, ownerOnSegment } from './local-routes';
import { BACKBONE, type OspfAreas } from './ospf-areas';
import { NONE } from './ospf-graph';
import type { InterArea } from './ospf-inter';
import { UNREACHED, type FirstHop } from './ospf-spf';

/** A prefix that an AS boundary router injects. */
export interface OspfExternal {
  readonly router: number;
  readonly prefix: Prefix;
  readonly metric: number;
  readonly type: 1 | 2;
  /** Where packets are to be sent instead of the router itself; null for the router (RFC 2328 section 2.3). */
  readonly forwarding: Address | null;
}

/** A way to a router or an address inside the domain. */
export interface Way {
  readonly cost: number;
  readonly hops: readonly FirstHop[];
  readonly area: number;
  readonly path: 'intra-area' | 'inter-area';
}

export interface ExternalPath {
  readonly external: OspfExternal;
  /** As routing tables show it: with the way inside for type 1, without it for type 2. */
  readonly metric: number;
  readonly hops: readonly FirstHop[];
  /** The AS boundary routers that share it. */
  readonly from: readonly number[];
}

interface Candidate extends ExternalPath {
  readonly preference: readonly number[];
}

export class ExternalRoutes {
  private readonly ways = new Map<string, Way | null>();

  constructor(
    private readonly areas: OspfAreas,
    private readonly interArea: InterArea,
  ) {}

  /** The best ways to each external prefix; equal ones share the load. */
  pathsOf(node: number, externals: readonly OspfExternal[]): ExternalPath[] {
    const best = new Map<number, Candidate>();
    const toAddress = new Map<Address, Way | null>();
    for (const external of externals) {
      const { router, forwarding, prefix } = external;
      const boundary = router === node ? null : this.wayToBoundary(node, router);
      if (boundary === null) continue;
      if (forwarding !== null && !toAddress.has(forwarding))
        toAddress.set(forwarding, this.wayToAddress(node, forwarding));
      const way = forwarding === null ? boundary : (toAddress.get(forwarding) ?? null);
      if (way === null) continue;
      const candidate = candidateOf(external, way);
      const key = prefixKey(prefix);
      const known = best.get(key);
      const order = known === undefined ? -1 : compare(candidate.preference, known.preference);
      if (known === undefined || order < 0) best.set(key, candidate);
      else if (order === 0)
        best.set(key, {
          ...known,
          hops: [...known.hops, ...candidate.hops],
          from: [...known.from, router],
        });
    }
    return [...best.values()];
  }

  /**
   * The way to an AS boundary router through areas that carry external routes; null for none. RFC 2328 section
   * 16.4.1: inside an area other than the backbone first, then the cheapest, then the highest area.
   */
  wayToBoundary(node: number, boundary: number): Way | null {
    const memo = `${node} ${boundary}`;
    const known = this.ways.get(memo);
    if (known !== undefined) return known;
    const found = this.findWay(node, boundary);
    this.ways.set(memo, found);
    return found;
  }

  private findWay(node: number, boundary: number): Way | null {
    return this.wayInside(node, boundary) ?? cheapest(this.waysBetween(node, boundary));
  }

  private wayInside(node: number, boundary: number): Way | null {
    const ways = this.areas.attached(node).flatMap((attachment): Way[] => {
      const { area, graph, stub } = attachment;
      const vertex = graph.vertexOf.get(boundary);
      if (stub || vertex === undefined) return [];
      const paths = this.areas.pathsIn(attachment);
      const cost = paths.distanceTo(vertex);
      return cost === UNREACHED ? [] : [{ cost, hops: paths.hopsTo(vertex), area, path: 'intra-area' }];
    });
    return cheapest(ways.filter(({ area }) => area !== BACKBONE)) ?? cheapest(ways);
  }

  /** By summaries of border routers, one way for each area. */
  private waysBetween(node: number, boundary: number): Way[] {
    return this.areas.heard(node).flatMap((heard): Way[] => {
      if (heard.stub) return [];
      const { area } = heard;
      const paths = this.areas.pathsIn(heard);
      let cost = UNREACHED;
      let hops: readonly FirstHop[] = [];
      for (const border of this.areas.bordersOf(area)) {
        const vertex = heard.graph.vertexOf.get(border) ?? -1;
        const distance = paths.distanceTo(vertex);
        if (border === node || distance === UNREACHED) continue;
        const further = this.summaryOf(border, boundary, area);
        if (further === null || distance + further > cost) continue;
        const along = paths.hopsTo(vertex);
        hops = distance + further < cost ? along : [...hops, ...along];
        cost = distance + further;
      }
      return cost === UNREACHED ? [] : [{ cost, hops, area, path: 'inter-area' }];
    });
  }

  /** What a border router's summary of a boundary router says in an area; null where it announces none. */
  private summaryOf(border: number, boundary: number, into: number): number | null {
    if (this.areas.attached(border).some(({ area, stub }) => area === into && stub)) return null;
    // The boundary router itself is in the area; nobody needs to announce it there.
    if (border === boundary) return null;
    // Into the backbone goes only what is reached inside an area, into areas also what is heard in the backbone.
    const passesOn = into !== BACKBONE && this.areas.hearsBackbone(border);
    const way = passesOn ? this.wayToBoundary(border, boundary) : this.wayInside(border, boundary);
    return way === null || way.area === into ? null : way.cost;
  }

  /**
   * The way to a forwarding address: by the longest internal route around it; null where it is not to be used. The
   * gateway itself does not send what it is to forward to itself, whichever way its own subnet is nearest.
   */
  private wayToAddress(node: number, address: Address): Way | null {
    if (interfacesOf(this.areas.network, node).some((entry) => entry.up && entry.address === address))
      return null;
    const around: (Way & { readonly length: number })[] = [];
    for (const attachment of this.areas.attached(node)) {
      const { area, graph } = attachment;
      const paths = this.areas.pathsIn(attachment);
      for (const [subnet, prefix] of graph.prefixes.entries()) {
        if (!prefixContains(prefix, address)) continue;
        const { distance: cost, hops: others, own } = paths.toSubnet(subnet);
        if (cost === UNREACHED) continue;
        const hops = own === NONE ? others : this.direct(own, address);
        around.push({ length: prefix.length, cost, hops, area, path: 'intra-area' });
      }
    }
    for (const { prefix, cost, hops, area } of this.interArea.pathsOf(node).values())
      if (prefixContains(prefix, address))
        around.push({ length: prefix.length, cost, hops, area, path: 'inter-area' });
    const [best] = around.toSorted((a, b) => b.length - a.length || a.cost - b.cost);
    if (best === undefined) return null;
    const equal = around.filter(({ length, cost }) => length === best.length && cost === best.cost);
    const hops = equal.flatMap((way) => way.hops);
    return hops.length === 0 ? null : { ...best, hops };
  }

  /** An address of the node itself or of nobody leads nowhere. */
  private direct(egress: number, address: Address): FirstHop[] {
    const neighbor = ownerOnSegment(this.areas.network, egress, address);
    return neighbor === -1 || neighbor === egress ? [] : [{ egress, neighbor }];
  }
}

/** Of equally cheap ways that of the highest area. */
function cheapest(ways: readonly Way[]): Way | null {
  return ways.toSorted((a, b) => a.cost - b.cost || b.area - a.area)[0] ?? null;
}

/** RFC 2328 section 16.4 (6): type, metric (type 2), kind of path inside, cost. */
function candidateOf(external: OspfExternal, way: Way): Candidate {
  const { type, metric, router } = external;
  const first = type === 1 ? way.cost + metric : metric;
  const outsideBackbone = way.path === 'intra-area' && way.area !== BACKBONE ? 0 : 1;
  const preference = [type, type === 2 ? metric : 0, outsideBackbone, first, type === 2 ? way.cost : 0];
  return { external, metric: first, hops: way.hops, from: [router], preference };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
