/**
 * BGP computed to a fixed point, one prefix at a time: announcements go from speaker to speaker in first-in,
 * first-out order from the origins on, origins by node index. Where several stable outcomes exist this order
 * picks one, always the same; where none exists the run ends at a bound and names who keeps changing its mind.
 */
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { announce, ownRoute, sameRoute, type BgpEnvironment, type Origination } from './bgp';
import { bestRoute } from './bgp-decision';
import {
  BgpOutcome,
  NO_ROUTE,
  sessionsInto,
  sessionsOutOf,
  type Grouped,
  type SettledPrefix,
} from './bgp-outcome';
import type { BgpAttributes } from './route';

/** Activations a speaker may have, on average, before the prefix is called unstable. */
const ACTIVATIONS_PER_SPEAKER = 100;
const ACTIVATIONS_AT_LEAST = 1000;

export interface Unstable {
  readonly prefix: Prefix;
  /** Node indexes of the speakers that keep changing. */
  readonly nodes: readonly number[];
}

/** Runs every originated prefix to its fixed point. */
export function runBgp(environment: BgpEnvironment): BgpOutcome | Unstable {
  const byPrefix = new Map<number, Origination[]>();
  for (const entry of environment.originations) {
    const key = prefixKey(entry.prefix);
    const known = byPrefix.get(key);
    if (known === undefined) byPrefix.set(key, [entry]);
    else known.push(entry);
  }
  const run = new PrefixRun(environment);
  const settled: SettledPrefix[] = [];
  for (const originations of byPrefix.values()) {
    const [first] = originations;
    if (first === undefined) continue;
    const restless = run.settle(originations);
    if (restless.length > 0) return { prefix: first.prefix, nodes: restless };
    settled.push(run.outcome(first.prefix, originations));
  }
  return new BgpOutcome(environment, settled);
}

/** In words, for the error of a network that does not settle. */
export function describeUnstable(unstable: Unstable, nameOf: (node: number) => string): string {
  const names = unstable.nodes.map(nameOf).join(', ');
  return `BGP does not settle for ${formatPrefix(unstable.prefix)}: ${names} keep changing their choice`;
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

  /** Runs a prefix until nothing changes. The answer is the nodes that never settle: none, if all is well. */
  settle(originations: readonly Origination[]): number[] {
    const { speakers } = this.environment;
    this.clear();
    for (const entry of originations) {
      this.own[entry.speaker] = ownRoute(this.environment, entry);
      this.enqueue(entry.speaker);
    }
    const bound = ACTIVATIONS_AT_LEAST + ACTIVATIONS_PER_SPEAKER * speakers.length;
    const recent = new Set<number>();
    for (let at = 0; at < this.queue.length; at++) {
      if (at > bound)
        return [...recent].map((speaker) => speakers[speaker]?.node ?? -1).toSorted((a, b) => a - b);
      const speaker = this.queue[at] ?? -1;
      this.queued[speaker] = 0;
      const best = this.choose(speaker);
      if (sameRoute(best, this.best[speaker] ?? null)) continue;
      this.best[speaker] = best;
      if (at > bound / 2) recent.add(speaker);
      this.tell(speaker, best);
    }
    return [];
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
    return bestRoute(candidates);
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
