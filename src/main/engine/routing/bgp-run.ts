/**
 * BGP computed to a fixed point, one prefix at a time: announcements go from speaker to speaker in first-in,
 * first-out order from the origins on, origins by node index. Where several stable outcomes exist this order
 * picks one, always the same; where none exists the run ends at a bound and names who keeps changing its mind.
 */
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { announce, ownRoute, sameRoute, type BgpEnvironment, type Origination } from './bgp';
import { bestRoute } from './bgp-decision';
import { BgpOutcome, NO_ROUTE, type SettledPrefix } from './bgp-outcome';
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
  /** Sessions out of each speaker. */
  private readonly outOf: readonly (readonly number[])[];
  /** By speaker. */
  private readonly own: (BgpAttributes | null)[];
  private readonly best: (BgpAttributes | null)[];
  /** The sessions a speaker hears the prefix on, in order of arrival: `heardCount` of them from `into` on. */
  private readonly heardOn: Uint32Array;
  private readonly heardCount: Uint32Array;
  private readonly into: Uint32Array;
  /** By session. */
  private readonly heard: (BgpAttributes | null)[];
  private readonly queued: Uint8Array;
  private readonly queue: number[] = [];
  private readonly candidates: BgpAttributes[] = [];

  constructor(private readonly environment: BgpEnvironment) {
    const { speakers, sessions } = environment;
    const outOf: number[][] = speakers.map(() => []);
    sessions.forEach((session, index) => outOf[session.from]?.push(index));
    this.outOf = outOf;
    this.own = speakers.map(() => null);
    this.best = speakers.map(() => null);
    this.heardOn = new Uint32Array(sessions.length);
    this.heardCount = new Uint32Array(speakers.length);
    this.into = new Uint32Array(speakers.length + 1);
    for (const { to } of sessions) this.into[to + 1] = (this.into[to + 1] ?? 0) + 1;
    for (let at = 1; at <= speakers.length; at++)
      this.into[at] = (this.into[at] ?? 0) + (this.into[at - 1] ?? 0);
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
    const count = this.heardCount.length;
    const offsets = new Uint32Array(count + 1);
    const chosen = new Int32Array(count);
    for (let speaker = 0; speaker < count; speaker++) {
      offsets[speaker + 1] = (offsets[speaker] ?? 0) + (this.heardCount[speaker] ?? 0);
      chosen[speaker] = this.best[speaker]?.session ?? NO_ROUTE;
    }
    const heardOn = new Uint32Array(offsets[count] ?? 0);
    for (let speaker = 0; speaker < count; speaker++) {
      const start = this.into[speaker] ?? 0;
      const to = offsets[speaker] ?? 0;
      const heard = this.heardCount[speaker] ?? 0;
      for (let at = 0; at < heard; at++) heardOn[to + at] = this.heardOn[start + at] ?? 0;
    }
    return { prefix, originations, chosen, offsets, heardOn };
  }

  private clear(): void {
    this.own.fill(null);
    this.best.fill(null);
    this.heard.fill(null);
    this.queued.fill(0);
    this.queue.length = 0;
    this.heardCount.fill(0);
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
    const start = this.into[speaker] ?? 0;
    const end = start + (this.heardCount[speaker] ?? 0);
    for (let at = start; at < end; at++) {
      const route = heard[this.heardOn[at] ?? 0] ?? null;
      if (route !== null) candidates.push(route);
    }
    return bestRoute(candidates);
  }

  /** Announces (or withdraws) a speaker's best on all its sessions. */
  private tell(speaker: number, best: BgpAttributes | null): void {
    const { environment, heard } = this;
    for (const index of this.outOf[speaker] ?? []) {
      const session = environment.sessions[index];
      if (session === undefined) continue;
      const offered = best === null ? null : announce(environment, session, index, best);
      const route = typeof offered === 'string' ? null : offered;
      const known = heard[index] ?? null;
      if (sameRoute(route, known)) continue;
      heard[index] = route;
      if (known === null) this.arrive(session.to, index);
      else if (route === null) this.leave(session.to, index);
      this.enqueue(session.to);
    }
  }

  private arrive(speaker: number, session: number): void {
    const count = this.heardCount[speaker] ?? 0;
    this.heardOn[(this.into[speaker] ?? 0) + count] = session;
    this.heardCount[speaker] = count + 1;
  }

  private leave(speaker: number, session: number): void {
    const start = this.into[speaker] ?? 0;
    const count = this.heardCount[speaker] ?? 0;
    const at = this.heardOn.indexOf(session, start);
    this.heardOn.copyWithin(at, at + 1, start + count);
    this.heardCount[speaker] = count - 1;
  }
}
