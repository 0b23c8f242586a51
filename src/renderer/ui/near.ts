/**
 * Which elements are near the window. What comes near is told a few at a time, as many as a frame has room for: a page
 * that is scrolled fast draws one thing after the other and still moves.
 *
 * Cells are found by their boxes when the page is scrolled or gets another height; what stands in them by an observer,
 * while their cell is near. To observe all of a long page would take time in every frame, and so at every key.
 */
import { flushSync } from 'react-dom';
import { whenCalm } from '../app/calm';

/** @param height px of its content, where it has gone far */
type Listener = (isNear: boolean, height: number) => void;

/** px above and below the window that count as near. */
const NEAR = 1000;
/** ms of a frame that may go into drawing what has come near; the browser needs the rest. */
const SHARE = 6;

const listeners = new Map<Element, Listener>();
/** What has come near and is not told yet, longest wait first. */
const waiting = new Set<Element>();
let telling: number | null = null;

function tell(): void {
  telling = null;
  const end = performance.now() + SHARE;
  for (const element of waiting) {
    waiting.delete(element);
    whenCalm(() => flushSync(() => listeners.get(element)?.(true, 0)));
    if (performance.now() >= end) break;
  }
  if (waiting.size > 0) telling = requestAnimationFrame(tell);
}

function come(elements: Iterable<Element>): void {
  for (const element of elements) waiting.add(element);
  if (telling === null && waiting.size > 0) tell();
}

/** Of what stands between its borders, px; `clientHeight` would be rounded, and the page would move by the rest. */
function heightOf(element: Element): number {
  const borders = element instanceof HTMLElement ? element.offsetHeight - element.clientHeight : 0;
  return element.getBoundingClientRect().height - borders;
}

/** All are measured before the first of them changes the page. */
function leave(elements: readonly Element[]): void {
  const gone = elements
    .filter((element) => !waiting.delete(element))
    .map((element) => ({ element, height: heightOf(element) }));
  for (const { element, height } of gone) whenCalm(() => listeners.get(element)?.(false, height));
}

/** By what scrolls: a margin widens the observed place itself, not what clips it. */
const observers = new WeakMap<Element, IntersectionObserver>();

/** What scrolls beside the page or over it, fixed to the window: the page sees nothing that stands there. */
const FIXED = '.stage-slide, .inspector';

/** The observer of what the element scrolls with. */
function observerOf(element: Element): IntersectionObserver {
  const root = element.closest(FIXED) ?? document.body;
  const known = observers.get(root);
  if (known !== undefined) return known;
  const observer = new IntersectionObserver(
    (entries) => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting);
      const far = entries.filter(({ isIntersecting }) => !isIntersecting);
      leave(far.map(({ target }) => target));
      come(near.map(({ target }) => target));
    },
    { root, rootMargin: `${NEAR}px 0px` },
  );
  observers.set(root, observer);
  return observer;
}

/** Cells that are watched, those of them that are near, and what stands in each and is watched too. */
const cells = new Set<Element>();
const nearCells = new Set<Element>();
const parts = new Map<Element, Set<Element>>();

/** The cells whose boxes are near the window: what stands in the page stands below each other, in order. */
function cellsNear(page: Element): ReadonlySet<Element> {
  const all = page.children;
  let [first, end] = [0, all.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((all[middle]?.getBoundingClientRect().bottom ?? 0) < -NEAR) first = middle + 1;
    else end = middle;
  }
  const found = new Set<Element>();
  for (let index = first; index < all.length; index += 1) {
    const cell = all[index];
    if (cell === undefined || cell.getBoundingClientRect().top > innerHeight + NEAR) break;
    if (cells.has(cell)) found.add(cell);
  }
  return found;
}

let checking: number | null = null;
/** The page whose height is watched. */
let watched: Element | null = null;

/** Looks which cells are near, before the next frame is painted: they may stand elsewhere now. */
export function checkCells(): void {
  checking ??= requestAnimationFrame(() => {
    checking = null;
    const [any] = cells;
    const page = any?.parentElement ?? null;
    if (page === null) return;
    watchHeight(page);
    const found = cellsNear(page);
    const far = [...nearCells].filter((cell) => !found.has(cell));
    const near = [...found].filter((cell) => !nearCells.has(cell));
    for (const cell of far) nearCells.delete(cell);
    const hidden = far.flatMap((cell) => [...(parts.get(cell) ?? [])]);
    for (const part of hidden) observerOf(part).unobserve(part);
    for (const cell of near) {
      nearCells.add(cell);
      for (const part of parts.get(cell) ?? []) observerOf(part).observe(part);
    }
    leave([...far, ...hidden]);
    come(near);
  });
}

const grown = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(checkCells);

function watchHeight(page: Element): void {
  if (page === watched) return;
  grown?.disconnect();
  grown?.observe(page);
  watched = page;
}

if (typeof window !== 'undefined') {
  window.addEventListener('resize', checkCells);
  document.body.addEventListener('scroll', checkCells, { passive: true });
}

/** Tells soon, and whenever it changes, whether a cell of the page is near; gives the function that ends it. */
export function observeCell(cell: Element, listener: Listener): () => void {
  listeners.set(cell, listener);
  cells.add(cell);
  // One that is drawn already is near until the first look.
  if (parts.has(cell)) nearCells.add(cell);
  checkCells();
  return () => {
    listeners.delete(cell);
    waiting.delete(cell);
    cells.delete(cell);
    // What stands in it is not told any longer by whether its cell is near.
    if (!nearCells.delete(cell)) for (const part of parts.get(cell) ?? []) observerOf(part).observe(part);
  };
}

/** The same of something that stands in a cell, or anywhere. */
export function observeNear(element: Element, listener: Listener): () => void {
  const observer = observerOf(element);
  listeners.set(element, listener);
  const cell = element.closest('article');
  const beside = cell === null ? new Set<Element>() : (parts.get(cell) ?? new Set<Element>());
  if (cell !== null) parts.set(cell, beside.add(element));
  if (cell === null || !cells.has(cell) || nearCells.has(cell)) observer.observe(element);
  return () => {
    listeners.delete(element);
    waiting.delete(element);
    beside.delete(element);
    if (cell !== null && beside.size === 0) parts.delete(cell);
    observer.unobserve(element);
  };
}
