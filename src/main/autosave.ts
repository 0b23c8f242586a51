/** Saving by itself, as the settings say. It asks nothing: what it cannot do safely is left to the person. */
import type { AutosaveMode } from '../shared/settings';
import { isDirty } from './documents/document';
import type { Session } from './documents/session';
import type { Entry } from './workspace-entry';

/** ms without a change after which a notebook is saved. */
const DELAY = 1000;

export interface Autosave {
  readonly changed: (entry: Entry) => void;
  /** The window has lost the focus. */
  readonly left: (entry: Entry) => void;
  /** True while a save of this window's document is one of these. */
  readonly saving: (window: number) => boolean;
  readonly forget: (window: number) => void;
}

export function createAutosave(mode: () => AutosaveMode, sessionOf: (entry: Entry) => Session): Autosave {
  const timers = new Map<number, NodeJS.Timeout>();
  const saving = new Set<number>();

  function forget(window: number): void {
    clearTimeout(timers.get(window));
    timers.delete(window);
  }

  async function save(entry: Entry): Promise<void> {
    const { id } = entry.window;
    forget(id);
    const session = sessionOf(entry);
    const document = session.document();
    // A file that somebody else has changed is nobody's to write without a question.
    if (document.path === null || document.disk !== 'same' || document.notebook.readOnly) return;
    if (!isDirty(document)) return;
    saving.add(id);
    try {
      const outcome = await session.save(document.path, false);
      if (outcome.kind === 'changed') await session.checkDisk();
    } finally {
      saving.delete(id);
    }
  }

  return {
    changed(entry) {
      if (mode() !== 'afterDelay') return;
      forget(entry.window.id);
      timers.set(
        entry.window.id,
        setTimeout(() => void save(entry), DELAY),
      );
    },
    left(entry) {
      if (mode() === 'onBlur') void save(entry);
    },
    saving: (window) => saving.has(window),
    forget,
  };
}
