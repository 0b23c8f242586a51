/** One value, who wants to know of its changes, and how React reads a part of it. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { afterPaint } from './after-paint';
import { INITIAL_STATE, type AppState } from './state';

export interface Store {
  readonly get: () => AppState;
  /** Changes the value; who listens is told at once. */
  readonly update: (change: (state: AppState) => AppState) => void;
  /** As `update`, for what the reader sees already, like a letter in an editor: who listens is told once it is painted. */
  readonly updateAfterPaint: (change: (state: AppState) => AppState) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(initial: AppState = INITIAL_STATE, later = afterPaint): Store {
  let state = initial;
  let told = initial;
  let isAwaited = false;
  const listeners = new Set<() => void>();

  function tell(): void {
    if (told === state) return;
    told = state;
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      tell();
    },
    updateAfterPaint(change) {
      state = change(state);
      if (isAwaited || state === told) return;
      isAwaited = true;
      later(() => {
        isAwaited = false;
        tell();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no store around this component');
  return store;
}

/** A part of the state; the component renders again only when that part is another value. */
export function useApp<T>(select: (state: AppState) => T): T {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
