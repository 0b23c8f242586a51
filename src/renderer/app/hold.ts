/** Keeps a place in view while what is drawn around it still changes its height. */

/** ms after which a page that still moves is left where the reader has it. */
const SETTLING = 3000;

/**
 * Scrolls to a place, and again whenever the page gets another height, until the reader takes over or it has had time
 * to settle.
 * @returns ends it before
 */
export function hold(scroll: () => void): () => void {
  scroll();
  const page = document.querySelector('.page');
  if (page === null) return () => undefined;
  const watch = new ResizeObserver(scroll);
  watch.observe(page);
  const end = (): void => {
    clearTimeout(timer);
    watch.disconnect();
    for (const name of ['wheel', 'keydown', 'pointerdown'] as const) window.removeEventListener(name, end);
  };
  for (const name of ['wheel', 'keydown', 'pointerdown'] as const) window.addEventListener(name, end);
  const timer = setTimeout(end, SETTLING);
  return end;
}
