/**
 * BGP computed to a fixed point, one prefix at a time: announcements go from speaker to speaker in first-in,
 * first-out order from the origins on, origins by node index. Where several stable outcomes exist this order
 * picks one, always the same, unless the run starts from choices that make up another one. Where the run does not
 * end, the stable outcomes are searched for; where there is none, those who keep changing their mind have no route.
 */
import { prefixKey, type Address, type Prefix } from '../address';
import { announce, ownRoute, sameRoute, type BgpEnvironment, type Origination } from './bgp';
import { BgpAgain, type Earlier } from './bgp-again';
import { BgpByLength } from './bgp-by-length';
import { bestRoute } from './bgp-decision';
import {
  BgpOutcome,
  NO_ROUTE,
  OWN,
  sessionsInto,
  sessionsOutOf,
  type Grouped,
  type SettledPrefix,
} from './bgp-outcome';
import type { BgpAttributes } from './route';
import { stableOutcomes } from './stable-outcomes';

/** Activations a speaker may have, on average, before the prefix is called unstable. */
const ACTIVATIONS_PER_SPEAKER = 100;
const ACTIVATIONS_AT_LEAST = 1000;

/** What does not come to rest. Whoever keeps changing is left without it. */
export interface Unstable {
  /** Null for BGP sessions. */
  readonly prefix: Prefix | null;
  /** Node indexes of those that keep changing, ascending. */
  readonly nodes: readonly number[];
  /** `policies` of BGP that are in dispute, or `redistribution` (also next hops) that undoes itself. */
  readonly by: 'policies' | 'redistribution';
  /** All assignments of routes were looked at, and none is stable. */
  readonly proven: boolean;
}

/**
 * Whom a node hears its best route from, by the address of the sender's end of the session: where a run starts, so
 * that it stays in that outcome if it is stable. `own` for the node's own route, undefined for no choice.
 */
export type BgpChoices = (node: number, prefix: Prefix) => Address | 'own' | undefined;

export interface BgpRun {
  readonly outcome: BgpOutcome;
  readonly unstable: readonly Unstable[];
}

/** Runs every originated prefix to its fixed point; `earlier` spares the work where it gives the same. */
export function runBgp(
  environment: BgpEnvironment,
  choices: BgpChoices | null,
  earlier: Earlier | null = null,
): BgpRun {
  const byPrefix = new Map<number, Origination[]>();
  for (const entry of environment.originations) {
    const key = prefixKey(entry.prefix);
    const known = byPrefix.get(key);
    if (known === undefined) byPrefix.set(key, [entry]);
    else known.push(entry);
  }
  const run = new PrefixRun(environment);
  const byLength = choices === null ? BgpByLength.in(environment) : null;
  const again = earlier === null ? null : new BgpAgain(environment, earlier, byLength);
  const settled: SettledPrefix[] = [];
  const unstable: Unstable[] = [];
  for (const [key, originations] of byPrefix) {
    const [first] = originations;
    if (first === undefined) continue;
    const known = again?.settle(key, originations) ?? null;
    if (known !== null) {
      settled.push(known);
      continue;
    }
    const { prefix } = first;
    const chosen = byLength?.chosen(originations) ?? null;
    if (chosen !== null) {
      settled.push({ prefix, originations, chosen });
      continue;
    }
    const wanted = choices === null ? null : startOf(environment, prefix, choices);
    if (!run.settle(originations, wanted)) {
      const found = stableOutcomes(environment, originations, 1);
      const [outcome] = found.outcomes;
      if (outcome === undefined) {
        const nodes = run.quieten().map((speaker) => environment.speakers[speaker]?.node ?? -1);
        const restless = nodes.toSorted((a, b) => a - b);
        unstable.push({ prefix, nodes: restless, by: 'policies', proven: found.complete });
      } else {
        run.settle(originations, (speaker, session) => outcome[speaker]?.session === session);
      }
    }
    settled.push(run.outcome(prefix, originations));
  }
  return { outcome: new BgpOutcome(environment, settled), unstable };
}

function sessionsOf({ offsets, members }: Grouped, speaker: number): Uint32Array {
  return members.subarray(offsets[speaker], offsets[speaker + 1]);
}

/** Whether a run starts with a speaker choosing what it hears on a session, or its own route (OWN). */
type Start = (speaker: number, session: number) => boolean;

function startOf({ speakers, sessions }: BgpEnvironment, prefix: Prefix, choices: BgpChoices): Start {
  return (speaker, session) => {
    const choice = choices(speakers[speaker]?.node ?? -1, prefix);
    return session === OWN ? choice === 'own' : sessions[session]?.fromAddress === choice;
  };
}

/** The work on one prefix after the other, in arrays that all of them use. */
class PrefixRun {
  private readonly into: Grouped;
  private readonly outOf: Grouped;
  /** By speaker. */
  private readonly own: (BgpAttributes | null)[];
  private readonly best: (BgpAttributes | null)[];
  /** By session. */
  private readonly heard: (BgpAttributes | null)[];
  private readonly queued: Uint8Array;
  private readonly queue: number[] = [];
  /** Speakers that changed their choice late in the run. */
  private readonly restless = new Set<number>();
  private readonly candidates: BgpAttributes[] = [];

