/**
 * `announcements`: a prefix spreading through the network. What is shown is the settled state in the order in
 * which it builds up: an announcement follows the one its sender chose. Routes that a sender gives up again on
 * the way there are not shown.
 */
import type { AnnouncementEvent, AnnouncementsResult, BarrierReason } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { barriersTo } from '../explain/barriers';
import { edgesTo } from '../explain/neighbours';
import { chainOf } from '../explain/chain';
import { judge } from '../explain/judge';
import { policiesMet } from '../explain/policy-words';
import { announcedAround } from '../explain/subject';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt } from '../topology/network';

const words = strings.reasons.answers;

/** More announcements than this are not listed; the result says so. */
const EVENT_LIMIT = 2_000;
/** Refusals are explained one by one: in a larger network only what was heard is told. */
const REFUSAL_NODES = 300;

/** What a session refuses to a node that has the prefix from elsewhere; that it does not echo it is no news. */
const OF_SESSIONS: ReadonlySet<BarrierReason> = new Set([
  'ibgp-to-ibgp',
  'no-transit',
  'filtered-out',
  'filtered-in',
  'own-as',
  'own-space',
  'own-next-hop',
  'next-hop-unreachable',
  'session-down',
] as const);

/** The protocol whose rule refuses; null where none joins the two. */
function refusingProtocol(rule: BarrierReason): AnnouncementEvent['protocol'] {
  switch (rule) {
    case 'areas-apart':
    case 'stub-area':
    case 'in-range':
    case 'no-border-router':
    case 'not-redistributed':
      return 'ospf';
    case 'gateways-apart':
    case 'no-gateway-transit':
    case 'not-transitive':
    case 'not-advertised':
    case 'propagation-off':
    case 'whole-space':
      return 'azure';
    case 'link-down':
    case 'node-down':
    case 'no-protocol':
    case 'nobody':
      return null;
    default:
      return 'bgp';
  }
}

/** @param asked an address (a /32) stands for the prefix around it that somebody announces */
export function announcements(simulation: Simulation, asked: Prefix): AnnouncementsResult {
  const { network } = simulation.plane;
  const prefix = announcedAround(simulation, asked);
  const spreading = new Spreading(simulation, prefix);
  const all = spreading.events().toSorted((a, b) => a.step - b.step);
  const notes: string[] = [];
  if (all.length === 0) notes.push(words.nobodyHas(formatPrefix(prefix)));
  if (all.length > EVENT_LIMIT) notes.push(words.announcementsCut(EVENT_LIMIT, all.length));
  if (network.nodes.length > REFUSAL_NODES) notes.push(words.refusalsLeftOut(REFUSAL_NODES));
  return {
    kind: 'announcements',
    prefix: formatPrefix(prefix),
    events: all.slice(0, EVENT_LIMIT),
    without: network.nodes.flatMap(({ index, kind, name }) =>
      kind === 'host' || spreading.stepAt(index) !== null ? [] : [name],
    ),
    notes,
  };
}

/** Who told a node what it uses, and by what. */
interface Source {
  /** -1 where it has the prefix itself. */
  readonly from: number;
  readonly protocol: AnnouncementEvent['protocol'];
}

class Spreading {
  private readonly steps = new Map<number, number | null>();

  constructor(
    private readonly simulation: Simulation,
    private readonly prefix: Prefix,
  ) {}

  events(): AnnouncementEvent[] {
    const { network } = this.simulation.plane;
    const small = network.nodes.length <= REFUSAL_NODES;
    return network.nodes.flatMap(({ index, kind }) => {
      if (kind === 'host') return [];
      return [...this.heard(index), ...(small ? this.refused(index) : [])];
    });
  }

  /** How many announcements a node is from the origin; null where it does not have the prefix. */
  stepAt(node: number): number | null {
    const known = this.steps.get(node);
    if (known !== undefined) return known;
    // Protocols that lean on each other in a circle would ask for ever.
    this.steps.set(node, null);
    const source = this.sourceOf(node);
    const before = source === null || source.from === -1 ? null : this.stepAt(source.from);
    const step = source === null ? null : (before ?? -1) + 1;
    this.steps.set(node, step);
    return step;
  }

  private sourceOf(node: number): Source | null {
    const { control } = this.simulation.plane;
    const route = control.table(node).active.get(this.prefix);
    if (route === undefined) {
      // A gateway announces subnets that stand in its table only as its VNet's whole space.
      const best = control.bgpState(node, this.prefix)?.best ?? null;
      return best === null ? null : { from: best.from, protocol: best.from === -1 ? 'own' : 'bgp' };
    }
    return this.sourceOfRoute(node, route);
  }

  private sourceOfRoute(node: number, route: Route): Source {
    const { network } = this.simulation.plane;
    switch (route.source) {
      case 'connected':
      case 'static':
      case 'user':
      case 'vnet':
      case 'peering':
      case 'system':
      case 'virtual-hub':
      case 'aggregate':
        return { from: -1, protocol: 'own' };
      case 'ospf': {
        const neighbor = route.nextHops[0]?.neighbor ?? -1;
        return { from: neighbor === -1 ? -1 : interfaceAt(network, neighbor).node, protocol: 'ospf' };
      }
      case 'ebgp':
      case 'ibgp':
        return { from: route.bgp?.from ?? -1, protocol: 'bgp' };
      case 'expressroute':
      case 'vpn':
      case 'route-server': {
        const from = chainOf(this.simulation, node, route).at(-1)?.from ?? null;
        return { from: from === null ? -1 : (network.nodeByName.get(from) ?? -1), protocol: 'azure' };
      }
    }
  }

