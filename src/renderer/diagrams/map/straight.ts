/** Straight lines between nodes, and bundles of many. */
import { pathData } from '../svg';
import type { MapEdge } from './graph';
import type { PlacedEdge, Point } from './layout';

const PARALLEL_DISTANCE = 12;
/** As many run side by side and still end in a node's glyph. */
const MOST_PARALLEL = 3;
/** Width of a bundle of more where it is widest, half-way, px. */
const BUNDLE = 110;

/** Straight lines; a few between the same two nodes run side by side, more spread and come together again. */
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
      const spreads = parallel.length > MOST_PARALLEL;
      const steps = Math.max(1, parallel.length - 1);
      const side = (width: number): Point => {
        const aside = (index - (parallel.length - 1) / 2) * Math.min(PARALLEL_DISTANCE, width / steps);
        return { x: (-dy / length) * aside, y: (dx / length) * aside };
      };
      // Within the glyphs at its ends, whatever their number.
      const end = side((MOST_PARALLEL - 1) * PARALLEL_DISTANCE);
      const wide = side(BUNDLE);
      const ends = [
        { x: from.x + end.x, y: from.y + end.y },
        { x: to.x + end.x, y: to.y + end.y },
      ] as const;
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      // The middle of a curve lies half-way between its ends' middle and what pulls it.
      const pull = ['Q', middle.x + 2 * wide.x - end.x, middle.y + 2 * wide.y - end.y];
      const aside = spreads ? wide : end;
      return [
        {
          edge,
          nodes: [first, last] as const,
          d: pathData('M', ends[0].x, ends[0].y, ...(spreads ? pull : ['L']), ends[1].x, ends[1].y),
          ends,
          mark: { x: middle.x + aside.x, y: middle.y + aside.y },
        },
      ];
    }),
  );
}
