/**
 * BGP between routers of different ASes that let everything pass: the length of the AS path decides, and of paths of
 * one length what each receiver thinks of their senders, which is the same for every prefix. So the one stable outcome
 * (bgp-again.ts says why there is but one) is found level by level, as breadth-first search finds shortest paths,
 * without making a single announcement; and prefixes that the same speakers bring in share it.
 */
import type { BgpEnvironment, Origination } from './bgp';
import { NO_ROUTE, OWN, sessionsOutOf, type Grouped } from './bgp-outcome';
import type { Session } from './bgp-sessions';
import { isPlainExternal, isPlainSpeaker } from './bgp-plain';
import { PASS_ALL } from './route-map';

/** Costs of next hops: not asked for yet, and not to be had. */
const UNASKED = -2;
const REFUSED = -1;

export class BgpByLength {
  private readonly outOf: Grouped;
  /** By session. */
  private readonly receivers: Int32Array;
  private readonly costs: Float64Array;
  /** By speaker: the length of its path. */
  private readonly lengths: Int32Array;
  /** What prefixes come to, by the speakers that bring them in. */
  private readonly known = new Map<string, Int32Array>();

  private constructor(private readonly environment: BgpEnvironment) {
    this.outOf = sessionsOutOf(environment);
    this.receivers = Int32Array.from(environment.sessions, (session) => session?.to ?? -1);
    this.costs = new Float64Array(environment.sessions.length).fill(UNASKED);
    this.lengths = new Int32Array(environment.speakers.length);
  }

  /** Null where something else than the length of the path and the sender may decide. */
  static in(environment: BgpEnvironment): BgpByLength | null {
    const { passesAll, speakers, sessions } = environment;
    const asns = new Set(speakers.map(({ asn }) => asn));
    const isFit =
      passesAll &&
      asns.size === speakers.length &&
      speakers.every((speaker) => isPlainSpeaker(speaker) && speaker.aggregates.length === 0) &&
      sessions.every((session) => session === null || letsAllPass(session)) &&
      !hasThirdParties(environment);
    return isFit ? new BgpByLength(environment) : null;
  }

  /** By speaker the session its best route is heard on, or OWN, or NO_ROUTE; null where attributes may decide. */
  chosen(originations: readonly Origination[]): Int32Array | null {
    const [first] = originations;
    const isAlike = ({ med, origin, nextHop, shaped }: Origination): boolean =>
      med === first?.med && origin === first.origin && nextHop === 0 && shaped === undefined;
    if (!originations.every(isAlike)) return null;
    const speakers = [...new Set(originations.map(({ speaker }) => speaker))].toSorted((a, b) => a - b);
    const key = speakers.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = this.search(speakers);
    this.known.set(key, made);
    return made;
  }

  private search(origins: readonly number[]): Int32Array {
    const { environment, costs, lengths, outOf, receivers } = this;
    const { offsets, members } = outOf;
    const chosen = new Int32Array(environment.speakers.length).fill(NO_ROUTE);
    lengths.fill(-1);
    for (const speaker of origins) {
      chosen[speaker] = OWN;
      lengths[speaker] = 0;
    }
    const reached = [...origins];
    for (const speaker of reached) {
      const length = (lengths[speaker] ?? 0) + 1;
      const end = offsets[speaker + 1] ?? 0;
      for (let at = offsets[speaker] ?? 0; at < end; at++) {
        const session = members[at] ?? 0;
        if (costs[session] === UNASKED) costs[session] = this.costOf(session);
        if (costs[session] === REFUSED) continue;
        const receiver = receivers[session] ?? 0;
        if (lengths[receiver] === -1) {
          lengths[receiver] = length;
          chosen[receiver] = session;
          reached.push(receiver);
        } else if (lengths[receiver] === length && this.isBetter(session, chosen[receiver] ?? 0)) {
          chosen[receiver] = session;
        }
      }
    }
    return chosen;
  }

  private costOf(index: number): number {
    const { nextHops, sessions } = this.environment;
    const cost = nextHops.cost(index, sessions[index]?.fromAddress ?? 0);
    return typeof cost === 'number' ? cost : REFUSED;
  }

  /** The steps of the decision process (bgp-decision.ts) that are left: cost, router id, address; the first stays. */
  private isBetter(a: number, b: number): boolean {
    const { sessions, speakers } = this.environment;
    const [one, other] = [sessions[a], sessions[b]];
    if (one == null || other == null) return false;
    const idOf = ({ from }: Session): number => speakers[from]?.routerId ?? 0;
    const order =
      (this.costs[a] ?? 0) - (this.costs[b] ?? 0) ||
      idOf(one) - idOf(other) ||
      one.fromAddress - other.fromAddress ||
      a - b;
    return order < 0;
  }
}

/** One hop to another AS, with nothing on it that keeps a route back or changes it. */
function letsAllPass(session: Session): boolean {
  const { in: inward, out, isOneHop, ownDefault, rewrite } = session;
  return (
    isPlainExternal(session) &&
    isOneHop &&
    inward === PASS_ALL &&
    out === PASS_ALL &&
    ownDefault === 'none' &&
    rewrite === null
  );
}

/** Whether some sender tells another's address as next hop, for it lies in the subnet of the session. */
function hasThirdParties({ nextHops, sessions }: BgpEnvironment): boolean {
  const heardFrom = new Map<number, Session[]>();
  for (const session of sessions) {
    if (session === null) continue;
    const known = heardFrom.get(session.to);
    if (known === undefined) heardFrom.set(session.to, [session]);
    else known.push(session);
  }
  return sessions.some((session, index) => {
    if (session === null) return false;
    const others = heardFrom.get(session.from) ?? [];
    return others.some(
      ({ from, fromAddress }) => from !== session.to && nextHops.isBesideSender(index, fromAddress),
    );
  });
}
