/**
 * Routes inside the engine, and the table that holds a node's best ones. Everything is by index and
 * integer; results.ts has the form people read.
 */
import type { OspfPath, RouteSource } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { UNUSABLE } from '../topology/distances';
import { maskOf, prefixKey, type Address, type Prefix } from '../address';
import type { UserRouteVia } from '../topology/model';
import type { Community } from '../community';

const words = strings.reasons.routes;

/** Where a packet goes next. Interfaces are indexes in the network, -1 for none. */
export interface NextHop {
  /**
   * `forward`: to `neighbor`. `deliver`: to whoever owns the destination address on the segment of `egress`.
   * `discard`: dropped in silence. `internet`: leaves the model.
   */
  readonly action: 'forward' | 'deliver' | 'discard' | 'internet';
  readonly egress: number;
  /** Receiving interface; -1 where nobody owns the next hop's address. */
  readonly neighbor: number;
  /** The next hop's address where the route names one. */
  readonly address: Address | null;
  /**
   * Peering to cross first, as the own interface in it; -1 for none. A VNet that uses a peer's gateways hands
   * its packets to the peer's fabric, with the member already chosen.
   */
  readonly across: number;
}

/** What BGP knows of a route. Values, shared by every table that holds the route. */
export interface BgpAttributes {
  readonly prefix: Prefix;
  readonly localPreference: number;
  readonly asPath: readonly number[];
  readonly med: number;
  /** 0 IGP, 1 EGP, 2 incomplete (RFC 4271 section 4.3). */
  readonly origin: 0 | 1 | 2;
  readonly weight: number;
  readonly nextHop: Address;
  /** Node index of the speaker it was heard from; -1 for an own one. */
  readonly from: number;
  readonly fromAddress: Address;
  readonly type: 'local' | 'ebgp' | 'ibgp';
  /** Session index it was heard on, -1 for an own one. */
  readonly session: number;
  /** Cost of reaching the next hop. */
  readonly igpMetric: number;
  /** Of the speaker it was heard from; of a reflected route that of its originator (RFC 4456). */
  readonly routerId: Address;
  /** Ascending. */
  readonly communities: readonly Community[];
  /** Clusters whose reflectors it passed, the last one first; empty where none reflected it. */
  readonly clusterList: readonly Address[];
}

export type { OspfPath };

export interface Route {
  readonly prefix: Prefix;
  readonly source: RouteSource;
  /** Of OSPF's routes: how it was found. */
  readonly ospfPath?: OspfPath;
  readonly distance: number;
  readonly metric: number;
  readonly nextHops: readonly NextHop[];
  /** Of static routes: the next hop as configured, before it is resolved; the lowest of several. */
  readonly gateway?: Address | null;
  readonly bgp: BgpAttributes | null;
  /** Of user-defined routes: their table, their name in it, and the next hop as configured. */
  readonly user?: { readonly table: string; readonly name: string; readonly via: UserRouteVia };
  /** One sentence: why it stands in the table. */
  readonly why: string;
}

/** A candidate that lost, and to what. */
export interface LostRoute {
  readonly route: Route;
  readonly reason: string;
}

/** Routes that are made when somebody asks for them: a protocol's whole answer, still in its own arrays. */
export interface RoutesOnDemand {
  /** The route of a prefix key. */
  make(key: number): Route | undefined;
  /** Prefix keys of all its routes. */
  keys(): Iterable<number>;
  /** Every prefix length of which there may be routes. */
  lengths(): Iterable<number>;
}

/** A node's best route for each prefix, with longest-prefix match for the control plane's own look-ups. */
export class RouteTable {
  private readonly routes = new Map<number, Route>();
  /** Of the prefixes there may be, the longest first. */
  private readonly lengths: number[] = [];
  private onDemand: RoutesOnDemand | null = null;
  /** How many of `routes` stood here before those on demand came. */
  private before = 0;

  get(prefix: Prefix): Route | undefined {
    return this.at(prefixKey(prefix));
  }

  set(route: Route): void {
    const { length } = route.prefix;
    const key = prefixKey(route.prefix);
    this.addLength(length);
    this.routes.set(key, route);
  }

  /** Takes in a protocol's routes after those that are here, which hide its own. A table takes in one. */
  follow(onDemand: RoutesOnDemand): void {
    this.onDemand = onDemand;
    this.before = this.routes.size;
    for (const length of onDemand.lengths()) this.addLength(length);
  }

