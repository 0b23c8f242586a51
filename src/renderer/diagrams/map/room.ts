/** Room at the edges of a map for names that stand beyond them. */
import type { MapLayout } from './layout';
import { straightEdges } from './straight';
import { wordsBox } from './words';

/** Between a name and the edge of the map, px. */
const MARGIN = 24;

/** The layout, moved and grown by what its names need. Its lines have to be straight, and where it moves, without frames. */
export function withRoom(layout: MapLayout): MapLayout {
  const boxes = layout.nodes.map(wordsBox);
  const left = beyond(boxes.map((box) => -box.left));
  const top = beyond(boxes.map((box) => -box.top));
  const right = beyond(boxes.map((box) => box.right - layout.width));
  const bottom = beyond(boxes.map((box) => box.bottom - layout.height));
  const size = { width: layout.width + left + right, height: layout.height + top + bottom };
  if (left === 0 && top === 0) return { ...layout, ...size };
  const nodes = layout.nodes.map(({ node, x, y, words }) => ({
    node,
    x: x + left,
    y: y + top,
    ...(words === undefined ? {} : { words: { ...words, x: words.x + left, top: words.top + top } }),
  }));
  const places = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const edges = straightEdges(
    layout.edges.map(({ edge }) => edge),
    places,
  );
  const frames = layout.frames.map((frame) => ({
    ...frame,
    left: frame.left + left,
    right: frame.right + left,
    top: frame.top + top,
    bottom: frame.bottom + top,
  }));
  return { ...layout, ...size, nodes, edges, frames };
}

/** What the map grows by on a side, px. */
function beyond(distances: readonly number[]): number {
  const most = distances.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? Math.ceil(most) + MARGIN : 0;
}
