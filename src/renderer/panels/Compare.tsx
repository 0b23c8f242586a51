/** The notebook here beside what its file holds. */
import { useCallback, type JSX } from 'react';
import { useServices } from '../app/api';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Dialog } from '../ui/Dialog';
import { DiffView } from './DiffView';
import { useAnswer } from './useAnswer';

const text = words.keeping.compare;

export function Compare(): JSX.Element {
  const store = useStore();
  const { api, run } = useServices();
  const { name, path, disk } = useApp((state) => state.document);
  const answer = useAnswer(useCallback(() => api.compareWithDisk(), [api]));
  const close = (): void => store.update((state) => ({ ...state, overlay: null }));
  return (
    <Dialog label={text.title(name)} titled={{ close: text.close }} className="compare" onClose={close}>
      {path === null ? <p className="diff-summary">{text.unsaved}</p> : null}
      {path !== null && answer.state === 'asking' ? <p className="diff-summary">{text.loading}</p> : null}
      {path !== null && answer.state === 'failed' ? (
        <p className="diff-summary">{text.failed(answer.reason)}</p>
      ) : null}
      {answer.state === 'here' ? <DiffView comparison={answer.value} theirs={text.theirs} /> : null}
      {disk === 'changed' ? (
        <footer className="dialog-foot">
          <button
            type="button"
            className="button"
            onClick={() => {
              close();
              run('file.reload');
            }}
          >
            {words.keeping.bar.reload}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              close();
              run('file.keepMine');
            }}
          >
            {words.keeping.bar.keepMine}
          </button>
        </footer>
      ) : null}
    </Dialog>
  );
}
