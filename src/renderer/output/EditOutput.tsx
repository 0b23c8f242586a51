/** What the lines of an edit cell did, in a sentence each. */
import type { JSX } from 'react';
import type { EditEntry } from '../../shared/evaluation';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';

export function EditOutput({ edits }: { readonly edits: readonly EditEntry[] }): JSX.Element | null {
  if (edits.length === 0) return null;
  return (
    <ul className="output edits" aria-label={words.edit.label}>
      {edits.map((edit) => (
        <li key={edit.line}>
          <Icon name="check" />
          <code>{edit.text}</code>
          <span>{edit.summary}</span>
        </li>
      ))}
    </ul>
  );
}
