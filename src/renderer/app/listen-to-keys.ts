/** Keys of the whole window: commands before the editor sees them, and text sent before main acts. */
import { commandForKey, type RunCommand } from './commands';
import type { Session } from './session';
import type { Store } from './store';

export function listenToKeys(store: Store, session: Session, run: RunCommand): void {
  const mac = navigator.userAgent.includes('Mac OS');
  window.addEventListener(
    'keydown',
    (event) => {
      // A command of main (save, close) must find the last letters typed.
      if (event.ctrlKey || event.metaKey) session.flush();
      const id = commandForKey(event, store.get().editing !== null, mac);
      if (id === null) return;
      event.preventDefault();
      event.stopPropagation();
      run(id);
    },
    { capture: true },
  );
  window.addEventListener('blur', () => session.flush());
}
