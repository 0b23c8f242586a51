/** What a canvas draws of a map, and what is where on it. */
import type { AreaOfNetwork } from '../../../shared/network-view';
import { areaKey } from '../map/graph';
import { wordsBox } from '../map/words';
import type { Frame, MapLayout, PlacedEdge, PlacedNode, Point } from '../map/layout';

/** A part of the plane of the map, px at its natural size. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Scene {
  readonly layout: MapLayout;
  readonly nodes: Places<PlacedNode>;
  readonly edges: Places<PlacedEdge>;
  readonly byName: ReadonlyMap<string, PlacedNode>;
  /** By the keys that nodes have. */
  readonly areas: ReadonlyMap<string, AreaOfNetwork>;
}

export function sceneOf(layout: MapLayout): Scene {
  return {
    layout,
    nodes: new Places(layout.nodes, nodeRegion),
    edges: new Places(layout.edges, ({ ends: [a, b] }) => ({
      left: Math.min(a.x, b.x),
      right: Math.max(a.x, b.x),
      top: Math.min(a.y, b.y),
      bottom: Math.max(a.y, b.y),
    })),
    byName: new Map(layout.nodes.map((placed) => [placed.node.id, placed])),
    areas: new Map(layout.frames.flatMap(({ area }) => (area === null ? [] : [[areaKey(area), area]]))),
  };
}

/** The node with its label. */
export function nodeRegion(placed: PlacedNode): Region {
  const { node, x, y } = placed;
  const words = wordsBox(placed);
  return {
    left: Math.min(x - node.radius, words.left),
    right: Math.max(x + node.radius, words.right),
    top: Math.min(y - node.above, words.top),
    bottom: Math.max(y + node.radius, words.bottom),
  };
}

export function meets(a: Region, b: Region): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** Where things are, as numbers in a row: some ten thousand are looked through in a fraction of a millisecond. */
export class Places<T> {
  private readonly sides: Float64Array;

  constructor(
    private readonly all: readonly T[],
    regionOf: (value: T) => Region,
  ) {
    this.sides = new Float64Array(all.length * 4);
    all.forEach((value, index) => {
      const { left, top, right, bottom } = regionOf(value);
      this.sides.set([left, top, right, bottom], index * 4);
    });
  }

  /** What meets a region, in the order of the map. */
  within({ left, top, right, bottom }: Region): readonly T[] {
    const { sides } = this;
    return this.all.filter((_, index) => {
      const at = index * 4;
      return (
        (sides[at] ?? 0) <= right &&
        (sides[at + 1] ?? 0) <= bottom &&
        (sides[at + 2] ?? 0) >= left &&
        (sides[at + 3] ?? 0) >= top
      );
    });
  }
}

export type Part =
  | { readonly kind: 'node'; readonly placed: PlacedNode }
  | { readonly kind: 'link'; readonly placed: PlacedEdge }
  | { readonly kind: 'area'; readonly frame: Frame };

/** What is at a point, nodes before links before areas; `reach` is how near the pointer has to be, px of the map. */
export function partAt(scene: Scene, at: Point, reach: number, withLinks: boolean): Part | null {
  const around = { left: at.x - reach, right: at.x + reach, top: at.y - reach, bottom: at.y + reach };
  const nodes = scene.nodes.within(around).map((placed) => ({ placed, away: awayFromNode(placed, at) }));
  const [node] = nodes.filter(({ away }) => away <= reach).toSorted((a, b) => a.away - b.away);
  if (node !== undefined) return { kind: 'node', placed: node.placed };
  const links = withLinks
    ? scene.edges
        .within(around)
        .filter(({ edge }) => edge.link !== null)
        .map((placed) => ({ placed, away: awayFromLine(placed.ends, at) }))
    : [];
  const [link] = links.filter(({ away }) => away <= reach).toSorted((a, b) => a.away - b.away);
  if (link !== undefined) return { kind: 'link', placed: link.placed };
  const frame = scene.layout.frames.findLast(
    (each) => each.area !== null && meets(each, { left: at.x, right: at.x, top: at.y, bottom: at.y }),
  );
  return frame === undefined ? null : { kind: 'area', frame };
}

/** 0 on its glyph. */
function awayFromNode({ node, x, y }: PlacedNode, at: Point): number {
  return Math.max(0, Math.hypot(x - at.x, y - at.y) - node.radius);
}

function awayFromLine([a, b]: readonly [Point, Point], at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(a.x + t * dx - at.x, a.y + t * dy - at.y);
}

/** The nearest node in a direction, within a quarter circle before those beside it; null at the edge. */
export function nodeTowards(
  scene: Scene,
  from: PlacedNode,
  [dx, dy]: readonly [number, number],
): PlacedNode | null {
  let best: PlacedNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const placed of scene.layout.nodes) {
    const [x, y] = [placed.x - from.x, placed.y - from.y];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy - y * dx);
    if (placed === from || along <= 0 || across > along) continue;
    const cost = along + 2 * across;
    if (cost < least) [best, least] = [placed, cost];
  }
  return best;
}
