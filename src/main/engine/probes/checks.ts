/** Faults looked for in a whole network: ways back that differ, packets lost in silence, packets in circles. */
import type { CheckResult, Walk } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatAddress, parseAddress, prefixContains, type Address } from '../address';
import type { PacketWalk } from '../forwarding/walk';
import { viewWalk } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { Findings, hostNotes, resultOf } from './check-findings';
import { divergenceOf } from './divergence';
import { Ladder } from './ladder';
import { echo, hostsOf, pairsOf } from './pairs';
import { aim } from './prober';

const words = strings.reasons.checks;

export const CHECK_HOST_LIMIT = 64;
/** Flows from every node to every prefix are followed up to this many. */
export const CHECK_FLOW_LIMIT = 20_000;

export function checkAsymmetry(simulation: Simulation): CheckResult {
  const { network } = simulation.plane;
  const findings = new Findings();
  const { hosts, leftOut } = hostsOf(simulation, CHECK_HOST_LIMIT);
  // Either direction of a pair finds the same.
  const pairs = pairsOf(hosts).filter(([from, to]) => from.node.index < to.node.index);
  let compared = 0;
  for (const [from, to] of pairs) {
    const sent = echo(simulation, from, to);
    if (sent?.answer?.walk == null || !sent.reached) continue;
    compared++;
    const parting = divergenceOf(viewWalk(network, sent.forward), viewWalk(network, sent.answer.walk));
    if (parting === null) continue;
    const { forward, back, text } = parting;
    const key = [forward.node, forward.link, back.node, back.link].join();
    findings.add(key, { at: forward.node, from: from.node.name, to: to.node.name, text });
  }
  const lost = pairs.length - compared;
  const notes = lost === 0 ? [] : [words.notCompared(lost)];
  return resultOf('asymmetry', compared, findings, [...notes, ...hostNotes(leftOut), words.oneMember]);
}

export function checkBlackholes(simulation: Simulation): CheckResult {
  const { network } = simulation.plane;
  const findings = new Findings();
  const { hosts, leftOut } = hostsOf(simulation, CHECK_HOST_LIMIT);
  const pairs = pairsOf(hosts);
  for (const [from, to] of pairs) {
    const sent = echo(simulation, from, to);
    if (sent === null || sent.reached) continue;
    const isAnswer = sent.forward.disposition === 'ACCEPTED';
    const walk = isAnswer ? (sent.answer?.walk ?? null) : sent.forward;
    if (walk === null || walk.disposition === 'LOOP') continue;
    const { node, text } = endOf(viewWalk(network, walk));
    const found = isAnswer ? words.answerLost(to.node.name, text) : text;
    const name = { at: node, from: from.node.name, to: to.node.name, text: found };
    findings.add(`${node} ${walk.disposition} ${walk.flow.destination}`, name);
  }
  return resultOf('blackholes', pairs.length, findings, [...hostNotes(leftOut), words.oneMember]);
}

export function checkLoops(simulation: Simulation): CheckResult {
  const { network } = simulation.plane;
  const findings = new Findings();
  const targets = targetsOf(simulation);
  const sources = network.nodes.filter(({ kind, up }) => up && kind !== 'vnet');
  let flows = 0;
  for (const target of targets) {
    for (const { index, name } of sources) {
      if (flows >= CHECK_FLOW_LIMIT) break;
      const to = formatAddress(target);
      const prober = aim(simulation.plane, index, to);
      if ('error' in prober) continue;
      flows++;
      const { whole } = new Ladder(simulation.plane, index, prober.flow);
      if (whole.disposition !== 'LOOP') continue;
      const circle = circleOf(whole).map((node) => nodeAt(network, node).name);
      const text = words.circle(to, [...circle, ...circle.slice(0, 1)]);
      const key = circle.toSorted().join();
      findings.add(key, { at: circle[0] ?? name, from: name, to, text });
    }
  }
  const all = targets.length * sources.length;
  const cut = flows < CHECK_FLOW_LIMIT ? [] : [words.flowsCut(flows, all)];
  return resultOf('loops', flows, findings, [...cut, words.oneMember]);
}

/** Addresses kept for documents (RFC 5737 section 3): what only a default route leads to, unless a network has them. */
const NOBODYS = ['198.51.100.254', '203.0.113.254', '192.0.2.254'].map((text) => parseAddress(text) ?? 0);

/** An address in every prefix that some node has a route for, hosts' own first. */
function targetsOf(simulation: Simulation): Address[] {
  const { control, network } = simulation.plane;
  const { hosts } = hostsOf(simulation, CHECK_FLOW_LIMIT);
  const targets = new Set<Address>(hosts.map(({ address }) => address));
  const prefixes = network.nodes
    .filter(({ kind }) => kind !== 'host')
    .flatMap(({ index }) => [...control.table(index).active.values()].map(({ prefix }) => prefix));
  const narrow = prefixes.filter(({ length }) => length > 0);
  for (const { address, length } of narrow) {
    // The last but one address of a prefix: likelier than the first to belong to nobody, where loops hide.
    targets.add(address + Math.max(0, 2 ** (32 - length) - 2));
  }
  if (narrow.length < prefixes.length) {
    const nobodys = NOBODYS.find((address) => !narrow.some((prefix) => prefixContains(prefix, address)));
    if (nobodys !== undefined) targets.add(nobodys);
  }
  return [...targets];
}

/** The nodes that a packet comes to again and again, in order, the first of them first. */
function circleOf({ steps }: PacketWalk): number[] {
  const nodes = steps.map(({ node }) => node);
  const last = nodes.at(-1) ?? -1;
  const start = nodes.lastIndexOf(last, nodes.length - 2);
  return nodes.slice(Math.max(0, start), -1);
}

function endOf({ steps }: Walk): { readonly node: string; readonly text: string } {
  const last = steps.at(-1);
  return { node: last?.node ?? '', text: last?.note ?? '' };
}
