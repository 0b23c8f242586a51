/** Why a blocked cell has no results: which cell above it waits for. */
import type { JSX } from 'react';
import type { Problem } from '../../shared/problem';

export function BlockedNote({ problems }: { readonly problems: readonly Problem[] }): JSX.Element {
  return (
    <ul className="blocked-note">
      {problems.map(({ message, hint }) => (
        <li key={message}>{hint === undefined ? `${message}.` : `${message}: ${hint}.`}</li>
      ))}
    </ul>
  );
}
