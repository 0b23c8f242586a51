/** The members of an ECMP set that were not taken: short lines that hang from the node that chose. */
import { strings } from '../strings';
import { textWidth } from '../text';
import type { Column } from './layout';
import { SIZE } from './sizes';

/** Room that a column with branches has for them at its right side, px. */
export const BRANCH_ROOM = 16;

export interface Stub {
  readonly from: number;
  readonly x: number;
  readonly row: number;
  readonly text: string;
  readonly node: string;
}

const SHOWN_BRANCHES = 3;

export function placeStubs(columns: readonly Column[]): { stubs: Stub[]; stubRows: number; right: number } {
  const stubs: Stub[] = [];
  const rowEnds: number[] = [];
  let right = 0;
  for (const column of columns) {
    const { branches } = column.node;
    const shown = branches.length > SHOWN_BRANCHES + 1 ? SHOWN_BRANCHES : branches.length;
    const texts = branches.slice(0, shown).map((node) => ({ node, text: strings.path.orBranch(node) }));
    if (shown < branches.length) {
      texts.push({
        node: branches.slice(shown).join(', '),
        text: strings.path.moreBranches(branches.length - shown),
      });
    }
    const x = column.x + column.half + BRANCH_ROOM / 2;
    // A branch's line passes the rows above its own, so that each starts below what stands there.
    let row = 0;
    for (const { node, text } of texts) {
      while ((rowEnds[row] ?? Number.NEGATIVE_INFINITY) > x - 10) row += 1;
      const end = x + 14 + textWidth(text, SIZE.small);
      rowEnds[row] = end + 12;
      right = Math.max(right, end);
      stubs.push({ from: column.x, x, row, text, node });
      row += 1;
    }
  }
  return { stubs, stubRows: rowEnds.length, right };
}
