/** A packet's way and the routes on it in the form people read: names, dotted addresses, sentences. */
import type { NextHopView, RouteView, Walk, WalkStep } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatAddress, formatPrefix } from '../address';
import type { NextHop, Route } from '../routing/route';
import { interfaceAt, nodeAt, segmentAt, type Network, type Segment } from '../topology/network';
import type { Denial } from './security';
import type { PacketWalk, Step } from './walk';

const words = strings.reasons.walk;

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
    linkPath: segment?.path ?? null,
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
  if (step.end === null) return forwardWords(network, step);
  const { name, up } = nodeAt(network, step.node);
  const destination = formatAddress(walk.flow.destination);
  switch (step.end) {
    case 'local':
      return words.arrived(destination, name);
    case 'ttl':
      return words.ttl(name);
    case 'no-route':
      return up ? words.noRoute(name, destination) : words.down(name);
    case 'discard':
      return words.discarded(name, routeWords(step));
    case 'internet':
      return words.internet(name, routeWords(step), destination);
    case 'no-neighbor':
      return words.noNeighbor(name, nextHopAddress(step) ?? destination);
    case 'broadcast':
      return step.ingress === -1 ? words.allBeside(name, destination) : words.allOfSubnet(name, destination);
    case 'reverse-path':
      return words.reversePath(name, formatAddress(walk.flow.source));
    case 'host-does-not-forward':
      return hostWords(network, step, name);
    case 'forwarded-traffic':
      return words.forwardedTraffic(name, formatAddress(walk.flow.source));
    case 'denied-in':
    case 'denied-out':
      return words.denied(name, denialWords(step.denial), step.end === 'denied-in');
    case 'loop':
      return words.loop(name);
  }
}

/** A VM that was sent somebody else's packet is an appliance whose forwarding is off. */
export function hostWords(network: Network, step: Step, name: string): string {
  const inVnet = step.ingress !== -1 && interfaceAt(network, step.ingress).nic !== null;
  return inVnet ? words.nic(name) : words.host(name);
}

/** `Rule deny-ssh (priority 100, inbound) of NSG web`. */
export function denialWords(denial: Denial | null): string {
  if (denial === null) return words.someRule;
  const { nsg, rule, priority, direction } = denial;
  return words.rule(rule, priority, direction, nsg);
}

function nextHopAddress(step: Step): string | null {
  const address = step.route?.nextHops[step.chosen]?.address ?? null;
  return address === null ? null : formatAddress(address);
}

function routeWords(step: Step): string {
  return step.route === null
    ? words.withoutRoute
    : words.route(formatPrefix(step.route.prefix), step.route.why);
}

function forwardWords(network: Network, step: Step): string {
  const { name, kind } = nodeAt(network, step.node);
  const next = nodeAt(network, interfaceAt(network, step.neighbor).node).name;
  const count = step.route?.nextHops.length ?? 0;
  const shared = count > 1 && !onTransit(step) ? words.shared(count) : '';
  const ttl = step.ingress === -1 || step.spent ? '' : kind === 'vnet' ? words.fabric : words.tunnel;
  const side = crossedSegment(network, step)?.path ?? null;
  return words.forwards(name, next, side, routeWords(step), shared, ttl);
}
