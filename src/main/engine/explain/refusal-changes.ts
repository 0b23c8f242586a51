/** Edits that let a route pass where BGP refused it. */
import { formatAddress, formatPrefix, prefixCovers, type Prefix } from '../address';
import type { Refusal } from '../routing/bgp';
import { matchingRule, type RoutePolicy } from '../routing/route-map';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { ruleWords } from './policy-words';
import { entryText } from './entry-text';
import type { Refused } from './refusal-words';

/** Empty where the rule is no setting: loops, what Azure's gateways pass on. */
export function changeAgainst(simulation: Simulation, refusal: Refusal, refused: Refused): string[] {
  const { network } = simulation.plane;
  const { session, from, to, best } = refused;
  const [sender, receiver] = [nodeAt(network, from), nodeAt(network, to)];
  const receiverAddress = answerAddress(simulation, refused);
  switch (refusal) {
    case 'filtered-out':
      return sender.kind === 'router' && receiverAddress !== null
        ? opened(simulation, sender.name, receiverAddress, 'out', session.out, best.prefix)
        : [];
    case 'filtered-in':
      return receiver.kind === 'router'
        ? opened(simulation, receiver.name, formatAddress(session.fromAddress), 'in', session.in, best.prefix)
        : [];
    case 'next-hop-unreachable':
      return session.type === 'ibgp' && receiverAddress !== null
        ? [`set ${sender.name} bgp neighbors ${receiverAddress} nextHopSelf true`]
        : [];
    case 'ibgp-to-ibgp':
      if (receiverAddress === null) return [];
      return reflects(simulation, from)
        ? [`set ${sender.name} bgp neighbors ${receiverAddress} routeReflectorClient true`]
        : ownSession(simulation, refused, receiverAddress);
    case 'summary-only':
      return unsummarised(simulation, from, best.prefix);
    case 'heard-from-receiver':
    case 'no-transit':
    case 'no-advertise':
    case 'no-export':
    case 'own-default':
    case 'own-originator':
    case 'own-cluster':
    case 'own-as':
    case 'own-space':
    case 'own-next-hop':
      return [];
  }
}

/** The address at which the sender knows the receiver. */
function answerAddress({ plane }: Simulation, { session, from, to }: Refused): string | null {
  const back = plane.control
    .sessions()
    .find((entry) => entry.from === to && entry.to === from && entry.session.type === session.type);
  return back === undefined ? null : formatAddress(back.session.fromAddress);
}

/** What stops the prefix, with a line before all others that lets it pass. */
function opened(
  simulation: Simulation,
  router: string,
  neighbor: string,
  way: 'in' | 'out',
  { rules, map }: RoutePolicy,
  prefix: Prefix,
): string[] {
  const text = formatPrefix(prefix);
  if (rules !== null && matchingRule(rules, prefix)?.action !== 'permit') {
    const lines = [`permit ${text}`, ...rules.map(ruleWords)].join(', ');
    return [`set ${router} bgp neighbors ${neighbor} ${way} prefixList [${lines}]`];
  }
  return map?.name == null ? [] : openedMap(simulation, router, map.name, prefix);
}

/** A route map of a router with an entry before all others that lets a prefix pass. */
export function openedMap({ plane }: Simulation, router: string, map: string, prefix: Prefix): string[] {
  const entries = plane.control.topology.routers[router]?.routeMaps[map];
  if (entries === undefined) return [];
  const opening = `{ match: { prefix: ${formatPrefix(prefix)} } }`;
  return [`set ${router} routeMaps ${map} [${[opening, ...entries.map(entryText)].join(', ')}]`];
}

function reflects({ plane }: Simulation, node: number): boolean {
  return plane.control.sessions().some(({ session, from }) => from === node && session.toClient);
}

/** The aggregates that hide a prefix, without summary-only. */
function unsummarised({ plane }: Simulation, node: number, prefix: Prefix): string[] {
  const { name } = nodeAt(plane.network, node);
  const aggregates = plane.control.topology.routers[name]?.bgp?.aggregates ?? [];
  return aggregates.flatMap((each, at) =>
    each.summaryOnly && each.prefix.length < prefix.length && prefixCovers(each.prefix, prefix)
      ? [`set ${name} bgp aggregates ${at} summaryOnly false`]
      : [],
  );
}

/** A session between the receiver and the router that brought the route into the AS. */
function ownSession({ plane }: Simulation, { to, best }: Refused, receiverAddress: string): string[] {
  const { control, network } = plane;
  const asn = control.speaker(to)?.asn;
  if (asn === undefined || best.from === -1) return [];
  const [border, receiver] = [nodeAt(network, best.from).name, nodeAt(network, to).name];
  const session = `{ asn: ${asn}, nextHopSelf: true }`;
  return [
    `set ${border} bgp neighbors ${receiverAddress} ${session}`,
    `set ${receiver} bgp neighbors ${formatAddress(best.fromAddress)} ${session}`,
  ];
}
