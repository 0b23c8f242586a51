/** The output of a console cell: for each command the terminal, its picture, and what was silent and why. */
import { memo, useState, type JSX } from 'react';
import type { ConsoleEntry } from '../../shared/evaluation';
import type { CommandResult, PathsResult, PingResult, TraceResult } from '../../shared/results';
import { words } from '../app/strings';
import { PathDiagram } from '../diagrams/PathDiagram';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { ShowMore } from '../ui/ShowMore';
import { RoutesTable } from './RoutesTable';
import { SilenceList } from './SilenceList';
import { Terminal } from './Terminal';

function drawn(result: CommandResult): TraceResult | PingResult | PathsResult | null {
  return result.kind === 'trace' || result.kind === 'ping' || result.kind === 'paths' ? result : null;
}

const Entry = memo(function Entry({ entry }: { readonly entry: ConsoleEntry }): JSX.Element {
  const { result } = entry;
  const picture = drawn(result);
  return (
    <div className={picture === null ? 'entry' : 'entry entry-drawn'}>
      <div className="entry-text">
        <Terminal
          node={entry.node}
          command={entry.command}
          text={entry.text}
          failed={result.kind === 'failure'}
        />
        <SilenceList result={result} />
      </div>
      {picture === null ? null : (
        <figure
          className="entry-picture"
          aria-label={words.console.diagram(`${entry.node}> ${entry.command}`)}
        >
          <ErrorBoundary resetKey={picture}>
            <PathDiagram result={picture} />
          </ErrorBoundary>
        </figure>
      )}
      {result.kind === 'routes' ? <RoutesTable result={result} /> : null}
    </div>
  );
});

/** Results shown at a time: a page with a thousand pictures would no longer answer. */
const AT_A_TIME = 25;

export function ConsoleOutput({
  entries,
}: {
  readonly entries: readonly ConsoleEntry[];
}): JSX.Element | null {
  const [limit, setLimit] = useState(AT_A_TIME);
  if (entries.length === 0) return null;
  return (
    <div className="output entries">
      {entries.slice(0, limit).map((entry) => (
        <Entry key={entry.line} entry={entry} />
      ))}
      {entries.length <= limit ? null : (
        <ShowMore
          label={words.console.showMore(AT_A_TIME, entries.length - limit)}
          onMore={() => setLimit(limit + AT_A_TIME)}
        />
      )}
    </div>
  );
}
