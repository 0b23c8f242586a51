/**
 * Networks in tiers, as leaves and spines, fat trees and other Clos networks are: told by their links alone. Hosts
 * hang on the lowest tier, links lead from tier to tier, and any two ways up meet. Drawn as such networks always are:
 * the spine in a row, what hangs together without it (a pod) side by side below and above, hosts and their LANs outside.
 */
import type { Box } from './apart';
import type { Links } from './parts';
import type { Point } from './stress';

const MOST_RANKS = 4;
/** Links for each switch; with fewer it is nearly a tree. */
const DENSE = 1.3;
/** Hosts of a switch or LAN stand in one row up to so many, beyond in rows that make a square. */
const ONE_ROW = 4;
const LEAST_GAP = 190;
/** Width to height, px: tiers of a wide network stand farther from each other. */
const SHAPE = 2.4;
const GROUP_ROOM = 30;
const MANY_PODS = 4;

/** Null where it has no tiers. @param room least distance between two boxes, px */
export function tierPlaces(
  boxes: readonly Box[],
  links: Links,
  isCore: readonly boolean[],
  room: number,
): Point[] | null {
  const ranks = ranksOf(links, isCore);
  if (ranks === null) return null;
  const racks = links.map((_, node) => (isCore[node] === true ? racksOf(node, links, isCore) : []));
  const width = boxes.reduce((most, box) => Math.max(most, box.left + box.right), 0) + room;
  const height = boxes.reduce((most, box) => Math.max(most, box.above + box.below), 0) + room;
  const columns = racks.map((own) => own.reduce((sum, rack) => sum + rack.columns, 0));
  const rows = racks.flat().reduce((most, rack) => Math.max(most, rowsOf(rack)), 0);
  const tiers: Tiers = {
    links,
    ranks,
    widths: columns.map(
      (count, node) => Math.max(1, count) * width + ((ranks[node] ?? 0) === 0 ? GROUP_ROOM : 0),
    ),
    x: boxes.map(() => 0),
  };
  const switches = boxes.flatMap((_, node) => (isCore[node] === true ? [node] : []));
  const top = switches.reduce((most, node) => Math.max(most, ranks[node] ?? 0), 0);
  const { width: whole, above } = placeWings(tiers, switches, top);
  followUpper(tiers, switches, top);
  const sides = above.size === 0 ? 1 : 2;
  const gap = Math.max(LEAST_GAP, (whole / SHAPE / sides - rows * height) / top);
  const points = boxes.map((_, node) => ({
    x: tiers.x[node] ?? 0,
    y: (top - (ranks[node] ?? 0)) * gap * (above.has(node) ? -1 : 1),
  }));
  racks.forEach((own, node) => {
    const { x, y } = points[node] ?? { x: 0, y: 0 };
    const sign = above.has(node) ? -1 : 1;
    const place = (column: number, row: number): Point => ({
      x: x + (column - ((columns[node] ?? 1) - 1) / 2) * width,
      y: y + ((row + 1) * height + room) * sign,
    });
    let left = 0;
    for (const { lan, hosts, columns: across } of own) {
      if (lan !== null) points[lan] = place(left + (across - 1) / 2, 0);
      hosts.forEach((host, index) => {
        const row = Math.floor(index / across);
        const inRow = Math.min(across, hosts.length - row * across);
        points[host] = place(left + (across - inRow) / 2 + (index % across), lan === null ? row : row + 1);
      });
      left += across;
    }
  });
  return points;
}

/** What stands side by side on a switch: hosts of its own, or a LAN with its hosts beneath. */
interface Rack {
  readonly lan: number | null;
  readonly hosts: readonly number[];
  readonly columns: number;
}

function racksOf(node: number, links: Links, isCore: readonly boolean[]): Rack[] {
  const hanging = (links[node] ?? []).filter((other) => isCore[other] !== true);
  const beneath = (lan: number): number[] => (links[lan] ?? []).filter((other) => other !== node);
  const lans = hanging.filter((other) => beneath(other).length > 0);
  const single = hanging.filter((other) => beneath(other).length === 0);
  return [
    ...(single.length === 0 ? [] : [rackOf(null, single)]),
    ...lans.map((lan) => rackOf(lan, beneath(lan))),
  ];
}

function rackOf(lan: number | null, hosts: readonly number[]): Rack {
  const columns = hosts.length <= ONE_ROW ? hosts.length : Math.ceil(Math.sqrt(hosts.length));
  return { lan, hosts, columns };
}

function rowsOf({ lan, hosts, columns }: Rack): number {
  return Math.ceil(hosts.length / columns) + (lan === null ? 0 : 1);
}

interface Wings {
  readonly width: number;
  /** What stands above the top rank. */
  readonly above: ReadonlySet<number>;
}

/** The top rank in the middle of many pods, half of them above it and half below: with half of the width and crossings. */
function placeWings(tiers: Tiers, switches: readonly number[], top: number): Wings {
  const { ranks } = tiers;
  const pods = joined(
    tiers,
    switches.filter((node) => ranks[node] !== top),
  );
  if (pods.length < MANY_PODS) return { width: placeBlock(tiers, switches, top, 0), above: new Set() };
  const half = Math.ceil(pods.length / 2);
  const above = new Set(pods.slice(0, half).flat());
  const upper = placeBlock(tiers, [...above], top, 0);
  const lower = placeBlock(tiers, pods.slice(half).flat(), top, 0);
  const own = switches.filter((node) => ranks[node] === top);
  const width = Math.max(upper, lower, widthOf(tiers, own));
  for (const node of switches)
    tiers.x[node] = (tiers.x[node] ?? 0) + (width - (above.has(node) ? upper : lower)) / 2;
  spread(tiers, own, 0, width);
  return { width, above };
}

