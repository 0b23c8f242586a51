/**
 * Every stable outcome of BGP for one prefix: the stable paths problem (Griffin, Shepherd, Wilfong: "The stable
 * paths problem and interdomain routing", IEEE/ACM Transactions on Networking 10(2), 2002). Each speaker has the
 * paths that policies permit it, and an outcome is stable if everybody has the best of what the others offer it.
 *
 * The search is exact. Paths that cannot be chosen whatever others do are struck out until nothing changes, which
 * alone decides networks without a dispute wheel; then it branches on the speaker with the fewest paths left. It
 * gives up, and says so, beyond a number of paths or steps.
 */
import type { BgpEnvironment, Origination } from './bgp';
import { PathTable, type PermittedPath } from './permitted-paths';
import type { BgpAttributes } from './route';

/** Assignments tried for one prefix, partial ones included. */
export const STEP_LIMIT = 2000;

export interface StableOutcomes {
  /** The route of each speaker, null for none, of every outcome found. */
  readonly outcomes: readonly (readonly (BgpAttributes | null)[])[];
  /** All assignments were looked at: there is no other stable outcome. */
  readonly complete: boolean;
}

/** Up to `atMost` outcomes, always in the same order. */
export function stableOutcomes(
  environment: BgpEnvironment,
  originations: readonly Origination[],
  atMost: number,
): StableOutcomes {
  const paths = PathTable.of(environment, originations);
  return paths === null ? { outcomes: [], complete: false } : new Search(paths, atMost).run();
}

/** What each speaker may still choose. */
interface Options {
  /** By path. */
  readonly open: Uint8Array;
  /** By speaker: it may be left without a route. */
  readonly mayBeNone: Uint8Array;
  /** By speaker: how many choices there are, none included. */
  readonly count: Int32Array;
}

class Search {
  private readonly found: (readonly (BgpAttributes | null)[])[] = [];
  private steps = 0;

  constructor(
    private readonly paths: PathTable,
    private readonly atMost: number,
  ) {}

  run(): StableOutcomes {
    const { paths } = this;
    const speakers = paths.at.length;
    const options: Options = {
      open: Uint8Array.from(paths.all, ({ isCircle }) => (isCircle ? 0 : 1)),
      mayBeNone: new Uint8Array(speakers).fill(1),
      count: Int32Array.from(paths.at, (own) => 1 + own.filter(({ isCircle }) => !isCircle).length),
    };
    this.explore(
      options,
      Array.from({ length: speakers }, (_, speaker) => speaker),
    );
    return { outcomes: this.found, complete: this.steps <= STEP_LIMIT && this.found.length < this.atMost };
  }

  private explore(options: Options, changed: readonly number[]): void {
    this.steps += 1;
    if (this.steps > STEP_LIMIT || !this.strikeOut(options, changed)) return;
    const speaker = fewest(options.count);
    if (speaker === -1) {
      this.accept(options);
      return;
    }
    const choices = (this.paths.at[speaker] ?? []).filter(({ index }) => options.open[index] === 1);
    const withNone = options.mayBeNone[speaker] === 1 ? [...choices, null] : choices;
    for (const choice of withNone) {
      if (this.steps > STEP_LIMIT || this.found.length >= this.atMost) return;
      const next = {
        open: options.open.slice(),
        mayBeNone: options.mayBeNone.slice(),
        count: options.count.slice(),
      };
      this.keepOnly(next, speaker, choice);
      this.explore(next, [speaker, ...this.paths.beside(speaker)]);
    }
  }

  private keepOnly({ open, mayBeNone, count }: Options, speaker: number, choice: PermittedPath | null): void {
    for (const { index } of this.paths.at[speaker] ?? []) if (index !== choice?.index) open[index] = 0;
    mayBeNone[speaker] = choice === null ? 1 : 0;
    count[speaker] = 1;
  }

