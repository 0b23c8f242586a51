/**
 * A wide picture of ways as several rows, read like lines of text. It is laid out whole and cut where every line runs
 * level, so that what stands above each other still does; a line that is cut goes on in the next row at its height.
 */
import { LABEL_SIZE, MARGIN, SUBLABEL_SIZE } from '../map/measures';
import type { Frame, MapLayout, PlacedEdge, PlacedNode } from '../map/layout';
import { round } from '../svg';
import { shorten, textWidth } from '../text';
import { evenRows } from './even';
import { clipLine, heightAt, lineOf, lineShifted, startOf, endOf, type Line } from './ways-lines';

/** A line, or the part of one that a row shows. */
export interface WayPiece extends PlacedEdge {
  /** Whether its ends are those of the line. */
  readonly isWhole: readonly [boolean, boolean];
}

/** Beside where lines are cut: the node they lead to or come from. */
export interface CutName {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
}

export interface RowsLayout extends Omit<MapLayout, 'edges'> {
  readonly edges: readonly WayPiece[];
  readonly names: readonly CutName[];
}

/** How far a line reaches beyond the cut, px, and where the name begins that stands behind it. */
const REACH = 26;
const NAME_GAP = 12;
const LONGEST_NAME = 110;
const NAME_LINE = 15;
const ROW_GAP = 26;
/** From a cut to the frame of an area that goes on behind it. */
const FRAME_GAP = 12;
/** Lines this close to each other that lead to the same node share its name, px. */
const TOGETHER = 24;
/** How much of a row may stay empty rather than cut through an area, and through one more line. */
const AREA_COST = 0.15;
const LINE_COST = 0.3;

type Side = 'enters' | 'leaves';

interface NameAt {
  readonly text: string;
  readonly y: number;
}

interface Cut {
  readonly x: number;
  /** The nodes on its other side, as told behind it (`enters`) and before it. */
  readonly names: Readonly<Record<Side, readonly NameAt[]>>;
  /** What the lines and names beyond it take of a row, px. */
  readonly room: Readonly<Record<Side, number>>;
  /** How much of a row may rather stay empty, as a share of it. */
  readonly cost: number;
}

interface Whole {
  readonly layout: MapLayout;
  readonly lines: readonly { readonly placed: PlacedEdge; readonly line: Line }[];
  readonly nameOf: (id: string) => string;
}

/** @param width of the widest row, px. @param nameOf a node, by its id */
export function inRows(layout: MapLayout, width: number, nameOf: (id: string) => string): RowsLayout {
  const lines = layout.edges.map((placed) => ({ placed, line: lineOf(placed.d) }));
  const whole = { layout, lines, nameOf };
  const cuts = layout.width <= width ? [] : evenCuts(whole, width);
  if (cuts.length === 0) {
    const edges = layout.edges.map((placed): WayPiece => ({ ...placed, isWhole: [true, true] }));
    return { ...layout, nodes: inReadingOrder(layout.nodes), edges, names: [] };
  }
  let top = MARGIN;
  const rows = [...cuts, null].map((cut, index) => {
    const row = rowOf(whole, cuts[index - 1] ?? null, cut, top);
    top = row.bottom + ROW_GAP;
    return row;
  });
  return {
    nodes: rows.flatMap(({ nodes }) => nodes),
    edges: rows.flatMap(({ edges }) => edges),
    frames: rows.flatMap(({ frames }) => frames),
    names: rows.flatMap(({ names }) => names),
    width: Math.max(...rows.map(({ right }) => right)) + MARGIN,
    height: top - ROW_GAP + MARGIN,
  };
}

/** From left to right, in each column from top to bottom: the order of the keyboard. */
function inReadingOrder(nodes: readonly PlacedNode[]): PlacedNode[] {
  return nodes.toSorted((a, b) => a.x - b.x || a.y - b.y);
}

function evenCuts(whole: Whole, width: number): readonly Cut[] {
  const possible = candidates(whole);
  const at = (most: number): readonly Cut[] => cutsOf(whole.layout.width, possible, most);
  return evenRows(at(width), width, at);
}

function cutsOf(length: number, possible: readonly Cut[], width: number): readonly Cut[] {
  const cuts: Cut[] = [];
  for (;;) {
    const last = cuts.at(-1) ?? null;
    const start = last?.x ?? 0;
    const before = last === null ? 0 : MARGIN + last.room.enters;
    if (before + length - start <= width) return cuts;
    const next = possible.filter(({ x }) => x > start + 1);
    const fitting = next.filter(({ x, room }) => before + x - start + room.leaves + MARGIN <= width);
    const worth = ({ x, cost }: Cut): number => (x - start) / (width - before) - cost;
    const cut = maxBy(fitting, worth) ?? next[0];
    if (cut === undefined) return cuts;
    cuts.push(cut);
  }
}

function cutAt(whole: Whole, x: number): Cut {
  const names = { enters: namesAt(whole, x, 'enters'), leaves: namesAt(whole, x, 'leaves') };
  const roomOf = (side: Side): number =>
    REACH + NAME_GAP + Math.max(0, ...names[side].map(({ text }) => textWidth(text, SUBLABEL_SIZE)));
  const area = whole.layout.frames.some((frame) => isCut(frame, x)) ? AREA_COST : 0;
  return {
    x,
    names,
    room: { enters: roomOf('enters'), leaves: roomOf('leaves') },
    cost: area + LINE_COST * (names.leaves.length - 1),
  };
}

/** The last of those for which it is greatest. */
function maxBy<T>(items: readonly T[], worth: (item: T) => number): T | undefined {
  let best: { readonly item: T; readonly worth: number } | null = null;
  for (const item of items) {
    const own = worth(item);
    if (best === null || own >= best.worth) best = { item, worth: own };
  }
  return best?.item;
}

