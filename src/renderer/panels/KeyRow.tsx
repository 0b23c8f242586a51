/** One command and its keys, which can be pressed anew. */
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { COMMANDS, type CommandId } from '../../shared/commands';
import { conflicts, isPlain, keyLabel, keysOf, type KeyOverrides } from '../../shared/keymap';
import { commandLabel } from '../app/command-words';
import { strokeOf } from '../app/keys';
import { MAC } from '../app/listen-to-keys';
import { words } from '../app/strings';
import { Keys } from '../ui/Keys';

const text = words.editing.settings;
/** As many strokes as keys may have. */
const MOST = 3;

interface Props {
  readonly id: CommandId;
  readonly overrides: KeyOverrides;
  /** Null gives the command its own keys back. */
  readonly onChange: (keys: readonly string[] | null) => void;
}

export function KeyRow({ id, overrides, onChange }: Props): JSX.Element | null {
  const [pressing, setPressing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const command = COMMANDS.find((each) => each.id === id);
  if (command === undefined) return null;
  const keys = keysOf(command, overrides);
  const label = commandLabel(id);
  const scope = keys[0] !== undefined && isPlain(keys[0]) ? 'cell' : command.scope;
  const others = [...new Set(keys.flatMap((each) => conflicts(each, id, overrides)))];

  function finish(pressed: string | null): void {
    setPressing(false);
    if (pressed !== null && pressed !== '') onChange([pressed]);
    opener.current?.focus();
  }

  return (
    <li className="key-row">
      <span className="key-command">
        {label}
        {others.length === 0 ? null : (
          <span className="key-conflict">{text.conflict(others.map(commandLabel).join(', '))}</span>
        )}
      </span>
      {pressing ? (
        <KeyPressing onFinish={finish} />
      ) : (
        <span className="key-current">
          {keys.length === 0 ? <span className="key-none">{text.none}</span> : null}
          {keys.map((each) => (
            <Keys key={each} keys={keyLabel(each, MAC)} />
          ))}
          {keys.length === 0 ? null : <span className="key-scope">{text.scopes[scope]}</span>}
        </span>
      )}
      <span className="key-actions">
        <button
          ref={opener}
          type="button"
          className="button"
          aria-label={text.change(label)}
          onClick={() => setPressing(true)}
        >
          {text.changeShort}
        </button>
        <button
          type="button"
          className="button"
          aria-label={text.remove(label)}
          disabled={keys.length === 0}
          onClick={() => onChange([])}
        >
          {text.removeShort}
        </button>
        <button
          type="button"
          className="button"
          aria-label={text.reset(label)}
          disabled={overrides[id] === undefined}
          onClick={() => onChange(null)}
        >
          {text.resetShort}
        </button>
      </span>
    </li>
  );
}

/** Takes the keys that are pressed until Enter, or Escape for none. */
function KeyPressing({ onFinish }: { readonly onFinish: (keys: string | null) => void }): JSX.Element {
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Tab') return onFinish(null);
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onFinish(null);
    if (bare && event.key === 'Enter' && strokes.length > 0) return onFinish(strokes.join(' '));
    const stroke = strokeOf(event.nativeEvent, MAC);
    if (stroke !== null) setStrokes(strokes.length === MOST ? [stroke] : [...strokes, stroke]);
  }

  return (
    <input
      ref={field}
      className="field key-pressing"
      readOnly
      data-takes-keys
      aria-label={text.press}
      title={text.press}
      placeholder={text.pressing}
      value={strokes.map((stroke) => keyLabel(stroke, MAC)).join(' ')}
      onKeyDown={onKeyDown}
      onBlur={() => onFinish(null)}
    />
  );
}
