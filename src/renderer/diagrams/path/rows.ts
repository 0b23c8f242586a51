/**
 * Long paths as several rows, read like lines of text: each as long as fits, none broken but between nodes. A link
 * whose length tells its latency is broken where the row ends, and goes on in the next with what is left of it.
 */
import { strings } from '../strings';
import { shorten, textWidth } from '../text';
import { evenRows } from './even';
import {
  labelWidth,
  latencyScale,
  layoutPath,
  linkLabel,
  type LinkPlace,
  type PathLayout,
  type Spacing,
} from './layout';
import type { PathModel } from './model';
import type { PathLink, PathNode } from './node';
import { SIZE } from './sizes';

/** The part of a link that a row shows before its first node or behind its last, px from the row's edge. */
export interface Reach {
  readonly link: PathLink;
  readonly length: number;
  /** The node at its other end, as written at the row's edge, and what that takes of the row, px. */
  readonly name: string;
  readonly room: number;
  /** What the link is, above the part that leaves a row. */
  readonly label: LinkPlace['label'];
}

export interface Row {
  readonly model: PathModel;
  readonly layout: PathLayout;
  /** The link that comes from the row above, and the one that goes on to the row beneath. */
  readonly enters: Reach | null;
  readonly leaves: Reach | null;
}

/** Between a link that is broken and the name of the node at its other end, px; and the longest name. */
export const NAME_GAP = 8;
const LONGEST_NAME = 110;
/** How far links reach over the end of a row whatever they take, px. */
const REACH = 30;
const BESIDE_LABEL = 20;
/** What links grow by in all where their length tells their latency; and the least that still tells it, px. */
const LATENCY_ROOM = 560;
const LEAST_LATENCY_ROOM = 240;

/** @param width px. The way back is drawn beneath paths of one row only. */
export function rowsOf(model: PathModel, width: number, spacing: Spacing): Row[] {
  const pxPerMs = spacing === 'latency' ? latencyScale(model.links, LATENCY_ROOM) : 0;
  const whole = fitted(model, width, pxPerMs);
  if (whole !== null) return [{ model, layout: whole, enters: null, leaves: null }];
  const broken = brokenRows(model, width, pxPerMs);
  // Where lengths tell latencies, a link takes what the row has left.
  return pxPerMs > 0 ? broken : evenRows(broken, width, (narrower) => brokenRows(model, narrower, pxPerMs));
}

function brokenRows(model: PathModel, width: number, pxPerMs: number): Row[] {
  const rows: Row[] = [];
  let enters: Reach | null = null;
  for (let first = 0; first < model.nodes.length;) {
    const room = width - (enters === null ? 0 : enters.length + enters.room);
    let row = slice(model, first, 1, pxPerMs);
    for (let count = 2; first + count <= model.nodes.length; count += 1) {
      const longer = slice(model, first, count, pxPerMs);
      const next = model.nodes[first + count];
      const beyond = next === undefined ? 0 : reachOf(model.links[first + count - 1]) + nameBeside(next).room;
      if (longer.layout.width + beyond > room) break;
      row = longer;
    }
    first += row.model.nodes.length;
    const [link, last, next] = [model.links[first - 1], model.nodes[first - 1], model.nodes[first]];
    if (link === undefined || last === undefined || next === undefined) {
      rows.push({ ...row, enters, leaves: null });
      break;
    }
    const extra = pxPerMs * link.latencyMs;
    const ahead = nameBeside(next);
    const label = linkLabel(link);
    const here = Math.min(extra, Math.max(0, room - row.layout.width - REACH - ahead.room));
    const layout = { ...row.layout, hasLabels: row.layout.hasLabels || label !== null };
    const length = Math.max(reachOf(link), REACH + here);
    rows.push({ ...row, layout, enters, leaves: { link, length, label, ...ahead } });
    enters = { link, length: REACH + extra - here, label: null, ...nameBeside(last) };
  }
  return rows;
}

/** How far a link reaches over the end of a row at least, so that what it is stands above it, px. */
function reachOf(link: PathLink | undefined): number {
  const label = link === undefined ? null : linkLabel(link);
  return label === null ? REACH : Math.max(REACH, labelWidth(label) + BESIDE_LABEL);
}

/** What stands at the edge of a row for a node of another. */
function nameBeside(node: PathNode): Pick<Reach, 'name' | 'room'> {
  const whole = node.name ?? node.address ?? (node.ttls === null ? '' : strings.path.hops(...node.ttls));
  const name = shorten(whole, SIZE.small, LONGEST_NAME);
  return { name, room: name === '' ? 0 : NAME_GAP + textWidth(name, SIZE.small) };
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
