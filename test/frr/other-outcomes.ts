/** Other stable outcomes of BGP: FRR's choices as the engine takes them, and whether the engine lists them. */
import { formatPrefix, parseAddress, type Prefix } from '../../src/main/engine/address';
import type { Lab } from '../../src/main/engine/export/index';
import type { BgpChoices } from '../../src/main/engine/routing/bgp-run';
import type { BgpAttributes } from '../../src/main/engine/routing/route';
import type { Simulation } from '../../src/main/engine/simulation';
import type { Snapshot } from './snapshot';

/** More than a network of these tests can have. */
const OUTCOMES = 200;

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
  return b.plane.control.bgpPrefixes().filter((prefix) => chosen(a, prefix) !== chosen(b, prefix));
}

/** Whether the engine, asked about the network as it sees it, lists what another simulation has for a prefix. */
export function isListed({ plane }: Simulation, other: Simulation, prefix: Prefix): boolean {
  const wanted = chosen(other, prefix);
  const { outcomes } = plane.control.stableOutcomes(prefix, OUTCOMES);
  return outcomes.some((routes) => textOf(routes) === wanted);
}

function chosen({ plane }: Simulation, prefix: Prefix): string {
  const { control, network } = plane;
  const speakers = network.nodes.filter(({ index }) => control.speaker(index) !== undefined);
  return textOf(speakers.map(({ index }) => control.bgpState(index, prefix)?.best ?? null));
}

/** Whom each speaker hears its route from, in order of node. */
function textOf(routes: readonly (BgpAttributes | null)[]): string {
  return JSON.stringify(routes.map((route) => (route === null ? null : [route.from, route.fromAddress])));
}
