/**
 * Flows between the same two hosts that equal-cost paths treat differently: some arrive and others do not, some
 * take longer, some come back the way they went and others do not.
 */
import type { CheckFinding, CheckResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { reverse, type Flow } from '../forwarding/flow';
import { walkPacket, type PacketWalk } from '../forwarding/walk';
import { viewWalk } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { nodeAt, type Network } from '../topology/network';
import { branchesOf, flowsOf, type Branches } from './branches';
import { Findings, hostNotes, resultOf } from './check-findings';
import { CHECK_HOST_LIMIT } from './checks';
import { divergenceOf } from './divergence';
import { FIRST_SOURCE_PORT, flowText, type FlowChoice } from './flow-option';
import { hostsOf, pairsOf, type Host } from './pairs';
import { PATHS_LIMIT } from './paths';
import { aim } from './prober';

const words = strings.reasons.checks;

/** Flows of a pair of which the way back is looked at. */
const FLOWS_SENT_BACK = 8;
const SAMPLE = { protocol: 'udp', destinationPort: 33_434 } as const;

/** Latencies that differ by less are the same, ms. */
const ROUNDING_MS = 1e-6;

export function checkMultipath(simulation: Simulation): CheckResult {
  const findings = new Findings();
  const { hosts, leftOut } = hostsOf(simulation, CHECK_HOST_LIMIT);
  const pairs = pairsOf(hosts);
  let several = 0;
  let truncated = 0;
  for (const [from, to] of pairs) {
    const seen = lookAt(simulation, from, to);
    if (seen === null || seen.branches.walks.length < 2) continue;
    several += 1;
    if (seen.branches.truncated) truncated += 1;
    for (const { key, ...finding } of [deliveryOf(seen), latencyOf(seen), wayBackOf(simulation, seen)].filter(
      (each) => each !== null,
    )) {
      findings.add(key, { ...finding, from: from.node.name, to: to.node.name });
    }
  }
  return resultOf('multipath', pairs.length, findings, [
    several === 0 ? words.noneShared : words.shared(several),
    ...(truncated === 0 ? [] : [words.pathsCut(truncated, PATHS_LIMIT)]),
    ...hostNotes(leftOut),
  ]);
}

interface Seen {
  readonly network: Network;
  readonly flow: Flow;
  readonly from: Host;
  readonly to: Host;
  readonly branches: Branches;
  /** For each walk a flow that takes it. */
  readonly flows: readonly (FlowChoice | null)[];
}

function lookAt({ plane }: Simulation, from: Host, to: Host): Seen | null {
  const prober = aim(plane, from.node.index, to.node.name);
  if ('error' in prober) return null;
  const { node, flow } = prober;
  const branches = branchesOf(plane, node, flow, PATHS_LIMIT);
  const flows = branches.walks.length < 2 ? [] : flowsOf(plane, node, flow, branches);
  return { network: plane.network, flow, from, to, branches, flows };
}

type Found = Pick<CheckFinding, 'at' | 'text' | 'flow'> & { readonly key: string };

/** Some branches arrive, others do not. */
function deliveryOf(seen: Seen): Found | null {
  const { network, branches } = seen;
  const [arrives] = indexesOf(branches, (walk) => walk.end === 'local');
  const [lost] = indexesOf(branches, (walk) => walk.end !== 'local');
  if (arrives === undefined || lost === undefined) return null;
  const walk = branches.walks[lost];
  const end = walk === undefined ? null : (viewWalk(network, walk).steps.at(-1) ?? null);
  const at = partingNode(seen, lost, arrives);
  return {
    key: `delivery ${at} ${end?.node} ${walk?.disposition}`,
    at,
    ...example(seen, lost),
    text: words.delivery(at, wayWords(network, walk), end?.note ?? '').trim(),
  };
}

/** Branches that arrive take different times. */
function latencyOf(seen: Seen): Found | null {
  const { network, branches } = seen;
  const arriving = indexesOf(branches, (walk) => walk.end === 'local').toSorted(
    (a, b) => latencyAt(branches, a) - latencyAt(branches, b),
  );
  const fast = arriving[0];
  const slow = arriving.at(-1);
  if (fast === undefined || slow === undefined) return null;
  const [least, most] = [latencyAt(branches, fast), latencyAt(branches, slow)];
  if (most - least <= ROUNDING_MS) return null;
  const at = partingNode(seen, slow, fast);
  return {
    key: `latency ${at} ${wayWords(network, branches.walks[fast])} ${wayWords(network, branches.walks[slow])}`,
    at,
    ...example(seen, slow),
    text: words.latency(
      at,
      number(least),
      wayWords(network, branches.walks[fast]),
      number(most),
      wayWords(network, branches.walks[slow]),
    ),
  };
}

/** Some flows come back the way they went, others do not: what a stateful firewall on one of the paths drops. */
function wayBackOf({ plane }: Simulation, { network, from, to, flow }: Seen): Found | null {
  let mirrored = false;
  let other: { readonly choice: FlowChoice; readonly at: string } | null = null;
  for (let count = 0; count < FLOWS_SENT_BACK; count += 1) {
    const choice = { ...SAMPLE, sourcePort: FIRST_SOURCE_PORT + count };
    const sent = { ...flow, ...choice };
    const forward = walkPacket(plane, from.node.index, sent, from.node.initialTtl, false);
    const back = walkPacket(plane, to.node.index, reverse(sent), to.node.initialTtl, true);
    if (forward.end !== 'local' || back.end !== 'local') continue;
    const parting = divergenceOf(viewWalk(network, forward), viewWalk(network, back));
    if (parting === null) mirrored = true;
    else other ??= { choice, at: parting.forward.node };
  }
  if (!mirrored || other === null) return null;
  const { choice, at } = other;
  return {
    key: `back ${at}`,
    at,
    flow: flowText(choice),
    text: words.wayBack(at),
  };
}

function indexesOf({ walks }: Branches, holds: (walk: PacketWalk) => boolean): number[] {
  return walks.flatMap((walk, at) => (holds(walk) ? [at] : []));
}

function latencyAt({ walks }: Branches, at: number): number {
  return walks[at]?.latency ?? 0;
}

/** The last node that two branches share before they part. */
function partingNode({ network, branches }: Seen, one: number, two: number): string {
  const [a, b] = [branches.walks[one]?.steps ?? [], branches.walks[two]?.steps ?? []];
  const parts = a.findIndex((step, at) => step.ingress !== b[at]?.ingress || step.node !== b[at].node);
  const node = a[Math.max(0, parts - 1)]?.node;
  return node === undefined ? '' : nodeAt(network, node).name;
}

function example({ flows }: Seen, at: number): Pick<Found, 'flow'> {
  const choice = flows[at] ?? null;
  return choice === null ? {} : { flow: flowText(choice) };
}

/** The nodes between the ends. */
function wayWords(network: Network, walk: PacketWalk | undefined): string {
  const inner = walk?.steps.slice(1, walk.end === 'local' ? -1 : undefined) ?? [];
  const names = inner.map(({ node }) => nodeAt(network, node).name);
  return words.way(names);
}

function number(ms: number): string {
  return String(Number(ms.toFixed(3)));
}
