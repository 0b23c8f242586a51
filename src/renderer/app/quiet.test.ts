import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenQuiet } from './quiet';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A page that is idle at once. */
function page(): Window {
  const used = Object.assign(new EventTarget(), {
    setTimeout: (act: () => void, ms: number) => setTimeout(act, ms),
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
    requestIdleCallback: (act: () => void) => setTimeout(act, 0),
    cancelIdleCallback: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a window no more is used
  return used as unknown as Window;
}

describe('what waits for quiet', () => {
  it('is done once hands have rested', () => {
    const act = vi.fn<() => void>();
    whenQuiet(page(), act);
    vi.advanceTimersByTime(499);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it.each(['wheel', 'scroll', 'keydown', 'pointerdown'])('is put off by %s, and done once', (sign) => {
    const act = vi.fn<() => void>();
    const shown = page();
    whenQuiet(shown, act);
    for (let turn = 0; turn < 5; turn += 1) {
      vi.advanceTimersByTime(400);
      shown.dispatchEvent(new Event(sign));
    }
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(501);
    shown.dispatchEvent(new Event(sign));
    vi.advanceTimersByTime(2000);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
