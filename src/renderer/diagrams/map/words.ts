/**
 * Where the names of nodes stand. Beneath their node there is always room; where links run through it, a name goes to
 * another side where nothing else is and fewer links run. In the order of the map, so the same map gives the same
 * places.
 */
import { textWidth } from '../text';
import type { MapNode } from './graph';
import type { MapLayout, PlacedEdge, PlacedNode, Point, Words } from './layout';
import { AREA_HEAD, LABEL_SIZE, SUBLABEL_SIZE } from './measures';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Heights of the lines of a name, px. */
const NAME_LINE = 18;
const SECOND_LINE = 16;
const AWAY = 6;
/** To its sides there is room for a ring about it. */
const ASIDE = 10;
/** Around a glyph, px. */
const AROUND = 3;
/** Names that went first may have taken a place that another leaves later. */
const ROUNDS = 2;
/** Where more links are near a node than these, its name stands beneath it: no place is free of them, or seen to be. */
const MOST_LINES = 150;
/** Side of the squares by which things are found, px. */
const SQUARE = 160;

/** Where a node's name stands. */
export function wordsOf({ node, x, y, words }: PlacedNode): Words {
  return words ?? { x, top: y + node.radius + AWAY, anchor: 'middle', isCrossed: node.area === null };
}

/** What the name of a node and the line beneath it cover. */
export function wordsBox(placed: PlacedNode): Box {
  return boxOf(placed.node, wordsOf(placed));
}

function boxOf(node: MapNode, { x, top, anchor }: Pick<Words, 'x' | 'top' | 'anchor'>): Box {
  const width = widthOf(node);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top, right: left + width, bottom: top + heightOf(node) };
}

function widthOf({ label, sublabel }: MapNode): number {
  return Math.max(
    label === null ? 0 : textWidth(label, LABEL_SIZE, 'bold'),
    sublabel === null ? 0 : textWidth(sublabel, SUBLABEL_SIZE),
  );
}

function heightOf({ label, sublabel }: MapNode): number {
  return (label === null ? 0 : NAME_LINE) + (sublabel === null ? 0 : SECOND_LINE);
}

type Place = Pick<Words, 'x' | 'top' | 'anchor'>;

/** Beneath, above, at the right and left, then at the corners: the first is taken unless another is better. */
function placesFor({ node, x, y }: PlacedNode): readonly Place[] {
  const { radius } = node;
  const height = heightOf(node);
  const beside = radius + AWAY;
  const aside = radius + ASIDE;
  const corner = 0.7 * radius + 6;
  return [
    { x, top: y + beside, anchor: 'middle' },
    { x, top: y - beside - height, anchor: 'middle' },
    { x: x + aside, top: y - height / 2, anchor: 'start' },
    { x: x - aside, top: y - height / 2, anchor: 'end' },
    { x: x + corner, top: y + corner, anchor: 'start' },
    { x: x - corner, top: y + corner, anchor: 'end' },
    { x: x + corner, top: y - corner - height, anchor: 'start' },
    { x: x - corner, top: y - corner - height, anchor: 'end' },
  ];
}

/**
 * The layout with a place for every name. Its lines have to be straight, and its names not to touch as they are. Where
 * there is no frame, a name that links would run through may leave the map (`room.ts`).
 */
export function withWords(layout: MapLayout): MapLayout {
  const lines = new Squares<PlacedEdge>();
  for (const edge of layout.edges) lines.addAlong(edge, edge.ends);
  const boxes = new Squares<Box>();
  const glyphs = new Map<PlacedNode, Box>();
  for (const placed of layout.nodes) {
    const glyph = around(placed);
    glyphs.set(placed, glyph);
    boxes.add(glyph, glyph);
  }
  const names = new Map(layout.nodes.map((placed) => [placed, wordsBox(placed)]));
  for (const box of names.values()) boxes.add(box, box);
  const chosen = new Map<PlacedNode, Words>();
  const edges: Box = { left: 0, top: 0, right: layout.width, bottom: layout.height };

  for (let round = 0; round < ROUNDS; round += 1) {
    for (const placed of layout.nodes) {
      const now = names.get(placed);
      if (now === undefined || heightOf(placed.node) === 0) continue;
      if (round > 0 && chosen.get(placed)?.isCrossed !== true) continue;
      const reach = reachOf(placed);
      if (lines.countNear(reach) > MOST_LINES) continue;
      const near = lines.near(reach);
      let best: { readonly place: Place; readonly box: Box; readonly crossings: number } | null = null;
      const frame = frameOf(layout, placed);
      for (const limits of frame === null ? [edges, null] : [frame]) {
        for (const place of placesFor(placed)) {
          if (best?.crossings === 0) break;
          const box = boxOf(placed.node, place);
          const isHere = place.anchor === 'middle' && box.top === now.top;
          if (!isHere && !isFree(box, boxes, [now, glyphs.get(placed)], limits)) continue;
          const crossings = near.filter(({ ends }) => runsThrough(ends, box)).length;
          if (best === null || crossings < best.crossings) best = { place, box, crossings };
        }
      }
      if (best === null) continue;
      boxes.move(now, best.box);
      names.set(placed, best.box);
      chosen.set(placed, { ...best.place, isCrossed: best.crossings > 0 });
    }
  }
  return {
    ...layout,
    nodes: layout.nodes.map((placed) => {
      const words = chosen.get(placed);
      return words === undefined ? placed : { ...placed, words };
    }),
  };
}

