/**
 * Answers to probes: who answers from which address, whether the answer finds its way back, and why not.
 * Answers walk the network like any packet. ICMP errors about ICMP errors are never sent (RFC 1122 section
 * 3.2.2), so an answer that is lost is simply lost.
 */
import type { ReplyKind, Silence } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatAddress, formatPrefix, type Address } from '../address';
import { reverse, type Flow } from '../forwarding/flow';
import type { ForwardingPlane } from '../forwarding/plane';
import { denialWords, hostWords } from '../forwarding/walk-view';
import { walkPacket, type PacketWalk, type Step } from '../forwarding/walk';
import { interfaceAt, nodeAt, type Network } from '../topology/network';

const words = strings.reasons.silence;

export interface Answer {
  readonly kind: ReplyKind;
  readonly node: number;
  /** Interface the probe came in by, -1 for the prober itself. */
  readonly ingress: number;
  /** Address it answers from; null where it has none. */
  readonly address: Address | null;
  /** Null where the node is set not to answer, or has no address to answer from. */
  readonly walk: PacketWalk | null;
  readonly arrives: boolean;
}

/**
 * The answer of the node at a step of a walk: with the ingress interface's address, else its first one (RFC
 * 1812 section 4.3.2.4). What a node tells itself it tells from the address it sends from, and that always arrives.
 */
export function answerAt(plane: ForwardingPlane, flow: Flow, step: Step, kind: ReplyKind): Answer {
  const node = nodeAt(plane.network, step.node);
  const toItself = step.ingress === -1;
  const address =
    kind === 'echo-reply' ? flow.destination : toItself ? flow.source : answerAddress(plane.network, step);
  const walk =
    address !== null && (node.answers || toItself)
      ? walkAnswer(plane, step, answerFlow(flow, address), node.initialTtl)
      : null;
  return {
    kind,
    node: step.node,
    ingress: step.ingress,
    address,
    walk,
    arrives: toItself || walk?.disposition === 'ACCEPTED',
  };
}

function walkAnswer(plane: ForwardingPlane, { node, tracked }: Step, flow: Flow, ttl: number): PacketWalk {
  return walkPacket(plane, node, flow, ttl, true, undefined, tracked);
}

/** Answers are ICMP, whatever the probe was. */
function answerFlow(flow: Flow, source: Address): Flow {
  return { ...reverse(flow), source, protocol: 'icmp', sourcePort: 0, destinationPort: 0 };
}

function answerAddress(network: Network, step: Step): Address | null {
  const ingress = interfaceAt(network, step.ingress).address;
  if (ingress !== null) return ingress;
  for (const index of nodeAt(network, step.node).interfaces) {
    const { address } = interfaceAt(network, index);
    if (address !== null) return address;
  }
  return null;
}

/** What a walk's end makes its last node say; null where it says nothing (or the walk went on). */
export function endAnswer(network: Network, walk: PacketWalk): ReplyKind | null {
  const last = walk.steps.at(-1);
  if (last === undefined) return null;
  if (walk.end === 'local') return 'echo-reply';
  // Unreachables are a router's (RFC 1812 section 5.2.7.1); Azure's fabric and gateways say nothing.
  if (!nodeAt(network, last.node).saysUnreachable) return null;
  // A sender that cannot send tells its user so, as Windows does.
  if (walk.end === 'no-route') return last.ingress === -1 ? 'host-unreachable' : 'net-unreachable';
  if (walk.end === 'no-neighbor') return 'host-unreachable';
  return null;
}

