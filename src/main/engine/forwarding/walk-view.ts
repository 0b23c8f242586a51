/** A packet's way and the routes on it in the form people read: names, dotted addresses, sentences. */
import type { NextHopView, RouteView, Walk, WalkStep } from '../../../shared/results';
import { formatAddress, formatPrefix } from '../address';
import type { NextHop, Route } from '../routing/route';
import { interfaceAt, nodeAt, segmentAt, type Network, type Segment } from '../topology/network';
import type { Denial } from './security';
import type { PacketWalk, Step } from './walk';

export function viewWalk(network: Network, walk: PacketWalk): Walk {
  return {
    source: formatAddress(walk.flow.source),
    destination: formatAddress(walk.flow.destination),
    disposition: walk.disposition,
    steps: walk.steps.map((step) => viewStep(network, walk, step)),
    latencyMs: walk.latency,
  };
}

/** Of the routes of each network: one walk after the other passes them. */
const views = new WeakMap<Network, WeakMap<Route, RouteView>>();

/** The view of a route in use; the same object whenever it is asked for. */
function viewInUse(network: Network, route: Route): RouteView {
  const ofNetwork = views.get(network) ?? new WeakMap<Route, RouteView>();
  views.set(network, ofNetwork);
  const known = ofNetwork.get(route);
  if (known !== undefined) return known;
  const made = viewRoute(network, route);
  ofNetwork.set(route, made);
  return made;
}

export function viewRoute(network: Network, route: Route, active = true, lostBecause?: string): RouteView {
  return {
    prefix: formatPrefix(route.prefix),
    source: route.source,
    ...(route.ospfPath === undefined ? {} : { ospfPath: route.ospfPath }),
    distance: route.distance,
    metric: route.metric,
    nextHops: route.nextHops.map((hop) => viewNextHop(network, hop)),
    ...(route.bgp === null
      ? {}
      : {
          asPath: route.bgp.asPath,
          localPreference: route.bgp.localPreference,
          ...(route.bgp.from === -1 ? {} : { learnedFrom: nodeAt(network, route.bgp.from).name }),
        }),
    why: lostBecause ?? route.why,
    active,
  };
}

export function viewNextHop(network: Network, hop: NextHop): NextHopView {
  const neighbor = hop.neighbor === -1 ? null : interfaceAt(network, hop.neighbor);
  return {
    node: neighbor === null ? null : nodeAt(network, neighbor.node).name,
    interface: neighbor?.name ?? null,
    address: hop.address === null ? null : formatAddress(hop.address),
    egress: hop.egress === -1 ? null : interfaceAt(network, hop.egress).name,
    action: hop.action,
  };
}

function viewStep(network: Network, walk: PacketWalk, step: Step): WalkStep {
  const node = nodeAt(network, step.node);
  const ingress = step.ingress === -1 ? null : interfaceAt(network, step.ingress);
  const segment = crossedSegment(network, step);
  return {
    node: node.name,
    nodeKind: node.kind,
    area: node.area,
    ingress: ingress?.name ?? null,
    ingressAddress: ingress === null || ingress.address === null ? null : formatAddress(ingress.address),
    egress: step.egress === -1 ? null : interfaceAt(network, step.egress).name,
    route: step.route === null ? null : viewInUse(network, step.route),
    chosen: step.chosen === -1 || onTransit(step) ? null : step.chosen,
    ttlIn: step.ttlIn,
    ttlOut: step.ttlOut,
    spendsTtl: step.spent,
    latencyMs: step.latency,
    link: segment?.name ?? null,
    linkKind: segment?.kind ?? null,
    action: actionOf(step),
    ...(step.denial === null ? {} : { denial: step.denial }),
    note: noteOf(network, walk, step),
  };
}

/** On the way to the VNet whose gateways are used: the choice of a member shows there. */
function onTransit(step: Step): boolean {
  const across = step.route?.nextHops[step.chosen]?.across ?? -1;
  return across !== -1 && across === step.egress;
}

