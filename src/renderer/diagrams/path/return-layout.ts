/** Where the nodes stand that the replies pass: beneath those of the way there, as far as names leave room. */
import { textWidth } from '../text';
import { strings } from '../strings';
import type { Column } from './layout';
import type { PathModel } from './model';
import { SIZE } from './sizes';

const RETURN_GAP = 18;

/** A device that the replies pass. */
interface Passed {
  readonly name: string;
  /** What stands beneath it. */
  readonly text: string;
}

interface ReturnStop extends Passed {
  readonly x: number;
  readonly visible: boolean;
}

export interface ReturnPlace {
  /** From right to left. */
  readonly stops: readonly ReturnStop[];
  readonly arrives: boolean;
}

export interface ReturnNames {
  /** The devices between the one that replies and the source, in the order of the way back. */
  readonly passed: readonly Passed[];
  readonly start: string | null;
  readonly arrives: boolean;
}

export function returnNames(model: PathModel): ReturnNames {
  const walk = model.back;
  if (walk === null) return { passed: [], start: null, arrives: false };
  const devices = walk.steps
    .filter(({ nodeKind }) => nodeKind !== 'vnet')
    .map(({ node, nodeKind, linkPath }) => ({
      name: node,
      text:
        nodeKind === 'msee' && linkPath !== null
          ? strings.path.onSide(node, strings.map.pathShort[linkPath])
          : node,
    }));
  const arrives = walk.steps.at(-1)?.action === 'accepted';
  return {
    passed: arrives ? devices.slice(1, -1) : devices.slice(1),
    start: devices[0]?.name ?? null,
    arrives,
  };
}

const textHalf = (passed: Passed | undefined): number =>
  Math.max(10, textWidth(passed?.text ?? '', SIZE.small) / 2);

export function returnWidth(passed: readonly Passed[]): number {
  return passed.reduce((sum, each) => sum + 2 * textHalf(each) + RETURN_GAP, 2 * RETURN_GAP);
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
  for (const { name } of back.passed) {
    const x = columns.find((column) => column.node.name === name)?.x ?? null;
    const usable = x !== null && x < limit && x > home ? x : null;
    if (usable !== null) limit = usable;
    anchors.push(usable);
  }
  const desired = interpolate(anchors, start, home);
  const xs = [...desired];
  for (let i = 0; i < xs.length; i += 1) {
    const before =
      i === 0 ? start - RETURN_GAP : (xs[i - 1] ?? 0) - textHalf(back.passed[i - 1]) - RETURN_GAP;
    xs[i] = Math.min(xs[i] ?? 0, before - textHalf(back.passed[i]));
  }
  for (let i = xs.length - 1; i >= 0; i -= 1) {
    const after =
      i === xs.length - 1 ? home + RETURN_GAP : (xs[i + 1] ?? 0) + textHalf(back.passed[i + 1]) + RETURN_GAP;
    xs[i] = Math.max(xs[i] ?? 0, after + textHalf(back.passed[i]));
  }
  const stops = back.passed.map((each, index) => ({ ...each, x: xs[index] ?? 0, visible: true }));
  return {
    stops: [
      { name: back.start ?? '', text: '', x: start, visible: false },
      ...stops,
      ...(back.arrives ? [{ name: columns[0]?.node.name ?? '', text: '', x: home, visible: false }] : []),
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
