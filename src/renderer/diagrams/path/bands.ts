/** The bands of a strip from top to bottom, each with its own height, px. */
import type { PathLayout } from './layout';
import { GLYPH_RADIUS } from './sizes';

const LABEL_BAND = 46;
const AREA_HEAD = 42;
export const LINE = 18;
export const STUB_ROW = 22;
const RETURN_BAND = 62;

export interface Bands {
  readonly labels: number;
  readonly areaTop: number;
  readonly axis: number;
  readonly areaBottom: number;
  readonly stubs: number;
  readonly back: number;
  readonly height: number;
}

export function bands(layout: PathLayout): Bands {
  const labels = 0;
  const areaTop = labels + (layout.hasLabels ? LABEL_BAND : 0);
  const head = layout.areas.length > 0 ? AREA_HEAD : 4;
  const axis = areaTop + head + GLYPH_RADIUS + 10;
  const rows = Math.max(1, ...layout.columns.map((column) => column.texts.length));
  const areaBottom = axis + GLYPH_RADIUS + 8 + rows * LINE + 8;
  const stubs = areaBottom + (layout.stubRows > 0 ? 4 : 0);
  const back = stubs + layout.stubRows * STUB_ROW;
  const height = back + (layout.back === null ? 0 : RETURN_BAND);
  return { labels, areaTop, axis, areaBottom, stubs, back, height };
}