/** Why an answer does not arrive; null if it does. */
export function silenceOf(network: Network, answer: Answer): Silence | null {
  if (answer.arrives) return null;
  const { name } = nodeAt(network, answer.node);
  const { walk } = answer;
  const last = walk?.steps.at(-1);
  if (answer.address === null) {
    return { reason: 'does-not-answer', at: name, text: words.noAddress(name) };
  }
  if (walk === null || last === undefined) {
    return { reason: 'does-not-answer', at: name, text: words.setSilent(name) };
  }
  const from = formatAddress(answer.address);
  const at = nodeAt(network, last.node).name;
  const to = formatAddress(walk.flow.destination);
  switch (walk.end) {
    case 'reverse-path':
      return {
        reason: 'reverse-path-check',
        at,
        text: words.answerReversePath(name, from, at),
      };
    case 'no-neighbor':
      return {
        reason: 'link-down',
        at,
        text: words.answerNoNeighbor(name, from, at),
      };
    case 'internet':
      return {
        reason: 'no-route-back',
        at,
        text: words.answerInternet(name, from, at, to, prefixOf(last)),
      };
    case 'discard':
      return {
        reason: 'no-route-back',
        at,
        text: words.answerDiscarded(name, from, at, to, whyOf(last)),
      };
    case 'denied-in':
    case 'denied-out':
      return {
        reason: 'security-rule',
        at,
        text: words.answerDenied(name, from, at, denialWords(last.denial)),
      };
    case 'forwarded-traffic':
      return {
        reason: 'security-rule',
        at,
        text: words.answerForwarded(name, from, at),
      };
    case 'host-does-not-forward':
      return {
        reason: 'no-route-back',
        at,
        text: words.answerNotForwarded(name, from, hostWords(network, last, at)),
      };
    case 'no-route':
    case 'broadcast':
    case 'local':
      return {
        reason: 'no-route-back',
        at,
        text: words.answerNoRoute(name, from, at, to),
      };
    case 'ttl':
      if (walk.disposition !== 'LOOP') {
        const sent = walk.steps[0]?.ttlIn ?? 0;
        return { reason: 'ttl-used-up', at, text: words.answerTtl(name, from, sent, at) };
      }
      return { reason: 'no-route-back', at, text: words.answerLoop(name, from, at) };
    case 'loop':
      return {
        reason: 'no-route-back',
        at,
        text: words.answerLoop(name, from, at),
      };
  }
}

/** The silence of a node whose answer comes after the prober stopped waiting. */
export function tooLate(network: Network, answer: Answer, timeoutMs: number): Silence {
  const at = nodeAt(network, answer.node).name;
  const text = words.tooLate(at, timeoutMs);
  return { reason: 'too-late', at, text };
}

/** Why a probe that nobody answers is lost. */
export function probeLost(network: Network, walk: PacketWalk): Silence {
  const last = walk.steps.at(-1);
  const at = nodeAt(network, last?.node ?? 0).name;
  const to = formatAddress(walk.flow.destination);
  switch (walk.end) {
    case 'internet':
      return lost(at, words.probeInternet(at, to, prefixOf(last)));
    case 'discard':
      return lost(at, words.probeDiscarded(at, whyOf(last)));
    case 'reverse-path':
      return lost(at, words.probeReversePath(at, formatAddress(walk.flow.source)));
    case 'broadcast':
      return lost(at, last?.ingress === -1 ? words.probeAllBeside(at, to) : words.probeAllOfSubnet(at, to));
    case 'no-neighbor':
      return lost(at, noNeighborWords(at, to, last));
    case 'no-route':
      return lost(at, words.probeNoRoute(at, to));
    case 'host-does-not-forward':
      return lost(at, last === undefined ? words.probeNotForwarded(at) : hostWords(network, last, at));
    case 'forwarded-traffic':
      return lost(at, words.probeForwarded(at, formatAddress(walk.flow.source)));
    case 'denied-in':
    case 'denied-out':
      return lost(at, words.probeDenied(at, denialWords(last?.denial ?? null), walk.end === 'denied-in'));
    case 'ttl':
    case 'loop':
    case 'local':
      return lost(at, words.probeLoop(at));
  }
}

/** Whether it is the target that nobody has there, or the next hop on the way to it. */
function noNeighborWords(at: string, to: string, last: Step | undefined): string {
  const nextHop = last?.route?.nextHops[last.chosen]?.address ?? null;
  return nextHop === null || formatAddress(nextHop) === to
    ? words.probeNoNeighbor(at, to)
    : words.probeNoNextHop(at, to, prefixOf(last), formatAddress(nextHop));
}

function prefixOf(last: Step | undefined): string {
  return last?.route == null ? '' : formatPrefix(last.route.prefix);
}

function whyOf(last: Step | undefined): string {
  return last?.route?.why ?? words.nothingLeads;
}

function lost(at: string, text: string): Silence {
  return { reason: 'probe-lost', at, text };
}
