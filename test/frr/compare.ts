/** What FRR came to in one network, against the engine. */
import { formatPrefix } from '../../src/main/engine/address';
import { simulate, type Simulation } from '../../src/main/engine/simulation';
import { networkOutcomes } from '../../src/main/engine/stability/outcomes';
import { Dice } from './dice';
import { hopDifferences } from './hops';
import type { RunningLab } from './namespaces';
import { choicesOf, isListed, prefixesThatDiffer } from './other-outcomes';
import type { SeedRecord } from './records';
import type { Prepared } from './run-network';
import { pause } from './shell';
import {
  changedPrefixes,
  sizeOf,
  snapshotOf,
  tableDifferences,
  unstablePrefixes,
  type Snapshot,
} from './snapshot';

/** How long FRR may take to come to the engine's result, or to rest somewhere else. */
const PATIENCE_MS = 90_000;
/** OSPF waits for a designated router on LANs, and BGP for OSPF: rest counts only after that. */
const WARM_UP_MS = 20_000;
/** FRR rests when nothing changes for so long. */
const REST_MS = 10_000;
const POLL_MS = 500;

export type Comparison = Pick<SeedRecord, 'verdict' | 'details' | 'routes' | 'traceroutes'>;

export async function compare(prepared: Prepared, running: RunningLab): Promise<Comparison> {
  const { lab, simulation } = prepared;
  const open = unstablePrefixes(simulation);
  if (open.size > 0) return bothUnstable(prepared, running, open);
  const settled = await settle(
    prepared,
    running,
    (now) => tableDifferences(simulation, lab, now, open).length === 0,
  );
  const { snapshot, agrees } = settled;
  if (agrees) return withHops(prepared, running, simulation, 'same', [], sizeOf(snapshot));
  const found = tableDifferences(simulation, lab, snapshot, open);
  const other = await otherOutcome(prepared, running, snapshot);
  if (other !== null) return other;
  const moving = [...settled.changing].map((prefix) => `${prefix}: FRR does not come to rest`);
  const details = [...moving, ...found.map(({ text }) => text)];
  return { verdict: 'different', details, routes: sizeOf(snapshot), traceroutes: 0 };
}

/**
 * What the engine finds unstable has to change in FRR again and again. Prefixes whose next hops lead through those
 * change along and cannot be compared either; all others have to be the same.
 */
async function bothUnstable(
  prepared: Prepared,
  running: RunningLab,
  open: ReadonlySet<string>,
): Promise<Comparison> {
  const { lab, simulation } = prepared;
  const { snapshot, changing } = await settle(prepared, running, (now, moving) => {
    if ([...open].some((prefix) => !moving.has(prefix))) return false;
    return tableDifferences(simulation, lab, now, new Set([...open, ...moving])).length === 0;
  });
  const still = [...open]
    .filter((prefix) => !changing.has(prefix))
    .map((prefix) => `${prefix}: FRR comes to rest`);
  const others = tableDifferences(simulation, lab, snapshot, new Set([...open, ...changing]));
  const routes = sizeOf(snapshot);
  if (still.length === 0 && others.length === 0)
    return { verdict: 'unstable', details: [...open], routes, traceroutes: 0 };
  const other = still.length > 0 ? null : steered(prepared, snapshot, changing);
  if (other !== null && other.unlisted.length === 0)
    return { verdict: 'unstable', details: [...open], routes, traceroutes: 0 };
  return {
    verdict: 'different',
    details: [...still, ...others.map(({ text }) => text)],
    routes,
    traceroutes: 0,
  };
}

/** FRR's outcome, where it is another stable one; null where it is none, or differs. */
async function otherOutcome(
  prepared: Prepared,
  running: RunningLab,
  snapshot: Snapshot,
): Promise<Comparison | null> {
  const found = steered(prepared, snapshot, new Set());
  if (found === null) return null;
  const { simulation, prefixes, unlisted } = found;
  const routes = sizeOf(snapshot);
  if (unlisted.length === 0) return withHops(prepared, running, simulation, 'other', prefixes, routes);
  const details = [`a stable outcome that check stability does not list: ${unlisted.join(', ')}`];
  return { verdict: 'different', details, routes, traceroutes: 0 };
}

/**
 * The engine asked for FRR's outcome, null unless it comes to exactly the same tables in it; which prefixes are
 * otherwise in it, and which of those the engine does not list by itself.
 */
function steered(
  { lab, simulation, topology }: Prepared,
  snapshot: Snapshot,
  changing: ReadonlySet<string>,
): {
  readonly simulation: Simulation;
  readonly prefixes: readonly string[];
  readonly unlisted: readonly string[];
} | null {
  const asked = simulate(topology, 0, { choices: choicesOf(simulation, lab, snapshot) });
  if (!asked.ok) return null;
  const open = new Set([...unstablePrefixes(asked.value), ...changing]);
  if (tableDifferences(asked.value, lab, snapshot, open).length > 0) return null;
  const prefixes = prefixesThatDiffer(simulation, asked.value).filter(
    (prefix) => !open.has(formatPrefix(prefix)),
  );
  const listed = networkOutcomes(simulation.plane.control);
  const unlisted = prefixes.filter((prefix) => !isListed(listed, asked.value, prefix));
  return {
    simulation: asked.value,
    prefixes: prefixes.map(formatPrefix),
    unlisted: unlisted.map(formatPrefix),
  };
}

async function withHops(
  { lab, seed }: Prepared,
  running: RunningLab,
  simulation: Simulation,
  verdict: 'same' | 'other',
  details: readonly string[],
  routes: number,
): Promise<Comparison> {
  const hops = await hopDifferences(simulation, lab, running, new Dice(seed));
  const isSame = hops.differences.length === 0;
  return {
    verdict: isSame ? verdict : 'different',
    details: isSame ? [...details] : hops.differences,
    routes,
    traceroutes: hops.probes,
  };
}

interface Settled {
  readonly snapshot: Snapshot;
  readonly agrees: boolean;
  /** Prefixes that have changed lately. */
  readonly changing: ReadonlySet<string>;
}

/** Waits until FRR agrees twice in a row, or rests, or patience ends. */
async function settle(
  { lab, simulation }: Prepared,
  running: RunningLab,
  isWanted: (snapshot: Snapshot, changing: ReadonlySet<string>) => boolean,
): Promise<Settled> {
  // What changes while the network comes up says nothing.
  const isUnstable = unstablePrefixes(simulation).size > 0;
  const started = Date.now();
  const changes = new Map<string, number>();
  let before: Snapshot | null = null;
  let agreed = 0;
  for (;;) {
    const snapshot = await snapshotOf(lab, running);
    const now = Date.now();
    for (const prefix of before === null ? [] : changedPrefixes(before, snapshot)) changes.set(prefix, now);
    before = snapshot;
    const changing = new Set([...changes].filter(([, at]) => now - at < REST_MS).map(([prefix]) => prefix));
    const waited = now - started;
    const early = waited < WARM_UP_MS && isUnstable;
    agreed = !early && isWanted(snapshot, changing) ? agreed + 1 : 0;
    const rests = waited > WARM_UP_MS && changing.size === 0;
    if (agreed === 2) return { snapshot, agrees: true, changing };
    if (agreed === 0 && (waited > PATIENCE_MS || rests)) return { snapshot, agrees: false, changing };
    await pause(POLL_MS);
  }
}
