/**
 * Maps of plain networks: nodes as far apart as they are hops from each other; then the picture is turned so
 * that its longest extent lies level, and nodes are moved until no label touches another.
 */
import { pathData } from '../svg';
import type { MapEdge, MapGraph, MapNode } from './graph';
import type { MapLayout, PlacedEdge } from './layout';
import { stressPositions } from './stress';

interface Body {
  readonly node: MapNode;
  x: number;
  y: number;
}

const LINK_LENGTH = 130;
const MARGIN = 24;
const ROOM = 12;
const SEPARATION_ROUNDS = 400;
const PARALLEL_DISTANCE = 12;
/** Between rows of a folded picture, px; how wide and how many times wider than high calls for rows. */
const ROW_GAP = 130;
const LONG = 1500;
const THIN = 4;
/** Width to height that rows are to give. */
const SHAPE = 1.8;

export function freeLayout(graph: MapGraph): MapLayout {
  const points = stressPositions(neighbourIndexes(graph), LINK_LENGTH);
  const bodies = graph.nodes.map((node, index): Body => ({ node, x: 0, y: 0, ...points[index] }));
  turnLevel(bodies);
  foldLong(bodies);
  pushApart(bodies);
  return settled(graph, bodies);
}

function neighbourIndexes(graph: MapGraph): number[][] {
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
function turnLevel(bodies: readonly Body[]): void {
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
function foldLong(bodies: readonly Body[]): void {
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

/** Moves boxes that touch apart along the shorter way, until none do. */
function pushApart(bodies: readonly Body[]): void {
  for (let round = 0; round < SEPARATION_ROUNDS; round += 1) {
    let touched = false;
    for (let i = 0; i < bodies.length; i += 1) {
      for (let j = i + 1; j < bodies.length; j += 1) {
        const a = bodies[i];
        const b = bodies[j];
        if (a === undefined || b === undefined) continue;
        const x = (a.node.width + b.node.width) / 2 + ROOM - Math.abs(a.x - b.x);
        const upper = a.y <= b.y ? a : b;
        const lower = upper === a ? b : a;
        const y = upper.node.below + lower.node.above + ROOM - (lower.y - upper.y);
        if (x <= 0 || y <= 0) continue;
        touched = true;
        if (x < y) {
          const side = a.x <= b.x ? 1 : -1;
          a.x -= (side * x) / 2;
          b.x += (side * x) / 2;
        } else {
          upper.y -= y / 2;
          lower.y += y / 2;
        }
      }
    }
    if (!touched) return;
  }
}

function settled(graph: MapGraph, bodies: readonly Body[]): MapLayout {
  const left = Math.min(0, ...bodies.map((body) => body.x - body.node.width / 2));
  const top = Math.min(0, ...bodies.map((body) => body.y - body.node.above));
  for (const body of bodies) {
    body.x += MARGIN - left;
    body.y += MARGIN - top;
  }
  return {
    nodes: bodies.map(({ node, x, y }) => ({ node, x, y })),
    edges: straightEdges(graph.edges, new Map(bodies.map((body) => [body.node.id, body]))),
    frames: [],
    width: Math.max(0, ...bodies.map((body) => body.x + body.node.width / 2)) + MARGIN,
    height: Math.max(0, ...bodies.map((body) => body.y + body.node.below)) + MARGIN,
  };
}

/** Straight lines; several between the same two nodes run side by side. */
function straightEdges(edges: readonly MapEdge[], bodies: ReadonlyMap<string, Body>): PlacedEdge[] {
  const pairs = new Map<string, MapEdge[]>();
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.to].toSorted());
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  return [...pairs.values()].flatMap((parallel) =>
    parallel.flatMap((edge, index) => {
      const [from, to] = [edge.from, edge.to].toSorted().map((id) => bodies.get(id));
      if (from === undefined || to === undefined || from === to) return [];
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = Math.hypot(dx, dy) || 1;
      const aside = (index - (parallel.length - 1) / 2) * PARALLEL_DISTANCE;
      const [ox, oy] = [(-dy / length) * aside, (dx / length) * aside];
      return [
        {
          edge,
          nodes: [from.node.id, to.node.id] as const,
          d: pathData('M', from.x + ox, from.y + oy, 'L', to.x + ox, to.y + oy),
          ends: [
            { x: from.x + ox, y: from.y + oy },
            { x: to.x + ox, y: to.y + oy },
          ] as const,
          mark: { x: (from.x + to.x) / 2 + ox, y: (from.y + to.y) / 2 + oy },
        },
      ];
    }),
  );
}