  /** Strikes out what cannot be chosen, until nothing changes. False where a speaker has no choice left. */
  private strikeOut(options: Options, changed: readonly number[]): boolean {
    const queue = [...changed];
    const queued = new Set(queue);
    const enqueue = (speaker: number): void => {
      if (queued.has(speaker)) return;
      queued.add(speaker);
      queue.push(speaker);
    };
    for (let at = 0; at < queue.length; at++) {
      const speaker = queue[at] ?? -1;
      queued.delete(speaker);
      const before = options.count[speaker] ?? 0;
      this.strikeOutOf(options, speaker);
      const after = options.count[speaker] ?? 0;
      if (after === 0) return false;
      if (after < before) for (const other of this.paths.beside(speaker)) enqueue(other);
      // Who has one path left has decided for all who are on it.
      const only = after === 1 ? this.onlyPath(options, speaker) : null;
      for (let path = only?.parent ?? null; path !== null; path = path.parent) {
        if (options.open[path.index] !== 1) return false;
        if ((options.count[path.speaker] ?? 0) === 1) continue;
        this.keepOnly(options, path.speaker, path);
        enqueue(path.speaker);
        for (const other of this.paths.beside(path.speaker)) enqueue(other);
      }
    }
    return true;
  }

  private strikeOutOf(options: Options, speaker: number): void {
    const { open, mayBeNone, count } = options;
    for (const path of this.paths.at[speaker] ?? []) {
      if (open[path.index] !== 1 || this.canBeBest(options, path)) continue;
      open[path.index] = 0;
      count[speaker] = (count[speaker] ?? 0) - 1;
    }
    if (mayBeNone[speaker] !== 1) return;
    const own = this.paths.ownAt[speaker] ?? null;
    if (
      own === null &&
      (this.paths.into[speaker] ?? []).every((session) => this.offersNothing(options, session))
    )
      return;
    mayBeNone[speaker] = 0;
    count[speaker] = (count[speaker] ?? 0) - 1;
  }

  /** Whether everybody else can choose so that nothing better than this path is certain to be offered. */
  private canBeBest(options: Options, path: PermittedPath): boolean {
    const { paths } = this;
    if (path.parent !== null && options.open[path.parent.index] !== 1) return false;
    const own = paths.ownAt[path.speaker] ?? null;
    if (own !== null && own !== path && paths.beats(own, path)) return false;
    return (paths.into[path.speaker] ?? []).every((session) => {
      if (session === path.session) return true;
      const sender = paths.senderOf(session);
      // On the path itself the sender's choice is known.
      const known = paths.through(path, sender);
      if (known !== null) return !this.isBeaten(path, known, session);
      if (options.mayBeNone[sender] === 1) return true;
      return (paths.at[sender] ?? []).some(
        (other) => options.open[other.index] === 1 && !this.isBeaten(path, other, session),
      );
    });
  }

  private isBeaten(path: PermittedPath, offered: PermittedPath, session: number): boolean {
    const rival = offered.onward.get(session);
    return rival !== undefined && this.paths.beats(rival, path);
  }

  private offersNothing({ open, mayBeNone }: Options, session: number): boolean {
    const sender = this.paths.senderOf(session);
    if (mayBeNone[sender] === 1) return true;
    return (this.paths.at[sender] ?? []).some(
      ({ index, onward }) => open[index] === 1 && !onward.has(session),
    );
  }

  private onlyPath({ open }: Options, speaker: number): PermittedPath | null {
    return this.paths.at[speaker]?.find(({ index }) => open[index] === 1) ?? null;
  }

  /** Everybody has one choice left: an outcome, if it is indeed the best of what is offered. */
  private accept(options: Options): void {
    const chosen = this.paths.at.map((_, speaker) => this.onlyPath(options, speaker));
    const isStable = chosen.every((path, speaker) => {
      const offered = (this.paths.into[speaker] ?? []).flatMap((session) => {
        const route = chosen[this.paths.senderOf(session)]?.onward.get(session)?.route;
        return route === undefined ? [] : [route];
      });
      const own = this.paths.ownAt[speaker]?.route;
      return (
        this.paths.choose(speaker, own === undefined ? offered : [own, ...offered]) === (path?.route ?? null)
      );
    });
    if (isStable) this.found.push(chosen.map((path) => path?.route ?? null));
  }
}

/** The speaker with the fewest choices among those that have several; -1 for none. */
function fewest(count: Int32Array): number {
  let found = -1;
  for (const [speaker, choices] of count.entries())
    if (choices > 1 && (found === -1 || choices < (count[found] ?? 0))) found = speaker;
  return found;
}
