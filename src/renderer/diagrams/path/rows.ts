/** Long paths as several rows, read like lines of text: each as long as fits, none broken but between nodes. */
import { layoutPath, type PathLayout, type Spacing } from './layout';
import type { PathModel } from './model';
import type { PathLink } from './node';

export interface Row {
  readonly model: PathModel;
  readonly layout: PathLayout;
  /** The link that comes from the row above, and the one that goes on to the row beneath. */
  readonly enters: PathLink | null;
  readonly leaves: PathLink | null;
}

/** One row where lengths tell latencies. The way back is drawn beneath paths of one row only. */
export function rowsOf(model: PathModel, width: number, spacing: Spacing): Row[] {
  const whole = layoutPath(model, spacing);
  if (whole.width <= width || spacing === 'latency')
    return [{ model, layout: whole, enters: null, leaves: null }];
  const rows: Row[] = [];
  let first = 0;
  while (first < model.nodes.length) {
    let count = 1;
    let row = slice(model, first, count);
    while (first + count < model.nodes.length) {
      const longer = slice(model, first, count + 1);
      if (longer.layout.width > width) break;
      row = longer;
      count += 1;
    }
    rows.push(row);
    first += count;
  }
  return rows;
}

function slice(model: PathModel, first: number, count: number): Row {
  const part: PathModel = {
    ...model,
    nodes: model.nodes.slice(first, first + count),
    links: model.links.slice(first, first + count - 1),
    back: null,
  };
  return {
    model: part,
    layout: layoutPath(part),
    enters: first === 0 ? null : (model.links[first - 1] ?? null),
    leaves: model.links[first + count - 1] ?? null,
  };
}
