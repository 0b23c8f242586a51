/** The settings: language, look, saving by itself, and the keys of every command. */
import { useState, type JSX } from 'react';
import { COMMANDS, type CommandId } from '../../shared/commands';
import type { KeyOverrides } from '../../shared/keymap';
import { LANGUAGE_CHOICES } from '../../shared/language';
import { AUTOSAVE_MODES, FOLLOWED, SPACINGS, type Settings as SettingsValue } from '../../shared/settings';
import { ZOOMS } from '../../shared/zoom';
import { useServices } from '../app/api';
import { commandLabel } from '../app/command-words';
import { matching } from '../app/matching';
import { reasonOf } from '../app/session';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Dialog } from '../ui/Dialog';
import { Choice } from './Choice';
import { KeyRow } from './KeyRow';

const text = words.editing.settings;
const ZOOM_NAMES = ZOOMS.map(String);
const percent = Object.fromEntries(ZOOM_NAMES.map((each) => [each, `${each}%`]));
const IDS = COMMANDS.map(({ id }) => id);

export function Settings(): JSX.Element {
  const store = useStore();
  const { api } = useServices();
  const settings = useApp((state) => state.settings);
  const [query, setQuery] = useState('');
  const shown = matching(IDS, query, commandLabel);

  function change(next: SettingsValue): void {
    store.update((state) => ({ ...state, settings: next }));
    api.saveSettings(next).catch((error: unknown) => {
      store.update((state) => ({ ...state, notice: () => words.notice.commandFailed(reasonOf(error)) }));
    });
  }

  function setKeys(id: CommandId, keys: readonly string[] | null): void {
    const { [id]: _, ...others } = settings.keys;
    const overrides: KeyOverrides = keys === null ? others : { ...others, [id]: keys };
    change({ ...settings, keys: overrides });
  }

  return (
    <Dialog
      label={text.title}
      titled={{ close: text.close }}
      className="settings"
      onClose={() => store.update((state) => ({ ...state, overlay: null }))}
    >
      <Choice
        first
        label={text.language}
        value={settings.language}
        values={LANGUAGE_CHOICES}
        names={text.languages}
        onChange={(language) => change({ ...settings, language })}
      />
      <p className="settings-hint">{text.languageHint}</p>
      <Choice
        label={text.zoom}
        value={String(settings.zoom)}
        values={ZOOM_NAMES}
        names={percent}
        onChange={(zoom) => change({ ...settings, zoom: Number(zoom) })}
      />
      <Choice
        label={text.spacing}
        value={settings.spacing}
        values={SPACINGS}
        names={text.spacings}
        onChange={(spacing) => change({ ...settings, spacing })}
      />
      <Choice
        label={text.highContrast}
        value={settings.highContrast}
        values={FOLLOWED}
        names={text.followed}
        onChange={(highContrast) => change({ ...settings, highContrast })}
      />
      <Choice
        label={text.reducedMotion}
        value={settings.reducedMotion}
        values={FOLLOWED}
        names={text.followed}
        onChange={(reducedMotion) => change({ ...settings, reducedMotion })}
      />
      <Choice
        label={text.autosave}
        value={settings.autosave}
        values={AUTOSAVE_MODES}
        names={text.autosaveModes}
        onChange={(autosave) => change({ ...settings, autosave })}
      />
      <p className="settings-hint">{text.autosaveHint}</p>
      <div className="settings-row settings-keys-head">
        <h3>{text.keys}</h3>
        <input
          className="field"
          type="search"
          aria-label={text.searchKeys}
          placeholder={text.searchKeys}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <ul className="settings-keys">
        {shown.map((id) => (
          <KeyRow key={id} id={id} overrides={settings.keys} onChange={(keys) => setKeys(id, keys)} />
        ))}
      </ul>
    </Dialog>
  );
}
