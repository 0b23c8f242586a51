/** `next-hop`: the one route a node takes to an address; for VMs with Azure's own answer. */
import type { CommandFailure, NextHopResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatAddress, type Address } from '../address';
import { hashChoice } from '../forwarding/walk';
import { viewRoute } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { failure } from './failure';
import { flowText, type FlowChoice } from './flow-option';
import { echoFlow } from './prober';
import { fabricOf, nextHopAddresses, nextHopType, nicOf } from './azure-terms';

const said = strings.reasons.commands;

/** @param choice the flow of which the next hop is asked; null for all of them */
export function nextHop(
  { plane }: Simulation,
  node: number,
  address: Address,
  choice: FlowChoice | null,
): NextHopResult | CommandFailure {
  const { network } = plane;
  const { name, kind } = nodeAt(network, node);
  const fabric = fabricOf(network, node);
  const nic = kind === 'host' ? nicOf(network, node) : null;
  const route = nic === null ? plane.route(fabric ?? node, address) : plane.effectiveRoute(nic, address);
  const azure =
    fabric === null || route === undefined
      ? null
      : {
          nextHopType: nextHopType(route),
          nextHopAddresses: nextHopAddresses(network, route),
          // Azure names the route table of a user-defined route here, and this for all other routes.
          routeTable: route.user?.table ?? 'System Route',
        };
  const sent = choice === null ? null : echoFlow(plane, node, address);
  if (choice !== null && sent === null) return failure(said.flowNeedsAddress(name), said.nameSource);
  const flow = sent === null || choice === null || route === undefined ? null : { ...sent, ...choice };
  return {
    kind: 'next-hop',
    node: name,
    nodeKind: kind,
    address: formatAddress(address),
    azure,
    route: route === undefined ? null : viewRoute(network, route),
    flow: flow === null ? null : flowText(flow),
    chosen: flow === null || route === undefined ? null : hashChoice(plane, flow, fabric ?? node, route),
  };
}
