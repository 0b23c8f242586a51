/** Why hops are silent, in words: what the picture tells on hover, for everyone. */
import type { JSX } from 'react';
import type { CommandResult } from '../../shared/results';
import { silentRuns, type SilentRun } from '../../shared/silence';
import { words } from '../app/strings';

function titleOf(result: CommandResult, { first, last, node }: SilentRun): string {
  if (result.kind === 'ping') return words.console.silentEcho;
  return first === last ? words.console.silentHop(first, node) : words.console.silentHops(first, last, node);
}

export function SilenceList({ result }: { readonly result: CommandResult }): JSX.Element | null {
  const runs = silentRuns(result);
  if (runs.length === 0) return null;
  const hops = runs.reduce((sum, run) => sum + run.last - run.first + 1, 0);
  return (
    <details className="silence">
      <summary>{result.kind === 'ping' ? words.console.unanswered : words.console.silent(hops)}</summary>
      <ul>
        {runs.map((run) => (
          <li key={run.first}>
            <strong>{titleOf(result, run)}</strong> {run.text}
          </li>
        ))}
      </ul>
    </details>
  );
}
