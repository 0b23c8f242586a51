/**
 * Which elements are near the window, by one observer for all of a page. What comes near is told a few at a time, as
 * many as a frame has room for: a page that is scrolled fast draws one thing after the other and still moves.
 */
import { flushSync } from 'react-dom';
import { whenCalm } from '../app/calm';

type Listener = (isNear: boolean) => void;

/** px above and below the window that count as near. */
const NEAR = '1000px 0px';
/** ms of a frame that may go into drawing what has come near; the browser needs the rest. */
const SHARE = 6;

const listeners = new Map<Element, Listener>();
/** What has come near and is not told yet, longest wait first. */
const waiting = new Set<Element>();
/** By what scrolls: a margin widens the observed place itself, not what clips it. */
const observers = new WeakMap<Element, IntersectionObserver>();
let frame: number | null = null;

function tell(): void {
  frame = null;
  const end = performance.now() + SHARE;
  for (const element of waiting) {
    waiting.delete(element);
    whenCalm(() => flushSync(() => listeners.get(element)?.(true)));
    if (performance.now() >= end) break;
  }
  if (waiting.size > 0) frame = requestAnimationFrame(tell);
}

function onChange(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) waiting.add(target);
    else if (!waiting.delete(target)) whenCalm(() => listeners.get(target)?.(false));
  }
  if (frame === null && waiting.size > 0) tell();
}

/** The observer of the page, or of the slide, that the element stands on. */
function observerOf(element: Element): IntersectionObserver {
  const root = element.closest('.stage-slide') ?? document.body;
  const known = observers.get(root);
  if (known !== undefined) return known;
  const observer = new IntersectionObserver(onChange, { root, rootMargin: NEAR });
  observers.set(root, observer);
  return observer;
}

/** Tells soon, and whenever it changes, whether the element is near; gives the function that ends it. */
export function observeNear(element: Element, listener: Listener): () => void {
  const observer = observerOf(element);
  listeners.set(element, listener);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    waiting.delete(element);
    observer.unobserve(element);
  };
}
