/**
 * Long paths as several rows, read like lines of text: each as long as fits, none broken but between nodes. A link
 * whose length tells its latency is broken where the row ends, and goes on in the next with what is left of it.
 */
import { latencyScale, layoutPath, type PathLayout, type Spacing } from './layout';
import type { PathModel } from './model';
import type { PathLink } from './node';

/** The part of a link that a row shows before its first node or behind its last, px from the row's edge. */
export interface Reach {
  readonly link: PathLink;
  readonly length: number;
}

export interface Row {
  readonly model: PathModel;
  readonly layout: PathLayout;
  /** The link that comes from the row above, and the one that goes on to the row beneath. */
  readonly enters: Reach | null;
  readonly leaves: Reach | null;
}

/** How far links reach over the end of a row whatever they take, px. */
const REACH = 30;
/** What links grow by in all where their length tells their latency; and the least that still tells it, px. */
const LATENCY_ROOM = 560;
const LEAST_LATENCY_ROOM = 240;

/** @param width px. The way back is drawn beneath paths of one row only. */
export function rowsOf(model: PathModel, width: number, spacing: Spacing): Row[] {
  const pxPerMs = spacing === 'latency' ? latencyScale(model.links, LATENCY_ROOM) : 0;
  const whole = fitted(model, width, pxPerMs);
  if (whole !== null) return [{ model, layout: whole, enters: null, leaves: null }];
  const rows: Row[] = [];
  let enters: Reach | null = null;
  for (let first = 0; first < model.nodes.length;) {
    const room = width - (enters?.length ?? 0);
    let row = slice(model, first, 1, pxPerMs);
    for (let count = 2; first + count <= model.nodes.length; count += 1) {
      const longer = slice(model, first, count, pxPerMs);
      const goesOn = first + count < model.nodes.length;
      if (longer.layout.width + (goesOn ? REACH : 0) > room) break;
      row = longer;
    }
    first += row.model.nodes.length;
    const link = model.links[first - 1];
    const extra = pxPerMs * (link?.latencyMs ?? 0);
    const here = Math.min(extra, Math.max(0, room - row.layout.width - REACH));
    rows.push({ ...row, enters, leaves: link === undefined ? null : { link, length: REACH + here } });
    enters = link === undefined ? null : { link, length: REACH + extra - here };
  }
  return rows;
}

/** The path as one row; latencies at a smaller scale where only that fits; null where nothing does. */
function fitted(model: PathModel, width: number, pxPerMs: number): PathLayout | null {
  const whole = layoutPath(model, pxPerMs);
  if (whole.width <= width) return whole;
  const room = LATENCY_ROOM - (whole.width - width);
  if (pxPerMs === 0 || room < LEAST_LATENCY_ROOM) return null;
  const smaller = layoutPath(model, latencyScale(model.links, room));
  return smaller.width <= width ? smaller : null;
}

function slice(
  model: PathModel,
  first: number,
  count: number,
  pxPerMs: number,
): Pick<Row, 'model' | 'layout'> {
  const part: PathModel = {
    ...model,
    nodes: model.nodes.slice(first, first + count),
    links: model.links.slice(first, first + count - 1),
    back: null,
  };
  return { model: part, layout: layoutPath(part, pxPerMs) };
}
