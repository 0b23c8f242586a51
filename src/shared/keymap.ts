/** Keys and what they do: the table's own, or those that a person chose in the settings. */
import { COMMANDS, type Command, type CommandId, type CommandScope } from './commands';

/** Keys by command; a command that is missing has those of the table. */
export type KeyOverrides = Readonly<Partial<Record<CommandId, readonly string[]>>>;

export interface Binding {
  readonly id: CommandId;
  readonly strokes: readonly string[];
  readonly scope: CommandScope;
}

const NAMED = new Set(
  ['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown', 'Enter', 'Tab'].concat(
    ['Space', 'Backspace', 'Delete', 'Insert', 'Plus', 'Escape'],
    Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
  ),
);
const MODIFIERS = ['CmdOrCtrl', 'Ctrl', 'Alt', 'Shift'];
/** Keys of the system and of the page itself. */
const MOST_STROKES = 3;

export interface Stroke {
  readonly key: string;
  readonly modifiers: ReadonlySet<string>;
}

/** A stroke such as `CmdOrCtrl+Shift+P` in its parts, null for one that names no key. */
export function parseStroke(stroke: string): Stroke | null {
  // A key may be "+" itself only by its name, Plus.
  const parts = stroke.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  const known = NAMED.has(key) || (key.length === 1 && key !== ' ');
  const valid = known && new Set(modifiers).size === modifiers.length;
  return valid && modifiers.every((each) => MODIFIERS.includes(each))
    ? { key, modifiers: new Set(modifiers) }
    : null;
}

/** True for keys as the table writes them. */
export function isKeys(keys: string): boolean {
  const strokes = keys.split(' ');
  return strokes.length <= MOST_STROKES && strokes.every((stroke) => parseStroke(stroke) !== null);
}

/** A key that writes or moves the caret in a text: it is a command only while a cell has the keyboard. */
export function isPlain(keys: string): boolean {
  const stroke = parseStroke(keys.split(' ')[0] ?? '');
  if (stroke === null) return true;
  const { key, modifiers } = stroke;
  if (['CmdOrCtrl', 'Ctrl', 'Alt'].some((each) => modifiers.has(each))) return false;
  if (/^F\d+$/.test(key)) return false;
  // Shift+Enter runs a cell from within its text, as in every notebook.
  return !(key === 'Enter' && modifiers.has('Shift'));
}

export function keysOf(command: Command, overrides: KeyOverrides): readonly string[] {
  return overrides[command.id] ?? command.keys;
}

export function bindings(overrides: KeyOverrides): readonly Binding[] {
  return COMMANDS.flatMap((command) =>
    keysOf(command, overrides).map((keys) => ({
      id: command.id,
      strokes: keys.split(' '),
      scope: scopeOf(command, keys),
    })),
  );
}

/** A slide is no text: plain keys stay commands there. */
function scopeOf({ scope }: Command, keys: string): CommandScope {
  return scope !== 'slides' && isPlain(keys) ? 'cell' : scope;
}

/** Commands that would answer to the same keys as `keys` of `id`, at the same place. */
export function conflicts(keys: string, id: CommandId, overrides: KeyOverrides): readonly CommandId[] {
  const own = COMMANDS.find((command) => command.id === id);
  if (own === undefined) return [];
  const scope = scopeOf(own, keys);
  const strokes = keys.split(' ');
  return bindings(overrides)
    .filter((other) => other.id !== id && meet(other.scope, scope) && begins(other.strokes, strokes))
    .map((other) => other.id);
}

/** Whether one is the beginning of the other: the shorter would always come first. */
function begins(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).join(' ').toLowerCase() === b.slice(0, length).join(' ').toLowerCase();
}

function meet(a: CommandScope, b: CommandScope): boolean {
  if (a === 'slides' || b === 'slides') return a === b;
  return !((a === 'cell' && b === 'text') || (a === 'text' && b === 'cell'));
}

const SYMBOLS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→', Plus: '+' };
const MAC_MODIFIERS: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};

/** Keys as people read them: `Ctrl+Shift+P`, `D D`, `⇧⌘P`. */
export function keyLabel(keys: string, mac: boolean): string {
  return keys
    .split(' ')
    .map((stroke) => {
      const parts = stroke.split('+');
      const key = parts.at(-1) ?? '';
      const modifiers = parts.slice(0, -1);
      const name = SYMBOLS[key] ?? key;
      if (mac) return modifiers.map((each) => MAC_MODIFIERS[each] ?? each).join('') + name;
      return [...modifiers.map((each) => (each === 'CmdOrCtrl' ? 'Ctrl' : each)), name].join('+');
    })
    .join(' ');
}
