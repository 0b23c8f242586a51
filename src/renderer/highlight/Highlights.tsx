/** Listens to what is pointed at anywhere on the page, lights it up, and opens the inspector for what is clicked. */
import { useEffect, useState, type JSX } from 'react';
import { networkKeyAt } from '../app/state';
import { useApp, useStore } from '../app/store';
import { setLit } from '../diagrams/lit';
import { Inspector } from './Inspector';
import './highlight.css';
import { createLights, referenceAt } from './lights';
import { inspect, keyOf } from './subject';

export function Highlights(): JSX.Element | null {
  const store = useStore();
  const inspected = useApp((state) => state.inspected);
  const [lights] = useState(() => createLights(document));
  const [hovered, setHovered] = useState<string | null>(null);
  const pinned = inspected?.reference ?? null;

  useEffect(() => () => lights.remove(), [lights]);

  useEffect(() => {
    lights.show(hovered, pinned);
    setLit({ hovered, pinned });
  }, [lights, hovered, pinned]);

  useEffect(() => {
    const point = (event: Event): void => setHovered(referenceAt(event.target));
    const pin = (event: MouseEvent): void => {
      const reference = referenceAt(event.target);
      // What is selected to be copied is not meant to be opened.
      if (reference === null || event.button !== 0 || getSelection()?.isCollapsed === false) return;
      const cell = event.target instanceof Element ? event.target.closest('[data-cell-id]') : null;
      store.update((state) => {
        const networkKey =
          cell === null
            ? (state.inspected?.networkKey ?? null)
            : networkKeyAt(state, cell.getAttribute('data-cell-id') ?? '');
        return networkKey === null
          ? state
          : { ...state, inspected: inspect(state.inspected, { networkKey, reference, question: null }) };
      });
    };
    document.addEventListener('pointerover', point);
    document.addEventListener('focusin', point);
    document.addEventListener('click', pin);
    return () => {
      document.removeEventListener('pointerover', point);
      document.removeEventListener('focusin', point);
      document.removeEventListener('click', pin);
    };
  }, [store]);

  if (inspected === null) return null;
  return <Inspector key={keyOf(inspected)} inspected={inspected} />;
}
