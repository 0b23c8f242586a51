/** BGP tables in one form, from the engine and from FRR: every usable path for each prefix, the best one marked. */
import * as z from 'zod';
import { formatAddress, formatPrefix } from '../../src/main/engine/address';
import type { BgpAttributes } from '../../src/main/engine/routing/route';
import type { Simulation } from '../../src/main/engine/simulation';
import type { Table } from './tables';

const frrBgp = z.object({
  routes: z
    .record(
      z.string(),
      z.array(
        z.object({
          valid: z.boolean().optional(),
          bestpath: z.boolean().optional(),
          path: z.string().default(''),
          locPrf: z.number().optional(),
          metric: z.number().default(0),
          weight: z.number().default(0),
          peerId: z.string().default(''),
          origin: z.string(),
        }),
      ),
    )
    .default({}),
});

/** Of `show bgp ipv4 unicast json`. */
export function frrBgpTable(answer: unknown): Table {
  const table = new Map<string, string>();
  for (const [prefix, paths] of Object.entries(frrBgp.parse(answer).routes)) {
    const lines = paths
      .filter(({ valid, peerId }) => valid === true && peerId !== '(unspec)')
      .map(({ bestpath, path, locPrf, metric, weight, peerId, origin }) =>
        lineOf(bestpath === true, peerId, path, locPrf ?? 100, metric, weight, origin),
      );
    if (lines.length > 0) table.set(prefix, lines.toSorted().join(' | '));
  }
  return table;
}

/** Of `show bgp ipv4 unicast json`: whom the best route of each prefix is heard from, `own` for an own one. */
export function frrBestFrom(answer: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(frrBgp.parse(answer).routes).flatMap(([prefix, paths]): [string, string][] => {
      const best = paths.find(({ bestpath }) => bestpath === true);
      return best === undefined ? [] : [[prefix, best.peerId === '(unspec)' ? 'own' : best.peerId]];
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
  const { fromAddress, asPath, localPreference, med, weight, origin } = path;
  return lineOf(
    best,
    formatAddress(fromAddress),
    asPath.join(' '),
    localPreference,
    med,
    weight,
    ORIGINS[origin],
  );
}

function lineOf(
  best: boolean,
  peer: string,
  path: string,
  localPreference: number,
  med: number,
  weight: number,
  origin: string,
): string {
  return `${best ? '>' : ' '} ${peer} path [${path}] local-pref ${localPreference} med ${med} weight ${weight} ${origin}`;
}
