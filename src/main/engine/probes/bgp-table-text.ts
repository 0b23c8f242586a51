/** BGP tables as text: a router's in the columns of Cisco and FRR, a circuit's in those of Azure. */
import type { BgpPathView, BgpTableResult, CircuitRoutesResult } from '../../../shared/results';
import { columns } from './table-text';

const DEFAULT_LOCAL_PREFERENCE = 100;
const LEGEND = [
  'Status codes: s suppressed, * valid, > best, = multipath, i internal',
  'Origin codes: i IGP, e EGP, ? incomplete',
];

export function bgpTableText(result: BgpTableResult): string {
  const { node, asn, routerId, prefix, paths } = result;
  if (paths.length === 0)
    return `BGP on ${node} knows ${prefix === null ? 'no prefixes' : `nothing of ${prefix}`}.`;
  const count = new Set(paths.map((path) => path.prefix)).size;
  return [
    `BGP table of ${node}, local router ID is ${routerId}, local AS ${asn}`,
    ...LEGEND,
    '',
    '    Network            Next Hop            Metric LocPrf Weight Path',
    ...paths.flatMap((path, at) => {
      const row = bgpRow(path, paths[at - 1]?.prefix === path.prefix);
      return prefix === null ? [row] : [row, ...detailsOf(path)];
    }),
    '',
    `Displayed ${counted(count, 'route')} and ${counted(paths.length, 'path')}`,
  ].join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** As FRR words them, and what the path won or lost by. */
function detailsOf(path: BgpPathView): string[] {
  const { communities, originator, clusterList, why } = path;
  return [
    ...(communities.length === 0 ? [] : [`Community: ${communities.join(' ')}`]),
    ...(originator === null ? [] : [`Originator: ${originator}, Cluster list: ${clusterList.join(' ')}`]),
    `${heardFrom(path)}: ${why}`,
  ].map((line) => `        ${line}`);
}

function heardFrom({ learnedFrom }: BgpPathView): string {
  return learnedFrom === null ? 'its own' : `from ${learnedFrom}`;
}

/** A prefix stands once, before the first of its paths. */
function bgpRow(path: BgpPathView, continued: boolean): string {
  const mark = { best: '>', multipath: '=', valid: ' ' }[path.status];
  const network = (continued ? '' : path.prefix).padEnd(18);
  const preference = shownPreference(path).padStart(7);
  const numbers = `${String(path.metric).padStart(7)}${preference}${String(path.weight).padStart(7)}`;
  return ` ${path.suppressed ? 's' : '*'}${mark}${path.internal ? 'i' : ' '}${network} ${path.nextHop.padEnd(19)}${numbers} ${pathWords(path)}`;
}

/** Shown where it travelled (iBGP) or a policy set it, as routers do. */
function shownPreference({ internal, localPreference }: BgpPathView): string {
  return internal || localPreference !== DEFAULT_LOCAL_PREFERENCE ? String(localPreference) : '';
}

function pathWords({ asPath, origin }: BgpPathView): string {
  return [...asPath, origin].join(' ');
}

export function circuitRoutesText(result: CircuitRoutesResult): string {
  const { circuit, path, msee, routes } = result;
  const title = `Route table of ${circuit}, ${path} path (${msee})`;
  if (routes.length === 0) return `${title}: empty.`;
  const rows = routes.map((route) => [
    route.prefix,
    route.nextHop,
    shownPreference(route),
    String(route.weight),
    route.asPath.join(' '),
  ]);
  return [title, '', ...columns([['Network', 'NextHop', 'LocPrf', 'Weight', 'Path'], ...rows])].join('\n');
}
