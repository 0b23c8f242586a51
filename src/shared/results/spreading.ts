/** How a prefix spreads through a network, and what of a network one node knows. */
import type { AreaView } from './network';
import type { RouteView } from './routes';

/**
 * What became of an announcement at the one that heard it. `origin`: nobody told it, it has the prefix itself.
 * `refused`: a rule kept it from being told or taken. `not-told`: nothing joins the two over which it could be told,
 * or what does is down.
 */
export type AnnouncementOutcome = 'origin' | 'best' | 'multipath' | 'lost' | 'refused' | 'not-told';

/** One announcement of the prefix, or the place it comes from. */
export interface AnnouncementEvent {
  /** How many nodes it has passed: those of one step happen beside each other. */
  readonly step: number;
  /** Null for an origin. */
  readonly from: string | null;
  readonly to: string;
  /** Null where no protocol joins the two. */
  readonly protocol: 'own' | 'bgp' | 'ospf' | 'azure' | null;
  readonly outcome: AnnouncementOutcome;
  /** As heard, origin last; empty where the protocol has none. */
  readonly asPath: readonly number[];
  /** Policies met on the way, in words. */
  readonly policies: readonly string[];
  /** What it was chosen by, lost by or refused by, in a sentence or less. */
  readonly reason: string;
}

/** A prefix on its way through the network, session by session. */
export interface AnnouncementsResult {
  readonly kind: 'announcements';
  readonly prefix: string;
  /** By step; within a step in the order of the topology. */
  readonly events: readonly AnnouncementEvent[];
  /** Nodes that do not hear of it in the end. */
  readonly without: readonly string[];
  readonly notes: readonly string[];
}

/** A way beside the one of the chosen route. `equal`: shares its load. `not-chosen`: heard, and unused. */
export interface OtherWay {
  readonly use: 'equal' | 'not-chosen';
  /** From the origin to the table, as the announcements went. */
  readonly chain: readonly string[];
  /** Why the table did not take it; null where what the chosen one was chosen by tells it. */
  readonly reason: string | null;
}

/** One prefix as a node sees it. */
export interface KnownPrefix {
  readonly prefix: string;
  /** Where it lies; null for a prefix of no VNet or site. */
  readonly area: AreaView | null;
  /** The route that leads there; null where there is none but a default route. */
  readonly route: RouteView | null;
  /** From its origin to the table that was asked, as the announcements went; empty for one not known. */
  readonly chain: readonly string[];
  readonly others: readonly OtherWay[];
  /** What it was chosen by; for one not known, why it is not. */
  readonly reason: string;
}

export interface SeenNode {
  readonly node: string;
  /** The address that was looked up; null for a node without one. */
  readonly address: string | null;
  /** The prefix of the route that covers it; null where none does. */
  readonly prefix: string | null;
}

/** The network as one node's table sees it. */
export interface PerspectiveResult {
  readonly kind: 'perspective';
  readonly node: string;
  /** Whose table was asked: a VM uses its VNet's, a host its gateway's. */
  readonly table: string;
  readonly prefixes: readonly KnownPrefix[];
  readonly nodes: readonly SeenNode[];
  readonly notes: readonly string[];
}