function crossedSegment(network: Network, step: Step): Segment | null {
  if (step.neighbor === -1) return null;
  const { segment } = interfaceAt(network, step.neighbor);
  return segment === -1 ? null : segmentAt(network, segment);
}

function actionOf(step: Step): WalkStep['action'] {
  if (step.end === 'local') return 'accepted';
  if (step.end === 'ttl') return 'expired';
  if (step.end !== null) return 'dropped';
  return step.ingress === -1 ? 'originated' : 'forwarded';
}

/** One sentence on what happened at this step and by which rule. */
function noteOf(network: Network, walk: PacketWalk, step: Step): string {
  // Most packets go on: nobody has to know their destination in words.
  if (step.end === null) return `${forwardWords(network, step)}.`;
  const { name } = nodeAt(network, step.node);
  const destination = formatAddress(walk.flow.destination);
  switch (step.end) {
    case 'local':
      return `${destination} is an address of ${name}: the packet has arrived.`;
    case 'ttl':
      return `TTL runs out at ${name}.`;
    case 'no-route':
      return `${name} has no route to ${destination}.`;
    case 'discard':
      return `${name} drops the packet in silence: ${routeWords(step)}.`;
    case 'internet':
      return `${name} sends the packet to the Internet (${routeWords(step)}), where ${destination} is lost in silence.`;
    case 'no-neighbor':
      return `Nobody answers for ${nextHopAddress(step) ?? destination} beside ${name}.`;
    case 'broadcast':
      return step.ingress === -1
        ? `${destination} is everybody beside ${name}: hosts do not answer probes to all of them.`
        : `${destination} is everybody in a subnet of ${name}: routers pass no directed broadcasts on.`;
    case 'reverse-path':
      return `${name} lets no packet from ${formatAddress(walk.flow.source)} in: none of its routes covers that address.`;
    case 'host-does-not-forward':
      return hostWords(network, step, name);
    case 'forwarded-traffic':
      return `${name} takes over this peering only what the other VNet's own addresses send: ${formatAddress(walk.flow.source)} is none of them, and allowForwardedTraffic is off.`;
    case 'denied-in':
    case 'denied-out':
      return `${denialWords(step.denial)} stops the packet on its way ${step.end === 'denied-in' ? 'into' : 'out of'} ${name}.`;
    case 'loop':
      return `The packet goes round in circles at ${name}.`;
  }
}

/** A VM that was sent somebody else's packet is an appliance whose forwarding is off. */
export function hostWords(network: Network, step: Step, name: string): string {
  const inVnet = step.ingress !== -1 && interfaceAt(network, step.ingress).nic !== null;
  const advice = inVnet ? `: IP forwarding of its NIC is off` : '';
  return `${name} is a host and forwards nothing for others${advice}.`;
}

/** `Rule deny-ssh (priority 100, inbound) of NSG web`. */
export function denialWords(denial: Denial | null): string {
  if (denial === null) return 'A security rule';
  const { nsg, rule, priority, direction } = denial;
  return `Rule ${rule} (priority ${priority}, ${direction}) of NSG ${nsg}`;
}

function nextHopAddress(step: Step): string | null {
  const address = step.route?.nextHops[step.chosen]?.address ?? null;
  return address === null ? null : formatAddress(address);
}

function routeWords(step: Step): string {
  return step.route === null ? 'no route' : `route ${formatPrefix(step.route.prefix)}, ${step.route.why}`;
}

function forwardWords(network: Network, step: Step): string {
  const { name, kind } = nodeAt(network, step.node);
  const next = nodeAt(network, interfaceAt(network, step.neighbor).node).name;
  const count = step.route?.nextHops.length ?? 0;
  const shared =
    count > 1 && !onTransit(step) ? `; one of ${count} equal next hops, taken by the flow's hash` : '';
  const ttl =
    step.ingress === -1 || step.spent
      ? ''
      : kind === 'vnet'
        ? '; the fabric is no hop'
        : '; inside the tunnel, so no TTL is spent';
  return `${name} hands it to ${next} (${routeWords(step)}${shared}${ttl})`;
}
