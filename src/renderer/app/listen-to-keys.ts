/** Keys of the whole window: commands before the editor sees them, and text sent before main acts. */
import { bindings, type Binding } from '../../shared/keymap';
import type { Settings } from '../../shared/settings';
import { escape, type RunCommand } from './commands';
import { readKey, type Pending, type Place } from './keys';
import type { Session } from './session';
import type { Store } from './store';

/** True on macOS, where keys have other names. */
export const MAC = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac OS');

/** What takes text or keys of its own; a radio button does not undo. */
const FIELDS = 'input:not([type="radio"], [type="checkbox"]), textarea, select, dialog, [role="menu"]';

/** Where a key was pressed. */
function placeOf(target: EventTarget | null, presenting: boolean): Place {
  if (presenting) return placeOnSlide(target);
  if (!(target instanceof Element)) return 'cell';
  // The editor's own text field is a textarea: it stands before the fields.
  if (target.closest('.live-editor') !== null) return 'text';
  if (target.closest(FIELDS) !== null) return 'field';
  return target.matches('article, body, html') ? 'cell' : 'control';
}

function placeOnSlide(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'slide';
  if (target.closest(FIELDS) !== null) return 'slide-field';
  return target.matches('.stage, .stage-slide, body, html') ? 'slide' : 'slide-control';
}

/** True where the keys copy text that is marked on the page, as they do everywhere. */
function copiesText(event: KeyboardEvent): boolean {
  const copying = (event.ctrlKey || event.metaKey) && ['c', 'x'].includes(event.key.toLowerCase());
  return copying && getSelection()?.isCollapsed === false;
}

export function listenToKeys(store: Store, session: Session, run: RunCommand): void {
  let pending: Pending | null = null;
  let known: { readonly settings: Settings; readonly bindings: readonly Binding[] } | null = null;

  function currentBindings(): readonly Binding[] {
    const { settings } = store.get();
    if (known?.settings !== settings) known = { settings, bindings: bindings(settings.keys) };
    return known.bindings;
  }

  window.addEventListener(
    'keydown',
    (event) => {
      // Enter and Escape that end a composition, as in Japanese, belong to the input method: no field may take them.
      if (event.isComposing) return event.stopPropagation();
      if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
      // A field that takes any key for what it is, as that of the settings does.
      if (event.target instanceof Element && event.target.matches('[data-takes-keys]')) return;
      const place = placeOf(event.target, store.get().presentation !== null);
      if (event.key === 'Escape' && (place === 'cell' || place === 'control')) store.update(escape);
      if (copiesText(event)) return;
      const outcome = readKey(event, place, currentBindings(), pending, event.timeStamp, MAC);
      pending = outcome.kind === 'pending' ? outcome.pending : null;
      if (outcome.kind === 'none') return;
      event.preventDefault();
      event.stopPropagation();
      if (outcome.kind === 'command') run(outcome.id);
    },
    { capture: true },
  );
  window.addEventListener('blur', () => void session.flush());
}
