/** Key presses read by the table of keys: which command is meant here, also by strokes one after another. */
import type { CommandId } from '../../shared/commands';
import { isPlain, parseStroke, type Binding } from '../../shared/keymap';

const KEY_NAMES: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Space: ' ',
  Plus: '+',
};

/** Keys that another one shares with Shift on common layouts: `_` is Shift+- on one, a key of its own on another. */
const CODES: Readonly<Record<string, string>> = { '-': 'Minus', '=': 'Equal', ',': 'Comma', '.': 'Period' };

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** True if `event` is the stroke; CmdOrCtrl is Command on macOS. */
export function matchesStroke(stroke: string, event: KeyPress, mac: boolean): boolean {
  const parsed = parseStroke(stroke);
  if (parsed === null) return false;
  const { key, modifiers } = parsed;
  const held =
    event.metaKey === (mac && modifiers.has('CmdOrCtrl')) &&
    event.ctrlKey === ((!mac && modifiers.has('CmdOrCtrl')) || modifiers.has('Ctrl')) &&
    event.altKey === modifiers.has('Alt');
  if (!held) return false;
  const name = KEY_NAMES[key] ?? key;
  const letter = /^[a-z]$/i.test(key);
  // A sign needs Shift on one keyboard and not on the next: it is the sign that counts.
  if (key.length === 1 && !letter && event.key === key && !modifiers.has('Shift')) return true;
  if (event.shiftKey !== modifiers.has('Shift')) return false;
  if (CODES[key] !== undefined && event.code === CODES[key]) return true;
  return event.key.toLowerCase() === name.toLowerCase();
}

/**
 * Where the keyboard is: on a cell, in its text, in a field, or on a control such as a button; while the notebook
 * is presented, on the slide, or on a control or a field there.
 */
export type Place = 'cell' | 'text' | 'field' | 'control' | 'slide' | 'slide-control' | 'slide-field';

/** Keys that a button, a diagram or a terminal needs for itself. */
const CONTROLS_OWN = /^(?:Enter|Space|Up|Down|Left|Right|Home|End)$/;

function worksAt({ scope, strokes }: Binding, place: Place): boolean {
  if (place.startsWith('slide')) return scope === 'slides' && !isOwn(strokes, place);
  switch (scope) {
    case 'window':
      return true;
    case 'page':
      return place !== 'field';
    case 'text':
      return place === 'text';
    case 'slides':
      return false;
    case 'cell':
      return place === 'cell' || (place === 'control' && !isOwn(strokes, place));
  }
}

/** Whether what has the keyboard needs the key for itself: a field every key that writes or moves in it. */
function isOwn(strokes: readonly string[], place: Place): boolean {
  const [first = ''] = strokes;
  const key = parseStroke(first)?.key ?? '';
  if (place === 'slide-field') return isPlain(first) && key !== 'Escape';
  return place.endsWith('control') && CONTROLS_OWN.test(key);
}

/** ms within which the next stroke belongs to the one before. */
const TOGETHER = 1000;

/** Strokes pressed so far that may become the keys of a command. */
export interface Pending {
  readonly candidates: readonly Binding[];
  readonly count: number;
  /** When the last one came, ms. */
  readonly at: number;
}

export type KeyOutcome =
  | { readonly kind: 'command'; readonly id: CommandId }
  /** The press may be the beginning of keys: it is taken, and the next one decides. */
  | { readonly kind: 'pending'; readonly pending: Pending }
  | { readonly kind: 'none' };

/** What a key press means, `now` in ms. */
export function readKey(
  event: KeyPress,
  place: Place,
  bindings: readonly Binding[],
  pending: Pending | null,
  now: number,
  mac: boolean,
): KeyOutcome {
  const going = pending !== null && now - pending.at <= TOGETHER ? pending : null;
  const count = going?.count ?? 0;
  const candidates = (going?.candidates ?? bindings).filter(
    (binding) => worksAt(binding, place) && matchesStroke(binding.strokes[count] ?? '', event, mac),
  );
  const whole = candidates.find(({ strokes }) => strokes.length === count + 1);
  if (whole !== undefined) return { kind: 'command', id: whole.id };
  if (candidates.length > 0) return { kind: 'pending', pending: { candidates, count: count + 1, at: now } };
  // What does not go on begins anew: D A inserts a cell.
  return going === null ? { kind: 'none' } : readKey(event, place, bindings, null, now, mac);
}

/** The stroke of a key press as the table writes it; null while only a modifier is held. */
export function strokeOf(event: KeyPress, mac: boolean): string | null {
  const named = Object.entries(KEY_NAMES).find(([, key]) => key === event.key)?.[0];
  const coded = Object.entries(CODES).find(([, code]) => code === event.code)?.[0];
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : undefined;
  const key = named ?? coded ?? letter ?? event.key;
  if (parseStroke(key) === null) return null;
  // A sign that needs Shift is that sign; with a letter or a named key Shift counts.
  const sign = key.length === 1 && letter === undefined && coded === undefined;
  const modifiers = [
    (mac ? event.metaKey : event.ctrlKey) ? 'CmdOrCtrl' : null,
    mac && event.ctrlKey ? 'Ctrl' : null,
    event.altKey ? 'Alt' : null,
    event.shiftKey && !sign ? 'Shift' : null,
  ].filter((each) => each !== null);
  return [...modifiers, key].join('+');
}
