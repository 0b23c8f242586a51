/** The output of a console cell: for each command the terminal, its picture, and what was silent and why. */
import { memo, useMemo, useState, type JSX } from 'react';
import type { ConsoleEntry } from '../../shared/evaluation';
import type { NetworkView } from '../../shared/network-view';
import { words } from '../app/strings';
import { ShowMore } from '../ui/ShowMore';
import { ResultPictures, shapeOf } from './ResultPictures';
import { RoutesTable } from './RoutesTable';
import { SilenceList } from './SilenceList';
import { ResultTable } from './tables/ResultTable';
import { Terminal } from './Terminal';
import { isWide } from './TerminalText';

interface EntryProps {
  readonly entry: ConsoleEntry;
  readonly view: NetworkView | null;
}

const Entry = memo(function Entry({ entry, view }: EntryProps): JSX.Element {
  const { result } = entry;
  const shape = useMemo(() => shapeOf(result, view), [result, view]);
  const beside = useMemo(() => shape === 'beside' && !isWide(entry.text), [shape, entry.text]);
  return (
    <div className={beside ? 'entry entry-drawn' : 'entry'}>
      <div className="entry-text">
        <Terminal
          node={entry.node}
          command={entry.command}
          text={entry.text}
          failed={result.kind === 'failure'}
          view={view}
        />
        <SilenceList result={result} />
      </div>
      <ResultPictures result={result} view={view} prompt={`${entry.node}> ${entry.command}`} />
      {result.kind === 'routes' ? <RoutesTable result={result} /> : null}
      <ResultTable result={result} />
    </div>
  );
});

/** Results shown at a time: a page with a thousand pictures would no longer answer. */
const AT_A_TIME = 25;

interface Props {
  readonly entries: readonly ConsoleEntry[];
  /** The network that was asked; null where it is not here. */
  readonly view: NetworkView | null;
}

export function ConsoleOutput({ entries, view }: Props): JSX.Element | null {
  const [limit, setLimit] = useState(AT_A_TIME);
  if (entries.length === 0) return null;
  return (
    <div className="output entries">
      {entries.slice(0, limit).map((entry) => (
        <Entry key={entry.line} entry={entry} view={view} />
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
