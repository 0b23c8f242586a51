/** The points of a chart as rows. */
import { strings } from '../strings';
import type { TableView } from '../table';
import type { LatencySeries } from './series';

function time(ms: number | undefined): string {
  return ms === undefined ? strings.latency.noAnswer : strings.grid.time(ms);
}

export function latencyTable(all: readonly LatencySeries[]): TableView {
  return {
    caption: strings.latency.title,
    columns: strings.latency.columns,
    rows: all.flatMap(({ name, points }) =>
      points.map((point) => [
        name,
        String(point.at),
        point.name ?? '',
        point.address ?? '',
        time(point.rtt?.min),
        time(point.rtt?.avg),
        time(point.rtt?.max),
        strings.grid.percent(point.loss),
      ]),
    ),
  };
}
