/**
 * On a long page a cell is an empty place until it comes near the window; once drawn it keeps what it shows, and the
 * browser skips it while it is far (`data-far` in the style sheet). Short pages are drawn whole, and so are those that
 * a screen reader reads, which finds headings and results in what is drawn only.
 */
import { useEffect, useState, type RefObject } from 'react';
import type { Cell } from '../../shared/notebook';
import type { Distance } from '../app/cell-facts';
import { observeCell } from '../ui/near';

/** Pages of more cells than these are long. */
export const LONG_PAGE = 150;

/**
 * @param distance is kept up to date
 * @param always whether the cell is drawn wherever it is: it has the keyboard, say, or the page is short
 */
export function useDrawn(
  element: RefObject<HTMLElement | null>,
  distance: Distance,
  always: boolean,
): boolean {
  const [drawn, setDrawn] = useState(always);
  if (always && !drawn) setDrawn(true);
  useEffect(() => {
    const { current } = element;
    if (current === null || always) {
      distance.set(false);
      return undefined;
    }
    const end = observeCell(current, (isNear, height) => {
      if (isNear) setDrawn(true);
      // The style sheet skips it by the attribute; it stays as high as it is.
      else current.style.containIntrinsicBlockSize = `${height}px`;
      current.toggleAttribute('data-far', !isNear);
      distance.set(!isNear);
    });
    return () => {
      end();
      current.removeAttribute('data-far');
    };
  }, [element, distance, always]);
  return drawn || always;
}

/** Heights, px, of a line and of what stands around it. */
const LINE = { text: 27, code: 21 };
const FRAME = { text: 10, code: 62 };
/** Heights, px, of most results: of a map, and of each line of a cell of checks or commands. */
const RESULT: Readonly<Record<Cell['kind'], { readonly once: number; readonly perLine: number }>> = {
  markdown: { once: 0, perLine: 0 },
  topology: { once: 480, perLine: 0 },
  edit: { once: 480, perLine: 0 },
  scenario: { once: 480, perLine: 0 },
  console: { once: 0, perLine: 420 },
  expect: { once: 0, perLine: 30 },
  observed: { once: 0, perLine: 60 },
  predict: { once: 200, perLine: 0 },
};
/** Long texts are folded. */
const MOST_LINES = 30;

/** How high a cell is likely to be, px. */
export function likelyHeight({ kind, text }: Cell): number {
  const lines = Math.min(text.split('\n').length, MOST_LINES);
  const of = kind === 'markdown' ? 'text' : 'code';
  const { once, perLine } = RESULT[kind];
  return FRAME[of] + lines * (LINE[of] + perLine) + once;
}