  constructor(private readonly environment: BgpEnvironment) {
    const { speakers, sessions } = environment;
    this.into = sessionsInto(environment);
    this.outOf = sessionsOutOf(environment);
    this.own = speakers.map(() => null);
    this.best = speakers.map(() => null);
    this.heard = sessions.map(() => null);
    this.queued = new Uint8Array(speakers.length);
  }

  /** Runs a prefix until nothing changes; false where it does not come to that. */
  settle(originations: readonly Origination[], start: Start | null): boolean {
    this.clear();
    for (const entry of originations) {
      this.own[entry.speaker] = ownRoute(this.environment, entry);
      this.enqueue(entry.speaker);
    }
    if (start !== null) this.startFrom(start, originations);
    const bound = ACTIVATIONS_AT_LEAST + ACTIVATIONS_PER_SPEAKER * this.best.length;
    for (let at = 0; at < this.queue.length; at++) {
      if (at > bound) return false;
      const speaker = this.queue[at] ?? -1;
      this.queued[speaker] = 0;
      const best = this.choose(speaker);
      if (sameRoute(best, this.best[speaker] ?? null)) continue;
      this.best[speaker] = best;
      if (at > bound / 2) this.restless.add(speaker);
      this.tell(speaker, best);
    }
    return this.isRooted();
  }

  /**
   * Whether every route leads back to who brought the prefix in. Where AS numbers are taken out of paths, speakers
   * may keep a route alive that each has from the other; those are restless, for nothing but each other holds it.
   */
  private isRooted(): boolean {
    const OPEN = 0;
    const SEEN = 1;
    const ROOTED = 2;
    const known = new Uint8Array(this.best.length);
    for (let start = 0; start < known.length; start++) {
      const way: number[] = [];
      let at = start;
      while (known[at] === OPEN) {
        known[at] = SEEN;
        way.push(at);
        const { session = NO_ROUTE } = this.best[at] ?? {};
        if (session === OWN || session === NO_ROUTE) known[at] = ROOTED;
        else at = this.environment.sessions[session]?.from ?? at;
      }
      if (known[at] === ROOTED) for (const speaker of way) known[speaker] = ROOTED;
      else for (const speaker of way) this.restless.add(speaker);
    }
    return !known.includes(SEEN);
  }

  /** Gives the speakers their choices, each once the one it is heard from has its own. Who hears nothing has none. */
  private startFrom(start: Start, originations: readonly Origination[]): void {
    const ready: number[] = [];
    const take = (speaker: number, session: number, route: BgpAttributes | null): void => {
      if (route === null || (this.best[speaker] ?? null) !== null) return;
      if (sessionsOf(this.into, speaker).length > 0 && !start(speaker, session)) return;
      this.best[speaker] = route;
      ready.push(speaker);
    };
    for (const { speaker } of originations) take(speaker, OWN, this.own[speaker] ?? null);
    for (const speaker of ready) {
      this.tell(speaker, this.best[speaker] ?? null);
      for (const index of sessionsOf(this.outOf, speaker))
        take(this.environment.sessions[index]?.to ?? -1, index, this.heard[index] ?? null);
    }
  }

  /** Leaves the speakers that do not settle, and all that lean on them, without a route; says who they are. */
  quieten(): number[] {
    for (const speaker of this.restless) {
      this.best[speaker] = null;
      for (const index of sessionsOf(this.outOf, speaker)) {
        const to = this.environment.sessions[index]?.to ?? -1;
        if (this.best[to]?.session === index) this.restless.add(to);
      }
    }
    return [...this.restless];
  }

  /** What the prefix settled at. */
  outcome(prefix: Prefix, originations: readonly Origination[]): SettledPrefix {
    const chosen = new Int32Array(this.best.length);
    for (let speaker = 0; speaker < chosen.length; speaker++)
      chosen[speaker] = this.best[speaker]?.session ?? NO_ROUTE;
    return { prefix, originations, chosen };
  }

  private clear(): void {
    this.own.fill(null);
    this.best.fill(null);
    this.heard.fill(null);
    this.queued.fill(0);
    this.queue.length = 0;
    this.restless.clear();
  }

  private enqueue(speaker: number): void {
    if (this.queued[speaker] === 1) return;
    this.queued[speaker] = 1;
    this.queue.push(speaker);
  }

  private choose(speaker: number): BgpAttributes | null {
    const { candidates, heard } = this;
    const own = this.own[speaker] ?? null;
    candidates.length = 0;
    if (own !== null) candidates.push(own);
    const { offsets, members } = this.into;
    const end = offsets[speaker + 1] ?? 0;
    for (let at = offsets[speaker] ?? 0; at < end; at++) {
      const route = heard[members[at] ?? 0] ?? null;
      if (route !== null) candidates.push(route);
    }
    return bestRoute(candidates, this.environment.speakers[speaker]?.decision);
  }

  /** Announces (or withdraws) a speaker's best on all its sessions. */
  private tell(speaker: number, best: BgpAttributes | null): void {
    const { environment, heard } = this;
    const { offsets, members } = this.outOf;
    const end = offsets[speaker + 1] ?? 0;
    for (let at = offsets[speaker] ?? 0; at < end; at++) {
      const index = members[at] ?? 0;
      const session = environment.sessions[index];
      if (session == null) continue;
      const offered = best === null ? null : announce(environment, session, index, best);
      const route = typeof offered === 'string' ? null : offered;
      if (sameRoute(route, heard[index] ?? null)) continue;
      heard[index] = route;
      this.enqueue(session.to);
    }
  }
}
