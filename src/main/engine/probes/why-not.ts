/** `why-not`: where a prefix stops on its way to a node, and by which rule. */
import type { WhyNotResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { barriersTo } from '../explain/barriers';
import { keptFromSubnet } from '../explain/route-tables';
import { announcedAround, covering, subjectOf } from '../explain/subject';
import { viewRoute } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

const words = strings.reasons.answers;

/** @param asked an address (a /32) stands for the prefix around it that somebody announces */
export function whyNot(simulation: Simulation, node: number, asked: Prefix): WhyNotResult {
  const { network } = simulation.plane;
  const subject = subjectOf(simulation, node);
  const prefix = announcedAround(simulation, asked);
  const route = covering(simulation, subject, prefix);
  const isHeld = route !== undefined && prefixKey(route.prefix) === prefixKey(prefix);
  const view = route === undefined ? null : viewRoute(network, route);
  const table = nodeAt(network, subject.node).name;
  const notes = [...subject.notes];
  if (isHeld) notes.push(words.askWhy(table, formatPrefix(prefix)));
  return {
    kind: 'why-not',
    node: nodeAt(network, node).name,
    table,
    asked: formatPrefix(asked),
    prefix: formatPrefix(prefix),
    held: isHeld ? view : null,
    instead: isHeld ? null : view,
    barriers: isHeld
      ? []
      : (keptFromSubnet(simulation, node, prefix) ?? barriersTo(simulation, subject.node, prefix)),
    notes,
  };
}
