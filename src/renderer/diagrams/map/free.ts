/** Maps of plain networks: each connected part by itself, then all of them packed. */
import type { Box } from './apart';
import type { MapGraph, MapNode } from './graph';
import type { MapLayout } from './layout';
import { placePart } from './part';
import { packParts, partsOf } from './parts';
import { straightEdges } from './straight';

interface Body extends Box {
  readonly node: MapNode;
}

const MARGIN = 24;
/** Between parts that are not joined, px. */
const PART_ROOM = 60;
/** Width to height that parts are packed to. */
const SHAPE = 1.6;

export function freeLayout(graph: MapGraph): MapLayout {
  return settled(graph, freeBodies(graph, true));
}

/**
 * Nodes placed about some origin, none touching another.
 * @param isUntangled whether crossings are taken out of small parts, which takes its time
 */
export function freeBodies(graph: Pick<MapGraph, 'nodes' | 'edges'>, isUntangled = false): Body[] {
  const bodies = graph.nodes.map((node): Body => ({ ...boxOf(node), node, x: 0, y: 0 }));
  const parts = partsOf(neighbourIndexes(graph)).map(({ members, links }) => {
    const own = members.flatMap((member) => bodies[member] ?? []);
    placePart(own, links, isUntangled);
    return own;
  });
  if (parts.length > 1) packParts(parts, { room: PART_ROOM, shape: SHAPE });
  return bodies;
}

function boxOf({ width, above, below }: MapNode): Omit<Box, 'x' | 'y'> {
  return { left: width / 2, right: width / 2, above, below };
}

/** Each neighbour once, however many links lead there. */
function neighbourIndexes(graph: Pick<MapGraph, 'nodes' | 'edges'>): number[][] {
  const indexes = new Map(graph.nodes.map((node, index) => [node.id, index]));
  const links = graph.nodes.map(() => new Set<number>());
  for (const { from, to } of graph.edges) {
    const [a, b] = [indexes.get(from), indexes.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    links[a]?.add(b);
    links[b]?.add(a);
  }
  return links.map((others) => [...others]);
}

function settled(graph: MapGraph, bodies: readonly Body[]): MapLayout {
  const left = bodies.reduce((least, body) => Math.min(least, body.x - body.left), 0);
  const top = bodies.reduce((least, body) => Math.min(least, body.y - body.above), 0);
  for (const body of bodies) {
    body.x += MARGIN - left;
    body.y += MARGIN - top;
  }
  return {
    nodes: bodies.map(({ node, x, y }) => ({ node, x, y })),
    edges: straightEdges(graph.edges, new Map(bodies.map((body) => [body.node.id, body]))),
    frames: [],
    width: bodies.reduce((most, body) => Math.max(most, body.x + body.right), 0) + MARGIN,
    height: bodies.reduce((most, body) => Math.max(most, body.y + body.below), 0) + MARGIN,
  };
}
