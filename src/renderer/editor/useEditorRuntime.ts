/** Loads Monaco when it is first wanted, once for all cells. */
import { useEffect, useState } from 'react';
import { networkAt, observedAt, scenariosAt } from '../app/results';
import { useStore, type Store } from '../app/store';
import type { EditorRuntime } from './runtime';
import { loadEditorWords } from './own-words';

let loaded: EditorRuntime | null = null;
let loading: Promise<EditorRuntime> | null = null;

function followLineNumbers(store: Store, runtime: EditorRuntime): void {
  let shown = false;
  const follow = (): void => {
    const { lineNumbers } = store.get();
    if (lineNumbers === shown) return;
    shown = lineNumbers;
    runtime.setLineNumbers(shown);
  };
  follow();
  store.subscribe(follow);
}

async function loadRuntime(): Promise<typeof import('./runtime')> {
  await loadEditorWords();
  return import('./runtime');
}

export function loadEditorRuntime(store: Store): Promise<EditorRuntime> {
  loading ??= loadRuntime().then(({ createRuntime }) => {
    loaded = createRuntime((cellId) => ({
      network: networkAt(store.get(), cellId),
      scenarios: scenariosAt(store.get(), cellId),
      observed: observedAt(store.get(), cellId),
    }));
    followLineNumbers(store, loaded);
    return loaded;
  });
  return loading;
}

/** The runtime if it is there already. */
export function loadedRuntime(): EditorRuntime | null {
  return loaded;
}

/** The runtime once it is there; null before, or while it is not wanted. */
export function useEditorRuntime(wanted: boolean): EditorRuntime | null {
  const store = useStore();
  const [runtime, setRuntime] = useState(loaded);
  useEffect(() => {
    if (!wanted || runtime !== null) return undefined;
    let here = true;
    void loadEditorRuntime(store).then((arrived) => {
      if (here) setRuntime(arrived);
    });
    return () => {
      here = false;
    };
  }, [wanted, runtime, store]);
  return wanted ? (runtime ?? loaded) : null;
}
