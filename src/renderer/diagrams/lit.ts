/** What is lit on the page now, for pictures that no style sheet reaches. */
export interface Lit {
  readonly hovered: string | null;
  readonly pinned: string | null;
}

let lit: Lit = { hovered: null, pinned: null };
const listeners = new Set<() => void>();

export function setLit(next: Lit): void {
  lit = next;
  for (const listener of listeners) listener();
}

/** With `subscribeToLit`, for React's useSyncExternalStore. */
export function currentLit(): Lit {
  return lit;
}

export function subscribeToLit(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
