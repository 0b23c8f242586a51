/** Straight lines between nodes. */
import { pathData } from '../svg';
import type { MapEdge } from './graph';
import type { PlacedEdge, Point } from './layout';

const PARALLEL_DISTANCE = 12;

/** Straight lines; several between the same two nodes run side by side. */
export function straightEdges(edges: readonly MapEdge[], places: ReadonlyMap<string, Point>): PlacedEdge[] {
  const pairs = new Map<string, MapEdge[]>();
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.to].toSorted());
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [edge]);
    else known.push(edge);
  }
  return [...pairs.values()].flatMap((parallel) =>
    parallel.flatMap((edge, index) => {
      const [first = '', last = ''] = [edge.from, edge.to].toSorted();
      const [from, to] = [places.get(first), places.get(last)];
      if (from === undefined || to === undefined || from === to) return [];
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = Math.hypot(dx, dy) || 1;
      const aside = (index - (parallel.length - 1) / 2) * PARALLEL_DISTANCE;
      const [ox, oy] = [(-dy / length) * aside, (dx / length) * aside];
      return [
        {
          edge,
          nodes: [first, last] as const,
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
