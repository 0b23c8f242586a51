/** Room at the edges of a map for names that stand beyond them, and for bundles of lines that spread beyond. */
import type { MapLayout, PlacedEdge } from './layout';
import { shifted } from './shift';
import { wordsBox } from './words';

/** Between a name and the edge of the map, px. */
const MARGIN = 24;

/** The layout, moved and grown by what its names and lines need. */
export function withRoom(layout: MapLayout): MapLayout {
  const boxes = [...layout.nodes.map(wordsBox), ...layout.edges.map(middleOf)];
  const left = beyond(boxes.map((box) => -box.left));
  const top = beyond(boxes.map((box) => -box.top));
  const right = beyond(boxes.map((box) => box.right - layout.width));
  const bottom = beyond(boxes.map((box) => box.bottom - layout.height));
  const size = { width: layout.width + left + right, height: layout.height + top + bottom };
  return { ...(left === 0 && top === 0 ? layout : shifted(layout, left, top)), ...size };
}

/** Half of the cross on a line that is down, px. */
const CROSS = 9;

/** Where a line is furthest from those beside it. */
function middleOf({ mark: { x, y } }: PlacedEdge): ReturnType<typeof wordsBox> {
  return { left: x - CROSS, right: x + CROSS, top: y - CROSS, bottom: y + CROSS };
}

/** What the map grows by on a side, px. */
function beyond(distances: readonly number[]): number {
  const most = distances.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? Math.ceil(most) + MARGIN : 0;
}
