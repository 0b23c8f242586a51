/** Why BGP did not carry a route over a session, in sentences a student can follow. */
import { strings } from '../../../shared/strings';
import { formatAddress, formatPrefix, prefixCovers, type Prefix } from '../address';
import { formatCommunities } from '../community';
import type { Refusal } from '../routing/bgp';
import type { Session } from '../routing/bgp-sessions';
import type { BgpAttributes } from '../routing/route';
import { matchingRule, type RoutePolicy } from '../routing/route-map';
import type { Simulation } from '../simulation';
import { circuitOfMsee } from '../topology/circuit-of-msee';
import { nodeAt, type Network } from '../topology/network';
import { verdictWords } from './policy-words';

const words = strings.reasons.refusals;
const has = strings.reasons.barriers;

/** A route that a session did not carry. */
export interface Refused {
  readonly session: Session;
  readonly from: number;
  readonly to: number;
  readonly best: BgpAttributes;
}

export function refusalWords(simulation: Simulation, refusal: Refusal, refused: Refused): string {
  const { control, network } = simulation.plane;
  const { session, best } = refused;
  const sender = nodeAt(network, refused.from);
  const receiver = nodeAt(network, refused.to);
  const prefix = formatPrefix(best.prefix);
  const held = hasWords(network, sender.name, best, prefix);
  switch (refusal) {
    case 'heard-from-receiver':
      return words.heardFromReceiver(sender.name, prefix, receiver.name);
    case 'ibgp-to-ibgp':
      return isReflector(control, refused.from)
        ? words.reflector(held, sender.name, nodeAt(network, best.from).name, receiver.name)
        : words.ibgp(held, receiver.name);
    case 'no-advertise':
      return words.noAdvertise(held, formatCommunities(best.communities));
    case 'no-export':
      return words.noExport(held, formatCommunities(best.communities), receiver.name);
    case 'summary-only': {
      const summary = control
        .speaker(refused.from)
        ?.aggregates.find((each) => each.summaryOnly && prefixCovers(each.prefix, best.prefix));
      return words.summaryOnly(
        held,
        summary === undefined ? null : formatPrefix(summary.prefix),
        receiver.name,
      );
    }
    case 'own-default':
      return words.ownDefault(held, receiver.name);
    case 'own-originator':
      return words.ownOriginator(held, receiver.name);
    case 'own-cluster':
      return words.ownCluster(held, receiver.name);
    case 'no-transit':
      return sender.kind === 'er-gateway'
        ? orJoined(simulation, held, best, receiver.name)
        : words.vpnDefault(held);
    case 'filtered-out': {
      const { out } = control.passage(session, best);
      return words.filteredOut(
        held,
        policyName(session.out, best.prefix),
        receiver.name,
        verdictWords(session.out, out),
      );
    }
    case 'filtered-in': {
      const seen = control.passage(session, best).in;
      const verdict = seen === null ? null : verdictWords(session.in, seen);
      const policy = policyName(session.in, best.prefix);
      return words.filteredIn(held, policy, receiver.name, sender.name, verdict);
    }
    case 'own-as': {
      const asn = control.speaker(refused.to)?.asn ?? 0;
      const path = [
        ...(session.type === 'ebgp' ? [control.speaker(refused.from)?.asn ?? 0] : []),
        ...best.asPath,
      ];
      return words.ownAs(held, receiver.name, asn, path.join(' '));
    }
    case 'own-space':
      return words.ownSpace(held, receiver.name, prefix);
    case 'own-next-hop':
      return words.ownNextHop(held, receiver.name);
    case 'next-hop-unreachable': {
      const nextHop = formatAddress(control.passage(session, best).nextHop);
      return session.isOneHop
        ? words.nextHopApart(held, nextHop, receiver.name)
        : words.nextHopUnreachable(held, nextHop, receiver.name);
    }
  }
}

/** What an ExpressRoute gateway does not pass on, and what would carry it from circuit to circuit. */
function orJoined(
  { plane }: Simulation,
  held: string,
  { from, asPath }: Pick<BgpAttributes, 'asPath'> & { readonly from: number },
  to: string,
): string {
  const { topology, network } = plane.control;
  const sentence = words.expressRoute(held, to);
  const msee = network.nodes[from]?.name ?? '';
  const [one, other] = [circuitOfMsee(topology, msee), circuitOfMsee(topology, to)];
  if (one === null || other === null || one === other) return sentence;
  // Global Reach joins what is on-premises at two circuits; a VNet's prefixes come straight from its gateway.
  const isOfVnet =
    asPath.length === 2 &&
    Object.values(topology.circuits[one]?.connections ?? {}).some(
      ({ gateway }) => topology.gateways[gateway]?.asn === asPath[1],
    );
  return isOfVnet ? words.connectAsWell(sentence, other) : words.globalReach(sentence, one, other);
}

function isReflector(control: Simulation['plane']['control'], node: number): boolean {
  return control.sessions().some(({ session, from }) => from === node && session.toClient);
}

/** Which part of a policy stops a prefix. */
function policyName({ rules }: RoutePolicy, prefix: Prefix): string {
  return rules !== null && matchingRule(rules, prefix)?.action !== 'permit'
    ? words.prefixList
    : words.routeMap;
}

function hasWords(network: Network, name: string, best: BgpAttributes, prefix: string): string {
  return best.from === -1
    ? has.originates(name, prefix)
    : has.learned(name, prefix, nodeAt(network, best.from).name);
}

/** `hub-ergw learned 10.1.31.0/25 from msee2-pri`, or how else a node has a prefix. */
export function holderWords({ plane }: Simulation, node: number, prefix: Prefix): string {
  const { control, network } = plane;
  const { name } = nodeAt(network, node);
  const text = formatPrefix(prefix);
  const best = control.bgpState(node, prefix)?.best ?? null;
  if (best !== null) return hasWords(network, name, best, text);
  const route = control.table(node).active.get(prefix);
  return route === undefined ? has.has(name, text) : has.hasBy(name, text, route.source);
}
