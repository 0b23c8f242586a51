/** Something the reader must know, until it is dismissed. */
import type { JSX } from 'react';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';

export function Notice(): JSX.Element | null {
  const store = useStore();
  const notice = useApp((state) => state.notice);
  const told = useApp((state) => state.document.notice);
  const text = notice === 'document' ? told?.text : notice?.();
  if (text === undefined) return null;
  return (
    <div className="notice" role="alert" aria-label={words.notice.label}>
      <Icon name="warning" />
      <p>{text}</p>
      <button
        type="button"
        className="icon-button"
        aria-label={words.notice.dismiss}
        title={words.notice.dismiss}
        onClick={() => store.update((state) => ({ ...state, notice: null }))}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
