/** Whether BGP comes to rest for every prefix, and in just one way. */
import type { OutcomeRoute, StabilityFinding, StabilityResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixKey } from '../address';
import type { Unstable } from '../routing/bgp-run';
import type { BgpAttributes } from '../routing/route';
import { describeUnstable, type Simulation } from '../simulation';
import { networkOutcomes, type Outcome, type PrefixOutcomes } from '../stability/outcomes';
import { nodeAt, type Network } from '../topology/network';

const words = strings.reasons.checks;

export function checkStability({ plane }: Simulation): StabilityResult {
  const { control, network } = plane;
  const { prefixes, untried } = networkOutcomes(control);
  const several = prefixes
    .filter(({ outcomes }) => outcomes.length > 1)
    .map((entry) => ambiguous(network, entry));
  const open = prefixes.filter(({ complete }) => !complete).map(({ prefix }) => formatPrefix(prefix));
  const notes = [
    ...(open.length === 0 ? [] : [words.unproven(listed(open))]),
    ...(untried === 0 ? [] : [words.untried(untried)]),
  ];
  const restless = control.unstable.map((entry) => neverAtRest(network, entry, prefixes));
  return { kind: 'stability', prefixes: prefixes.length, findings: [...restless, ...several], notes };
}

function neverAtRest(
  network: Network,
  unstable: Unstable,
  known: readonly PrefixOutcomes[],
): StabilityFinding {
  const { prefix, nodes, by, proven } = unstable;
  const names = nodes.map((node) => nodeAt(network, node).name);
  const complete =
    prefix !== null && known.some((entry) => entry.complete && prefixKey(entry.prefix) === prefixKey(prefix));
  return {
    prefix: prefix === null ? null : formatPrefix(prefix),
    by,
    nodes: names,
    outcomes: [],
    proven: by === 'policies' && (proven || complete),
    text: words.sentence(describeUnstable(network, unstable)),
  };
}

function ambiguous(network: Network, { prefix, outcomes, complete }: PrefixOutcomes): StabilityFinding {
  const nodes = nodesInDispute(outcomes);
  const names = nodes.map((node) => nodeAt(network, node).name);
  const by = outcomes.some((outcome) => outcome.by === 'redistribution') ? 'redistribution' : 'policies';
  const why = by === 'policies' ? words.byPolicies : words.byRedistribution;
  return {
    prefix: formatPrefix(prefix),
    by,
    nodes: names,
    outcomes: outcomes.map(({ routes }) =>
      nodes.flatMap((node) => routeView(network, node, routes.get(node))),
    ),
    proven: complete,
    text: words.outcomes(formatPrefix(prefix), outcomes.length, listed(names), why),
  };
}

/** Those who do not hear from the same in every outcome. */
function nodesInDispute(outcomes: readonly Outcome[]): number[] {
  const nodes = new Set(outcomes.flatMap(({ routes }) => [...routes.keys()]));
  return [...nodes]
    .filter((node) => new Set(outcomes.map((outcome) => heardFrom(node, outcome))).size > 1)
    .toSorted((a, b) => a - b);
}

function heardFrom(node: number, { routes }: Outcome): string {
  const route = routes.get(node);
  return route === undefined ? 'none' : `${route.from} ${route.fromAddress}`;
}

function routeView(network: Network, node: number, route: BgpAttributes | undefined): OutcomeRoute[] {
  if (route === undefined) return [];
  const { from, asPath, localPreference } = route;
  const sender = from === -1 ? null : nodeAt(network, from).name;
  return [{ node: nodeAt(network, node).name, from: sender, asPath, localPreference }];
}

function listed(names: readonly string[]): string {
  return words.listed(names.slice(0, 8), Math.max(0, names.length - 8));
}
