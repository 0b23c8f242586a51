/** Room at the edges of a map for names that stand beyond them. */
import type { MapLayout } from './layout';
import { shifted } from './shift';
import { wordsBox } from './words';

/** Between a name and the edge of the map, px. */
const MARGIN = 24;

/** The layout, moved and grown by what its names need. */
export function withRoom(layout: MapLayout): MapLayout {
  const boxes = layout.nodes.map(wordsBox);
  const left = beyond(boxes.map((box) => -box.left));
  const top = beyond(boxes.map((box) => -box.top));
  const right = beyond(boxes.map((box) => box.right - layout.width));
  const bottom = beyond(boxes.map((box) => box.bottom - layout.height));
  const size = { width: layout.width + left + right, height: layout.height + top + bottom };
  return { ...(left === 0 && top === 0 ? layout : shifted(layout, left, top)), ...size };
}

/** What the map grows by on a side, px. */
function beyond(distances: readonly number[]): number {
  const most = distances.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? Math.ceil(most) + MARGIN : 0;
}
