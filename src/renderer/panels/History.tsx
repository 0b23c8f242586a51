/** Earlier versions of the notebook: what each changed against now, and a way back to it. */
import { useCallback, useState, type JSX } from 'react';
import type { VersionInfo } from '../../shared/ipc';
import { LOCALES } from '../../shared/language';
import { language } from '../../shared/strings';
import { useServices } from '../app/api';
import { reasonOf } from '../app/session';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Dialog } from '../ui/Dialog';
import { DiffView } from './DiffView';
import { useAnswer } from './useAnswer';

const text = words.keeping.history;

function when({ savedAt }: VersionInfo): string {
  return new Date(savedAt).toLocaleString(LOCALES[language()], { dateStyle: 'medium', timeStyle: 'medium' });
}

export function History(): JSX.Element {
  const store = useStore();
  const { api } = useServices();
  const { name, path } = useApp((state) => state.document);
  const answer = useAnswer(useCallback(() => api.versions(), [api]));
  const [chosen, setChosen] = useState<VersionInfo | null>(null);
  const versions = answer.state === 'here' ? answer.value : [];
  const empty = path === null ? text.unsaved : text.empty;
  return (
    <Dialog
      label={text.title(name)}
      titled={{ close: text.close }}
      className="history"
      onClose={() => store.update((state) => ({ ...state, overlay: null }))}
    >
      {answer.state === 'failed' ? <p className="diff-summary">{text.failed(answer.reason)}</p> : null}
      {answer.state === 'here' && versions.length === 0 ? <p className="diff-summary">{empty}</p> : null}
      {versions.length === 0 ? null : (
        <div className="history-columns">
          <ul className="history-list" aria-label={text.list}>
            {versions.map((version) => (
              <li key={version.id}>
                <button
                  type="button"
                  className="history-entry"
                  aria-pressed={version.id === chosen?.id}
                  onClick={() => setChosen(version)}
                >
                  <span>{when(version)}</span>
                  <span className="history-note">
                    {text[version.reason]}, {text.size(version.bytes)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {chosen === null ? (
            <p className="diff-summary">{text.choose}</p>
          ) : (
            <Version key={chosen.id} version={chosen} />
          )}
        </div>
      )}
    </Dialog>
  );
}

function Version({ version }: { readonly version: VersionInfo }): JSX.Element {
  const store = useStore();
  const { api } = useServices();
  const { id } = version;
  const answer = useAnswer(useCallback(() => api.compareWithVersion(id), [api, id]));

  function restore(): void {
    store.update((state) => ({ ...state, overlay: null }));
    api.restoreVersion(id).catch((error: unknown) => {
      store.update((state) => ({ ...state, notice: () => words.notice.commandFailed(reasonOf(error)) }));
    });
  }

  return (
    <div className="history-version">
      {answer.state === 'failed' ? (
        <p className="diff-summary">{words.keeping.compare.failed(answer.reason)}</p>
      ) : null}
      {answer.state === 'here' ? <DiffView comparison={answer.value} theirs={when(version)} /> : null}
      <footer className="dialog-foot">
        <span className="history-note">{text.restoreHint}</span>
        <button type="button" className="button button-main" onClick={restore}>
          {text.restore}
        </button>
      </footer>
    </div>
  );
}
