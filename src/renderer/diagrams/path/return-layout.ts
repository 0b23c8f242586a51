/** Where the nodes stand that the replies pass: beneath those of the way there, as far as names leave room. */
import { textWidth } from '../text';
import type { Column } from './layout';
import { visited, type PathModel } from './model';
import { SIZE } from './sizes';

const RETURN_GAP = 18;

export interface ReturnPlace {
  /** From right to left. */
  readonly stops: readonly { readonly name: string; readonly x: number; readonly visible: boolean }[];
  readonly arrives: boolean;
}

export interface ReturnNames {
  /** The devices between the one that replies and the source, in the order of the way back. */
  readonly names: readonly string[];
  readonly start: string | null;
  readonly arrives: boolean;
}

export function returnNames(model: PathModel): ReturnNames {
  const walk = model.back;
  if (walk === null) return { names: [], start: null, arrives: false };
  const names = visited(walk);
  const arrives = walk.steps.at(-1)?.action === 'accepted';
  return { names: arrives ? names.slice(1, -1) : names.slice(1), start: names[0] ?? null, arrives };
}

const nameHalf = (name: string): number => Math.max(10, textWidth(name, SIZE.small) / 2);

export function returnWidth(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + 2 * nameHalf(name) + RETURN_GAP, 2 * RETURN_GAP);
}

function returnStart(columns: readonly Column[], back: ReturnNames): number {
  const named = columns.findLast((column) => column.node.name === back.start);
  return (named ?? columns.at(-1))?.x ?? 0;
}

export function returnSpan(columns: readonly Column[], back: ReturnNames): number {
  return returnStart(columns, back) - (columns[0]?.x ?? 0);
}

/** Shared nodes stand under their columns as far as names leave room; the others between them. */
export function placeReturn(columns: readonly Column[], back: ReturnNames): ReturnPlace {
  const start = returnStart(columns, back);
  const home = columns[0]?.x ?? 0;
  const anchors: (number | null)[] = [];
  let limit = start;
  for (const name of back.names) {
    const x = columns.find((column) => column.node.name === name)?.x ?? null;
    const usable = x !== null && x < limit && x > home ? x : null;
    if (usable !== null) limit = usable;
    anchors.push(usable);
  }
  const desired = interpolate(anchors, start, home);
  const xs = [...desired];
  for (let i = 0; i < xs.length; i += 1) {
    const name = back.names[i] ?? '';
    const before =
      i === 0 ? start - RETURN_GAP : (xs[i - 1] ?? 0) - nameHalf(back.names[i - 1] ?? '') - RETURN_GAP;
    xs[i] = Math.min(xs[i] ?? 0, before - nameHalf(name));
  }
  for (let i = xs.length - 1; i >= 0; i -= 1) {
    const name = back.names[i] ?? '';
    const after =
      i === xs.length - 1
        ? home + RETURN_GAP
        : (xs[i + 1] ?? 0) + nameHalf(back.names[i + 1] ?? '') + RETURN_GAP;
    xs[i] = Math.max(xs[i] ?? 0, after + nameHalf(name));
  }
  const stops = back.names.map((name, index) => ({ name, x: xs[index] ?? 0, visible: true }));
  return {
    stops: [
      { name: back.start ?? '', x: start, visible: false },
      ...stops,
      ...(back.arrives ? [{ name: columns[0]?.node.name ?? '', x: home, visible: false }] : []),
    ],
    arrives: back.arrives,
  };
}

function interpolate(anchors: readonly (number | null)[], start: number, end: number): number[] {
  return anchors.map((anchor, index) => {
    if (anchor !== null) return anchor;
    let before = index - 1;
    while (before >= 0 && anchors[before] === null) before -= 1;
    let after = index + 1;
    while (after < anchors.length && anchors[after] === null) after += 1;
    const from = anchors[before] ?? start;
    const to = anchors[after] ?? end;
    return from + ((to - from) * (index - before)) / (after - before);
  });
}
