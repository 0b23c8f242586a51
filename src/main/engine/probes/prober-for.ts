/** The prober of a command: its node and the target that was typed, or why there can be none. */
import type { CommandFailure } from '../../../shared/results';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import type { Arguments } from './arguments';
import { failure } from './failure';
import { aim, type Prober } from './prober';
import { targetHint } from './target-hint';

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
    return failure(`${name} is a virtual network; probes start at a VM, a host, a router or a gateway`);
  }
  if (!up) {
    // A node goes down with its VNet, site or circuit too.
    const around = area === null ? '' : ` (or ${area.name}, if that is shut down)`;
    return failure(`${name} is shut down`, `no shutdown ${name}${around} brings it back`);
  }
  const target = args.words.get('target') ?? '';
  const prober = aim(simulation.plane, node, target);
  if (!('error' in prober)) return prober;
  if (prober.error === 'no-source-address') {
    return failure(`${name} has no address to send from`, 'give one of its interfaces an address');
  }
  if (prober.error === 'not-a-host') {
    return failure(
      `${target} is ${prober.what}, and probes go to one host`,
      'give the address or name of a host',
    );
  }
  const names = network.nodes.filter((entry) => entry.kind !== 'vnet').map((entry) => entry.name);
  return failure(unknownName(target), targetHint(target, names));
}
