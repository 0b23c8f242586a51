/**
 * What BGP came to, kept small: of every prefix the sessions each speaker hears it on, and which one it chose. A
 * route is what its session makes of the sender's route, so attributes are made again when somebody asks, by the
 * rules that made them first.
 */
import { comparePrefixes, prefixKey, type Prefix } from '../address';
import { announce, ownRoute, type BgpEnvironment, type Origination } from './bgp';
import type { Session, Speaker } from './bgp-sessions';
import type { BgpAttributes } from './route';

/** In place of a session: the speaker's own route, or none at all. */
export const OWN = -1;
export const NO_ROUTE = -2;

/** A prefix at rest. */
export interface SettledPrefix {
  readonly prefix: Prefix;
  readonly originations: readonly Origination[];
  /** By speaker: the session its best route was heard on, or OWN, or NO_ROUTE. */
  readonly chosen: Int32Array;
  /** Sessions on which a speaker hears the prefix, in order of arrival: from offsets[s] to offsets[s + 1]. */
  readonly offsets: Uint32Array;
  readonly heardOn: Uint32Array;
}

/** What one speaker knows of one prefix. */
export interface PrefixState {
  readonly best: BgpAttributes | null;
  /** Everything accepted from others and its own: that first, then by arrival. */
  readonly candidates: readonly BgpAttributes[];
}

export class BgpOutcome {
  readonly speakers: readonly Speaker[];
  readonly sessions: readonly Session[];
  /** Ascending. */
  readonly prefixes: readonly Prefix[];
  private readonly settled: ReadonlyMap<number, SettledPrefix>;
  /** The best routes last made: those of one prefix, by speaker. Neighbours' ways to it have much in common. */
  private made: { readonly of: SettledPrefix | null; readonly best: Map<number, BgpAttributes> };

  constructor(
    private readonly environment: BgpEnvironment,
    settled: readonly SettledPrefix[],
  ) {
    this.speakers = environment.speakers;
    this.sessions = environment.sessions;
    this.settled = new Map(settled.map((entry) => [prefixKey(entry.prefix), entry]));
    this.prefixes = settled.map(({ prefix }) => prefix).toSorted(comparePrefixes);
    this.made = { of: null, best: new Map() };
  }

  /** The best route of a speaker; null where it has none. */
  best(speaker: number, prefix: Prefix): BgpAttributes | null {
    const settled = this.settled.get(prefixKey(prefix));
    return settled === undefined ? null : this.bestOf(settled, speaker);
  }

  /** What a speaker knows of a prefix; undefined where it never heard of it (or is no speaker). */
  state(speaker: number, prefix: Prefix): PrefixState | undefined {
    const settled = this.settled.get(prefixKey(prefix));
    const best = settled === undefined ? null : this.bestOf(settled, speaker);
    if (settled === undefined || best === null) return undefined;
    const own = ownOrigination(settled, speaker);
    const candidates =
      own === undefined ? [] : [best.type === 'local' ? best : ownRoute(this.environment, own)];
    const end = settled.offsets[speaker + 1] ?? 0;
    for (let at = settled.offsets[speaker] ?? 0; at < end; at++) {
      const session = settled.heardOn[at] ?? 0;
      candidates.push(session === best.session ? best : this.heard(settled, session));
    }
    return { best, candidates };
  }

  /** Asks the speaker the route was heard from, and that one in turn, until one has it from itself. */
  private bestOf(settled: SettledPrefix, speaker: number): BgpAttributes | null {
    if (this.made.of !== settled) this.made = { of: settled, best: new Map() };
    const ways: number[] = [];
    let at = speaker;
    let best = this.made.best.get(at);
    while (best === undefined) {
      const session = settled.chosen[at] ?? NO_ROUTE;
      if (session === NO_ROUTE) return null;
      if (session === OWN) {
        best = this.own(settled, at);
        this.made.best.set(at, best);
      } else {
        ways.push(session);
        at = this.sessions[session]?.from ?? -1;
        best = this.made.best.get(at);
      }
    }
    for (const session of ways.toReversed()) {
      best = this.carried(session, best);
      this.made.best.set(this.sessions[session]?.to ?? -1, best);
    }
    return best;
  }

  private own(settled: SettledPrefix, speaker: number): BgpAttributes {
    const origination = ownOrigination(settled, speaker);
    if (origination === undefined) throw new RangeError(`speaker ${speaker} does not originate the prefix`);
    return ownRoute(this.environment, origination);
  }

  private heard(settled: SettledPrefix, index: number): BgpAttributes {
    const told = this.bestOf(settled, this.sessions[index]?.from ?? -1);
    if (told === null) throw new RangeError(`nothing is told on session ${index}`);
    return this.carried(index, told);
  }

  /** What the receiver of a session has of the sender's best route: it was accepted before. */
  private carried(index: number, told: BgpAttributes): BgpAttributes {
    const session = this.sessions[index];
    const heard = session === undefined ? 'no session' : announce(this.environment, session, index, told);
    if (typeof heard === 'string') throw new Error(`session ${index} does not carry its route: ${heard}`);
    return heard;
  }
}

/** Of several originations by one speaker the last counts. */
function ownOrigination({ originations }: SettledPrefix, speaker: number): Origination | undefined {
  return originations.findLast((entry) => entry.speaker === speaker);
}
