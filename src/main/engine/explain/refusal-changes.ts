/** Edits that let a route pass where BGP refused it. */
import { formatAddress, formatPrefix } from '../address';
import type { Refusal } from '../routing/bgp';
import type { Policy } from '../topology/model';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { ruleWords } from './policy-words';
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
        ? [
            `set ${sender.name} bgp neighbors ${receiverAddress} out ${opened(session.out, formatPrefix(best.prefix))}`,
          ]
        : [];
    case 'filtered-in':
      return receiver.kind === 'router'
        ? [
            `set ${receiver.name} bgp neighbors ${formatAddress(session.fromAddress)} in ${opened(session.in, formatPrefix(best.prefix))}`,
          ]
        : [];
    case 'next-hop-unreachable':
      return session.type === 'ibgp' && receiverAddress !== null
        ? [`set ${sender.name} bgp neighbors ${receiverAddress} nextHopSelf true`]
        : [];
    case 'ibgp-to-ibgp':
      return receiverAddress === null ? [] : ownSession(simulation, refused, receiverAddress);
    case 'heard-from-receiver':
    case 'no-transit':
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

function opened(policy: Policy, prefix: string): string {
  return `prefixList [${[`permit ${prefix}`, ...(policy.prefixList ?? []).map(ruleWords)].join(', ')}]`;
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
