/** A word on what was just done, with a way back; it goes by itself unless one points at it. */
import { useEffect, useState, type JSX } from 'react';
import { useServices } from '../app/api';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';

/** ms that a toast stays: time to read and to reach it. */
const STAYS = 8000;

export function Toast(): JSX.Element {
  const store = useStore();
  const { run } = useServices();
  const toast = useApp(({ toast: told, undo }) =>
    told !== null && (told.step === null || told.step === undo.length) ? told : null,
  );
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (toast === null || held) return undefined;
    const timer = setTimeout(() => {
      store.update((state) => (state.toast === toast ? { ...state, toast: null } : state));
    }, STAYS);
    return () => clearTimeout(timer);
  }, [toast, held, store]);
  return (
    // The region is there before the word comes: that is what makes a screen reader say it.
    <div
      className="toast-place"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {toast === null ? null : (
        <div className="toast">
          <span>{toast.text}</span>
          {toast.step === null ? null : (
            <button type="button" className="toast-button" onClick={() => run('edit.undo')}>
              {words.editing.toast.undo}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
