/** The colours of the page as values, for what is drawn by script; new ones when the theme changes. */
import { useSyncExternalStore } from 'react';
import { pagePalette } from '../export';
import type { Palette } from '../palette';

const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

let current: Palette | null = null;

function subscribe(listener: () => void): () => void {
  const lists = QUERIES.map((query) => matchMedia(query));
  const change = (): void => {
    current = null;
    listener();
  };
  for (const list of lists) list.addEventListener('change', change);
  // Set by people themselves rather than by their system.
  const settings = new MutationObserver(change);
  settings.observe(document.documentElement, { attributes: true, attributeFilter: ['data-contrast'] });
  return () => {
    settings.disconnect();
    for (const list of lists) list.removeEventListener('change', change);
  };
}

function read(): Palette {
  current ??= pagePalette();
  return current;
}

export function usePalette(): Palette {
  return useSyncExternalStore(subscribe, read);
}