function around({ node, x, y }: PlacedNode): Box {
  const half = node.radius + AROUND;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

/** All places that its name may have. */
function reachOf({ node, x, y }: PlacedNode): Box {
  const [width, height] = [widthOf(node), heightOf(node)];
  const beside = node.radius + AWAY;
  const aside = node.radius + ASIDE;
  return {
    left: x - aside - width,
    right: x + aside + width,
    top: y - beside - height,
    bottom: y + beside + height,
  };
}

/** The innermost frame about a point. */
function frameOf({ frames }: MapLayout, { x, y }: Point): Box | null {
  const own = frames.findLast(
    (frame) => x > frame.left && x < frame.right && y > frame.top && y < frame.bottom,
  );
  if (own === undefined) return null;
  return own.area === null ? own : { ...own, top: own.top + AREA_HEAD };
}

function isFree(
  box: Box,
  boxes: Squares<Box>,
  own: readonly (Box | undefined)[],
  within: Box | null,
): boolean {
  if (within !== null) {
    if (box.left < within.left || box.right > within.right) return false;
    if (box.top < within.top || box.bottom > within.bottom) return false;
  }
  return !boxes.near(box).some((other) => !own.includes(other) && meets(box, other));
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a straight line runs through a box: by what is left of it between the box's sides (Liang and Barsky). */
/** Whether a straight line does. */
export function runsThrough([a, b]: readonly [Point, Point], box: Box): boolean {
  let [from, to] = [0, 1];
  for (const [start, step, low, high] of [
    [a.x, b.x - a.x, box.left, box.right],
    [a.y, b.y - a.y, box.top, box.bottom],
  ] as const) {
    if (step === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [one, two] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(one, two));
    to = Math.min(to, Math.max(one, two));
    if (from >= to) return false;
  }
  return true;
}

/** Things by the squares of the plane that they are in. */
class Squares<T> {
  private readonly squares = new Map<number, Set<T>>();

  add(value: T, box: Box): void {
    for (const key of keysOf(box)) this.put(key, value);
  }

  addAlong(value: T, [a, b]: readonly [Point, Point]): void {
    const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / SQUARE));
    for (let step = 0; step < steps; step += 1) {
      const [from, to] = [step / steps, (step + 1) / steps];
      const xs = [a.x + (b.x - a.x) * from, a.x + (b.x - a.x) * to];
      const ys = [a.y + (b.y - a.y) * from, a.y + (b.y - a.y) * to];
      this.add(value, {
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      });
    }
  }

  move(this: Squares<Box>, from: Box, to: Box): void {
    for (const key of keysOf(from)) this.squares.get(key)?.delete(from);
    this.add(to, to);
  }

  /** How many are near; what is in several of the squares counts in each. */
  countNear(box: Box): number {
    let count = 0;
    for (const key of keysOf(box)) count += this.squares.get(key)?.size ?? 0;
    return count;
  }

  near(box: Box): readonly T[] {
    const found = new Set<T>();
    for (const key of keysOf(box)) for (const value of this.squares.get(key) ?? []) found.add(value);
    return [...found];
  }

  private put(key: number, value: T): void {
    const known = this.squares.get(key);
    if (known === undefined) this.squares.set(key, new Set([value]));
    else known.add(value);
  }
}

function* keysOf({ left, top, right, bottom }: Box): Generator<number> {
  for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x += 1) {
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y += 1) yield x * 2 ** 21 + y;
  }
}
