/**
 * Whom a node could hear of a prefix from, and which rule keeps each of them from telling it. An edge is one
 * such neighbour; its barrier is asked only where the neighbour has the prefix and the node does not.
 */
import type { BarrierReason } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import type { Prefix } from '../address';
import { meet, ospfInterface } from '../routing/ospf-graph';
import { interfacesOf } from '../routing/local-routes';
import type { Simulation } from '../simulation';
import { interfaceAt, interfaceLabel, nodeAt, segmentAt, type NetworkInterface } from '../topology/network';
import { apart, areaBarrier } from './area-barriers';
import { azureEdges } from './azure-neighbours';
import { notOriginated, notRedistributed } from './redistribution-barriers';
import { changeAgainst } from './refusal-changes';
import { holderWords, refusalWords } from './refusal-words';
import { downWords } from './session-words';

const words = strings.reasons.barriers;

export interface Barrier {
  readonly reason: BarrierReason;
  readonly text: string;
  /** Edit lines that take it away; empty where none are known. */
  readonly change: readonly string[];
}

export interface Edge {
  readonly from: number;
  /** Null where nothing is known to stand in the way. */
  readonly barrier: () => Barrier | null;
}

export function edgesTo(simulation: Simulation, node: number, prefix: Prefix): Edge[] {
  const { kind } = nodeAt(simulation.plane.network, node);
  return [
    ...(kind === 'vpn-gateway' || kind === 'er-gateway' || kind === 'vnet'
      ? azureEdges(simulation, node, prefix)
      : []),
    ...sessionEdges(simulation, node, prefix),
    ...sessionsDown(simulation, node, prefix),
    ...(kind === 'router' ? wireEdges(simulation, node, prefix) : []),
  ];
}

function sessionEdges(simulation: Simulation, node: number, prefix: Prefix): Edge[] {
  const { control } = simulation.plane;
  return control
    .sessions()
    .filter(({ to }) => to === node)
    .map(({ session, from }) => ({
      from,
      barrier: () => {
        const best = control.bgpState(from, prefix)?.best ?? null;
        if (best === null) return notOriginated(simulation, from, node, prefix);
        const refusal = control.refusal(session, prefix);
        if (refusal === null) return null;
        const refused = { session, from, to: node, best };
        return {
          reason: refusal,
          text: refusalWords(simulation, refusal, refused),
          change: changeAgainst(simulation, refusal, refused),
        };
      },
    }));
}

/** Sessions that are configured but down, as seen from one of their ends. */
function sessionsDown(simulation: Simulation, node: number, prefix: Prefix): Edge[] {
  const { control, network } = simulation.plane;
  const up = control.sessions().filter(({ to }) => to === node);
  return control.peerings.flatMap(([a, b]) => {
    if (a.node !== node && b.node !== node) return [];
    const [own, other] = a.node === node ? [a, b] : [b, a];
    if (up.some(({ from, session }) => from === other.node && session.fromAddress === other.address))
      return [];
    return [
      {
        from: other.node,
        barrier: () => {
          // What BGP does not know there, the session would not carry either.
          if (control.bgpState(other.node, prefix)?.best == null) return null;
          const peer = nodeAt(network, node).name;
          const text = words.sessionDown(
            holderWords(simulation, other.node, prefix),
            peer,
            downWords(simulation, own, other),
          );
          return { reason: 'session-down', text, change: [] };
        },
      },
    ];
  });
}

/** Routers at the other end of a link or on the same LAN. */
function wireEdges(simulation: Simulation, node: number, prefix: Prefix): Edge[] {
  const { network } = simulation.plane;
  return interfacesOf(network, node).flatMap((own) => {
    if (own.segment === -1) return [];
    return segmentAt(network, own.segment).interfaces.flatMap((index) => {
      const other = interfaceAt(network, index);
      const isRouter = nodeAt(network, other.node).kind === 'router';
      if (other.node === node || !isRouter) return [];
      return [{ from: other.node, barrier: () => wireBarrier(simulation, own, other, prefix) }];
    });
  });
}

function wireBarrier(
  simulation: Simulation,
  own: NetworkInterface,
  other: NetworkInterface,
  prefix: Prefix,
): Barrier | null {
  const { control, network } = simulation.plane;
  const to = nodeAt(network, own.node).name;
  const has = holderWords(simulation, other.node, prefix);
  const mine = ospfInterface(network, control.topology, own);
  const theirs = ospfInterface(network, control.topology, other);
  const speakOspf = mine !== null && theirs !== null && meet(mine, theirs);
  const speakBgp = control.peerings.some((ends) =>
    ends.every(({ node }) => node === own.node || node === other.node),
  );
  if (speakOspf) {
    const route = control.table(other.node).active.get(prefix);
    const flooded =
      route === undefined ||
      route.source === 'ospf' ||
      (route.source === 'connected' && floods(simulation, other.node, prefix));
    if (!own.up || !other.up) {
      // Where BGP joins them too, its session tells.
      if (!flooded && speakBgp) return null;
      const text = words.wayDown(has, to, wireDownWords(simulation, own, other));
      return { reason: 'link-down', text, change: [] };
    }
    if (flooded) return areaBarrier(simulation, other.node, own.node, mine.area, prefix);
    return notRedistributed(simulation, other.node, own.node, prefix);
  }
  if (speakBgp) return null;
  if (mine !== null && theirs !== null && !mine.passive && !theirs.passive)
    return apart(simulation, own, other);
  const text = words.noProtocol(has, to);
  return { reason: 'no-protocol', text, change: [] };
}

/** Whether one of the node's OSPF interfaces is in this subnet. */
function floods({ plane }: Simulation, node: number, prefix: Prefix): boolean {
  const { control, network } = plane;
  return interfacesOf(network, node).some(
    (entry) =>
      entry.address !== null &&
      entry.length === prefix.length &&
      ospfInterface(network, control.topology, entry) !== null &&
      control.table(node).active.match(entry.address)?.prefix.address === prefix.address,
  );
}

function wireDownWords({ plane }: Simulation, ...ends: readonly NetworkInterface[]): string {
  const { network } = plane;
  const shut = ends.find((entry) => !entry.enabled);
  if (shut !== undefined) return words.shutDown(interfaceLabel(network, shut.index));
  const [end] = ends;
  return end === undefined ? words.itIsShutDown : words.shutDown(segmentAt(network, end.segment).name);
}
