/** Hands what BGP came to from one run to the next: from a network before a change, and from round to round. */
import { sameValue } from '../same';
import type { Prefix } from '../address';
import { interfaceAt, type Network } from '../topology/network';
import { differenceOf } from '../topology/network-difference';
import type { BgpEnvironment } from './bgp';
import { receiversOfChanges, type Earlier } from './bgp-again';
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

export class BgpReuse {
  private latest: BgpRound;
  private leant = false;

  constructor(start: BgpRound) {
    this.latest = start;
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
    const receivers = receiversOfChanges(latest.environment, now.environment);
    const difference = differenceOf(latest.network, now.network);
    if (receivers === null || difference === null) return null;
    const touched = new Set([...receivers, ...now.nextHops.askAgain(latest.nextHops)]);
    // The addresses of a node are its own only while their interfaces are up.
    const unsteady = new Set([...difference.interfaces].map((at) => interfaceAt(now.network, at).node));
    const { sessions, speakers } = now.environment;
    for (const [index, session] of sessions.entries()) {
      if (session === null) continue;
      const receiver = speakers[session.to]?.node ?? -1;
      if (unsteady.has(receiver) || !now.nextHops.isBesideSame(index, latest.nextHops))
        touched.add(session.to);
    }
    return { outcome: latest.run.outcome, touched };
  }

  next(round: BgpRound, isLeaning: boolean): void {
    this.latest = round;
    if (isLeaning) this.leant = true;
  }
}
