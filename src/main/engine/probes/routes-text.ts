/**
 * A routing table as text: active routes in columns, then those that lost. Why a route stands where it does is
 * told beneath it, so that lines stay short enough for a terminal.
 */
import type { NextHopView, OspfPath, RoutesResult, RouteView } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { columns } from './table-text';

const words = strings.reasons.answerTexts;

const HEADINGS = ['Code', 'Prefix', 'Source', 'Dist/Metric', 'Next hop'] as const;
const INDENT = '    ';

export function routesText(result: RoutesResult): string {
  if (result.routes.length === 0) return words.noRoutes(result.node);
  const first = result.routes.some((route) => codeOf(route) !== '') ? 0 : 1;
  const lines = columns([HEADINGS, ...result.routes.flatMap(cellsOf)].map((cells) => cells.slice(first)));
  let at = 1;
  const blocks = result.routes.map((route) => {
    const own = lines.slice(at, at + cellsOf(route).length);
    at += own.length;
    return { active: route.active, lines: [...own, `${INDENT}${whyWords(route)}`] };
  });
  const active = blocks.filter((block) => block.active).flatMap((block) => block.lines);
  const lost = blocks.filter((block) => !block.active).flatMap((block) => block.lines);
  return [lines[0], ...active, ...(lost.length === 0 ? [] : ['', words.notUsed, ...lost])].join('\n');
}

/** As routers print it: C, S, O (IA between areas, E1 and E2 external), B; Azure's routes have no code. */
export function codeOf({ source, ospfPath }: RouteView): string {
  switch (source) {
    case 'connected':
      return 'C';
    case 'static':
      return 'S';
    case 'ospf':
      return ospfPath === undefined ? 'O' : OSPF_CODES[ospfPath];
    case 'ebgp':
    case 'ibgp':
    case 'aggregate':
      return 'B';
    case 'user':
    case 'vnet':
    case 'peering':
    case 'system':
    case 'route-server':
    case 'virtual-hub':
    case 'expressroute':
    case 'vpn':
      return '';
  }
}

const OSPF_CODES: Readonly<Record<OspfPath, string>> = {
  'intra-area': 'O',
  'inter-area': 'O IA',
  'external-1': 'O E1',
  'external-2': 'O E2',
};

/** One row for each next hop; the first names the route. */
function cellsOf(route: RouteView): (readonly string[])[] {
  const [first, ...others] = route.nextHops.length === 0 ? ['nowhere'] : route.nextHops.map(hopWords);
  return [
    [codeOf(route), route.prefix, route.source, `${route.distance}/${route.metric}`, first ?? ''],
    ...others.map((hop) => ['', '', '', '', hop]),
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
  return route.asPath === undefined ? route.why : words.withPath(route.why, route.asPath.join(' '));
}
