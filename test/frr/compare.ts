/** One random network, run by FRR and by the engine. */
import type { Lab } from '../../src/main/engine/export/index';
import { simulate, type Simulation } from '../../src/main/engine/simulation';
import type { Topology } from '../../src/main/engine/topology/model';
import { parseTopology } from '../../src/main/engine/topology/parse';
import { engineBgpTable, frrBgpTable } from './bgp-tables';
import { Dice } from './dice';
import { hopDifferences } from './hops';
import type { RunningLab } from './namespaces';
import { pause } from './shell';
import { differences, engineTable, frrTable, type Difference, type Table } from './tables';

/** How long FRR may take to come to the engine's result before the two are said to differ. */
const PATIENCE_MS = 25_000;
/** Without the engine's result FRR has settled when nothing changes for so long. */
const QUIET_MS = 7_000;
const POLL_MS = 400;
/** Other orders in which the engine is asked for another stable outcome of BGP. */
const OTHER_ORDERS = 150;

export interface Comparison {
  readonly differences: readonly string[];
  /** BGP has several stable outcomes here; FRR came to another one than the engine. */
  readonly otherOutcome: boolean;
  readonly probes: number;
}

export function topologyOf(text: string): Topology {
  const parsed = parseTopology(text);
  if (!parsed.ok)
    throw new Error(`the random network is not valid: ${JSON.stringify(parsed.problems, null, 1)}`);
  return parsed.value.topology;
}

interface Tables {
  readonly routes: Table;
  readonly bgp: Table;
}
type Snapshot = ReadonlyMap<string, Tables>;

export async function compare(
  topology: Topology,
  simulation: Simulation,
  lab: Lab,
  running: RunningLab,
  seed: number,
): Promise<Comparison> {
  const snapshot = await settle(lab, running, (now) => tableDifferences(simulation, lab, now).length === 0);
  const found = tableDifferences(simulation, lab, snapshot);
  if (found.length === 0) {
    const hops = await hopDifferences(simulation, lab, running, new Dice(seed));
    return { differences: hops.differences, otherOutcome: false, probes: hops.probes };
  }
  if (isOtherOutcome(topology, lab, snapshot, found, seed))
    return { differences: [], otherOutcome: true, probes: 0 };
  return { differences: found.map(({ text }) => text), otherOutcome: false, probes: 0 };
}

/** Waits until FRR agrees twice in a row, or does not change any more. */
async function settle(
  lab: Lab,
  running: RunningLab,
  agrees: (snapshot: Snapshot) => boolean,
): Promise<Snapshot> {
  const started = Date.now();
  let agreed = 0;
  let last = '';
  let changed = started;
  for (;;) {
    const snapshot = await snapshotOf(lab, running);
    const text = JSON.stringify(
      [...snapshot].map(([node, { routes, bgp }]) => [node, [...routes], [...bgp]]),
    );
    const now = Date.now();
    if (text !== last) changed = now;
    last = text;
    agreed = agrees(snapshot) ? agreed + 1 : 0;
    if (agreed === 2) return snapshot;
    const waited = now - started;
    // OSPF waits for a designated router on LANs, BGP for OSPF: quiet counts only after that.
    if (agreed === 0 && (waited > PATIENCE_MS || (waited > 15_000 && now - changed > QUIET_MS)))
      return snapshot;
    await pause(POLL_MS);
  }
}

async function snapshotOf(lab: Lab, running: RunningLab): Promise<Snapshot> {
  const entries = lab.nodes
    .filter(({ frr }) => frr !== null)
    .map(async ({ name, daemons }): Promise<[string, Tables]> => {
      const routes = frrTable(await running.ask(name, 'show ip route json'));
      const bgp = daemons.includes('bgpd')
        ? frrBgpTable(await running.ask(name, 'show bgp ipv4 unicast json'))
        : new Map<string, string>();
      return [name, { routes, bgp }];
    });
  return new Map(await Promise.all(entries));
}

function tableDifferences(simulation: Simulation, lab: Lab, snapshot: Snapshot): Difference[] {
  const { network } = simulation.plane;
  return lab.nodes.flatMap((machine) => {
    const theirs = snapshot.get(machine.name);
    if (theirs === undefined) return [];
    const node = network.nodeByName.get(machine.source) ?? -1;
    return [
      ...differences(machine.source, 'route', engineTable(simulation, machine), theirs.routes),
      ...differences(machine.source, 'BGP', engineBgpTable(simulation, node), theirs.bgp),
    ];
  });
}

/**
 * Policies in dispute can have more than one stable outcome. The engine's depends on the order of routers
 * alone: the one that FRR came to is looked for, prefix by prefix, among those of other orders.
 */
function isOtherOutcome(
  topology: Topology,
  lab: Lab,
  snapshot: Snapshot,
  found: readonly Difference[],
  seed: number,
): boolean {
  const dice = new Dice(seed);
  const open = new Set(found.map(({ prefix }) => prefix));
  for (let order = 0; order < OTHER_ORDERS && open.size > 0; order++) {
    const routers = Object.fromEntries(dice.shuffled(Object.entries(topology.routers)));
    const result = simulate({ ...topology, routers }, 0);
    if (!result.ok) continue;
    const differing = new Set(tableDifferences(result.value, lab, snapshot).map(({ prefix }) => prefix));
    for (const prefix of open) if (!differing.has(prefix)) open.delete(prefix);
  }
  return open.size === 0;
}
