/** All tables of a network at one moment, from the engine and from FRR, in one form. */
import { formatPrefix } from '../../src/main/engine/address';
import type { Lab } from '../../src/main/engine/export/index';
import type { Simulation } from '../../src/main/engine/simulation';
import { engineBgpTable, frrBestFrom, frrBgpTable } from './bgp-tables';
import type { RunningLab } from './namespaces';
import { differences, engineTable, frrTable, type Difference, type Table } from './tables';

export interface Tables {
  readonly routes: Table;
  readonly bgp: Table;
  /** Whom BGP's best route of a prefix is heard from. */
  readonly bestFrom: ReadonlyMap<string, string>;
}

/** By machine. */
export type Snapshot = ReadonlyMap<string, Tables>;

export async function snapshotOf(lab: Lab, running: RunningLab): Promise<Snapshot> {
  const entries = lab.nodes
    .filter(({ frr }) => frr !== null)
    .map(async ({ name, daemons }): Promise<[string, Tables]> => {
      const routes = frrTable(await running.ask(name, 'zebra', 'show ip route json'));
      const bgp = daemons.includes('bgpd')
        ? await running.ask(name, 'bgpd', 'show bgp ipv4 unicast json detail')
        : {};
      return [name, { routes, bgp: frrBgpTable(bgp), bestFrom: frrBestFrom(bgp) }];
    });
  return new Map(await Promise.all(entries));
}

/** Differences in every table; prefixes that the engine does not settle for (`open`) are left out. */
export function tableDifferences(
  simulation: Simulation,
  lab: Lab,
  snapshot: Snapshot,
  open: ReadonlySet<string>,
): Difference[] {
  const { network } = simulation.plane;
  return lab.nodes.flatMap((machine) => {
    const theirs = snapshot.get(machine.name);
    if (theirs === undefined) return [];
    const node = network.nodeByName.get(machine.source) ?? -1;
    return [
      ...differences(machine.source, 'route', engineTable(simulation, machine), theirs.routes),
      ...differences(machine.source, 'BGP', engineBgpTable(simulation, node), theirs.bgp),
    ].filter(({ prefix }) => !open.has(prefix));
  });
}

/** What the engine expects of each machine, as plain JSON. */
export function expectedTables(simulation: Simulation, lab: Lab): unknown {
  const routers = lab.nodes.filter(({ frr }) => frr !== null);
  return routers.map((machine) => [
    machine.name,
    [...engineTable(simulation, machine)],
    [...engineBgpTable(simulation, simulation.plane.network.nodeByName.get(machine.source) ?? -1)],
  ]);
}

/** How many lines of tables there are. */
export function sizeOf(snapshot: Snapshot): number {
  return [...snapshot.values()].reduce((total, { routes, bgp }) => total + routes.size + bgp.size, 0);
}

/** The prefixes whose lines differ between two moments. */
export function changedPrefixes(before: Snapshot, after: Snapshot): Set<string> {
  const changed = new Set<string>();
  for (const [name, now] of after) {
    const then = before.get(name);
    for (const kind of ['routes', 'bgp'] as const)
      for (const prefix of new Set([...now[kind].keys(), ...(then?.[kind].keys() ?? [])]))
        if (now[kind].get(prefix) !== then?.[kind].get(prefix)) changed.add(prefix);
  }
  return changed;
}

/** The prefixes that the engine does not settle for. */
export function unstablePrefixes({ plane }: Simulation): Set<string> {
  return new Set(
    plane.control.unstable.flatMap(({ prefix }) => (prefix === null ? [] : [formatPrefix(prefix)])),
  );
}
