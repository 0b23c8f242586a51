/** A routing table as text, in columns: active routes first, then those that lost and to what. */
import type { NextHopView, RoutesResult, RouteView } from '../../../shared/results';

const HEADINGS = ['Prefix', 'Source', 'Dist/Metric', 'Next hop', 'Why'] as const;

export function routesText(result: RoutesResult): string {
  if (result.routes.length === 0) return `${result.node} has no routes.`;
  const active = result.routes.filter((route) => route.active);
  const lost = result.routes.filter((route) => !route.active);
  const rows = [HEADINGS, ...active.map(rowOf)];
  const table = columns(rows);
  if (lost.length === 0) return table;
  return `${table}\n\nNot used:\n${columns([HEADINGS, ...lost.map(rowOf)])}`;
}

function rowOf(route: RouteView): readonly string[] {
  return [
    route.prefix,
    route.source,
    `${route.distance}/${route.metric}`,
    route.nextHops.map(hopWords).join(', '),
    route.asPath === undefined ? route.why : `${route.why}; AS path ${route.asPath.join(' ') || 'empty'}`,
  ];
}

/** `ce1 192.168.30.17 by eth0`, or what happens instead. */
function hopWords(hop: NextHopView): string {
  switch (hop.action) {
    case 'discard':
      return 'None (dropped)';
    case 'internet':
      return 'Internet';
    case 'deliver':
      return `on ${hop.egress}`;
    case 'forward':
      return [hop.node ?? 'nobody', hop.address ?? '', `by ${hop.egress}`]
        .filter((part) => part !== '')
        .join(' ');
  }
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
