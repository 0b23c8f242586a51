/**
 * BGP after a change, from what it came to before. One run of a prefix depends on nothing but its environment, so
 * where nothing changed the outcome stands. Where something did, the run goes on from the old routes instead of from
 * nothing, but only if both must end at the same routes: there is one stable outcome, however it is reached, where no
 * dispute wheel exists (Griffin, Shepherd and Wilfong 2002, "The stable paths problem and interdomain routing"), and
 * there is none where the length of the AS path, which grows with every session, decides before anything else.
 */
import { sameValue } from '../same';
import { announce, ownRoute, sameRoute, type BgpEnvironment, type Origination } from './bgp';
import { bestRoute } from './bgp-decision';
import { sessionsInto, sessionsOutOf, NO_ROUTE, type BgpOutcome, type SettledPrefix } from './bgp-outcome';
import type { BgpByLength } from './bgp-by-length';
import type { BgpAttributes } from './route';
import { pathLengthDecides } from './bgp-plain';
import type { RoutePolicy } from './route-map';

/** An earlier outcome, and for which speakers something changed besides the routes they are told. */
export interface Earlier {
  readonly outcome: BgpOutcome;
  readonly touched: ReadonlySet<number>;
  /** Sessions that are down now. */
  readonly gone: readonly Gone[];
}

/** Sessions that differ: those that are gone, and the receivers of those that are new or changed. */
interface SessionChanges {
  readonly gone: readonly Gone[];
  readonly changed: readonly number[];
}

/** A session that is down now, and who heard on it. */
interface Gone {
  readonly session: number;
  readonly receiver: number;
}

/** Null where the speakers are not the same ones. */
export function sessionChanges(before: BgpEnvironment, now: BgpEnvironment): SessionChanges | null {
  if (before.sessions.length !== now.sessions.length || !sameValue(before.speakers, now.speakers))
    return null;
  const gone: Gone[] = [];
  const changed: number[] = [];
  for (const [session, current] of now.sessions.entries()) {
    const old = before.sessions[session] ?? null;
    if (sameValue(old, current)) continue;
    if (current === null) gone.push({ session, receiver: old?.to ?? -1 });
    else changed.push(current.to, old?.to ?? current.to);
  }
  return { gone, changed };
}

/**
 * Whether a route that is not chosen makes no difference to what is: only MEDs, which not all routes are compared by,
 * can bring that about.
 */
function hasNoMeds({ sessions, originations, speakers }: BgpEnvironment): boolean {
  return (
    speakers.every(({ decision }) => decision.deterministicMed) &&
    originations.every(({ med }) => med === 0) &&
    sessions.every((session) => session === null || (!setsMed(session.in) && !setsMed(session.out)))
  );
}

function setsMed({ map }: RoutePolicy): boolean {
  return map?.entries.some(({ written }) => written.set.med !== null) === true;
}

/** Activations a speaker may have, on average, before the run is started from nothing after all. */
const ACTIVATIONS_PER_SPEAKER = 100;

/** Takes prefixes from their old outcome to the new one. */
export class BgpAgain {
  private readonly into;
  private readonly outOf;
  private readonly isSafe: boolean;
  private readonly hasNoMeds: boolean;

  constructor(
    private readonly environment: BgpEnvironment,
    private readonly earlier: Earlier,
    private readonly byLength: BgpByLength | null,
  ) {
    this.into = sessionsInto(environment);
    this.outOf = sessionsOutOf(environment);
    this.isSafe = pathLengthDecides(environment);
    this.hasNoMeds = hasNoMeds(earlier.outcome.environment) && hasNoMeds(environment);
  }

  /** The outcome of a prefix; null where only a run from nothing can tell. */
  settle(key: number, originations: readonly Origination[]): SettledPrefix | null {
    const { outcome, touched, gone } = this.earlier;
    const old = outcome.settled.get(key);
    if (old === undefined) return null;
    const reoriginated = sameValue(old.originations, originations)
      ? []
      : [...old.originations, ...originations].map(({ speaker }) => speaker);
    if (touched.size === 0 && gone.length === 0 && reoriginated.length === 0) return old;
    if (!this.isSafe) return null;
    const lost = this.hasNoMeds
      ? gone.filter(({ session, receiver }) => old.chosen[receiver] === session)
      : gone;
    if (touched.size === 0 && lost.length === 0 && reoriginated.length === 0) return old;
    const found = this.byLength?.chosen(originations) ?? null;
    if (found !== null) {
      const isSame = reoriginated.length === 0 && found.every((session, at) => session === old.chosen[at]);
      return isSame ? old : { ...old, originations, chosen: found };
    }
    const receivers = lost.map(({ receiver }) => receiver);
    const changed = this.spread(originations, old, new Set([...touched, ...receivers, ...reoriginated]));
    if (changed === null) return null;
    if (changed.size === 0 && reoriginated.length === 0) return old;
    const chosen = old.chosen.slice();
    for (const [speaker, best] of changed) chosen[speaker] = best?.session ?? NO_ROUTE;
    return { ...old, originations, chosen };
  }

  /** Lets the touched speakers choose again, and those who are told something else; null if that does not end. */
  private spread(
    originations: readonly Origination[],
    old: SettledPrefix,
    touched: ReadonlySet<number>,
  ): Map<number, BgpAttributes | null> | null {
    const { environment, into, outOf } = this;
    const changed = new Map<number, BgpAttributes | null>();
    const bestNow = (speaker: number): BgpAttributes | null => {
      const known = changed.get(speaker);
      return known === undefined ? this.earlier.outcome.bestOf(old, speaker) : known;
    };
    const queue = [...touched].toSorted((a, b) => a - b);
    const queued = new Set(queue);
    const bound = ACTIVATIONS_PER_SPEAKER * environment.speakers.length;
    for (let at = 0; at < queue.length; at++) {
      if (at > bound) return null;
      const speaker = queue[at] ?? 0;
      queued.delete(speaker);
      const own = originations.findLast((entry) => entry.speaker === speaker);
      const candidates = own === undefined ? [] : [ownRoute(environment, own)];
      const end = into.offsets[speaker + 1] ?? 0;
      for (let place = into.offsets[speaker] ?? 0; place < end; place++) {
        const index = into.members[place] ?? 0;
        const session = environment.sessions[index];
        const told = session == null ? null : bestNow(session.from);
        if (session == null || told === null) continue;
        const heard = announce(environment, session, index, told);
        if (typeof heard !== 'string') candidates.push(heard);
      }
      const best = bestRoute(candidates, environment.speakers[speaker]?.decision);
      if (sameRoute(best, bestNow(speaker))) continue;
      changed.set(speaker, best);
      const last = outOf.offsets[speaker + 1] ?? 0;
      for (let place = outOf.offsets[speaker] ?? 0; place < last; place++) {
        const receiver = environment.sessions[outOf.members[place] ?? 0]?.to ?? 0;
        if (queued.has(receiver)) continue;
        queued.add(receiver);
        queue.push(receiver);
      }
    }
    return changed;
  }
}
