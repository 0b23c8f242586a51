/** One value, who wants to know of its changes, and how React reads a part of it. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { INITIAL_STATE, type AppState } from './state';

export interface Store {
  readonly get: () => AppState;
  readonly update: (change: (state: AppState) => AppState) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(initial: AppState = INITIAL_STATE): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
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
