/** Something said for a moment, as a button says that it has copied. */
import { useEffect, useState } from 'react';

/** How long it stands, ms. */
const SAID = 1500;

export function useSaid<T>(): readonly [T | null, (what: T) => void] {
  const [said, setSaid] = useState<T | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid];
}
