/**
 * Nodes where a hand has put them: the map is laid out as if by itself, these are moved, lines to them drawn straight,
 * and areas stretched about what stands in them. A position counts from the upper left corner of the map without hands.
 */
import { areaKey, type MapNode } from './graph';
import type { Frame, MapLayout, PlacedEdge, PlacedNode, Point } from './layout';
import { shifted } from './shift';
import { straightEdges } from './straight';
import { runsThrough, wordsBox, wordsOf } from './words';

/** Around all that is drawn, px. */
const MARGIN = 24;
/** Nodes whose middles are nearer hide each other, px. */
const SAME_SPOT = 16;

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function placedByHand(layout: MapLayout): MapLayout {
  const nodes = apart(layout.nodes.map(moved), layout.nodes);
  const hands = new Set(nodes.filter((placed, index) => placed !== layout.nodes[index]));
  if (hands.size === 0) return layout;
  const places = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const isMoved = (id: string): boolean => hands.has(places.get(id)!);
  const redrawn = layout.edges.flatMap(({ edge }) => (isMoved(edge.from) || isMoved(edge.to) ? edge : []));
  const straight = new Map(straightEdges(redrawn, places).map((placed) => [placed.edge, placed]));
  return trimmed({
    ...layout,
    nodes: nodes.map((placed) => rimmed(placed, [...straight.values()])),
    edges: layout.edges.map((placed) => straight.get(placed.edge) ?? placed),
    frames: stretched(layout, nodes),
  });
}

/** Its name stands beneath it, or is placed anew. */
function moved(placed: PlacedNode): PlacedNode {
  const { node } = placed;
  const position = node.view?.position ?? node.lan?.position ?? null;
  return position === null ? placed : { node, x: position[0], y: position[1] };
}

/** Where a line drawn anew runs through its name, this is kept clear by a rim. */
function rimmed(placed: PlacedNode, lines: readonly PlacedEdge[]): PlacedNode {
  const [words, box] = [wordsOf(placed), wordsBox(placed)];
  const isCrossed = words.isCrossed || lines.some(({ ends }) => runsThrough(ends, box));
  return isCrossed === words.isCrossed ? placed : { ...placed, words: { ...words, isCrossed } };
}

/** A node put on another stands beside it: one would hide the other. */
function apart(nodes: readonly PlacedNode[], before: readonly PlacedNode[]): readonly PlacedNode[] {
  const standing: Point[] = nodes.filter((placed, index) => placed === before[index]);
  return nodes.map((placed, index) => {
    if (placed === before[index]) return placed;
    let own = placed;
    while (standing.some(({ x, y }) => Math.hypot(x - own.x, y - own.y) < SAME_SPOT))
      own = { ...own, x: own.x + placed.node.width + MARGIN };
    standing.push(own);
    return own;
  });
}

/** Areas about their nodes, regions about their VNets: as far from them as before, and never smaller. */
function stretched({ frames, nodes: before }: MapLayout, nodes: readonly PlacedNode[]): Frame[] {
  const areas = new Map(
    frames.flatMap((frame): [Frame, Frame][] => {
      const members = before.flatMap(({ node }, index) => (isIn(node, frame) ? index : []));
      if (members.length === 0) return [];
      const of = (all: readonly PlacedNode[]): Bounds => boundsOf(members.map((index) => boxOf(all[index]!)));
      return [[frame, about(frame, of(before), of(nodes))]];
    }),
  );
  return frames.map((frame) => {
    if (frame.area !== null) return areas.get(frame) ?? frame;
    const own = [...areas].filter(([{ area }]) => area?.kind === 'vnet' && area.region === frame.title);
    if (own.length === 0) return frame;
    return about(frame, boundsOf(own.map(([was]) => was)), boundsOf(own.map(([, is]) => is)));
  });
}

function isIn({ area }: MapNode, frame: Frame): boolean {
  return frame.area !== null && area === areaKey(frame.area);
}

function about(frame: Frame, was: Bounds, is: Bounds): Frame {
  const [left, top] = [frame.left + is.left - was.left, frame.top + is.top - was.top];
  return {
    ...frame,
    left,
    top,
    right: Math.max(frame.right + is.right - was.right, left + frame.right - frame.left),
    bottom: Math.max(frame.bottom + is.bottom - was.bottom, top + frame.bottom - frame.top),
  };
}

function boxOf({ node, x, y }: PlacedNode): Bounds {
  return { left: x - node.width / 2, top: y - node.above, right: x + node.width / 2, bottom: y + node.below };
}

function boundsOf(boxes: readonly Bounds[]): Bounds {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Everything moved to the upper left corner. */
function trimmed(layout: MapLayout): MapLayout {
  const all = boundsOf([...layout.nodes.map(boxOf), ...layout.frames]);
  return {
    ...shifted(layout, MARGIN - all.left, MARGIN - all.top),
    width: all.right - all.left + 2 * MARGIN,
    height: all.bottom - all.top + 2 * MARGIN,
  };
}
