/** BGP tables in one form, from the engine and from FRR: every usable path for each prefix, the best one marked. */
import * as z from 'zod';
import { formatAddress, formatPrefix } from '../../src/main/engine/address';
import { formatCommunity } from '../../src/main/engine/community';
import type { BgpAttributes } from '../../src/main/engine/routing/route';
import type { Simulation } from '../../src/main/engine/simulation';
import type { Table } from './tables';

/** The first entry of a prefix speaks of the prefix itself and has no peer. */
const frrPath = z.object({
  peer: z.object({ peerId: z.string().default('') }).optional(),
  valid: z.boolean().optional(),
  bestpath: z.object({ overall: z.boolean().optional() }).optional(),
  aspath: z.object({ string: z.string() }).optional(),
  locPrf: z.number().optional(),
  metric: z.number().default(0),
  weight: z.number().default(0),
  origin: z.string().default(''),
  community: z.object({ list: z.array(z.string()).default([]) }).optional(),
  originatorId: z.string().optional(),
  clusterList: z.object({ list: z.array(z.string()).default([]) }).optional(),
  nexthops: z.array(z.object({ ip: z.string().optional() })).default([]),
});

const frrBgp = z.object({
  defaultLocPrf: z.number().default(100),
  routes: z.record(z.string(), z.array(frrPath)).default({}),
});

/** Of a route's own speaker. */
const OWN: readonly string[] = ['(unspec)', '0.0.0.0', '::'];

/** Of `show bgp ipv4 unicast json detail`. */
export function frrBgpTable(answer: unknown): Table {
  const table = new Map<string, string>();
  const { defaultLocPrf, routes } = frrBgp.parse(answer);
  for (const [prefix, paths] of Object.entries(routes)) {
    const lines = paths.flatMap(({ peer, valid, bestpath, aspath, locPrf, clusterList, ...path }) => {
      if (peer === undefined || valid !== true || OWN.includes(peer.peerId)) return [];
      const { metric, weight, origin, community, originatorId, nexthops } = path;
      const clusters = clusterList?.list ?? [];
      return lineOf({
        best: bestpath?.overall === true,
        peer: peer.peerId,
        // The empty path is printed as "Local".
        path: aspath?.string === 'Local' ? '' : (aspath?.string ?? ''),
        // Only what came from inside the AS, or was set, is printed.
        localPreference: locPrf ?? defaultLocPrf,
        med: metric,
        weight,
        origin,
        nextHop: nexthops[0]?.ip ?? '',
        communities: (community?.list ?? []).map((each) => NAMES[each] ?? each),
        clusters: clusters.length === 0 ? [] : [originatorId ?? '', ...clusters],
      });
    });
    if (lines.length > 0) table.set(prefix, lines.toSorted().join(' | '));
  }
  return table;
}

/** Well-known communities by FRR's names in JSON. */
const NAMES: Readonly<Record<string, string>> = {
  noExport: 'no-export',
  noAdvertise: 'no-advertise',
  localAs: 'local-AS',
};

/** Of `show bgp ipv4 unicast json detail`: whom the best route of a prefix is heard from, `own` for an own one. */
export function frrBestFrom(answer: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(frrBgp.parse(answer).routes).flatMap(([prefix, paths]): [string, string][] => {
      const best = paths.find(({ bestpath }) => bestpath?.overall === true);
      const peer = best?.peer?.peerId;
      return peer === undefined ? [] : [[prefix, OWN.includes(peer) ? 'own' : peer]];
    }),
  );
}

const ORIGINS = ['IGP', 'EGP', 'incomplete'] as const;

export function engineBgpTable({ plane: { control } }: Simulation, node: number): Table {
  const table = new Map<string, string>();
  for (const { prefix, best, candidates } of control.bgpPaths(node)) {
    const lines = candidates
      .filter(({ type }) => type !== 'local')
      .map((path) => attributesLine(path, path === best));
    if (lines.length > 0) table.set(formatPrefix(prefix), lines.toSorted().join(' | '));
  }
  return table;
}

function attributesLine(path: BgpAttributes, best: boolean): string {
  const { fromAddress, asPath, localPreference, med, weight, origin, nextHop, clusterList } = path;
  return lineOf({
    best,
    peer: formatAddress(fromAddress),
    path: asPath.join(' '),
    localPreference,
    med,
    weight,
    origin: ORIGINS[origin],
    nextHop: formatAddress(nextHop),
    communities: path.communities.map(formatCommunity),
    clusters: clusterList.length === 0 ? [] : [path.routerId, ...clusterList].map(formatAddress),
  });
}

interface Line {
  readonly best: boolean;
  readonly peer: string;
  readonly path: string;
  readonly localPreference: number;
  readonly med: number;
  readonly weight: number;
  readonly origin: string;
  readonly nextHop: string;
  readonly communities: readonly string[];
  /** The originator and the clusters of a route that was reflected. */
  readonly clusters: readonly string[];
}

function lineOf(line: Line): string {
  const { best, peer, path, localPreference, med, weight, origin, nextHop, communities, clusters } = line;
  const tags = communities.length === 0 ? '' : ` communities ${communities.join(' ')}`;
  const passed = clusters.length === 0 ? '' : ` originator and clusters ${clusters.join(' ')}`;
  return `${best ? '>' : ' '} ${peer} path [${path}] via ${nextHop} local-pref ${localPreference} med ${med} weight ${weight} ${origin}${tags}${passed}`;
}
