/** The output of a console cell: the result of each command. */
import { useState, type JSX } from 'react';
import type { ConsoleEntry } from '../../shared/evaluation';
import type { NetworkView } from '../../shared/network-view';
import { words } from '../app/strings';
import { ShowMore } from '../ui/ShowMore';
import { ConsoleResult } from './ConsoleResult';

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
        <ConsoleResult key={entry.line} entry={entry} view={view} />
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
