/** Electron accelerators read as keyboard events, so that one table of keys serves menus and the page. */

const KEY_NAMES: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** True if `event` is the key press that `accelerator` names; CmdOrCtrl is Command on macOS. */
export function matchesAccelerator(accelerator: string, event: KeyPress, mac: boolean): boolean {
  const parts = accelerator.split('+');
  const name = parts.at(-1) ?? '';
  const modifiers = new Set(parts.slice(0, -1));
  const key = KEY_NAMES[name] ?? name;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.metaKey === (mac && modifiers.has('CmdOrCtrl')) &&
    event.ctrlKey === ((!mac && modifiers.has('CmdOrCtrl')) || modifiers.has('Ctrl')) &&
    event.shiftKey === modifiers.has('Shift') &&
    event.altKey === modifiers.has('Alt')
  );
}
