/** Work that may wait until the reader sees what the last key did. */

/** ms after which it is done all the same: a window that nobody sees is never painted. */
const LONGEST = 100;

/** Calls back once, after the next frame is painted; where nothing is ever painted, at once. */
export function afterPaint(callback: () => void): void {
  if (typeof requestAnimationFrame === 'undefined') return callback();
  let called = false;
  const once = (): void => {
    if (called) return;
    called = true;
    callback();
  };
  // What a frame's callback asks for comes after the frame.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LONGEST);
}
