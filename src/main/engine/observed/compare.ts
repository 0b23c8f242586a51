/** One pasted output beside the model: finds who sent it to whom, and compares by its kind. */
import type { CommandFailure, ObservedComparison } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { parseAddress } from '../address';
import { failure } from '../probes/failure';
import { aim, type Prober } from '../probes/prober';
import type { Simulation } from '../simulation';
import { suggest } from '../topology/nearest';
import { nodeAt } from '../topology/network';
import { comparePing } from './compare-ping';
import { compareRoutes } from './compare-routes';
import { compareTrace } from './compare-trace';
import type { Observation } from './observation';

const said = strings.reasons.commands;

export function compareObserved(
  simulation: Simulation,
  observation: Observation,
): ObservedComparison | CommandFailure {
  const source = sourceOf(simulation, observation);
  if (typeof source !== 'number') return source;
  if (observation.kind === 'effective-routes') return compareRoutes(simulation, source, observation);
  const prober = proberOf(simulation, source, observation.target);
  if ('kind' in prober) return prober;
  return observation.kind === 'ping'
    ? comparePing(simulation, prober, observation)
    : compareTrace(simulation, prober, observation);
}

/** The node that a prompt or the fence names, in any case of letters, or by its address. */
function sourceOf({ plane }: Simulation, { source }: Observation): number | CommandFailure {
  const { network } = plane;
  if (source === null) return failure(said.observed.noSource, said.observed.from);
  const numeric = parseAddress(source);
  const index =
    network.nodeByName.get(source) ??
    (numeric === null ? undefined : network.nodeByAddress.get(numeric)) ??
    network.nodes.find(({ name }) => name.toLowerCase() === source.toLowerCase())?.index;
  if (index === undefined) {
    const names = [...network.nodeByName.keys()];
    return failure(said.noNode(source.slice(0, 80)), suggest(source, names) ?? said.observed.from);
  }
  const { name, kind, up } = nodeAt(network, index);
  if (kind === 'vnet') return failure(said.observed.vnet(name));
  return up ? index : failure(said.isShutDown(name), said.bringsBack(name, null));
}

function proberOf(simulation: Simulation, source: number, target: string | null): Prober | CommandFailure {
  const { network } = simulation.plane;
  if (target === null) return failure(said.observed.noTarget, said.observed.to);
  const name =
    parseAddress(target) !== null || network.nodeByName.has(target)
      ? target
      : (network.nodes.find((node) => node.name.toLowerCase() === target.toLowerCase())?.name ?? target);
  const prober = aim(simulation.plane, source, name);
  if (!('error' in prober)) return prober;
  if (prober.error === 'no-source-address') return failure(said.noSource(nodeAt(network, source).name));
  if (prober.error === 'not-a-host') return failure(said.notOneHost(target, prober.what));
  return failure(
    said.noNode(target.slice(0, 80)),
    suggest(target, [...network.nodeByName.keys()]) ?? said.observed.address,
  );
}
