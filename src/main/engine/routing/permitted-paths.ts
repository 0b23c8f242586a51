/**
 * The paths by which each speaker can come to have a route of a prefix, as far as policies permit: a route and all
 * its attributes follow from the sessions it came over.
 */
import { announce, ownRoute, type BgpEnvironment, type Origination } from './bgp';
import { beatsBeforeMed, bestRoute, deciding, neighbourAs } from './bgp-decision';
import type { BgpAttributes } from './route';

/** Paths of a prefix, of all speakers together, up to which outcomes are searched for. */
export const PATH_LIMIT = 6000;

export interface PermittedPath {
  readonly index: number;
  readonly speaker: number;
  /** The session it is heard on; -1 for an own route. */
  readonly session: number;
  /** The sender's path; null for an own route. */
  readonly parent: PermittedPath | null;
  readonly route: BgpAttributes;
  /** It comes back to a speaker it has been at: heard, and perhaps better, but nobody can stay with it. */
  readonly isCircle: boolean;
  /** What others hear of it, by session. */
  readonly onward: ReadonlyMap<number, PermittedPath>;
}

interface GrowingPath extends PermittedPath {
  readonly onward: Map<number, PermittedPath>;
}

export class PathTable {
  readonly all: GrowingPath[] = [];
  /** By speaker, its own route first, then by the number of sessions. */
  readonly at: readonly GrowingPath[][];
  readonly ownAt: readonly (PermittedPath | null)[];
  /** Sessions into each speaker, and out of it. */
  readonly into: readonly (readonly number[])[];
  private readonly outOf: readonly (readonly number[])[];
  /** By speaker: routes from one neighbouring AS differ in MED, so that being better is no order of routes. */
  private readonly groupsMatter: readonly boolean[];

  /** Null where there are more paths than the limit. */
  static of(environment: BgpEnvironment, originations: readonly Origination[]): PathTable | null {
    const table = new PathTable(environment, originations);
    return table.all.length > PATH_LIMIT ? null : table;
  }

  private constructor(
    private readonly environment: BgpEnvironment,
    originations: readonly Origination[],
  ) {
    const { speakers, sessions } = environment;
    const into: number[][] = speakers.map(() => []);
    const outOf: number[][] = speakers.map(() => []);
    for (const [index, session] of sessions.entries()) {
      if (session === null) continue;
      outOf[session.from]?.push(index);
      into[session.to]?.push(index);
    }
    this.into = into;
    this.outOf = outOf;
    this.at = speakers.map(() => []);
    const own: (PermittedPath | null)[] = speakers.map(() => null);
    // Of several originations by one speaker the last counts.
    const origins = new Map(originations.map((entry) => [entry.speaker, entry]));
    for (const [speaker, entry] of origins) {
      own[speaker] = this.add(speaker, -1, null, ownRoute(environment, entry), false);
    }
    this.ownAt = own;
    for (let at = 0; at < this.all.length && this.all.length <= PATH_LIMIT; at++) {
      const path = this.all[at];
      if (path !== undefined && !path.isCircle) this.extend(path);
    }
    this.groupsMatter = this.at.map((paths, speaker) => !this.comparesMed(speaker) && differInMed(paths));
  }

  senderOf(session: number): number {
    return this.environment.sessions[session]?.from ?? -1;
  }

  /** The speakers that hear a speaker. */
  beside(speaker: number): number[] {
    return (this.outOf[speaker] ?? []).map((session) => this.environment.sessions[session]?.to ?? -1);
  }

  /** The part of a path up to a speaker on it; null where it is not on it. */
  through(path: PermittedPath, speaker: number): PermittedPath | null {
    for (let at: PermittedPath | null = path; at !== null; at = at.parent)
      if (at.speaker === speaker) return at;
    return null;
  }

  /** Whether a speaker never chooses `b` while it is offered `a`. */
  beats(a: PermittedPath, b: PermittedPath): boolean {
    if (this.groupsMatter[a.speaker] === true) return beatsBeforeMed(a.route, b.route);
    const order = deciding(a.route, b.route, this.comparesMed(a.speaker));
    // Of routes that tie in everything the earlier session's is taken.
    return order < 0 || (order === 0 && a.session < b.session);
  }

  /** The best of what a speaker is offered; null for none. */
  choose(speaker: number, offered: readonly BgpAttributes[]): BgpAttributes | null {
    return bestRoute(offered, this.environment.speakers[speaker]?.decision);
  }

  private comparesMed(speaker: number): boolean {
    return this.environment.speakers[speaker]?.decision.alwaysCompareMed === true;
  }

  private extend(path: GrowingPath): void {
    for (const session of this.outOf[path.speaker] ?? []) {
      const entry = this.environment.sessions[session];
      if (entry == null) continue;
      const route = announce(this.environment, entry, session, path.route);
      if (typeof route === 'string') continue;
      const own = this.ownAt[entry.to]?.route;
      // Whoever has its own route and prefers it whatever comes need not look at others.
      if (own !== undefined && beatsBeforeMed(own, route)) continue;
      const isCircle = this.through(path, entry.to) !== null;
      path.onward.set(session, this.add(entry.to, session, path, route, isCircle));
    }
  }

  private add(
    speaker: number,
    session: number,
    parent: PermittedPath | null,
    route: BgpAttributes,
    isCircle: boolean,
  ): GrowingPath {
    const index = this.all.length;
    const path: GrowingPath = { index, speaker, session, parent, route, isCircle, onward: new Map() };
    this.all.push(path);
    this.at[speaker]?.push(path);
    return path;
  }
}

function differInMed(paths: readonly PermittedPath[]): boolean {
  const meds = new Map<number, number>();
  return paths.some(({ route }) => {
    const group = neighbourAs(route);
    const med = meds.get(group) ?? route.med;
    meds.set(group, med);
    return med !== route.med;
  });
}