  /** Longest prefix that contains the address; `accept` narrows the search. */
  match(address: Address, accept?: (route: Route) => boolean): Route | undefined {
    for (const length of this.lengths) {
      const route = this.get({ address: (address & maskOf(length)) >>> 0, length });
      if (route !== undefined && (accept === undefined || accept(route))) return route;
    }
    return undefined;
  }

  /** In the order in which their prefixes first came. */
  *values(): IterableIterator<Route> {
    if (this.onDemand === null) {
      yield* Array.from(this.routes.values());
      return;
    }
    const standing = [...this.routes];
    const seen = new Set<number>();
    for (const [key, route] of standing.slice(0, this.before)) {
      seen.add(key);
      yield route;
    }
    for (const key of this.onDemand.keys()) {
      const route = seen.has(key) ? undefined : this.at(key);
      seen.add(key);
      if (route !== undefined) yield route;
    }
    for (const [key, route] of standing.slice(this.before)) if (!seen.has(key)) yield route;
  }

  private addLength(length: number): void {
    const { lengths } = this;
    if (lengths.includes(length)) return;
    lengths.push(length);
    lengths.sort((a, b) => b - a);
  }

  /** A route made on demand is made once. */
  private at(key: number): Route | undefined {
    const known = this.routes.get(key);
    if (known !== undefined || this.onDemand === null) return known;
    const made = this.onDemand.make(key);
    if (made !== undefined) this.set(made);
    return made;
  }
}

/** A table that decides: keeps the best candidate for each prefix and remembers what lost, with the reason. */
export class RoutingTable {
  readonly active = new RouteTable();
  readonly lost: LostRoute[] = [];

  /** Offers a candidate; the lower administrative distance wins, then the one that was there first. */
  offer(route: Route): void {
    if (route.distance === UNUSABLE) {
      this.lost.push({ route, reason: `distance ${UNUSABLE}: never used` });
      return;
    }
    const current = this.active.get(route.prefix);
    if (current === undefined) {
      this.active.set(route);
    } else if (route.distance < current.distance) {
      this.lose(current, route);
      this.active.set(route);
    } else {
      this.lose(route, current);
    }
  }

  /** Offers all routes of a protocol; of those whose prefix nobody has, none is made yet. */
  offerOnDemand(routes: RoutesOnDemand): void {
    const contested = [...this.active.values()].flatMap(({ prefix }) => {
      const route = routes.make(prefixKey(prefix));
      return route === undefined ? [] : [route];
    });
    for (const route of contested) this.offer(route);
    this.active.follow(routes);
  }

  private lose(loser: Route, winner: Route): void {
    const reason =
      loser.distance === winner.distance
        ? words.lostToFirst(winner.source)
        : words.lostByDistance(winner.source, winner.distance, loser.distance);
    this.lost.push({ route: loser, reason });
  }
}

export function forward(egress: number, neighbor: number, address: Address | null): NextHop {
  return { action: 'forward', egress, neighbor, address, across: -1 };
}

export function deliver(egress: number): NextHop {
  return { action: 'deliver', egress, neighbor: -1, address: null, across: -1 };
}

export const DISCARD: NextHop = {
  action: 'discard',
  egress: -1,
  neighbor: -1,
  address: null,
  across: -1,
};

export const INTERNET: NextHop = {
  action: 'internet',
  egress: -1,
  neighbor: -1,
  address: null,
  across: -1,
};

/** Members of an ECMP set, each once, by next-hop address and then interface: the order hashing relies on. */
export function ecmpSet(hops: readonly NextHop[]): readonly NextHop[] {
  if (hops.length <= 1) return hops;
  const ordered = hops.toSorted(compareHops);
  return ordered.filter((hop, index) => {
    const before = ordered[index - 1];
    return before === undefined || compareHops(before, hop) !== 0 || before.action !== hop.action;
  });
}

function compareHops(a: NextHop, b: NextHop): number {
  return (a.address ?? -1) - (b.address ?? -1) || a.egress - b.egress || a.neighbor - b.neighbor;
}

/** The same next hops in the same order. */
export function sameNextHops(a: readonly NextHop[], b: readonly NextHop[]): boolean {
  return (
    a.length === b.length &&
    a.every((hop, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        hop.action === other.action &&
        hop.egress === other.egress &&
        hop.neighbor === other.neighbor &&
        hop.address === other.address
      );
    })
  );
}