  /** What a node heard: the one it uses, and in BGP all the others. */
  private heard(node: number): AnnouncementEvent[] {
    const step = this.stepAt(node);
    const source = this.sourceOf(node);
    if (step === null || source === null) return [];
    const { control } = this.simulation.plane;
    const judged = this.judged(node);
    const isBgp = source.protocol === 'bgp' && judged.length > 0;
    const route = control.table(node).active.get(this.prefix);
    const own: AnnouncementEvent = {
      step,
      from: this.nameOf(source.from),
      to: this.nameOf(node) ?? '',
      protocol: source.protocol,
      outcome: source.from === -1 ? 'origin' : 'best',
      asPath: [],
      policies: [],
      reason: route?.why ?? words.own,
    };
    const losers = control
      .table(node)
      .lost.filter(({ route: lost }) => prefixKey(lost.prefix) === prefixKey(this.prefix))
      // What BGP heard is judged above, and is not told again.
      .filter(({ route: lost }) => lost.bgp === null || judged.length === 0)
      .flatMap(({ route: lost, reason }) => this.loser(node, lost, reason));
    return isBgp
      ? [...judged, ...losers]
      : [own, ...this.equal(own, route), ...judged.filter(({ from }) => from !== null), ...losers];
  }

  /** Further next hops of an OSPF route, which share its load. */
  private equal(own: AnnouncementEvent, route: Route | undefined): AnnouncementEvent[] {
    if (route?.source !== 'ospf') return [];
    const { network } = this.simulation.plane;
    const senders = route.nextHops.flatMap(({ neighbor }) =>
      neighbor === -1 ? [] : [interfaceAt(network, neighbor).node],
    );
    return [...new Set(senders)].slice(1).map((from) => ({
      ...own,
      step: (this.stepAt(from) ?? 0) + 1,
      from: this.nameOf(from),
      outcome: 'multipath',
    }));
  }

  private judged(node: number): AnnouncementEvent[] {
    const { control } = this.simulation.plane;
    const [to, used] = [this.nameOf(node) ?? '', control.table(node).active.get(this.prefix)];
    return judge(this.simulation, node, this.prefix).map(({ route, status, reason }) => {
      const session = control.sessionOf(route);
      const from = this.nameOf(route.from);
      // BGP's best may still lose to another protocol in the table.
      const isUsed = used === undefined || used.bgp !== null || status === 'lost';
      return {
        step: (route.from === -1 ? -1 : (this.stepAt(route.from) ?? 0)) + 1,
        from,
        to,
        protocol: 'bgp',
        outcome: from === null ? 'origin' : isUsed ? status : 'lost',
        asPath: route.asPath,
        policies:
          session === undefined || from === null ? [] : policiesMet(control, session, route, from, to),
        reason: isUsed ? reason : words.lostInTable(used.source),
      };
    });
  }

  private loser(node: number, route: Route, reason: string): AnnouncementEvent[] {
    const source = this.sourceOfRoute(node, route);
    if (source.from === -1 || source.from === node) return [];
    return [
      {
        step: (this.stepAt(source.from) ?? 0) + 1,
        from: this.nameOf(source.from),
        to: this.nameOf(node) ?? '',
        protocol: source.protocol,
        outcome: 'lost',
        asPath: route.bgp?.asPath ?? [],
        policies: [],
        reason,
      },
    ];
  }

  /** Neighbours that have the prefix and do not tell it, or are not believed. */
  private refused(node: number): AnnouncementEvent[] {
    const { control } = this.simulation.plane;
    const to = this.nameOf(node) ?? '';
    const hasIt = this.stepAt(node) !== null;
    // The barriers know what counts as having a prefix toward whom; with the prefix, only sessions can refuse.
    if (!hasIt) {
      return barriersTo(this.simulation, node, this.prefix)
        .filter(({ from, to: at }) => at === to && from !== to)
        .map(({ from, reason, text }) => this.refusal(from, to, reason, text));
    }
    if (control.speaker(node) === undefined) return [];
    const heard = new Set(judge(this.simulation, node, this.prefix).map(({ route }) => route.from));
    return edgesTo(this.simulation, node, this.prefix).flatMap(({ from, barrier }) => {
      if (heard.has(from) || control.bgpState(from, this.prefix)?.best == null) return [];
      const found = barrier();
      if (found === null || !OF_SESSIONS.has(found.reason)) return [];
      return [this.refusal(this.nameOf(from) ?? '', to, found.reason, found.text)];
    });
  }

  private refusal(from: string, to: string, rule: BarrierReason, reason: string): AnnouncementEvent {
    const { network } = this.simulation.plane;
    const sender = network.nodeByName.get(from);
    const protocol = refusingProtocol(rule);
    return {
      step: (sender === undefined ? 0 : (this.stepAt(sender) ?? 0)) + 1,
      from,
      to,
      protocol,
      outcome: protocol === null ? 'not-told' : 'refused',
      asPath: [],
      policies: [],
      reason,
    };
  }

  private nameOf(node: number): string | null {
    return node === -1 ? null : nodeAt(this.simulation.plane.network, node).name;
  }
}
