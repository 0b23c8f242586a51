/**
 * A routing table as text: active routes in columns, then those that lost. Why a route stands where it does is
 * told beneath it, so that lines stay short enough for a terminal.
 */
import type { NextHopView, RoutesResult, RouteView } from '../../../shared/results';

const HEADINGS = ['Prefix', 'Source', 'Dist/Metric', 'Next hop'] as const;
const INDENT = '    ';

export function routesText(result: RoutesResult): string {
  if (result.routes.length === 0) return `${result.node} has no routes.`;
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...result.routes.map((route) => cellsOf(route)[0]?.[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rows = (active: boolean): string[] =>
    result.routes
      .filter((route) => route.active === active)
      .flatMap((route) => [...cellsOf(route).map(line), `${INDENT}${whyWords(route)}`]);
  const lost = rows(false);
  return [line(HEADINGS), ...rows(true), ...(lost.length === 0 ? [] : ['', 'Not used:', ...lost])].join('\n');
}

/** One row for each next hop; the first names the route. */
function cellsOf(route: RouteView): (readonly string[])[] {
  const [first, ...others] = route.nextHops.length === 0 ? ['nowhere'] : route.nextHops.map(hopWords);
  return [
    [route.prefix, route.source, `${route.distance}/${route.metric}`, first ?? ''],
    ...others.map((hop) => ['', '', '', hop]),
  ];
}

/** `192.168.30.1 (lan1) by ge0/1`, or what happens instead. */
export function hopWords(hop: NextHopView): string {
  switch (hop.action) {
    case 'discard':
      return 'None (dropped)';
    case 'internet':
      return 'Internet';
    case 'deliver':
      return `directly on ${hop.egress}`;
    case 'forward': {
      const node = hop.node ?? 'nobody';
      const next = hop.address === null ? node : `${hop.address} (${node})`;
      return `${next} by ${hop.egress}`;
    }
  }
}

function whyWords(route: RouteView): string {
  const path = route.asPath === undefined ? '' : `; AS path ${route.asPath.join(' ') || 'empty'}`;
  return `${route.why}${path}`;
}