function widthOf({ widths }: Tiers, nodes: readonly number[]): number {
  return nodes.reduce((sum, node) => sum + (widths[node] ?? 0), 0);
}

interface Tiers {
  readonly links: Links;
  /** 0 for the tier that has the hosts; -1 for hosts. */
  readonly ranks: readonly number[];
  /** px that each node needs, with the hosts beneath it. */
  readonly widths: readonly number[];
  readonly x: number[];
}

function ranksOf(links: Links, isCore: readonly boolean[]): number[] | null {
  const ranks = links.map(() => -1);
  const queue: number[] = [];
  for (const [node, others] of links.entries()) {
    if (isCore[node] !== true) {
      // A host, or a LAN on one switch with no more hosts than a row has.
      const hosts = others.filter((other) => isCore[other] !== true && links[other]?.length === 1).length;
      if (others.length > 1 && (hosts !== others.length - 1 || hosts > ONE_ROW)) return null;
    } else if (others.some((other) => isCore[other] !== true)) {
      ranks[node] = 0;
      queue.push(node);
    }
  }
  const [first] = queue;
  if (first === undefined) return null;
  fill(ranks, queue, links, isCore);
  const top = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  const sizes = Array.from({ length: top + 1 }, () => 0);
  let between = 0;
  for (const [node, others] of links.entries()) {
    const rank = ranks[node] ?? -1;
    if (rank === -1) continue;
    sizes[rank] = (sizes[rank] ?? 0) + 1;
    for (const other of others) {
      if (isCore[other] !== true) continue;
      if (Math.abs((ranks[other] ?? 0) - rank) !== 1) return null;
      between += 1 / 2;
    }
  }
  const switches = sizes.reduce((sum, size) => sum + size, 0);
  if (top === 0 || top > MOST_RANKS || between < DENSE * switches) return null;
  if (sizes.some((size, rank) => rank > 0 && size > (sizes[rank - 1] ?? 0))) return null;
  // In a mesh, ranks may alternate as well; but there it is far from one end to the other.
  const hops = links.map(() => -1);
  hops[first] = 0;
  fill(hops, [first], links, isCore);
  return hops.every((count) => count <= 2 * top) ? ranks : null;
}

/** Counts on from those in the queue, link by link, within the core. */
function fill(counts: number[], queue: number[], links: Links, isCore: readonly boolean[]): void {
  for (const next of queue) {
    for (const other of links[next] ?? []) {
      if (isCore[other] !== true || counts[other] !== -1) continue;
      counts[other] = (counts[next] ?? 0) + 1;
      queue.push(other);
    }
  }
}

/** Places what hangs together up to a rank: blocks of the rank below side by side, its own nodes above them. Its width. */
function placeBlock(tiers: Tiers, nodes: readonly number[], rank: number, left: number): number {
  const { ranks, x } = tiers;
  const own = nodes.filter((node) => ranks[node] === rank);
  const lower = nodes.filter((node) => ranks[node] !== rank);
  let right = left;
  for (const block of joined(tiers, lower)) right += placeBlock(tiers, block, rank - 1, right);
  const width = Math.max(right - left, widthOf(tiers, own));
  const shift = (width - (right - left)) / 2;
  for (const node of lower) x[node] = (x[node] ?? 0) + shift;
  spread(tiers, own, left, width);
  return width;
}

function spread({ x }: Tiers, nodes: readonly number[], left: number, width: number): void {
  nodes.forEach((node, index) => {
    x[node] = left + (width * (index + 0.5)) / nodes.length;
  });
}

/** Connected components among these nodes, in the order of their first node. */
function joined({ links }: Tiers, nodes: readonly number[]): number[][] {
  const open = new Set(nodes);
  return nodes.flatMap((start) => {
    if (!open.delete(start)) return [];
    const block = [start];
    for (const next of block) {
      for (const other of links[next] ?? []) if (open.delete(other)) block.push(other);
    }
    return [block.toSorted((a, b) => a - b)];
  });
}

/** Within each block, nodes of a rank change places until they stand as those above them do. */
function followUpper(tiers: Tiers, switches: readonly number[], top: number): void {
  const { links, ranks, x } = tiers;
  const mean = (node: number, rank: number): number => {
    const around = (links[node] ?? []).filter((other) => ranks[other] === rank);
    if (around.length === 0) return x[node] ?? 0;
    return around.reduce((sum, other) => sum + (x[other] ?? 0), 0) / around.length;
  };
  const reorder = (nodes: readonly number[], by: number): void => {
    const places = nodes.map((node) => x[node] ?? 0).toSorted((a, b) => a - b);
    const wishes = nodes.map((node) => ({ node, wish: mean(node, by) }));
    wishes
      .toSorted((a, b) => a.wish - b.wish)
      .forEach(({ node }, index) => {
        x[node] = places[index] ?? 0;
      });
  };
  reorder(
    switches.filter((node) => ranks[node] === top),
    top - 1,
  );
  for (let rank = top - 1; rank > 0; rank -= 1) {
    const below = switches.filter((node) => (ranks[node] ?? 0) <= rank);
    for (const block of joined(tiers, below)) {
      reorder(
        block.filter((node) => ranks[node] === rank),
        rank + 1,
      );
    }
  }
}
