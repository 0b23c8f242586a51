/** The sheet of keyboard shortcuts, made of the table of commands and of the settings. */
import { useMemo, useState, type JSX } from 'react';
import { COMMANDS } from '../../shared/commands';
import { commandKeys, commandLabel } from '../app/command-words';
import { matching } from '../app/matching';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Dialog } from '../ui/Dialog';
import { Keys } from '../ui/Keys';
import { Phrases } from '../ui/Phrases';

const text = words.editing.shortcuts;

export function Shortcuts(): JSX.Element {
  const store = useStore();
  const settings = useApp((state) => state.settings);
  const [query, setQuery] = useState('');
  const groups = useMemo(() => {
    const ids = COMMANDS.map(({ id }) => id).filter((id) => commandKeys(id, settings).length > 0);
    const found = new Set(matching(ids, query, commandLabel));
    return Object.entries(text.groups)
      .map(([prefix, title]) => ({
        title,
        ids: ids.filter((id) => id.startsWith(`${prefix}.`) && found.has(id)),
      }))
      .filter(({ ids: own }) => own.length > 0);
  }, [query, settings]);
  return (
    <Dialog
      label={text.title}
      titled={{ close: text.close }}
      className="sheet"
      onClose={() => store.update((state) => ({ ...state, overlay: null }))}
    >
      <div className="sheet-top">
        <input
          className="field"
          type="search"
          data-first
          aria-label={text.search}
          placeholder={text.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p>{text.plain}</p>
      </div>
      <div className="sheet-groups" tabIndex={0} role="group" aria-label={text.title}>
        {groups.map(({ title, ids }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {ids.map((id) => (
                <div key={id} className="sheet-row">
                  <dt>
                    <Phrases text={commandLabel(id)} />
                  </dt>
                  <dd>
                    {commandKeys(id, settings).map((keys) => (
                      <Keys key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
