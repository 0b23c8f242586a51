/** Why a blocked cell has no results: which cell above it waits for. */
import type { JSX } from 'react';
import type { Problem } from '../../shared/problem';
import { strings } from '../../shared/strings';

export function BlockedNote({ problems }: { readonly problems: readonly Problem[] }): JSX.Element {
  return (
    <ul className="blocked-note">
      {problems.map(({ message, hint }) => (
        <li key={message}>{strings.app.cell.blocked(message, hint)}</li>
      ))}
    </ul>
  );
}
