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
  const closed = closedEnds(simulation);
  const here = closed.filter((end) => end.vnet === name).map(({ line }) => line);
  // The answer comes back by the same appliance: the VNet of the prober may have to take it, too.
  const others = closed.filter((end) => end.vnet !== name).map(({ line }) => line);
  return [...here.map((line) => [line]), ...here.flatMap((line) => others.map((other) => [line, other]))];
}

/**
 * An own rule that denies is turned round. Before a default rule that denies, an own one would help nobody: it stops
 * what no route of the subnet covers, so that no answer would come back either.
 */
function againstRule({ plane }: Simulation, { nsg, rule }: NonNullable<SilentHop['denial']>): Change[] {
  const rules = plane.control.topology.nsgs[nsg]?.rules ?? {};
  return Object.hasOwn(rules, rule) ? [[`set ${nsg} rules ${rule} action allow`]] : [];
}

/** Ends of peerings that take no forwarded traffic, and the edit that lets them. */
function closedEnds({ plane }: Simulation): { readonly vnet: string; readonly line: string }[] {
  return Object.entries(plane.control.topology.peerings).flatMap(([peering, { ends }]) =>
    ends.flatMap(({ vnet, allowForwardedTraffic }) =>
      allowForwardedTraffic ? [] : [{ vnet, line: `set ${peering} ends ${vnet} allowForwardedTraffic true` }],
    ),
  );
}
