/** Plain networks: from nothing, after one link failed, and with every link failing alone. */
import { candidatesOf } from '../../src/main/engine/probes/failure-candidates';
import { FailureSweep } from '../../src/main/engine/probes/sweep';
import type { Simulation } from '../../src/main/engine/simulation';
import type { Topology } from '../../src/main/engine/topology/model';
import type { Bench } from './measure';
import { fresh, simulationOf, topologyOf, type Plan } from './networks';

export function benchRouting(bench: Bench, makePlan: () => Plan): void {
  const plan = makePlan();
  const topology = topologyOf(plan);
  const isLarge = plan.size * plan.prefixes > 200_000;
  const runs = isLarge ? 1 : 7;
  const warmUp = isLarge ? 0 : 3;
  bench.time('from nothing', runs, warmUp, () => settled(simulationOf(fresh(topology))));
  const before = simulationOf(fresh(topology));
  settled(before);
  const links = candidatesOf(topology, 'link');
  let turn = 0;
  bench.time('after one link failed', isLarge ? 5 : 21, isLarge ? 1 : 5, () => {
    turn += 7;
    const failed = links[turn % links.length]?.shut(topology) ?? topology;
    return settled(simulationOf(failed, before));
  });
}

/** Every link fails alone, and all pairs of hosts are looked at. */
export function benchSweep(bench: Bench, makePlan: () => Plan): void {
  const plan = makePlan();
  const topology: Topology = topologyOf(plan);
  const simulation = simulationOf(topology);
  const links = candidatesOf(topology, 'link');
  const pairs = plan.hosts * (plan.hosts - 1);
  bench.time(`${links.length} links fail alone, ${pairs} pairs`, 1, 0, () => {
    const sweep = new FailureSweep(simulation, plan.hosts);
    let touched = 0;
    for (const link of links) {
      const changes = sweep.after([link]);
      if (typeof changes === 'string') throw new Error(changes);
      touched += Object.values(changes).reduce((sum, each) => sum + each.length, 0);
    }
    return touched;
  });
}

/** Makes all that is made on demand: BGP is settled as it is, OSPF's paths are looked for from every router. */
function settled({ plane }: Simulation): number {
  const { areas } = plane.control.ospf;
  for (const { index } of plane.network.nodes)
    for (const attachment of areas.attached(index)) areas.pathsIn(attachment);
  return plane.control.bgpPrefixes().length;
}
