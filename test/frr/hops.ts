/**
 * Hops as real kernels answer for them, against the ways the engine knows: each answer has to come from a node
 * that some branch of the engine's equal-cost paths visits at that distance.
 */
import { formatAddress, type Address } from '../../src/main/engine/address';
import type { Lab, LabNode } from '../../src/main/engine/export/index';
import type { Flow } from '../../src/main/engine/forwarding/flow';
import type { ForwardingPlane } from '../../src/main/engine/forwarding/plane';
import { walkPacket, type PacketWalk } from '../../src/main/engine/forwarding/walk';
import type { Simulation } from '../../src/main/engine/simulation';
import { interfaceAt, nodeAt } from '../../src/main/engine/topology/network';
import type { Dice } from './dice';
import type { RunningLab } from './namespaces';

const PAIRS = 14;
/** Linux sends some fifty ICMP errors at once, whoever asks. */
const AT_ONCE = 4;
const MAX_HOPS = 10;
/** Destinations that static routes may lead to. */
const OUTSIDE: readonly Address[] = [0xc0a80001, 0xc0a84d01];
/** Branches of equal-cost paths tried for each way. */
const BRANCHES = 300;
const SILENT = '*';

export async function hopDifferences(
  simulation: Simulation,
  lab: Lab,
  running: RunningLab,
  dice: Dice,
): Promise<{ readonly differences: string[]; readonly probes: number }> {
  const { plane } = simulation;
  const machines = lab.nodes.filter(({ role }) => role !== 'switch');
  const targets = plane.network.interfaces.flatMap((entry) =>
    entry.address === null ? [] : [entry.address],
  );
  const pairs = Array.from({ length: PAIRS }, () => {
    const machine = dice.pick(machines);
    return {
      machine,
      source: dice.pick(addressesOf(plane, machine)),
      target: dice.pick([...targets, ...OUTSIDE]),
    };
  }).filter(({ machine, target }) => !plane.owns(nodeOf(plane, machine), target));
  const found: string[] = [];
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const answers = pairs.slice(at, at + AT_ONCE).map(async ({ machine, source, target }) => {
      const seen = await traceroute(running, machine.name, source, target);
      return unexpected(plane, machine, source, target, seen);
    });
    found.push(...(await Promise.all(answers)).flat());
  }
  return { differences: found, probes: pairs.length };
}

function nodeOf(plane: ForwardingPlane, machine: LabNode): number {
  return plane.network.nodeByName.get(machine.source) ?? -1;
}

function addressesOf(plane: ForwardingPlane, machine: LabNode): Address[] {
  return nodeAt(plane.network, nodeOf(plane, machine)).interfaces.flatMap((index) => {
    const { address, up } = interfaceAt(plane.network, index);
    return address === null || !up ? [] : [address];
  });
}

/** An address, or `*`, for each hop up to the target or an error. */
async function traceroute(
  running: RunningLab,
  machine: string,
  source: Address,
  target: Address,
): Promise<string[]> {
  const options = ['-n', '-q', '1', '-w', '0.7', '-N', '10', '-m', String(MAX_HOPS)];
  const ends = ['-s', formatAddress(source), formatAddress(target)];
  const { out } = await running.inside(machine, 'traceroute', ...options, ...ends);
  return out
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, hop] = /^\s*\d+\s+(\S+)/.exec(line) ?? [];
      return hop === undefined ? [] : [hop];
    });
}

function unexpected(
  plane: ForwardingPlane,
  machine: LabNode,
  source: Address,
  target: Address,
  seen: readonly string[],
): string[] {
  const from = nodeOf(plane, machine);
  const what = `${machine.source} (${formatAddress(source)}) to ${formatAddress(target)}`;
  return seen.flatMap((answer, index) => {
    const possible = answersAt(plane, from, { source, destination: target }, index + 1);
    if (possible.has(answer)) return [];
    return [`${what} hop ${index + 1}\n    engine: ${[...possible].join(' or ')}\n    Linux:  ${answer}`];
  });
}

/** All that may be seen of a probe with this TTL: addresses that answer, and silence. */
function answersAt(
  plane: ForwardingPlane,
  from: number,
  { source, destination }: Pick<Flow, 'source' | 'destination'>,
  ttl: number,
): Set<string> {
  const flow: Flow = { source, destination, protocol: 'udp', sourcePort: 0, destinationPort: 0 };
  const answers = new Set<string>();
  for (const walk of branches(plane, from, flow, ttl)) {
    const answer = answerOf(plane, walk);
    // Linux tells a sender of missing routes once a second only, and of missing neighbours after three.
    if (walk.end === 'no-route' || walk.end === 'no-neighbor') answers.add(SILENT);
    if (answer === null) {
      answers.add(SILENT);
      continue;
    }
    if (answer.node === from) {
      answers.add(formatAddress(answer.address));
      answers.add(SILENT);
      continue;
    }
    const back: Flow = { ...flow, source: answer.address, destination: source };
    for (const reply of branches(plane, answer.node, back, 64))
      answers.add(reply.end === 'local' ? formatAddress(answer.address) : SILENT);
  }
  return answers;
}

/** The node and address that answer at the end of a walk; null for silence. */
function answerOf(plane: ForwardingPlane, walk: PacketWalk): { node: number; address: Address } | null {
  const last = walk.steps.at(-1);
  if (last === undefined) return null;
  const speaks = ['local', 'ttl', 'no-route', 'no-neighbor', 'host-does-not-forward'].includes(walk.end);
  if (!speaks) return null;
  if (walk.end === 'local') return { node: last.node, address: walk.flow.destination };
  const address = last.ingress === -1 ? walk.flow.source : interfaceAt(plane.network, last.ingress).address;
  return address === null ? null : { node: last.node, address };
}

/** Walks of a packet along every combination of equal-cost members, up to a bound. */
function branches(plane: ForwardingPlane, from: number, flow: Flow, ttl: number): PacketWalk[] {
  const walks: PacketWalk[] = [];
  const pending: number[][] = [[]];
  for (
    let choices = pending.pop();
    choices !== undefined && walks.length < BRANCHES;
    choices = pending.pop()
  ) {
    const taken = choices;
    let at = 0;
    const walk = walkPacket(plane, from, flow, ttl, false, (_, route) => {
      const index = at++;
      const chosen = taken[index];
      if (chosen !== undefined) return chosen;
      for (let other = 1; other < route.nextHops.length; other++)
        pending.push([...taken.slice(0, index), other]);
      taken[index] = 0;
      return 0;
    });
    walks.push(walk);
  }
  return walks;
}
