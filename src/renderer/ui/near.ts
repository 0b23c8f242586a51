/**
 * Which elements are near the window, by one observer for all. What comes near is told a few at a time, as many as
 * a frame has room for: a page that is scrolled fast draws one thing after the other and still moves.
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
let observer: IntersectionObserver | null = null;
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

/** Tells soon, and whenever it changes, whether the element is near; gives the function that ends it. */
export function observeNear(element: Element, listener: Listener): () => void {
  observer ??= new IntersectionObserver(onChange, { rootMargin: NEAR });
  listeners.set(element, listener);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    waiting.delete(element);
    observer?.unobserve(element);
  };
}
