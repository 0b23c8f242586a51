/** Who is in which OSPF area, and the shortest paths inside each: computed for a router when first asked for. */
import type { Ospf, OspfArea, Topology } from '../topology/model';
import { nodeAt, type Network } from '../topology/network';
import { EarlierPaths } from './ospf-again';
import { areaSettings, buildOspfGraphs, isStub, rewired, type OspfGraph } from './ospf-graph';
import { shortestPaths, type ShortestPaths } from './ospf-spf';

export const BACKBONE = 0;

/** A router's place in one area, by the interfaces it has there. */
export interface Attachment {
  readonly area: number;
  readonly graph: OspfGraph;
  readonly vertex: number;
  /** Hears of no external routes. */
  readonly stub: boolean;
  /** What the router is told of the area; undefined for nothing. */
  readonly settings: OspfArea | undefined;
}

/** OSPF in a network of the same elements, before a change. */
export interface Before<T> {
  readonly ospf: T;
  /** Nothing but what is up has changed. */
  readonly isSameConfiguration: boolean;
}

export class OspfAreas {
  private readonly graphs: ReadonlyMap<number, OspfGraph>;
  private readonly attachments = new Map<number, readonly Attachment[]>();
  /** By area, and by vertex. */
  private readonly paths = new Map<number, Map<number, ShortestPaths>>();
  private readonly earlier = new Map<number, EarlierPaths>();
  private readonly borders = new Map<number, readonly number[]>();

  /** The areas before a change give the paths that it leaves alone. */
  constructor(
    readonly network: Network,
    private readonly topology: Topology,
    before: Before<OspfAreas> | null,
  ) {
    this.graphs =
      before?.isSameConfiguration === true
        ? rewired(before.ospf.graphs, network)
        : buildOspfGraphs(network, topology);
    for (const [area, paths] of before?.ospf.paths ?? []) {
      const [then, now] = [before?.ospf.graphs.get(area), this.graphs.get(area)];
      const earlier = then && now && EarlierPaths.between(then, now, paths);
      if (earlier != null) this.earlier.set(area, earlier);
    }
  }

  get count(): number {
    return this.graphs.size;
  }

  /** The graph of the one area there is; null where there are more, or none. */
  get only(): OspfGraph | null {
    const [graph] = this.graphs.values();
    return this.graphs.size === 1 ? (graph ?? null) : null;
  }

  /** A router's OSPF settings; null where it runs none. */
  settings(node: number): Ospf | null {
    return this.topology.routers[nodeAt(this.network, node).name]?.ospf ?? null;
  }

  /** The areas a router has an interface in that is up, the lowest first. */
  attached(node: number): readonly Attachment[] {
    const known = this.attachments.get(node);
    if (known !== undefined) return known;
    const ospf = this.settings(node);
    const found = [...this.graphs].flatMap(([area, graph]): Attachment[] => {
      const vertex = graph.vertexOf.get(node);
      if (vertex === undefined || ospf === null) return [];
      return [{ area, graph, vertex, stub: isStub(ospf, area), settings: areaSettings(ospf, area) }];
    });
    this.attachments.set(node, found);
    return found;
  }

  /** An area border router is in the backbone and in another area (RFC 3509 section 2.1, Cisco's and FRR's rule). */
  isBorder(node: number): boolean {
    const attached = this.attached(node);
    return attached.length > 1 && attached[0]?.area === BACKBONE;
  }

  /** Border routers in an area. */
  bordersOf(area: number): readonly number[] {
    const known = this.borders.get(area);
    if (known !== undefined) return known;
    // A border router is in the backbone; where there is no other area, nobody has to be asked.
    const found =
      this.graphs.size === 1
        ? []
        : (this.graphs.get(area)?.nodeOf ?? []).filter((node) => this.isBorder(node));
    this.borders.set(area, found);
    return found;
  }

  /**
   * The areas whose summaries a router looks at: of a border router only the backbone (RFC 2328 section 16.2), unless
   * it has no neighbour there (RFC 3509 section 2.2, what an active backbone connection is).
   */
  heard(node: number): readonly Attachment[] {
    const attached = this.attached(node);
    return this.hearsBackbone(node) ? attached.slice(0, 1) : attached;
  }

  /** Whether it is a border router with a neighbour in the backbone: one that passes on what it hears there. */
  hearsBackbone(node: number): boolean {
    const [first] = this.attached(node);
    return first !== undefined && this.isBorder(node) && hasNeighbor(first);
  }

  /** Shortest paths of a router inside one of its areas. */
  pathsIn({ area, graph, vertex }: Attachment): ShortestPaths {
    const ofArea = this.paths.get(area) ?? new Map<number, ShortestPaths>();
    this.paths.set(area, ofArea);
    const known = ofArea.get(vertex);
    if (known !== undefined) return known;
    const made = this.earlier.get(area)?.from(vertex, graph) ?? shortestPaths(graph, vertex);
    ofArea.set(vertex, made);
    return made;
  }
}

function hasNeighbor({ graph, vertex }: Attachment): boolean {
  const { offsets, targets, routerCount } = graph;
  const next = (from: number): Uint32Array => targets.subarray(offsets[from] ?? 0, offsets[from + 1] ?? 0);
  return next(vertex).some(
    (target) => target < routerCount || next(target).some((member) => member !== vertex),
  );
}
