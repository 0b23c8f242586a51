/** A trace from one node to another and the trace back, with the place where they part. */
import type { CommandFailure, TraceBothResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { reverse } from '../forwarding/flow';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { divergenceOf } from './divergence';
import { failure } from './failure';
import { asTarget, type Prober } from './prober';
import { trace, TRACE_DEFAULTS } from './trace';

const said = strings.reasons.commands;

export function traceBoth(simulation: Simulation, prober: Prober): TraceBothResult | CommandFailure {
  const { network } = simulation.plane;
  const { view, flow } = prober;
  const index = network.nodeByAddress.get(flow.destination);
  if (index === undefined) return failure(said.noNodeAt(view.targetAddress), said.giveNode);
  const node = nodeAt(network, index);
  const forward = trace(simulation, prober, TRACE_DEFAULTS);
  const back = trace(
    simulation,
    {
      node,
      flow: reverse(flow),
      view: {
        ...view,
        source: node.name,
        sourceAddress: view.targetAddress,
        target: view.source,
        targetAddress: view.sourceAddress,
        targetName: view.source,
        targetNode: asTarget(prober.node),
        ...(view.ports === undefined
          ? {}
          : { ports: { source: view.ports.destination, destination: view.ports.source } }),
      },
    },
    TRACE_DEFAULTS,
  );
  const divergence = divergenceOf(forward.forwardWalk, back.forwardWalk);
  return { kind: 'trace-both', forward, back, divergence };
}
