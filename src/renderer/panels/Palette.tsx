/** The command palette: every command by its name, with the keys it has. */
import { useId, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { COMMANDS, type CommandId } from '../../shared/commands';
import { useServices } from '../app/api';
import { commandKeys, commandLabel, isEnabled } from '../app/command-words';
import { matching } from '../app/matching';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Dialog } from '../ui/Dialog';
import { Keys } from '../ui/Keys';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
/** Of no use in a list one has opened to search for a command. */
const NOT_HERE: ReadonlySet<CommandId> = new Set(['view.palette']);

export function Palette(): JSX.Element {
  const store = useStore();
  const { run } = useServices();
  const settings = useApp((state) => state.settings);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = useMemo(() => {
    const state = store.get();
    const ids = COMMANDS.map((command) => command.id).filter(
      (command) => !NOT_HERE.has(command) && isEnabled(command, state),
    );
    return matching(ids, query, commandLabel);
  }, [query, store]);
  const at = Math.min(active, found.length - 1);

  const close = (): void => store.update((state) => ({ ...state, overlay: null }));

  function choose(command: CommandId | undefined): void {
    if (command === undefined) return;
    close();
    // The keyboard is back where it was before the command looks where it is.
    setTimeout(() => run(command));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[at]);
    }
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(at + step, found.length - 1));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <Dialog label={words.editing.palette.label} className="palette" onClose={close}>
      <input
        className="palette-input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
        aria-label={words.editing.palette.placeholder}
        placeholder={words.editing.palette.placeholder}
        value={query}
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? <p className="palette-none">{words.editing.palette.none}</p> : null}
      <ul
        ref={list}
        id={`${id}-list`}
        className="palette-list"
        role="listbox"
        aria-label={words.editing.palette.label}
      >
        {found.map((command, index) => (
          <li
            key={command}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'palette-item palette-active' : 'palette-item'}
            onPointerMove={() => setActive(index)}
            onClick={() => choose(command)}
          >
            <span>{commandLabel(command)}</span>
            {commandKeys(command, settings)
              .slice(0, 1)
              .map((keys) => (
                <Keys key={keys} keys={keys} />
              ))}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
