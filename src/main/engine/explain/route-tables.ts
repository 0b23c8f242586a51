/** What a subnet does not get of the routes its VNet has: gateway route propagation is switched off there. */
import type { BarrierView } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, type Prefix } from '../address';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { subjectOf } from './subject';

const words = strings.reasons.barriers;

/** Null where the VNet does not have the prefix either, or the node is in no subnet with a route table. */
export function keptFromSubnet(simulation: Simulation, node: number, prefix: Prefix): BarrierView[] | null {
  const { control, network } = simulation.plane;
  const subject = subjectOf(simulation, node);
  if (subject.routeTable === null) return null;
  if (control.table(subject.node).active.get(prefix) === undefined) return null;
  const vnet = nodeAt(network, subject.node).name;
  const { name } = nodeAt(network, node);
  const text = words.propagationOff(vnet, formatPrefix(prefix), subject.routeTable, name);
  const change = [`set ${subject.routeTable} disableBgpRoutePropagation false`];
  return [{ from: vnet, to: name, reason: 'propagation-off', text, change }];
}
