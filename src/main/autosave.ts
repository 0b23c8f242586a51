/** Saving by itself, as the settings say. It asks nothing: what it cannot do safely is left to the person. */
import type { AutosaveMode } from '../shared/settings';
import { isDirty } from './documents/document';
import type { Session } from './documents/session';
import type { Entry } from './workspace-entry';

/** ms without a change after which a notebook is saved. */
const DELAY = 1000;
/** ms after which a save that failed is tried again: a full disk is cleared, a share comes back. */
const RETRY = 10_000;

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

  function unset(window: number): void {
    clearTimeout(timers.get(window));
    timers.delete(window);
  }

  function saveIn(ms: number, entry: Entry): void {
    unset(entry.window.id);
    const timer = setTimeout(() => void save(entry), ms);
    timers.set(entry.window.id, timer);
  }

  async function save(entry: Entry): Promise<void> {
    const { id } = entry.window;
    unset(id);
    if (mode() === 'off') return;
    const session = sessionOf(entry);
    const document = session.document();
    // A file that somebody else has changed is nobody's to write without a question.
    if (document.path === null || document.disk !== 'same' || document.notebook.readOnly) return;
    if (!isDirty(document)) return;
    saving.add(id);
    try {
      const outcome = await session.save(document.path, false);
      if (outcome.kind === 'changed') await session.checkDisk();
      // A window closed meanwhile has nothing to save any longer.
      if (outcome.kind === 'failed' && saving.has(id) && !timers.has(id)) saveIn(RETRY, entry);
    } finally {
      saving.delete(id);
    }
  }

  return {
    changed(entry) {
      if (mode() === 'afterDelay') saveIn(DELAY, entry);
    },
    left(entry) {
      if (mode() === 'onBlur') void save(entry);
    },
    saving: (window) => saving.has(window),
    forget(window) {
      unset(window);
      saving.delete(window);
    },
  };
}
