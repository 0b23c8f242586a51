/** `perspective`: which prefixes a node knows, by which way they came to it, and why it does not know the rest. */
import type { AreaView, KnownPrefix, PerspectiveResult, SeenNode } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import {
  formatAddress,
  formatPrefix,
  prefixContains,
  prefixKey,
  type Address,
  type Prefix,
} from '../address';
import { barriersTo } from '../explain/barriers';
import { chainOf } from '../explain/chain';
import { namesAlong, otherWays } from '../explain/other-ways';
import { keptFromSubnet } from '../explain/route-tables';
import { announcedAround, covering, DEFAULT_ROUTE, subjectOf, type Subject } from '../explain/subject';
import { viewRoute } from '../forwarding/walk-view';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt } from '../topology/network';
import { addressOf } from './prober';

const words = strings.reasons.answers;

/** More prefixes than this are not listed; the result says so. */
const PREFIX_LIMIT = 500;
/** Reasons are found one by one: for this many unknown prefixes. */
const REASON_LIMIT = 60;

export function perspective(simulation: Simulation, node: number): PerspectiveResult {
  const { network } = simulation.plane;
  const subject = subjectOf(simulation, node);
  const all = prefixesOfInterest(simulation);
  const shown = all.slice(0, PREFIX_LIMIT);
  const notes = [...subject.notes];
  if (shown.length < all.length) notes.push(words.prefixesCut(PREFIX_LIMIT, all.length));
  let reasons = 0;
  const prefixes = shown.map(({ prefix, area }): KnownPrefix => {
    const route = known(covering(simulation, subject, prefix), prefix.length === 0);
    const base = { prefix: formatPrefix(prefix), area };
    if (route === null) {
      reasons += 1;
      const reason = reasons > REASON_LIMIT ? words.noRoute : whyUnknown(simulation, node, prefix);
      return { ...base, route: null, chain: [], others: [], reason };
    }
    const steps = chainOf(simulation, subject.node, route);
    return {
      ...base,
      route: viewRoute(network, route),
      chain: namesAlong(steps),
      others: otherWays(simulation, subject.node, route, steps),
      reason: steps.at(-1)?.decision ?? route.why,
    };
  });
  const takers = reasons > 0 ? defaultTakers(simulation, subject) : [];
  const table = nodeAt(network, subject.node).name;
  if (takers.length > 0) notes.push(words.defaultRoute(table, takers));
  return {
    kind: 'perspective',
    node: nodeAt(network, node).name,
    table,
    prefixes,
    nodes: network.nodes.map(({ name }) => seen(simulation, subject, name)),
    notes,
  };
}

interface Interest {
  readonly prefix: Prefix;
  readonly area: AreaView | null;
}

/** The subnets of hosts, as far as they are announced as such, and whatever BGP carries; each with its place. */
function prefixesOfInterest(simulation: Simulation): Interest[] {
  const { control, network } = simulation.plane;
  const found = new Map<number, Interest>();
  const add = (prefix: Prefix, area: AreaView | null): void => {
    const key = prefixKey(prefix);
    if (!found.has(key)) found.set(key, { prefix, area });
  };
  for (const { name, kind, area } of network.nodes) {
    const address = kind === 'host' ? addressOf(simulation.plane, name) : null;
    if (address !== null) add(announcedAround(simulation, { address, length: 32 }), area);
  }
  for (const prefix of control.bgpPrefixes()) {
    // The default route lies nowhere.
    add(prefix, prefix.length === 0 ? null : areaAround(simulation, prefix));
  }
  return [...found.values()];
}

function areaAround({ plane }: Simulation, prefix: Prefix): AreaView | null {
  const { network } = plane;
  const inside = network.interfaces.find(
    ({ address }) => address !== null && prefixContains(prefix, address),
  );
  return inside === undefined ? null : nodeAt(network, inside.node).area;
}

/** A default route and one that drops packets tell nothing of what they cover, the former only of itself. */
function known(route: Route | undefined, isDefaultAsked = false): Route | null {
  if (route === undefined || (route.prefix.length === 0 && !isDefaultAsked)) return null;
  return route.nextHops.some(({ action }) => action === 'forward' || action === 'deliver') ? route : null;
}

/** To whom packets go for which there is no route but the default one, all the same. */
function defaultTakers({ plane }: Simulation, { node, routeTable }: Subject): string[] {
  const { control, network } = plane;
  const hops = control.subnetTable(node, routeTable).active.get(DEFAULT_ROUTE)?.nextHops ?? [];
  const names = hops.flatMap(({ action, neighbor }) =>
    action === 'forward' && neighbor !== -1
      ? [nodeAt(network, interfaceAt(network, neighbor).node).name]
      : [],
  );
  return [...new Set(names)];
}

function whyUnknown(simulation: Simulation, node: number, prefix: Prefix): string {
  const [nearest] =
    keptFromSubnet(simulation, node, prefix) ??
    barriersTo(simulation, subjectOf(simulation, node).node, prefix);
  return nearest?.text ?? words.noRoute;
}

function seen(simulation: Simulation, { node, routeTable }: Subject, name: string): SeenNode {
  const { control } = simulation.plane;
  const address: Address | null = addressOf(simulation.plane, name);
  if (address === null) return { node: name, address: null, prefix: null };
  const route = known(control.subnetTable(node, routeTable).active.match(address));
  return {
    node: name,
    address: formatAddress(address),
    prefix: route === null ? null : formatPrefix(route.prefix),
  };
}
