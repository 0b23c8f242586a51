/** Marks the matches of a search in the static text of cells, by the browser's own highlights: no element changes. */
import { useEffect } from 'react';
import type { Match } from '../app/find';
import type { Cell } from '../../shared/notebook';

const NAME = 'found';
/** Marks beyond these are far away: they come when one searches on. */
const MOST = 2000;

export function useHighlight(cells: readonly Cell[], matches: readonly Match[]): void {
  useEffect(() => keepMarked(cells, matches), [cells, matches]);
}

/** Marks what is drawn, and what will be: cells of a long page are drawn as they come near. */
function keepMarked(cells: readonly Cell[], matches: readonly Match[]): () => void {
  let frame: number | null = null;
  const mark = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      CSS.highlights.set(NAME, new Highlight(...rangesOf(cells, matches.slice(0, MOST))));
    });
  };
  mark();
  const drawn = new MutationObserver(mark);
  const page = document.querySelector('.page');
  if (page !== null) drawn.observe(page, { childList: true, subtree: true });
  return () => {
    drawn.disconnect();
    if (frame !== null) cancelAnimationFrame(frame);
    CSS.highlights.delete(NAME);
  };
}

function rangesOf(cells: readonly Cell[], matches: readonly Match[]): Range[] {
  const texts = new Map(cells.map((cell) => [cell.id, cell.text]));
  const ranges: Range[] = [];
  for (const { cellId, start, end } of matches) {
    const text = texts.get(cellId);
    const lines = document.querySelector(`[data-cell-id="${CSS.escape(cellId)}"] .static-code`)?.children;
    if (text === undefined || lines === undefined) continue;
    const from = pointAt(lines, text, start);
    const to = pointAt(lines, text, end);
    if (from === null || to === null) continue;
    const range = new Range();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    ranges.push(range);
  }
  return ranges;
}

/** The text node that shows the character at an offset of a cell's text; null where it is folded away. */
function pointAt(
  lines: HTMLCollection,
  text: string,
  offset: number,
): { readonly node: Text; readonly offset: number } | null {
  const before = text.slice(0, offset);
  const line = lines[before.split('\n').length - 1];
  if (line === undefined) return null;
  let left = offset - (before.lastIndexOf('\n') + 1);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}
