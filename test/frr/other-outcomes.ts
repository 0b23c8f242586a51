/** Other stable outcomes of BGP: FRR's choices as the engine takes them, and whether the engine lists them. */
import { formatPrefix, parseAddress, prefixKey, type Prefix } from '../../src/main/engine/address';
import type { Lab } from '../../src/main/engine/export/index';
import type { BgpChoices } from '../../src/main/engine/routing/bgp-run';
import type { Simulation } from '../../src/main/engine/simulation';
import { chosenRoutes, outcomeKey, type NetworkOutcomes } from '../../src/main/engine/stability/outcomes';
import type { Snapshot } from './snapshot';

/** What FRR's routers have chosen. */
export function choicesOf({ plane }: Simulation, lab: Lab, snapshot: Snapshot): BgpChoices {
  const byNode = new Map(
    lab.nodes.map(({ name, source }) => [
      plane.network.nodeByName.get(source) ?? -1,
      snapshot.get(name)?.bestFrom ?? new Map<string, string>(),
    ]),
  );
  return (node, prefix) => {
    const from = byNode.get(node)?.get(formatPrefix(prefix));
    if (from === undefined || from === 'own') return from;
    return parseAddress(from) ?? undefined;
  };
}

/** The prefixes for which two simulations of a network chose differently. */
export function prefixesThatDiffer(a: Simulation, b: Simulation): Prefix[] {
  return b.plane.control.bgpPrefixes().filter((prefix) => {
    const [one, other] = [a, b].map(({ plane }) => outcomeKey(chosenRoutes(plane.control, prefix)));
    return one !== other;
  });
}

/** Whether the engine, asked about the network as it sees it, lists what another simulation has for a prefix. */
export function isListed(listed: NetworkOutcomes, other: Simulation, prefix: Prefix): boolean {
  const wanted = outcomeKey(chosenRoutes(other.plane.control, prefix));
  const { outcomes = [] } =
    listed.prefixes.find((entry) => prefixKey(entry.prefix) === prefixKey(prefix)) ?? {};
  return outcomes.some(({ routes }) => outcomeKey(routes) === wanted);
}
