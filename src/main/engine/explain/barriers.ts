/**
 * Where a prefix stops on its way to a node: from the node back over everybody it could hear from, up to those
 * that have the prefix. What keeps each of these from telling it is a barrier.
 */
import type { BarrierView } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixCovers, prefixOf, type Prefix } from '../address';
import type { Simulation } from '../simulation';
import { interfaceAt, interfaceLabel, nodeAt, segmentAt } from '../topology/network';
import { edgesTo } from './neighbours';
import { holderWords } from './refusal-words';

const words = strings.reasons.barriers;

/** Nearest to the node first; never empty. The node itself does not have the prefix. */
export function barriersTo(simulation: Simulation, node: number, prefix: Prefix): BarrierView[] {
  const { network } = simulation.plane;
  const { name, kind, up } = nodeAt(network, node);
  if (!up) return [shutDown(name, name, words.noRoutes(name))];
  if (kind === 'host') return [withoutGateway(simulation, node)];
  const barriers = new Map<string, BarrierView>();
  const reached = new Set([node]);
  for (const to of reached) {
    for (const { from, barrier } of edgesTo(simulation, to, prefix)) {
      if (!has(simulation, from, prefix, to)) {
        // A VNet announces its own space and nothing that it learned.
        if (nodeAt(network, from).kind !== 'vnet') reached.add(from);
        continue;
      }
      const found = barrier();
      if (found === null) continue;
      const view = { from: nodeAt(network, from).name, to: nodeAt(network, to).name, ...found };
      if (!barriers.has(found.text)) barriers.set(found.text, view);
    }
  }
  return barriers.size > 0 ? [...barriers.values()] : [unconnected(simulation, node, prefix)];
}

/** Whether a node has a route to exactly this prefix that it could tell `to` of. */
function has({ plane }: Simulation, node: number, prefix: Prefix, to: number): boolean {
  const { control, network } = plane;
  const { kind, name } = nodeAt(network, node);
  if (kind === 'vnet') {
    const own = control.topology.vnets[name]?.addressSpace ?? [];
    if (own.some((space) => prefixCovers(space, prefix))) return true;
    // Towards another VNet, what it has by its peerings counts: there peering stops.
    const route = nodeAt(network, to).kind === 'vnet' ? control.table(node).active.get(prefix) : undefined;
    return route?.source === 'peering';
  }
  if (control.bgpState(node, prefix)?.best != null) return true;
  // A gateway's routes to the space of its VNet and peers are Azure's; what it announces of them is in BGP.
  const source = control.table(node).active.get(prefix)?.source;
  return source !== undefined && source !== 'vnet' && source !== 'peering';
}

/** Nobody who has the prefix leads to the node; or nobody has it. */
function unconnected(simulation: Simulation, node: number, prefix: Prefix): BarrierView {
  const { control, network } = simulation.plane;
  const to = nodeAt(network, node).name;
  const text = formatPrefix(prefix);
  const holder = network.nodes.find(
    ({ index, kind, up }) => up && kind !== 'host' && has(simulation, index, prefix, index),
  );
  if (holder !== undefined) {
    return {
      from: holder.name,
      to,
      reason: 'no-protocol',
      text: words.nothingLeads(holderWords(simulation, holder.index, prefix), to),
      change: [],
    };
  }
  const asleep = sleepingOwner(simulation, prefix);
  if (asleep !== null) {
    const why = words.asleep(asleep.name, text);
    return { ...shutDown(asleep.name, to, why), ...(asleep.isShut ? {} : { change: [] }) };
  }
  const around = network.nodes.flatMap(({ index, name, up }) => {
    const match = up ? control.table(index).active.match(prefix.address) : undefined;
    const isNear = match?.source === 'connected' || match?.source === 'vnet';
    return isNear && match.prefix.length < prefix.length
      ? [words.nobodyButAround(text, name, formatPrefix(match.prefix))]
      : [];
  });
  return { from: to, to, reason: 'nobody', text: around[0] ?? words.nobody(text), change: [] };
}

/** A VNet that is down with this prefix in its space, or an interface that is down in this subnet. */
function sleepingOwner(
  { plane }: Simulation,
  prefix: Prefix,
): { readonly name: string; readonly isShut: boolean } | null {
  const { control, network } = plane;
  const vnet = network.nodes.find(
    ({ kind, name, up }) =>
      kind === 'vnet' &&
      !up &&
      control.topology.vnets[name]?.addressSpace.some((space) => prefixCovers(space, prefix)) === true,
  );
  if (vnet !== undefined) return { name: vnet.name, isShut: true };
  const entry = network.interfaces.find(
    ({ up, address, length }) =>
      !up &&
      address !== null &&
      prefixCovers(prefixOf({ address, length }), prefix) &&
      (length < 32 || prefix.length === 32),
  );
  if (entry === undefined) return null;
  const owner = nodeAt(network, entry.node);
  if (!owner.up) return { name: owner.name, isShut: true };
  return { name: interfaceLabel(network, entry.index), isShut: owner.kind === 'router' && !entry.enabled };
}

/** A host that is asked itself has no gateway that answers: who could be one, and why it is not. */
function withoutGateway({ plane }: Simulation, node: number): BarrierView {
  const { network } = plane;
  const { name, interfaces } = nodeAt(network, node);
  const { segment } = interfaceAt(network, interfaces[0] ?? -1);
  const unplugged = (why: string): BarrierView => ({
    from: name,
    to: name,
    reason: 'link-down',
    text: words.noGateway(name, why),
    change: [],
  });
  if (segment === -1) return unplugged(words.unplugged);
  const beside = segmentAt(network, segment);
  if (!beside.enabled) return withGatewayDown(beside.name, name);
  const router = beside.interfaces
    .map((index) => interfaceAt(network, index))
    .find((entry) => nodeAt(network, entry.node).kind === 'router' && !entry.enabled);
  if (router === undefined) return unplugged(words.noneBeside);
  const owner = nodeAt(network, router.node);
  const what = owner.up ? interfaceLabel(network, router.index) : owner.name;
  return withGatewayDown(what, name);
}

function withGatewayDown(what: string, name: string): BarrierView {
  const text = words.noGateway(name, words.shutDown(what));
  return { ...shutDown(what, name, text), reason: 'link-down' };
}

function shutDown(what: string, to: string, text: string): BarrierView {
  return { from: what, to, reason: 'node-down', text, change: [`no shutdown ${what}`] };
}
