/** Why BGP did not carry a route over a session, in sentences a student can follow. */
import { formatAddress, formatPrefix, prefixCovers, type Prefix } from '../address';
import { formatCommunities } from '../community';
import type { Refusal } from '../routing/bgp';
import type { Session } from '../routing/bgp-sessions';
import type { BgpAttributes } from '../routing/route';
import { matchingRule, type RoutePolicy } from '../routing/route-map';
import type { Simulation } from '../simulation';
import { circuitOfMsee } from '../topology/circuit-of-msee';
import { nodeAt } from '../topology/network';
import { verdictWords } from './policy-words';

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
  const has = `${sender.name} ${hasWords(network, best, prefix)}`;
  switch (refusal) {
    case 'heard-from-receiver':
      return `${sender.name} heard ${prefix} from ${receiver.name} itself and does not tell it back.`;
    case 'ibgp-to-ibgp': {
      const rule = `${has} over iBGP, and what is heard over iBGP is not told over iBGP (RFC 4271 section 9.2)`;
      return isReflector(control, refused.from)
        ? `${rule}; ${sender.name} reflects only what it hears from its clients or tells them (RFC 4456 section 6), and neither ${nodeAt(network, best.from).name} nor ${receiver.name} is one.`
        : `${rule}: ${receiver.name} needs a session of its own with the router that brought it into the AS.`;
    }
    case 'no-advertise':
      return `${has} with the community no-advertise (${formatCommunities(best.communities)}): it is told to nobody (RFC 1997).`;
    case 'no-export':
      return `${has} with communities ${formatCommunities(best.communities)}: it is not told to another AS (RFC 1997), and ${receiver.name} is in one.`;
    case 'summary-only': {
      const summary = control
        .speaker(refused.from)
        ?.aggregates.find((each) => each.summaryOnly && prefixCovers(each.prefix, best.prefix));
      return `${has}, but tells only its aggregate ${summary === undefined ? '' : `${formatPrefix(summary.prefix)} `}(summary-only), to ${receiver.name} and to everybody.`;
    }
    case 'own-default':
      return `${has}, but tells ${receiver.name} a default route of its own making in its place (default-originate).`;
    case 'own-originator':
      return `${has}, but ${receiver.name} finds its own router id as the originator: the route came from ${receiver.name} and was reflected back (RFC 4456 section 8).`;
    case 'own-cluster':
      return `${has}, but ${receiver.name} finds its own cluster id in the cluster list and takes the announcement for a loop between reflectors (RFC 4456 section 8).`;
    case 'no-transit':
      return sender.kind === 'er-gateway'
        ? `${has}, but ${expressRouteRule}: ${receiver.name} does not hear of it from there.${globalReach(simulation, network.nodes[best.from]?.name ?? '', receiver.name)}`
        : `${has}, but a VPN gateway passes no default route on between its connections.`;
    case 'filtered-out': {
      const { out } = control.passage(session, best);
      return `${has}, but its ${policyName(session.out, best.prefix)} toward ${receiver.name} stops it: ${verdictWords(session.out, out)}.`;
    }
    case 'filtered-in': {
      const seen = control.passage(session, best).in;
      const verdict = seen === null ? '' : `: ${verdictWords(session.in, seen)}`;
      return `${has} and announces it, but the ${policyName(session.in, best.prefix)} of ${receiver.name} for ${sender.name} stops it${verdict}.`;
    }
    case 'own-as': {
      const asn = control.speaker(refused.to)?.asn ?? 0;
      const path = [
        ...(session.type === 'ebgp' ? [control.speaker(refused.from)?.asn ?? 0] : []),
        ...best.asPath,
      ];
      return `${has}, but ${receiver.name} finds its own AS ${asn} in the path ${path.join(' ')} and takes the announcement for a loop (RFC 4271 section 9.1.2).`;
    }
    case 'own-space':
      return `${has}, but ${receiver.name} refuses it: ${prefix} lies in the address space of its own VNet or of one peered with it.`;
    case 'own-next-hop':
      return `${has}, but its next hop would be ${receiver.name} itself, which refuses that (RFC 4271 section 5.1.3).`;
    case 'next-hop-unreachable': {
      const nextHop = formatAddress(control.passage(session, best).nextHop);
      return session.isOneHop
        ? `${has} and announces it, but its next hop ${nextHop} lies in no subnet of ${receiver.name}, which a neighbor in another AS without multihop must name (RFC 4271 section 5.1.3).`
        : `${has} and announces it, but ${receiver.name} has no route to its next hop ${nextHop}, so it cannot use it.`;
    }
  }
}

/** What would carry a site's route from circuit to circuit; empty within one circuit. */
function globalReach({ plane }: Simulation, from: string, to: string): string {
  const { topology } = plane.control;
  const [one, other] = [circuitOfMsee(topology, from), circuitOfMsee(topology, to)];
  if (one === null || other === null || one === other) return '';
  return ` From site to site ExpressRoute Global Reach between ${one} and ${other} would carry it.`;
}

function isReflector(control: Simulation['plane']['control'], node: number): boolean {
  return control.sessions().some(({ session, from }) => from === node && session.toClient);
}

/** Which part of a policy stops a prefix. */
function policyName({ rules }: RoutePolicy, prefix: Prefix): string {
  return rules !== null && matchingRule(rules, prefix)?.action !== 'permit' ? 'prefix list' : 'route map';
}

/** Why branches of a VPN and ExpressRoute do not meet in a hub. */
export const expressRouteRule =
  "an ExpressRoute gateway announces only its own VNet's prefixes and those of peered VNets that use it";

function hasWords(network: Simulation['plane']['network'], best: BgpAttributes, prefix: string): string {
  return best.from === -1
    ? `originates ${prefix}`
    : `learned ${prefix} from ${nodeAt(network, best.from).name}`;
}

/** `hub-ergw learned 10.1.31.0/25 from msee2-pri`, or how else a node has a prefix. */
export function holderWords({ plane }: Simulation, node: number, prefix: Prefix): string {
  const { control, network } = plane;
  const { name } = nodeAt(network, node);
  const text = formatPrefix(prefix);
  const best = control.bgpState(node, prefix)?.best ?? null;
  if (best !== null) return `${name} ${hasWords(network, best, text)}`;
  const route = control.table(node).active.get(prefix);
  return route === undefined ? `${name} has ${text}` : `${name} has ${text} (${route.source})`;
}
