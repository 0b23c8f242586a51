/** What lies over the page: it has the keyboard until it is closed, and then gives it back. */
import { useLayoutEffect, useRef, type JSX, type ReactNode } from 'react';
import { Icon } from './icons';

interface Props {
  readonly label: string;
  /** Shown as a heading with a button to close; without it the content is all there is. */
  readonly titled?: { readonly close: string };
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ label, titled, className, onClose, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
    // The browser would begin at the button to close.
    current?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => current?.close();
  }, []);
  return (
    // A press outside closes it as Escape does, which the browser turns into `cancel`.
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="dialog-body">
        {titled === undefined ? null : (
          <header className="dialog-head">
            <h2>{label}</h2>
            <button
              type="button"
              className="icon-button"
              aria-label={titled.close}
              title={titled.close}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
