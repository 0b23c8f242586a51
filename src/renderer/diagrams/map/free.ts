/**
 * Maps of plain networks: nodes as far apart as they are hops from each other; then the picture is turned so
 * that its longest extent lies level, nodes are moved until no label touches another, and lines are untangled.
 */
import { pushApart, type Box } from './apart';
import type { MapGraph, MapNode } from './graph';
import type { MapLayout } from './layout';
import { straightEdges } from './straight';
import { stressPositions } from './stress';
import { untangle } from './untangle';

interface Body extends Box {
  readonly node: MapNode;
}

const LINK_LENGTH = 130;
const MARGIN = 24;
const ROOM = 12;
/** Between rows of a folded picture, px; how wide and how many times wider than high calls for rows. */
const ROW_GAP = 130;
const LONG = 1500;
const THIN = 4;
/** Width to height that rows are to give. */
const SHAPE = 1.8;

export function freeLayout(graph: MapGraph): MapLayout {
  const { bodies, neighbours } = freeBodies(graph);
  untangle(bodies, neighbours, LINK_LENGTH, ROOM);
  return settled(graph, bodies);
}

interface Placed {
  readonly bodies: Body[];
  /** Of each of them, by index. */
  readonly neighbours: readonly (readonly number[])[];
}

/** Nodes placed about some origin, none touching another. */
export function freeBodies(graph: Pick<MapGraph, 'nodes' | 'edges'>): Placed {
  const neighbours = neighbourIndexes(graph);
  const points = stressPositions(neighbours, LINK_LENGTH);
  const bodies = graph.nodes.map((node, index): Body => ({
    ...boxOf(node),
    node,
    x: 0,
    y: 0,
    ...points[index],
  }));
  turnLevel(bodies);
  foldLong(bodies);
  pushApart(bodies, ROOM);
  return { bodies, neighbours };
}

function boxOf({ width, above, below }: MapNode): Omit<Box, 'x' | 'y'> {
  return { left: width / 2, right: width / 2, above, below };
}

function neighbourIndexes(graph: Pick<MapGraph, 'nodes' | 'edges'>): number[][] {
  const indexes = new Map(graph.nodes.map((node, index) => [node.id, index]));
  const links: number[][] = graph.nodes.map(() => []);
  for (const { from, to } of graph.edges) {
    const [a, b] = [indexes.get(from), indexes.get(to)];
    if (a === undefined || b === undefined) continue;
    links[a]?.push(b);
    links[b]?.push(a);
  }
  return links;
}

/** Turns the picture by its principal axis; the node named first stands on its left half. */
export function turnLevel(bodies: readonly Box[]): void {
  const count = Math.max(1, bodies.length);
  const cx = bodies.reduce((sum, body) => sum + body.x, 0) / count;
  const cy = bodies.reduce((sum, body) => sum + body.y, 0) / count;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const body of bodies) {
    xx += (body.x - cx) ** 2;
    yy += (body.y - cy) ** 2;
    xy += (body.x - cx) * (body.y - cy);
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const body of bodies) {
    const [dx, dy] = [body.x - cx, body.y - cy];
    body.x = dx * cos + dy * sin;
    body.y = dy * cos - dx * sin;
  }
  const [first] = bodies;
  if (first !== undefined && first.x > 0) for (const body of bodies) body.x = -body.x;
}

/**
 * A long thin picture would be a strip too small to read: it is laid in rows that lead to and fro, as an ox
 * ploughs, so that what was beside each other still is.
 */
function foldLong(bodies: readonly Box[]): void {
  const xs = bodies.map((body) => body.x);
  const ys = bodies.map((body) => body.y);
  const left = Math.min(0, ...xs);
  const width = Math.max(0, ...xs) - left;
  const height = Math.max(0, ...ys) - Math.min(0, ...ys) + ROW_GAP;
  if (width < LONG || width < THIN * height) return;
  const rows = Math.max(2, Math.round(Math.sqrt(width / height / SHAPE)));
  const row = width / rows;
  for (const body of bodies) {
    const along = body.x - left;
    const index = Math.min(rows - 1, Math.floor(along / row));
    const within = along - index * row;
    body.x = index % 2 === 0 ? within : row - within;
    body.y += index * height;
  }
}

function settled(graph: MapGraph, bodies: readonly Body[]): MapLayout {
  const left = Math.min(0, ...bodies.map((body) => body.x - body.left));
  const top = Math.min(0, ...bodies.map((body) => body.y - body.above));
  for (const body of bodies) {
    body.x += MARGIN - left;
    body.y += MARGIN - top;
  }
  return {
    nodes: bodies.map(({ node, x, y }) => ({ node, x, y })),
    edges: straightEdges(graph.edges, new Map(bodies.map((body) => [body.node.id, body]))),
    frames: [],
    width: Math.max(0, ...bodies.map((body) => body.x + body.right)) + MARGIN,
    height: Math.max(0, ...bodies.map((body) => body.y + body.below)) + MARGIN,
  };
}
