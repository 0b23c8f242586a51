/** The prober of a command: its node and the target that was typed, or why there can be none. */
import type { CommandFailure } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import type { Simulation } from '../simulation';
import { nodeAt, type Network } from '../topology/network';
import type { Arguments } from './arguments';
import { failure } from './failure';
import { aim, type Prober } from './prober';
import { targetHint } from './target-hint';

const said = strings.reasons.commands;

/** @param unknownName what the real tool says of a name it cannot resolve */
export function proberFor(
  simulation: Simulation,
  node: number,
  args: Arguments,
  unknownName: (name: string) => string,
): Prober | CommandFailure {
  const { network } = simulation.plane;
  const { name, kind, up, area } = nodeAt(network, node);
  if (kind === 'vnet') {
    return failure(said.vnetSendsNothing(name));
  }
  if (!up) {
    return failure(said.isShutDown(name), said.bringsBack(name, area?.name ?? null));
  }
  const target = args.words.get('target') ?? '';
  const prober = aim(simulation.plane, node, target);
  if (!('error' in prober)) return prober;
  if (prober.error === 'no-source-address') {
    const own = vrfsOf(network, name);
    if (own.length > 0) return failure(said.onlyInVrfs(name), said.thereAre(own, false));
    return failure(said.noSource(name), said.giveAddress);
  }
  if (prober.error === 'not-a-host') {
    return failure(said.notOneHost(target, prober.what), said.giveHost);
  }
  const vrfs = vrfsOf(network, target);
  if (vrfs.length > 0) return failure(said.onlyInVrfs(target), said.thereAre(vrfs, false));
  const known = network.nodeByName.get(target);
  if (known !== undefined && nodeAt(network, known).kind !== 'vnet')
    return failure(said.noAddress(target), said.giveAddress);
  const names = network.nodes.filter((entry) => entry.kind !== 'vnet').map((entry) => entry.name);
  return failure(unknownName(target), targetHint(target, names));
}

/** The VRFs of a router, each as the router that it is. */
function vrfsOf({ nodes }: Network, router: string): readonly string[] {
  return nodes.filter(({ name }) => name.startsWith(`${router}@`)).map(({ name }) => name);
}
