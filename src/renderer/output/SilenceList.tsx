/** Why hops are silent, in words: what the picture tells on hover, for everyone. */
import type { JSX } from 'react';
import type { CommandResult } from '../../shared/results';
import { words } from '../app/strings';

interface SilentHop {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

function silentHops(result: CommandResult): SilentHop[] {
  if (result.kind === 'trace') {
    return result.hops.flatMap((hop) =>
      hop.silence === null
        ? []
        : [
            {
              key: String(hop.ttl),
              title: words.console.silentHop(hop.ttl, hop.node),
              text: hop.silence.text,
            },
          ],
    );
  }
  if (result.kind === 'ping' && result.silence !== null) {
    return [{ key: 'echo', title: words.console.silentEcho, text: result.silence.text }];
  }
  return [];
}

export function SilenceList({ result }: { readonly result: CommandResult }): JSX.Element | null {
  const hops = mergeRuns(silentHops(result));
  if (hops.length === 0) return null;
  return (
    <details className="silence">
      <summary>{words.console.silent(hops.length)}</summary>
      <ul>
        {hops.map((hop) => (
          <li key={hop.key}>
            <strong>{hop.title}</strong> {hop.text}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A trace that dies repeats one reason up to the hop limit; it is told once. */
function mergeRuns(hops: readonly SilentHop[]): SilentHop[] {
  return hops.filter((hop, index) => hop.text !== hops[index - 1]?.text);
}
