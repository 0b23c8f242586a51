/** Edits that let a packet pass where a setting of Azure stopped it: security rules, appliances, peerings. */
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import type { Change, SilentHop } from './changes';

export function letPass(simulation: Simulation, hop: SilentHop): Change[] {
  if (hop.denial != null) return againstRule(simulation, hop.denial);
  if (hop.at === -1) return [];
  const { name, kind, vnet, forwards } = nodeAt(simulation.plane.network, hop.at);
  if (kind === 'host') return vnet !== null && !forwards ? [[`set ${name} ipForwarding true`]] : [];
  if (kind !== 'vnet') return [];
  return Object.entries(simulation.plane.control.topology.peerings).flatMap(([peering, { ends }]) =>
    ends.some((end) => end.vnet === name && !end.allowForwardedTraffic)
      ? [[`set ${peering} ends ${name} allowForwardedTraffic true`]]
      : [],
  );
}

/**
 * An own rule that denies is turned round. Before a default rule that denies, an own one would help nobody: it stops
 * what no route of the subnet covers, so that no answer would come back either.
 */
function againstRule({ plane }: Simulation, { nsg, rule }: NonNullable<SilentHop['denial']>): Change[] {
  const rules = plane.control.topology.nsgs[nsg]?.rules ?? {};
  return Object.hasOwn(rules, rule) ? [[`set ${nsg} rules ${rule} action allow`]] : [];
}
