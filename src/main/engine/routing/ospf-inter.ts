/**
 * OSPF between areas: what border routers announce from one area into another (RFC 2328 section 12.4.3, with
 * ranges), and the routes others make of it (section 16.2). Border routers pass on to the backbone what they
 * reach inside an area, and into areas also what they hear in the backbone; so nothing goes round.
 */
import { prefixCovers, prefixKey, type Prefix } from '../address';
import type { AreaRange } from '../topology/model';
import { BACKBONE, type Attachment, type OspfAreas } from './ospf-areas';
import { UNREACHED, type FirstHop } from './ospf-spf';

/** The cost that means unreachable in a summary (RFC 2328 appendix B). */
const LS_INFINITY = 0xffffff;

const DEFAULT_PREFIX: Prefix = { address: 0, length: 0 };

/** What a summary LSA says. */
interface Summary {
  readonly prefix: Prefix;
  readonly cost: number;
}

interface IntraAreaRoute extends Summary {
  readonly area: number;
}

/** A range of a border router that hides something. */
export interface ActiveRange extends AreaRange {
  readonly area: number;
  /** What it costs: as configured, or what its farthest member does. */
  readonly farthest: number;
}

export interface InterAreaPath {
  readonly prefix: Prefix;
  readonly cost: number;
  readonly hops: readonly FirstHop[];
  /** The border routers that announced it. */
  readonly from: readonly number[];
  readonly area: number;
}

export class InterArea {
  private readonly paths = new Map<number, ReadonlyMap<number, InterAreaPath>>();
  private readonly intra = new Map<number, ReadonlyMap<number, IntraAreaRoute>>();
  private readonly announced = new Map<string, readonly Summary[]>();
  private readonly ranges = new Map<number, readonly ActiveRange[]>();

  constructor(private readonly areas: OspfAreas) {}

  /** A router's ways to prefixes of other areas, by prefix key; none where it has one inside an area. */
  pathsOf(node: number): ReadonlyMap<number, InterAreaPath> {
    const known = this.paths.get(node);
    if (known !== undefined) return known;
    const best = new Map<number, InterAreaPath>();
    for (const heard of this.areas.heard(node)) {
      const paths = this.areas.pathsIn(heard);
      for (const border of this.areas.bordersOf(heard.area)) {
        const vertex = heard.graph.vertexOf.get(border) ?? -1;
        const distance = paths.distanceTo(vertex);
        if (border === node || distance === UNREACHED) continue;
        const hops = paths.hopsTo(vertex);
        for (const { prefix, cost } of this.summaries(border, heard.area)) {
          if (this.hasNoUseFor(node, heard, prefix)) continue;
          const way = { prefix, cost: distance + cost, hops, from: [border], area: heard.area };
          const key = prefixKey(prefix);
          best.set(key, better(best.get(key), way));
        }
      }
    }
    this.paths.set(node, best);
    return best;
  }

  /** The ranges of a border router that are active: something inside the area lies in them. */
  activeRanges(border: number): readonly ActiveRange[] {
    const known = this.ranges.get(border);
    if (known !== undefined) return known;
    const found: ActiveRange[] = [];
    for (const { area, settings } of this.areas.isBorder(border) ? this.areas.attached(border) : []) {
      for (const range of settings?.ranges ?? []) {
        const members = [...this.intraArea(border).values()].filter(
          (route) => route.area === area && rangeAround(settings?.ranges ?? [], route.prefix) === range,
        );
        if (members.length === 0) continue;
        const farthest = range.cost ?? Math.max(...members.map(({ cost }) => cost));
        found.push({ ...range, area, farthest });
      }
    }
    this.ranges.set(border, found);
    return found;
  }

  /** What a border router announces into an area. */
  private summaries(border: number, area: number): readonly Summary[] {
    const memo = `${border} ${area}`;
    const known = this.announced.get(memo);
    if (known !== undefined) return known;
    const found = [...this.summariesInto(border, area)].filter(({ cost }) => cost < LS_INFINITY);
    this.announced.set(memo, found);
    return found;
  }

  private *summariesInto(border: number, area: number): IterableIterator<Summary> {
    const attached = this.areas.attached(border);
    const into = attached.find((each) => each.area === area);
    if (into?.stub === true) yield { prefix: DEFAULT_PREFIX, cost: into.settings?.defaultCost ?? 1 };
    if (into?.settings?.type === 'totally-stubby') return;
    for (const route of this.intraArea(border).values()) {
      const from = attached.find((each) => each.area === route.area);
      const hidden = rangeAround(from?.settings?.ranges ?? [], route.prefix) !== undefined;
      if (route.area !== area && !hidden) yield route;
    }
    for (const { prefix, farthest, advertise, area: from } of this.activeRanges(border))
      if (from !== area && advertise) yield { prefix, cost: farthest };
    if (area !== BACKBONE && this.areas.hearsBackbone(border)) yield* this.pathsOf(border).values();
  }

  /**
   * Whether a router reaches the prefix of a summary inside an area, or announces it itself (RFC 2328 section 16.2,
   * steps 3 and 6), as every border router does with the default route of a stub area.
   */
  private hasNoUseFor(node: number, heard: Attachment, prefix: Prefix): boolean {
    if (heard.stub && prefix.length === 0 && this.areas.isBorder(node)) return true;
    if (this.hasIntraArea(node, prefix)) return true;
    return this.activeRanges(node).some((range) => prefixKey(range.prefix) === prefixKey(prefix));
  }

  hasIntraArea(node: number, prefix: Prefix): boolean {
    return this.areaOf(node, prefix) !== null;
  }

  /** The lowest area inside which a router reaches a prefix; null for none. */
  areaOf(node: number, prefix: Prefix): number | null {
    const key = prefixKey(prefix);
    const found = this.areas.attached(node).find((attachment) => {
      const { graph } = attachment;
      const paths = this.areas.pathsIn(attachment);
      const subnets = graph.subnetsOf.get(key) ?? [];
      return subnets.some((subnet) => paths.toSubnet(subnet).distance !== UNREACHED);
    });
    return found?.area ?? null;
  }

  /** What a border router reaches inside its areas, its own subnets included; of equal ones the lowest area's. */
  private intraArea(border: number): ReadonlyMap<number, IntraAreaRoute> {
    const known = this.intra.get(border);
    if (known !== undefined) return known;
    const found = new Map<number, IntraAreaRoute>();
    for (const attachment of this.areas.attached(border)) {
      const { area, graph } = attachment;
      const paths = this.areas.pathsIn(attachment);
      for (const [subnet, prefix] of graph.prefixes.entries()) {
        const cost = paths.toSubnet(subnet).distance;
        const key = prefixKey(prefix);
        if (cost < (found.get(key)?.cost ?? UNREACHED)) found.set(key, { prefix, cost, area });
      }
    }
    this.intra.set(border, found);
    return found;
  }
}

/** The longest range around a prefix. */
function rangeAround(ranges: readonly AreaRange[], prefix: Prefix): AreaRange | undefined {
  return ranges
    .filter((range) => prefixCovers(range.prefix, prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
}

/** The cheaper way; of equally cheap ones, both. */
function better(known: InterAreaPath | undefined, way: InterAreaPath): InterAreaPath {
  if (known === undefined || way.cost < known.cost) return way;
  if (way.cost > known.cost) return known;
  const from = [...new Set([...known.from, ...way.from])];
  return { ...known, hops: [...known.hops, ...way.hops], from };
}
