/** What stands in place of what is folded away, and the mark that folds a section. */
import type { JSX } from 'react';
import { setSectionFolded } from '../app/folding';
import { firstLine } from '../app/outline';
import type { Folds } from '../app/state';
import { useStore } from '../app/store';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';

const text = words.editing.fold;

interface FoldedProps {
  readonly id: string;
  readonly what: 'texts' | 'outputs';
  readonly label: string;
  readonly hint: string;
}

function Folded({ id, what, label, hint }: FoldedProps): JSX.Element {
  const store = useStore();
  function open(): void {
    store.update((state) => {
      const set = new Set(state.folds[what]);
      set.delete(id);
      const folds: Folds = { ...state.folds, [what]: set };
      return { ...state, folds };
    });
  }
  return (
    <button type="button" className={`folded folded-${what}`} title={hint} onClick={open}>
      <Icon name="folded" />
      <span className="folded-label">{label}</span>
      <span className="visually-hidden">{hint}</span>
    </button>
  );
}

export function FoldedText({ id, value }: { readonly id: string; readonly value: string }): JSX.Element {
  const label = text.text(firstLine(value), value.split('\n').length);
  return <Folded id={id} what="texts" label={label} hint={text.showText} />;
}

export function FoldedOutput({ id }: { readonly id: string }): JSX.Element {
  return <Folded id={id} what="outputs" label={text.output} hint={text.showOutput} />;
}

interface SectionProps {
  readonly id: string;
  readonly folded: boolean;
  /** Cells under the heading that are not shown. */
  readonly hidden: number;
}

/** Beside a heading: folds its section. */
export function SectionMark({ id, folded }: SectionProps): JSX.Element {
  const store = useStore();
  const label = folded ? text.unfoldSection : text.foldSection;
  return (
    <button
      type="button"
      className={folded ? 'section-mark section-folded' : 'section-mark'}
      aria-expanded={!folded}
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={() => store.update((state) => setSectionFolded(state, id, !folded))}
    >
      <Icon name={folded ? 'folded' : 'unfolded'} />
    </button>
  );
}

/** Below a folded heading: how much is not shown. */
export function SectionNote({ id, hidden }: SectionProps): JSX.Element {
  const store = useStore();
  return (
    <button
      type="button"
      className="folded folded-section"
      title={text.unfoldSection}
      onClick={() => store.update((state) => setSectionFolded(state, id, false))}
    >
      <Icon name="folded" />
      <span className="folded-label">{text.section(hidden)}</span>
    </button>
  );
}
