/** `why`: the route a node uses for a prefix, how it came there, and what it was chosen over. */
import type { CandidateView, WhyResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixCovers, prefixKey, type Prefix } from '../address';
import { candidatesOf } from '../explain/candidates';
import { bgpChainOf, chainOf } from '../explain/chain';
import { covering, prefixWords, subjectOf, type Subject } from '../explain/subject';
import { viewRoute } from '../forwarding/walk-view';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';

const words = strings.reasons.answers;

export function why(simulation: Simulation, node: number, prefix: Prefix): WhyResult {
  const { control, network } = simulation.plane;
  const subject = subjectOf(simulation, node);
  const { name } = nodeAt(network, subject.node);
  const asked = prefixWords(prefix);
  const route = covering(simulation, subject, prefix);
  const isExact = route !== undefined && prefixKey(route.prefix) === prefixKey(prefix);
  // A gateway announces subnets of its VNet that stand in its table only as the whole space.
  const announces = !isExact && control.bgpState(subject.node, prefix)?.best?.type === 'local';
  const notes = [...subject.notes];
  if (route === undefined) notes.push(words.askWhyNot(name, asked));
  else if (!isExact && prefix.length < 32)
    notes.push(words.lessSpecific(name, asked, formatPrefix(route.prefix)));
  if (announces) notes.push(words.announcesAllTheSame(name, asked));
  return {
    kind: 'why',
    node: nodeAt(network, node).name,
    table: name,
    asked,
    route: route === undefined ? null : viewRoute(network, route),
    chain: [
      ...(route === undefined ? [] : chainOf(simulation, subject.node, route)),
      ...(announces ? bgpChainOf(simulation, subject.node, prefix) : []),
    ],
    candidates: [
      ...notActive(simulation, subject, prefix, route),
      ...(route === undefined ? [] : candidatesOf(simulation, subject, route.prefix)),
    ],
    notes,
  };
}

/** Routes that would be used for a prefix if they were active: those of longer prefixes than the route that is. */
function notActive(
  simulation: Simulation,
  subject: Pick<Subject, 'node' | 'routeTable'>,
  prefix: Prefix,
  used: Route | undefined,
): CandidateView[] {
  const table = simulation.plane.control.subnetTable(subject.node, subject.routeTable);
  const idle = table.lost
    .map(({ route }) => route.prefix)
    .filter(
      (each) =>
        prefixCovers(each, prefix) &&
        each.length > (used?.prefix.length ?? -1) &&
        table.active.get(each) === undefined,
    );
  const distinct = new Map(idle.map((each) => [prefixKey(each), each]));
  return [...distinct.values()].flatMap((each) => candidatesOf(simulation, subject, each));
}
