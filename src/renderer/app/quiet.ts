/** How long nothing must have been pressed, turned or scrolled, ms. */
const QUIET = 500;

const SIGNS = ['wheel', 'scroll', 'keydown', 'pointerdown'] as const;

/**
 * Does something once, when hands have rested for a while and nothing else waits: what takes the page's thread long
 * enough to be felt does not come between two turns of the wheel.
 */
export function whenQuiet(page: Window, action: () => void): void {
  let timer = 0;
  let idle = 0;
  const wait = (): void => {
    page.clearTimeout(timer);
    page.cancelIdleCallback(idle);
    timer = page.setTimeout(() => {
      idle = page.requestIdleCallback(act);
    }, QUIET);
  };
  const act = (): void => {
    for (const sign of SIGNS) page.removeEventListener(sign, wait, { capture: true });
    action();
  };
  for (const sign of SIGNS) page.addEventListener(sign, wait, { capture: true, passive: true });
  wait();
}
