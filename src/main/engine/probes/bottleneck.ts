/** The smallest bandwidth on the way to a target, and what sets it. */
import type { BottleneckResult, CapacityPart } from '../../../shared/results';
import type { Simulation } from '../simulation';
import type { Topology } from '../topology/model';
import { interfaceAt, nodeAt, segmentAt, type Segment } from '../topology/network';
import { ping, PING_DEFAULTS } from './ping';
import type { Prober } from './prober';
import { Ladder } from './ladder';

export function bottleneck(simulation: Simulation, prober: Prober): BottleneckResult {
  const { network, control } = simulation.plane;
  const { topology } = control;
  const { whole } = new Ladder(simulation.plane, prober.node.index, prober.flow);
  const parts: CapacityPart[] = whole.steps.flatMap((step) => {
    const { name, kind } = nodeAt(network, step.node);
    const gateway = kind === 'vpn-gateway' || kind === 'er-gateway';
    const own = gateway
      ? [{ element: name, what: kind, bandwidth: topology.gateways[name]?.bandwidth ?? null }]
      : [];
    const segment = step.neighbor === -1 ? -1 : interfaceAt(network, step.neighbor).segment;
    // A VNet's fabric has no bandwidth to speak of: what limits there is the size of a VM, which is not modelled.
    const crossed = segment === -1 ? null : segmentAt(network, segment);
    return [...own, ...(crossed === null || crossed.kind === 'vnet' ? [] : partsOf(topology, crossed))];
  });
  const unique = [...new Map(parts.map((part) => [part.element, part])).values()];
  const known = unique.flatMap(({ bandwidth }) => (bandwidth === null ? [] : [bandwidth]));
  const { reached, disposition } = ping(simulation, prober, { ...PING_DEFAULTS, count: 1 });
  return {
    kind: 'bottleneck',
    probe: prober.view,
    reached,
    disposition,
    parts: unique,
    bandwidth: known.length === 0 ? null : Math.min(...known),
  };
}

/**
 * Both halves of a way over ExpressRoute, the peering and the connection, have the bandwidth of their circuit; a
 * tunnel over Microsoft peering has its own and that of the circuit below it.
 */
function partsOf(topology: Topology, { name, kind, bandwidth }: Segment): CapacityPart[] {
  if (kind === 'expressroute' || kind === 'private-peering') {
    const circuit = Object.entries(topology.circuits).find(
      ([, { primary, secondary, connections }]) =>
        [primary.msee, secondary?.msee].includes(name) || Object.hasOwn(connections, name),
    );
    return [{ element: circuit?.[0] ?? name, what: 'expressroute', bandwidth }];
  }
  if (kind === 'global-reach') return reachParts(topology, name);
  const underlay = kind === 'tunnel' ? (topology.connections[name]?.underlay ?? null) : null;
  const below = underlay === null ? [] : [circuitPart(topology, underlay)];
  return [{ element: name, what: kind, bandwidth }, ...below];
}

/** Global Reach goes through both circuits, and has what the smaller one has. */
function reachParts(topology: Topology, name: string): CapacityPart[] {
  return (topology.globalReach[name]?.circuits ?? []).map((circuit) => circuitPart(topology, circuit));
}

function circuitPart(topology: Topology, circuit: string): CapacityPart {
  return { element: circuit, what: 'expressroute', bandwidth: topology.circuits[circuit]?.bandwidth ?? null };
}
