/** A list beneath a button: like every menu, it closes when something else is pressed or Escape is. */
import { useEffect, useRef, type RefObject } from 'react';

export function useDropdown(): RefObject<HTMLDetailsElement | null> {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onPress = ({ target }: Event): void => {
      const { current } = menu;
      if (current?.open === true && !(target instanceof Node && current.contains(target)))
        current.open = false;
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      const { current } = menu;
      if (key !== 'Escape' || current?.open !== true) return;
      // What had the keyboard is gone from sight.
      if (current.contains(document.activeElement)) current.querySelector('summary')?.focus();
      current.open = false;
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return menu;
}