/** Where everything may be cut: right of a node or an area, through level lines and nothing else. */
function candidates(whole: Whole): Cut[] {
  const { layout, lines } = whole;
  const rights = [
    ...layout.nodes.map(({ node, x }) => x + node.width / 2),
    ...layout.frames.map(({ right }) => right),
  ];
  const last = Math.max(...rights);
  // Lines are written with as many decimals.
  return [...new Set(rights.map(round))]
    .filter(
      (x) =>
        x < last - 1 &&
        layout.nodes.every((each) => Math.abs(each.x - x) >= each.node.width / 2 - 0.01) &&
        layout.frames.every((frame) => !isCut(frame, x) || hasRoom(frame, x)) &&
        lines.every(({ line }) => endOf(line).x <= x || startOf(line).x >= x || heightAt(line, x) !== null),
    )
    .toSorted((a, b) => a - b)
    .map((x) => cutAt(whole, x));
}

function isCut({ left, right }: Frame, x: number): boolean {
  return left < x && x < right;
}

/** Both parts of an area bear its titles. */
function hasRoom({ left, right, title, subtitle }: Frame, x: number): boolean {
  const needed =
    Math.max(textWidth(title, LABEL_SIZE, 'bold'), textWidth(subtitle ?? '', SUBLABEL_SIZE)) + 2 * FRAME_GAP;
  return x + FRAME_GAP - left >= needed && right - x - FRAME_GAP >= needed;
}

/** The lines that a cut goes through, each with its height there, and the nodes at its ends. */
function crossing({ lines }: Whole, x: number): { readonly placed: PlacedEdge; readonly y: number }[] {
  return lines.flatMap(({ placed, line }) => {
    if (endOf(line).x <= x || startOf(line).x >= x) return [];
    const y = heightAt(line, x);
    return y === null ? [] : [{ placed, y }];
  });
}

/** One name for lines beside each other that lead to the same node, and none on another. */
function namesAt(whole: Whole, x: number, side: Side): NameAt[] {
  const groups: { readonly node: string; readonly ys: number[] }[] = [];
  for (const { placed, y } of crossing(whole, x).toSorted((a, b) => a.y - b.y)) {
    const node = placed.nodes[side === 'leaves' ? 1 : 0];
    const known = groups.findLast((group) => group.node === node && y - (group.ys.at(-1) ?? y) <= TOGETHER);
    if (known === undefined) groups.push({ node, ys: [y] });
    else known.ys.push(y);
  }
  let least = Number.NEGATIVE_INFINITY;
  return groups
    .map(({ node, ys }) => ({
      text: shorten(whole.nameOf(node), SUBLABEL_SIZE, LONGEST_NAME),
      y: ys.reduce((sum, y) => sum + y, 0) / ys.length,
    }))
    .toSorted((a, b) => a.y - b.y)
    .map(({ text, y }) => {
      const free = Math.max(y, least);
      least = free + NAME_LINE;
      return { text, y: free };
    });
}

/** What stands between two cuts, with its upper edge at `top`; rows but the first begin at the left margin. */
function rowOf(whole: Whole, before: Cut | null, behind: Cut | null, top: number) {
  const from = before?.x ?? Number.NEGATIVE_INFINITY;
  const to = behind?.x ?? Number.POSITIVE_INFINITY;
  const nodes = whole.layout.nodes.filter(({ x }) => x > from && x < to);
  const frames = whole.layout.frames
    .filter(({ left, right }) => right > from + 1 && left < to - 1)
    .map((frame) => ({
      ...frame,
      left: frame.left < from ? from + FRAME_GAP : frame.left,
      right: frame.right > to ? to + FRAME_GAP : frame.right,
    }));
  const pieces = whole.lines.flatMap(({ placed, line }) => {
    if (endOf(line).x <= from || startOf(line).x >= to) return [];
    const isWhole = [startOf(line).x >= from, endOf(line).x <= to] as const;
    return [{ placed, line: clipLine(line, from, to, REACH), isWhole }];
  });
  const heights = pieces.flatMap(({ line }) => line.map(({ y }) => y));
  const highest = Math.min(
    ...frames.map((frame) => frame.top),
    ...nodes.map(({ node, y }) => y - node.above),
    ...heights,
  );
  const lowest = Math.max(
    ...frames.map((frame) => frame.bottom),
    ...nodes.map(({ node, y }) => y + node.below),
    ...heights,
  );
  const dx = before === null ? 0 : MARGIN + before.room.enters - from;
  const dy = top - highest;
  const names: CutName[] = [
    ...(before?.names.enters ?? []).map(({ text, y }) => ({
      text,
      x: from + dx - REACH - NAME_GAP,
      y: y + dy,
      anchor: 'end' as const,
    })),
    ...(behind?.names.leaves ?? []).map(({ text, y }) => ({
      text,
      x: to + dx + REACH + NAME_GAP,
      y: y + dy,
      anchor: 'start' as const,
    })),
  ];
  return {
    nodes: inReadingOrder(nodes).map((placed) => ({ ...placed, x: placed.x + dx, y: placed.y + dy })),
    frames: frames.map((frame) => ({
      ...frame,
      left: frame.left + dx,
      right: frame.right + dx,
      top: frame.top + dy,
      bottom: frame.bottom + dy,
    })),
    edges: pieces.map(({ placed, line, isWhole }): WayPiece => {
      const { d, start, end } = lineShifted(line, dx, dy);
      const mark = { x: placed.mark.x + dx, y: placed.mark.y + dy };
      return { ...placed, d, ends: [start, end], mark, isWhole };
    }),
    names,
    right: behind === null ? whole.layout.width - MARGIN + dx : to + dx + behind.room.leaves,
    bottom: lowest + dy,
  };
}
