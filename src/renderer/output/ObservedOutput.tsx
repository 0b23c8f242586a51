/** Pasted real output beside what the model says, and why the two differ. */
import type { JSX } from 'react';
import type { ObservedEntry } from '../../shared/evaluation';

export function ObservedOutput({
  entries,
}: {
  readonly entries: readonly ObservedEntry[];
}): JSX.Element | null {
  if (entries.length === 0) return null;
  return (
    <div className="output entries">
      {entries.map(({ comparison, text }) => (
        <pre key={comparison.line} className="terminal-text">
          {text}
        </pre>
      ))}
    </div>
  );
}
