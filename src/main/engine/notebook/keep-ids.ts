/**
 * A notebook that was read anew keeps the ids of the cells it had: who writes in one stays in it, what is folded stays
 * so, and an undo finds its cells. Cells that are the same keep theirs in their order; of those that are not, the ones
 * at the same place between them do, where they are of one kind.
 */
import type { Cell } from '../../../shared/notebook';
import { isNamed } from './ids';

/** Cells compared with cells; with more, only those at the ends that are the same keep their ids. */
const MOST_COMPARED = 4_000_000;

export function keepIds(before: readonly Cell[], after: readonly Cell[]): readonly Cell[] {
  const kept = pairs(before, after);
  const ids = after.map((cell, index) => {
    const old = before[kept.get(index) ?? -1];
    return old === undefined || isNamed(cell) || isNamed(old) ? null : old.id;
  });
  const taken = new Set(ids.filter((id) => id !== null));
  for (const cell of after) if (isNamed(cell)) taken.add(cell.id);
  return after.map((cell, index) => {
    const id = ids[index] ?? (isNamed(cell) ? cell.id : freeId(cell.id, taken));
    return id === cell.id ? cell : { ...cell, id };
  });
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

function isSame(a: Cell | undefined, b: Cell | undefined): boolean {
  return a?.kind === b?.kind && a?.text === b?.text && a?.attributes === b?.attributes;
}

/** Index of the old cell by that of the new one. */
function pairs(before: readonly Cell[], after: readonly Cell[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  for (let at = 0; at < head; at += 1) found.set(at, at);
  for (let at = 1; at <= tail; at += 1) found.set(after.length - at, before.length - at);

  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  let [i, j] = [0, 0];
  for (const [x, y] of [...commonCells(old, now), [old.length, now.length] as const]) {
    // Between two that are the same, place by place.
    for (; i < x && j < y; i += 1, j += 1) if (old[i]?.kind === now[j]?.kind) found.set(head + j, head + i);
    if (x < old.length) found.set(head + y, head + x);
    [i, j] = [x + 1, y + 1];
  }
  return found;
}

/** The longest run of cells that both have in the same order, as pairs of indexes. */
function commonCells(old: readonly Cell[], now: readonly Cell[]): readonly (readonly [number, number])[] {
  if (old.length * now.length > MOST_COMPARED) return [];
  const width = now.length + 1;
  /** Length of the longest run from a pair of indexes on. */
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = isSame(old[i], now[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const found: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (isSame(old[i], now[j])) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
