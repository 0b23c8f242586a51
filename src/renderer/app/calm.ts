/**
 * While a button of the mouse is down nothing may move under it: a click that is pressed on one thing and let
 * go on another is no click. What would change the height of the page waits for the release.
 */

/** ms after which a press is no click but a drag, and holds nothing up any longer. */
const LONGEST = 500;

/** Does something now, or once no button is down; in the order asked. */
export type WhenCalm = (action: () => void) => void;

export function createCalm(target: EventTarget): WhenCalm {
  let pressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];

  function release(): void {
    pressed = false;
    clearTimeout(timer);
    const actions = waiting;
    waiting = [];
    for (const action of actions) action();
  }

  target.addEventListener(
    'pointerdown',
    () => {
      pressed = true;
      clearTimeout(timer);
      timer = setTimeout(release, LONGEST);
    },
    { capture: true },
  );
  // The click comes right after the release: what waited must not come between.
  const soon = (): void => {
    if (!pressed) return;
    clearTimeout(timer);
    timer = setTimeout(release);
  };
  for (const name of ['pointerup', 'pointercancel']) target.addEventListener(name, soon, { capture: true });

  return (action) => {
    if (pressed) waiting.push(action);
    else action();
  };
}

/** Of the window; where there is none nothing is ever pressed. */
export const whenCalm: WhenCalm = createCalm(typeof window === 'undefined' ? new EventTarget() : window);
