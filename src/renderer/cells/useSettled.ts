/** A value that is passed on only after it has rested, so that what depends on it does not flicker. */
import { useEffect, useState } from 'react';

/** `value` once it has not changed for `delay` ms; at once where the delay is 0. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState<{ readonly value: T }>({ value });
  const rested = delay === 0 || settled.value === value;
  if (delay === 0 && settled.value !== value) setSettled({ value });
  useEffect(() => {
    if (rested) return undefined;
    const timer = setTimeout(() => setSettled({ value }), delay);
    return () => clearTimeout(timer);
  }, [value, delay, rested]);
  return delay === 0 ? value : settled.value;
}
