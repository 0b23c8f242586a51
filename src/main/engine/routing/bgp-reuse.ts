/** Hands what BGP came to from one run to the next: from a network before a change, and from round to round. */
import { sameValue } from '../same';
import type { Address, Prefix } from '../address';
import { interfaceAt, type Network } from '../topology/network';
import type { NetworkDifference } from '../topology/network-difference';
import type { BgpEnvironment } from './bgp';
import { sessionChanges, type Earlier } from './bgp-again';
import type { NextHops } from './bgp-next-hops';
import type { BgpRun } from './bgp-run';

/** A run of BGP and all that it stood on. */
export interface BgpRound {
  readonly network: Network;
  readonly environment: BgpEnvironment;
  readonly nextHops: NextHops;
  /** Prefixes that gateways refuse, by node. */
  readonly refused: ReadonlyMap<number, readonly Prefix[]>;
  readonly run: BgpRun;
}

/** Where a run of BGP may begin: in a network of the same elements. */
export interface BgpStart {
  readonly round: BgpRound;
  readonly difference: NetworkDifference;
}

export class BgpReuse {
  private latest: BgpRound;
  private difference: NetworkDifference | null;
  private leant = false;

  constructor({ round, difference }: BgpStart) {
    this.latest = round;
    this.difference = difference;
  }

  /**
   * Whether routes of BGP were leant on. An outcome that is taken over asks for no next hops, and what is leant on
   * depends on what is asked for: then it must be computed without.
   */
  get misled(): boolean {
    return this.leant;
  }

  /** What of the latest outcome can be taken over; null for nothing. */
  earlierTo(now: Omit<BgpRound, 'run'>): Earlier | null {
    const { latest } = this;
    if (this.leant || latest.run.unstable.length > 0 || !sameValue(latest.refused, now.refused)) return null;
    const sessions = sessionChanges(latest.environment, now.environment);
    if (sessions === null) return null;
    const touched = new Set(sessions.changed);
    const { asked, own, ends } = this.newAddresses(now);
    for (const [index, session] of now.environment.sessions.entries()) {
      if (session === null) continue;
      const node = now.environment.speakers[session.to]?.node ?? -1;
      const moved = [...(asked.get(session.to) ?? []), ...(own.get(node) ?? [])];
      if (ends.has(index) || moved.some((address) => now.nextHops.mayCarry(index, address)))
        touched.add(session.to);
    }
    return { outcome: latest.run.outcome, touched, gone: sessions.gone };
  }

  /**
   * What next hops may be told apart by now: addresses that cost another amount than before (by speaker), that a node
   * has or no longer has (by node), and the sessions whose sender is in another subnet.
   */
  private newAddresses(now: Omit<BgpRound, 'run'>): {
    readonly asked: ReadonlyMap<number, readonly Address[]>;
    readonly own: ReadonlyMap<number, readonly Address[]>;
    readonly ends: ReadonlySet<number>;
  } {
    const { latest, difference } = this;
    const own = new Map<number, Address[]>();
    for (const at of difference?.interfaces ?? []) {
      const { node, address } = interfaceAt(now.network, at);
      if (address !== null) own.set(node, [...(own.get(node) ?? []), address]);
    }
    const { sessions } = now.environment;
    const isMoved = (index: number): boolean =>
      sessions[index] != null && !now.nextHops.isBesideSame(index, latest.nextHops);
    const ends = new Set([...sessions.keys()].filter(isMoved));
    return { asked: now.nextHops.askAgain(latest.nextHops), own, ends };
  }

  next(round: BgpRound, isLeaning: boolean): void {
    this.latest = round;
    this.difference = null;
    if (isLeaning) this.leant = true;
  }
}
