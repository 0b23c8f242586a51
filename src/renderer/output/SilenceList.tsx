/** Why hops are silent, in words: what the picture tells on hover, for everyone. */
import type { JSX } from 'react';
import type { CommandResult } from '../../shared/results';
import { silentHopsOf } from '../../shared/silence';
import { words } from '../app/strings';

/** Neighbouring hops that are silent for one reason, told once: a trace that dies repeats it to the hop limit. */
interface SilentRun {
  readonly first: number;
  readonly last: number;
  readonly node: string | null;
  readonly text: string;
}

/** Hops are numbered by TTL; a ping that no one answers is one run. */
export function silentRuns(result: CommandResult): SilentRun[] {
  if (result.kind === 'ping' && result.silence !== null) {
    return [{ first: 1, last: 1, node: result.silence.at, text: result.silence.text }];
  }
  const runs: SilentRun[] = [];
  for (const { ttl, node, silence } of silentHopsOf(result)) {
    const last = runs.at(-1);
    if (last !== undefined && last.last === ttl - 1 && last.text === silence.text) {
      runs[runs.length - 1] = { ...last, last: ttl, node: last.node === node ? node : null };
    } else {
      runs.push({ first: ttl, last: ttl, node, text: silence.text });
    }
  }
  return runs;
}

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
