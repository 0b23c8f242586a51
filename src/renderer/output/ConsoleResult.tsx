/** The result of a command: the terminal, its picture, and what was silent and why. */
import { memo, useMemo, useState, type JSX } from 'react';
import type { ConsoleEntry } from '../../shared/evaluation';
import type { NetworkView } from '../../shared/network-view';
import { ResultPictures, shapeOf } from './ResultPictures';
import { RoutesTable } from './RoutesTable';
import { SilenceList } from './SilenceList';
import { ResultTable } from './tables/ResultTable';
import { Terminal } from './Terminal';
import { isWide } from './TerminalText';
import { useSpoken } from '../ui/spoken';

interface Props {
  readonly entry: ConsoleEntry;
  readonly view: NetworkView | null;
  /** On a slide: all of it is drawn at once, and a trace stands at this step; null shows its whole path. */
  readonly slide?: { readonly step: number | null };
}

export const ConsoleResult = memo(function ConsoleResult({ entry, view, slide }: Props): JSX.Element {
  useSpoken();
  const { result } = entry;
  const shape = useMemo(() => shapeOf(result, view), [result, view]);
  const beside = useMemo(() => shape === 'beside' && !isWide(entry.text), [shape, entry.text]);
  const [hop, setHop] = useState<number | null>(null);
  return (
    <div className={beside ? 'entry entry-drawn' : 'entry'}>
      <div className="entry-text">
        <Terminal
          node={entry.node}
          command={entry.command}
          text={entry.text}
          failed={result.kind === 'failure'}
          view={view}
          hop={hop}
        />
        <SilenceList result={result} />
      </div>
      <ResultPictures
        result={result}
        view={view}
        prompt={`${entry.node}> ${entry.command}`}
        onHop={setHop}
        {...(slide === undefined ? {} : { slide })}
      />
      {result.kind === 'routes' ? <RoutesTable result={result} /> : null}
      <ResultTable result={result} />
    </div>
  );
});
