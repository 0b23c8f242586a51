/** What speakers do to AS paths: their own number before them, and numbers in them taken out or replaced. */
import type { RemovePrivateAs } from '../topology/model';

/** What a speaker makes of a path for a neighbour in another AS before its own number comes before it. */
export interface PathRewrite {
  readonly asn: number;
  readonly neighbourAs: number;
  readonly asOverride: boolean;
  readonly removePrivateAs: RemovePrivateAs | null;
}

/** RFC 6996 section 5, and 65535, which RFC 7300 keeps and FRR counts among them. */
export function isPrivateAs(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_535) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}

const rewriters = new WeakMap<PathRewrite, (path: readonly number[]) => readonly number[]>();

/** Private numbers go first, as in FRR. */
export function rewritten(rewrite: PathRewrite, path: readonly number[]): readonly number[] {
  const known = rewriters.get(rewrite);
  if (known !== undefined) return known(path);
  const { asn, neighbourAs, asOverride, removePrivateAs } = rewrite;
  const made = keeping((each: readonly number[]) => {
    const cleaned = removePrivateAs === null ? each : withoutPrivate(each, removePrivateAs, asn, neighbourAs);
    return asOverride ? cleaned.map((number) => (number === neighbourAs ? asn : number)) : cleaned;
  });
  rewriters.set(rewrite, made);
  return made(path);
}

/** The neighbour's own number stays where not the whole path goes: it would miss its own loops. */
function withoutPrivate(
  path: readonly number[],
  { all, replace }: RemovePrivateAs,
  own: number,
  neighbourAs: number,
): readonly number[] {
  if (!all && !path.every(isPrivateAs)) return path;
  const goes = (asn: number): boolean => isPrivateAs(asn) && asn !== neighbourAs;
  if (replace) return path.map((asn) => (goes(asn) ? own : asn));
  return all ? path.filter((asn) => !goes(asn)) : [];
}

/** The same list for the same list: routes that went the same way share what became of it. */
export function keeping<T>(make: (list: readonly T[]) => readonly T[]): (list: readonly T[]) => readonly T[] {
  const made = new WeakMap<readonly T[], readonly T[]>();
  return (list) => {
    const known = made.get(list);
    if (known !== undefined) return known;
    const result = make(list);
    made.set(list, result);
    return result;
  };
}

/** Puts numbers before lists. A speaker tells one route over many sessions in a row: those share the answer. */
export class ListMaker {
  private first = -1;
  private rest: readonly number[] = [];
  private made: readonly number[] = [];

  prepend(first: number, rest: readonly number[]): readonly number[] {
    if (first === this.first && rest === this.rest) return this.made;
    this.first = first;
    this.rest = rest;
    this.made = [first, ...rest];
    return this.made;
  }
}
