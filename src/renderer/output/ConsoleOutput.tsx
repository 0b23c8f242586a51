/** The output of a console cell: for each command the terminal, its picture, and what was silent and why. */
import { memo, useMemo, useState, type JSX } from 'react';
import type { ConsoleEntry } from '../../shared/evaluation';
import { words } from '../app/strings';
import { PathDiagram } from '../diagrams/PathDiagram';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { ShowMore } from '../ui/ShowMore';
import { MatrixTable } from './MatrixTable';
import { picturesOf } from '../diagrams/pictures';
import { RoutesTable } from './RoutesTable';
import { SilenceList } from './SilenceList';
import { Terminal } from './Terminal';

const Entry = memo(function Entry({ entry }: { readonly entry: ConsoleEntry }): JSX.Element {
  const { result } = entry;
  const pictures = useMemo(() => picturesOf(result), [result]);
  return (
    <div className={pictures.length === 0 ? 'entry' : 'entry entry-drawn'}>
      <div className="entry-text">
        <Terminal
          node={entry.node}
          command={entry.command}
          text={entry.text}
          failed={result.kind === 'failure'}
        />
        <SilenceList result={result} />
      </div>
      {pictures.length === 0 ? null : (
        <figure
          className="entry-picture"
          aria-label={words.console.diagram(`${entry.node}> ${entry.command}`)}
        >
          {pictures.map((picture, at) => (
            <ErrorBoundary key={at} resetKey={picture}>
              <PathDiagram result={picture} />
            </ErrorBoundary>
          ))}
        </figure>
      )}
      {result.kind === 'routes' ? <RoutesTable result={result} /> : null}
      {result.kind === 'matrix' ? <MatrixTable result={result} /> : null}
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
