/**
 * What BGP came to, kept small: of every prefix which session each speaker chose. At rest a speaker has heard on each
 * session what the rules make of the sender's best route, so all the rest is made again when somebody asks, by the
 * rules that made it first.
 */
import { comparePrefixes, prefixKey, type Prefix } from '../address';
import { announce, ownRoute, type BgpEnvironment, type Origination } from './bgp';
import type { Session, Sessions, Speaker } from './bgp-sessions';
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
}

/** What one speaker knows of one prefix. */
export interface PrefixState {
  readonly best: BgpAttributes | null;
  /** Everything accepted from others and its own: that first, then by session. */
  readonly candidates: readonly BgpAttributes[];
}

export class BgpOutcome {
  readonly speakers: readonly Speaker[];
  readonly sessions: Sessions;
  /** Ascending. */
  readonly prefixes: readonly Prefix[];
  /** By prefix key. */
  readonly settled: ReadonlyMap<number, SettledPrefix>;
  /** Of the prefixes, the longest first. */
  readonly lengths: readonly number[];
  private readonly into: Grouped;
  /** The best routes last made: those of one prefix, by speaker. Neighbours' ways to it have much in common. */
  private made: { readonly of: SettledPrefix | null; readonly best: Map<number, BgpAttributes> };

  constructor(
    readonly environment: BgpEnvironment,
    settled: readonly SettledPrefix[],
  ) {
    this.speakers = environment.speakers;
    this.sessions = environment.sessions;
    this.settled = new Map(settled.map((entry) => [prefixKey(entry.prefix), entry]));
    this.prefixes = settled.map(({ prefix }) => prefix).toSorted(comparePrefixes);
    this.lengths = [...new Set(this.prefixes.map(({ length }) => length))].toSorted((a, b) => b - a);
    this.into = sessionsInto(environment);
    this.made = { of: null, best: new Map() };
  }

  /** The best route of a speaker; null where it has none. */
  best(speaker: number, prefix: Prefix): BgpAttributes | null {
    const settled = this.settled.get(prefixKey(prefix));
    return settled === undefined ? null : this.bestOf(settled, speaker);
  }

  /** Nodes of the speakers that choose otherwise than in another outcome. */
  chooseOtherwise(prefix: Prefix, other: BgpOutcome): number[] {
    const key = prefixKey(prefix);
    const [here, there] = [this.settled.get(key), other.settled.get(key)];
    if (here === there) return [];
    const nodes = this.speakers.map(({ node }) => node);
    if (here === undefined || there === undefined || here.chosen.length !== there.chosen.length)
      return [...nodes, ...other.speakers.map(({ node }) => node)];
    return nodes.filter((_, speaker) => here.chosen[speaker] !== there.chosen[speaker]);
  }

  /** What a speaker knows of a prefix; undefined where it never heard of it (or is no speaker). */
  state(speaker: number, prefix: Prefix): PrefixState | undefined {
    const settled = this.settled.get(prefixKey(prefix));
    const best = settled === undefined ? null : this.bestOf(settled, speaker);
    if (settled === undefined || best === null) return undefined;
    const own = ownOrigination(settled, speaker);
    const candidates =
      own === undefined ? [] : [best.type === 'local' ? best : ownRoute(this.environment, own)];
    const { offsets, members } = this.into;
    const end = offsets[speaker + 1] ?? 0;
    for (let at = offsets[speaker] ?? 0; at < end; at++) {
      const session = members[at] ?? 0;
      const heard = session === best.session ? best : this.heard(settled, session);
      if (heard !== null) candidates.push(heard);
    }
    return { best, candidates };
  }

  /** Asks the speaker the route was heard from, and that one in turn, until one has it from itself. */
  bestOf(settled: SettledPrefix, speaker: number): BgpAttributes | null {
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

  /** What is heard on a session; null for nothing. */
  private heard(settled: SettledPrefix, index: number): BgpAttributes | null {
    const session = this.sessions[index];
    const told = session == null ? null : this.bestOf(settled, session.from);
    if (session == null || told === null) return null;
    const heard = announce(this.environment, session, index, told);
    return typeof heard === 'string' ? null : heard;
  }

  /** What the receiver of a session has of the sender's best route: it was accepted before. */
  private carried(index: number, told: BgpAttributes): BgpAttributes {
    const session = this.sessions[index];
    const heard = session == null ? 'no session' : announce(this.environment, session, index, told);
    if (typeof heard === 'string') throw new Error(`session ${index} does not carry its route: ${heard}`);
    return heard;
  }
}

/** Session numbers by speaker, ascending: those of speaker s stand from offsets[s] to offsets[s + 1]. */
export interface Grouped {
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
}

/** The sessions a speaker hears on. */
export function sessionsInto({ speakers, sessions }: BgpEnvironment): Grouped {
  return group(speakers.length, sessions, (session) => session.to);
}

/** The sessions a speaker tells on. */
export function sessionsOutOf({ speakers, sessions }: BgpEnvironment): Grouped {
  return group(speakers.length, sessions, (session) => session.from);
}

function group(count: number, sessions: Sessions, speakerOf: (session: Session) => number): Grouped {
  const offsets = new Uint32Array(count + 1);
  for (const session of sessions) {
    if (session === null) continue;
    const after = speakerOf(session) + 1;
    offsets[after] = (offsets[after] ?? 0) + 1;
  }
  for (let at = 1; at <= count; at++) offsets[at] = (offsets[at] ?? 0) + (offsets[at - 1] ?? 0);
  const next = offsets.slice();
  const members = new Uint32Array(offsets[count] ?? 0);
  sessions.forEach((session, index) => {
    if (session === null) return;
    const speaker = speakerOf(session);
    const at = next[speaker] ?? 0;
    members[at] = index;
    next[speaker] = at + 1;
  });
  return { offsets, members };
}

/** Of several originations by one speaker the last counts. */
function ownOrigination({ originations }: SettledPrefix, speaker: number): Origination | undefined {
  return originations.findLast((entry) => entry.speaker === speaker);
}
